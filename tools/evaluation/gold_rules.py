"""When an answer is right: the rules that compare an order's JSON object with its label.

- `is_order`, `court`, `date`, `date_filed`, `document_number`, `page_count`, `order_type`,
  `disposition`: equal, or equal to one of the label's `acceptable` values.
- `case_name`, `title`, `division`: the same words in the same order. Case, punctuation, accents,
  possessives and "the" do not count; "&" is "and"; abbreviations of Bluebook table T6 and the words
  that they stand for are the same word ("Co." = "Company").
- `docket_numbers`: each as printed in the label, or in `docket_normalized`; punctuation, case,
  leading zeros and the "x" of "FFMx" do not count. Initials do: the fuller form is asked for.
- `judges`: by surname; where label and answer both have a first name, first names or initials must
  agree. A judge known by docket initials alone: the same initials. Roles are compared apart
  (`roles`: every judge found has the label's role, where the label has one).
- `rulings`: motion × outcome. Two motions are the same where both are appeals (or writs), where
  both are the case itself, or where they share at least half of the weighty words of the one with
  fewer. Each is paired once, pairs with the same outcome first.
- `entries`: the docket entries ruled on, over all rulings of the order.
- `qualifiers`: over all rulings of the order, but for "and remanded", which no label has.

An answer is right, wrong (both say something, and differ), missing (only the label does) or
invented (only the answer does). Silence on both sides is right. Where a field holds several values,
each value counts; a value missing and another invented in the same field count as one wrong.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from build_scripts.model.description import Qualifier
from tools.evaluation.gold_labels import Label
from tools.evaluation.gold_motions import pair_rulings


class Status(StrEnum):
    """How one value compares."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"
    INVENTED = "invented"


@dataclass(frozen=True)
class Verdict:
    """One value compared; `expected` and `got` are what a person should see."""

    status: Status
    expected: Any
    got: Any


Rule = Callable[[Label, dict[str, Any]], list[Verdict]]

# Bluebook table T6 and its like, as far as captions use them.
_LONG_FORMS = {
    short: long
    for long, shorts in {
        "company": "co",
        "companies": "cos",
        "corporation": "corp",
        "incorporated": "inc",
        "limited": "ltd",
        "association": "assn",
        "department": "dept",
        "international": "intl",
        "national": "natl",
        "government": "govt",
        "manufacturing": "mfg",
        "insurance": "ins",
        "indemnity": "indem",
        "university": "univ",
        "college": "coll",
        "commission": "commn",
        "commissioner": "commr",
        "district": "dist",
        "litigation": "litig",
        "liability": "liab",
        "products": "prods",
        "technology": "tech",
        "railroad": "rr",
        "railway": "ry",
        "county": "cnty cty",
        "board": "bd",
        "brothers": "bros",
        "center": "ctr",
        "education": "educ",
        "electric": "elec",
        "electronic": "elec",
        "federal": "fed",
        "financial": "fin",
        "hospital": "hosp",
        "management": "mgmt",
        "service": "serv",
        "services": "servs",
        "security": "sec",
        "systems": "sys",
        "administration": "admin",
        "number": "no",
        "mister": "mr",
        "saint": "st",
    }.items()
    for short in shorts.split()
}


def list_words(text: str | None) -> list[str]:
    """The words of a name or a title, folded as the rules above say."""
    plain = unicodedata.normalize("NFKD", (text or "").replace("&", " and "))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    plain = re.sub(r"['’`]", "", plain)
    # "U.S." and "N. A." are one word each.
    plain = re.sub(r"\b(?:[a-z]\.\s?){2,}", lambda m: re.sub(r"[.\s]", "", m[0]) + " ", plain)
    words = [_LONG_FORMS.get(word, word) for word in re.findall(r"[^\W_]+", plain)]
    return [word for word in words if word != "the"]


def fold_docket(text: str) -> tuple[str, ...]:
    """A docket number's parts: letters and digits, without leading zeros."""
    text = re.sub(r"^\W*(?:case|civil\s+action|docket)?\s*nos?\.\s*", "", text.lower())
    # "FFMx" marks a magistrate judge's initials in C.D. Cal.
    parts = re.findall(r"\d+|[a-z]+", re.sub(r"(?<=[a-z]{2})x\b", "", text))
    return tuple(part.lstrip("0") or "0" for part in parts)


def _compare_value(field: str, same: Callable[[Any, Any], bool]) -> Rule:
    def compare(label: Label, got: dict[str, Any]) -> list[Verdict]:
        expected, answer = label.values[field], got.get(field)
        if answer is None:
            accepts = None in label.list_accepted(field)
            return [Verdict(Status.RIGHT if accepts else Status.MISSING, expected, answer)]
        if any(each is not None and same(each, answer) for each in label.list_accepted(field)):
            return [Verdict(Status.RIGHT, expected, answer)]
        return [Verdict(Status.INVENTED if expected is None else Status.WRONG, expected, answer)]

    return compare


