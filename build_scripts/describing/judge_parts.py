"""Authors of the separate writings behind an opinion."""

import re

from build_scripts.law.judges import OFFICE, NamedJudge, read_judge
from build_scripts.model.clean_order import CleanOrder, Part, PartKind
from build_scripts.model.description import Claim, Judge, JudgeRole, Span
from build_scripts.text.pattern import Pattern

ROLES = {
    PartKind.CONCURRENCE: JudgeRole.CONCURRING,
    PartKind.DISSENT: JudgeRole.DISSENTING,
    PartKind.CONCURRENCE_AND_DISSENT: JudgeRole.CONCURRING_AND_DISSENTING,
}
_NAME_FIRST = Pattern(
    rf"(?P<name>[^,]{{2,60}}),\s+(?P<office>{OFFICE})",
    re.VERBOSE | re.IGNORECASE,
    accepts=["ROE, Circuit Judge", "Roe, J."],
    refuses=["MR. JUSTICE ROE", "Roe, Circuit Judge, dissenting"],
    by="fullmatch",
)
_OFFICE_FIRST = Pattern(
    r"(?:mrs?\.?\s+|ms\.?\s+)?(?P<office>(?:(?:chief|presiding|associate|senior)\s+)?"
    r"(?:justice|judge))\s+(?P<name>.{2,60})",
    re.IGNORECASE,
    accepts=["MR. JUSTICE ROE", "Chief Justice Roe"],
    refuses=["ROE, Circuit Judge", "Justice"],
    by="fullmatch",
)
_BLOCKS = 6  # of a part, in which its author is printed


def find_part_authors(clean: CleanOrder) -> tuple[Claim[Judge], ...]:
    """One claim a writing whose author is printed and whose kind is a vote."""
    claims = []
    for part in clean.parts:
        role = ROLES.get(part.kind)
        named = _read(part.author) if part.author else None
        if role and named:
            judge = Judge(named.name, named.title, None, role)
            claims.append(Claim(judge, _locate(clean, part), f"author of a {part.kind}"))
    return tuple(claims)


def _read(author: str) -> NamedJudge | None:
    match = _NAME_FIRST.fullmatch(author) or _OFFICE_FIRST.fullmatch(author)
    return read_judge(match["name"], match["office"]) if match else None


def _locate(clean: CleanOrder, part: Part) -> Span | None:
    """Where the author is printed; None where his byline runs over two blocks."""
    located = clean.locate_blocks()[part.first : min(part.end, part.first + _BLOCKS)]
    for offset, block in located:
        at = block.text.find(part.author or "")
        if at >= 0:
            return Span(offset + at, offset + at + len(part.author or ""))
    return None
