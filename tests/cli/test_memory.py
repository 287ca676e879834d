"""Without these a translator's memory loses units, finds the wrong ones, or says so too late."""
import json, os, pty, subprocess, unittest, xml.etree.ElementTree as ElementTree
from harness import COTEJO, DATA, Case

TABLE = ('El alcalde llegó tarde.\tThe mayor arrived late.\t0.9\n'
         'Murieron 12 personas.\tTwelve people died.\t0.8\n'
         'Costó 3.500 millones el 24 de febrero de 2025.\tIt cost 3.5 billion on February 24, 2025.\t0.95\n'
         'La Casa Blanca lo negó.\tThe White House denied it.\t1\n')
XLIFF = '{urn:oasis:names:tc:xliff:document:1.2}'


class MemoryCase(Case):
    """On SQLite or, where COTEJO_TEST_POSTGRES is a server's URL, there: the same tests."""

    def setUp(self):
        super().setUp()
        self.locations = {}
        self.write('t.tsv', TABLE)

    def location(self, name):
        """Of a memory that this test alone has."""
        server = os.environ.get('COTEJO_TEST_POSTGRES')
        if server is None:
            return str(self.folder / (name + '.db'))
        if name not in self.locations:
            database = f'cli_{os.getpid()}_{self.folder.name[7:].lower()}_{name}'
            subprocess.run(['psql', '-q', '-d', server, '-c', f'CREATE DATABASE "{database}"'], check=True)
            self.locations[name] = server.replace('/postgres?', f'/{database}?')
        return self.locations[name]

    def environment(self, **changes):
        changes.setdefault('COTEJO_MEMORY', self.location('m'))
        changes.setdefault('SOURCE_DATE_EPOCH', '1740391200')  # 2025-02-24T10:00:00Z
        return super().environment(**changes)

    def memory(self, *arguments, **how):
        return self.good('memory', *arguments, **how)[0]

    def json(self, *arguments, **how):
        return json.loads(self.memory(*arguments, '--format', 'json', **how))

    def table_added(self, *more):
        return self.json('add', 't.tsv', '--source-lang', 'es', '--target-lang', 'en', *more)


