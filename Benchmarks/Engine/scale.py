"""Books without cells, of many sizes: whether time and memory grow as the chapters do."""

import shutil
from dataclasses import dataclass, field

from tools import COLD, UNCHANGED

SIZES = [250, 500, 1000, 2000, 4000]
PARAGRAPH = (
    "A sentence has words, some of them *stressed*, some **very much so**, and now and then `code`; it may "
    "lead to [the chapter before]({}) or to nothing. Another follows it, of much the same length."
)


@dataclass
class Row:
    """A book's seconds, the least processor time and the peak memory in bytes, by the case; and the bytes of
    its pages and of their lists of contents.
    """

    chapters: int
    seconds: dict = field(default_factory=dict)
    processor: dict = field(default_factory=dict)
    memory: dict = field(default_factory=dict)
    site: int = 0
    contents: int = 0


def text(number):
    """About 3,000 bytes of Markdown."""
    before = f"chapter-{max(number - 1, 1):05}.md"
    sections = [
        f"## Section {section}\n\n" + "\n\n".join([PARAGRAPH.format(before)] * 3) + "\n\n- one\n- two\n"
        for section in range(1, 5)
    ]
    return f"# Chapter {number}\n\n" + "\n".join(sections)


def write(folder, chapters):
    folder.mkdir(parents=True)
    names = {number: f"chapter-{number:05}.md" for number in range(1, chapters + 1)}
    lines = [f"- [Chapter {number}]({name})" for number, name in names.items()]
    (folder / "SUMMARY.md").write_text("# Many chapters\n\n" + "\n".join(lines) + "\n")
    for number, name in names.items():
        (folder / name).write_text(text(number))


def measure(timer, sizes, rounds, command, package, folder):
    rows = [Row(size) for size in sizes]
    for row in rows:
        write(folder / str(row.chapters), row.chapters)
    for turn in range(rounds):
        for row in rows:
            book, site = folder / str(row.chapters), folder / "site"
            build = [*command, "build", str(book), "--output", str(site), "--package", str(package)]
            shutil.rmtree(site, ignore_errors=True)
            shutil.rmtree(package / ".build" / "book-cache", ignore_errors=True)
            for case in [COLD, UNCHANGED]:
                name = f"{row.chapters} chapters, {case}"
                use = timer.call(name, [build])
                if use is None:
                    break
                row.seconds.setdefault(case, []).append(use.seconds)
                row.processor[case] = min(row.processor.get(case, use.processor), use.processor)
                row.memory[case] = max(row.memory.get(case, 0), use.memory)
                timer.tell(name, turn, use.seconds)
            row.site, row.contents = sizes_of(site)
    return rows


def sizes_of(site):
    """The bytes of all pages, and those of their lists of contents."""
    total = contents = 0
    for page in site.glob("*.html"):
        content = page.read_bytes()
        total += len(content)
        start, end = content.find(b"<details class=\"contents\""), content.find(b"</details>")
        contents += max(end - start, 0)
    return total, contents
