"""Runs commands as whole processes and keeps what they took."""

import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field

from Driver.environment import last_words


@dataclass(frozen=True)
class Use:
    """The seconds that some processes took together, the processors' seconds that they used with all that they
    started, and the most memory that one of them had, in bytes.

    The kernel counts memory from the fork on, when a process has this one's: 20 MB cannot be told from less.
    """

    seconds: float
    processor: float
    memory: int


@dataclass
class Timer:
    folder: object
    timeout: float
    problems: list
    # The seconds of each round, by who was measured and in which case.
    samples: dict = field(default_factory=dict)

    def call(self, described, commands, cwd=None, variables=None):
        """What the commands take that run at once; None, with the problem named, if one of them fails."""
        log = self.folder / "log"
        start = time.perf_counter()
        try:
            with log.open("wb") as output:
                processes = [
                    subprocess.Popen(
                        command, cwd=cwd, env={**os.environ, **(variables or {})}, stdin=subprocess.DEVNULL,
                        stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
                    )  # fmt: skip
                    for command in commands
                ]
        except OSError as error:
            self.problems.append(f"{described}: {error}")
            return None
        alarm = threading.Timer(self.timeout, lambda: [end(process) for process in processes])
        alarm.start()
        memory, processor = 0, 0.0
        try:
            for process in processes:
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
                processor += usage.ru_utime + usage.ru_stime
                memory = max(memory, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
        finally:
            alarm.cancel()
            for process in processes:
                end(process)
        seconds = time.perf_counter() - start
        failed = [process.returncode for process in processes if process.returncode != 0]
        if failed:
            words = last_words(log.read_text(errors="replace"))
            self.problems.append(f"{described}: exit status {failed[0]}: {words}")
            return None
        return Use(seconds, processor, memory)

    def keep(self, name, case, turn, seconds):
        self.samples.setdefault((name, case), []).append(seconds)
        self.tell(f"{name}, {case}", turn, seconds)

    def tell(self, described, turn, seconds):
        print(f"round {turn + 1}: {described}: {seconds:.3g} s", file=sys.stderr, flush=True)


def end(process):
    """Ends a process, if it has not ended, with all that it started."""
    if process.returncode is None:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def median(samples, name, case):
    seconds = samples.get((name, case))
    return statistics.median(seconds) if seconds else None
