"""Facts that a service gives beside an order's text, joined to what the order says of itself.

A service's value outranks the document's; where the two really differ, a finding names both.
Values are never guessed: a court that the table does not know, or half a date, is left out.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

from build_scripts.describing.court import match_court
from build_scripts.describing.court_table import find_known_court
from build_scripts.describing.docket_number import agree, parse_docket_number
from build_scripts.describing.judge_names import NamedJudge, clean_name, iterate_judges
from build_scripts.model.description import (
    Claim,
    ClaimSource,
    Court,
    Description,
    DocketNumber,
    Judge,
    JudgeRole,
)
from build_scripts.model.source_text import ExternalFacts
from build_scripts.problems import Finding, FindingCode

REASON = "given beside the text by the service that the file came from"
VOTES = re.compile(r"\b(?:concur|dissent)", re.IGNORECASE)
HONORIFIC = re.compile(r"(?:mr|mrs|ms|chief|justices?|judges?)\.?", re.IGNORECASE)
# Accepted: "Before ROE, Circuit Judge", "Present: Roe"; refused: "Beforest, J."
PANEL = re.compile(r"^(?:before|present|panel(?:\s+composed\s+of)?)\b[:,]?\s*", re.IGNORECASE)
# Words of a case name that two printings of it need not share.
# Accepted: "v", "vs", "et al", "the", "Inc", "Corp", "Co", "LLC"; refused: "Corporate"
FORM_WORDS = frozenset(
    """a al al. an and association assn co company corp corporation et ex ex. for in inc
    incorporated llc llp lp ltd limited matter no nos of on parte re state states the u united us v
    versus vs""".split()
)


def merge_external(description: Description, external: ExternalFacts) -> Description:
    """Let a service's facts outrank the document's; where it is silent, the document speaks.

    The evidence stays where the document agrees. A docket number that both print keeps its fuller
    form. Judges are taken only where the document names none.
    """
    if external == ExternalFacts():
        return description
    return replace(
        description,
        case_name=_merge_case_name(description.case_name, external.case_name),
        court=_merge_court(description.court, find_external_court(external)),
        date=_merge_date(description.date, _read_date(external.date)),
        docket_numbers=_merge_docket_numbers(description.docket_numbers, external),
        judges=_merge_judges(description.judges, external.judges),
        own_citations=tuple(
            Claim(cite, None, REASON, ClaimSource.EXTERNAL) for cite in external.citations
        )
        or description.own_citations,
    )


def list_disagreements(
    path: str, document: Description, external: ExternalFacts
) -> tuple[Finding, ...]:
    """Where the document (its description before the merge) and the service really differ."""
    return tuple(
        Finding(
            path,
            FindingCode.DISAGREEMENT,
            f"The {field} is {theirs} beside the text and {ours} in it.",
            "Look which is right; the value beside the text is used.",
        )
        for field, theirs, ours in _compare(document, external)
    )


def _compare(document: Description, external: ExternalFacts) -> Iterator[tuple[str, str, str]]:
    name = document.case_name
    if name and external.case_name and not _names_agree(name.value, external.case_name):
        yield "case name", external.case_name, name.value
    court = find_external_court(external)
    if document.court and court and document.court.value.court_id != court.court_id:
        yield "court", court.name, document.court.value.name
    date = _read_date(external.date)
    if document.date and date and document.date.value != date:
        yield "date", date.isoformat(), document.date.value.isoformat()
    theirs = _read_docket_numbers(external)
    ours = [claim.value for claim in document.docket_numbers]
    if theirs and ours and not any(agree(one, other) for one in theirs for other in ours):
        yield "docket number", theirs[0].text, ours[0].text


def _merge_case_name(ours: Claim[str] | None, theirs: str) -> Claim[str] | None:
    if not theirs:
        return ours
    agrees = ours is not None and _names_agree(ours.value, theirs)
    return Claim(theirs, ours.evidence if ours and agrees else None, REASON, ClaimSource.EXTERNAL)


def _merge_court(ours: Claim[Court] | None, theirs: Court | None) -> Claim[Court] | None:
    if theirs is None:
        return ours
    agrees = ours is not None and ours.value.court_id == theirs.court_id
    return Claim(theirs, ours.evidence if ours and agrees else None, REASON, ClaimSource.EXTERNAL)


def _merge_date(
    ours: Claim[datetime.date] | None, theirs: datetime.date | None
) -> Claim[datetime.date] | None:
    if theirs is None:
        return ours
    agrees = ours is not None and ours.value == theirs
    return Claim(theirs, ours.evidence if ours and agrees else None, REASON, ClaimSource.EXTERNAL)


def _merge_docket_numbers(
    ours: tuple[Claim[DocketNumber], ...], external: ExternalFacts
) -> tuple[Claim[DocketNumber], ...]:
    """Both sources' numbers where they share one; else the service's alone."""
    theirs = _read_docket_numbers(external)
    if not theirs:
        return ours
    shared = any(agree(claim.value, number) for claim in ours for number in theirs)
    kept = ours if shared else ()
    return (
        *kept,
        *(
            Claim(number, None, REASON, ClaimSource.EXTERNAL)
            for number in theirs
            if not any(agree(claim.value, number) for claim in kept)
        ),
    )


def _merge_judges(
    ours: tuple[Claim[Judge], ...], theirs: tuple[str, ...]
) -> tuple[Claim[Judge], ...]:
    if not theirs or any(claim.value.name for claim in ours):
        return ours
    named = [judge for line in theirs for judge in read_external_judges(line)]
    role = JudgeRole.AUTHOR if len(named) == 1 else JudgeRole.PANEL
    claims = (
        Claim(Judge(judge.name, judge.title, None, role), None, REASON, ClaimSource.EXTERNAL)
        for judge in named
    )
    return tuple(claims) or ours


def read_external_judges(line: str) -> tuple[NamedJudge, ...]:
    """The judges of one line; none where it tells of votes, or where an honorific is left over."""
    if VOTES.search(line):
        return ()
    printed = PANEL.sub("", line)
    judges = tuple(iterate_judges(printed))
    if not judges and (name := clean_name(printed)):
        judges = (NamedJudge(name, None),)
    return () if any(HONORIFIC.fullmatch(judge.name) for judge in judges) else judges


def find_external_court(external: ExternalFacts) -> Court | None:
    """The court that a service names, or None where the table does not know it."""
    if external.court_id:
        return find_known_court(external.court_id)
    match = match_court(external.court_name) if external.court_name else None
    return match.court if match else None


def _read_date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _read_docket_numbers(external: ExternalFacts) -> tuple[DocketNumber, ...]:
    return tuple(parse_docket_number(text) for text in external.docket_numbers if text.strip())


def _names_agree(one: str, other: str) -> bool:
    """Whether one name's weighty words are, but for shortenings, the other's."""
    words, others = _list_weighty(one), _list_weighty(other)
    if not words or not others:
        return True
    fewer, more = sorted((words, others), key=len)
    shared = sum(1 for word in fewer if any(_shortens(word, each) for each in more))
    return shared >= 0.5 * len(fewer)


def _list_weighty(name: str) -> list[str]:
    words = re.findall(r"[^\W_]+", name.lower().replace("’", "'").replace("'s", ""))
    return [word for word in words if word not in FORM_WORDS and len(word) > 1]


def _shortens(one: str, other: str) -> bool:
    """Whether two words may be one, abbreviated: "Int" for "International"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short[: max(3, len(short) - 1)]) or _is_contracted(short, long)


def _is_contracted(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in `long` in order, first and last alike: "Natl"."""
    if short[0] != long[0] or short[-1] != long[-1]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)
