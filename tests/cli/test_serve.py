"""cotejo review --serve: the server behind the editor's page."""
import http.client, json, os, signal, sqlite3, time, unittest
from harness import Case, DATA


class Server:
    """A running editor, and a window on it."""
    def __init__(self, case, *arguments, env=None):
        self.case = case
        self.process = case.start('review', '--serve', '--no-browser', *arguments, env=env)
        case.addCleanup(self.end)
        line = self.process.stdout.readline().decode().strip()
        case.assertRegex(line, r'^http://127\.0\.0\.1:\d+/\?token=[0-9a-f]{32}$')
        self.origin, self.token = line.split('/?token=')
        self.port = int(self.origin.rsplit(':', 1)[1])

    def end(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait(20)
        for stream in (self.process.stdout, self.process.stderr):
            stream.close()
        return self.process.returncode

    def ask(self, method, path, body=None, **headers):
        """Status, headers, body. Headers that are None are left out."""
        given = {'X-Cotejo-Token': self.token, 'Origin': self.origin if method != 'GET' else None}
        given.update({name.replace('_', '-'): value for name, value in headers.items()})
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        try:
            connection.request(method, path, body, {k: v for k, v in given.items() if v is not None})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def get(self, path):
        status, _, body = self.ask('GET', path)
        self.case.assertEqual(status, 200, body)
        return json.loads(body)

    def project(self):
        return self.get('/api/project')

    def try_act(self, revision, action, **what):
        status, _, body = self.ask('POST', '/api/act', json.dumps({'revision': revision, 'action': action, **what}))
        return status, json.loads(body)

    def act(self, action, **what):
        status, answer = self.try_act(self.project()['revision'], action, **what)
        self.case.assertEqual(status, 200, answer)
        return answer

    def texts(self):
        return [tuple(' '.join(s['text'] for s in row[side]) for side in ('source', 'target'))
                for row in self.project()['rows']]


class Serve(Case):
    def serve(self, *arguments, **how):
        return Server(self, *(arguments or ('a.es.txt', 'a.en.txt')), **how)

    def test_editions_are_served_and_kept(self):
        server = self.serve()
        project = server.project()
        self.assertEqual(project['source'], {'lang': 'es', 'name': 'a.es.txt'})
        self.assertEqual(project['ui'], 'en')
        self.assertEqual(server.texts()[0], ('El alcalde llegó tarde.', 'The mayor arrived late.'))
        self.assertIn('a.es.cotejo', self.names())
        self.assertEqual(server.end(), 0)
        self.assertEqual([n for n in self.names() if 'cotejo' in n], ['a.es.cotejo'])

    def test_a_project_is_gone_on_with_by_its_own_name(self):
        self.serve().end()
        self.assertEqual(self.serve('a.es.cotejo').texts()[0], ('El alcalde llegó tarde.', 'The mayor arrived late.'))

    def test_stops_cleanly_on_interrupt(self):
        self.assertEqual(self.serve().end(signal.SIGINT), 0)

    def test_without_the_token_nothing_is_told(self):
        server = self.serve()
        for token in (None, '', 'x', '0' * 32, server.token[:-1], server.token + '0'):
            for method, path in (('GET', '/api/project'), ('GET', '/api/changes?since=0'), ('GET', '/api/export?format=tsv'),
                                 ('POST', '/api/act'), ('POST', '/api/memory'), ('GET', '/api/none')):
                status, _, body = server.ask(method, path, '{}' if method == 'POST' else None, X_Cotejo_Token=token)
                self.assertEqual(status, 403, (token, path))
                self.assertNotIn(b'alcalde', body)
        self.assertEqual(server.ask('GET', '/?token=' + '0' * 32)[0], 403)
        self.assertEqual(server.ask('GET', f'/api/project?token={server.token}', X_Cotejo_Token=None)[0], 403)
        self.assertEqual(server.ask('GET', f'/api/export?format=tsv&token={server.token}', X_Cotejo_Token=None)[0], 200)

    def test_other_sites_cannot_ask(self):
        server = self.serve()
        act = json.dumps({'revision': 99, 'action': 'bookmark', 'row': 1, 'on': True})
        for headers in ({'Origin': None}, {'Origin': 'null'}, {'Origin': 'http://evil.example'}, {'Origin': 'https://127.0.0.1:%d' % server.port},
                        {'Origin': 'http://127.0.0.1:1'}, {'Sec_Fetch_Site': 'cross-site'}, {'Sec_Fetch_Site': 'same-site'},
                        {'Host': 'evil.example'}, {'Host': 'evil.example:%d' % server.port}):
            self.assertEqual(server.ask('POST', '/api/act', act, **headers)[0], 403, headers)
        for headers in ({'Host': 'evil.example'}, {'Sec_Fetch_Site': 'cross-site'}):
            self.assertEqual(server.ask('GET', '/api/project', **headers)[0], 403, headers)
        self.assertFalse(server.project()['can_undo'])
        self.assertEqual(server.ask('POST', '/api/act', act, Origin='http://localhost:%d' % server.port, Sec_Fetch_Site='same-origin')[0], 200)

    def test_answers_shield_the_page(self):
        server = self.serve()
        for path in ('/', '/page/none.js', '/api/project'):
            headers = server.ask('GET', path)[1]
            self.assertIn("default-src 'none'", headers['Content-Security-Policy'])
            self.assertIn("frame-ancestors 'none'", headers['Content-Security-Policy'])
            self.assertEqual(headers['X-Content-Type-Options'], 'nosniff')
            self.assertIsNone(headers['Access-Control-Allow-Origin'])
            self.assertIsNone(headers['Set-Cookie'])

    def test_no_other_file_is_served(self):
        server = self.serve()
        for path in ('/page/../../../../etc/passwd', '/page/%2e%2e/%2e%2e/etc/passwd', '/page//etc/passwd', '/page/', '/a.es.txt', '/a.es.cotejo'):
            self.assertEqual(server.ask('GET', path)[0], 404, path)

    def test_requests_that_make_no_sense_are_refused(self):
        server = self.serve()
        status, _, _ = server.ask('POST', '/api/act', b'x' * (9 << 20))
        self.assertEqual(status, 413)
        deep = '[' * 100000
        for body in ('', '{', 'null', '[]', deep, '{"revision": 1, "action": "merge", "row": 1e300}', '{"revision": 1}', b'\xff\xfe\x00'):
            self.assertEqual(server.ask('POST', '/api/act', body)[0], 422, body[:50])
        self.assertEqual(server.try_act(1, 'merge', row=99)[0], 422)
        self.assertEqual(server.try_act(1, 'edit', row=1, side='source', segment=3, text='x')[0], 422)
        self.assertEqual(server.ask('DELETE', '/api/project')[0], 404)
        self.assertEqual(server.ask('GET', '/api/export?format=exe')[0], 422)
        self.assertEqual(len(server.texts()), 3)

    def test_acts_and_their_undoing(self):
        server = self.serve()
        before = server.texts()
        answer = server.act('merge', row=1)
        self.assertEqual((answer['order'], answer['focus'], answer['can_undo']), ([1, 3], 1, True))
        self.assertEqual(server.texts()[0][1], 'The mayor arrived late. The meeting began without him.')
        row = answer['rows'][0]
        self.assertEqual(row['id'], 1)
        answer = server.act('split', row=1, side='source', segment=row['source'][0]['id'], offset=len('El alcalde'))
        self.assertEqual(server.texts()[0][0], 'El alcalde')
        server.act('edit', row=1, side='source', segment=answer['rows'][0]['source'][0]['id'], text='La alcaldesa 😀')
        self.assertTrue(server.project()['rows'][0]['source'][0]['edited'])
        for _ in range(3):
            server.act('undo')
        self.assertEqual(server.texts(), before)
        for _ in range(3):
            server.act('redo')
        self.assertEqual(server.texts()[0][0], 'La alcaldesa 😀')
        self.assertEqual(server.act('realign')['can_redo'], False)

    def test_a_kill_between_two_acts_loses_nothing(self):
        server = self.serve()
        server.act('merge', row=1)
        server.act('state', row=1, state='confirmed')
        seen = server.texts()
        server.end(signal.SIGKILL)
        again = self.serve('--project', 'a.es.cotejo')
        self.assertEqual(again.texts(), seen)
        self.assertEqual(again.project()['rows'][0]['state'], 'confirmed')
        again.act('undo')
        again.act('undo')
        self.assertEqual(len(again.texts()), 3)
        again.end(signal.SIGKILL)
        self.assertTrue(self.serve('a.es.txt', 'a.en.txt').project()['can_redo'])

    def test_two_windows_never_overwrite_each_other(self):
        server = self.serve()
        seen = server.project()['revision']
        segment = server.project()['rows'][1]['target'][0]['id']
        status, mine = server.try_act(seen, 'edit', row=2, side='target', segment=segment, text='Mine.')
        self.assertEqual(status, 200)
        status, answer = server.try_act(seen, 'edit', row=2, side='target', segment=segment, text='Yours.')
        self.assertEqual((status, answer['row']), (409, 2))
        self.assertIn('changed elsewhere', answer['error'])
        status, answer = server.try_act(seen, 'merge', row=1)
        self.assertEqual(status, 409)
        status, answer = server.try_act(seen, 'bookmark', row=3, on=True)
        self.assertEqual((status, [row['id'] for row in answer['rows']]), (200, [2, 3]))
        changes = server.get(f'/api/changes?since={seen}')
        self.assertEqual(([row['id'] for row in changes['rows']], changes['order']), ([2, 3], None))
        self.assertEqual(server.texts()[1][1], 'Mine.')
        self.assertGreaterEqual(changes['revision'], mine['revision'])

    def test_two_servers_on_one_project_see_each_other(self):
        one = self.serve()
        other = self.serve('--project', 'a.es.cotejo')
        seen = other.project()['revision']
        one.act('merge', row=1)
        status, answer = other.try_act(seen, 'bookmark', row=1, on=True)
        self.assertEqual((status, answer['row']), (409, 1))
        self.assertEqual(other.get(f'/api/changes?since={seen}')['order'], [1, 3])
        other.act('undo')
        self.assertEqual(len(one.texts()), 3)

    def test_hostile_texts_are_data(self):
        hostile = '<script>alert(1)</script> \u202eevil\u202c "\'> </textarea> \\u0000 {{7*7}} &amp; \u2028 ' + 'x' * 1000000 + '.'
        self.write('h<b>.es.txt', hostile + '\n')
        self.write('h.en.txt', '<img src=x onerror=alert(1)>\n')
        server = self.serve('h<b>.es.txt', 'h.en.txt')
        status, headers, body = server.ask('GET', '/api/project')
        self.assertEqual(headers['Content-Type'], 'application/json; charset=utf-8')
        text = ' '.join(s['text'] for row in json.loads(body)['rows'] for s in row['source'])
        for part in ('<script>alert(1)</script>', '\u202eevil\u202c', '{{7*7}}', 'x' * 1000000):
            self.assertIn(part, text)
        row = next(row for row in server.project()['rows'] if row['target'])
        server.act('edit', row=row['id'], side='target', segment=row['target'][0]['id'], text='a\x00\x1b[31m\u202e' + 'y' * 1000000)
        self.assertIn('\u202e' + 'y' * 1000000, server.texts()[[r['id'] for r in server.project()['rows']].index(row['id'])][1])
        _, headers, body = server.ask('GET', '/api/export?format=html')
        self.assertIn('attachment', headers['Content-Disposition'])
        self.assertNotIn('<', headers['Content-Disposition'])
        self.assertNotIn(b'<script>alert', body)

    def test_exports_all_or_what_is_confirmed(self):
        server = self.serve()
        server.act('state', row=3, state='confirmed')
        for format, mark in (('tmx', b'<tu '), ('tsv', b'\n'), ('xliff', b'<trans-unit ')):
            for confirmed, count in ((0, 3), (1, 1)):
                status, headers, body = server.ask('GET', f'/api/export?format={format}&confirmed={confirmed}')
                self.assertEqual((status, body.count(mark)), (200, count), body)
                self.assertEqual(headers['Content-Disposition'], f'attachment; filename="a.es.{format}"')

    def test_xliff_says_what_is_confirmed(self):
        server = self.serve()
        server.act('state', row=3, state='confirmed')
        body = server.ask('GET', '/api/export?format=xliff')[2]
        self.assertEqual((body.count(b'state="final"'), body.count(b'state="needs-review-translation"')), (1, 2))

    def test_a_report_of_what_is_confirmed_can_be_taken_away(self):
        server = self.serve()
        server.act('state', row=3, state='confirmed')
        status, headers, body = server.ask('GET', '/api/export?format=html&confirmed=1')
        self.assertEqual((status, headers['Content-Type']), (200, 'text/html; charset=utf-8'))
        self.assertIn(b'Nadie', body)
        self.assertNotIn(b'alcalde', body)

    def test_confirmed_rows_go_to_a_memory_once(self):
        server = self.serve()
        server.act('confirm_until', row=2)
        ask = lambda location: server.ask('POST', '/api/memory', json.dumps({'location': location}))
        self.assertEqual(ask('')[0], 422)
        status, _, body = ask('m.memory')
        self.assertEqual(status, 200, body)
        self.assertEqual(json.loads(body)['created'], 2)
        self.assertEqual(server.project()['memory'], 'm.memory')
        self.assertEqual(json.loads(ask('')[2]), {'created': 0, 'updated': 0, 'same': 2, 'left': 0})
        self.assertEqual(ask('a.es.txt')[0], 422)

    def test_speaks_spanish(self):
        server = self.serve(env={'LC_ALL': 'es_ES.UTF-8'})
        self.assertEqual(server.project()['ui'], 'es')
        self.assertIn('deshacer', server.try_act(1, 'undo')[1]['error'])

    def test_opens_a_browser_where_there_is_one(self):
        self.write('xdg-open', '#!/bin/sh\nstat -c %a "$1" > opened; echo "$1" >> opened; cat "$1" >> opened; echo noise; echo noise >&2\n').chmod(0o755)
        process = self.start('review', '--serve', 'a.es.txt', 'a.en.txt', env={'PATH': f'{self.folder}:{os.environ["PATH"]}'})
        address = process.stdout.readline().decode().strip()
        for _ in range(200):
            if 'opened' in self.names() and (self.folder / 'opened').read_text().count('\n') == 3:
                break
            time.sleep(0.05)
        process.terminate()
        out, err = process.communicate(timeout=20)
        # The address goes to the browser in a file of one's own: the list of processes would show it to everybody.
        mode, page, content = (self.folder / 'opened').read_text().splitlines()
        self.assertEqual(mode, '600')
        self.assertNotIn('token', page)
        self.assertIn(f'url={address}"', content)
        self.assertFalse(os.path.exists(page))
        self.assertEqual((process.returncode, out), (0, b''))
        self.assertNotIn(b'noise', err)

    def test_no_browser_is_no_error(self):
        process = self.start('review', '--serve', 'a.es.txt', 'a.en.txt', env={'PATH': str(self.folder)})
        self.assertTrue(process.stdout.readline().startswith(b'http://'))
        process.terminate()
        process.communicate(timeout=20)
        self.assertEqual(process.returncode, 0)

    def test_a_taken_port_is_named(self):
        server = self.serve()
        self.assertIn('--port', self.bad('review', '--serve', '--no-browser', '--project', 'a.es.cotejo', '--port', server.port))

    def test_what_is_no_project_is_refused_in_a_line(self):
        self.write('text.cotejo', 'Once upon a time there was a text, and it was long enough to look at.\n' * 9)
        self.write('empty.cotejo', '')
        sqlite3.connect(self.folder / 'other.cotejo').executescript('CREATE TABLE a(b); INSERT INTO a VALUES(1)')
        self.serve().end()
        project = (self.folder / 'a.es.cotejo').read_bytes()
        self.write('cut.cotejo', project[:len(project) // 2])
        newer = sqlite3.connect(self.write('newer.cotejo', project))
        newer.executescript('PRAGMA user_version = 99')
        newer.close()
        wrong = sqlite3.connect(self.write('wrong.cotejo', project))
        wrong.executescript("UPDATE bead SET source = '1 1 77'")
        wrong.close()
        for name, said in (('text', 'not one of'), ('empty', 'no project'), ('other', 'no project'), ('newer', 'newer cotejo'),
                           ('wrong', 'damaged'), ('cut', ''), ('none', 'cannot be opened')):
            names = self.names()
            before = (self.folder / f'{name}.cotejo').read_bytes() if name != 'none' else None
            error = self.bad('review', '--serve', '--no-browser', '--project', f'{name}.cotejo')
            self.assertIn(f'{name}.cotejo', error)
            self.assertIn(said, error)
            self.assertEqual(self.names(), names)
            if before is not None:
                self.assertEqual((self.folder / f'{name}.cotejo').read_bytes(), before, name)

    def test_a_project_of_other_files_is_not_taken_for_these(self):
        self.serve().end()
        self.write('b.es.txt', 'Otra cosa.\n')
        self.assertIn('a.es.txt', self.bad('review', '--serve', '--no-browser', 'b.es.txt', 'a.en.txt', '--project', 'a.es.cotejo'))

    def test_a_project_that_may_not_be_written_is_refused(self):
        self.serve().end()
        (self.folder / 'a.es.cotejo').chmod(0o444)
        self.folder.chmod(0o755)
        def nobody():
            if os.geteuid() == 0:  # who may write anything
                os.setuid(65534)
        self.assertIn('may not be written', self.bad('review', '--serve', '--no-browser', '--project', 'a.es.cotejo', preexec_fn=nobody))

    def test_a_real_article_can_be_gone_through(self):
        server = self.serve(DATA / 'news.es.txt', DATA / 'news.en.txt', '--project', 'news.cotejo')
        before = server.project()
        row = next(r for r in before['rows'] if len(r['source']) > 0 and len(r['target']) > 0)
        server.act('unlink', row=row['id'])
        server.act('realign')
        server.act('confirm_until', row=server.project()['rows'][-1]['id'])
        server.act('realign')
        self.assertEqual({r['state'] for r in server.project()['rows']}, {'confirmed'})


if __name__ == '__main__':
    unittest.main()
