#!/usr/bin/env python3
"""What `cotejo review` finds, on pairs with known errors and on correct ones.

usage: fidelity.py COTEJO [--list LABEL]

Measures, with each pair through `COTEJO review --jsonl`:
  inside         clauses of our articles in tests/data put inside other sentences of them, where each is a 1-1 bead of the gold
  and, where BENCH_DATA names a folder, of its fidelity folder
  injected, control_mx   news with one error a pair, and correct versions
  demetr                 Spanish to English: machine translation damaged in many ways ("en_bad"), and as it was ("en")
  eamt                   names in translations, right and wrong ("entity_ok")
caught    share of the damaged pairs with a finding of severity major or critical
named     share in which one of those has the kind expected of the label
A label "ok" is correct pairs: what is caught there are false alarms.
--list LABEL   prints the pairs of a label that were missed (of ok: flagged)
"""
import collections, json, os, random, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, '..', 'data')
ANY_SENSE = {'mistranslation', 'omission', 'addition'}
EXPECTED = {
    'number': {'number'}, 'number_word': {'number'}, 'date': {'date', 'number'}, 'unit': {'unit', 'number', 'currency'},
    'entity': {'entity'}, 'negation': {'negation'}, 'antonym': {'mistranslation'}, 'omission': {'omission'},
    'truncation': {'omission'}, 'addition': {'addition'}, 'addition inside': {'addition'}, 'untranslated': {'untranslated'},
    'half_untranslated': {'untranslated'}, 'wrong_sentence': ANY_SENSE | {'entity', 'number'},
    'empty': {'omission'}, 'reference': ANY_SENSE | {'entity', 'number'}, 'shuffled': ANY_SENSE | {'entity', 'number'},
    'shuffle_trans': ANY_SENSE, 'codemix': {'untranslated'}, 'subj_removed': {'omission'}, 'pp_removed': {'omission'},
    'verb_removed': {'omission'}, 'noun_removed': {'omission'}, 'adj_adv_removed': {'omission'}, 'ne_removed': {'omission', 'entity'},
    'ne_replaced': {'entity'}, 'numbers_replaced': {'number', 'date', 'time', 'currency', 'unit'}, 'question': {'punctuation'},
    'repeat2': {'doubled-word', 'addition'}, 'repeat4': {'doubled-word', 'addition'}, 'punc_addition': {'punctuation'},
    'final_punc_removed': {'punctuation'}, 'hypernym': {'mistranslation'}, 'wrong name': {'entity'},
}


def row(source, target, label, languages=('en', 'es')):
    return {'source': source, 'target': target, 'label': label, 'source_lang': languages[0], 'target_lang': languages[1]}


def inside():
    """A clause of four to twelve words from between two commas, put behind a comma or a word inside another sentence."""
    chance = random.Random(1)
    pairs = []
    for stem in ('interview', 'moved', 'news', 'opinion'):
        sides = [open(os.path.join(DATA, f'{stem}.{language}.sents'), encoding='utf-8').read().split('\n') for language in ('en', 'es')]
        for line in open(os.path.join(DATA, stem + '.gold'), encoding='utf-8'):
            bead = re.fullmatch(r'\[(\d+)\]:\[(\d+)\]', line.strip())
            if bead:
                pairs.append((sides[0][int(bead[1])], sides[1][int(bead[2])]))
    clauses = [(i, part.strip(' .?!»”"…—')) for i, (_, target) in enumerate(pairs) for part in re.split('[,;:]', target)]
    clauses = [(i, clause) for i, clause in clauses if 4 <= len(clause.split()) <= 12]
    rows = [row(source, target, 'ok') for source, target in pairs]
    for i, (source, target) in enumerate(pairs):
        words = target.split()
        if len(words) < 8:
            continue
        for _ in range(2):
            _, clause = chance.choice([c for c in clauses if c[0] != i])
            clause = clause[0].lower() + clause[1:]
            joints = [k for k in range(2, len(words) - 2) if words[k - 1].endswith(',')] or list(range(3, len(words) - 2))
            at = chance.choice(joints)
            before = ' '.join(words[:at]).rstrip(',')
            rows.append(row(source, f'{before}, {clause}, {" ".join(words[at:])}', 'addition inside'))
    return rows


def stored(folder, name):
    path = os.path.join(folder, 'fidelity', name + '.dev.jsonl')
    return [json.loads(line) for line in open(path, encoding='utf-8')] if os.path.exists(path) else []


def sets(folder):
    yield 'inside', inside()
    if not folder:
        return
    for name in 'injected', 'control_mx':
        yield name, [row(r['en'], r['es'], r['label']) for r in stored(folder, name)]
    demetr = stored(folder, 'demetr')
    right = dict.fromkeys((r['es'], r['en']) for r in demetr)
    yield 'demetr', [row(es, en, 'ok', ('es', 'en')) for es, en in right] + [
        row(r['es'], r['en_bad'], r['kind'], ('es', 'en')) for r in demetr]
    yield 'eamt', [row(r['en'], r['es'], 'ok' if r['entity_ok'] else 'wrong name') for r in stored(folder, 'eamt')]


def main(argv):
    listed = None
    if '--list' in argv:
        at = argv.index('--list')
        listed = argv[at + 1]
        del argv[at:at + 2]
    cotejo, = argv
    for name, rows in sets(os.environ.get('BENCH_DATA')):
        if not rows:
            continue
        asked = ''.join(json.dumps(r, ensure_ascii=False) + '\n' for r in rows)
        out = subprocess.run([cotejo, 'review', '--jsonl'], input=asked.encode(), stdout=subprocess.PIPE, check=True).stdout
        counts = collections.defaultdict(lambda: [0, 0, 0])
        for r, line in zip(rows, out.splitlines(), strict=True):
            grave = [f for f in json.loads(line)['findings'] if f['severity'] in ('major', 'critical')]
            named = any(f['kind'] in EXPECTED.get(r['label'], ()) for f in grave)
            for k, value in enumerate((1, bool(grave), named)):
                counts[r['label']][k] += value
            if r['label'] == listed and bool(grave) == (listed == 'ok'):
                print(r['source'], r['target'], *(f"  {f['kind']}: {f['message']}" for f in grave), '', sep='\n')
        print(f'{name:20}{"pairs":>6}{"caught":>9}{"named":>9}')
        for label, (pairs, caught, named) in sorted(counts.items()):
            share = f'{100 * named / pairs:8.1f}%' if label in EXPECTED else ''
            print(f'  {label:18}{pairs:6}{100 * caught / pairs:8.1f}%{share}')


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
