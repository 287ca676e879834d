"""Without these a writer of tables learns of a fault only when names are met wrongly."""
import unittest
from harness import Case

NAMES = '# Names.\n# Source: the test. Licence: Apache-2.0.\nkey\tkind\ten\tes\nua\tplace\tUkraine\tUcrania\n'


class Lexicon(Case):
    def test_a_table_from_icu_can_be_checked(self):
        table, _ = self.good('lexicon', 'icu', 'en', 'es')
        self.assertIn('\nua\tplace\tUkraine\tUcrania\n', table)
        (self.folder / 'names').mkdir()
        self.write('names/icu.tsv', table)
        self.assertIn('no faults', self.good('lexicon', 'check', '.')[1])

    def test_faults_are_named_by_file_and_line(self):
        (self.folder / 'tables/names').mkdir(parents=True)
        self.write('tables/names/a.tsv', NAMES)
        self.assertEqual(self.good('lexicon', 'check', 'tables'), ('', 'tables: 1; no faults\n'))
        self.write('tables/names/b.tsv', NAMES.replace('place', 'city'))
        status, out, err = self.run_cotejo('lexicon', 'check', 'tables', '--ui-lang', 'en')
        self.assertEqual(status, 2)
        self.assertEqual(out, 'names/b.tsv:4: no kind of name: city\n')
        self.assertIn('tables: 2; faults: 1', err)

    def test_the_tables_inside_are_sound(self):
        self.assertIn('no faults', self.good('lexicon', 'check')[1])

    def test_bad_usage_is_answered(self):
        self.assertIn('icu, learn or check', self.bad('lexicon'))
        self.assertIn('none of: icu, learn, check', self.bad('lexicon', 'make'))
        self.assertIn('expected a language', self.bad('lexicon', 'icu'))
        self.assertIn('no such tag', self.bad('lexicon', 'icu', 'no such tag'))
        self.assertIn('ICU has no names', self.bad('lexicon', 'icu', 'es', 'xx'))
        self.assertIn('one file too many', self.bad('lexicon', 'check', 'a', 'b'))
        self.assertIn('nowhere', self.bad('lexicon', 'check', 'nowhere'))
        self.assertIn('no tables', self.bad('lexicon', 'check', '.'))

    def memory(self, name, languages=('en', 'es')):
        nouns = [('house', 'casa'), ('horse', 'caballo'), ('bread', 'pan'), ('river', 'río'), ('bridge', 'puente')]
        verbs = [('burned', 'ardió'), ('vanished', 'desapareció'), ('arrived', 'llegó')]
        units = [(f'the {a} of the {c} {v}', f'el {b} de {d} {w}')
                 for a, b in nouns for c, d in nouns for v, w in verbs]
        body = ''.join(f'<tu>' + ''.join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>'
                                         for tag, text in zip(languages, unit)) + '</tu>\n' for unit in units)
        self.write(name, f'<tmx version="1.4"><header srclang="{languages[0]}"/><body>\n{body}</body></tmx>')
        return units

    def test_words_are_learned_checked_and_aligned_with(self):
        units = self.memory('m.tmx', ('EN-us', 'es_MX'))
        out, err = self.good('lexicon', 'learn', 'm.tmx')
        self.assertIn('# Source: m.tmx. Licence: (say', out)
        self.assertIn('\nhouse\tcasa\t0.6', out)
        self.assertIn('units: 75; words: 8', err)
        self.good('lexicon', 'learn', 'm.tmx', '-o', 'words.tsv')
        self.assertEqual((self.folder / 'words.tsv').read_text(), out)
        self.assertIn('no faults', self.good('lexicon', 'check', 'words.tsv')[1])
        self.good('align', 'a.es.txt', 'a.en.txt', '--lexicon', 'words.tsv', '--lexicon=words.tsv', '-o', 'a.tmx')
        self.write('m.tsv', ''.join(f'{a}\t{b}\t0.9\n' for a, b in units))
        again = self.good('lexicon', 'learn', 'm.tsv')[0]
        self.assertEqual(again.replace('m.tsv', 'm.tmx'), out)

    def test_what_cotejo_aligned_can_be_learned_from(self):
        self.write('s.txt', '\n'.join(a for a, _ in self.memory('m.tmx')))
        self.write('t.txt', '\n'.join(b for _, b in self.memory('m.tmx')))
        tables = set()
        for name in ('a.tmx', 'a.tsv', 'a.jsonl'):
            self.good('align', '--lines', '--source-lang', 'en', '--target-lang', 'es', 's.txt', 't.txt', '-o', name)
            tables.add(self.good('lexicon', 'learn', name)[0].replace(name, ''))
        self.assertEqual(len(tables), 1)

    def test_languages_without_tables_are_aligned_by_ones_own_pairs(self):
        self.write('s.txt', 'Der Hund bellt\nDie Katze schläft\nDas Pferd rennt\n')
        self.write('t.txt', 'Le chien aboie\nLe chat dort\nLe cheval court\n')
        self.write('mine.tsv', 'hund\tchien\nkatze\tchat\npferd\tcheval\t0.8\n')
        self.write('mine.dic', 'aboie @ bellt\n')
        out, _ = self.good('align', '--lines', '--source-lang', 'de', '--target-lang', 'fr', 's.txt', 't.txt', '--format',
                           'text', '--explain', '--lexicon', 'mine.tsv', '--lexicon', 'mine.dic')
        for pair in ('Hund ~ chien', 'Katze ~ chat', 'Pferd ~ cheval', 'bellt ~ aboie'):
            self.assertIn(pair, out)

    def test_a_bad_table_of_ones_own_is_named_with_its_line(self):
        self.write('mine.tsv', 'a\tb\nc\td\t7\n')
        self.assertIn('mine.tsv:2: 7 is no probability', self.bad('align', 'a.es.txt', 'a.en.txt', '--lexicon', 'mine.tsv'))
        self.assertIn('mine.tsv:2: 7 no es una probabilidad',
                      self.bad('align', 'a.es.txt', 'a.en.txt', '--lexicon', 'mine.tsv', '--ui-lang', 'es'))
        self.assertIn('no such file', self.bad('align', 'a.es.txt', 'a.en.txt', '--lexicon', 'none.tsv'))
        self.assertIn('is read', self.bad('align', 'a.es.txt', 'a.en.txt', '--lexicon', 'mine.tsv', '-o', 'mine.tsv'))
        self.assertEqual(self.run_cotejo('lexicon', 'check', 'mine.tsv')[:2],
                         (2, 'mine.tsv:2: 7 is no probability; write a number above 0 and up to 1, such as 0.8\n'))

    def test_a_damaged_memory_leaves_no_table(self):
        self.memory('m.tmx')
        text = (self.folder / 'm.tmx').read_text()
        self.write('cut.tmx', text[:len(text) // 2])
        self.assertIn('cut.tmx:39: the XML is damaged', self.bad('lexicon', 'learn', 'm.tmx', 'cut.tmx', '-o', 'w.tsv'))
        self.assertNotIn('w.tsv', self.names())
        self.assertIn('expected a file', self.bad('lexicon', 'learn'))
        self.assertIn('no such file', self.bad('lexicon', 'learn', 'none.tmx'))
        self.assertIn('is read', self.bad('lexicon', 'learn', 'm.tmx', '-o', 'm.tmx'))
        self.assertIn('no unit has both en and fr', self.bad('lexicon', 'learn', 'm.tmx', '--target-lang', 'fr'))
        self.write('few.tsv', 'house\tcasa\n')
        self.assertIn('too little text', self.bad('lexicon', 'learn', 'few.tsv', '--source-lang', 'en', '--target-lang', 'es'))
        self.write('bad.jsonl', '{}\n')
        self.assertIn('bad.jsonl:1: no bead', self.bad('lexicon', 'learn', 'bad.jsonl'))


if __name__ == '__main__':
    unittest.main()
