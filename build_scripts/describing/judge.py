"""Who decided: signer, author and panel; else the initials in the docket number."""

import re
from collections.abc import Iterable
from dataclasses import replace

from build_scripts.describing.docket_initials import find_docket_initials, match_initials
from build_scripts.describing.judge_bylines import find_bylines, find_panel, find_role_lines
from build_scripts.describing.judge_names import OFFICE, NamedJudge, read_judge
from build_scripts.describing.judge_parts import find_part_authors
from build_scripts.describing.judge_signature import (
    find_presence,
    find_signature,
    is_signed_by_clerk,
)
from build_scripts.describing.opening import find_opening, locate_body
from build_scripts.describing.text_order import read_text_order
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, Judge, JudgeRole
from build_scripts.text.pattern import Pattern

# A footnote that introduces a visiting judge.
_VISITOR = Pattern(
    rf"the\s+honorable\s+(?P<name>(?-i:[A-Z])[\w.'’ ]{{3,40}}?),\s*(?P<office>{OFFICE})",
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        (
            "The Honorable Roslyn Roe, United States District Judge for the District of "
            "Arizona, sitting by designation."
        )
    ],
    refuses=["The Honorable Jane Roe presided"],
)
_FRONT = 80  # blocks in which panel and author are named


def _surname(claim: Claim[Judge]) -> str:
    return NamedJudge(claim.value.name or "", None).surname


def _join(known: Claim[Judge], further: Claim[Judge]) -> Claim[Judge]:
    """Two claims of one judge: the fullest name, a title, the role that says more than "panel"."""
    one, other = known.value, further.value
    speaks = one.role is JudgeRole.PANEL and other.role is not JudgeRole.PANEL
    judge = Judge(
        max((one.name or "", other.name or ""), key=len),
        one.title or other.title,
        None,
        other.role if speaks else one.role,
    )
    return replace(known, value=judge)


def _merge(claims: Iterable[Claim[Judge]]) -> list[Claim[Judge]]:
    merged: dict[str, Claim[Judge]] = {}
    for claim in claims:
        key = _surname(claim)
        merged[key] = _join(merged[key], claim) if key in merged else claim
    return list(merged.values())


def _complete_visitor(claim: Claim[Judge], text: str) -> Claim[Judge]:
    """Full name and office of a visiting judge, whom a footnote introduces."""
    for match in _VISITOR.finditer(text):
        named = read_judge(match["name"], match["office"])
        if named and named.surname == _surname(claim) and "designation" in (named.title or ""):
            return replace(claim, value=replace(claim.value, name=named.name, title=named.title))
    return claim


def _find_named(clean: CleanOrder) -> list[Claim[Judge]]:
    lines = locate_body(clean)
    front = lines[:_FRONT]
    parts = find_part_authors(clean)
    panel = find_panel(front)
    if panel:
        members = {_surname(claim) for claim in panel}
        # An order of one circuit judge's hand ends in that judge's signature.
        signed = find_signature(lines[len(find_opening(clean)) :])
        found = _merge((*panel, *find_role_lines(front), *find_bylines(lines), *signed, *parts))
        # The judge below has a byline's form, but no seat on the panel.
        return [
            _complete_visitor(claim, clean.reading_text)
            for claim in found
            if _surname(claim) in members
        ]
    text_order = read_text_order(clean)
    if text_order and text_order.judge:
        named = read_judge(text_order.judge.text, text_order.office or "")
        if named:
            judge = Judge(named.name, named.title, None, JudgeRole.AUTHOR)
            return [Claim(judge, text_order.judge.span, "signed, in the docket text")]
    body = lines[max(1, len(find_opening(clean)) - 2) :]
    own = (
        find_signature(body)
        or find_presence(front)
        or (*find_role_lines(front), *find_bylines(lines))
    )
    return _merge((*own, *parts))


def find_judges(clean: CleanOrder) -> tuple[Claim[Judge], ...]:
    """Signer, or author and panel, author first; else one judge known by docket initials alone.

    Judges below, clerks, and judges merely assigned or named in prose are never taken. A named
    judge carries the part of the docket's initials that agrees with the name.
    """
    found = _find_named(clean)
    initials = find_docket_initials(clean)
    if not found:
        if initials is None or is_signed_by_clerk(locate_body(clean)):
            return ()
        return (Claim(Judge(None, None, initials.value), initials.evidence, initials.reason),)
    found.sort(key=lambda claim: claim.value.role is not JudgeRole.AUTHOR)
    if initials is None:
        return tuple(found)
    return tuple(
        replace(
            claim,
            value=replace(
                claim.value, initials=match_initials(claim.value.name or "", initials.value)
            ),
        )
        for claim in found
    )
