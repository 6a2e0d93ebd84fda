"""The report of an order in a citation (Bluebook rules 6.1(a), 10.3 and 10.4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.model.citation_form import CaseForm
from build_scripts.model.description import Court
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.pages.escaping import flatten

_PATTERNS = read_patterns(__package__, "reports.toml")
# Words that begin the court's part of a court's short name; the words before them are the place.
_COURT_WORDS = frozenset(
    ("Ct.", "App.", "Super.", "Sup.", "Dist.", "Div.", "Crim.", "Civ.", "Cir.", "Commw.", "Ch.")
)
# First if an order is in several: the official reports of the Supreme Court, the West
# reporters that rule 10.3 and table T1 prefer for other courts.
_SUPREME_COURT = ("U.S.", "S. Ct.", "L. Ed.", "L. Ed. 2d")


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports in an order's own citations: the preferred one of each kind, if any."""

    report: CaseForm | None = None
    neutral: str | None = None  # the court's own number
    database: str | None = None  # Westlaw's or Lexis's


def read_reports(citations: Iterable[str], court: Court | None) -> Reports:
    """Return what to cite among `citations`; those in none of these forms are skipped."""
    reports: list[CaseForm] = []
    neutral = database = None
    for text in map(flatten, citations):
        if _PATTERNS.DATABASE.fullmatch(text):
            database = database or text
        elif _PATTERNS.NEUTRAL.fullmatch(text):
            neutral = neutral or text
        elif match := _PATTERNS.REPORT.fullmatch(text):
            reporter = set_reporter(match["reporter"])
            reports.append(CaseForm(match["volume"], reporter, match["page"]))
    is_supreme_court = court is not None and court.court_id == "scotus"
    reports.sort(key=lambda report: _rank(report.reporter, is_supreme_court))
    return Reports(reports[0] if reports else None, neutral, database)


def set_reporter(reporter: str) -> str:
    """Return a reporter's name with the Bluebook's spaces: "F.3d", "F. Supp. 2d", "S. Ct."."""
    pieces = _PATTERNS.PIECE.findall(reporter)
    written = pieces[0] if pieces else ""
    for before, piece in pairwise(pieces):
        close = _PATTERNS.CLOSED_UP.fullmatch(before) and _PATTERNS.CLOSED_UP.fullmatch(piece)
        written += piece if close else f" {piece}"
    return written


def name_court(court: Court, report: CaseForm | None) -> str:
    """Return the court for the citation's parenthesis, without what the reporter's name implies
    (rule 10.4(b)): "(Ct. App. 2002)" after "98 Cal. App. 4th 12", "" for the Supreme Court.
    """
    name = flatten(court.citation_string)
    if report is None:
        return name
    if court.court_id == "scotus":
        return ""
    words = _PATTERNS.PIECE.findall(name)
    place = next((at for at, word in enumerate(words) if word in _COURT_WORDS), len(words))
    told = place and _PATTERNS.PIECE.findall(report.reporter)[:place] == words[:place]
    return set_reporter(" ".join(words[place:])) if told else name


def _rank(reporter: str, is_supreme_court: bool) -> int:
    if not is_supreme_court:
        return 0 if _PATTERNS.WEST.fullmatch(reporter) else 1
    official = reporter in _SUPREME_COURT
    return _SUPREME_COURT.index(reporter) if official else len(_SUPREME_COURT)
