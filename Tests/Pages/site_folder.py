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
        self.pages = sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*.html"))

    @cached_property
    def documents(self):
        return {page: Document.parse((self.folder / page).read_bytes()) for page in self.pages}

    @property
    def articles(self):
        """The pages that a reader comes to page by page."""
        return [page for page in self.pages if page not in (WHOLE, LOST)]

    @cached_property
    def address(self):
        """Where the site stands on the network, with a slash at its end; none where its pages do not say."""
        canonical = self.documents["index.html"].head_link("canonical")
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
