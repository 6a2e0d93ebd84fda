"""The ledger of checked links: a CSV file that is committed beside mkdocs.yml.

    citation,outcome,url,case_name,checked
    433 F.3d 1199,found,https://www.courtlistener.com/opinion/1/x/,"Yahoo! Inc. v. …",2031-03-04
    12 F.3d 9999,not found,,,2031-03-04

One line a citation, sorted, so that a run that learns nothing new changes nothing.
"""

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from build_scripts.model.link_ledger import CheckedCitation, LinkLedger, LookupOutcome
from build_scripts.problems import ArchiveError
from build_scripts.storage.atomic import write_atomically
from build_scripts.storage.ledger_rows import iterate_rows, read_bytes
from build_scripts.text.os_errors import describe_os_error

COLUMNS = ("citation", "outcome", "url", "case_name", "checked")
LARGEST = 64 * 1024 * 1024  # bytes: some 500,000 citations
OUTCOMES = frozenset(outcome.value for outcome in LookupOutcome)
SITE = "https://www.courtlistener.com/"


class DamagedLedgerError(ArchiveError):
    """The ledger can't be read; the message names the line and what to do."""


def read_ledger(path: Path) -> LinkLedger:
    """Return the ledger's answers by citation; none where there is no ledger.

    Raises DamagedLedgerError: links that nobody checked must not pass for checked ones.
    """
    data = read_bytes(path, LARGEST, "link_ledger", DamagedLedgerError)
    if len(data) > LARGEST:
        raise _damage(path, 1, f"it is larger than {LARGEST // 1024 // 1024} MB")
    return _read_lines(path, data)


def write_ledger(path: Path, answers: Iterable[CheckedCitation]) -> None:
    """Write the answers, sorted; an interruption leaves the old ledger or the new one.

    Raises ArchiveError where the system refuses.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for answer in sorted(answers, key=lambda answer: answer.citation):
        writer.writerow(
            (
                _print_line(answer.citation),
                answer.outcome.value,
                answer.url,
                _print_line(answer.case_name),
                answer.checked.isoformat(),
            )
        )
    try:
        write_atomically(path, text.getvalue().encode())
    except OSError as error:
        raise ArchiveError(
            f"{describe_os_error(error)} Then run the command again; what was not written is asked "
            "again."
        ) from error


def _read_lines(path: Path, data: bytes) -> LinkLedger:
    try:
        text = data.decode("utf-8-sig")  # a spreadsheet program may put a mark before it
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _damage(path, line, "it is not UTF-8") from error
    ledger: dict[str, CheckedCitation] = {}
    for line, row in iterate_rows(text, (COLUMNS,), partial(_damage, path)):
        answer = _read_row(path, line, row)
        if answer.citation in ledger:
            raise _damage(path, line, f"{answer.citation} stands there already")
        ledger[answer.citation] = answer
    return ledger


def _read_row(path: Path, line: int, row: Sequence[str]) -> CheckedCitation:
    citation, outcome, url, case_name, checked = row
    if not citation.strip():
        raise _damage(path, line, "it names no citation")
    if outcome not in OUTCOMES:
        raise _damage(path, line, f"“{outcome[:40]}” is none of {', '.join(LookupOutcome)}")
    found = outcome == LookupOutcome.FOUND
    if (found and not _is_page(url)) or (not found and url):
        raise _damage(path, line, f"an address of {SITE} belongs to “found”, and only there")
    try:
        day = datetime.date.fromisoformat(checked)
    except ValueError:
        raise _damage(path, line, f"“{checked[:40]}” is no date such as 2031-03-04") from None
    return CheckedCitation(citation, LookupOutcome(outcome), day, url, case_name)


def _is_page(url: str) -> bool:
    """The ledger makes links of the site, so it may lead to CourtListener alone."""
    return url.startswith(SITE) and url.isascii() and url.isprintable() and " " not in url


def _print_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _damage(path: Path, line: int, what: str) -> DamagedLedgerError:
    return DamagedLedgerError(
        f"{path}, line {line}: {what}. Mend the line, or remove it: `orders verify-links` asks "
        "for its citation again."
    )
