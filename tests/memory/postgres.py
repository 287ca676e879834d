#!/usr/bin/env python3
"""Runs a command beside a PostgreSQL server of its own, whose URL is in COTEJO_TEST_POSTGRES:

    postgres.py COMMAND [ARGUMENT...]

The server is Debian's package, lives in a temporary folder, listens on a socket there and on no port, and is
stopped whatever becomes of the command. Its user `postgres` needs no password; `ana`, once she is made, does.
A machine without the package is an error, not a reason to pass.
"""
import os, pathlib, shutil, signal, subprocess, sys, tempfile


def programs():
    found = sorted(pathlib.Path('/usr/lib/postgresql').glob('*/bin/initdb'), key=lambda path: int(path.parts[-3]))
    if not found:
        sys.exit('postgres.py: no PostgreSQL server here; install it: apt-get install postgresql')
    return found[-1].parent


def main(command):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    bin = programs()
    # A server refuses to run as root.
    other = ['runuser', '-u', 'postgres', '--'] if os.geteuid() == 0 else []
    folder = pathlib.Path(tempfile.mkdtemp(prefix='cotejo-postgres-'))
    server = None
    try:
        if other:
            shutil.chown(folder, 'postgres')
        folder.chmod(0o711)
        data = folder / 'data'
        run = lambda *arguments: subprocess.run([*other, *map(str, arguments)], check=True, cwd='/',
                                                stdout=subprocess.DEVNULL)
        run(bin / 'initdb', '--no-sync', '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8',
            '--pgdata', data)
        hba = data / 'pg_hba.conf'
        hba.write_text('local all ana scram-sha-256\nlocal all nobody reject\nlocal all all trust\n')
        server = subprocess.Popen([*other, str(bin / 'postgres'), '-D', str(data), '-k', str(folder), '-F',
                                   '-c', 'listen_addresses=', '-c', 'max_connections=50'],
                                  cwd='/', stdout=subprocess.DEVNULL, stderr=(folder / 'log').open('wb'))
        run('sh', '-c', 'for i in $(seq 300); do "$0" -q -h "$1" && exit; sleep 0.1; done; cat "$2" >&2; exit 1',
            bin / 'pg_isready', folder, folder / 'log')
        url = f'postgresql://postgres@/postgres?host={folder}'
        return subprocess.run(command, env={**os.environ, 'COTEJO_TEST_POSTGRES': url}).returncode
    finally:
        if server:
            pid = int((folder / 'data' / 'postmaster.pid').read_text().split()[0])
            os.kill(pid, signal.SIGINT)  # "fast": doesn't wait for who is connected
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
