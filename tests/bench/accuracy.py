#!/usr/bin/env python3
"""How often cotejo is right, on gold data.

usage: accuracy.py COTEJO [FOLDER ...]

Measures tests/data, the folders named and, where BENCH_DATA names a folder, the texts of its segment and the pairs of its
align/*. A folder holds
  STEM.en.sents, STEM.es.sents, STEM.gold   an article pair, see tests/data/README.md
  STEM.en.txt, STEM.es.txt                  the same as running text (optional): paragraphs that hold no gold sentence are
                                            metadata, and left out
  SET.jsonl                                 {"doc", "lang", "text", "boundaries": [ends, in code points]} a line; a blank
                                            line in a text ends a paragraph
Segmentation, in visible characters, so that white space between sentences belongs to nobody:
  sentence  F1 of sentences with both ends right
  inner     F1 of the boundaries inside paragraphs: those between them come free
Alignment (cotejo align --lines, English first), beads pooled over the pairs of a folder:
  strict    F1 of the beads with text on both sides that equal a gold bead
  link      F1 of the sentence pairs in them
  null      F1 of the sentences without a counterpart
  many      strict F1 of the beads that are not 1-1
  ECE       expected calibration error of the confidence that a bead is in the gold, ten bins of equal width, in %
  AUC       how often a right bead has the higher confidence than a wrong one, ties counting half
End to end (cotejo align on the running texts), whatever the segments:
  strict    F1 of units whose two texts are those of a gold bead, white space not counted
  link      F1 of the pairs of gold sentences in the units; a unit holds a sentence of which it covers half or more
"""
import bisect, glob, itertools, json, os, re, subprocess, sys, time, unicodedata
from collections import Counter, defaultdict

import report

HERE = os.path.dirname(os.path.abspath(__file__))


class Tally:
    """Counts what was found, what was there, and what is both."""

    def __init__(self):
        self.both = self.found = self.there = 0

    def add(self, found, there):
        self.both += len(found & there)
        self.found += len(found)
        self.there += len(there)

    def precision(self):
        return 100 * self.both / self.found if self.found else 0.0

    def recall(self):
        return 100 * self.both / self.there if self.there else 0.0

    def f1(self):
        p, r = self.precision(), self.recall()
        return 2 * p * r / (p + r) if p + r else 0.0


# -- segmentation

def visible(text):
    return sum(not c.isspace() for c in text)


