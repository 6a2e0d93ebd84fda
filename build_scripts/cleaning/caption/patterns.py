"""List the words that distinguish a caption's cells."""

from build_scripts.cleaning.lines import Line
from build_scripts.model.law.caption_noise import is_title_rest
from build_scripts.model.law.misread_roles import mend_role
from build_scripts.model.law.title_words import TITLE_START, close_up
from build_scripts.model.source_text import Style
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "patterns.toml")
DESCRIBES_PARTY = _PATTERNS.DESCRIBES_PARTY
COURT = _PATTERNS.COURT
ROLE = _PATTERNS.ROLE
VERSUS = _PATTERNS.VERSUS
DOCKET = _PATTERNS.DOCKET
REFERENCE = _PATTERNS.REFERENCE
FIRST_WORDS = _PATTERNS.FIRST_WORDS
JUDGE_LINE = _PATTERNS.JUDGE_LINE
VERSUS_ALONE = _PATTERNS.VERSUS_ALONE
NOTICE = _PATTERNS.NOTICE
CALLED_NOTICE = _PATTERNS.CALLED_NOTICE
NO_PRECEDENT = _PATTERNS.NO_PRECEDENT
REPORTED_COURT = _PATTERNS.REPORTED_COURT
ORIGIN = _PATTERNS.ORIGIN
MINUTES = _PATTERNS.MINUTES
MINUTES_TITLE = _PATTERNS.MINUTES_TITLE
MINUTES_PRESENT = _PATTERNS.MINUTES_PRESENT
PROCEEDINGS = _PATTERNS.PROCEEDINGS


MARKS = "*†‡0123456789 "


def begins_title(text: str) -> bool:
    """Return whether text begins as a title does, an order's or another paper's."""
    ruled = text.startswith((")", "|"))  # what a drawn rule leads is not yet cut from it
    own = not ruled and TITLE_START.match(close_up(text)) is not None
    return own or any(p.match(text) for p in (_PATTERNS.PAPER_TITLE, _PATTERNS.PROPOSED))


def is_title(line: Line) -> bool:
    """Return whether a line begins a printed title: with a title's word, in capitals or bold."""
    content = line.content.strip(MARKS)
    if not begins_title(content):
        return False
    return content.isupper() or line.heading_level > 0 or is_bold(line)


def title_goes_on(title: str, below: str) -> bool:
    """Return whether a printed line is the rest of the title above it, by the words of both."""
    return _PATTERNS.TITLE_JOINT.search(f"{title}\n{below}") is not None or is_title_rest(below)


def is_bold(line: Line) -> bool:
    """Return whether any part of a line is bold."""
    return any(span.style is Style.BOLD for span in line.styles)


def is_role(content: str) -> bool:
    """Return whether a cell is a party's role or the "v." between the sides."""
    return bool(ROLE.fullmatch(mend_role(content)) or VERSUS.fullmatch(content))


def ends_with_role(content: str) -> bool:
    """Return whether a name and its role share a line: "Eric H. HOLDER, Jr., Respondent."."""
    _, comma, last = content.rstrip(" .,;:").rpartition(",")
    return bool(comma) and ROLE.fullmatch(last.strip()) is not None