class Adding(MemoryCase):
    def test_a_unit_is_added_once(self):
        self.assertEqual(self.table_added()['created'], 4)
        again = self.table_added()
        self.assertEqual((again['created'], again['skipped']['there_already']), (0, 4))
        self.assertEqual(self.json('stats')['units'], 4)

    def test_people_read_why_units_were_skipped(self):
        self.write('odd.tsv', TABLE + ' \tnothing\n')
        out = self.memory('add', 'odd.tsv', '--source-lang', 'es', '--target-lang', 'en')
        self.assertIn('created: 4; updated: 0; skipped: 1; failed: 0', out)
        self.assertIn('without text on both sides: 1', out)
        self.assertIn('omitidas: 3', self.memory('add', 't.tsv', '--ui-lang', 'es', '--document', 'odd.tsv',
                                                '--source-lang', 'es', '--target-lang', 'en'))

    def test_what_align_writes_goes_in_with_document_position_and_context(self):
        tmx = self.good('align', DATA / 'news.es.txt', DATA / 'news.en.txt', '-q')[0]
        self.assertEqual(self.json('add', '--stdin', stdin=tmx.encode())['failed'], 0)
        lines = [json.loads(line) for line in self.memory('export', '-f', 'jsonl').splitlines()]
        self.assertTrue(all(line['document'] == str(DATA / 'news.es.txt') for line in lines))
        self.assertEqual([line['position'] for line in lines], sorted(line['position'] for line in lines))
        self.assertIn('after', lines[0])
        self.assertIn('before', lines[-1])
        self.assertEqual(lines[0]['date'], '20250224T100000Z')
        self.assertTrue(all(0 < line['confidence'] <= 1 for line in lines))

    def test_align_adds_to_a_memory_itself(self):
        out, err = self.good('align', 'a.es.txt', 'a.en.txt', '--memory', self.location('m'))
        self.assertEqual(out, '')
        self.assertIn('created: 3', err)
        self.assertEqual(self.json('stats')['units'], 3)
        self.good('align', 'a.es.txt', 'a.en.txt', '--memory', self.location('m'), '-o', 'a.tmx')
        self.assertIn('<tmx', (self.folder / 'a.tmx').read_text())
        self.assertEqual(self.json('stats')['units'], 3)

    def test_what_a_file_does_not_say_is_said_on_the_command_line(self):
        self.table_added('--document', 'doc', '--domain', 'sports', '--author', 'ana', '--status', 'confirmed')
        unit = json.loads(self.memory('export', '-f', 'jsonl').splitlines()[0])
        self.assertEqual([unit[name] for name in ('document', 'domain', 'author', 'status')],
                         ['doc', 'sports', 'ana', 'confirmed'])

    def test_languages_are_found_out_or_asked_for(self):
        self.memory('add', 't.tsv')
        self.assertEqual(self.json('stats')['languages'], {'es > en': 4})
        self.write('short.tsv', '1\t2\n')
        self.assertIn('short.tsv: cannot tell the languages', self.bad('memory', 'add', 'short.tsv'))

    def test_a_bad_file_is_named_with_its_line_and_leaves_nothing(self):
        self.write('bad.jsonl', '{"source":{"text":"a","language":"es"},"target":{"text":"b","language":"en"}}\nno\n')
        self.assertIn('bad.jsonl:2:', self.bad('memory', 'add', 'bad.jsonl'))
        self.write('cut.tmx', '<tmx version="1.4"><header srclang="es"/><body><tu><tuv xml:lang="es"><seg>Uno</seg></tuv>'
                              '<tuv xml:lang="en"><seg>One</seg></tuv></tu>')
        self.assertIn('cut.tmx:1:', self.bad('memory', 'add', 'cut.tmx'))
        self.assertIn('none.tmx: no such file', self.bad('memory', 'add', 'none.tmx'))
        self.assertEqual(self.json('stats')['units'], 0)

    def test_one_bad_file_among_good_ones_does_not_cost_the_others(self):
        self.write('bad.tsv', 'no tab\n')
        status, out, err = self.run_cotejo('memory', 'add', 'bad.tsv', 't.tsv')
        self.assertEqual(status, 2)
        self.assertIn('created: 4', out)
        self.assertIn('bad.tsv:1:', err)
        self.assertEqual(self.json('stats')['units'], 4)

    def test_the_default_memory_lies_in_the_data_folder(self):
        self.memory('add', 't.tsv', env={'COTEJO_MEMORY': '', 'XDG_DATA_HOME': str(self.folder / 'data')})
        self.assertTrue((self.folder / 'data/cotejo/memory.db').exists())
        self.memory('add', 't.tsv', env={'COTEJO_MEMORY': '', 'XDG_DATA_HOME': '', 'HOME': str(self.folder)})
        self.assertTrue((self.folder / '.local/share/cotejo/memory.db').exists())
        self.memory('add', 't.tsv', '--store', 'other.db')
        self.assertTrue((self.folder / 'other.db').exists())


