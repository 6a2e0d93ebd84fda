"""Claims of judges at one place of an order, and how far from it words count."""

from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.model.description import Claim, Judge, JudgeRole, Span
from build_scripts.model.law.judges import NamedJudge

LONGEST_LINE = 160
LONGEST_BYLINE = 700
LONGEST_BARE_BYLINE = 120
RUN_ON_REACH = 6000  # characters of a block in which a head runs on into the opinion
BELOW_REACH = 3  # lines behind "Appeal from" in which the judge below is printed
APPEAL_REACH = 260  # characters at a block's end in which it says what the appeal is from


@dataclass(frozen=True, slots=True)
class Place:
    """Judges of one place, and what is seen there."""

    claims: tuple[Claim[Judge], ...]
    signals: frozenset[str]


def place(named: NamedJudge, role: JudgeRole, span: Span, reason: str, *signals: str) -> Place:
    """Return one judge of one place."""
    judge = Judge(named.name, named.title, None, role)
    return Place((Claim(judge, span, reason),), frozenset({reason, *signals}))


def seat_judges(judges: Iterable[NamedJudge], span: Span, reason: str) -> tuple[Claim[Judge], ...]:
    """Return judges who sit together, as members of a panel."""
    return tuple(
        Claim(Judge(named.name, named.title, None, JudgeRole.PANEL), span, reason)
        for named in judges
    )
