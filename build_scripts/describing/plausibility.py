"""Report what a person sees at once: a name with a date in it, an outcome that the text denies.

One table of checks; each reports what is odd and where. A command corrects a field; an oddity in
the text can't be corrected by one, so the command shows the order, to be compared with its file.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from build_scripts.describing.resolver import list_settled
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder
from build_scripts.model.description import Description, Outcome
from build_scripts.model.text.dates import MONTH_IN_FULL
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.problems import Finding, FindingCode, set_field


class Oddity(NamedTuple):
    """A check's result: in words, with the place and the field that may be wrong."""

    message: str
    place: str = ""
    field: str = ""


Check = Callable[[CleanOrder, Description], Iterator[Oddity]]

_PATTERNS = read_patterns(__package__, "plausibility.toml", month_in_full=MONTH_IN_FULL)
_CLOSING: Mapping[Outcome, Pattern[str]] = {
    outcome: Pattern(
        rf"\b(?:{words})\b", re.IGNORECASE, accepts=[accepted], refuses=["the motion is pending"]
    )
    for outcome, words, accepted in (
        (Outcome.GRANTED, r"grant(?:ed|s|ing)?|allow(?:ed|s)?|sustain(?:ed|s)?", "is granted"),
        (Outcome.DENIED, r"den(?:ied|ies|ying)|overrule[ds]?|refused", "is denied"),
        (Outcome.AFFIRMED, r"affirm(?:ed|s|ing|ance)?", "affirmed"),
        (Outcome.REVERSED, r"revers(?:ed?|es|ing|al)", "reversed"),
    )
}
_OPPOSITE = {
    Outcome.GRANTED: Outcome.DENIED,
    Outcome.DENIED: Outcome.GRANTED,
    Outcome.AFFIRMED: Outcome.REVERSED,
    Outcome.REVERSED: Outcome.AFFIRMED,
}
_CLOSING_CHARACTERS = 1500
_SHOWN = 60
_MOST_STRANGE = 3


def _check_names(_: CleanOrder, description: Description) -> Iterator[Oddity]:
    case = description.case_name
    if (
        case
        and (case.confidence is not None or case.evidence)
        and _PATTERNS.NO_NAME.search(case.value)
    ):
        yield Oddity(f"The case's name holds what is no name: “{case.value}”.", field="case_name")
    for claim in description.judges:
        name = claim.value.name or ""
        if _PATTERNS.NO_PERSON.search(name):
            yield Oddity(f"The judge's name holds what is no name: “{name}”.", field="judges")


def _check_letters(clean: CleanOrder, _: Description) -> Iterator[Oddity]:
    strange = [
        (block, char)
        for block in clean.blocks
        if not block.text.isascii()
        for char in block.text
        if char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc")
    ]
    if len(strange) >= _MOST_STRANGE:
        block, _char = strange[0]
        yield Oddity(f"{len(strange)} characters are letters of no script.", _name_place(block))


def _check_rulings(clean: CleanOrder, description: Description) -> Iterator[Oddity]:
    if description.rulings:
        return
    for block in reversed(clean.blocks[: clean.parts[0].first if clean.parts else None]):
        match = (
            _PATTERNS.DISPOSITIVE.search(block.text) if block.kind is not BlockKind.QUOTE else None
        )
        if match:
            around = block.text[max(0, match.start() - _SHOWN) : match.end()]
            yield Oddity(
                f"It decides (“{around.strip()}”), but no ruling was found.",
                _name_place(block),
                "rulings",
            )
            return


def _check_disposition(clean: CleanOrder, description: Description) -> Iterator[Oddity]:
    outcome = description.disposition
    if outcome is None or outcome.value not in _OPPOSITE or clean.truncated:
        return
    end = clean.parts[0].first if clean.parts else len(clean.blocks)
    text = "\n\n".join(block.text for block in clean.blocks[:end])[-_CLOSING_CHARACTERS:]
    opposite = _OPPOSITE[outcome.value]
    if _CLOSING[opposite].search(text) and not _CLOSING[outcome.value].search(text):
        yield Oddity(
            f"The outcome is “{outcome.value.value}”, but the order ends with “{opposite.value}”.",
            field="disposition",
        )


CHECKS: tuple[Check, ...] = (
    _check_names,
    _check_letters,
    _check_rulings,
    _check_disposition,
)
_ADVICE: Mapping[str, str] = {
    "case_name": "Give it as a lawyer cites it.",
    "judges": "Give the name of who signed it.",
    "rulings": "Give what was decided, motion by motion.",
    "disposition": "Say how it comes out as a whole.",
}


def list_oddities(path: str, clean: CleanOrder, description: Description) -> Iterator[Finding]:
    """Yield what a person would see at once to be wrong, each with its correction."""
    if not description.is_order.value:
        return  # its own finding asks for more
    settled = list_settled(description)
    for check in CHECKS:
        for odd in check(clean, description):
            if odd.field in settled:
                continue
            advice = _ADVICE.get(
                odd.field, "Compare the text with the file; replace the file by a better one."
            )
            mend = set_field(odd.field) if odd.field in _ADVICE else "orders show FILE"
            yield Finding(
                path, FindingCode.IMPLAUSIBLE, odd.message, advice, odd.place, mend, odd.field
            )


def _name_place(block: Block) -> str:
    place = block.places[0] if block.places else None
    return f"page {place.page}, line {place.line}" if place else ""
