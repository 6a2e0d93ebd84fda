"""Signs that show a paper's kind: orders, motions, briefs, pleadings, letters."""

from enum import StrEnum

from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns, read_rows


class PaperKind(StrEnum):
    """The kind of a paper, as a finding names it."""

    ORDER = "an order"
    PROPOSED = "a proposed order"
    MOTION = "a motion"
    BRIEF = "a brief"
    PLEADING = "a complaint, an indictment or an answer"
    NOTICE = "a notice"
    DECLARATION = "a declaration"
    LETTER = "a letter"
    FORM = "a form"
    EXHIBIT = "an exhibit"
    TRANSCRIPT = "a transcript"
    DOCKET_SHEET = "a docket sheet"
    STIPULATION = "an agreement of the parties"
    OTHER = "no paper of a court"


_FILE = "papers.toml"


def _read_signs(section: str) -> tuple[tuple[str, PaperKind, Pattern[str]], ...]:
    rows = read_rows(__package__, _FILE, section)
    return tuple((row.name, PaperKind(row.kind), row.pattern) for row in rows)


TITLE_SIGNS = _read_signs("title")
# Signs in the text: name, kind, pattern, how often it must be there.
TEXT_SIGNS = tuple(
    (row.name, PaperKind(row.kind), row.pattern, row.times)
    for row in read_rows(__package__, _FILE, "text")
)
TAIL_SIGNS = _read_signs("tail")
LAW_REPORT_SIGNS = _read_signs("law_report")
HEAD_SIGNS = (*LAW_REPORT_SIGNS, *_read_signs("head"))
# Signs that papers other than orders show too.
WEAK = frozenset(
    {"signed with a mark", "a judge signs", "cited where it is reported", "a panel sits"}
)
_PATTERNS = read_patterns(__package__, _FILE)
ORDERS = _PATTERNS.ORDERS
PROPOSED_TITLE = _PATTERNS.PROPOSED_TITLE
