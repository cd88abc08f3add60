"""Runs the programs in turn and gathers what they took."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from .environment import last_words


@dataclass(frozen=True)
class Program:
    name: str
    command: list
    tasks: list


@dataclass
class Row:
    """A case's results by the programs' names: the seconds of each run, and the final loss if it learned."""

    case: object
    seconds: dict = field(default_factory=dict)
    losses: dict = field(default_factory=dict)

    def median(self, name):
        return statistics.median(self.seconds[name]) if self.seconds.get(name) else None


class Runner:
    def __init__(self, recurrent, peers, timeout, problems):
        self.recurrent, self.peers, self.timeout, self.problems = recurrent, peers, timeout, problems

    def call(self, program, arguments):
        """Its line of JSON and the seconds of the whole process; None, with the problem named, if it fails."""
        described = f"{program.name}, {' '.join(arguments)}"
        start = time.perf_counter()
        try:
            result = subprocess.run(
                [*program.command, *arguments], capture_output=True, text=True, timeout=self.timeout
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            self.problems.append(f"{described}: {error}")
            return None
        seconds = time.perf_counter() - start
        if result.returncode != 0:
            self.problems.append(f"{described}: exit status {result.returncode}: {last_words(result.stderr)}")
            return None
        try:
            return json.loads(result.stdout.strip().splitlines()[-1]), seconds
        except (IndexError, ValueError):
            self.problems.append(f"{described}: printed no line of JSON, but {result.stdout[-200:]!r}")
            return None

    def measure(self, case, rounds):
        """Each peer and Recurrent alternately, so that what else the machine does strikes all alike."""
        row, failed = Row(case), set()
        able = [[peer] for peer in self.peers if case.task in peer.tasks]
        for turn in range(rounds):
            for program in [each for pair in able for each in pair + self.recurrent]:
                name = program.name
                if name in failed:
                    continue
                outcome = self.call(program, case.arguments)
                if outcome is None:
                    failed.add(name)
                    continue
                line, whole = outcome
                seconds = whole if case.whole else line.get("seconds")
                if not isinstance(seconds, (int, float)) or not seconds > 0:
                    self.problems.append(f"{name}, {case.label}: no time in {line}")
                    failed.add(name)
                    continue
                row.seconds.setdefault(name, []).append(seconds)
                if case.whole:
                    row.losses[name] = line.get("loss")
                told = f"{case.task}, {case.label}, round {turn + 1}: {name}: {seconds:.3g} s"
                print(
                    told + (f" ({line['variant']})" if "variant" in line else ""), file=sys.stderr, flush=True
                )
        return row


def check(runner, agreement, sizes):
    """Has every program compute the same, and prints whether they agree."""
    for hidden in sizes:
        with tempfile.TemporaryDirectory() as folder:
            made = subprocess.run(
                [*agreement, "make", folder, "--hidden", str(hidden)], capture_output=True, text=True
            )
            if made.returncode != 0:
                runner.problems.append(f"check, H = {hidden}: {last_words(made.stderr)}")
                continue
            for program in runner.recurrent + runner.peers:
                runner.call(program, ["check", folder])
                for task in {"forward", "training"} & set(program.tasks):
                    if not any(Path(folder).glob(f"{program.name}, {task}, *.safetensors")):
                        runner.problems.append(
                            f"check, H = {hidden}: {program.name} has left no result of {task}"
                        )
            compared = subprocess.run([*agreement, "compare", folder], capture_output=True, text=True)
            print(f"Agreement, H = {hidden}\n\n{compared.stdout}", flush=True)
            if compared.returncode != 0:
                runner.problems.append(
                    f"check, H = {hidden}: the programs do not agree {last_words(compared.stderr)}"
                )
