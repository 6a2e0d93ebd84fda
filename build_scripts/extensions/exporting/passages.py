"""Passages as files: one for each court and year."""

import gzip
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from build_scripts import api

_LEVEL = 6  # of gzip


def export_passages(index: api.ArchiveIndex, site_url: str, folder: Path) -> None:
    """Write the passages of every order that is listed into new files of `folder`, orders in the
    archive's sequence; the same archive gives the same bytes.
    """
    folder.mkdir(parents=True)
    for name, orders in groupby(api.iter_passages(index, site_url), key=itemgetter(0)):
        # A court and year may recur later: compressed parts follow each other in a file.
        with ExitStack() as files:
            file = files.enter_context((folder / name).open("ab"))
            packed = files.enter_context(gzip.GzipFile("", "wb", _LEVEL, file, mtime=0))
            for _, lines in orders:
                packed.writelines(lines)
