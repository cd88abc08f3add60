"""Without a script, and without a network; and a script that runs where there is one."""

import pytest
from conftest import report
from site_folder import LOST, WHOLE, text


@pytest.fixture
def scriptless(browser):
    browser.allow_scripts(False)
    yield browser
    browser.allow_scripts(True)


def test_text_is_the_same_without_script(browser, address, page):
    browser.show(address(page))
    with_script = browser.ask("read")
    browser.allow_scripts(False)
    browser.show(address(page))
    assert browser.evaluate("return document.querySelectorAll('button.copy').length") == 0, "scripts ran"
    assert browser.ask("read") == with_script


def test_nothing_needs_a_script(scriptless, address, page):
    scriptless.show(address(page))
    report(scriptless.ask("needs-script"))


def test_solutions_open_without_script(scriptless, address, article):
    scriptless.show(address(article))
    report(scriptless.ask("unfold"))


def test_no_request_leaves_the_folder(browser, site, server, page, address):
    browser.network()
    browser.complaints()
    browser.show(address(page))
    assert browser.complaints() == []
    root = server.root if page == LOST else site.folder.as_uri() + "/"
    report(faults(browser.network(), root, but=address(page) if page == LOST else None))


def faults(events, root, but):
    """Requests that leave the root or are not answered."""
    addresses, found = {}, []
    for event in events:
        values = event["params"]
        if event["method"] == "Network.requestWillBeSent":
            address = addresses[values["requestId"]] = values["request"]["url"]
            if not address.startswith((root, "data:", "about:")):
                found.append(f"leaves the folder: {address}")
        elif event["method"] == "Network.loadingFailed":
            found.append(f"{values['errorText']}: {addresses.get(values['requestId'])}")
        elif event["method"] == "Network.responseReceived":
            response = values["response"]
            if response["status"] >= 400 and response["url"] != but:
                found.append(f"status {response['status']}: {response['url']}")
    assert addresses, "the browser does not tell of its requests"
    return found


def test_served_pages_ask_for_what_there_is(browser, server, page):
    server.refused.clear()
    browser.show(server.root + page)
    assert server.refused == []


@pytest.mark.parametrize("path", ["nowhere", "folder/nowhere.html", "folder/deep/nowhere/?question"])
def test_not_found_page(browser, site, server, path):
    """It comes for any address, in any folder, and must lead back from there."""
    server.refused.clear()
    browser.show(server.root + path)
    assert len(server.refused) == 1, server.refused
    assert browser.evaluate("return document.querySelector('h1').textContent") == text(
        site.documents[LOST].all("h1")[0]
    )
    links = browser.evaluate("return [...document.querySelectorAll('a[href]')].map(a => a.href.split('#')[0])")
    here = browser.evaluate("return location.href")
    files = {link.removeprefix(server.root) for link in links if link != here}
    assert {"index.html", WHOLE} <= files
    report([file for file in files if not (site.folder / file).is_file()])
