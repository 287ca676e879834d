"""Figures as Markdown that can be pasted into the README: never without machine, date and command."""
import datetime, os, platform, shlex, subprocess


def machine():
    model = platform.processor() or platform.machine()
    try:
        with open('/proc/cpuinfo', encoding='utf-8') as info:
            model = next(line.split(':', 1)[1].strip() for line in info if line.startswith('model name'))
    except (OSError, StopIteration):
        pass
    return f'{model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}'  # a busy machine makes slow figures


def revision():
    """The commit that was measured; a "+" where files differ from it."""
    here = os.path.dirname(os.path.abspath(__file__))
    asked = subprocess.run(['git', '-C', here, 'describe', '--always', '--dirty=+'], capture_output=True, text=True)
    return asked.stdout.strip() or 'no git'


def table(title, command, head, rows):
    """Prints a table. The first column holds names, the others figures."""
    command = command if isinstance(command, str) else shlex.join(command)
    print(f'\n**{title}** {datetime.date.today()}, {machine()}, cotejo {revision()}; `{command}`\n')
    print('| ' + ' | '.join(head) + ' |')
    print('|---|' + '--:|' * (len(head) - 1))
    for row in rows:
        print('| ' + ' | '.join(str(cell) for cell in row) + ' |', flush=True)
