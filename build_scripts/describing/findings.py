"""What a maintainer should know about a description: what is missing, what disagrees."""

from collections.abc import Iterator, Mapping
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
from build_scripts.problems import CALL_PUBLIC, Finding, FindingCode, set_field


def _lacks(description: Description, field: str) -> bool:
    """Return whether a field is empty though no editor withholds it, or sets that there is none."""
    return not getattr(description, field) and field not in list_settled(description)


_MISSING = (
    ("court", FindingCode.NO_COURT, "court", "Give the court's id at CourtListener.", ""),
    (
        "case_name",
        FindingCode.NO_CASE_NAME,
        "case's name",
        "Give it as a lawyer cites it.",
        "",
    ),
    (
        "docket_numbers",
        FindingCode.NO_DOCKET_NUMBER,
        "docket number",
        "Give it where the order or its docket has one.",
        "",
    ),
    (
        "date",
        FindingCode.NO_DATE,
        "date",
        "Give the day it was signed, else filed.",
        "YYYY-MM-DD",
    ),
)
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


def _list_missing(known: _Known) -> Iterator[Finding]:
    for field, code, name, advice, form in _MISSING:
        if _lacks(known.description, field):
            guess_words, guessed = _word_guess(known, field)
            message = f"The {name} was not identified{guess_words}."
            mend = set_field(field, *guessed or (form,))
            yield Finding(known.path, code, message, advice, mend=mend, field=field)


def _list_guesses(known: _Known) -> Iterator[Finding]:
    guesses = known.description.guesses
    sure = {guess.field: guess.claim.confidence or 0.0 for guess in guesses}
    for field in _MAY_LACK:
        if sure.get(field, 0.0) >= _LEAST_SURE and _lacks(known.description, field):
            guess_words, guessed = _word_guess(known, field)
            yield Finding(
                known.path,
                FindingCode.EMPTY_FIELD,
                f"The field {field} was left empty{guess_words}.",
                "Look at the order: take the guess or give another value.",
                mend=set_field(field, *guessed),
                field=field,
            )


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
    guess_words, guessed = _word_guess(known, "judges")
    known_by = f"'s name was not identified; the docket number has {initials}" if initials else ""
    message = f"The judge{known_by or ' was not identified'}{guess_words}."
    yield Finding(
        known.path,
        FindingCode.NO_JUDGE,
        message,
        "Give the name of who signed it.",
        mend=set_field("judges", *guessed),
        field="judges",
    )


def _check_kind(path: str, clean: CleanOrder, description: Description) -> Iterator[Finding]:
    claim = description.is_order
    if claim.value:
        return
    what = f"This may not be a court order: {claim.reason}, {_format_sure(claim.confidence)}."
    place = _name_place(clean, claim.evidence)
    if is_sure(claim):
        yield Finding(
            path,
            FindingCode.HELD_BACK,
            f"{what} It is not published until you say so.",
            "To publish it as what it is, say that it is public. If it is an order, say that "
            "instead: --set is_order=true. Else take it away.",
            place,
            CALL_PUBLIC,
            "is_order",
        )
    else:
        yield Finding(
            path,
            FindingCode.NOT_AN_ORDER,
            f"{what} It is published, in no list.",
            "If it is an order, say so; remove it if it is a party's paper or a notice.",
            place,
            set_field("is_order", "true"),
            "is_order",
        )


_COURTS_OWN = "Replace it by the court's own file, as the court or PACER gives it"


def _check_publisher(path: str, clean: CleanOrder, *, is_public: bool) -> Iterator[Finding]:
    """Yield whose print the file is; hold it back if the publisher's words can't be separated."""
    found = clean.publisher
    if found is None:
        return
    what = f"This is not the court's own paper but a print of {found.publisher}"
    if found.unended and not is_public:
        yield Finding(
            path,
            FindingCode.HELD_BACK,
            f"{what}, and where the publisher's words end can't be told. It is not published.",
            f"{_COURTS_OWN}. If you may publish the publisher's words, say that it is public.",
            "page {}, line {}".format(*found.unended),
            CALL_PUBLIC,
        )
        return
    left = sum(one.reason is RemovalReason.PUBLISHER for one in clean.removals)
    lines = f"{left} line{'s' * (left != 1)} of the publisher's left the text, and " if left else ""
    yield Finding(
        path,
        FindingCode.PUBLISHERS_PRINT,
        f"{what}: {lines}the file is not offered.",
        f"{_COURTS_OWN}: readers then get it too.",
        f"page {found.page}, line {found.line}",
    )


