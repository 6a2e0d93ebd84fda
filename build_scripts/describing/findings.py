"""What a maintainer should know about a description: what is missing, what disagrees."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from build_scripts.describing.corrections.template import write_typed
from build_scripts.describing.docket_initials import find_docket_initials, match_initials
from build_scripts.describing.docket_number import list_own_numbers
from build_scripts.describing.paper_kind import is_sure
from build_scripts.describing.plausibility import list_oddities
from build_scripts.describing.resolver import list_settled
from build_scripts.describing.rivals import list_rivals
from build_scripts.model.clean_order import CleanOrder, RemovalReason
from build_scripts.model.description import Claim, ClaimSource, Description, Judge, Span
from build_scripts.model.law.docket_numbers import agree, parse_docket_number
from build_scripts.model.text.pattern_table import read_table
from build_scripts.problems import CALL_PUBLIC, Finding, FindingCode, set_field


def _lacks(description: Description, field: str) -> bool:
    """Return whether a field is empty though no editor withholds it, or sets that there is none."""
    return not getattr(description, field) and field not in list_settled(description)


_WORDS = read_table(__package__, "findings.toml")
_LEAST_SURE = 0.3  # of a guess at a field that orders may lack
_LEAST_SET = 0.5  # of a guess that a command to be pasted sets
_MAY_LACK = ("title", "order_type", "disposition", "date_filed", "document_number", "division")


@dataclass(frozen=True, slots=True)
class _Known:
    """An order, and what the second reader reads in its fields."""

    path: str
    clean: CleanOrder
    description: Description
    others: Mapping[str, Claim[Any]]


def _report(
    path: str,
    row: Mapping[str, str],
    place: str = "",
    *,
    mend: str = "",
    values: Sequence[str] = (),
    **said: object,
) -> Finding:
    """Return the finding of a row; `said` fills its message, `values` its command."""
    field = row.get("field", "")
    mend = mend or (set_field(field, *values) if field else "")
    message = row["message"].format(**said)
    return Finding(path, FindingCode(row["code"]), message, row["advice"], place, mend, field)


def _list_missing(known: _Known) -> Iterator[Finding]:
    for row in _WORDS["missing"]:
        if _lacks(known.description, row["field"]):
            guess, guessed = _word_guess(known, row["field"])
            values = guessed or (row.get("form", ""),)
            yield _report(known.path, row, values=values, guess=guess)


def _list_guesses(known: _Known) -> Iterator[Finding]:
    guesses = known.description.guesses
    sure = {guess.field: guess.claim.confidence or 0.0 for guess in guesses}
    for field in _MAY_LACK:
        if sure.get(field, 0.0) >= _LEAST_SURE and _lacks(known.description, field):
            guess, guessed = _word_guess(known, field)
            row = {**_WORDS["empty"], "field": field}
            yield _report(known.path, row, values=guessed, field=field, guess=guess)


def _word_guess(known: _Known, field: str) -> tuple[str, tuple[str, ...]]:
    """Return the likeliest value of an empty field in words, "" if none is worth a guess, and as a
    command sets it, () if it is more likely wrong. `orders review` offers it first.
    """
    others = [known.others[field]] if field in known.others else []
    rivals = list_rivals(known.clean, known.description, field, others)
    is_guessed = any(guess.field == field for guess in known.description.guesses)
    if not rivals or not (is_guessed or rivals[0].sure >= _LEAST_SURE):
        return "", ()
    if any(isinstance(value, Judge) and not value.name for value in rivals[0].values):
        return "", ()
    typed = tuple(write_typed(value, whole=False) for value in rivals[0].values)
    guess_words = f"; the best guess is “{'; '.join(typed)}” ({_format_sure(rivals[0].sure)})"
    return guess_words, typed if rivals[0].sure >= _LEAST_SET else ()


def _format_sure(sure: float | None) -> str:
    return f"{round(100 * (sure or 0.0))}% sure"


def _check_judge(known: _Known) -> Iterator[Finding]:
    description = known.description
    named = any(claim.value.name for claim in description.judges)
    if named or "judges" in list_settled(description):
        return
    initials = next((claim.value.initials for claim in description.judges), None)
    guess, guessed = _word_guess(known, "judges")
    row = _WORDS["no_judge_but_initials" if initials else "no_judge"]
    yield _report(known.path, row, values=guessed, guess=guess, initials=initials)


def _check_kind(path: str, clean: CleanOrder, description: Description) -> Iterator[Finding]:
    claim = description.is_order
    if claim.value:
        return
    surely = is_sure(claim)
    yield _report(
        path,
        _WORDS["surely_no_order" if surely else "perhaps_no_order"],
        _name_place(clean, claim.evidence),
        mend=CALL_PUBLIC if surely else "",
        values=("true",),
        reason=claim.reason,
        sure=_format_sure(claim.confidence),
    )


def _check_publisher(path: str, clean: CleanOrder, *, is_public: bool) -> Iterator[Finding]:
    """Yield whose print the file is; hold it back if the publisher's words can't be separated."""
    found = clean.publisher
    if found is None:
        return
    if found.unended and not is_public:
        place = "page {}, line {}".format(*found.unended)
        row = _WORDS["endless_print"]
        yield _report(path, row, place, mend=CALL_PUBLIC, publisher=found.publisher)
        return
    left = sum(one.reason is RemovalReason.PUBLISHER for one in clean.removals)
    lines = f"{left} line{'s' * (left != 1)} of the publisher's left the text, and " if left else ""
    place = f"page {found.page}, line {found.line}"
    yield _report(path, _WORDS["print"], place, publisher=found.publisher, lines=lines)


def _name_place(clean: CleanOrder, span: Span | None) -> str:
    page, line = clean.map.find_line(span.start) if span else (0, 0)
    return f"page {page}, line {line}" if line else ""


def _check_file(path: str, clean: CleanOrder, description: Description) -> Iterator[Finding]:
    if clean.truncated:
        yield _report(path, _WORDS["truncated"])
    if clean.mixed_columns:
        yield _report(path, _WORDS["mixed_columns"])
    if clean.garbled_lines:
        yield _report(path, _WORDS["garbled"], lines=clean.garbled_lines)
    if damaged := clean.damaged_pages:
        place = f"pages {', '.join(map(str, damaged))}"
        row = _WORDS["damaged"]
        yield _report(path, row, place, damaged=len(damaged), pages=clean.page_count)
    for page in clean.unread_pages:
        if not description.describe_picture(page):
            shows = (f"page {page}: WHAT IT SHOWS",)
            yield _report(path, _WORDS["unread_page"], f"page {page}", values=shows)


def _list_untied_footnotes(path: str, clean: CleanOrder) -> Iterator[Finding]:
    for note in clean.footnotes:
        if note.tied:
            continue
        place = note.blocks[0].places[0] if note.blocks and note.blocks[0].places else None
        where = f"page {place.page}, line {place.line}" if place else ""
        yield _report(path, _WORDS["untied_footnote"], where, label=note.label)


def _check_docket(path: str, clean: CleanOrder, description: Description) -> Iterator[Finding]:
    if any(claim.source is ClaimSource.EDITOR for claim in description.docket_numbers):
        return
    own = [number for number, _ in list_own_numbers(clean)]
    stamped = [parse_docket_number(stamp.docket_number) for stamp in clean.stamps[:1]]
    for number in stamped:
        if own and not any(agree(number, other) for other in own):
            caption = own[0].text
            row = _WORDS["two_numbers"]
            yield _report(path, row, values=[caption], stamp=number.text, caption=caption)
        for other in own:
            if (
                "judges" not in list_settled(description)
                and agree(number, other)
                and _initials_differ(number.initials, other.initials)
            ):
                row = _WORDS["two_initials"]
                yield _report(path, row, stamp=number.initials, caption=other.initials)


def _initials_differ(one: str | None, other: str | None) -> bool:
    """Return whether two printings of initials have no judge in common.

    One: "HRL" and "HRL", "DMS-KSC" and "DMS-MDD" (another magistrate). None: "EKL" and "NC".
    """
    parts = [set(each.upper().split("-")) for each in (one, other) if each]
    return len(parts) == 2 and not parts[0] & parts[1]


def _check_initials(path: str, clean: CleanOrder, description: Description) -> Iterator[Finding]:
    if "judges" in list_settled(description):
        return
    initials = find_docket_initials(clean)
    names = [claim.value.name for claim in description.judges if claim.value.name]
    if initials and names and not any(match_initials(name, initials.value) for name in names):
        row = _WORDS["initials_of_nobody"]
        yield _report(path, row, initials=initials.value, names=", ".join(names))


def list_findings(
    path: str,
    clean: CleanOrder,
    description: Description,
    *,
    others: Mapping[str, Claim[Any]] = MappingProxyType({}),
    kind_is_set: bool = False,
    is_public: bool = False,
) -> tuple[Finding, ...]:
    """Return all findings about one order's description, sorted; each has the next step.

    `others` are values that the second reader reads, by field.

    One that is no order is held back by a finding, unless `kind_is_set`: somebody set what it is,
    or that it may be published; then no judge is needed. One that holds a publisher's words
    is, unless it `is_public`.
    """
    known = _Known(path, clean, description, others)
    is_no_order = kind_is_set and not description.is_order.value
    kind = () if kind_is_set else _check_kind(path, clean, description)
    return tuple(
        sorted(
            (
                *kind,
                *_check_file(path, clean, description),
                *_check_publisher(path, clean, is_public=is_public),
                *_list_missing(known),
                *_list_guesses(known),
                *(() if is_no_order else _check_judge(known)),
                *_list_untied_footnotes(path, clean),
                *_check_docket(path, clean, description),
                *_check_initials(path, clean, description),
                *list_oddities(path, clean, description),
            )
        )
    )
