"""Without these nobody sees what the aligner went by."""
import json, unittest
from harness import Case


class Anchors(Case):
    text = 'Un título de 2026\n\nPagaron 12 plazas. Quedan 45 libres.\n'

    def test_columns_in_a_pipe(self):
        self.write('n.txt', self.text)
        out, _ = self.good('anchors', '--lang', 'es', 'n.txt')
        rows = [line.split('\t') for line in out.splitlines()]
        self.assertTrue(all(len(row) == 5 for row in rows))
        self.assertIn(['1', '1', 'number', 'n:12'], [[r[0], r[1], r[2], r[3].split(' | ')[0]] for r in rows])
        self.assertIn(['1', '2', 'number', 'n:45'], [[r[0], r[1], r[2], r[3].split(' | ')[0]] for r in rows])

    def test_json_lines(self):
        self.write('n.txt', self.text)
        out, _ = self.good('anchors', '--lang', 'es', '--format', 'jsonl', 'n.txt')
        records = [json.loads(line) for line in out.splitlines()]
        [twelve] = [r for r in records if r['keys'] == ['n:12'] or r['keys'][0] == 'n:12']
        begin, end = twelve['span']
        self.assertEqual(self.text.encode()[begin:end].decode(), twelve['text'])
        self.assertEqual((twelve['block'], twelve['segment'], twelve['block_kind']), (1, 1, 'paragraph'))


if __name__ == '__main__':
    unittest.main()
