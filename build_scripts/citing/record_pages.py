"""Pages of the record under review: "J.A. 123", "ROA.45", "R.38, PID 171", "CP at 12".

Each court of appeals has its own letters for the record that the parties print, and its own names
for the briefs: "Br. for Respondent 22-23", "Aplt. Br. at 12", "N.T., 3/4/20, at 12".
"""

import re
from collections import Counter
from collections.abc import Iterator

from build_scripts.citing.mentions import Mention
from build_scripts.citing.pins import PIN
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "record_pages.toml", pin=PIN)


def find_record_pages(text: str) -> Iterator[Mention]:
    """Yield citations of the record and the briefs under review by page."""
    for match in _PATTERNS.EXCERPTS.finditer(text):
        yield make_paper(match, f"{match['volume']} {match['letters']}", match["pages"])
    for match in _PATTERNS.PAGE_ID.finditer(text):
        yield make_paper(match, f"R. {match['entry']}", match["pin"])
    for pattern in (_PATTERNS.BRIEFS, _PATTERNS.OF_DAY, _PATTERNS.OF_RECORD):
        for match in pattern.finditer(text):
            if not _is_year(match["pages"]):
                yield make_paper(match, match["paper"], match["pages"])
    own = [match for match in _PATTERNS.OWN_LETTERS.finditer(text) if not _is_year(match["pages"])]
    times = Counter(match["paper"] for match in own)
    for match in own:
        if times[match["paper"]] > 1:
            yield make_paper(match, match["paper"], match["pages"])
    for match in _PATTERNS.TERMS.finditer(text):
        yield make_paper(match, match["paper"], match["pin"])


def make_paper(match: re.Match[str], name: str, pin: str | None) -> Mention:
    """Return a mention of a paper by its name, from where the name is printed."""
    named = "paper" in match.re.groupindex
    start = match.start("paper") if named else match.start()
    name = re.sub(r"\s+", " ", name).strip(" ,").replace("’", "'")
    return Mention(CitationKind.RECORD, start, match.end(), name, name=name, pin_cite=pin)


def _is_year(pages: str) -> bool:
    return _PATTERNS.YEAR.fullmatch(pages) is not None