class Finding(MemoryCase):
    def test_exact_and_fuzzy_matches_in_both_directions(self):
        self.table_added()
        best = self.json('search', 'El alcalde llegó tarde.')[0]
        self.assertEqual((best['score'], best['kind'], best['unit']['target']['text']),
                         (100, 'exact', 'The mayor arrived late.'))
        back = self.json('search', 'The mayor arrived late.')[0]
        self.assertEqual((back['score'], back['unit']['target']['text']), (100, 'El alcalde llegó tarde.'))
        like = self.json('search', 'El alcalde llegó muy tarde.')[0]
        self.assertEqual(like['kind'], 'fuzzy')
        self.assertTrue(70 <= like['score'] < 100)
        self.assertEqual(self.json('search', 'El alcalde llegó muy tarde.', '--min-score', '99'), [])
        self.assertEqual(self.json('search', 'El alcalde llegó tarde.', '--target-lang', 'fr'), [])

    def test_what_differs_is_marked_by_bytes_brackets_or_on_a_terminal_by_style(self):
        self.table_added()
        out = self.memory('search', 'El ministro llegó tarde.')
        self.assertIn('El [ministro] llegó tarde.', out)
        self.assertIn('El [alcalde] llegó tarde.', out)
        self.assertIn('The mayor arrived late.', out)
        child, screen = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execve(COTEJO, [COTEJO, 'memory', 'search', 'El ministro llegó tarde.'], self.environment(TERM='xterm'))
        seen = b''
        try:
            while piece := os.read(screen, 65536):
                seen += piece
        except OSError:
            pass
        os.close(screen)
        os.waitpid(child, 0)
        self.assertIn('\x1b[1;4malcalde\x1b[0m', seen.decode())

    def test_numbers_and_dates_are_set_in_as_the_target_language_writes_them(self):
        self.table_added()
        best = self.json('search', 'Costó 4.200 millones el 3 de marzo de 2026.')[0]
        self.assertEqual(best['adapted']['text'], 'It cost 4.2 billion on March 3, 2026.')
        self.assertEqual([best['adapted']['text'].encode()[begin:end].decode()
                          for begin, end in best['adapted']['replaced']], ['4.2 billion', 'March 3, 2026'])
        self.assertIn('It cost [4.2 billion] on [March 3, 2026].  (numbers replaced)',
                      self.memory('search', 'Costó 4.200 millones el 3 de marzo de 2026.'))

    def test_nothing_found_is_no_error(self):
        self.table_added()
        out, err = self.good('memory', 'search', 'Una frase del todo distinta')
        self.assertEqual((out, err), ('', 'nothing found\n'))
        self.assertEqual(self.json('concordance', 'ornitorrinco'), [])

    def test_a_phrase_is_shown_where_it_stands_whatever_its_case_and_accents(self):
        self.table_added()
        self.assertIn('La [Casa Blanca] lo negó.', self.memory('concordance', 'casa blanca'))
        self.assertIn('El alcalde [llegó] tarde.', self.memory('concordance', 'LLEGO'))
        hits = self.json('concordance', 'white house')
        self.assertEqual([hit['side'] for hit in hits], ['target'])
        self.assertIn('t.tsv #3  2025-02-24', self.memory('concordance', 'White House'))
        self.assertIn('La [Casa Blanca] lo negó.', self.memory('concordance', 'cas* *lanca'))
        self.assertIn('La Casa Blanca lo [negó].', self.memory('concordance', 'NEG*'))
        self.assertEqual(self.json('concordance', 'house', '--lang', 'es'), [])


class Documents(MemoryCase):
    def filled(self):
        self.good('align', DATA / 'news.es.txt', DATA / 'news.en.txt', '-o', 'news.tmx', '-q')
        self.memory('add', 'news.tmx')

    def test_a_document_comes_out_as_xliff_that_the_translate_toolkit_loads(self):
        self.filled()
        self.table_added()
        self.write('new.es.txt', (DATA / 'news.es.txt').read_text() + '\n\nMurieron 15 personas.\n\nAlgo nuevo del todo.\n')
        err = self.good('memory', 'pretranslate', 'new.es.txt', '-o', 'new.xlf')[1]
        self.assertIn('segments: ', err)
        script = ('import sys; from translate.storage import xliff\n'
                  'store = xliff.xlifffile.parsefile(sys.argv[1])\n'
                  'assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("es", "en")\n'
                  'exact = [u for u in store.units if u.target]\n'
                  'assert len(exact) > 10, len(exact)\n'
                  'for unit in exact: assert unit.getalttrans()[0].target == unit.target\n'
                  'last = store.units[-2]\n'
                  'assert last.source == "Murieron 15 personas." and not last.target\n'
                  'assert last.getalttrans()[0].target == "15 people died." or last.getalttrans()\n'
                  'assert not store.units[-1].getalttrans()\n')
        subprocess.run(['/usr/bin/python3', '-c', script, self.folder / 'new.xlf'], check=True)
        subprocess.run(['xliff2po', '--progress=none', self.folder / 'new.xlf', self.folder / 'new.po'], check=True,
                       stdout=subprocess.DEVNULL)
        self.assertIn('msgstr "', (self.folder / 'new.po').read_text())

    def test_a_sentence_between_the_same_neighbours_is_a_context_match(self):
        self.filled()
        self.good('memory', 'pretranslate', DATA / 'news.es.txt', '-o', 'new.xlf')
        qualities = [one.get('match-quality') for one in ElementTree.parse(self.folder / 'new.xlf').iter(XLIFF + 'alt-trans')]
        self.assertIn('101', qualities)

    def test_a_document_comes_out_as_tmx(self):
        self.filled()
        self.good('memory', 'pretranslate', DATA / 'news.es.txt', '-o', 'new.tmx')
        self.assertGreater(self.json('add', 'new.tmx', '--store', self.location('n'))['created'], 10)


