"""cotejo train: the aligner fitted to a user's own ladders."""
import shutil, unittest

from harness import DATA, Case

LANGUAGES = ('--source-lang', 'en', '--target-lang', 'es')


class Train(Case):
    def setUp(self):
        super().setUp()
        for name in ('news', 'interview', 'opinion'):
            for ending in ('gold', 'en.sents', 'es.sents'):
                shutil.copy(DATA / f'{name}.{ending}', self.folder)

    def test_own_weights_are_made_and_used(self):
        _, err = self.good('train', *LANGUAGES, '.', '-o', 'mine.tsv', '--folds', '3', '--fresh')
        self.assertIn('strict F1', err)
        table = (self.folder / 'mine.tsv').read_text()
        self.assertIn('(3 documents, ', table)
        out, _ = self.good('align', '--lines', '--format', 'ladder', '--weights', 'mine.tsv', *LANGUAGES, 'news.en.sents', 'news.es.sents')
        self.assertTrue(out.startswith('[0]:[0]'), out)

    def test_the_same_bytes_on_one_core_and_on_all(self):
        if shutil.which('taskset') is None:
            self.fail('taskset is missing')
        import os, subprocess
        one = subprocess.run(['taskset', '-c', '0', os.environ['COTEJO'], 'train', '--quiet', *LANGUAGES, '.'],
                             cwd=self.folder, stdout=subprocess.PIPE, check=True, timeout=120).stdout.decode()
        self.assertEqual(one, self.good('train', '--quiet', *LANGUAGES, '.')[0])

    def test_what_is_wrong_is_named(self):
        self.assertIn('no ladders', self.bad('train', *LANGUAGES, DATA / '..' / 'cli'))
        self.assertIn('--source-lang', self.bad('train', '.'))
        self.assertIn('exclude', self.bad('train', *LANGUAGES, '--fresh', '--weights', 'x', '.'))
        self.assertIn('--folds', self.bad('train', *LANGUAGES, '--folds', '1', '.'))
        self.assertIn('lost.en.sents', self.bad('train', *LANGUAGES, 'lost.gold'))
        self.write('news.gold', '[0]:[1]\n')
        self.assertIn('news.gold:1: segment 0 is due', self.bad('train', *LANGUAGES, 'news.gold'))
        self.write('news.en.sents', 'One.\n\nTwo.\n')
        self.assertIn('news.en.sents: a line is blank', self.bad('train', *LANGUAGES, 'news.gold'))
        self.write('mine.tsv', 'feature\tluck\t7\n')
        self.assertIn('mine.tsv:1:', self.bad('align', '--weights', 'mine.tsv', 'a.en.txt', 'a.es.txt'))


if __name__ == '__main__':
    unittest.main()
