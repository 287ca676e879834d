"""Without these scripts that feed cotejo lose sentences, or cannot tell which of their lines was wrong."""
import json, time, unittest
from harness import Case


class Segment(Case):
    def filter(self, *records, arguments=()):
        lines = ''.join((r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)) + '\n' for r in records)
        out, _ = self.good('segment', '--jsonl', *arguments, stdin=lines.encode())
        return [json.loads(line) for line in out.splitlines()]

    def pieces(self, answer):
        text = answer['text'].encode()
        return [text[b:e].decode() for b, e in answer['segments']]

    def test_a_segment_a_line(self):
        out, _ = self.good('segment', 'a.es.txt')
        self.assertEqual(out, 'El alcalde llegó tarde.\nLa reunión empezó sin él.\nNadie protestó por el retraso de la obra.\n')

    def test_wrapped_lines_become_one(self):
        self.write('wrapped.txt', 'El alcalde\nllegó tarde.\n\nLa reunión   empezó\nsin él.\n')
        out, _ = self.good('segment', '--paragraphs', 'blank', 'wrapped.txt')
        self.assertEqual(out, 'El alcalde llegó tarde.\nLa reunión empezó sin él.\n')

    def test_lines_are_taken_as_they_are(self):
        out, _ = self.good('segment', '--lines', '-', stdin='Uno. Dos.\nTres.\n'.encode())
        self.assertEqual(out, 'Uno. Dos.\nTres.\n')

    def test_output_goes_to_a_file(self):
        self.assertEqual(self.good('segment', 'a.es.txt', '-o', 'out.txt')[0], '')
        self.assertEqual((self.folder / 'out.txt').read_text(), self.good('segment', 'a.es.txt')[0])

    def test_records_keep_their_members_and_order(self):
        record = {'z': [1, {'y': None}], 'id': 'ñ-1', 'lang': 'es', 'text': 'Llegó. Se fue.', 'a': 0.5}
        [answer] = self.filter(record)
        self.assertEqual(list(answer), [*record, 'segments'])
        self.assertEqual({k: answer[k] for k in record}, record)
        self.assertEqual(self.pieces(answer), ['Llegó.', 'Se fue.'])

    def test_records_come_out_in_order(self):
        answers = self.filter(*({'id': i, 'lang': 'en', 'text': f'Line {i}. End.'} for i in range(300)))
        self.assertEqual([a['id'] for a in answers], list(range(300)))

    def test_offsets_are_bytes_of_the_text_that_was_given(self):
        decomposed = {'lang': 'es', 'text': 'La an\u0303o pasado llego\u0301. Se fue en avio\u0301n.'}
        [answer] = self.filter(decomposed)
        self.assertEqual(answer['text'], decomposed['text'])
        self.assertEqual(self.pieces(answer), ['La an\u0303o pasado llego\u0301.', 'Se fue en avio\u0301n.'])
        [answer] = self.filter({'lang': 'es', 'text': 'Fin de la pausa\u0001. Se marcho\u0301'})
        self.assertEqual(answer['segments'][-1][1], len(answer['text'].encode()))
        [answer] = self.filter({'lang': 'en', 'text': '\ufeffOne came.\r\n\r\nTwo left.\r\n'})
        self.assertEqual([p.strip('\ufeff') for p in self.pieces(answer)], ['One came.', 'Two left.'])

    def test_a_blank_line_ends_a_paragraph_and_a_single_line_end_does_not(self):
        [answer] = self.filter({'lang': 'en', 'text': 'A heading\n\nThe text\nruns on. It ends.'})
        self.assertEqual(self.pieces(answer), ['A heading', 'The text\nruns on.', 'It ends.'])

    def test_the_language_may_be_missing(self):
        [answer] = self.filter({'text': 'El perro de la casa ladra. El gato no.'})
        self.assertEqual(len(answer['segments']), 2)

    def test_empty_texts_and_blank_lines(self):
        answers = self.filter({'lang': 'es', 'text': ''}, '', '  ', {'lang': 'es', 'text': ' \n '})
        self.assertEqual([a['segments'] for a in answers], [[], []])
        self.assertEqual(self.good('segment', '--jsonl')[0], '')

    def test_a_bad_line_is_named_by_its_number(self):
        good = json.dumps({'lang': 'es', 'text': 'Bien.'})
        for bad, reason in (('{', 'not JSON'), ('[1]', 'not a JSON object'), ('{"lang": "es"}', '"text" is missing'),
                            ('{"text": 7}', '"text" is not a string'), ('{"text": "x", "lang": []}', '"lang" is not a string'),
                            ('{"text": "\\ud800"}', 'not JSON'), ('[' * 100000, 'nested too deeply'),
                            ('{"text": "x", "lang": "!!"}', 'language tag')):
            status, out, err = self.run_cotejo('segment', '--jsonl', stdin=f'{good}\n\n{bad}\n{good}\n'.encode())
            self.assertEqual((status, out.count('\n'), err.count('\n')), (2, 1, 1), err)
            self.assertTrue(err.startswith('cotejo: error: -:3: '), err)
            self.assertIn(reason, err)
        status, _, err = self.run_cotejo('segment', '--jsonl', stdin=b'{"text": "\xff"}\n')
        self.assertEqual((status, err), (2, 'cotejo: error: -:1: not JSON\n'))
        self.write('bad.jsonl', good + '\nx\n')
        self.assertIn('bad.jsonl:2: no es JSON', self.run_cotejo('segment', '--jsonl', 'bad.jsonl', '--ui-lang', 'es')[2])

    def test_each_answer_comes_before_the_next_question(self):
        import subprocess
        running = self.start('segment', '--jsonl', stdin=subprocess.PIPE)
        for i in range(3):
            running.stdin.write(json.dumps({'id': i, 'lang': 'en', 'text': 'One. Two.'}).encode() + b'\n')
            running.stdin.flush()
            self.assertEqual(json.loads(running.stdout.readline())['id'], i)
        self.assertEqual(running.communicate(timeout=20), (b'', b''))


if __name__ == '__main__':
    unittest.main()
