"""Without these translation editors get no answer from a memory, or anybody may write to it."""
import base64, gzip, json, re, signal, subprocess, threading, unittest, urllib.error, urllib.parse, urllib.request
from harness import Case

TABLE = ('El alcalde llegó tarde.\tThe mayor arrived late.\n'
         'Costó 3.500 millones.\tIt cost 3.5 billion.\n'
         '¿Sí/no? 100 % seguro\tYes/no? 100% sure\n')


class Serving(Case):
    def setUp(self):
        super().setUp()
        self.write('t.tsv', TABLE)
        self.good('memory', 'add', 't.tsv', '--source-lang', 'es', '--target-lang', 'en', '--store', 'm.db')
        self.serve()

    def serve(self, *options):
        self.server = self.start('memory', 'serve', '--store', 'm.db', '--port', '0', *options)
        self.addCleanup(self.stop)
        said = self.server.stdout.readline().decode()
        self.base = re.search(r'http://127\.0\.0\.1:(\d+)/tmserver/', said).group(0)
        self.port = int(re.search(r':(\d+)/', said).group(1))
        if '--token-file' not in options:
            self.token = self.server.stdout.readline().decode().split()[-1]

    def stop(self):
        if self.server.poll() is None:
            self.server.send_signal(signal.SIGTERM)
        self.server.communicate()

    def ask(self, path, method='GET', body=None, **headers):
        request = urllib.request.Request(self.base + path, method=method, headers=headers,
                                         data=None if body is None else json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read().decode())

    def refused(self, *arguments, **headers):
        with self.assertRaises(urllib.error.HTTPError) as refusal:
            self.ask(*arguments, **headers)
        refusal.exception.close()
        return refusal.exception.code

    def send(self, path, body, name, value):
        """The status of a body sent as it is; none where the server hung up while we were still talking."""
        request = urllib.request.Request(self.base + path, method='POST', data=body,
                                         headers={name: value, 'Authorization': f'Bearer {self.token}'})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status
        except urllib.error.HTTPError as refusal:
            refusal.close()
            return refusal.code
        except (urllib.error.URLError, ConnectionError):
            return None

    def unit(self, text, query='', pair='es/en'):
        return self.ask(f'{pair}/unit/{urllib.parse.quote(text, safe="")}{query}')

    def test_answers_have_the_members_of_tmserver_and_amagama(self):
        best = self.unit('El alcalde llegó tarde.')[0]
        self.assertEqual((best['source'], best['target'], best['quality']),
                         ('El alcalde llegó tarde.', 'The mayor arrived late.', 100))
        self.assertIn('context', best)
        self.assertIn('rank', best)
        self.assertEqual(self.unit('El alcalde llegó tarde.', pair='es_us/en_gb')[0]['quality'], 100)
        self.assertEqual(self.unit('The mayor arrived late.', pair='en/es')[0]['target'], 'El alcalde llegó tarde.')
        self.assertEqual(self.unit('¿Sí/no? 100 % seguro')[0]['target'], 'Yes/no? 100% sure')
        self.assertEqual(self.unit('Otra cosa'), [])

    def test_a_text_of_several_lines_is_answered(self):
        lines = {'source': 'Primera línea\nSegunda línea\r\n', 'target': 'First line\nSecond line\r\n'}
        self.ask('es/en/unit/' + urllib.parse.quote(lines['source'], safe=''), 'PUT', lines,
                 Authorization=f'Bearer {self.token}')
        best = self.unit(lines['source'])[0]
        self.assertEqual((best['source'], best['target'], best['quality']), (lines['source'], lines['target'], 100))
        self.assertEqual(self.unit('x\n' * 1200), [])

    def test_an_address_that_ends_in_a_slash_and_languages_of_gettext(self):
        text = urllib.parse.quote('¿Sí/no? 100 % seguro', safe='')
        for start in ('', '/'):
            self.assertEqual(self.ask(f'{start}es/en/unit/{text}')[0]['quality'], 100)
        self.base = self.base.replace('/tmserver/', '/api/v1/')
        self.assertEqual(self.ask(f'/es/en/unit/{text}')[0]['quality'], 100)
        self.assertEqual(self.ask(f'es@euro/en/unit/{text}')[0]['quality'], 100)
        self.assertEqual(self.ask(f'ca@valencia/en/unit/{text}'), [])
        self.assertEqual(self.ask('en/ca@valencia/unit/The%20mayor%20arrived%20late.'), [])

    def test_candidates_and_similarity_are_the_clients_choice(self):
        self.assertEqual(len(self.unit('El alcalde llegó muy tarde.')), 1)
        self.assertEqual(self.unit('El alcalde llegó muy tarde.', '?min_similarity=95'), [])
        self.assertEqual(len(self.unit('El alcalde llegó muy tarde.', '?min_similarity=30&max_candidates=1')), 1)
        self.assertEqual(self.unit('Costó 4.200 millones.')[0]['target'], 'It cost 4.2 billion.')
        self.assertEqual(self.ask('es/en/unit/?source=' + urllib.parse.quote('El alcalde llegó tarde.'))[0]['quality'], 100)
        self.assertEqual(self.ask('languages/'), {'sourceLanguages': ['es'], 'targetLanguages': ['en']})

    def test_an_editor_that_speaks_to_tmserver_finds_the_same_here(self):
        # The same requests to the translate-toolkit's own server; its answers are the measure.
        # Its web server, cheroot, is another package; Python's own serves as well.
        script = ('import sys, types; from wsgiref.simple_server import make_server\n'
                  'sys.modules["cheroot"] = types.ModuleType("cheroot")\n'
                  'sys.modules["cheroot.wsgi"] = types.SimpleNamespace(Server=None)\n'
                  'from translate.services.tmserver import TMServer\n'
                  'rest = TMServer(sys.argv[1], [sys.argv[2]], source_lang="es", target_lang="en", prefix="/tmserver").rest\n'
                  'def app(environ, start_response):\n'
                  # wsgiref hands the path over as latin-1, the toolkit expects it as its own server has it
                  '    environ["PATH_INFO"] = environ["PATH_INFO"].encode("latin-1").decode()\n'
                  '    return rest(environ, start_response)\n'
                  'server = make_server("127.0.0.1", 0, app)\n'
                  'print(server.server_port, flush=True); server.serve_forever()\n')
        self.write('t.po', ''.join(f'msgid "{s}"\nmsgstr "{t}"\n\n' for s, t in
                                   (line.split('\t') for line in TABLE.splitlines())))
        other = subprocess.Popen(['/usr/bin/python3', '-c', script, self.folder / 't.tmdb', self.folder / 't.po'],
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=self.folder)
        self.addCleanup(other.communicate)
        self.addCleanup(other.kill)
        port = other.stdout.readline().decode().strip()
        for text in ('El alcalde llegó tarde.', 'El alcalde llegó tarde', 'Nada que ver con eso'):
            path = '/tmserver/es/en/unit/' + urllib.parse.quote(text)
            with urllib.request.urlopen(f'http://127.0.0.1:{port}{path}', timeout=20) as answer:
                theirs = json.loads(answer.read())
            ours = self.unit(text)
            self.assertEqual([(one['source'], one['target']) for one in ours],
                             [(one['source'], one['target']) for one in theirs])
            for one, another in zip(ours, theirs):
                self.assertLessEqual(set(another), set(one))
                self.assertIsInstance(one['quality'], (int, float))

    def test_units_are_added_with_the_token_only(self):
        unit = {'source': 'Una nueva.', 'target': 'A new one.'}
        self.assertEqual(self.refused('es/en/unit/Una%20nueva.', 'PUT', unit), 401)
        self.assertEqual(self.refused('es/en/unit/x', 'POST', unit, Authorization='Bearer 0'), 401)
        mine = {'Authorization': f'Bearer {self.token}'}
        self.assertEqual(self.ask('es/en/unit/Una%20nueva.', 'PUT', unit, **mine)['created'], 1)
        self.assertEqual(self.unit('Una nueva.')[0]['target'], 'A new one.')
        more = [{'source': f'Frase {i}.', 'target': f'Sentence {i}.'} for i in range(20)]
        self.assertEqual(self.ask('es/en/store/doc.po', 'POST', more, **mine)['created'], 20)
        self.assertEqual(self.unit('Frase 7.')[0]['context'], 'doc.po')
        self.assertEqual(self.refused('es/en/unit/x', 'PUT', {'source': 3}, **mine), 400)
        self.assertEqual(self.refused('es/en/unit/x', 'DELETE'), 405)

    def test_the_token_is_also_taken_as_the_password_in_the_address(self):
        unit = {'source': 'Una nueva.', 'target': 'A new one.'}
        def basic(pair):
            return {'Authorization': 'Basic ' + base64.b64encode(pair.encode()).decode()}
        for wrong in ('x:' + self.token[:-1], self.token, 'x:', ':', '', f'x:{self.token}:'):
            self.assertEqual(self.refused('es/en/unit/x', 'PUT', unit, **basic(wrong)), 401, wrong)
        for user in ('', 'x', 'señor', 'four'):
            self.ask('es/en/unit/x', 'PUT', unit, **basic(f'{user}:{self.token}'))
        self.assertEqual(self.unit('Una nueva.')[0]['target'], 'A new one.')

    def test_the_units_of_a_large_file_are_taken_at_once(self):
        units = [{'source': f'Frase {i} de un fichero grande, {"ñ" * 60}.', 'target': f'Sentence {i}.'} for i in range(6000)]
        self.assertGreater(len(json.dumps(units)), 2 << 20)
        self.assertEqual(self.ask('es/en/store/large.po', 'POST', units, Authorization=f'Bearer {self.token}')['created'], 6000)

    def test_many_readers_beside_a_writer(self):
        mine = {'Authorization': f'Bearer {self.token}'}
        failures = []
        def read():
            try:
                for _ in range(20):
                    assert self.unit('El alcalde llegó tarde.')[0]['quality'] == 100
            except Exception as failure:
                failures.append(failure)
        readers = [threading.Thread(target=read) for _ in range(6)]
        for reader in readers:
            reader.start()
        for i in range(10):
            self.ask('es/en/unit/x', 'PUT', {'source': f'Nueva {i}.', 'target': f'New {i}.'}, **mine)
        for reader in readers:
            reader.join()
        self.assertEqual(failures, [])
        self.assertEqual(self.unit('Nueva 9.')[0]['target'], 'New 9.')

    def test_foreign_hosts_and_requests_too_large_are_refused(self):
        self.assertEqual(self.refused('es/en/unit/Hola', Host='evil.example'), 403)
        big = [{'source': 'x' * 1000, 'target': 'y' * 1000}] * 9000
        try:
            code = self.refused('es/en/store/x', 'POST', big, Authorization=f'Bearer {self.token}')
            self.assertEqual(code, 413)
        except (urllib.error.URLError, ConnectionError):
            pass  # it hung up while we were still talking
        packed = gzip.compress(b' ' * (40 << 20))
        self.assertEqual(self.send('es/en/store/x', packed, 'Content-Encoding', 'gzip'), 413)
        self.assertIn(self.send('es/en/store/x', (b' ' * (1 << 20) for _ in range(20)), 'X', 'y'), (413, None))
        self.assertEqual(self.refused('es/en/unit/x', 'PUT', {}, **{'Content-Type': 'multipart/form-data; boundary=x'}), 415)
        self.assertEqual(self.refused('nothing/here'), 404)
        self.assertEqual(self.unit('El alcalde llegó tarde.')[0]['quality'], 100)

    def test_the_token_can_come_from_a_file_and_a_stop_is_clean(self):
        self.stop()
        self.assertEqual(self.server.returncode, 0)
        self.write('token', 'a-secret-of-many-letters\n')
        self.serve('--token-file', 'token')
        unit = {'source': 'Una nueva.', 'target': 'A new one.'}
        self.assertEqual(self.ask('es/en/unit/x', 'PUT', unit, Authorization='Bearer a-secret-of-many-letters')['created'], 1)
        self.stop()
        self.write('short', 'abc\n')
        self.assertIn('short: its first line is no token', self.bad('memory', 'serve', '--store', 'm.db', '--port', '0',
                                                                    '--token-file', 'short'))

    def test_a_port_in_use_is_named(self):
        self.assertIn(str(self.port), self.bad('memory', 'serve', '--store', 'm.db', '--port', self.port))


if __name__ == '__main__':
    unittest.main()
