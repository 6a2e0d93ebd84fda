"""Join the second reader's claims to the rules': they fill empty fields, and confirm or doubt the
others.

The second reader never overrules. If both give a value, the rules' value is kept: its confidence
rises where the two agree and falls where they differ, and a finding reports a difference that the
second reader is sure of. A value that the rules only guess is used if the second reader gives it
too.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Any
from unicodedata import normalize

from build_scripts.describing.agreement import claims_agree
from build_scripts.describing.case_name import PRINTED_HEAD
from build_scripts.describing.case_name_form import is_malformed
from build_scripts.describing.resolver import format_value
from build_scripts.describing.tagging.kind import LEAST_ORDER, MOST_OTHER
from build_scripts.describing.tagging.values import SecondReading
from build_scripts.model.description import (
    Claim,
    ClaimSource,
    Description,
    read_field,
    write_fields,
)
from build_scripts.model.law.judges import NamedJudge
from build_scripts.model.law.papers import PaperKind
from build_scripts.model.law.party_words import names_entity
from build_scripts.problems import Finding, FindingCode, set_field

LEAST = {"date": 0.5, "case_name": 0.5, "judges": 0.6}
"""How likely a value must be to fill a field that the rules leave empty; no other is read."""

MOST = {"date": 0.8, "case_name": 0.65, "judges": 0.65}
"""How sure a value that fills a field is at most: so often names and judges are right, dates five
of six, and one witness alone states nothing without a mark."""

_MOST_CONTRADICTED = 0.8
"""How sure a value is at most that the second reader contradicts: of judges on courts that neither
reader had seen one of five such was right, of names on courts' papers six of seven."""

_SURE_OF_KIND = 0.9

_WITNESS = files("build_scripts.describing.tagging") / "witness.json"
_LONGEST_MARK = 3  # with the blank after it
_LIKELY = 0.6  # from here on a value that the rules only guess may stand
_STATE = r"(?:State|Commonwealth|County) of \w+ (?!v\.)"  # above the first party
_ABOUT = (
    r"In (?:re|the \w+ of) [^.]{2,60}\. (?=.{2,80} v\. )"  # whom the case is about, above the sides
)
_HEARD = 0.5  # from here on the second reader contradicts
_SURE = 0.8  # from here on a difference is worth a look


class Use(StrEnum):
    """What the second reader is for."""

    NOTHING = "nothing"
    CHECK = "check"  # findings where it differs
    FILL = "fill"  # and values where the rules give none


def join_reading(document: Description, reading: SecondReading) -> Description:
    """Return the description with its empty fields filled and the others' confidence weighed."""
    changed: dict[str, tuple[Claim[Any], ...]] = {}
    for field, most in MOST.items():
        ours, theirs = read_field(document, field), reading.claims.get(field)
        if field == "date" and ours and theirs and ours[0].value != theirs.value:
            # An order can be signed on a Friday and stamped on Monday.
            theirs = None if _is_stamped(document, theirs) else theirs
        if field == "case_name" and theirs and _names_later_parties(document, theirs.value):
            theirs = None
        if ours:
            changed[field] = _weigh(field, ours, theirs)
        elif theirs and _is_likely(document, field, theirs):
            changed[field] = (replace(theirs, confidence=min(most, theirs.confidence or 0)),)
    changed |= _follow_name(document, changed.get("case_name", ()))
    if kind := _weigh_kind(document.is_order, reading.order):
        changed["is_order"] = (kind,)
    guesses = tuple(each for each in document.guesses if each.field not in changed)
    return replace(write_fields(document, changed), guesses=guesses)


def _follow_name(document: Description, name: Sequence[Claim[Any]]) -> dict[str, Any]:
    """Return the caption and its parties with the case name's confidence, if they had it before."""
    before = document.case_name.confidence if document.case_name else None
    return {
        field: tuple(replace(each, confidence=name[0].confidence) for each in claims)
        for field in ("full_caption", "parties")
        if name and (claims := read_field(document, field)) and claims[0].confidence == before
    }


def _weigh_kind(ours: Claim[bool], order: float) -> Claim[bool] | None:
    """Return another claim of whether a paper is an order, where its words differ from the rules.

    Where the rules name what else it is, a brief or a proposed order, they are believed. A paper
    that they take for an order, with none of an order's words, is none unless they are sure of it.
    """
    is_unnamed = PaperKind.OTHER.value in ours.reason
    if not ours.value and is_unnamed and order >= LEAST_ORDER:
        reason = "its words are those of orders"
        return Claim(True, None, reason, ClaimSource.MODEL, round(order, 2))
    if not ours.value or order > MOST_OTHER or (ours.confidence or 1.0) >= _SURE_OF_KIND:
        return None
    reason = f"it looks like {PaperKind.OTHER.value} (its words are no order's)"
    return Claim(False, None, reason, ClaimSource.MODEL, round(1 - order, 2))


class Relation(StrEnum):
    """How the second reader's value is related to the rules'."""

    AGREES = "agrees"
    DIFFERS = "differs"
    SILENT = "silent"  # or the second reader is not sure


