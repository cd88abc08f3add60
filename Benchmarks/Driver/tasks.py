"""What is measured, at which sizes, and the ratios that are wanted."""

from dataclasses import dataclass
from itertools import product

HIDDEN = [16, 32, 64, 128, 256, 512]


@dataclass(frozen=True)
class Case:
    """One run: the words of the command line that ask for it, and whether the whole process counts."""

    task: str
    hidden: int | None = None
    steps: int | None = None
    whole: bool = False

    @property
    def arguments(self):
        given = [("--hidden", self.hidden), ("--steps", self.steps)]
        return [self.task, *(word for name, value in given if value for word in (name, str(value)))]

    @property
    def label(self):
        given = [("H", self.hidden), ("T", self.steps)]
        return ", ".join(f"{name} = {value}" for name, value in given if value) or self.task


@dataclass(frozen=True)
class Task:
    name: str
    title: str
    unit: str
    scale: float
    rounds: int
    hidden: tuple = (None,)
    steps: tuple = (None,)
    whole: bool = False

    def cases(self, hidden, steps):
        hidden = hidden if hidden and self.hidden != (None,) else self.hidden
        steps = steps if steps and self.steps != (None,) else self.steps
        return [Case(self.name, h, t, self.whole) for t, h in product(steps, hidden)]

    def wanted(self, case):
        """Pairs: the peers among whom the fastest counts (None for all), and the largest ratio."""
        small = case.hidden is not None and case.hidden <= 128
        return {
            "forward": [(None, 0.8 if small else 1.0)],
            "training": [(None, 0.6 if small else 0.8)],
            "sine": [("frameworks", 0.15), ("NumPy", 0.3)],
            "review": [("frameworks", 0.1), ("NumPy", 0.4)],
        }[self.name]


TASKS = {
    task.name: task
    for task in [
        Task("forward", "Forward: batch 1, 1,000 steps, 16 inputs; µs a step", "µs", 1e6, 3, tuple(HIDDEN)),
        Task(
            "training",
            "Training step: batch 32, 16 inputs, loss and all gradients; ms",
            "ms",
            1e3,
            3,
            tuple(HIDDEN[1:]),
            (50, 200),
        ),
        Task("sine", "Sine: the whole process, 10 epochs of 1,000 windows; s", "s", 1, 5, whole=True),
        Task("review", "Review: the whole process, one epoch of 2,000 sequences; s", "s", 1, 5, whole=True),
    ]
}
