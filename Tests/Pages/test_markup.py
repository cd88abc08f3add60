"""The pages as HTML: what every reader, with whatever program, meets."""

from collections import Counter
from urllib.parse import urlsplit

import pytest
from conftest import report
from site_folder import HTML, LOST, text

KILOBYTE = 1000


@pytest.fixture
def document(site, any_page):
    return site.documents[any_page]


def test_html_has_no_errors(document):
    report(document.errors)


def test_ids_are_unique(document):
    report([f"{count} × {name}" for name, count in Counter(document.ids).items() if count > 1])


def test_one_title_heads_the_page(document):
    headings = [text(heading) for heading in document.all("h1")]
    assert len(headings) == 1, headings
    assert headings[0]


def test_headings_leave_no_level_out(document):
    levels = [int(heading.tag[-1]) for heading in document.all("h1", "h2", "h3", "h4", "h5", "h6")]
    report([f"h{low} then h{high}" for low, high in zip([0, *levels], levels) if high > low + 1])


def test_landmarks(document):
    assert len(document.all("main")) == 1
    assert len([child for child in document.all("body")[0] if child.tag == HTML + "header"]) == 1
    names = [nav.get("aria-label") for nav in document.all("nav")]
    assert "Contents" in names
    assert all(names) and len(set(names)) == len(names), names


def test_language(document):
    assert document.root.get("lang") == "en"


def test_title_is_its_own(site, any_page):
    titles = {name: text(each.all("title")[0]) for name, each in site.heads.items()}
    assert titles[any_page]
    report([name for name in titles if name != any_page and titles[name] == titles[any_page]])


def test_description(site, any_page):
    """No search engine lists a page that was not found: it needs none."""
    if any_page == LOST:
        return
    description = site.heads[any_page].described("description")
    assert 20 <= len(description) <= 200, description
    assert [name for name, each in site.heads.items() if each.described("description") == description] == [any_page]


def test_an_icon_is_named(document):
    """Else browsers ask for one at the server's root, where a book in a folder has nothing."""
    assert document.head_link("icon")


def test_links_lead_somewhere(site, any_page):
    found = []
    for element in site.documents[any_page].with_attribute("href") + site.documents[any_page].with_attribute("src"):
        link = element.get("href") or element.get("src")
        if link is None or element.get("rel") == "canonical" or not is_of_site(link, site):
            continue
        end = site.resolve(any_page, link)
        words = f"{link} of “{text(element)[:60]}”"
        if end is None:
            found.append(f"leads out of the folder: {words}")
        elif not (site.folder / end[0]).is_file():
            found.append(f"no such file: {words}")
        elif end[1] and end[1] not in site.documents[end[0]].ids:
            found.append(f"no such place: {words}")
    report(found)


def is_of_site(link, site):
    """Whether it is a link that the site itself must answer: neither another host's, nor content in itself."""
    if site.address and link.startswith(site.address):
        return True
    parts = urlsplit(link)
    return not parts.netloc and parts.scheme in ("", "file")


def test_all_pages_can_be_reached(site, any_page):
    """From the first page, by links alone."""
    assert any_page in site.reached | {LOST}


def test_page_without_figures_is_small(site, any_page):
    """With its style and script."""
    document = site.documents[any_page]
    if "svg" in {element.tag.rpartition("}")[2] for element in document.root.iter() if isinstance(element.tag, str)}:
        return
    linked = [link.get("href") for link in document.all("link") if link.get("rel") == "stylesheet"]
    linked += [script.get("src") for script in document.all("script") if script.get("src")]
    files = [any_page] + [site.resolve(any_page, name)[0] for name in linked]
    sizes = {file: (site.folder / file).stat().st_size for file in files}
    assert sum(sizes.values()) <= 60 * KILOBYTE, sizes


def test_script_is_small(site):
    # The index of the search and its texts are data, in scripts only because a page from a file can load nothing else.
    data = {"search-index.js", *(file.name for file in (site.folder / "search").rglob("*.js"))}
    scripts = [file for file in site.folder.rglob("*.js") if file.name not in data]
    assert sum(file.stat().st_size for file in scripts) < 20 * KILOBYTE
