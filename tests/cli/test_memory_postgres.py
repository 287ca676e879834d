"""Without these a team loses what two of its members add at once, or finds another thing than each does alone.

Needs the server of tests/memory/postgres.py.
"""
import json, unittest
from test_memory import MemoryCase


class Team(MemoryCase):
    def files(self, *places):
        for place in places:
            self.write(place + '.tsv', ''.join(f'Murieron {n} personas en {place}.\t{n} people died in {place}.\t0.9\n'
                                               for n in range(100)))
        return [place + '.tsv' for place in places]

    def test_two_programs_add_at_once(self):
        self.files('Lima', 'Quito', 'Bogotá')
        running = [self.start('memory', 'add', 'Lima.tsv', name, '--source-lang', 'es', '--target-lang', 'en',
                              '--format', 'json') for name in ('Quito.tsv', 'Bogotá.tsv')]
        created = 0
        for process in running:
            out, err = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0, err)
            created += json.loads(out)['created']
        self.assertEqual(created, 300)
        self.assertEqual(self.json('stats')['units'], 300)

    def on_both(self, *arguments):
        return [self.memory(*arguments, '--store', store) for store in (self.location('m'), str(self.folder / 'm.db'))]

    def test_a_server_answers_as_a_file_does(self):
        self.on_both('add', *self.files('Lima', 'la sede'), '--source-lang', 'es', '--target-lang', 'en')
        for arguments in (('search', 'Murieron 7 personas en las sedes.', '--min-score', '50'), ('search', 'personas en Lima', '--min-score', '40'),
                          ('search', '12 people died in Lima.'), ('concordance', 'la sede'), ('concordance', 'died in'), ('concordance', '*on* en'),
                          ('concordance', 'in *'), ('concordance', 'di* in l*'),
                          ('terms',), ('export',)):
            for format in (('--format', 'json'), ()) if arguments != ('export',) else ((),):
                server, file = self.on_both(*arguments, *format)
                self.assertEqual(server, file, arguments)
                self.assertTrue(server or arguments == ('terms',), arguments)

    def test_an_export_comes_back_with_the_same_bytes(self):
        self.memory('add', *self.files('Lima'), '--source-lang', 'es', '--target-lang', 'en', '--domain', 'news')
        first = self.memory('export')
        self.write('first.tmx', first)
        again = self.location('again')
        self.memory('add', 'first.tmx', '--store', again)
        self.assertEqual(self.memory('export', '--store', again), first)

    def test_the_password_is_never_told(self):
        err = self.bad('memory', 'stats', '--store', 'postgresql://ana:hidden@127.0.0.1:1/x')
        self.assertNotIn('hidden', err)
        self.assertIn('no answer', err)


if __name__ == '__main__':
    unittest.main()
