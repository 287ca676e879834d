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
        self.assertIn('icu or check', self.bad('lexicon'))
        self.assertIn('none of: icu, check', self.bad('lexicon', 'make'))
        self.assertIn('expected a language', self.bad('lexicon', 'icu'))
        self.assertIn('no such tag', self.bad('lexicon', 'icu', 'no such tag'))
        self.assertIn('ICU has no names', self.bad('lexicon', 'icu', 'es', 'xx'))
        self.assertIn('one file too many', self.bad('lexicon', 'check', 'a', 'b'))
        self.assertIn('nowhere', self.bad('lexicon', 'check', 'nowhere'))
        self.assertIn('no tables', self.bad('lexicon', 'check', '.'))


if __name__ == '__main__':
    unittest.main()
