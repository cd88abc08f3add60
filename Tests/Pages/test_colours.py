"""Light and dark, as the system wishes and as the reader does: all that is written can be read, and axe finds no
fault."""

import pytest
from conftest import report
from site_folder import WHOLE

# WCAG 2.2, success criterion 1.4.3.
LEAST_CONTRAST = 4.5
SCHEMES = ["light", "dark"]


def other(scheme):
    return SCHEMES[1 - SCHEMES.index(scheme)]


def is_dark(found):
    return sum(found["page"][:3]) < 3 * 128


@pytest.fixture
def choose(browser):
    """Chooses a theme in the settings of the page that is shown; forgets it in the end."""

    def choose(value):
        browser.evaluate("document.querySelector(`input[name=theme][value=${arguments[0]}]`).click()", value)

    yield choose
    choose("auto")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read(browser, choose, address, page, scheme):
    """In the theme that the system asks for; the reader's choice against the system's gives the same."""
    browser.prefer(scheme)
    browser.show(address(page))
    browser.unfold()
    as_system = browser.ask("contrast", LEAST_CONTRAST)
    assert is_dark(as_system) == (scheme == "dark")
    browser.prefer(other(scheme))
    choose(scheme)
    as_set = browser.ask("contrast", LEAST_CONTRAST)
    report(as_system["failed"] + sorted(set(as_system["pairs"]) ^ set(as_set["pairs"])))


@pytest.mark.parametrize("choice", ["auto", "dark"])
def test_paper_is_white(browser, choose, address, page, choice):
    """However dark the screen was, no light text comes to white paper."""
    browser.prefer("dark" if choice == "auto" else "light", media="print")
    browser.show(address(page))
    browser.unfold()
    choose(choice)
    report(browser.ask("contrast", LEAST_CONTRAST)["failed"])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_settings_can_be_read(browser, address, scheme):
    browser.prefer(scheme)
    browser.show(address("index.html"))
    browser.driver.find_element("css selector", "button.settings").click()
    assert browser.evaluate("return document.querySelector('form.settings').checkVisibility()")
    report(browser.ask("contrast", LEAST_CONTRAST)["failed"] + browser.axe({}))


def test_a_choice_is_kept_on_other_pages(browser, choose, address, site):
    browser.show(address("index.html"))
    choose("dark")
    shown = {}
    for page in site.articles:
        browser.show(address(page))
        shown[page] = is_dark(browser.ask("contrast", 0))
    report([page for page, dark in shown.items() if not dark])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(browser, address, page, scheme):
    """Of colours, which take it long, in what is not folded away; in the light of all else too, with all unfolded.

    The whole book repeats the text and the style of the other pages: there it looks at all but the colours.
    """
    browser.prefer(scheme)
    browser.show(address(page))
    found = [] if page == WHOLE else browser.axe({"runOnly": ["color-contrast"]})
    browser.unfold()
    if scheme == "light":
        found += browser.axe({"rules": {"color-contrast": {"enabled": False}}})
    report(found)
