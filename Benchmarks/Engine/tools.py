"""The tools: how each has a book written, its cache removed and its site built; the cases that are timed."""

import json
import shutil

BUILD_BOOK, JUPYTER_BOOK, NBCONVERT, QUARTO = NAMES = ["build-book", "Jupyter Book", "nbconvert", "Quarto"]
COLD, UNCHANGED, PROSE, CELL = CASES = ["cold", "unchanged", "prose edited", "cell edited"]


class Tool:
    """A folder with the book in the tool's format."""

    cases = CASES
    variables = {}
    suffix = ".md"
    made = []

    def __init__(self, name, folder):
        self.name, self.folder = name, folder

    def write_all(self, book):
        self.folder.mkdir()
        self.configure(book.chapters)
        for chapter in book.chapters:
            self.write(chapter)

    def write(self, chapter):
        (self.folder / (chapter.name + self.suffix)).write_text(self.source(chapter))

    def clean(self):
        for name in self.made:
            shutil.rmtree(self.folder / name, ignore_errors=True)


class BuildBook(Tool):
    def __init__(self, folder, command, package):
        super().__init__(BUILD_BOOK, folder)
        self.command = [*command, "build", "book", "--output", "site", "--package", str(package)]
        self.cache = package / ".build" / "book-cache"
        self.made = ["site"]

    def configure(self, chapters):
        (self.folder / "book").mkdir()
        lines = [f"- [{chapter.title}]({chapter.name}.md)" for chapter in chapters]
        (self.folder / "book" / "SUMMARY.md").write_text("# States\n\n" + "\n".join(lines) + "\n")

    def write(self, chapter):
        text = chapter.markdown("swift", lambda cell: cell.swift())
        (self.folder / "book" / f"{chapter.name}.md").write_text(text)

    def clean(self):
        super().clean()
        shutil.rmtree(self.cache, ignore_errors=True)

    def commands(self, book):
        return [self.command]

    def page(self, chapter):
        return self.folder / "site" / f"{chapter.name}.html"


class JupyterBook(Tool):
    """It works in one process: an extension that it always loads keeps Sphinx from reading in parallel."""

    made = ["_build"]

    def __init__(self, folder, python):
        super().__init__(JUPYTER_BOOK, folder)
        self.command = [str(python.parent / "jupyter-book"), "build", "--quiet", "."]

    def configure(self, chapters):
        (self.folder / "_config.yml").write_text(
            "title: States\nexecute:\n  execute_notebooks: cache\n  run_in_temp: false\n"
        )
        rest = "".join(f"  - file: {chapter.name}\n" for chapter in chapters)
        (self.folder / "_toc.yml").write_text(f"format: jb-book\nroot: index\nchapters:\n{rest}")
        (self.folder / "index.md").write_text("# States\n")

    def source(self, chapter):
        head = (
            "---\njupytext:\n  text_representation:\n    extension: .md\n    format_name: myst\n"
            "kernelspec:\n  display_name: Python 3\n  language: python\n  name: python3\n---\n\n"
        )
        return chapter.markdown("{code-cell} ipython3", lambda cell: cell.python, head)

    def commands(self, book):
        return [self.command]

    def page(self, chapter):
        return self.folder / "_build" / "html" / f"{chapter.name}.html"


class Nbconvert(Tool):
    """It keeps nothing and takes one notebook after the other: each thread has a process and a share of them."""

    made = ["html"]
    suffix = ".ipynb"

    def __init__(self, folder, python, threads, is_edited_alone=False):
        super().__init__(NBCONVERT + (", that chapter alone" if is_edited_alone else ""), folder)
        self.command = [str(python.parent / "jupyter-nbconvert"), "--log-level=ERROR", "--execute"]
        self.command += ["--to", "html", "--output-dir", "html"]
        self.threads, self.is_edited_alone = threads, is_edited_alone
        self.cases = [PROSE, CELL] if is_edited_alone else CASES

    def configure(self, chapters):
        pass

    def source(self, chapter):
        cells = [markdown_cell("title", f"# {chapter.title}\n\n{chapter.opening}")]
        for cell in chapter.cells:
            cells.append(markdown_cell(f"prose-{cell.number}", chapter.prose(cell)))
            cells.append({
                "cell_type": "code", "id": f"cell-{cell.number}", "metadata": {}, "source": cell.python,
                "execution_count": None, "outputs": [],
            })  # fmt: skip
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
        notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
        return json.dumps(notebook)

    def commands(self, book):
        if self.is_edited_alone:
            return [[*self.command, book.chapters[book.edited].name + self.suffix]]
        files = [chapter.name + self.suffix for chapter in book.chapters]
        shares = [files[first :: self.threads] for first in range(self.threads)]
        return [[*self.command, *share] for share in shares if share]

    def page(self, chapter):
        return self.folder / "html" / f"{chapter.name}.html"


class Quarto(Tool):
    made = ["_site", ".quarto", "_freeze", ".jupyter_cache"]
    suffix = ".qmd"

    def __init__(self, folder, command, python):
        super().__init__(QUARTO, folder)
        self.command = [command, "render", "--quiet"]
        self.variables = {"QUARTO_PYTHON": str(python)}

    def configure(self, chapters):
        (self.folder / "_quarto.yml").write_text(
            "project:\n  type: website\nwebsite:\n  title: States\n  sidebar:\n    contents: auto\n"
            "execute:\n  freeze: auto\n  cache: true\nformat: html\njupyter: python3\n"
        )
        (self.folder / "index.qmd").write_text("# States\n")

    def source(self, chapter):
        return chapter.markdown("{python}", lambda cell: cell.python)

    def commands(self, book):
        return [self.command]

    def page(self, chapter):
        return self.folder / "_site" / f"{chapter.name}.html"


def markdown_cell(name, text):
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": text}


def tools(chosen, folder, programs):
    """Those that are chosen and can be had."""
    build_book, package, python, quarto = programs
    able = []
    if BUILD_BOOK in chosen.tool:
        able.append(BuildBook(folder / "build-book", build_book, package))
    if JUPYTER_BOOK in chosen.tool:
        able.append(JupyterBook(folder / "jupyter-book", python))
    if NBCONVERT in chosen.tool:
        able.append(Nbconvert(folder / "nbconvert", python, chosen.threads))
        able.append(Nbconvert(folder / "nbconvert-alone", python, 1, is_edited_alone=True))
    if quarto:
        able.append(Quarto(folder / "quarto", quarto, python))
    return able


def measure(tool, timer, turn, book):
    """One round of a tool's cases; it takes no further part in the round when it fails."""
    chapters = list(book.chapters)
    for _ in range(turn):
        chapters[book.edited] = chapters[book.edited].with_prose_edited().with_cell_edited()
    for case in tool.cases:
        if case == COLD:
            tool.clean()
        elif case == PROSE:
            chapters[book.edited] = chapters[book.edited].with_prose_edited()
        elif case == CELL:
            chapters[book.edited] = chapters[book.edited].with_cell_edited()
        if case in (PROSE, CELL):
            tool.write(chapters[book.edited])
        use = timer.call(f"{tool.name}, {case}", tool.commands(book), tool.folder, tool.variables)
        if use is None:
            return
        pages = [chapters[book.edited]] if tool.cases != CASES else chapters
        missing = [text for chapter in pages for text in absent(tool.page(chapter), chapter.shown)]
        if missing:
            timer.problems.append(f"{tool.name}, {case}: the pages lack {missing[0]!r}")
            return
        timer.keep(tool.name, case, turn, use.seconds)


def absent(page, texts):
    content = page.read_text() if page.exists() else ""
    return [text for text in texts if text not in content]