def _name_place(clean: CleanOrder, span: Span | None) -> str:
    page, line = clean.map.find_line(span.start) if span else (0, 0)
    return f"page {page}, line {line}" if line else ""


def _check_file(path: str, clean: CleanOrder, description: Description) -> Iterator[Finding]:
    if clean.truncated:
        yield Finding(
            path,
            FindingCode.TRUNCATED,
            "The file says of itself that it is an extract.",
            "Replace it by the whole order where you can get it.",
        )
    if clean.mixed_columns:
        yield Finding(
            path,
            FindingCode.MIXED_COLUMNS,
            "Lines hold words of two columns, which can't be told apart: no rulings are read.",
            "Replace the file by the PDF it was made of, or by another text of the order.",
        )
    if clean.garbled_lines:
        yield Finding(
            path,
            FindingCode.GARBLED_TEXT,
            f"could not be read: {clean.garbled_lines} lines have codes for letters, or letters "
            "that form no words; they are left out.",
            "Replace the file by another copy of the order, or by a scan of it.",
        )
    if clean.damaged_pages:
        yield Finding(
            path,
            FindingCode.DAMAGED_FILE,
            f"damaged: {len(clean.damaged_pages)} of {clean.page_count} pages can't be drawn"
            " to their end.",
            "Fetch the file again: words of these pages are missing.",
            f"pages {', '.join(map(str, clean.damaged_pages))}",
        )
    for page in clean.unread_pages:
        if description.describe_picture(page):
            continue
        yield Finding(
            path,
            FindingCode.UNREAD_PAGE,
            "The page is a picture in which OCR found no text that it was sure of.",
            "Look at the page, and write what it shows for those who can't see it.",
            f"page {page}",
            set_field("pictures", f"page {page}: WHAT IT SHOWS"),
            "pictures",
        )


def _list_untied_footnotes(path: str, clean: CleanOrder) -> Iterator[Finding]:
    for note in clean.footnotes:
        if note.tied:
            continue
        place = note.blocks[0].places[0] if note.blocks and note.blocks[0].places else None
        yield Finding(
            path,
            FindingCode.UNTIED_FOOTNOTE,
            f"Footnote {note.label} has no mark in the text.",
            "Look for its mark in the raw file; the note stands at the end of the page.",
            f"page {place.page}, line {place.line}" if place else "",
        )


def _check_docket(path: str, clean: CleanOrder, description: Description) -> Iterator[Finding]:
    if any(claim.source is ClaimSource.EDITOR for claim in description.docket_numbers):
        return
    own = [number for number, _ in list_own_numbers(clean)]
    stamped = [parse_docket_number(stamp.docket_number) for stamp in clean.stamps[:1]]
    for number in stamped:
        if own and not any(agree(number, other) for other in own):
            yield Finding(
                path,
                FindingCode.DISAGREEMENT,
                f"The stamp says {number.text}, the caption {own[0].text}.",
                "The stamp's number is used. If the caption is right, say so.",
                mend=set_field("docket_numbers", own[0].text),
                field="docket_numbers",
            )
        for other in own:
            if (
                "judges" not in list_settled(description)
                and agree(number, other)
                and _initials_differ(number.initials, other.initials)
            ):
                yield Finding(
                    path,
                    FindingCode.DISAGREEMENT,
                    f"The stamp's initials are {number.initials}, the caption's {other.initials}.",
                    "Look who signed: a stamp printed later has the initials of the judge who then "
                    "had the case. The caption's are held against the judge's name.",
                    mend=set_field("judges"),
                    field="judges",
                )


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
        yield Finding(
            path,
            FindingCode.DISAGREEMENT,
            f"The docket number's initials {initials.value} agree with no judge of the order "
            f"({', '.join(names)}).",
            "The case may have been reassigned or referred. Give the name of who signed.",
            mend=set_field("judges"),
            field="judges",
        )


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
