"""Comparison of a citation's name, court and year with those of the archive."""

from collections.abc import Iterator

from build_scripts import api
from build_scripts.extensions.checking.answers import Disagreement

_PATTERNS = api.read_patterns(__package__, "agreeing.toml")
_LEADS = frozenset({"in", "re", "ex", "parte", "rel", "matter"})
_STATE = frozenset({"state", "people", "commw"})
_STATES = _STATE.union(*map(api.shorten_name, api.STATES))


def list_disagreements(
    citation: api.Citation, name: str, court: str, year: int | None
) -> Iterator[Disagreement]:
    """Yield what is cited differently; a part that either leaves open disagrees with nothing."""
    if citation.case_name and name and not agree_names(citation.case_name, name):
        yield Disagreement("name", citation.case_name, name)
    if citation.court and court and citation.court != court:
        yield Disagreement("court", _name_court(citation.court), _name_court(court))
    if citation.year and year and citation.year != year:
        yield Disagreement("year", str(citation.year), str(year))


def agree_names(cited: str, here: str) -> bool:
    """Return whether both can name one case: each cited party has a word in common with a party of
    the other name, and two parties with two. "United States", "State" and the like match only
    themselves: "State" matches "People" and a state's name.
    """
    one, other = (
        [_list_distinctive(side) for side in _PATTERNS.VERSUS.split(name)] for name in (cited, here)
    )
    if len(one) == len(other) == 2:
        return any(all(map(_agree_parties, one, sides)) for sides in (other, other[::-1]))
    return all(any(_agree_parties(side, each) for each in other) for side in one)


def _list_distinctive(side: str) -> set[str]:
    words = {word for word in api.shorten_name(side) if word not in _LEADS}
    return {word for word in words if not api.is_extra(word)} or words


def _agree_parties(one: set[str], other: set[str]) -> bool:
    if (one <= _STATE or other <= _STATE) and one | other <= _STATES:
        return True
    return bool(one & other - _STATE)


def _name_court(court_id: str) -> str:
    court = api.find_known_court(court_id)
    return court.citation_string if court and court.citation_string else court_id
