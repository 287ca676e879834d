#!/usr/bin/env python3
"""How fast cotejo is, and what memory it takes.

usage: speed.py BUILD_FOLDER     a release build that holds src/cli/cotejo and tests/bench/cotejo_bench

Stages inside one process by cotejo_bench (Google Benchmark, CPU time, median of three); whole processes by the kernel's
account of them, on bitext made by bitext.py. Where hunalign is on the PATH, it does the same beside.
"""
import json, os, shutil, statistics, subprocess, sys, tempfile

import accuracy, bitext, report
from usage import usage

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = (900, 9000, 27000)  # lines a side


def short(value):
    """Three digits, or the whole number."""
    return f'{value:,.0f}' if value >= 100 else f'{value:.3g}'


def stages(program):
    command = [program, '--benchmark_repetitions=3', '--benchmark_report_aggregates_only=true', '--benchmark_format=json']
    measured = json.loads(subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout)
    rows = []
    for run in measured['benchmarks']:
        if run['aggregate_name'] == 'median':
            rate = short(run['bytes_per_second'] / 1e6) if 'bytes_per_second' in run else '–'
            rows.append((run['run_name'], rate, short(run['cpu_time'])))
    report.table('Stages, one core, 24 MB of text a language in articles of 5 kB (MB = 10^6 bytes).',
                 command[:2], ['stage', 'MB/s', 'CPU ms'], rows)


def start_up(cotejo):
    runs = 41
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        tiny = [os.path.join(folder, name) for name in ('es.txt', 'en.txt')]
        for path, text in zip(tiny, ('Hola. ¿Vienes mañana?\n', 'Hello. Are you coming tomorrow?\n')):
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text)
        align = ['align', '--source-lang', 'es', '--target-lang', 'en']
        for shown, arguments in (('cotejo --version', ['--version']),
                                 ('cotejo align, two sentences a side', [*align, *tiny])):
            used = [usage([cotejo, *arguments]) for _ in range(runs)]
            wall, cpu, peak = (statistics.median(column) for column in zip(*used))
            rows.append((shown, f'{1000 * wall:.1f}', f'{1000 * cpu:.1f}', f'{peak:.0f}'))
    report.table(f'Start-up, median of {runs} runs.', 'tests/bench/speed.py BUILD', ['process', 'wall ms', 'CPU ms', 'peak MB'], rows)


def growth(cotejo):
    """Whole alignments of ever longer pairs."""
    with tempfile.TemporaryDirectory() as folder:
        stems = [os.path.join(folder, str(lines)) for lines in SIZES]
        for lines, stem in zip(SIZES, stems):
            bitext.write(lines, stem)
        commands = {'cotejo': lambda stem: accuracy.align_command(cotejo, stem)}
        if shutil.which('hunalign'):
            empty = os.path.join(folder, 'empty.dic')
            open(empty, 'w').close()
            files = lambda stem: [f'{stem}.en.sents', f'{stem}.es.sents']
            commands['hunalign'] = lambda stem: ['hunalign', empty, *files(stem)]
            commands['hunalign -realign'] = lambda stem: ['hunalign', '-realign', empty, *files(stem)]
        rows = []
        for name, command in commands.items():
            used = [usage(command(stem)) for stem in stems]
            ratio = f'{used[-1][1] / used[-2][1]:.1f}' if used[-2][1] else '–'
            rows.append((name, *(f'{cpu:.2f} / {peak:.0f}' for _, cpu, peak in used), ratio))
        report.table('Alignment of invented bitext (bitext.py), CPU s / peak MB of a process.',
                     accuracy.align_command('cotejo', 'STEM'),
                     ['program', *(f'{lines:,} lines a side' for lines in SIZES), f'growth {SIZES[-2]:,} → {SIZES[-1]:,}'], rows)
        scores = [accuracy.score_ladders(cotejo, [stem])[0].tallies['strict'].f1() for stem in stems]
    print('\nStrict F1 of those ladders, %: ' + ', '.join(f'{score:.1f}' for score in scores) + '.')


def main(build):
    cotejo = os.path.join(build, 'src/cli/cotejo')
    start_up(cotejo)
    growth(cotejo)
    stages(os.path.join(build, 'tests/bench/cotejo_bench'))


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