def relate(field: str, ours: Sequence[Claim[Any]], theirs: Claim[Any] | None) -> Relation:
    """Return how two readers' values of a field are related; a judge agrees with any of a bench."""
    if theirs is None:
        return Relation.SILENT
    if any(_fold(field, one.value) == _fold(field, theirs.value) for one in ours):
        return Relation.AGREES
    if field == "judges" and len(ours) > 1:
        return Relation.SILENT  # the one that it reads can be the judge of the court below
    if field == "case_name" and (
        ours[0].reason == PRINTED_HEAD
        or is_malformed(theirs.value)
        or _is_one_cut(ours[0].value, theirs.value)
    ):
        return Relation.SILENT
    return Relation.DIFFERS if (theirs.confidence or 0) >= _HEARD else Relation.SILENT


def _is_one_cut(ours: str, theirs: str) -> bool:
    """Return whether theirs is our name with something before it, or a piece of each of its sides.

    Before it are a mark of the page ("WO Roe"), the court's state, whom the case is about, or a
    person's first names; a piece is "Instruments v. Roe" of "Acme Instruments v. Roe".

    A number before our name may be the page's: "2 Acme v. Roe".
    """
    if ours[:1].isdigit() and not theirs[:1].isdigit():
        return False
    if not re.match(_STATE, ours):
        theirs = re.sub(f"^(?:{_STATE}|{_ABOUT})", "", theirs)
    mark, name, rest = theirs.partition(ours)
    bare = (each.removeprefix("In re ").split(" v. ") for each in (ours, theirs))
    sides = [[_list_words(side) for side in each] for each in bare]
    is_piece = len(sides[0]) == len(sides[1]) and all(
        piece in side or (piece.endswith(side) and not names_entity(piece))
        for side, piece in zip(*sides, strict=True)
    )
    return is_piece or bool(name and not rest and len(mark) <= _LONGEST_MARK)


def _names_later_parties(document: Description, theirs: str) -> bool:
    """Return whether both sides of a name are of our caption, and one is not its first party.

    The second reader marks a party's lines, and of many plaintiffs not always the first one's.
    """
    if not document.case_name or not document.full_caption:
        return False
    if _fold("case_name", document.case_name.value) == _fold("case_name", theirs):
        return False
    caption = _list_words(document.full_caption.value)
    left, versus, right = theirs.partition(" v. ")
    at = caption.find(_list_words(left))
    return bool(versus) and 0 < at < caption.find(_list_words(right), at + len(left))


def _list_words(text: str) -> str:
    return f" {re.sub(r'[^a-z0-9]+', ' ', text.lower()).strip()} "


def _fold(field: str, value: Any) -> object:
    if field == "judges":
        surname = NamedJudge(value.name or value.initials or "", None).surname
        return "".join(filter(str.isalpha, normalize("NFKD", surname)))
    return re.sub(r"[\W_]+", "", value).lower() if isinstance(value, str) else value


@cache
def _read_scales() -> Mapping[str, Mapping[str, Sequence[float]]]:
    found: dict[str, dict[str, list[float]]] = json.loads(_WITNESS.read_text(encoding="utf-8"))
    return found


def _weigh(
    field: str, ours: tuple[Claim[Any], ...], theirs: Claim[Any] | None
) -> tuple[Claim[Any], ...]:
    """Return the rules' claims with their confidence after comparison with another reader's."""
    relation = relate(field, ours, theirs)
    slope, shift = _read_scales()[field][relation]
    most = _MOST_CONTRADICTED if relation is Relation.DIFFERS else 1.0
    return tuple(
        each
        if each.confidence is None
        else replace(each, confidence=min(most, rescale(each.confidence, slope, shift)))
        for each in ours
    )


def rescale(confidence: float, slope: float, shift: float) -> float:
    """Return the confidence with its log odds times `slope` plus `shift`, 0.5 to 0.99."""
    sure = min(0.995, max(0.005, confidence))
    chance = 1 / (1 + exp(-(slope * log(sure / (1 - sure)) + shift)))
    return round(min(0.99, max(0.5, chance)), 2)


def _is_likely(document: Description, field: str, theirs: Claim[Any]) -> bool:
    if field == "judges" and not _is_of_federal_district(document):
        return False
    if field == "date" and _is_stamped(document, theirs):
        return False
    guessed = [each.claim.value for each in document.guesses if each.field == field]
    least = _LIKELY if guessed == [theirs.value] else LEAST[field]
    return (theirs.confidence or 0) >= least


def _is_stamped(document: Description, theirs: Claim[Any]) -> bool:
    """Return whether a day is the stamp's, which the rules saw and did not choose."""
    return document.date_filed is not None and document.date_filed.value == theirs.value


def _is_of_federal_district(document: Description) -> bool:
    court = document.court
    return court is not None and court.value.name.startswith("United States District Court")


def list_differences(
    path: str, document: Description, reading: SecondReading, settled: Collection[str]
) -> Iterator[Finding]:
    """Yield where the two differ and the second reader is sure.

    `settled` fields are skipped: an editor corrected or withholds them.
    """
    for field, theirs in reading.claims.items():
        ours = () if field in settled else read_field(document, field)
        values = tuple(claim.value for claim in ours)
        sure = (theirs.confidence or 0) >= _SURE
        if ours and sure and not claims_agree(field, values, (theirs.value,)):
            own, read = format_value(values[0]), format_value(theirs.value)
            yield Finding(
                path,
                FindingCode.SECOND_READER_DIFFERS,
                f"The field {field} is “{own}”; the second reader reads “{read}”.",
                "The first stands. Look at the order, and say which is right if it is not.",
                mend=set_field(field),
                field=field,
            )
