"""Whether name, court and year of a citation are those that the archive has."""

import re
from collections.abc import Iterator

from build_scripts.catalogue.case_names import NameMatch, match_names
from build_scripts.checking.answers import Disagreement
from build_scripts.law.court_table import find_known_court
from build_scripts.model.citation import Citation
from build_scripts.search.case_names import shorten_name
from build_scripts.text.pattern import Pattern

_VERSUS = Pattern(
    r"\s(?:v|vs|versus)\.?\s",
    re.IGNORECASE,
    accepts=["Wren v. Finch", "Wren vs Finch"],
    refuses=["In re Wren", "Wren v.Finch"],
)


def list_disagreements(
    citation: Citation, name: str, court: str, year: int | None
) -> Iterator[Disagreement]:
    """Yield what is cited otherwise; what either leaves open disagrees with nothing."""
    if citation.case_name and name and not agree_names(citation.case_name, name):
        yield Disagreement("name", citation.case_name, name)
    if citation.court and court and citation.court != court:
        yield Disagreement("court", _name_court(citation.court), _name_court(court))
    if citation.year and year and citation.year != year:
        yield Disagreement("year", str(citation.year), str(year))


def agree_names(cited: str, here: str) -> bool:
    """Whether both can name one case: each party that both name has a word in common with the
    other's, in either sequence.
    """
    if match_names(cited, here) is NameMatch.DIFFERENT:
        return False
    one, other = _VERSUS.split(cited), _VERSUS.split(here)
    if len(one) != 2 or len(other) != 2:
        return True
    return any(
        all(_agree_parties(a, b) for a, b in zip(one, sides, strict=True))
        for sides in (other, other[::-1])
    )


def _agree_parties(one: str, other: str) -> bool:
    if match_names(one, other) > NameMatch.DIFFERENT:
        return True
    short, long = sorted((set(shorten_name(one)), set(shorten_name(other))), key=len)
    return bool(short) and short <= long  # "City of N.Y." is the City of New York


def _name_court(court_id: str) -> str:
    court = find_known_court(court_id)
    return court.citation_string if court and court.citation_string else court_id
