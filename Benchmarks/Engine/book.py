"""The book that every tool builds: its prose, its cells in Swift and Python, and what each must show."""

from dataclasses import dataclass, replace
from functools import cache

MULTIPLIER, INCREMENT, MODULUS, STEPS = 1103515245, 12345, 2147483648, 1000


@cache
def last_state(seed):
    """What a cell computes: where a small random generator comes to."""
    for _ in range(STEPS):
        seed = (seed * MULTIPLIER + INCREMENT) % MODULUS
    return seed


@dataclass(frozen=True)
class Cell:
    chapter: int
    number: int
    edits: int = 0

    @property
    def seed(self):
        return 1 + self.chapter * 1000 + self.number * 10 + self.edits * 1000000

    @property
    def shown(self):
        """The line that it prints, and its value, as every tool must show them."""
        state = last_state(self.seed)
        return [f"chapter {self.chapter}, cell {self.number}: state {state}", repr(state / MODULUS)]

    def swift(self, value="{}"):
        """The code; `value` is what the last expression is put into."""
        state, rows = f"state{self.number}", f"rows{self.number}"
        return f"""\
var {state} = {self.seed}
var {rows}: [(step: Int, state: Int)] = []
for step in 1...{STEPS} {{
  {state} = ({state} * {MULTIPLIER} + {INCREMENT}) % {MODULUS}
  if step % 250 == 0 {{ {rows}.append((step, {state})) }}
}}
print("chapter {self.chapter}, cell {self.number}: state \\({state})")
let lines{self.number} = {rows}.map {{ [Table.Cell($0.step), Table.Cell($0.state)] }}
show(Table("States", columns: ["step", "state"], rows: lines{self.number}))
{value.format(f"Double({state}) / {MODULUS}")}
"""

    @property
    def python(self):
        state, rows = f"state{self.number}", f"rows{self.number}"
        imports = "from IPython.display import HTML, display\n\n" if self.number == 1 else ""
        return f"""\
{imports}{state} = {self.seed}
{rows} = []
for step in range(1, {STEPS + 1}):
    {state} = ({state} * {MULTIPLIER} + {INCREMENT}) % {MODULUS}
    if step % 250 == 0:
        {rows}.append((step, {state}))
print(f"chapter {self.chapter}, cell {self.number}: state {{{state}}}")
lines = "".join(f"<tr><td>{{step}}</td><td>{{state}}</td></tr>" for step, state in {rows})
display(HTML(f"<table><caption>States</caption><tr><th>step</th><th>state</th></tr>{{lines}}</table>"))
{state} / {MODULUS}
"""


@dataclass(frozen=True)
class Chapter:
    number: int
    cells: tuple
    edits: int = 0

    @property
    def name(self):
        return f"chapter-{self.number:02}"

    @property
    def title(self):
        return f"Chapter {self.number}"

    @property
    def opening(self):
        return f"This chapter was edited {self.edits} times. It follows a generator through {STEPS} steps."

    @property
    def shown(self):
        """What its page must hold."""
        return [self.opening, *(text for cell in self.cells for text in cell.shown)]

    def with_prose_edited(self):
        return replace(self, edits=self.edits + 1)

    def with_cell_edited(self):
        middle = len(self.cells) // 2
        cells = [
            replace(cell, edits=cell.edits + 1) if index == middle else cell
            for index, cell in enumerate(self.cells)
        ]
        return replace(self, cells=tuple(cells))

    def prose(self, cell):
        """What stands before a cell."""
        return (
            f"## Seed {cell.number}\n\nA generator that starts from a seed of its own comes to another *state*. "
            "After so many steps nothing of the seed is to be seen in it, and yet the seed **decides** it. "
            "The table has four of the states, and the value below it is the last one as a fraction."
        )

    def markdown(self, opening, code, head=""):
        """The chapter as Markdown, its cells in fences that open with `opening`."""
        parts = [f"{head}# {self.title}\n\n{self.opening}\n"]
        parts += [f"{self.prose(cell)}\n\n```{opening}\n{code(cell)}```\n" for cell in self.cells]
        return "\n".join(parts)


class Book:
    """The chapters, and which of them is edited."""

    def __init__(self, chapters, cells):
        self.chapters = [
            Chapter(number, tuple(Cell(number, cell + 1) for cell in range(cells)))
            for number in range(1, chapters + 1)
        ]
        self.edited = chapters // 2
