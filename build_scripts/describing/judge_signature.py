"""The judge who signed, or whom civil minutes name as present."""

import re

from build_scripts.describing.judge_names import OFFICE, NamedJudge, clean_name, read_judge
from build_scripts.describing.opening import LocatedBlock
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Claim, Judge, JudgeRole, Span
from build_scripts.text.pattern import Pattern

_FLAGS = re.VERBOSE | re.IGNORECASE
_OFFICE_LINE = Pattern(
    rf"^\W*(?:hon\.\s+)?(?P<office>{OFFICE})\W*$",
    _FLAGS,
    accepts=["United States Magistrate Judge", "HON. JUDGE"],
    refuses=["Judge Roe denied the motion"],
    by="match",
)
_NAME_AND_OFFICE = Pattern(
    rf"""
    ^(?:.*/s/)?\W*(?P<name>[^\W\d_][\w.'’ -]{{3,40}}?(?:,?\s+Jr\.?)?),?\s+
    (?P<office>{OFFICE})\W*$
    """,
    _FLAGS,
    accepts=["BRIAN M. ROE, UNITED STATES DISTRICT JUDGE", "/s/ Jane Roe U.S. Magistrate Judge"],
    refuses=["Jane Roe, Clerk of Court", "Judge Roe denied the motion"],
    by="match",
)
# Civil minutes.
_PRESENT = Pattern(
    rf"""
    present:?\s*(?:the\s+)?hon(?:orable|\.)\s*:?\s*
    (?P<name>[^,\d]{{3,50}}?)\s*,\s*(?P<office>{OFFICE})
    """,
    _FLAGS,
    accepts=["Present: The Honorable JANE ROE, UNITED STATES DISTRICT JUDGE"],
    refuses=["Attorneys Present: Jane Roe", "Before the Honorable Jane Roe, District Judge"],
)
_CLERK = Pattern(
    r"\bclerk\b",
    re.IGNORECASE,
    accepts=["Pat Poe, Clerk of Court"],
    refuses=["Jane Clerke, District Judge"],
)
_TAIL = 14  # blocks at the end in which a signature stands
_LINES_ABOVE = 3  # between a signature's name and its office
_LONGEST_LINE = 120


def _sign(named: NamedJudge, span: Span) -> Claim[Judge]:
    return Claim(Judge(named.name, named.title, None, JudgeRole.AUTHOR), span, "signature")


# Place and name on one line.
_BEHIND_PLACE = Pattern(
    r"^[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s+"
    r"(?P<name>[A-Z][A-Z.'’-]*(?:\s[A-Z][A-Z.'’-]*){1,4})$",
    accepts=["Wilmington, Delaware CORDELIA T. WINSLOW"],
    refuses=["Wilmington, Delaware", "Wilmington, Delaware Cordelia Winslow"],
    by="match",
)


def _find_name_behind_place(text: str) -> str | None:
    match = _BEHIND_PLACE.match(text.strip())
    return clean_name(match["name"]) if match else None


def _read_line(group: list[LocatedBlock], index: int) -> Claim[Judge] | None:
    line = group[index]
    office = _OFFICE_LINE.match(line.text)
    if office:
        for above in reversed(group[max(0, index - _LINES_ABOVE) : index]):
            name = clean_name(above.text) or _find_name_behind_place(above.text)
            named = read_judge(name, office["office"]) if name and " " in name else None
            if named:
                return _sign(named, Span(above.offset, line.offset + len(line.text)))
    both = _NAME_AND_OFFICE.match(line.text) if line.kind is BlockKind.SIGNATURE else None
    named = read_judge(both["name"], both["office"]) if both else None
    return _sign(named, line.span()) if named and " " in named.name else None


def find_signature(lines: tuple[LocatedBlock, ...]) -> tuple[Claim[Judge], ...]:
    """The last signature that carries a judge's office: counsel and clerks carry none."""
    marked = [line for line in lines if line.kind is BlockKind.SIGNATURE]
    tail = [line for line in lines[-_TAIL:] if len(line.text) <= _LONGEST_LINE]
    for group in (marked, tail):
        for index in range(len(group) - 1, -1, -1):
            claim = _read_line(group, index)
            if claim:
                return (claim,)
    return ()


def find_presence(lines: tuple[LocatedBlock, ...]) -> tuple[Claim[Judge], ...]:
    """The judge whom the head of civil minutes names."""
    for line in lines:
        match = _PRESENT.search(line.text)
        named = read_judge(match["name"], match["office"]) if match else None
        if match and named:
            span = line.span(match.start(), match.end())
            judge = Judge(named.name, named.title, None, JudgeRole.AUTHOR)
            return (Claim(judge, span, "present, in civil minutes"),)
    return ()


def is_signed_by_clerk(lines: tuple[LocatedBlock, ...]) -> bool:
    """Whether the clerk of court signed: then no judge did."""
    return any(
        line.kind is BlockKind.SIGNATURE and _CLERK.search(line.text) for line in lines[-_TAIL:]
    )
