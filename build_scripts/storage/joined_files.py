"""Files that hold the whole archive, joined from one piece an order: only new pieces are made.

Beside each file lies a list of its pieces, by version and length, and of what the file was like
when it was written: where it is as it was left, pieces of the same version are copied from it.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from build_scripts.model.page import Piece
from build_scripts.storage.atomic import write_atomically

_AT_ONCE = 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class JoinedFile:
    """A file as it was joined: its sha256, where it lies, how long each piece is."""

    sha256: str
    place: Path
    lengths: tuple[int, ...]

    def stream(self) -> Iterator[bytes]:
        """Read the whole of it, some of it at a time."""
        with self.place.open("rb") as file:
            while data := file.read(_AT_ONCE):
                yield data

    def read_pieces(self) -> Iterator[bytes]:
        """Read one piece after the other."""
        with self.place.open("rb") as file:
            for length in self.lengths:
                yield file.read(length)


def join_pieces(place: Path, made_by: str, pieces: Iterable[Piece]) -> JoinedFile:
    """Bring the file at `place` in line with `pieces`, one after the other; what a program other
    than `made_by` wrote is made anew. Raises OSError.
    """
    known = _read_list(place, made_by)
    digest = sha256()
    versions: list[str] = []
    lengths: list[int] = []

    def write() -> Iterator[bytes]:
        with place.open("rb") if known else io.BytesIO() as before:
            for piece in pieces:
                start, length = known.get(piece.version, (0, -1))
                if length < 0:
                    data = piece.make()
                else:
                    before.seek(start)
                    data = before.read(length)
                digest.update(data)
                versions.append(piece.version)
                lengths.append(len(data))
                yield data

    write_atomically(place, write())
    _write_list(place, made_by, versions, lengths)
    return JoinedFile(digest.hexdigest(), place, tuple(lengths))


def _name_list(place: Path) -> Path:
    return place.with_name(f"{place.name}.pieces")


def _read_list(place: Path, made_by: str) -> dict[str, tuple[int, int]]:
    """Return where each piece lies and how long it is; nothing where the file is not as left."""
    try:
        state, *lines = _name_list(place).read_text("utf-8").splitlines()
        if state != _describe(place, made_by):
            return {}
        known, start = {}, 0
        for line in lines:
            version, _, length = line.partition(" ")
            known[version] = (start, int(length))
            start += int(length)
    except (OSError, ValueError):
        return {}
    return known


def _write_list(place: Path, made_by: str, versions: list[str], lengths: list[int]) -> None:
    lines = (f"{version} {length}" for version, length in zip(versions, lengths, strict=True))
    text = "\n".join((_describe(place, made_by), *lines))
    write_atomically(_name_list(place), text.encode())


def _describe(place: Path, made_by: str) -> str:
    found = place.stat()
    return f"{made_by} {found.st_size} {found.st_mtime_ns}"
