"""What build-book cannot do without: the compiler, and the chapters' programs, without an engine."""

import platform
import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

NAME = "bare"
LINE, CHAPTER, ALL = "swiftc, one line", "one chapter", "all chapters"

# As the engine has them; `differing_flags` tells where it no longer does.
LANGUAGE = ["-swift-version", "5", "-enable-bare-slash-regex"]
CODE = ["-Onone", "-gline-tables-only", "-module-name", "Chapter"]
NATIVE = ["-Xcc", "-march=native"] if platform.machine() in ("x86_64", "AMD64") else []


def flags(package):
    library = str(package / ".build" / "book" / "plain" / "release")
    linking = ["-L", library, "-lBookRuntime", "-lm", "-Xlinker", "-rpath", "-Xlinker", library]
    return [*LANGUAGE, "-I", f"{library}/Modules", *NATIVE, *linking, *CODE]


def differing_flags(root):
    """The flags that the engine's own sources and this file do not have in common."""
    folder = root / "Sources" / "Notebook"
    files = [folder / "Compiler" / "Toolchain.swift", folder / "Library" / "RuntimeLibrary.swift"]
    text = "".join(file.read_text() for file in files)
    declarations = ["let language =", "func compile", "var processor:", "var searchPaths:", "var linking:"]
    own = set()
    for declaration in declarations:
        body = re.search(re.escape(declaration) + r".*?\n  [\]}]", text, re.DOTALL)
        own |= set(re.findall(r'"(-[^"\\]+)', body.group() if body else ""))
    mine = {flag for flag in flags(root) if flag.startswith("-")}
    return sorted(own ^ (mine - {"-lBookRuntime"} | {"-l", "-o"}))


def program(chapter):
    """The code of the chapter's cells, one below the other, with their values shown."""
    return "import Display\n" + "\n".join(cell.swift(value="show({})") for cell in chapter.cells)


def compile_and_run(folder, package):
    executable = str(folder / "chapter")
    for command in [
        ["swiftc", *flags(package), "-o", executable, str(folder / "main.swift")],
        [executable],
    ]:
        result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if result.returncode != 0:
            raise RuntimeError(f"{command[0]}: {result.stderr.strip()[-200:]}")
    return result.stdout


def measure(timer, turn, book, package, folder, threads):
    """One round: the one line, a chapter, and all of them."""
    folder.mkdir(exist_ok=True)
    line = folder / "line.swift"
    line.write_text("import Foundation\n")
    use = timer.call(f"{NAME}, {LINE}", [["swiftc", str(line), "-o", str(folder / "line")]])
    if use:
        timer.keep(NAME, LINE, turn, use.seconds)
    folders = []
    for chapter in book.chapters:
        folders.append(folder / chapter.name)
        folders[-1].mkdir(exist_ok=True)
        (folders[-1] / "main.swift").write_text(program(chapter))
    try:
        for case, chosen in [(CHAPTER, folders[book.edited : book.edited + 1]), (ALL, folders)]:
            start = time.perf_counter()
            with ThreadPoolExecutor(threads) as pool:
                printed = list(pool.map(lambda each: compile_and_run(each, package), chosen))
            seconds = time.perf_counter() - start
            if case == ALL:
                for chapter, text in zip(book.chapters, printed):
                    lacking = [each for cell in chapter.cells for each in cell.shown if each not in text]
                    if lacking:
                        raise RuntimeError(f"{chapter.name} did not print {lacking[0]!r}")
            timer.keep(NAME, case, turn, seconds)
    except (OSError, RuntimeError) as error:
        timer.problems.append(f"{NAME}: {error}")
