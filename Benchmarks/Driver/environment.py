"""What the measurements need: Python's packages, Recurrent's program, and which processor this is."""

import os
import platform
import subprocess
import sys
import venv
from pathlib import Path


def call(command):
    """The exit status, and all that the command printed."""
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.returncode, result.stdout


def last_words(text, lines=3):
    return " / ".join(line.strip() for line in text.strip().splitlines()[-lines:])


def install(folder, requirements, problems):
    """The Python of an environment with the requirements: all at once, or else each that can be had."""
    python, installed = folder / "bin" / "python", folder / "requirements.txt"
    wanted = requirements.read_text()
    if installed.exists() and installed.read_text() == wanted:
        return python
    print(f"installing the peers into {folder}", file=sys.stderr, flush=True)
    if not python.exists():
        venv.create(folder, with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet"]
    if call([*pip, "--requirement", str(requirements)])[0] == 0:
        installed.write_text(wanted)
        return python
    for line in wanted.splitlines():
        if line and not line.startswith("#"):
            status, text = call([*pip, line])
            if status != 0:
                problems.append(f"{line} cannot be installed: {last_words(text)}")
    return python


def build(root, problems):
    """The command of Recurrent's program, compiled for this processor; None if that fails."""
    command = ["swift", "build", "-c", "release", "--package-path", str(root), "-Xcc", "-march=native"]
    command += ["--scratch-path", str(root / ".build-benchmarks"), "--product", "recurrent-benchmark"]
    print("building Recurrent's program", file=sys.stderr, flush=True)
    try:
        status, text = call(command)
        if status == 0:
            status, text = call([*command, "--show-bin-path"])
    except OSError as error:
        status, text = 1, str(error)
    if status != 0:
        problems.append(f"Recurrent's program cannot be built: {last_words(text)}")
        return None
    return [str(Path(text.strip().splitlines()[-1]) / "recurrent-benchmark")]


def confine(threads):
    """Holds this process and all it starts to as many cores as there are threads, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        facts = dict(map(str.strip, line.split(":", 1)) for line in reversed(lines) if ":" in line)
        return f"{facts['model name']}, family {facts['cpu family']}, model {facts['model']}"
    except (OSError, KeyError):
        return platform.processor() or platform.machine()
