"""Without these a crash, a full disk or a wrong file costs a translator the memory."""
import json, os, random, resource, signal, sqlite3, time, unittest
from harness import Case

UNITS = 6000


def jsonl(first, count, document):
    return ''.join(json.dumps({'source': {'language': 'es', 'text': f'La frase número {i} de {document}.'},
                               'target': {'language': 'en', 'text': f'Sentence number {i} of {document}.'},
                               'document': document, 'position': i, 'date': '20250101T000000Z'}) + '\n'
                   for i in range(first, first + count))


class Safety(Case):
    def environment(self, **changes):
        changes.setdefault('COTEJO_MEMORY', str(self.folder / 'm.db'))
        return super().environment(**changes)

    def units(self, store='m.db', *filters):
        out, _ = self.good('memory', 'stats', '--store', store, '--format', 'json', *filters)
        return json.loads(out)['units']

    def check_integrity(self):
        with sqlite3.connect(self.folder / 'm.db') as database:
            self.assertEqual(database.execute('PRAGMA integrity_check').fetchone(), ('ok',))

    def test_a_kill_at_any_moment_loses_nothing_kept_and_keeps_nothing_half(self):
        self.write('first.jsonl', jsonl(0, 50, 'kept'))
        self.write('more.jsonl', jsonl(0, UNITS, 'more'))
        self.good('memory', 'add', 'first.jsonl')
        begun = time.monotonic()
        self.good('memory', 'add', 'more.jsonl', '--store', 'whole.db')
        whole = time.monotonic() - begun
        moments = random.Random(7)
        for _ in range(50):
            process = self.start('memory', 'add', 'more.jsonl')
            time.sleep(moments.uniform(0, 1.1 * whole))
            process.kill()
            process.communicate()
            self.assertEqual(self.units('m.db', '--document', 'kept'), 50)
            self.assertLessEqual(self.units('m.db', '--document', 'more'), UNITS)
            self.check_integrity()
            if moments.random() < 0.5:
                self.good('memory', 'delete', '--document', 'more')
        self.good('memory', 'add', 'more.jsonl')
        self.assertEqual(self.units(), UNITS + 50)
        found, _ = self.good('memory', 'search', 'La frase número 4999 de more.', '--format', 'json')
        self.assertEqual(json.loads(found)[0]['score'], 100)

    def test_an_interrupt_undoes_what_was_begun_and_leaves_no_files_behind(self):
        self.write('more.jsonl', jsonl(0, 60000, 'more'))
        process = self.start('memory', 'add', 'more.jsonl')
        time.sleep(0.4)
        process.send_signal(signal.SIGINT)
        process.communicate()
        self.assertIn(process.returncode, (-signal.SIGINT, 0))
        if (self.folder / 'm.db').exists():
            self.assertIn(self.units(), (0, 60000))
            self.check_integrity()

    def test_two_writers_wait_for_each_other(self):
        self.write('a.jsonl', jsonl(0, 3000, 'a'))
        self.write('b.jsonl', jsonl(0, 3000, 'b'))
        both = [self.start('memory', 'add', name) for name in ('a.jsonl', 'b.jsonl')]
        for process in both:
            _, err = process.communicate()
            self.assertEqual(process.returncode, 0, err)
        self.assertEqual(self.units(), 6000)
        self.check_integrity()

    def test_a_file_that_is_no_memory_is_left_alone(self):
        self.write('text.db', 'Not a database, but somebody\'s letter.\n' * 40)
        self.write('u.jsonl', jsonl(0, 3, 'u'))
        for task in (('stats',), ('add', 'u.jsonl')):
            self.assertIn('text.db', self.bad('memory', *task, '--store', 'text.db'))
        self.assertTrue((self.folder / 'text.db').read_text().startswith('Not a database'))
        with sqlite3.connect(self.folder / 'other.db') as other:
            other.execute('CREATE TABLE mine (x)')
        self.assertIn('other.db', self.bad('memory', 'add', 'u.jsonl', '--store', 'other.db'))
        self.assertIn('none.db', self.bad('memory', 'stats', '--store', 'none.db'))
        self.assertIn('no/m.db', self.bad('memory', 'add', 'u.jsonl', '--store', 'no/m.db'))
        self.assertIn('a folder', self.bad('memory', 'add', 'u.jsonl', '--store', '.'))

    def test_a_newer_memory_asks_for_a_newer_cotejo(self):
        self.write('u.jsonl', jsonl(0, 3, 'u'))
        self.good('memory', 'add', 'u.jsonl')
        database = sqlite3.connect(self.folder / 'm.db')
        version = database.execute('PRAGMA user_version').fetchone()[0]
        database.execute(f'PRAGMA user_version = {version + 1}')
        database.close()
        self.assertIn('newer', self.bad('memory', 'stats'))

    def test_a_memory_that_may_not_be_written_says_so(self):
        self.write('u.jsonl', jsonl(0, 3, 'u'))
        self.good('memory', 'add', 'u.jsonl')
        (self.folder / 'm.db').chmod(0o444)
        self.folder.chmod(0o755)
        def nobody():
            if os.geteuid() == 0:  # who may write anything
                os.setuid(65534)
        self.assertIn('may not be written', self.bad('memory', 'add', 'u.jsonl', preexec_fn=nobody))
        self.assertEqual(self.units(), 3)

    def test_a_full_disk_leaves_the_memory_as_it_was(self):
        self.write('u.jsonl', jsonl(0, 3, 'u'))
        self.write('more.jsonl', jsonl(0, 40000, 'more'))
        self.good('memory', 'add', 'u.jsonl')
        def small_disk():
            resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, 2 << 20))
        self.assertIn('m.db', self.bad('memory', 'add', 'more.jsonl', preexec_fn=small_disk))
        self.assertEqual(self.units(), 3)
        self.check_integrity()


if __name__ == '__main__':
    unittest.main()
