"""The results as Markdown tables."""

import math
import os
import platform
import statistics
from datetime import date

import bare
from Driver.environment import call, processor
from timing import median
from tools import BUILD_BOOK, CELL, COLD, PROSE, UNCHANGED

PACKAGES = ["jupyter-book", "myst-nb", "jupyter-cache", "Sphinx", "nbconvert", "nbclient", "ipykernel"]

# build-book's case, what it is held against, and the largest ratio that is wanted.
WANTED = [
    (COLD, bare.ALL, 1.2),
    (UNCHANGED, bare.LINE, 0.5),
    (PROSE, bare.LINE, 0.5),
    (CELL, bare.CHAPTER, 1.5),
]
MILLISECONDS_A_CHAPTER = 3


def table(lines):
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    rule = ["-" * (width - 1) + ":" for width in widths]
    return "\n".join(
        "| " + " | ".join(cell.rjust(width) for cell, width in zip(line, widths)) + " |"
        for line in [lines[0], rule, *lines[1:]]
    )


def number(value):
    return f"{value:.3g}" if value < 1000 else f"{value:.0f}"


def spread(seconds, scale=1):
    return [number(each * scale) for each in (min(seconds), statistics.median(seconds), max(seconds))]


def machine(root, chosen, python, quarto):
    """Which machine and which versions; how many rounds."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20
    lines = [
        f"Date: {date.today()}; {platform.system()} {platform.release()}",
        f"Processor: {processor()}; {chosen.threads} threads; {memory} MB of memory",
        f"build-book: {first_line(['git', '-C', str(root), 'describe', '--always', '--dirty'])}; "
        + first_line(["swiftc", "--version"]),
    ]
    if python:
        program = "import importlib.metadata as m, platform; print('Python ' + platform.python_version(), "
        program += f"*(p + ' ' + m.version(p) for p in {PACKAGES!r}), sep=', ')"
        lines.append(f"Peers: {first_line([str(python), '-c', program])}")
    if quarto:
        lines.append(f"Quarto: {first_line([quarto, '--version'])}")
    lines.append(f"Rounds: {chosen.rounds}; {chosen.chapters} chapters with {chosen.cells} cells each")
    return "\n".join(lines) + "\n"


def first_line(command):
    try:
        status, text = call(command)
    except OSError as error:
        return str(error)
    return text.strip().splitlines()[0] if status == 0 and text.strip() else "unknown"


def times(samples):
    """Every case of everything that was measured."""
    lines = [["", "case", "min", "median", "max", "÷ build-book"]]
    for (name, case), seconds in samples.items():
        own = median(samples, BUILD_BOOK, case)
        ratio = f"{statistics.median(seconds) / own:.2f}" if own else "–"
        lines.append([name, case, *spread(seconds), ratio])
    return "Whole processes; s\n\n" + table(lines) + "\n"


def ratios(samples):
    """build-book's times by those of what it cannot do without."""
    lines = [["build-book", "÷", "ratio", "wanted", "met"]]
    for case, ground, wanted in WANTED:
        own, other = median(samples, BUILD_BOOK, case), median(samples, bare.NAME, ground)
        ratio = own / other if own and other else None
        judged = ["–", "–"] if ratio is None else [f"{ratio:.2f}", "yes" if ratio <= wanted else "no"]
        lines.append([case, f"{bare.NAME}: {ground}", judged[0], f"≤ {wanted}", judged[1]])
    return "Ratios of medians\n\n" + table(lines) + "\n"


def scale(rows):
    """Each size; `growth` is the power of the chapters that the processor's time grew with: 1 is linear."""
    head = ["chapters", "case", "min s", "median s", "max s", "ms a chapter", "processor ms a chapter", "growth"]
    lines = [[*head, "peak MB", "KB a chapter", "pages MB", "contents MB"]]
    before = {}
    for row in rows:
        for case, seconds in row.seconds.items():
            used, growth = row.processor[case], "–"
            if case in before and before[case][0] != row.chapters:
                chapters, earlier = before[case]
                growth = f"{math.log(used / earlier) / math.log(row.chapters / chapters):.2f}"
            before[case] = (row.chapters, used)
            each, memory = 1000 / row.chapters, row.memory[case]
            lines.append([
                str(row.chapters), case, *spread(seconds), f"{statistics.median(seconds) * each:.2f}",
                f"{used * each:.2f}", growth, f"{memory / 1e6:.0f}", f"{memory / row.chapters / 1e3:.0f}",
                f"{row.site / 1e6:.1f}", f"{row.contents / 1e6:.1f}",
            ])  # fmt: skip
    title = f"Chapters without cells; wanted: below {MILLISECONDS_A_CHAPTER} ms a chapter"
    return f"{title}\n\n{table(lines)}\n"
