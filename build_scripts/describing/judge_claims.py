"""Claims of judges at one place of an order, and how far from it words count."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from build_scripts.describing.candidates import overlap
from build_scripts.model.description import Claim, Court, Judge, JudgeRole, Span
from build_scripts.model.law.court_table import JUSTICES, find_offices
from build_scripts.model.law.judges import NamedJudge

LONGEST_LINE = 160
LONGEST_BYLINE = 700
LONGEST_BARE_BYLINE = 120
RUN_ON_REACH = 6000  # characters of a block in which a head runs on into the opinion
BELOW_REACH = 3  # lines behind "Appeal from" in which the judge below is printed
APPEAL_REACH = 260  # characters at a block's end in which it says what the appeal is from


Bench = tuple[Claim[Judge], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Judges of one place, and what is seen there."""

    claims: Bench
    signals: frozenset[str]


def place(named: NamedJudge, role: JudgeRole, span: Span, reason: str, *signals: str) -> Place:
    """Return one judge of one place."""
    judge = Judge(named.name, named.title, None, role)
    return Place((Claim(judge, span, reason),), frozenset({reason, *signals}))


def seat_judges(judges: Iterable[NamedJudge], span: Span, reason: str) -> Bench:
    """Return judges who sit together, as members of a panel."""
    return tuple(
        Claim(Judge(named.name, named.title, None, JudgeRole.PANEL), span, reason)
        for named in judges
    )


def read_surname(claim: Claim[Judge]) -> str:
    """Return a judge's last name, or the initials, in lower case."""
    return NamedJudge(claim.value.name or claim.value.initials or "", None).surname


def restate(claim: Claim[Judge], **changes: Any) -> Claim[Judge]:
    """Return a claim with other facts of its judge."""
    return replace(claim, value=replace(claim.value, **changes))


def _may_be_one(one: Judge, other: Judge) -> bool:
    """Return whether two judges of one surname may be one: printed first letters agree."""
    firsts = [name[0] for judge in (one, other) if " " in (name := judge.name or "")]
    return len(set(firsts)) < 2


def _join(known: Claim[Judge], further: Claim[Judge]) -> Claim[Judge]:
    """Return two claims of one judge joined: the fullest name, a title, the most exact role."""
    one, other = known.value, further.value
    spelled = "Justice" in (other.title or "") and one.title in JUSTICES
    writes = one.role is JudgeRole.PANEL and other.role is not JudgeRole.PANEL
    judge = Judge(
        max((one.name or "", other.name or ""), key=len) or None,
        other.title if spelled else one.title or other.title,
        one.initials or other.initials,
        other.role if writes else one.role,
    )
    return replace(known, value=judge)


def spell_titles(bench: Bench, court: Court | None) -> Bench:
    """Return a bench with "J." as the court calls its members, or as the others are printed."""
    titles = {claim.value.title or "" for claim in bench}
    justices = {title for title in titles if "Justice" in title}
    printed = justices and titles <= justices | set(JUSTICES)
    offices = JUSTICES if printed else find_offices(court) if court else {}
    return tuple(
        restate(each, title=offices.get(each.value.title or "", each.value.title)) for each in bench
    )


def merge(claims: Iterable[Claim[Judge]]) -> Bench:
    """Return one claim for each judge: what several claims print of one is joined."""
    merged: dict[str, Claim[Judge]] = {}
    for claim in claims:
        key = read_surname(claim)
        if key in merged and not _may_be_one(merged[key].value, claim.value):
            key = claim.value.name or key
        merged[key] = _join(merged[key], claim) if key in merged else claim
    return tuple(merged.values())


def keep_writers(
    places: Iterable[Place], curiam: int | None, seats: Span | None
) -> tuple[Place, ...]:
    """Return places without names of a panel's line, and without who writes apart from a court
    that decided "per curiam" above.
    """
    return tuple(
        each
        for each in places
        for judge, span in [(each.claims[0].value, each.claims[0].evidence)]
        if not (span and seats and overlap(span, seats))
        and not (span and curiam and span.start > curiam and judge.role is JudgeRole.AUTHOR)
    )