def compare_lists(
    expected: list[Any], got: list[Any], same: Callable[[Any, Any], bool]
) -> list[Verdict]:
    """Pair equal values; what is left over on both sides pairs up as wrong."""
    if not expected and not got:
        return [Verdict(Status.RIGHT, None, None)]
    verdicts = []
    left = list(got)
    missing = []
    for each in expected:
        match = next((answer for answer in left if same(each, answer)), None)
        if match is None:
            missing.append(each)
        else:
            left.remove(match)
            verdicts.append(Verdict(Status.RIGHT, each, match))
    wrong = min(len(missing), len(left))
    verdicts += [
        Verdict(Status.WRONG, one, other)
        for one, other in zip(missing[:wrong], left[:wrong], strict=True)
    ]
    verdicts += [Verdict(Status.MISSING, each, None) for each in missing[wrong:]]
    verdicts += [Verdict(Status.INVENTED, None, each) for each in left[wrong:]]
    return verdicts


def _compare_dockets(label: Label, got: dict[str, Any]) -> list[Verdict]:
    expected = label.values["docket_numbers"]
    normal = label.values.get("docket_normalized", expected)
    spellings = {
        one: {fold_docket(one), fold_docket(other)}
        for one, other in zip(expected, normal, strict=True)
    }
    return compare_lists(
        expected, got["docket_numbers"], lambda one, other: fold_docket(other) in spellings[one]
    )


def _name_parts(name: str) -> tuple[str, str]:
    words = [word for word in list_words(name) if word not in ("jr", "sr", "ii", "iii", "iv")]
    return (words[-1] if words else "", words[0] if len(words) > 1 else "")


def is_same_judge(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether label and answer mean one judge."""
    if not one.get("name") or not other.get("name"):
        if one.get("name") or other.get("name"):
            return False
        return fold_docket(one.get("initials") or "") == fold_docket(other.get("initials") or "")
    (surname, first), (other_surname, other_first) = map(_name_parts, (one["name"], other["name"]))
    if surname != other_surname:
        return False
    if not first or not other_first:
        return True
    return first == other_first or (
        min(len(first), len(other_first)) == 1 and first[0] == other_first[0]
    )


def _compare_judges(label: Label, got: dict[str, Any]) -> list[Verdict]:
    return compare_lists(label.values["judges"], got["judges"], is_same_judge)


def _compare_roles(label: Label, got: dict[str, Any]) -> list[Verdict]:
    verdicts = []
    for expected in label.values["judges"]:
        found = next((each for each in got["judges"] if is_same_judge(expected, each)), None)
        if found and expected.get("role") and found.get("role"):
            right = expected["role"] == found["role"]
            status = Status.RIGHT if right else Status.WRONG
            verdicts.append(Verdict(status, expected["role"], found["role"]))
    return verdicts


def _compare_rulings(label: Label, got: dict[str, Any]) -> list[Verdict]:
    expected, answers = label.values["rulings"], got["rulings"]
    if not expected and not answers:
        return [Verdict(Status.RIGHT, None, None)]
    verdicts = []
    for one, other in pair_rulings(expected, answers):
        if one is None:
            status = Status.INVENTED
        elif other is None:
            status = Status.MISSING
        else:
            status = Status.RIGHT if one["outcome"] == other["outcome"] else Status.WRONG
        verdicts.append(Verdict(status, _show_ruling(one), _show_ruling(other)))
    return verdicts


def _show_ruling(ruling: dict[str, Any] | None) -> str | None:
    return f"{ruling['motion']} × {ruling['outcome']}" if ruling else None


_UNLABELED = {Qualifier.AND_REMANDED.value}


def _compare_gathered(field: str) -> Rule:
    """Values that stand in the rulings, over all rulings of the order."""

    def compare(label: Label, got: dict[str, Any]) -> list[Verdict]:
        expected = {each for ruling in label.values["rulings"] for each in ruling[field]}
        answers = {each for ruling in got["rulings"] for each in ruling[field]} - _UNLABELED
        return compare_lists(sorted(expected), sorted(answers), lambda one, other: one == other)

    return compare


def _equal(one: Any, other: Any) -> bool:
    return bool(one == other)


def _same_words(one: Any, other: Any) -> bool:
    return list_words(one) == list_words(other)


# Field → the label's key that it needs, and its rule.
RULES: dict[str, tuple[str, Rule]] = {
    **{field: (field, _compare_value(field, _equal)) for field in ("is_order", "court")},
    "division": ("division", _compare_value("division", _same_words)),
    "docket_numbers": ("docket_numbers", _compare_dockets),
    "case_name": ("case_name", _compare_value("case_name", _same_words)),
    "judges": ("judges", _compare_judges),
    "roles": ("judges", _compare_roles),
    "title": ("title", _compare_value("title", _same_words)),
    **{
        field: (field, _compare_value(field, _equal))
        for field in (
            "order_type",
            "date",
            "date_filed",
            "document_number",
            "page_count",
            "disposition",
        )
    },
    "rulings": ("rulings", _compare_rulings),
    "entries": ("rulings", _compare_gathered("entries")),
    "qualifiers": ("rulings", _compare_gathered("qualifiers")),
}


def compare_order(label: Label, got: dict[str, Any]) -> dict[str, list[Verdict] | None]:
    """Every field of an order compared; None where the label does not say."""
    return {
        field: rule(label, got) if key in label.values else None
        for field, (key, rule) in RULES.items()
    }
