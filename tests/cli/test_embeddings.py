"""Without these somebody with an encoder learns too late, or never, that its vectors were not those of the text."""
import os, struct, unittest
from harness import Case


def overlap_py(sentences, most):
    """What Vecalign's overlap.py writes, told in its own way."""
    runs = {' '.join(sentences[i:i + n]) for n in range(1, most + 1) for i in range(len(sentences) - n + 1)}
    if most > 1 and sentences:
        runs.add('PAD')
    return ''.join(run + '\n' for run in sorted(runs))


def floats(*numbers):
    return struct.pack(f'<{len(numbers)}f', *numbers)


class Overlaps(Case):
    def test_they_are_the_runs_of_the_sentences_that_segment_gives(self):
        sentences = self.good('segment', 'a.es.txt')[0].splitlines()
        for most in 1, 2, 4, 50:
            self.assertEqual(self.good('segment', '--overlaps', most, 'a.es.txt')[0], overlap_py(sentences, most))

    def test_a_sentence_that_comes_again_comes_once(self):
        out, _ = self.good('segment', '--overlaps', '2', '--lines', '-', stdin='Sí.\nNo.\n\nSí.\n'.encode())
        self.assertEqual(out, overlap_py(['Sí.', 'No.', 'Sí.'], 2))
        self.assertEqual(self.good('segment', '--overlaps', '4', '-')[0], '')

    def test_what_cannot_be_done_is_refused(self):
        for number in '0', '51', '-1', 'x', '1.5':
            self.assertIn('--overlaps: ', self.bad('segment', f'--overlaps={number}', 'a.es.txt'))
        self.assertIn('--jsonl', self.bad('segment', '--overlaps', '2', '--jsonl', 'a.es.txt'))


class Embeddings(Case):
    def setUp(self):
        super().setUp()
        for side in 'es', 'en':
            self.good('segment', '--overlaps', '2', f'a.{side}.txt', '-o', f'{side}.overlaps')
            lines = (self.folder / f'{side}.overlaps').read_text().count('\n')
            self.write(f'{side}.emb', floats(*(0.1 + (7 * i) % 5 for i in range(3 * lines))))

    files = '--source-embed', 'es.overlaps', 'es.emb', '--target-embed', 'en.overlaps', 'en.emb'

    def align(self, **changes):
        changed = [changes.get(f.replace('.', '_'), f) for f in self.files]
        return ('align', 'a.es.txt', 'a.en.txt', *changed, '--format', 'ladder')

    def test_good_files_are_taken_and_the_answer_is_always_the_same(self):
        first = self.good(*self.align())[0]
        self.assertEqual(first.count('\n'), 3)
        self.assertEqual(self.good(*self.align())[0], first)

    def test_the_options_may_stand_anywhere(self):
        plain = self.good(*self.align())[0]
        self.assertEqual(self.good('align', *self.files, 'a.es.txt', 'a.en.txt', '--format', 'ladder')[0], plain)
        self.assertEqual(self.good('align', 'a.es.txt', *self.files, 'a.en.txt', '--format', 'ladder')[0], plain)

    def test_one_side_alone_is_refused(self):
        for side in self.files[:3], self.files[3:]:
            self.assertIn('go together', self.bad('align', 'a.es.txt', 'a.en.txt', *side))
        self.assertIn('--target-embed needs two files',
                      self.bad('align', 'a.es.txt', 'a.en.txt', *self.files[:3], '--target-embed', 'en.overlaps'))

    def test_bad_files_are_named_with_the_mend(self):
        lines = (self.folder / 'es.overlaps').read_bytes()
        vectors = (self.folder / 'es.emb').read_bytes()
        self.write('empty', '')
        self.write('short.emb', vectors[:-4])
        self.write('odd.emb', vectors + b'x')
        self.write('wide.emb', vectors * 2)
        self.write('latin.overlaps', b'Uno.\nDos.\nA\xf1o.\n')
        self.write('more.overlaps', lines + b'Otra.\n')
        (self.folder / 'folder').mkdir()
        for what, said in (({'es_emb': 'empty'}, 'empty: 0 bytes'),
                           ({'es_emb': 'short.emb'}, 'short.emb: '),
                           ({'es_emb': 'odd.emb'}, 'make it again from that file'),
                           ({'es_overlaps': 'more.overlaps'}, 'lines of more.overlaps'),
                           ({'es_emb': 'wide.emb'}, 'wide.emb has vectors of 6 numbers and en.emb of 3'),
                           ({'es_overlaps': 'empty'}, 'empty: empty; write it with cotejo segment --overlaps'),
                           ({'es_overlaps': 'latin.overlaps'}, 'latin.overlaps:3: not UTF-8'),
                           ({'es_overlaps': 'none'}, 'none: no such file'),
                           ({'en_emb': 'none'}, 'none: no such file'),
                           ({'en_emb': 'folder'}, 'folder: is a folder'),
                           ({'en_emb': '/dev/null'}, '/dev/null: is read in its place'),
                           ({'en_emb': '-'}, '-: ')):
            self.assertIn(said, self.bad(*self.align(**what)), what)
        self.assertIn('vuelva a generarlo', self.bad(*self.align(es_emb='odd.emb'), '--ui-lang', 'es'))
        os.mkfifo(self.folder / 'pipe')
        self.assertIn('pipe: is read in its place', self.bad(*self.align(en_emb='pipe')))

    def test_they_are_not_written_over(self):
        for name in self.files[1:3] + self.files[4:]:
            before = (self.folder / name).read_bytes()
            self.assertIn('is read; write to another file', self.bad(*self.align(), '-o', name))
            self.assertEqual((self.folder / name).read_bytes(), before)

    def test_vectors_larger_than_memory_may_be(self):
        lines = (self.folder / 'es.overlaps').read_text().count('\n')
        dimension = 3_000_000_000 // lines  # 12 GB a side, holes that take no room on the disk
        for side in 'es', 'en':
            with open(self.folder / f'{side}.huge', 'wb') as file:
                file.truncate(4 * lines * dimension)
        self.write('few.overlaps', 'Otra.\nMás.\n')
        status, _, err = self.run_cotejo(*self.align(es_overlaps='few.overlaps', es_emb='es.huge', en_emb='en.huge'))
        self.assertEqual(status, 2)
        self.assertIn('make both with one model', err)


if __name__ == '__main__':
    unittest.main()
