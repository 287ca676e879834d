"""What a process takes. Also a program: usage.py COMMAND... prints wall seconds, CPU seconds and peak kilobytes of COMMAND.

A program, since Linux counts towards a process's peak what its parent held when it was forked: the parent has to be small. Its own 9 MB are the least this can tell.
"""
import sys

if __name__ == '__main__':
    import os, resource, time
    start = time.perf_counter()
    silence = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=silence)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss)
    sys.exit(status)


def usage(command):
    """Wall seconds, CPU seconds and peak megabytes of a command, its output thrown away."""
    import subprocess
    done = subprocess.run([sys.executable, '-IS', __file__, *command], stdout=subprocess.PIPE, check=True, text=True)
    wall, cpu, kilobytes = map(float, done.stdout.split())
    return wall, cpu, kilobytes * 1024 / 1e6
