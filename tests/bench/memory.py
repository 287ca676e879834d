#!/usr/bin/env python3
"""How fast a memory is, how much disk it takes, and whether its search finds all.

usage: memory.py BUILD_FOLDER [UNITS]     a release build that holds tests/bench/cotejo_bench_memory

Units, queries and what is counted as found are described in invented_units.hpp and memory.cpp.
"""
import os, subprocess, sys, tempfile

import report


def main(build, units='1000000'):
    program = os.path.join(build, 'tests/bench/cotejo_bench_memory')
    with tempfile.TemporaryDirectory() as folder:
        out = subprocess.run([program, os.path.join(folder, 'memory'), units], stdout=subprocess.PIPE, check=True, text=True).stdout
    rows = [line.split('\t') for line in out.splitlines()]
    facts = {row[0]: row[1] for row in rows if len(row) == 2}
    report.table(f'A memory of {int(units):,} invented units (invented_units.hpp), in one process.', [program, 'FILE', units],
                 ['asked', 'queries', 'p50 ms', 'p95 ms', 'most ms', 'found any %'], [row for row in rows if len(row) == 6][1:])
    print(f'''
Import: {float(facts["units_per_s"]):,.0f} units/s ({float(facts["adding_s"]):.1f} s, CPU {float(facts["adding_cpu_s"]):.1f} s in two threads). Disk: {int(facts["file_bytes"]) / 1e6:,.0f} MB \
for {int(facts["text_bytes"]) / 1e6:,.0f} MB of text, {facts["ratio"]} times. First search after opening: {facts["open_ms"]} ms.
Recall at 70 %: of {int(facts["recall_expected"]):,} texts that a scan of one unit in twenty found for {facts["recall_queries"]} \
queries, {facts["recall_missed"]} were missed.''')


if __name__ == '__main__':
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
