"""The orders' Markdown files in docs/: only builds write them."""

import os
from collections.abc import Container, Iterator
from pathlib import Path

from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.pages.order_markdown import MADE_BY, write_front_matter
from build_scripts.problems import ArchiveError

FOLDER = "orders"
"""Below docs/; the paths of orders' pages begin with it."""
_MARK = write_front_matter(MADE_BY).encode().removesuffix(b"---\n")


def refuse_strangers(docs: Path) -> None:
    """Raise ArchiveError if docs/orders has a file that no build wrote.

    A build removes the previous build's files there: nobody else's may be among them.
    """
    for path in _walk(docs):
        if not _is_ours(path):
            raise ArchiveError(
                f"{path} was not written by a build, and {docs / FOLDER} holds what each build "
                "writes anew. Move it elsewhere."
            )


def write_order_file(docs: Path, name: str, text: str) -> None:
    """Write a file below docs/ unless it is the same: `mkdocs serve` would build again."""
    path, data = docs / name, text.encode(errors="replace")
    if not (path.is_file() and path.read_bytes() == data):
        write_atomically(path, data)  # the next build would take half a file for somebody else's


def remove_other_files(docs: Path, names: Container[str]) -> None:
    """Remove the files of orders that are gone: all but those of these paths below docs/."""
    for path in _walk(docs):
        if path.relative_to(docs).as_posix() not in names and _is_ours(path):
            path.unlink()
            remove_empty_folders(path.parent, docs / FOLDER)


def _walk(docs: Path) -> Iterator[Path]:
    """Yield the files of docs/orders, except those that MkDocs does not see."""
    for folder, folders, names in os.walk(docs / FOLDER):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if not name.startswith("."))


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK


def remove_empty_folders(folder: Path, top: Path) -> None:
    """Remove a folder and those above it, below `top`, as far as they are empty."""
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
