#!/usr/bin/env python3
"""What PostgreSQL's trigram index is good for in a team's memory: it has one of words, for their parts; would one of the
texts serve it better than its own lists do?

usage: trigrams.py BUILD_FOLDER [UNITS]     a release build that holds tests/bench/cotejo_bench_trigrams

Starts a server as the tests do. Both ways are asked the same. "Found" is the share of what a scan of all units finds; the
last similarity of each kind is the highest at which none of these is missed, which one only knows after the scan.
In both, fuzzy search is for all matches and concordance for the newest fifty. Some five minutes.
"""
import os, subprocess, sys

import report

SERVER = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../memory/postgres.py')


def main(build, units='100000'):
    program = os.path.join(build, 'tests/bench/cotejo_bench_trigrams')
    out = subprocess.run([sys.executable, '-B', SERVER, program, units], stdout=subprocess.PIPE, check=True, text=True).stdout
    rows = [line.split('\t') for line in out.splitlines()]
    facts = {row[0]: float(row[1]) for row in rows if len(row) == 2}
    report.table(f'{int(units):,} invented units on PostgreSQL, by lists and by trigrams (gin_trgm_ops).', ['tests/bench/trigrams.py', build, units],
                 ['asked', 'queries', 'p50 ms', 'p95 ms', 'to find', 'found %'], [row for row in rows if len(row) == 6])
    print(f'''
Text: {facts["text_bytes"] / 1e6:.0f} MB. Lists: {facts["list_bytes"] / 1e6:.0f} MB; import of all {facts["import_s"]:.1f} s. \
Trigram indexes of both sides: {facts["trigram_bytes"] / 1e6:.0f} MB; they add {facts["trigram_rows_s"] - facts["rows_s"]:.1f} s.''')


if __name__ == '__main__':
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
