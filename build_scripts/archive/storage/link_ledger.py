"""The ledger of checked links: a CSV file that is committed next to mkdocs.yml.

    citation,outcome,url,case_name,checked
    433 F.3d 1199,found,https://www.courtlistener.com/opinion/1/x/,"Yahoo! Inc. v. …",2031-03-04
    12 F.3d 9999,not found,,,2031-03-04

One line per citation, sorted, so that a run that finds nothing new changes nothing.
"""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

from build_scripts.archive.storage.ledger_rows import Ledger, read_word
from build_scripts.model.link_ledger import CheckedCitation, LinkLedger, LookupOutcome
from build_scripts.model.text.folding import print_line

COLUMNS = ("citation", "outcome", "url", "case_name", "checked")
SITE = "https://www.courtlistener.com/"


_LEDGER = Ledger(
    "link_ledger",
    (COLUMNS,),
    64 * 1024 * 1024,  # some 500,000 citations
    "Fix the line, or remove it: `orders verify-links` asks for its citation again.",
    "Then run the command again; what was not written is asked again.",
    strict=True,
    may_be_empty=True,  # what it has is asked for again
)


def read_ledger(path: Path) -> LinkLedger:
    """Return the ledger's answers by citation; none without one. Raise DamagedLedgerError."""
    ledger: dict[str, CheckedCitation] = {}
    for answer in _LEDGER.read(path, _read_row):
        known = ledger.get(answer.citation, answer)  # git keeps both of what two people asked
        ledger[answer.citation] = max(answer, known, key=lambda one: one.checked)
    return ledger


def write_ledger(path: Path, answers: Iterable[CheckedCitation]) -> None:
    """Write the answers, sorted. Raise ArchiveError if the system refuses."""
    rows = (
        (
            print_line(one.citation),
            one.outcome.value,
            one.url,
            print_line(one.case_name),
            one.checked.isoformat(),
        )
        for one in sorted(answers, key=lambda one: one.citation)
    )
    _LEDGER.write(path, rows)


def _read_row(row: Sequence[str]) -> CheckedCitation:
    citation, word, url, case_name, checked = row
    if not citation.strip():
        raise ValueError("it names no citation")
    outcome = read_word(LookupOutcome, word)
    found = outcome is LookupOutcome.FOUND
    is_page = url.startswith(SITE) and url.isascii() and url.isprintable() and " " not in url
    if (found and not is_page) or (not found and url):
        raise ValueError(f"an address of {SITE} belongs to “found”, and only there")
    try:
        day = datetime.date.fromisoformat(checked)
    except ValueError:
        raise ValueError(f"“{checked[:40]}” is no date such as 2031-03-04") from None
    return CheckedCitation(citation, outcome, day, url, case_name)
