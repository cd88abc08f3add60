"""What the tests share: the site, its pages as parameters, and a browser."""

import pytest

from browser import Browser
from server import SiteServer
from site_folder import LOST, SiteFolder

WIDTHS = [360, 768, 1440]


def pytest_addoption(parser):
    parser.addoption("--site", default="site", help="the folder of the built site")


def pytest_generate_tests(metafunc):
    site = SiteFolder(metafunc.config.getoption("site"))
    parameters = {
        "any_page": site.pages, "page": site.shown, "article": site.articles, "reference": site.reference,
        "width": WIDTHS,
    }  # fmt: skip
    for name, values in parameters.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, values)


@pytest.fixture(scope="session")
def site(request):
    return SiteFolder(request.config.getoption("site"))


@pytest.fixture(scope="session")
def server(site):
    server = SiteServer(site)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def whole_session_browser():
    browser = Browser()
    yield browser
    browser.quit()


@pytest.fixture
def browser(whole_session_browser):
    """The browser as it is without a wish: light, wide, with scripts."""
    whole_session_browser.allow_scripts(True)
    whole_session_browser.prefer("light")
    whole_session_browser.resize(1440)
    return whole_session_browser


@pytest.fixture(scope="session")
def address(site, server):
    """Where a page is opened: as a file; the not-found page on a server, for an address that leads nowhere."""

    def address(page):
        return f"{server.root}nowhere.html" if page == LOST else (site.folder / page).as_uri()

    return address


def report(found):
    """Nothing found, or all of it, a line each."""
    assert not found, f"{len(found)} found\n" + "\n".join(found)
