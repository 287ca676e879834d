"""What the black-box tests share: a folder for each case, and a way to run cotejo in it."""
import os, pathlib, pty, shutil, subprocess, tempfile, unittest

COTEJO = os.environ['COTEJO']
DATA = pathlib.Path(os.environ['COTEJO_TEST_DATA'])

SPANISH = 'El alcalde llegó tarde. La reunión empezó sin él.\n\nNadie protestó por el retraso de la obra.\n'
ENGLISH = 'The mayor arrived late. The meeting began without him.\n\nNobody complained about the delay of the work.\n'


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='cotejo-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.write('a.es.txt', SPANISH)
        self.write('a.en.txt', ENGLISH)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def environment(self, **changes):
        kept = {k: v for k, v in os.environ.items() if not k.startswith(('LC_', 'LANG', 'SOURCE_DATE', 'NO_COLOR'))}
        return {**kept, **changes}

    def start(self, *arguments, env=None, **how):
        return subprocess.Popen([COTEJO, *map(str, arguments)], cwd=self.folder, env=self.environment(**(env or {})),
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how)

    def run_cotejo(self, *arguments, stdin=b'', env=None, **how):
        """Status, standard output, standard error (both as text)."""
        done = subprocess.run([COTEJO, *map(str, arguments)], cwd=self.folder, input=stdin, timeout=120,
                              env=self.environment(**(env or {})), stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def good(self, *arguments, **how):
        status, out, err = self.run_cotejo(*arguments, **how)
        self.assertEqual(status, 0, err)
        return out, err

    def bad(self, *arguments, **how):
        """Runs what must fail: exit 2, nothing on standard output, one line on standard error, which comes back."""
        status, out, err = self.run_cotejo(*arguments, **how)
        self.assertEqual((status, out), (2, ''), err)
        self.assertEqual(err.count('\n'), 1, err)
        self.assertTrue(err.startswith('cotejo: error: '), err)
        return err

    def on_terminal(self, *arguments, **changes):
        """What a person sees: both outputs on one terminal."""
        child, screen = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execve(COTEJO, [COTEJO, *arguments], self.environment(TERM='xterm', **changes))
        seen = b''
        while True:
            try:
                piece = os.read(screen, 65536)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        os.close(screen)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0, seen)
        return seen.decode()

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())
