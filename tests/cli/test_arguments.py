"""Without these a person who mistypes is left alone, and one who reads Spanish gets English."""
import re, unittest
from harness import Case


class Arguments(Case):
    def test_a_mistyped_option_is_answered_with_the_nearest(self):
        self.assertIn('unknown option --fromat; did you mean --format?', self.bad('align', '--fromat', 'tsv', 'a', 'b'))
        self.assertIn('did you mean --source-lang?', self.bad('align', '--sourcelang=es', 'a', 'b'))
        self.assertIn('unknown option --zzzzzz; see --help', self.bad('segment', '--zzzzzz', 'a'))
        self.assertIn('unknown option -x', self.bad('segment', '-x', 'a'))

    def test_a_mistyped_command_is_answered_with_the_nearest(self):
        self.assertIn('unknown command algin; did you mean align?', self.bad('algin', 'a', 'b'))
        self.assertIn('unknown command frobnicate; see cotejo --help', self.bad('frobnicate'))
        self.assertIn('no command given', self.bad())

    def test_values_are_checked(self):
        self.assertIn('--format: tmy is none of: tmx, tsv, jsonl, ladder, text', self.bad('align', '-f', 'tmy', 'a', 'b'))
        self.assertIn('--paragraphs: x is none of', self.bad('segment', '--paragraphs', 'x', 'a'))
        self.assertIn('--ui-lang: fr is none of: en, es', self.bad('segment', '--ui-lang', 'fr', 'a'))
        for value in '0', '9', '-1', 'four', '4.0', '99999999999999999999':
            self.assertIn('--most: ', self.bad('align', f'--most={value}', 'a', 'b'))
        for value in '1.5', '-0.1', 'nan', 'inf', '0,5', 'x':
            self.assertIn('--min-confidence: ', self.bad('align', f'--min-confidence={value}', 'a', 'b'))
        self.assertIn('--format needs a value', self.bad('align', 'a', 'b', '--format'))
        self.assertIn('--source-embed needs two files', self.bad('align', 'a', 'b', '--source-embed', 'c'))
        self.assertIn('SOURCE_DATE_EPOCH: soon', self.bad('align', 'a.es.txt', 'a.en.txt', env={'SOURCE_DATE_EPOCH': 'soon'}))
        self.assertIn('!xx-YY-ZZ: not a language tag', self.bad('align', '--source-lang', '!xx_yy_zz', 'a.es.txt', 'a.en.txt'))

    def test_the_number_of_files_is_checked(self):
        self.assertIn('expected two files', self.bad('align', 'a.es.txt'))
        self.assertIn('one file too many: c', self.bad('align', 'a', 'b', 'c'))
        self.assertIn('expected a file', self.bad('segment'))
        self.assertIn('expected a file', self.bad('anchors'))
        self.assertIn('only one of SOURCE and TARGET', self.bad('align', '-', '-'))

    def test_options_that_would_do_nothing_are_refused(self):
        self.assertIn('--explain goes with', self.bad('align', '--explain', '-f', 'tsv', 'a.es.txt', 'a.en.txt'))
        self.assertIn('--min-confidence goes with', self.bad('align', '--min-confidence', '.5', '-f', 'text', 'a.es.txt', 'a.en.txt'))

    def test_help_names_every_option_and_its_default(self):
        for command in 'align', 'segment', 'anchors', 'lexicon':
            page, err = self.good(command, '--help')
            self.assertEqual(err, '')
            self.assertTrue(page.startswith(f'Usage: cotejo {command} [OPTIONS]'))
            self.assertLessEqual(max(map(len, page.splitlines())), 80)
            for entry in re.split(r'\n(?=  -)', page.split('Options:\n')[1].split('\n\n')[0]):
                if re.match(r' +(-\w, )?--[\w-]+ [\w|]', entry):  # takes a value
                    self.assertIn('Default:', entry)
        page, _ = self.good('align', '--help')
        for option in ('--output', '--format', '--source-lang', '--target-lang', '--encoding', '--paragraphs', '--lines', '--most',
                       '--lexicon', '--explain', '--monotone', '--keep-metadata', '--min-confidence', '--unaligned', '--ui-lang', '--quiet'):
            self.assertIn(option, page)
        self.assertIn('align', self.good('--help')[0])
        self.assertEqual(self.good('align', '--help')[0], self.good('align', '-h', 'a', '--format', 'x')[0])

    def test_version(self):
        self.assertRegex(self.good('--version')[0], r'^cotejo \d+\.\d+\.\d+\n$')

    def test_the_environment_chooses_the_language(self):
        spanish = 'orden desconocida: algin; ¿quiso decir align?'
        self.assertIn(spanish, self.bad('algin', env={'LANG': 'es_ES.UTF-8'}))
        self.assertIn(spanish, self.bad('algin', env={'LANG': 'en_US.UTF-8', 'LC_MESSAGES': 'es'}))
        self.assertIn(spanish, self.bad('algin', env={'LANG': 'en_US', 'LC_MESSAGES': 'C', 'LC_ALL': 'es_MX@x'}))
        self.assertIn('unknown', self.bad('algin', env={'LANG': 'es_ES.UTF-8', 'LC_ALL': 'C'}))
        self.assertIn('unknown', self.bad('algin', env={'LANG': 'et_EE.UTF-8'}))
        self.assertIn(spanish, self.bad('algin', env={'LANG': 'es_ES.UTF-8', 'LC_ALL': ''}))

    def test_ui_lang_overrules_the_environment_wherever_it_stands(self):
        self.assertIn('orden desconocida', self.bad('--ui-lang', 'es', 'algin'))
        self.assertIn('opción desconocida', self.bad('align', '--fromat', 'x', '--ui-lang=es'))
        self.assertIn('unknown', self.bad('--ui-lang=en', 'algin', env={'LC_ALL': 'es_ES'}))
        self.assertIn('Uso: cotejo align [OPCIONES] ORIGEN DESTINO', self.good('align', '--help', '--ui-lang', 'es')[0])

    def test_spanish_help_is_spanish_throughout(self):
        for command in [], ['align'], ['segment'], ['anchors']:
            english, spanish = (self.good(*command, '--help', '--ui-lang', tongue)[0] for tongue in ('en', 'es'))
            self.assertNotIn('Default', spanish)
            shared = {line.strip() for line in english.splitlines()} & {line.strip() for line in spanish.splitlines()}
            self.assertFalse([line for line in shared if re.search(r'[a-z]+ [a-z]+ [a-z]+', line)])
            options = [set(re.findall(r'^  .*?(--[\w-]+)', page, re.M)) for page in (english, spanish)]
            self.assertEqual(*options)

    def test_a_name_with_a_line_end_stays_on_one_line(self):
        self.assertIn('no such file', self.bad('segment', 'two\nlines\x1b[31m'))

    def test_the_number_format_of_the_locale_plays_no_part(self):
        self.good('align', '--min-confidence', '0.5', 'a.es.txt', 'a.en.txt', env={'LC_ALL': 'es_ES.UTF-8', 'LC_NUMERIC': 'es_ES.UTF-8'})


if __name__ == '__main__':
    unittest.main()
