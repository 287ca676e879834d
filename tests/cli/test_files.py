"""Without these a person loses a file, or gets a page of noise where one line would do."""
import os, resource, signal, subprocess, time, unittest
from harness import COTEJO, Case


def small_files_only():
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


class Reading(Case):
    def commands(self, name):
        """Each command on the file, and on each side of a pair."""
        return ['segment', name], ['anchors', name], ['align', name, 'a.en.txt'], ['align', 'a.es.txt', name]

    def test_missing(self):
        for command in self.commands('none.txt'):
            self.assertIn('none.txt: no such file', self.bad(*command))
        self.assertIn('none.txt: no existe', self.bad('segment', 'none.txt', '--ui-lang', 'es'))

    def test_a_folder(self):
        (self.folder / 'folder').mkdir()
        for command in self.commands('folder'):
            self.assertIn('folder: is a folder, not a file', self.bad(*command))

    def test_unreadable(self):
        for command in self.commands('/proc/self/mem'):  # opens and then fails to read, for root too
            self.assertIn('/proc/self/mem: cannot be read', self.bad(*command))
        self.write('secret.txt', 'Texto.')
        (self.folder / 'secret.txt').chmod(0)
        if os.access(self.folder / 'secret.txt', os.R_OK):
            return  # root reads everything; the branch above stands for it
        self.assertIn('secret.txt: no permission to read it', self.bad('segment', 'secret.txt'))

    def test_binary(self):
        self.write('picture.png', b'\x89PNG\r\n\x1a\n' + bytes(range(256)) * 64)
        for command in self.commands('picture.png'):
            self.assertIn('picture.png', self.bad(*command))

    def test_empty(self):
        self.write('empty.txt', '')
        self.assertEqual(self.good('segment', 'empty.txt')[0], '')
        self.assertEqual(self.good('anchors', 'empty.txt')[0], '')
        for pair in ('empty.txt', 'a.en.txt'), ('a.es.txt', 'empty.txt'), ('empty.txt', 'a.es.txt'):
            out, err = self.good('align', *pair, '-f', 'tmx')
            self.assertIn('<tmx version="1.4">', out)
            self.assertNotIn('<tu ', out)
            self.assertEqual(err.count('warning: empty.txt: no text to align'), 1, err)
        self.good('align', 'empty.txt', 'empty.txt')

    def test_larger_than_a_gibibyte(self):
        with open(self.folder / 'huge.txt', 'wb') as file:
            file.truncate((1 << 30) + 1)
        for command in self.commands('huge.txt'):
            self.assertIn('huge.txt: larger than 1 GiB', self.bad(*command))

    def test_200_megabytes_in_one_line(self):
        with open(self.folder / 'line.txt', 'wb') as file:
            for _ in range(200):
                file.write(b'palabra ' * 131072)
        begin = time.time()
        status, out, err = self.run_cotejo('segment', 'line.txt')
        self.assertLess(time.time() - begin, 60)
        if status == 0:
            self.assertEqual(len(out.split()), 200 * 131072)
        else:
            self.assertEqual((status, err.count('\n')), (2, 1))

    def test_standard_input(self):
        spanish = (self.folder / 'a.es.txt').read_bytes()
        self.assertEqual(self.good('segment', '-', stdin=spanish), self.good('segment', 'a.es.txt'))
        by_pipe = self.good('align', '-', 'a.en.txt', '-f', 'ladder', stdin=spanish)[0]
        self.assertEqual(by_pipe, self.good('align', 'a.es.txt', 'a.en.txt', '-f', 'ladder')[0])

    def test_a_named_pipe_is_a_file_as_others(self):
        os.mkfifo(self.folder / 'pipe')
        running = self.start('segment', 'pipe')
        (self.folder / 'pipe').write_bytes('Uno. Dos.'.encode())
        self.assertEqual(running.communicate(timeout=20)[0].decode(), 'Uno.\nDos.\n')

    def test_names_are_bytes(self):
        self.write('--ñ ü\'".txt', 'Hola.')
        self.assertEqual(self.good('segment', '--', '--ñ ü\'".txt')[0], 'Hola.\n')


