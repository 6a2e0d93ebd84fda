"""The fields that an editor can set, by their names in `Description`, with their shapes.

Each reads to a tuple of values; an empty one says that the order has none.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from build_scripts.describing.corrections.shapes import (
    Shape,
    choice,
    day,
    either,
    flag,
    matching,
    one_or_none,
    record,
    several,
    text,
    whole_number,
)
from build_scripts.describing.motions import classify_motion
from build_scripts.law.court_table import load_courts_by_id
from build_scripts.law.docket_numbers import parse_docket_number
from build_scripts.model.description import (
    Court,
    Judge,
    JudgeRole,
    MotionKind,
    OrderType,
    Outcome,
    Party,
    PartyRole,
    Qualifier,
    Ruling,
)

_COURT_LIST = "https://www.courtlistener.com/help/api/jurisdictions/"
_LONGEST_CAPTION = 20_000  # as many characters of a caption as are read
_SHA256 = r"^[0-9a-f]{64}$"


def _to_court(value: str) -> Court:
    courts = load_courts_by_id()
    if value not in courts:
        near = get_close_matches(value.lower(), courts, 1, 0.6)
        hint = f"Did you mean `{near[0]}`?" if near else f"{_COURT_LIST} lists them."
        raise ValueError(f"No court has the id “{value[:40]}” at CourtListener. {hint}")
    return courts[value]


def _to_digest(value: str) -> str:
    if not re.match(_SHA256, value):
        raise ValueError("")
    return value


def _build_judge(values: Mapping[str, Any]) -> Judge:
    return Judge(
        values.get("name"),
        values.get("title"),
        values.get("initials"),
        values.get("role", JudgeRole.AUTHOR),
    )


def _build_party(values: Mapping[str, Any]) -> Party:
    return Party(
        values["name"],
        values.get("roles", ()),
        values.get("role_printed"),
        values.get("side", 0),
        values.get("et_al", False),
    )


def _build_ruling(values: Mapping[str, Any]) -> Ruling:
    kind = values.get("kind")
    return Ruling(
        values["motion"],
        values["outcome"],
        values.get("qualifiers", ()),
        values.get("entries", ()),
        kind or _guess_kind(values["motion"]),
        values.get("movant"),
    )


def _guess_kind(motion: str) -> MotionKind:
    kind = classify_motion(motion)
    return MotionKind(kind) if kind in set(MotionKind) else MotionKind.OTHER


_QUALIFIER = choice("a qualifier", Qualifier)
_JUDGE = record(
    "a judge",
    {
        "name": text("the judge's full name"),
        "title": text("the judge's office"),
        "initials": text("the initials in the docket number"),
        "role": choice("the judge's role", JudgeRole),
    },
    _build_judge,
)
_PARTY = record(
    "a party",
    {
        "name": text("the party's name"),
        "roles": several(choice("a party's role", PartyRole), "roles"),
        "role_printed": text("the roles as the caption words them"),
        "side": whole_number(0),
        "et_al": flag(),
    },
    _build_party,
    ("name",),
)
_RULING = record(
    "a ruling",
    {
        "motion": text("the motion, as the order words it"),
        "outcome": choice("an outcome", Outcome),
        "qualifiers": several(_QUALIFIER, "qualifiers"),
        "entries": several(text("a docket entry's number"), "docket entries ruled on"),
        "kind": choice("a kind of motion", MotionKind),
        "movant": text("who moved, as the order words it"),
    },
    _build_ruling,
    ("motion", "outcome"),
)

FIELDS: Mapping[str, Shape] = {
    "is_order": Shape(flag().expects, flag().schema, lambda node: (flag().read(node),)),
    "case_name": one_or_none(text("the case's name, as a lawyer cites it")),
    "docket_numbers": several(
        matching("a docket number such as 5:17-cv-02540-HRL", r"\S", parse_docket_number),
        "docket numbers",
    ),
    "court": one_or_none(
        matching("a court's CourtListener id, such as cand", r"^[a-z0-9]+$", _to_court)
    ),
    "division": one_or_none(text("the court's division, such as San Jose Division")),
    "judges": several(either(text("a judge's full name"), _JUDGE), "judges"),
    "parties": several(_PARTY, "parties"),
    "title": one_or_none(text("the order's title")),
    "order_type": one_or_none(choice("a kind of paper", OrderType)),
    "date": one_or_none(day()),
    "date_filed": one_or_none(day()),
    "document_number": one_or_none(text("the number of the document on its docket")),
    "page_count": one_or_none(whole_number()),
    "rulings": several(_RULING, "rulings"),
    "disposition": one_or_none(choice("an outcome", Outcome)),
    "disposition_qualifiers": several(_QUALIFIER, "qualifiers"),
    "own_citations": several(
        text("where the order is reported, such as 433 F.3d 1199"), "citations"
    ),
    "full_caption": one_or_none(
        text("all parties with their roles, as the caption prints them", _LONGEST_CAPTION)
    ),
    "nature": one_or_none(text("the nature of the suit or proceeding, as the order words it")),
    "statutes_at_issue": several(
        text("a statute that the claims rest on, such as 18 U.S.C. § 1836(b)"), "statutes"
    ),
}

ABOUT: Mapping[str, Shape] = {
    "note": text("why the record was wrong, and how you know"),
    "by": text("who corrected it"),
    "date": day(),
    "sha256": matching(
        "the SHA-256 of the file that was corrected, 64 hexadecimal characters", _SHA256, _to_digest
    ),
}
"""What the file says of the correction itself."""
