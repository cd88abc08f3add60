"""The pages on paper."""

import re
import subprocess

from conftest import report

# A4 less Chromium's margins of 1 cm, in CSS pixels.
WIDTH, HEIGHT = 717, 1046
WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')
SHEET = re.compile(r'<page width="(.*?)" height="(.*?)">(.*?)</page>', re.DOTALL)


def test_no_figure_is_cut(browser, address, page, tmp_path):
    """Both ends of each figure come to one sheet and lie on it."""
    browser.resize(WIDTH)
    browser.prefer("light", media="print")
    browser.show(address(page))
    figures = browser.ask("mark-figures", HEIGHT)
    browser.prefer("light")
    sheets, found = print_(browser, tmp_path)
    for number, words in enumerate(figures, 1):
        begin, end = (sheets.get(f"figure{number}{name}") for name in ("begin", "end"))
        if begin is None or end is None:
            found.append(f"an end is not printed: {words}")
        elif begin != end:
            found.append(f"begins on sheet {begin} and ends on sheet {end}: {words}")
    report(found)


def print_(browser, folder):
    """The sheet that each word comes to last, and the words that reach over a sheet's edge."""
    file = folder / "page.pdf"
    browser.print_to(file)
    result = subprocess.run(["pdftotext", "-bbox", file, "-"], check=True, capture_output=True, text=True)
    words, found = {}, []
    sheets = SHEET.findall(result.stdout)
    assert sheets
    for number, (width, height, content) in enumerate(sheets, 1):
        for *sides, word in WORD.findall(content):
            words[word] = number
            left, top, right, bottom = map(float, sides)
            if min(left, top) < 0 or right > float(width) or bottom > float(height):
                found.append(f"reaches over the edge of sheet {number}: {word}")
    return words, found


def test_nothing_overlaps_or_is_cut_on_paper(browser, address, page):
    """Paper does not scroll: what is wider than its box is lost."""
    browser.resize(WIDTH)
    browser.prefer("light", media="print")
    browser.show(address(page))
    report(browser.ask("layout"))
