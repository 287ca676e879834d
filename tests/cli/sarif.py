"""What SARIF 2.1.0 says of the objects that a review writes: required and possible properties, types and ranges."""
import re
from urllib.parse import urlsplit

TEXT, BAG = 'text', 'bag'
LEVELS = ('none', 'note', 'warning', 'error')
# object → property → whether it is required, and what it is: an object's name, [of a list], a tuple of words, (least, greatest)
# of a whole number, a pattern, or a type
SHAPES = {
    'log': {'$schema': (False, TEXT), 'version': (True, ('2.1.0',)), 'runs': (True, ['run'])},
    'run': {'tool': (True, 'tool'), 'language': (False, re.compile('[a-zA-Z]{2}(-[a-zA-Z]{2})?')), 'artifacts': (False, ['artifact']),
            'columnKind': (False, ('utf16CodeUnits', 'unicodeCodePoints')), 'results': (False, ['result'])},
    'tool': {'driver': (True, 'component')},
    'component': {'name': (True, TEXT), 'version': (False, TEXT), 'rules': (False, ['rule'])},
    'rule': {'id': (True, TEXT), 'name': (False, TEXT), 'shortDescription': (False, 'message'), 'fullDescription': (False, 'message'),
             'help': (False, 'message'), 'defaultConfiguration': (False, 'configuration'), 'properties': (False, BAG)},
    'configuration': {'level': (False, LEVELS)},
    'message': {'text': (True, TEXT)},
    'artifact': {'location': (False, 'artifactLocation')},
    'artifactLocation': {'uri': (False, 'uri'), 'index': (False, range(-1, 1 << 31))},
    'result': {'ruleId': (False, TEXT), 'ruleIndex': (False, range(-1, 1 << 31)), 'level': (False, LEVELS), 'message': (True, 'message'),
               'rank': (False, (-1.0, 100.0)), 'partialFingerprints': (False, BAG), 'locations': (False, ['location']),
               'relatedLocations': (False, ['location']), 'properties': (False, BAG)},
    'location': {'id': (False, range(-1, 1 << 31)), 'physicalLocation': (False, 'physicalLocation'), 'message': (False, 'message')},
    'physicalLocation': {'artifactLocation': (True, 'artifactLocation'), 'region': (False, 'region')},
    'region': {**{name: (False, range(1, 1 << 31)) for name in ('startLine', 'startColumn', 'endLine', 'endColumn')},
               'byteOffset': (False, range(0, 1 << 31)), 'byteLength': (False, range(0, 1 << 31)), 'snippet': (False, 'message')},
}


def expect(case, value, kind, where):
    """The value is of that kind, and so is all in it."""
    if isinstance(kind, list):
        case.assertIsInstance(value, list, where)
        case.assertEqual(len(value), len({repr(one) for one in value}), f'{where}: twice the same')
        for n, one in enumerate(value):
            expect(case, one, kind[0], f'{where}[{n}]')
    elif isinstance(kind, range):
        case.assertTrue(type(value) is int and value in kind, f'{where}: {value}')
    elif isinstance(kind, tuple) and isinstance(kind[0], float):
        case.assertTrue(kind[0] <= value <= kind[1], f'{where}: {value}')
    elif isinstance(kind, tuple):
        case.assertIn(value, kind, where)
    elif isinstance(kind, re.Pattern):
        case.assertRegex(value, f'^(?:{kind.pattern})$', where)
    elif kind == TEXT:
        case.assertIsInstance(value, str, where)
        case.assertTrue(value, where)
    elif kind == 'uri':
        case.assertRegex(value, r"^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#\[\]]|%[0-9A-F]{2})+$", where)
        case.assertIn(urlsplit(value).scheme, ('', 'file'), where)
    elif kind == BAG:
        case.assertIsInstance(value, dict, where)
    else:
        shape = SHAPES[kind]
        case.assertLessEqual(value.keys(), shape.keys(), where)
        for name, (required, inner) in shape.items():
            if required or name in value:
                case.assertIn(name, value, where)
                expect(case, value[name], inner, f'{where}.{name}')


def expect_sarif(case, log):
    expect(case, log, 'log', 'log')
    for run in log['runs']:
        rules = run['tool']['driver']['rules']
        case.assertEqual(len(rules), len({rule['id'] for rule in rules}))
        uris = {artifact['location']['uri'] for artifact in run['artifacts']}
        for result in run['results']:
            case.assertEqual(rules[result['ruleIndex']]['id'], result['ruleId'])
            case.assertTrue(all(isinstance(print, str) for print in result['partialFingerprints'].values()))
            for location in result['locations'] + result.get('relatedLocations', []):
                case.assertIn(location['physicalLocation']['artifactLocation']['uri'], uris)
        prints = [tuple(result['partialFingerprints'].values()) for result in run['results']]
        case.assertEqual(len(prints), len(set(prints)))


def shown(region, text):
    """What the region's lines and columns show of a text, in code points."""
    lines = text.split('\n')
    first, last = region['startLine'] - 1, region['endLine'] - 1
    begin, end = region['startColumn'] - 1, region['endColumn'] - 1
    if first == last:
        return lines[first][begin:end]
    return '\n'.join([lines[first][begin:], *lines[first + 1:last], lines[last][:end]])