class Keeping(MemoryCase):
    def test_export_and_import_lose_nothing(self):
        tmx = self.good('align', DATA / 'news.es.txt', DATA / 'news.en.txt', '-q')[0]
        self.memory('add', '--stdin', '--domain', 'news', '--author', 'ana', '--status', 'confirmed', stdin=tmx.encode())
        self.table_added('--domain', 'a & <b> "c"')
        self.memory('add', 't.tsv', '--source-lang', 'es-MX', '--target-lang', 'en-GB')
        self.write('plain.tmx', '<tmx version="1.4"><header srclang="es"/><body>' + ''.join(
            f'<tu><tuv xml:lang="es"><seg>Uno {i}</seg></tuv><tuv xml:lang="en"><seg>One {i}</seg></tuv></tu>' for i in 'abc') + '</body></tmx>')
        self.memory('add', 'plain.tmx')  # its units know of no document and no neighbours
        for kind in ('tmx', 'jsonl'):
            self.good('memory', 'export', '-o', f'one.{kind}')
            self.good('memory', 'add', f'one.{kind}', '--store', self.location(kind), env={'SOURCE_DATE_EPOCH': '0'})
            self.good('memory', 'export', '-o', f'two.{kind}', '--store', self.location(kind), env={'SOURCE_DATE_EPOCH': '0'})
            self.assertEqual((self.folder / f'one.{kind}').read_bytes(), (self.folder / f'two.{kind}').read_bytes())
        self.assertIn('El alcalde llegó tarde.\tThe mayor arrived late.\t0.9000\n', self.memory('export', '-f', 'tsv'))

    def test_filters_choose_what_is_exported_counted_and_deleted(self):
        self.table_added('--domain', 'sports', '--status', 'confirmed')
        self.memory('add', 't.tsv', '--document', 'old', '--source-lang', 'es', '--target-lang', 'en',
                    env={'SOURCE_DATE_EPOCH': '0'})
        def count(*filters):
            return self.json('stats', *filters)['units']
        self.assertEqual(count(), 8)
        self.assertEqual(count('--domain', 'sports'), 4)
        self.assertEqual(count('--status', 'draft'), 4)
        self.assertEqual(count('--since', '2025-02'), 4)
        self.assertEqual(count('--before', '1970-01-02'), 4)
        self.assertEqual(count('--document', 'old', '--min-confidence', '0.9'), 3)
        self.assertEqual(count('--max-confidence', '0.85'), 2)
        self.assertEqual(count('--source-lang', 'en'), 0)
        self.assertEqual(self.json('delete', '--document', 'old', '--dry-run'), {'would_delete': 4})
        self.assertEqual(count(), 8)
        self.assertEqual(self.json('delete', '--document', 'old'), {'deleted': 4})
        self.assertEqual(count(), 4)
        self.assertIn('--all', self.bad('memory', 'delete'))
        self.assertIn('deleted: 4', self.memory('delete', '--all'))
        self.assertIn('no date', self.bad('memory', 'stats', '--since', 'yesterday'))

    def test_of_equal_units_the_best_or_the_newest_stays(self):
        self.table_added('--document', 'a', '--status', 'confirmed')
        self.memory('add', 't.tsv', '--document', 'b', '--source-lang', 'es', '--target-lang', 'en',
                    env={'SOURCE_DATE_EPOCH': '1800000000'})
        self.memory('export', '-o', 'both.jsonl')
        self.assertEqual(self.json('dedupe', '--keep', 'newest'), {'deleted': 4})
        self.assertEqual(self.json('stats', '--document', 'b')['units'], 4)
        self.memory('add', 'both.jsonl', '--store', self.location('n'))
        self.assertEqual(self.json('dedupe', '--store', self.location('n')), {'deleted': 4})
        self.assertEqual(self.json('stats', '--document', 'a', '--store', self.location('n'))['units'], 4)

    def test_memories_are_merged(self):
        self.table_added()
        self.memory('add', 't.tsv', '--document', 'other', '--store', self.location('other'))
        merged = self.json('merge', self.location('other'))
        self.assertEqual(merged['created'], 4)
        self.assertEqual(self.json('merge', self.location('other'))['skipped']['there_already'], 4)
        self.assertEqual(self.json('stats')['units'], 8)
        self.assertIn('is the memory itself', self.bad('memory', 'merge', self.location('m')))
        self.assertIn('none.db', self.bad('memory', 'merge', 'none.db'))

    def test_terms_come_with_their_translations_and_counts(self):
        rows = ''
        for number, (es, en) in enumerate([('ganó', 'won'), ('perdió', 'lost'), ('negó', 'denied'), ('celebró', 'praised'),
                                           ('vio', 'saw'), ('quiso', 'wanted')] * 5):
            house = 'Washington' if number % 3 == 0 else 'the White House'
            when = [('Ayer', 'Yesterday'), ('Hoy', 'Today'), ('Luego', 'Later'), ('Pronto', 'Soon')][number % 4]
            rows += f'{when[0]} la Casa Blanca {es} {number} cosas.\t{when[1]} {house} {en} {number} things.\n'
            for es_name, en_name in (('nadie', 'nobody'), ('alguno', 'someone'), ('Zoila', 'Zoila')):
                rows += f'{when[0]} {es_name} {es} otras cosas.\t{when[1]} {en_name} {en} other things.\n'
        self.write('terms.tsv', rows)
        self.memory('add', 'terms.tsv', '--source-lang', 'es', '--target-lang', 'en')
        terms = {one['term']: one for one in self.json('terms')}
        self.assertEqual(terms['Casa Blanca']['units'], 30)
        self.assertEqual([one['text'] for one in terms['Casa Blanca']['translations']], ['White House', 'Washington'])
        self.assertIn('30\tCasa Blanca\tWhite House 20 | Washington 10\n', self.memory('terms', '--varying'))


