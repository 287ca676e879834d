#!/usr/bin/env python3
"""No two types have one name: to the linker they would be one, and the destructor of either serves both.

usage: one_definition.py FOLDER...

Sees what stands at the begin of a line, outside anonymous namespaces, as clang-format lays it out.
"""
import collections, pathlib, re, sys

definition = re.compile(r'(?:struct|class|union|enum|enum class) ([A-Za-z]\w*)(?: final)?(?: :[^;]*)?(?: \{.*)?$')


def types(path):
    hidden = False
    for number, line in enumerate(path.read_text(encoding='utf-8').split('\n'), 1):
        if line == 'namespace {':
            hidden = True
        elif line == '}  // namespace':
            hidden = False
        elif not hidden and (found := definition.match(line)):
            yield found.group(1), f'{path}:{number}'


places = collections.defaultdict(list)
for folder in sys.argv[1:]:
    for path in sorted(pathlib.Path(folder).rglob('*.[ch]pp')):
        for name, place in types(path):
            places[name].append(place)
assert places, 'no types found'
twice = {name: where for name, where in places.items() if len(where) > 1}
for name, where in sorted(twice.items()):
    print(f'{name}: {" and ".join(where)}')
sys.exit(bool(twice))
