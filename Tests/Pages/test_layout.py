"""Where things stand on a page: on a phone, on a tablet, on a desk."""

import pytest
from conftest import report

# What takes the most room of all that a reader can set.
LARGEST = "Object.assign(document.documentElement.dataset, {size: 'larger', numbers: 'on', width: 'wide'})"


def test_nothing_overlaps_or_overflows(browser, address, page, width):
    browser.resize(width)
    browser.show(address(page))
    browser.unfold()
    report(browser.ask("layout"))


@pytest.mark.parametrize("narrow", [360])
def test_nor_on_any_page_of_the_reference(browser, address, reference, narrow):
    """With what axe finds, in one go: there are many."""
    browser.resize(narrow)
    browser.show(address(reference))
    report(browser.ask("layout") + browser.axe({}))


@pytest.mark.parametrize("narrow", [360])
def test_nor_in_large_letters(browser, address, article, narrow):
    browser.resize(narrow)
    browser.show(address(article))
    browser.unfold()
    browser.evaluate(LARGEST)
    report(browser.ask("layout"))


@pytest.mark.parametrize("phone_or_desk", [360, 1440])
def test_nothing_moves_while_the_page_comes(browser, site, server, page, phone_or_desk):
    """To a reader who has been here before, over a network on which the last part comes after the first is drawn."""
    browser.resize(phone_or_desk)
    browser.show(server.root + site.articles[0])
    browser.slow_down(bytes_per_second=max((site.folder / page).stat().st_size / 0.3, 50_000))
    try:
        browser.show(server.root + page)
        moved = browser.await_("shifts")
    finally:
        browser.slow_down(bytes_per_second=-1)
    assert moved["sum"] < 0.01, moved
