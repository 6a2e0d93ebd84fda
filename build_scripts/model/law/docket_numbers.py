"""Docket numbers as courts print them: a pattern for each form, and the meaning of the parts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_scripts.model.description import DocketNumber
from build_scripts.model.text.pattern_table import read_patterns

LONGEST_LINE = 400
"""Numbers after this offset in a longer line are ignored."""

_PATTERNS = read_patterns(__package__, "docket_numbers.toml")
_FORMS = (
    _PATTERNS.FILED_FORM,
    _PATTERNS.ILLINOIS_FORM,
    _PATTERNS.LEADING_FORM,
    _PATTERNS.OFFICE_FORM,
    _PATTERNS.PANEL_FORM,
    _PATTERNS.OFFICE_YEAR_FORM,
    _PATTERNS.JUDGE_FIRST_FORM,
    _PATTERNS.PLAIN_FORM,
)
_CASE_TYPES = {
    printed: kind
    for kind, forms in (
        ("cv", "civ civ.a clv c ca sacv edcv"),  # the second as OCR reads it
        ("cr", "crim sacr edcr"),
        ("md", "mdl ml"),
        ("mc", "misc"),
        ("bk", "b"),
        ("ap", "adv a"),
    )
    for printed in forms.split()
}
_SHORTEST_RUN = 5  # digits without a hyphen in which a year and a serial are
_NO_CASE_TYPE = frozenset({"h", "l", "wdq"})
# What E.D. Cal. adds after the initials: prisoner, prisoner civil, pro se, habeas corpus.
_CASE_KINDS = frozenset({"P", "PC", "PS", "HC"})

# Arizona prints the division where others print the judge: Phoenix, Tucson, Prescott; Puerto Rico's
# court of appeals the kind of case.
_DIVISION_CODES = frozenset({"PHX", "TUC", "PCT", "KLAN", "KLCE", "KLRA"})


_HYPHENS = str.maketrans(
    dict.fromkeys("\N{MINUS SIGN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}", "-")
)

Found = tuple[int, int, DocketNumber]
"""A number, and where it begins and ends in its line."""


def _year(printed: str) -> int:
    year = int(printed)
    if year > 99:
        return year
    # Federal dockets of this numbering begin in the 1930s; years below 50 are of this century.
    return year + (2000 if year < 50 else 1900)


def _initials(printed: str | None) -> str | None:
    """Return initials in one spelling: " TJH (FFMx)" → "TJH-FFM", "(BRM)(TJB)" → "BRM-TJB"."""
    if not printed:
        return None
    parts = [part.removesuffix("x") for part in re.findall(r"[A-Za-z]+(?!\d)", printed)]
    if len(parts) > 1 and parts[-1] in _CASE_KINDS:
        parts.pop()
    return "-".join(part for part in parts if part not in _DIVISION_CODES) or None


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"—|--+", "-", text)).strip(" -–.,;")


def _from_match(match: re.Match[str]) -> DocketNumber:
    groups = {key.removesuffix("_2"): value for key, value in match.groupdict().items() if value}
    case_type = (groups.get("type") or "").lower().replace(" ", "") or None
    if case_type in _NO_CASE_TYPE:
        case_type = None
    text = _PATTERNS.CIVIL_ACTION.sub("", _tidy(match.group()).replace("Clv", "Civ"))
    return DocketNumber(
        text=text.replace("–", "-") if case_type else text,
        office=groups.get("office"),
        year=_year(groups["year"]),
        case_type=_CASE_TYPES.get(case_type, case_type) if case_type else None,
        serial=int(groups["serial"]),
        initials=_initials(groups.get("initials")),
        defendant=int(groups["defendant"].strip("-")) if groups.get("defendant") else None,
    )


def fold_minus(text: str) -> str:
    """Return a text with one sign for every hyphen: the filing system's notices print a minus."""
    return text.translate(_HYPHENS)


