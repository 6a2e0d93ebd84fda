"""A host as strict as the real ones: the site below /archive/, its headers, its page for 404."""

from functools import partial
from pathlib import Path

from build_scripts.pages.host_files import HEADERS
from tests.serving import QuietFiles, serve_site


class StrictFiles(QuietFiles):
    """Serves files with the headers of a host that has set all."""

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, _: object) -> None:
        """Show no folder."""
        self.send_error(404)

    def send_error(self, code: int, *_: object) -> None:
        page = (Path(self.directory) / "archive/404.html").read_bytes()
        self.reply(code, page, Content_Type="text/html; charset=utf-8")


serve_strictly = partial(serve_site, handler=StrictFiles)
