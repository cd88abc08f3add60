"""The keyboard alone."""

from itertools import cycle
from time import sleep

import pytest
from conftest import report
from site_folder import WHOLE

# More stops than any page has.
MANY = 20_000
# How often the key is pressed before it is looked whether all are through.
BATCH = 40


@pytest.fixture
def watched(browser, address):
    """Opens a page on which each stop of the focus is remembered."""

    def watched(page):
        browser.show(address(page))
        browser.ask("watch-focus")
        return browser

    return watched


def walk(browser, use=None, shift=False):
    """Goes from stop to stop until the first comes again or none does, and uses each on the way."""
    for _ in range(MANY):
        for _ in range(1 if use else BATCH):
            browser.press("Tab", shift=shift)
        stop = browser.ask("where")
        if stop["kind"] == "none":
            return
        if use:
            use(stop)
    raise AssertionError("the focus does not come to an end")


def test_all_is_reached_and_used(watched, article):
    """Forth in the light, where every solution is unfolded and every button used; back in the dark."""
    browser = watched(article)
    browser.command("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    failed, copied = [], []
    keys = cycle(["Enter", " "])

    def use(stop):
        if stop["kind"] == "summary":
            for key, is_open in (("Enter", True), (" ", False), (" ", True)):
                browser.press(key)
                if browser.evaluate("return document.activeElement.parentElement.open") != is_open:
                    failed.append(f"{key!r} leaves it {'closed' if is_open else 'open'}: {stop['words']}")
        elif stop["kind"] == "copy":
            copied.append(stop)
            key = next(keys)
            browser.press(key)
            if not browser.await_("copied"):
                failed.append(f"{key!r} does not copy: {stop['words']}")

    walk(browser, use)
    if len(copied) != browser.evaluate("return document.querySelectorAll('pre.code').length"):
        failed.append(f"{len(copied)} buttons copy, for another number of code blocks")
    failed += browser.ask("focused", False)
    browser.prefer("dark")
    browser.ask("watch-focus")
    walk(browser, shift=True)
    report(failed + browser.ask("focused", True))


def test_the_whole_book_is_reached(watched):
    browser = watched(WHOLE)
    browser.unfold()
    walk(browser)
    report(browser.ask("focused", False))


def press_until(browser, selector):
    for _ in range(MANY):
        browser.press("Tab")
        if browser.ask("where")["kind"] == "none":
            raise AssertionError(f"{selector} is not reached")
        if browser.evaluate("return document.activeElement.matches(arguments[0])", selector):
            return


def test_the_text_is_one_step_away(watched, article):
    browser = watched(article)
    browser.press("Tab")
    box = browser.evaluate("return document.activeElement.getBoundingClientRect().toJSON()")
    assert box["left"] >= 0 and box["top"] >= 0, "the link that skips to the text is not seen when it has the focus"
    browser.press("Enter")
    assert browser.evaluate("return location.hash") == "#page-text"
    browser.press("Tab")
    assert browser.evaluate("return document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("narrow", [360, 768])
def test_the_contents_are_one_link_away(watched, browser, article, narrow):
    browser.resize(narrow)
    browser = watched(article)
    press_until(browser, "a.to-contents")
    browser.press("Enter")
    browser.press("Tab")
    assert browser.evaluate("return document.activeElement.matches('nav.contents a')")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_settings(watched, article, key):
    browser = watched(article)
    press_until(browser, "button.settings")
    browser.press(key)
    browser.press("Tab")
    first = browser.evaluate("return [document.activeElement.name, document.activeElement.checkVisibility()]")
    assert first == ["theme", True]
    before = browser.evaluate("return document.documentElement.dataset.theme")
    browser.press("ArrowDown")
    after = browser.evaluate("return document.documentElement.dataset.theme")
    browser.press("ArrowUp")
    assert (before, after) == ("auto", "light")
    assert browser.evaluate("return document.documentElement.dataset.theme") == "auto"
    browser.press("Escape")
    assert browser.evaluate(
        "return document.activeElement.matches('button.settings') && !document.querySelector('form').checkVisibility()"
    )


def is_searching(browser):
    return browser.evaluate("return document.querySelector('dialog.search').open")


def test_search(watched, browser):
    """A key opens it, words are typed, a result is chosen, and the key that closes it gives the focus back."""
    browser = watched("index.html")
    press_until(browser, "button.settings")
    browser.press("/")
    assert is_searching(browser)
    browser.command("Input.insertText", text="reset gate")
    found = browser.await_("results")
    assert found["count"] > 1 and found["chosen"] == 0, found
    browser.press("ArrowDown")
    assert browser.await_("results")["chosen"] == 1
    browser.press("Escape")
    assert not is_searching(browser)
    assert browser.evaluate("return document.activeElement.matches('button.settings')")
    browser.press("/")
    browser.command("Input.insertText", text="resett gat")
    assert browser.await_("results")["count"] > 0, "one typing error is one too many"
    chosen = browser.evaluate("return document.querySelector('dialog.search [aria-selected]').href")
    browser.press("Enter")
    for _ in range(100):
        if browser.evaluate("return location.href") == chosen:
            return
        sleep(0.05)
    raise AssertionError(f"{chosen} does not open")


def test_the_key_of_the_search_can_be_given_up(watched, browser):
    browser = watched("index.html")
    browser.evaluate("document.querySelector('input[name=slash][value=off]').click()")
    browser.press("/")
    assert not is_searching(browser)
    browser.evaluate("document.querySelector('input[name=slash][value=on]').click()")
    browser.press("/")
    assert is_searching(browser)
