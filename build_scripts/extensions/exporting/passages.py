"""Passages as files: one for each court and year."""

import gzip
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path

from build_scripts.api import ArchiveIndex, make_record, name_passages, write_passages

_LEVEL = 6  # of gzip


def export_passages(index: ArchiveIndex, site_url: str, folder: Path) -> None:
    """Write the passages of every order that is listed into new files of `folder`, orders in the
    archive's sequence; the same archive gives the same bytes.
    """
    folder.mkdir(parents=True)
    records = (
        (archived, make_record(archived, site_url))
        for archived in map(index.order, index.list_orders())
    )
    for name, some in groupby(records, key=lambda one: name_passages(one[1])):
        # A court and year may recur later: compressed parts follow each other in a file.
        with ExitStack() as files:
            file = files.enter_context((folder / name).open("ab"))
            packed = files.enter_context(gzip.GzipFile("", "wb", _LEVEL, file, mtime=0))
            for archived, record in some:
                packed.writelines(write_passages(archived, record))
