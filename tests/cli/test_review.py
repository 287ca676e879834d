"""Without these a build passes that must fail, a page runs what an article holds, or a memory isn't reviewed."""
import json, os, re, unittest
from urllib.parse import unquote
from harness import DATA, Case
from sarif import expect_sarif, shown

# Names, numbers and all: whatever the checks find here, they find the number.
SOURCE = 'La empresa Aguas del Poniente pagó 3.500 millones de dólares.\n\nNadie protestó por el retraso de la obra.\n'
TARGET = 'The company Aguas del Poniente paid 2.9 billion dollars.\n\nNobody complained about the delay of the work.\n'
HOSTILE = '<script>alert(1)</script> "onload=x" <!-- ]]> & \u202e \u2066 </main></style></script>'


class Review(Case):
    def setUp(self):
        super().setUp()
        self.write('b.es.txt', SOURCE)
        self.write('b.en.txt', TARGET)

    def findings(self, *arguments):
        return json.loads(self.good('review', *arguments, '-f', 'json')[0])['findings']

    def test_a_wrong_number_is_reported_in_every_format(self):
        found = [f for f in self.findings('b.es.txt', 'b.en.txt') if f['kind'] in ('number', 'currency')]
        self.assertTrue(found)
        self.assertEqual(found[0]['source']['line'], 1)
        self.assertEqual(SOURCE.encode()[slice(*found[0]['source']['span'])].decode(), found[0]['source']['text'])
        self.assertIn('2.9 billion', self.good('review', 'b.es.txt', 'b.en.txt')[0])
        self.assertIn('2.9 billion', self.good('review', 'b.es.txt', 'b.en.txt', '-f', 'html')[0])
        log = json.loads(self.good('review', 'b.es.txt', 'b.en.txt', '-f', 'sarif')[0])
        self.assertIn(found[0]['kind'], [result['ruleId'] for result in log['runs'][0]['results']])

    def test_the_exit_status_is_that_of_the_gravest_finding(self):
        self.assertEqual(self.run_cotejo('review', 'b.es.txt', 'b.en.txt')[0], 0)
        self.assertEqual(self.run_cotejo('review', 'b.es.txt', 'b.en.txt', '--fail-on', 'major')[0], 1)
        self.assertEqual(self.run_cotejo('review', 'a.es.txt', 'a.en.txt', '--fail-on', 'major')[0], 0)
        self.bad('review', 'b.es.txt', 'missing.txt', '--fail-on', 'major')
        self.write('house.toml', '[number]\ncheck = false\n[currency]\ncheck = false\n')
        self.assertEqual(self.run_cotejo('review', 'b.es.txt', 'b.en.txt', '--fail-on', 'major', '--config', 'house.toml')[0], 0)

    def test_a_report_is_written_also_when_the_build_fails(self):
        status, out, err = self.run_cotejo('review', 'b.es.txt', 'b.en.txt', '--fail-on', 'minor', '-o', 'r.sarif')
        self.assertEqual((status, out), (1, ''))
        self.assertIn('findings: ', err)
        self.assertEqual(json.loads((self.folder / 'r.sarif').read_bytes())['version'], '2.1.0')

    def test_the_format_is_that_of_the_name(self):
        for name, begin in ('r.html', '<!DOCTYPE html>'), ('r.json', '{'), ('r.sarif', '{\n "$schema"'), ('r.txt', 'b.es.txt'):
            self.good('review', 'b.es.txt', 'b.en.txt', '-o', name)
            self.assertTrue((self.folder / name).read_text().startswith(begin), name)

    def test_a_code_host_is_led_to_the_passages(self):
        long = 'A title\n\n\U0001f98a\U0001f98a '
        for encoding, ends, mark in ('utf-8', '\n', ''), ('utf-8', '\r\n', '\ufeff'), ('latin-1', '\r\n', ''):
            for name, text in ('es tú%.txt', SOURCE), ('en.txt', TARGET):
                text = (mark + (long if encoding == 'utf-8' else 'A title\n\n') + text + '\nNo \u00e9 fin.\n').replace('\n', ends)
                self.write(name, text.encode(encoding))
            log = json.loads(self.good('review', 'es tú%.txt', 'en.txt', '--source-lang', 'es', '--target-lang', 'en', '-f', 'sarif')[0])
            expect_sarif(self, log)
            run = log['runs'][0]
            self.assertTrue(run['results'])
            self.assertEqual(run['columnKind'], 'unicodeCodePoints')
            for result in run['results']:
                for location in result['locations'] + result.get('relatedLocations', []):
                    place = location['physicalLocation']
                    region, content = place['region'], (self.folder / unquote(place['artifactLocation']['uri'])).read_bytes()
                    snippet = region['snippet']['text']
                    begin = region['byteOffset']
                    self.assertEqual(content[begin:begin + region['byteLength']].decode(encoding).replace(ends, '\n'), snippet)
                    self.assertEqual(shown(region, content.decode(encoding).removeprefix(mark).replace(ends, '\n')), snippet)

    def test_code_hosts_take_the_log_of_a_memory_of_pipes_and_of_nothing(self):
        self.good('align', 'b.es.txt', 'b.en.txt', '-o', 'm.tmx')
        for arguments in ['m.tmx'], ['a.es.txt', 'a.en.txt'], ['-', self.folder / 'b.en.txt', '--source-lang', 'es', '--ui-lang', 'es']:
            expect_sarif(self, json.loads(self.good('review', *arguments, '-f', 'sarif', stdin=SOURCE.encode())[0]))
        for article in 'news', 'opinion', 'interview', 'moved':
            one, other = DATA / f'{article}.es.txt', DATA / f'{article}.en.txt'
            expect_sarif(self, json.loads(self.good('review', one, other, '-f', 'sarif')[0]))

    def test_a_build_fails_from_the_severity_on_that_it_names(self):
        self.write('one.toml', '[number]\nseverity = "minor"\n[currency]\nseverity = "minor"\n')
        ranks = {'minor': 1, 'major': 2, 'critical': 3}
        for has in ranks:
            off = ''.join(f'[{kind}]\ncheck = false\n' for kind in ('omission', 'addition', 'mistranslation', 'entity', 'negation', 'unit'))
            self.write('one.toml', off + ''.join(f'[{kind}]\nseverity = "{has}"\n' for kind in ('number', 'currency')))
            self.assertEqual({f['severity'] for f in self.findings('b.es.txt', 'b.en.txt', '--config', 'one.toml')}, {has})
            for asked in ranks:
                status = self.run_cotejo('review', 'b.es.txt', 'b.en.txt', '--config', 'one.toml', '--fail-on', asked)[0]
                self.assertEqual(status, int(ranks[has] >= ranks[asked]), f'{has} found, {asked} asked')

    def test_every_check_can_be_switched_off(self):
        self.write('c.es.txt', 'La obra costó 3.500 millones de dólares el 3 de mayo.\n\nNadie protestó por el el retraso.\n\n'
                   'El puente mide 180 kilómetros.\n\n¿Vendrá Ana Rojas a las 9.30 h.\n\nLa última frase no está en la traducción, por desgracia.\n')
        self.write('c.en.txt', 'The work cost 2.9 billion dollars on May 7.\n\nEverybody complained about the the delay.\n\n'
                   'The bridge is 180 feet  long.\n\nWill John Smith come at 8:15 p.m.?\n')
        log = json.loads(self.good('review', 'c.es.txt', 'c.en.txt', '-f', 'sarif')[0])
        kinds = [rule['id'] for rule in log['runs'][0]['tool']['driver']['rules']]
        found = {f['kind'] for f in self.findings('c.es.txt', 'c.en.txt')}
        self.assertGreater(len(found), 5)
        for kind in kinds:
            self.write('off.ini', f'[{kind}]\ncheck = off\n')
            self.assertNotIn(kind, {f['kind'] for f in self.findings('c.es.txt', 'c.en.txt', '--config', 'off.ini')})
        self.write('off.ini', ''.join(f'[{kind}]\ncheck = off\n' for kind in kinds))
        self.assertEqual(self.findings('c.es.txt', 'c.en.txt', '--config', 'off.ini'), [])

    def test_the_severity_is_as_the_house_has_it(self):
        self.write('house.ini', 'min-confidence = 0.1\n[number]\nseverity = minor\n[currency]\nseverity=minor\n')
        kinds = {f['kind']: f['severity'] for f in self.findings('b.es.txt', 'b.en.txt', '--config', 'house.ini')}
        self.assertTrue(kinds.keys() & {'number', 'currency'})
        self.assertEqual({kinds[k] for k in kinds.keys() & {'number', 'currency'}}, {'minor'})
        self.write('house.ini', '[numbers]\ncheck = off\n')
        self.assertIn('house.ini:1: unknown name numbers; did you mean number?', self.bad('review', 'b.es.txt', 'b.en.txt', '--config', 'house.ini'))
        self.assertIn('house.ini: is read', self.bad('review', 'b.es.txt', 'b.en.txt', '--config', 'house.ini', '-o', 'house.ini'))

    def test_a_memory_file_is_reviewed_unit_by_unit(self):
        self.good('align', 'b.es.txt', 'b.en.txt', '-o', 'm.tmx')
        found = [f for f in self.findings('m.tmx') if f['kind'] in ('number', 'currency')]
        self.assertTrue(found)
        line = (self.folder / 'm.tmx').read_text().splitlines()[found[0]['source']['line'] - 1]
        self.assertIn('<tu ', line)
        # The other way round, and a language that the memory hasn't.
        self.assertTrue(self.findings('m.tmx', '--source-lang', 'en', '--target-lang', 'es'))
        self.assertIn('passed over: 2', self.good('review', 'm.tmx', '--target-lang', 'fr')[1])
        self.assertIn('name the other one too', self.bad('review', 'b.es.txt'))

    def test_a_kept_memory_is_reviewed_or_its_absence_named(self):
        self.good('align', 'b.es.txt', 'b.en.txt', '-o', 'm.tmx')
        self.good('memory', 'add', 'm.tmx', '--store', 'kept.memory')
        found = [f for f in self.findings('--memory', 'kept.memory') if f['kind'] in ('number', 'currency')]
        self.assertIn('2.9 billion', found[0]['target']['text'])
        self.assertIn('missing.memory', self.bad('review', '--memory', 'missing.memory'))

    def test_the_page_holds_itself_together(self):
        page = self.good('review', 'b.es.txt', 'b.en.txt', '-f', 'html')[0]
        self.assertIn("default-src 'none'", page)
        self.assertNotRegex(page, r'https?://|<link|<img|<iframe| src="| style="|@import|url\(')
        self.assertEqual(page, self.good('review', 'b.es.txt', 'b.en.txt', '-f', 'html')[0])
        spanish = self.good('review', 'b.es.txt', 'b.en.txt', '-f', 'html', '--ui-lang', 'es')[0]
        self.assertIn('<html lang="es">', spanish)
        self.assertIn('Hallazgos', spanish)

    def test_a_hostile_article_is_shown_harmlessly(self):
        name = '<img src=x onerror=alert(1)>.txt'
        self.write(name, f'{HOSTILE} 5 gatos.\n\n{"a" * 1000000}\n\n{HOSTILE}\n')
        self.write('b"\u202e.txt', f'{HOSTILE} 7 cats.\n\n{HOSTILE}\n')
        both = (name, 'b"\u202e.txt', '--source-lang', 'es', '--target-lang', 'en')
        page = self.good('review', *both, '-f', 'html')[0]
        self.assertEqual(len(re.findall(r'<script', page)), 1)
        self.assertEqual(len(re.findall(r'<style', page)), 1)
        self.assertNotIn('<img', page)
        self.assertNotIn('<!--', page)
        for format in 'json', 'sarif':
            json.loads(self.good('review', *both, '-f', format)[0])
        text = self.good('review', *both)[0]
        self.assertNotIn('\u202e', text)
        self.assertLess(len(text), 100000)

    def test_colours_are_for_terminals_and_the_width_is_kept(self):
        plain = self.good('review', 'b.es.txt', 'b.en.txt', env={'COLUMNS': '120'})[0]
        self.assertNotIn('\x1b', plain)
        wide = [line for line in plain.splitlines() if '3.500' in line and '2.9' in line]
        self.assertTrue(wide, plain)
        narrow = self.good('review', 'b.es.txt', 'b.en.txt', env={'COLUMNS': '50'})[0]
        self.assertLessEqual(max(map(len, narrow.splitlines()[3:])), 50)
        self.assertIn('\x1b[', self.on_terminal('review', '-q', 'b.es.txt', 'b.en.txt'))
        self.assertNotIn('\x1b[', self.on_terminal('review', '-q', 'b.es.txt', 'b.en.txt', NO_COLOR='1'))

    def test_what_would_do_nothing_is_refused(self):
        self.assertIn('expected two files', self.bad('review'))
        self.assertIn('one file too many: c', self.bad('review', 'a', 'b', 'c'))
        self.assertIn('--format: pdf is none of: text, json, sarif, html', self.bad('review', 'a', 'b', '-f', 'pdf'))
        self.assertIn('--fail-on: neutral is none of', self.bad('review', 'a', 'b', '--fail-on', 'neutral'))
        self.assertIn('exclude each other', self.bad('review', 'a', 'b', '--strict', '--lenient'))
        self.assertIn('go with --serve', self.bad('review', 'a', 'b', '--port', '8000'))
        self.assertIn('--jsonl does not go', self.bad('review', '--jsonl', '-f', 'html'))
        self.assertIn('only one of SOURCE and TARGET', self.bad('review', '-', '-'))

    def test_real_articles_are_reviewed_in_both_directions(self):
        for article in 'news', 'opinion', 'interview', 'moved':
            for one, other in ('es', 'en'), ('en', 'es'):
                out = self.good('review', DATA / f'{article}.{one}.txt', DATA / f'{article}.{other}.txt', '-f', 'json')[0]
                report = json.loads(out)
                self.assertEqual(report['relation'], 'parallel')
                self.assertEqual(sum(report['counts'].values()), len(report['findings']))


if __name__ == '__main__':
    unittest.main()
