"""What is built or installed before anything is timed."""

import shutil
import sys
from pathlib import Path

from Driver.environment import call, last_words


def build_book(root, problems):
    """The command of an optimised build-book; None if it cannot be built."""
    command = ["swift", "build", "-c", "release", "--package-path", str(root)]
    command += ["--scratch-path", str(root / ".build-tool"), "--product", "build-book"]
    print("building build-book", file=sys.stderr, flush=True)
    try:
        status, text = call(command)
        if status == 0:
            status, text = call([*command, "--show-bin-path"])
    except OSError as error:
        status, text = 1, str(error)
    if status != 0:
        problems.append(f"build-book cannot be built: {last_words(text)}")
        return None
    return [str(Path(text.strip().splitlines()[-1]) / "build-book")]


def package(root):
    """A package for the books, so that the cache of this package's own book stays."""
    folder = root / ".build-engine"
    folder.mkdir(exist_ok=True)
    (folder / "Package.swift").write_text("// swift-tools-version: 6.2\n")
    return folder


def is_library_built(command, package, timer):
    """Has build-book build the library that cells import, unless it stands."""
    book = timer.folder / "first"
    book.mkdir()
    (book / "SUMMARY.md").write_text("# First\n\n- [One](one.md)\n")
    (book / "one.md").write_text("# One\n\n```swift\n1\n```\n")
    print("building the library", file=sys.stderr, flush=True)
    site = str(timer.folder / "first-site")
    build = [*command, "build", str(book), "--output", site, "--package", str(package)]
    return timer.call("build-book, the first time", [build]) is not None


def quarto(python, requirement, problems):
    """Quarto's command: one that is installed, or that Python's packages have; None where neither can be."""
    own = python.parent / "quarto"
    found = str(own) if own.exists() else shutil.which("quarto")
    if found:
        return found
    print("installing Quarto", file=sys.stderr, flush=True)
    status, text = call([str(python), "-m", "pip", "install", "--quiet", "--requirement", str(requirement)])
    if status == 0 and own.exists():
        return str(own)
    reasons = [line.strip() for line in text.splitlines() if "rror" in line and "<" in line]
    why = reasons[0] if reasons else last_words(text)
    problems.append(f"Quarto cannot be installed ({requirement.read_text().strip()}): {why}")
    return None