def iterate_numbers(text: str) -> Iterator[Found]:
    """Yield the numbers of the filing system's and the older forms, from left to right."""
    text = fold_minus(text[:LONGEST_LINE])
    position = 0
    while position < len(text):
        matches = [match for form in _FORMS if (match := form.search(text, position))]
        if not matches:
            return
        # The form that begins first, and among those the longest, holds the whole number.
        best = min(matches, key=lambda match: (match.start(), -match.end()))
        yield best.start(), best.start() + len(best.group().rstrip(" -–—.,;")), _from_match(best)
        position = best.end()


def parse_docket_number(text: str) -> DocketNumber:
    """Parse a printed docket number; if no known form fits, only `text` is filled."""
    for _, _, number in iterate_numbers(text):
        return number
    labelled = _PATTERNS.LABELLED_FORM.search(text)
    return DocketNumber(_tidy(labelled["text"] if labelled else text))


def _fold(text: str) -> str:
    """Return a number without what differs between printings: leading zeros, dashes, capitals."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<!\d)0+(?=\d)", "", text.lower()))


def agree(one: DocketNumber, other: DocketNumber) -> bool:
    """Return whether two printings number one case: year, serial and, if both print it, type."""
    if one.serial is None or other.serial is None:
        folded = _fold(one.text), _fold(other.text)
        # Counsel's list has "3199999", the caption "31-99999".
        bare = any(each.isdigit() and len(each) > _SHORTEST_RUN for each in folded)
        return folded[0] == folded[1] or (
            bare and folded[0].replace("-", "") == folded[1].replace("-", "")
        )
    types = {one.case_type, other.case_type} - {None}
    return (one.year, one.serial) == (other.year, other.serial) and len(types) < 2


def pick_numbers(text: str, labels: Iterable[int]) -> list[tuple[int, int, DocketNumber, str]]:
    """Return the numbers of known forms and those after a label, each with the name of its form.

    Of two readings of one place the longer counts.
    """
    readings = [(*found, _name_form(found[2])) for found in iterate_numbers(text)]
    for match in _PATTERNS.STATE_FORM.finditer(text):
        form = "of an appellate court" if match["appellate"] else "of a state's court"
        readings.append((*_keep(match), form))
    for end in labels:
        if token := _PATTERNS.TOKEN.match(text, end):
            printed = _tidy(token["text"])
            if _PATTERNS.NO_NUMBER.fullmatch(printed):
                continue
            start = token.start("text")
            digits = sum(letter.isdigit() for letter in printed)
            form = "digits" if printed.isdigit() else "letters and digits"
            form = "few digits" if digits < 3 else form
            readings.append((start, start + len(printed), _parse_whole(printed), form))
    kept: list[tuple[int, int, DocketNumber, str]] = []
    for reading in sorted(readings, key=lambda each: each[0] - each[1]):
        if all(reading[1] <= other[0] or reading[0] >= other[1] for other in kept):
            kept.append(reading)
    return sorted(kept, key=lambda each: each[0])


def _name_form(number: DocketNumber) -> str:
    if number.office and number.office.isalpha() and not number.case_type:
        return "of an appellate court"  # a bankruptcy appellate panel's, with its state
    return "with the kind of case" if number.case_type else "year and serial"


def _parse_whole(printed: str) -> DocketNumber:
    """Return a number of a known form if it begins with one that shows its kind, else its text."""
    mended = _PATTERNS.MISREAD.sub(lambda letter: "0" if letter[0] == "O" else "1", printed)
    for start, end, number in iterate_numbers(mended):
        if end - start == len(printed) or (start == 0 and number.case_type):
            return replace(number, text=printed)
        break
    return DocketNumber(printed)


def list_alike(text: str, start: int, like: str) -> Iterator[Found]:
    """Yield the numbers that follow each other in a text, as long as each resembles another."""
    form = _measure(like)
    while (match := _PATTERNS.NEXT_NUMBER.match(text, start)) and _measure(match["text"]) == form:
        yield _keep(match)
        start = match.end()


def _measure(number: str) -> str:
    """Return what numbers of one form share: signs, and letters in front; bare ones their length.

    Letters at the end show the kind of case: "4190-14S" is a small one.
    """
    if number.isdigit():
        return str(len(number))
    return re.sub(r"\d+", "0", number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _keep(match: re.Match[str]) -> Found:
    return match.start("text"), match.end("text"), DocketNumber(match["text"])
