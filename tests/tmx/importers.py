"""What importers.sh asks of a TMX.

usage: importers.py toolkit TMX               translate-toolkit finds every unit, with both languages
       importers.py project TMX FOLDER        makes an OmegaT project: the TMX as its memory, its source sentences as the
                                              document to translate
       importers.py translated TMX FOLDER LOG  OmegaT loaded the memory and translated the document from it
"""
import os
import shutil
import sys
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape

LANG = '{http://www.w3.org/XML/1998/namespace}lang'


def read(path):
    """The languages and the text pairs of a TMX, by a parser that is not ours."""
    root = ElementTree.parse(path).getroot()
    source = root.find('header').get('srclang')
    languages, pairs = None, []
    for tu in root.iter('tu'):
        variants = tu.findall('tuv')
        assert len(variants) == 2, 'two tuv a tu'
        found = tuple(tuv.get(LANG) for tuv in variants)
        assert languages in (None, found), f'languages change from {languages} to {found}'
        languages = found
        texts = tuple(tuv.find('seg').text or '' for tuv in variants)
        assert all(text.strip() for text in texts), f'a half-empty unit: {texts}'
        pairs.append(texts)
    assert pairs, 'no unit at all'
    assert languages[0] == source, f'srclang {source} is not xml:lang {languages[0]}'
    tuids = [tu.get('tuid') for tu in root.iter('tu')]
    assert len(set(tuids)) == len(tuids), 'a tuid stands twice'
    return languages, pairs


def toolkit(tmx):
    from translate.storage import tmx as storage
    (source, target), pairs = read(tmx)
    with open(tmx, 'rb') as file:
        store = storage.tmxfile(file, source, target)
    units = [(str(unit.source), str(unit.target)) for unit in store.units]
    assert units == pairs, f'translate-toolkit reads {units}, not {pairs}'
    for text, translation in pairs:
        assert store.translate(text) in [t for s, t in pairs if s == text], f'not found: {text}'
    print(f'  {len(units)} units')


def lines(pairs):
    return [source for source, _ in pairs]


def project(tmx, folder):
    (source, target), pairs = read(tmx)
    for name in ('source', 'target', 'tm/auto', 'glossary', 'dictionary', 'omegat'):
        os.makedirs(os.path.join(folder, name))
    shutil.copy(tmx, os.path.join(folder, 'tm/auto'))
    with open(os.path.join(folder, 'source/document.txt'), 'w', encoding='utf-8') as file:
        file.write(''.join(line + '\n\n' for line in lines(pairs)))
    folders = ''.join(f'<{name}_dir>__DEFAULT__</{name}_dir>' for name in ('source', 'target', 'tm', 'glossary', 'dictionary'))
    with open(os.path.join(folder, 'omegat.project'), 'w', encoding='utf-8') as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<omegat><project version="1.0">{folders}'
                   f'<source_lang>{escape(source)}</source_lang><target_lang>{escape(target)}</target_lang>'
                   '<sentence_seg>false</sentence_seg></project></omegat>\n')


def translated(tmx, folder, log):
    _, pairs = read(tmx)
    with open(log, encoding='utf-8', errors='replace') as file:
        said = file.read()
    for trouble in ('TF_TM_LOAD_ERROR', 'TMXR_WARNING', 'TMXR_ERROR', 'TMXR_FATAL', 'TMXR_EXCEPTION', 'TMXR_RECOVERABLE'):
        assert trouble not in said, f'OmegaT says {trouble}:\n{said}'
    assert 'TMXR_INFO_READING_COMPLETE' in said, f'OmegaT did not read the memory:\n{said}'
    with open(os.path.join(folder, 'target/document.txt'), encoding='utf-8-sig') as file:
        target = [line.rstrip('\n') for line in file if line.strip()]
    assert len(target) == len(pairs), f'{len(target)} lines for {len(pairs)} units:\n{said}'
    for (source, _), line in zip(pairs, target):
        wanted = [t for s, t in pairs if s == source]
        assert line in wanted, f'{source!r} is translated as {line!r}, not {wanted!r}\n{said}'
    print(f'  {len(target)} sentences translated from the memory')


if __name__ == '__main__':
    verbs = {'toolkit': toolkit, 'project': project, 'translated': translated}
    if len(sys.argv) < 3 or sys.argv[1] not in verbs:
        sys.exit(__doc__)
    verbs[sys.argv[1]](*sys.argv[2:])
