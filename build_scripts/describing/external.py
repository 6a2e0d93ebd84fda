"""Read facts that a service gives with an order's text, as claims.

Values are never guessed: a court that no table knows is left out.
"""

import datetime
from collections.abc import Iterator
from typing import Any

from build_scripts.model.description import Claim, ClaimSource, Court, Judge, JudgeRole
from build_scripts.model.law.court_table import find_known_court
from build_scripts.model.law.courts import match_court
from build_scripts.model.law.docket_numbers import parse_docket_number
from build_scripts.model.law.judges import NamedJudge, clean_name, iterate_judges
from build_scripts.model.partial_date import parse_any_date
from build_scripts.model.source_text import ExternalFacts
from build_scripts.model.text.pattern_table import read_patterns

REASON = "given beside the text by the service that the file came from"
_PATTERNS = read_patterns(__package__, "external.toml")


def claim_external(external: ExternalFacts) -> dict[str, tuple[Claim[Any], ...]]:
    """Return the service's claims by field; a field that it lacks is left out."""
    court = find_external_court(external)
    date, filed = parse_any_date(external.date), parse_any_date(external.date_filed)
    values: dict[str, tuple[Any, ...]] = {
        "case_name": (external.case_name,) if external.case_name else (),
        "court": (court,) if court else (),
        "date": (date,) if date else (),
        "date_filed": (filed,) if isinstance(filed, datetime.date) else (),
        "document_number": (external.document_number,) if external.document_number else (),
        "docket_numbers": tuple(
            parse_docket_number(text) for text in external.docket_numbers if text.strip()
        ),
        "judges": tuple(_iterate_judges(external)),
        "own_citations": external.citations,
    }
    return {
        field: tuple(Claim(value, None, REASON, ClaimSource.EXTERNAL) for value in several)
        for field, several in values.items()
        if several
    }


def _iterate_judges(external: ExternalFacts) -> Iterator[Judge]:
    named = [judge for line in external.judges for judge in read_external_judges(line)]
    role = JudgeRole.AUTHOR if len(named) == 1 else JudgeRole.PANEL
    for judge in named:
        yield Judge(judge.name, judge.title, None, role)


def read_external_judges(line: str) -> tuple[NamedJudge, ...]:
    """Return the judges of one line; none for votes, or where an honorific is left over."""
    if _PATTERNS.VOTES.search(line):
        return ()
    printed = _PATTERNS.PANEL.sub("", line)
    judges = tuple(iterate_judges(printed))
    if not judges and (name := clean_name(printed)):
        judges = (NamedJudge(name, None),)
    return () if any(_PATTERNS.HONORIFIC.fullmatch(judge.name) for judge in judges) else judges


def find_external_court(external: ExternalFacts) -> Court | None:
    """Return the court that a service names, or None where the table does not have it."""
    if external.court_id:
        return find_known_court(external.court_id)
    match = match_court(external.court_name) if external.court_name else None
    return match.court if match else None