def segment(cotejo, records):
    """The ends of the segments of each text, in visible characters."""
    asked = ''.join(json.dumps({'id': str(i), 'lang': r['lang'], 'text': r['text']}, ensure_ascii=False) + '\n' for i, r in enumerate(records))
    done = subprocess.run([cotejo, 'segment', '--jsonl'], input=asked.encode(), stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if [a['id'] for a in answers] != [str(i) for i in range(len(records))]:
        sys.exit('cotejo segment: what comes out is not what went in')
    for record, answer in zip(records, answers):
        raw = record['text'].encode()
        ends = [end for _, end in answer['segments']]
        yield list(itertools.accumulate(visible(raw[a:b].decode()) for a, b in zip([0] + ends, ends)))


def score_segments(cotejo, records):
    sentences, inner = Tally(), Tally()
    for record, ends in zip(records, segment(cotejo, records)):
        text = record['text']
        before = [0, *itertools.accumulate(int(not c.isspace()) for c in text)]
        paragraphs = {before[m.start()] for m in re.finditer(r'(?=\n\n)', text)} | {before[-1]}
        gold = ({before[end] for end in record['boundaries']} | {before[-1]}) - {0}
        found = (set(ends) | paragraphs) - {0}
        inner.add(found - paragraphs, gold - paragraphs)
        sentences.add(*({*zip([0, *sorted(e)], sorted(e))} for e in (found, gold)))
    return sentences, inner


def record_of(stem, language):
    """The running text of an article with its gold, as a line of a SET.jsonl; None where the two don't fit."""
    with open(f'{stem}.{language}.txt', encoding='utf-8') as file:
        paragraphs = [' '.join(p.split()) for p in re.split(r'\n\s*\n', file.read()) if p.strip()]
    with open(f'{stem}.{language}.sents', encoding='utf-8') as file:
        sentences = [line.strip() for line in file]
    text, boundaries, next_one = '', [], 0
    for paragraph in paragraphs:
        at, ends = 0, []
        while next_one < len(sentences) and (found := re.match(r'\s*' + re.escape(sentences[next_one]), paragraph[at:])):
            at += found.end()
            ends.append(at)
            next_one += 1
        if at and at < len(paragraph):
            return None
        if at:
            text += '\n\n' if text else ''
            boundaries += [len(text) + end for end in ends]
            text += paragraph
    return {'lang': language, 'text': text, 'boundaries': boundaries} if next_one == len(sentences) else None


# -- alignment

def beads(text):
    """[(source indices, target indices, confidence or None)]"""
    ladder = re.findall(r'^\s*\[([\d\s,]*)\]:\[([\d\s,]*)\](?::(\S+))?', text, re.M)
    indices = lambda side: tuple(int(i) for i in side.split(',') if i.strip())
    return [(indices(a), indices(b), float(c) if c else None) for a, b, c in ladder]


def calibration(points):
    """Expected calibration error and area under the curve of [(confidence, right)]; None where they have no meaning."""
    if not points:
        return None, None
    bins = defaultdict(float)
    for confidence, right in points:
        bins[min(int(confidence * 10), 9)] += confidence - right
    rights = [c for c, right in points if right]
    wrongs = sorted(c for c, right in points if not right)
    below = sum(bisect.bisect_left(wrongs, c) + bisect.bisect_right(wrongs, c) for c in rights) / 2
    pairs = len(rights) * len(wrongs)
    return 100 * sum(map(abs, bins.values())) / len(points), below / pairs if pairs else None


class LadderScore:
    kinds = {
        'strict': lambda ladder: {b for b in ladder if b[0] and b[1]},
        'link': lambda ladder: {pair for a, b in ladder for pair in itertools.product(a, b)},
        'null': lambda ladder: {(side, i) for b in ladder for side in (0, 1) if not b[1 - side] for i in b[side]},
        'many': lambda ladder: {b for b in ladder if b[0] and b[1] and len(b[0]) + len(b[1]) > 2},
    }

    def __init__(self):
        self.tallies = {kind: Tally() for kind in self.kinds}
        self.points = []

    def add(self, found, gold, lines):
        """Ladders as texts; the lines of both sides, each of which must stand in one bead, in order."""
        found, gold = beads(found), beads(gold)
        for side in (0, 1):
            if [i for b in found for i in b[side]] != list(range(lines[side])):
                sys.exit('the ladder does not hold every line once and in order')
        pairs = [[b[:2] for b in ladder] for ladder in (found, gold)]
        for kind, part in self.kinds.items():
            self.tallies[kind].add(part(pairs[0]), part(pairs[1]))
        right = set(pairs[1])
        self.points += [(b[2], b[:2] in right) for b in found if b[2] is not None]


def count_lines(path):
    with open(path, encoding='utf-8') as file:
        return sum(1 for _ in file)


def align_command(cotejo, stem):
    return [cotejo, 'align', '--lines', '--format', 'ladder', '--quiet', '--source-lang', 'en', '--target-lang', 'es',
            f'{stem}.en.sents', f'{stem}.es.sents']


def score_ladders(cotejo, stems):
    """The score over article pairs and the seconds it took."""
    score, start = LadderScore(), time.time()
    answers = [subprocess.run(align_command(cotejo, stem), stdout=subprocess.PIPE, check=True).stdout for stem in stems]
    seconds = time.time() - start
    for stem, answer in zip(stems, answers):
        with open(f'{stem}.gold', encoding='utf-8') as gold:
            score.add(answer.decode(), gold.read(), [count_lines(f'{stem}.{language}.sents') for language in ('en', 'es')])
    return score, seconds


# -- end to end

def squash(text):
    return ''.join(unicodedata.normalize('NFC', text).split())


def numbered(items):
    """A set of items that may come more than once."""
    seen = Counter()
    for item in items:
        seen[item] += 1
        yield item, seen[item]


def sentences_in(texts, sentences):
    """For each text, taken from the sentences one after the other, the sentences it holds; None where it isn't in them."""
    whole, at = ''.join(sentences), 0
    ends = list(itertools.accumulate(map(len, sentences)))
    for text in texts:
        begin = whole.find(text, at)
        if begin < 0:
            begin = whole.find(text)
        if begin < 0:
            yield None
            continue
        at = end = begin + len(text)
        covered = lambda i: min(end, ends[i]) - max(begin, ends[i] - len(sentences[i]))
        near = range(bisect.bisect_right(ends, begin), min(bisect.bisect_left(ends, end) + 1, len(ends)))
        yield [i for i in near if 2 * covered(i) >= len(sentences[i])]


def score_texts(cotejo, stems, source, target):
    strict, link = Tally(), Tally()
    for stem in stems:
        command = [cotejo, 'align', '--format', 'tsv', '--quiet', '--source-lang', source, '--target-lang', target,
                   f'{stem}.{source}.txt', f'{stem}.{target}.txt']
        table = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
        units = [tuple(map(squash, line.split('\t')[:2])) for line in table.splitlines()]
        sides = []
        for language in (source, target):
            with open(f'{stem}.{language}.sents', encoding='utf-8') as file:
                sides.append([squash(line) for line in file])
        with open(f'{stem}.gold', encoding='utf-8') as file:
            gold = [b[:2] if source == 'en' else b[1::-1] for b in beads(file.read())]
        texts = [tuple(''.join(side[i] for i in part) for side, part in zip(sides, b)) for b in gold]
        strict.add(set(numbered(units)), set(numbered(t for t in texts if all(t))))
        links = set()
        for unit, parts in enumerate(zip(*(sentences_in(column, side) for column, side in zip(zip(*units), sides)))):
            links |= set(itertools.product(*parts)) if None not in parts else {('in no gold sentence', unit)}
        link.add(links, LadderScore.kinds['link'](gold))
    return strict, link


# -- tables

def percent(value, digits=2):
    return '–' if value is None else f'{value:.{digits}f}'


def segment_rows(cotejo, folder):
    sets = {}
    for path in sorted(glob.glob(os.path.join(folder, '*.jsonl'))):
        with open(path, encoding='utf-8') as file:
            sets[os.path.basename(path)[:-len('.jsonl')]] = [json.loads(line) for line in file if line.strip()]
    stems = sorted(path[:-len('.gold')] for path in glob.glob(os.path.join(folder, '*.gold')))
    for language in ('en', 'es'):
        texts = [record_of(stem, language) for stem in stems if os.path.exists(f'{stem}.{language}.txt')]
        if texts and all(texts):
            sets[f'{name_of(folder)}, {language}'] = texts
    for name, records in sets.items():
        sentences, inner = score_segments(cotejo, records)
        yield name, len(records), *(percent(f()) for t in (sentences, inner) for f in (t.precision, t.recall, t.f1))


def ladder_rows(cotejo, folder):
    stems = sorted(path[:-len('.gold')] for path in glob.glob(os.path.join(folder, '*.gold')))
    if stems:
        score, seconds = score_ladders(cotejo, stems)
        ece, auc = calibration(score.points)
        strict, *others = score.tallies.values()
        yield (name_of(folder), len(stems), percent(strict.precision()), percent(strict.recall()), percent(strict.f1()),
               *(percent(t.f1()) for t in others), percent(ece), percent(auc, 3), f'{seconds:.2f}')


def text_rows(cotejo, folder):
    stems = sorted(path[:-len('.gold')] for path in glob.glob(os.path.join(folder, '*.gold')))
    stems = [stem for stem in stems if os.path.exists(f'{stem}.en.txt') and os.path.exists(f'{stem}.es.txt')]
    for source, target in (('es', 'en'), ('en', 'es')) if stems else ():
        scores = score_texts(cotejo, stems, source, target)
        yield f'{name_of(folder)}, {source} → {target}', len(stems), *(percent(score.f1()) for score in scores)


def name_of(folder):
    return 'tests/data' if os.path.samefile(folder, os.path.join(HERE, '../data')) else os.path.basename(os.path.abspath(folder))


def main(cotejo, *folders):
    texts = pairs = [os.path.join(HERE, '../data'), *folders]
    if data := os.environ.get('BENCH_DATA'):
        texts = [*texts, os.path.join(data, 'segment')]
        pairs = [*pairs, *sorted(filter(os.path.isdir, glob.glob(os.path.join(data, 'align/*'))))]
    report.table('Sentences, %.', 'cotejo segment --jsonl',
                 ['set', 'texts', 'sentence P', 'R', 'F1', 'inner P', 'R', 'F1'],
                 (row for folder in texts for row in segment_rows(cotejo, folder)))
    report.table('Ladders, %.', align_command('cotejo', 'STEM'),
                 ['set', 'pairs', 'strict P', 'R', 'F1', 'link F1', 'null F1', 'many F1', 'ECE', 'AUC', 'seconds'],
                 (row for folder in pairs for row in ladder_rows(cotejo, folder)))
    report.table('End to end, %.', 'cotejo align --format tsv SOURCE.txt TARGET.txt', ['set', 'pairs', 'strict F1', 'link F1'],
                 (row for folder in texts for row in text_rows(cotejo, folder)))



if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