class Usage(MemoryCase):
    def test_every_task_has_a_page_in_both_languages(self):
        page = self.memory('--help')
        self.assertIn('Usage: cotejo memory COMMAND [OPTIONS]', page)
        for task in ('add', 'search', 'pretranslate', 'concordance', 'export', 'stats', 'merge', 'delete', 'dedupe', 'terms',
                     'serve'):
            self.assertIn(f'\n  {task} ', page)
            self.assertIn(f'Usage: cotejo memory {task} [OPTIONS]', self.memory(task, '--help'))
            self.assertIn('--store LUGAR', self.memory(task, '--help', '--ui-lang', 'es'))

    def test_mistakes_are_answered_with_what_was_meant(self):
        self.assertIn('did you mean search?', self.bad('memory', 'serch', 'x'))
        self.assertIn('did you mean --min-score?', self.bad('memory', 'search', 'x', '--min-scor', '3'))
        self.assertIn('cotejo memory --help', self.bad('memory'))
        self.assertIn('expected a text', self.bad('memory', 'search'))
        self.assertIn('none of: text, json', self.bad('memory', 'stats', '--format', 'tmx'))
        self.assertIn('--min-score', self.bad('memory', 'search', 'x', '--min-score', '7'))


if __name__ == '__main__':
    unittest.main()
