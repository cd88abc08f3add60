"""The site on a server of this machine, in a folder below the server's root, as it may stand on any host."""

import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from site_folder import LOST

ROOT = "/some/where/"


class SiteServer:
    """Answers with the site's files below `ROOT`, and with its not-found page anywhere else there.

    Where pages name the site's address on the network, the server's own stands in its place.
    """

    def __init__(self, site):
        self.refused = []
        refused = self.refused

        class Handler(SimpleHTTPRequestHandler):
            def do_HEAD(self):
                """A page asks whether there is a file; it is no fault that there is none."""
                path = urlsplit(self.path).path
                found = path.startswith(ROOT) and (site.folder / path.removeprefix(ROOT)).is_file()
                self.send_response(200 if found else 404)
                self.end_headers()

            def do_GET(self):
                path = urlsplit(self.path).path
                file = site.folder / path.removeprefix(ROOT)
                found = path.startswith(ROOT) and file.is_file()
                if not found:
                    # A browser asks for an icon where a page names none, but once for all pages, at any time.
                    if path != "/favicon.ico":
                        refused.append(path)
                    file = site.folder / LOST
                content = file.read_bytes()
                if site.address:
                    content = content.replace(site.address.encode(), server.root.encode())
                self.send_response(200 if found else 404)
                self.send_header("Content-Type", self.guess_type(file.name))
                self.send_header("Content-Length", str(len(content)))
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        server = self
        self.listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.root = f"http://127.0.0.1:{self.listener.server_port}{ROOT}"
        threading.Thread(target=self.listener.serve_forever, daemon=True).start()

    def stop(self):
        self.listener.shutdown()
        self.listener.server_close()
