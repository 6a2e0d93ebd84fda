"""A committed CSV ledger: bounded, written whole, and each fault reported with its line."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.model.text.os_errors import describe_os_error
from build_scripts.model.text.pattern import Pattern
from build_scripts.problems import ArchiveError

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)
SHA256 = Pattern(
    r"[0-9a-f]{64}",
    accepts=["0123456789abcdef" * 4],
    refuses=["0123456789ABCDEF" * 4, "0123456789abcdef" * 2, "0123456789abcdeg" * 4],
    by="fullmatch",
)
_CONFLICT = ("<<<<<<< ", "||||||| ", "=======", ">>>>>>> ")  # how git marks it
_TWO_VERSIONS = (
    "Git merged two versions of this file, and left both here. Remove the lines that begin with "
    "<<<<<<<, =======, >>>>>>> or |||||||, keep those between them, and run the command again. "
    "With the lines of `orders guide running` in .gitattributes, git keeps both by itself."
)


class DamagedLedgerError(ArchiveError):
    """A ledger can't be read; the message names the line and what to do."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A kind of ledger: its heads, the newest first, its `setting` in mkdocs.yml, its bound.

    `mend` is the advice about a line, `lost` the consequence if the system refuses to write,
    `conflict` the advice if git left one. Bytes that are no UTF-8, as a raw file's name may have,
    come back as they were, unless the ledger is `strict`. An empty file is damage, unless the
    ledger `may_be_empty`.
    """

    setting: str
    heads: Sequence[Sequence[str]]
    largest: int  # bytes
    mend: str
    lost: str
    strict: bool = False
    conflict: str = _TWO_VERSIONS
    may_be_empty: bool = False

    def read(self, path: Path, read_row: Callable[[list[str]], T]) -> Iterator[T]:
        """Yield what `read_row` makes of each row below the head; nothing if there is no ledger.

        Empty lines are skipped. Raise DamagedLedgerError if the file is empty: it would pass for
        that of a new archive, which forgets all. Also if the head is none of `heads`, if a row has
        other columns than the head, if `read_row` raises ValueError, if git left a conflict, and if
        the text is no CSV or can't be read.
        """
        text = self._read_text(path)
        rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        columns: Sequence[str] = ()
        try:
            for number, row in enumerate(rows):
                if number == 0:
                    columns = next((head for head in self.heads if tuple(row) == tuple(head)), ())
                    if not columns:
                        known = ", ".join(self.heads[0])
                        raise self.damage(path, 1, f"it does not name the columns {known}")
                elif len(row) == len(columns):
                    yield read_row(row)
                elif row and row[0].startswith(_CONFLICT):
                    raise DamagedLedgerError(f"{path}, line {rows.line_num}: {self.conflict}")
                elif row:
                    found = f"it has {len(row)} columns, not {len(columns)}"
                    raise self.damage(path, rows.line_num, found)
        except (csv.Error, ValueError) as error:
            raise self.damage(path, rows.line_num, str(error)) from error

    def _read_text(self, path: Path) -> str:
        try:
            with path.open("rb") as file:
                data = file.read(min(self.largest, path.stat().st_size) + 1)  # allocated at once
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise DamagedLedgerError(
                f"{path} can't be read: {error.strerror}. Fix its permissions, or name another "
                f"file as {self.setting} in mkdocs.yml."
            ) from error
        # Builds write the columns first: the disk was full, or a program failed.
        if not data and not self.may_be_empty:
            raise self.damage(path, 1, "the file is empty")
        if len(data) > self.largest:
            raise self.damage(path, 1, f"it is larger than {self.largest // 1024 // 1024} MB")
        try:  # a spreadsheet program may put a mark before it
            return data.decode("utf-8-sig", "strict" if self.strict else "surrogateescape")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise self.damage(path, line, "it is not UTF-8") from error

    def write(self, path: Path, rows: Iterable[Sequence[str]]) -> None:
        """Write the rows below the head, atomically. Raise ArchiveError if the system refuses."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        # A carriage return in a file's name, which Python's csv module does not quote itself.
        careful = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(self.heads[0])
        for row in rows:
            (careful if any("\r" in cell for cell in row) else writer).writerow(row)
        try:
            write_atomically(path, text.getvalue().encode("utf-8", "surrogateescape"))
        except OSError as error:
            raise ArchiveError(f"{describe_os_error(error)} {self.lost}") from error

    def damage(self, path: Path, line: int, what: str) -> DamagedLedgerError:
        """Return the error for a line and its fault."""
        return DamagedLedgerError(f"{path}, line {line}: {what}. {self.mend}")


def read_word(kind: type[Word], cell: str) -> Word:
    """Return the member of `kind` that a cell names. Raise ValueError if it names none."""
    if cell not in set(kind):
        raise ValueError(f"“{cell[:40]}” is none of {', '.join(kind)}")
    return kind(cell)
