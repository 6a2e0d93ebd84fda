"""A host as most are: files are compressed, and browsers keep them for ten minutes."""

import gzip
from functools import partial
from pathlib import Path

from tests.serving import QuietFiles, serve_site


class _CompressingHandler(QuietFiles):
    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), compresslevel=6)
        self.reply(
            200,
            body,
            Content_Type=self.guess_type(path),
            Content_Encoding="gzip",
            Cache_Control="max-age=600",
        )


serve_compressed = partial(serve_site, handler=_CompressingHandler)