class Writing(Case):
    def align(self, *more, **how):
        return self.run_cotejo('align', 'a.es.txt', 'a.en.txt', *more, **how)

    def big(self):
        """A pair whose TMX takes a while to write."""
        self.write('b.es.txt', '\n\n'.join(f'Llegaron {i} personas a la plaza.' for i in range(4000)))
        self.write('b.en.txt', '\n\n'.join(f'{i} people came to the square.' for i in range(4000)))

    def test_a_file_and_standard_output_get_the_same(self):
        when = {'SOURCE_DATE_EPOCH': '1000000000'}
        out, _ = self.good('align', 'a.es.txt', 'a.en.txt', env=when)
        self.good('align', 'a.es.txt', 'a.en.txt', '-o', 'a.tmx', env=when)
        self.good('align', 'a.es.txt', 'a.en.txt', '-o', '-', env=when)
        self.assertEqual((self.folder / 'a.tmx').read_text(), out)
        self.assertIn('20010909T014640Z', out)
        self.assertEqual(self.names(), ['a.en.txt', 'a.es.txt', 'a.tmx'])

    def test_an_old_file_is_replaced_and_keeps_its_mode(self):
        old = self.write('a.tmx', 'old')
        old.chmod(0o640)
        self.good('align', 'a.es.txt', 'a.en.txt', '-o', 'a.tmx')
        self.assertIn('<tmx', old.read_text())
        self.assertEqual(old.stat().st_mode & 0o777, 0o640)

    def test_a_new_file_has_the_mode_of_the_umask(self):
        self.align('-o', 'a.tmx', preexec_fn=lambda: os.umask(0o027))
        self.assertEqual((self.folder / 'a.tmx').stat().st_mode & 0o777, 0o640)

    def test_a_link_stays_a_link(self):
        real = self.write('real.tmx', 'old')
        (self.folder / 'link.tmx').symlink_to('real.tmx')
        self.good('align', 'a.es.txt', 'a.en.txt', '-o', 'link.tmx')
        self.assertTrue((self.folder / 'link.tmx').is_symlink())
        self.assertIn('<tmx', real.read_text())

    def test_where_nothing_can_be_written(self):
        (self.folder / 'folder').mkdir()
        pair = ['align', 'a.es.txt', 'a.en.txt', '-o']
        self.assertIn('folder: is a folder', self.bad(*pair, 'folder'))
        self.assertIn('none/a.tmx: cannot be written: its folder does not exist', self.bad(*pair, 'none/a.tmx'))
        self.assertIn('/proc/a.tmx', self.bad(*pair, '/proc/a.tmx'))
        self.assertIn('/dev/full: cannot be written: no space is left', self.bad(*pair, '/dev/full'))
        self.good(*pair, '/dev/null')

    def test_an_input_is_never_overwritten(self):
        for name in 'a.es.txt', './a.en.txt':
            self.assertIn('is read; write to another file', self.bad('align', 'a.es.txt', 'a.en.txt', '-o', name))
            self.assertIn('is read', self.bad('align', 'a.es.txt', 'a.en.txt', '-o', 'x.tmx', '--unaligned', name))
        self.assertIn('name the same file', self.bad('align', 'a.es.txt', 'a.en.txt', '-o', 'x', '--unaligned', 'x'))

    def test_a_full_disk_leaves_the_old_file(self):
        self.big()
        old = self.write('b.tmx', 'old')
        status, _, err = self.run_cotejo('align', 'b.es.txt', 'b.en.txt', '-q', '-o', 'b.tmx', preexec_fn=small_files_only)
        self.assertEqual((status, err.count('\n')), (2, 1), err)
        self.assertIn('b.tmx: cannot be written', err)
        self.assertEqual(old.read_text(), 'old')
        self.assertEqual(self.names(), ['a.en.txt', 'a.es.txt', 'b.en.txt', 'b.es.txt', 'b.tmx'])

    def test_both_files_or_neither(self):
        self.assertIn('none/rest.tsv', self.bad('align', 'a.es.txt', 'a.en.txt', '-o', 'a.tmx', '--unaligned', 'none/rest.tsv'))
        self.assertEqual(self.names(), ['a.en.txt', 'a.es.txt'])

    def test_killed_at_any_moment_nothing_half_written_stays(self):
        self.big()
        begin = time.time()
        self.good('align', 'b.es.txt', 'b.en.txt', '-q', '-o', 'whole.tmx', env={'SOURCE_DATE_EPOCH': '1'})
        whole_time = time.time() - begin
        whole = (self.folder / 'whole.tmx').read_bytes()
        before = self.names()
        for kill in signal.SIGINT, signal.SIGTERM, signal.SIGKILL:
            for part in 0.1, 0.6, 0.85, 0.95, 1.0:
                running = self.start('align', 'b.es.txt', 'b.en.txt', '-q', '-o', 'b.tmx', env={'SOURCE_DATE_EPOCH': '1'})
                time.sleep(part * whole_time)
                running.send_signal(kill)
                running.communicate(timeout=60)
                if (self.folder / 'b.tmx').exists():
                    self.assertEqual((self.folder / 'b.tmx').read_bytes(), whole)
                    (self.folder / 'b.tmx').unlink()
                self.assertEqual(self.names(), before)

    def test_a_pipe_closed_early_is_no_error(self):
        self.big()
        for command in ['segment', 'b.es.txt'], ['align', 'b.es.txt', 'b.en.txt', '-q'], ['anchors', 'b.es.txt']:
            running = self.start(*command)
            running.stdout.read(10)
            running.stdout.close()
            self.assertEqual((running.wait(timeout=60), running.stderr.read()), (0, b''))
            running.stderr.close()

    def test_standard_output_that_is_full_or_closed(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([COTEJO, 'segment', 'a.es.txt'], cwd=self.folder, stdout=full, stderr=subprocess.PIPE,
                                  env=self.environment())
        self.assertEqual((done.returncode, done.stderr), (2, b'cotejo: error: -: cannot be written: no space is left\n'))
        done = subprocess.run(['sh', '-c', '"$0" segment a.es.txt >&-', COTEJO], cwd=self.folder, stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stderr.count(b'\n')), (2, 1))


if __name__ == '__main__':
    unittest.main()
