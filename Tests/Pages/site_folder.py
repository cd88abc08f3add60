"""The built site as files: its pages, what they hold, and where their links lead."""

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"
WHOLE = "whole.html"
LOST = "404.html"


class SiteFolder:
    """A folder of pages."""

    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.pages = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    @cached_property
    def documents(self):
        """The pages, parsed when they are first asked for."""
        return Documents(self.folder)

    @cached_property
    def heads(self):
        """What comes before the body of each page."""
        return {
            page: Document.parse((self.folder / page).read_bytes().partition(b"</head>")[0]) for page in self.pages
        }

    @cached_property
    def reached(self):
        """The pages that links lead to, from the first page on."""
        reached, waiting = set(), ["index.html"]
        while waiting:
            here = waiting.pop()
            if here in reached:
                continue
            reached.add(here)
            ends = [self.resolve(here, link.get("href")) for link in self.documents[here].all("a") if link.get("href")]
            waiting += [end[0] for end in ends if end and end[0] in self.pages]
        return reached

    @cached_property
    def reference(self):
        """The pages of the library that cells import; they have no article in the page that holds the whole book."""
        whole = (self.folder / WHOLE).read_text()
        return [
            page
            for page in self.pages
            if page not in (WHOLE, LOST, "index.html") and f'<a id="chapter:{page.removesuffix(".html")}">' not in whole
        ]

    @cached_property
    def shown(self):
        """The pages on which everything is tried: of the reference, which has one form, the first of each module and the
        largest of all."""
        largest = max(self.reference, key=lambda page: (self.folder / page).stat().st_size, default=None)
        left_out = {page for page in self.reference if not page.endswith("/index.html") and page != largest}
        return [page for page in self.pages if page not in left_out]

    @property
    def articles(self):
        """The pages that a reader comes to page by page."""
        return [page for page in self.shown if page not in (WHOLE, LOST)]

    @cached_property
    def address(self):
        """Where the site stands on the network, with a slash at its end; none where its pages do not say."""
        canonical = self.heads["index.html"].head_link("canonical")
        return canonical.removesuffix("index.html") if canonical.startswith("http") else None

    def resolve(self, page, link):
        """The file and the name that a link leads to; none for a link that leaves the site.

        A path that begins with a slash leaves it too: the site may stand in any folder of a server.
        """
        if self.address and link.startswith(self.address):
            page, link = "", link.removeprefix(self.address)
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            return None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        return (path if parts.path else page), unquote(parts.fragment)


class Documents(dict):
    """Parsed pages by their paths in a folder."""

    def __init__(self, folder):
        self.folder = folder

    def __missing__(self, page):
        self[page] = Document.parse((self.folder / page).read_bytes())
        return self[page]


@dataclass
class Document:
    """A parsed page, with what the parser found wrong."""

    root: object
    errors: list = field(default_factory=list)

    @classmethod
    def parse(cls, content):
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
        root = parser.parse(content, transport_encoding="utf-8")
        errors = [
            f"line {line}, column {column}: {html5lib.constants.E[code] % values}"
            for (line, column), code, values in parser.errors
        ]
        return cls(root, errors)

    def all(self, *names):
        return [element for element in self.root.iter() if element.tag in {HTML + name for name in names}]

    def with_attribute(self, name):
        return [element for element in self.root.iter() if name in getattr(element, "attrib", {})]

    @cached_property
    def ids(self):
        return [element.get("id") for element in self.with_attribute("id")]

    def head_link(self, relation):
        return next((link.get("href") for link in self.all("link") if link.get("rel") == relation), "")

    def described(self, name):
        return next((meta.get("content") for meta in self.all("meta") if meta.get("name") == name), "")


def text(element):
    return " ".join("".join(element.itertext()).split())
