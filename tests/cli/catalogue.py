#!/usr/bin/env python3
"""The messages of the source and those of the catalogues are the same.

usage: catalogue.py SOURCE_FOLDER PO_FILE       fails on what is missing, obsolete, or has other placeholders
       catalogue.py SOURCE_FOLDER               prints an empty catalogue of all messages

A message is a string literal that stands in Message{...}, Error({...}), tr(...), or that holds "{1}".
"""
import collections, pathlib, re, sys

literal = r'"(?:[^"\\\n]|\\.)*"'
literals = rf'{literal}(?:\s*{literal})*'
marked = re.compile(rf'(?:Message\{{|Error\(\{{|\btr\()\s*({literals})')
with_argument = re.compile(literals)
comment = re.compile(rf'({literal})|//[^\n]*')


def value(source):
    """The text of adjacent C++ or po literals."""
    return ''.join(one[1:-1] for one in re.findall(literal, source))


def messages(folder):
    found = {}
    for path in sorted(pathlib.Path(folder).rglob('*.[ch]pp')):
        text = comment.sub(lambda m: m.group(1) or '', path.read_text(encoding='utf-8'))
        hits = [m.group(1) for m in marked.finditer(text)]
        hits += [m.group(0) for m in with_argument.finditer(text) if '{1}' in m.group(0)]
        for hit in hits:
            found.setdefault(value(hit), path.relative_to(folder))
    return found


def translations(po):
    entries = {}
    for entry in re.split(r'\n\s*\n', pathlib.Path(po).read_text(encoding='utf-8')):
        match = re.search(rf'^msgid ({literals})\s*^msgstr ({literals})', entry, re.M)
        if match and value(match.group(1)):
            assert '#, fuzzy' not in entry, f'fuzzy: {match.group(1)}'
            entries[value(match.group(1))] = value(match.group(2))
    return entries


def main(folder, po=None):
    used = messages(folder)
    if po is None:
        for text, path in used.items():
            print(f'#: {path}\nmsgid "{text}"\nmsgstr ""\n')
        return 0
    known = translations(po)
    faults = [f'missing: {m}  ({used[m]})' for m in used if m not in known]
    faults += [f'obsolete: {m}' for m in known if m not in used]
    for m, translated in known.items():
        places = [collections.Counter(re.findall(r'\{\d\}', t)) for t in (m, translated)]
        if not translated:
            faults.append(f'not translated: {m}')
        elif places[0] != places[1]:
            faults.append(f'other placeholders: {m} -> {translated}')
    print('\n'.join(faults) or f'{len(known)} messages, all translated')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
