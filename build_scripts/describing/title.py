"""The order's printed title, in title case."""

import re

from titlecase import titlecase

from build_scripts.describing.name_case import is_capitals, to_normal_case
from build_scripts.describing.opening import LocatedBlock, find_opening
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim

# Lines that title an order where the block's kind does not say so.
# Accepted: "MEMORANDUM*", "ORDER DENYING MOTION …", "DECISION AND ORDER", "OPINION",
#   "REPORT AND RECOMMENDATION", "[PROPOSED] ORDER", "MEMORANDUM OPINION".
# Refused: "Opinion by Judge Lee", "ORDER IN COUNCIL of 1783 …" (in prose).
_TITLE_LINE = re.compile(
    r"""
    ^\W{0,3} (?:
        (?:memorandum|opinion|order|decision|judge?ment|findings|report|stipulat\w+|scheduling
           |pretrial|final|amended|preliminary|ruling|standing|civil\s+minutes|minutes?|suggestion
           |per\s+curiam\s+opinion)\b
        (?!\s+(?:by|for\s+the\s+court\s+(?:filed|by)|filed|delivered)\b)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MOST_TITLE_CHARACTERS = 400
_SMALL_WORDS = frozenset(
    {
        *(
            "a",
            "an",
            "and",
            "as",
            "at",
            "but",
            "by",
            "for",
            "from",
            "if",
            "in",
            "into",
            "nor",
            "of",
        ),
        *("on", "or", "per", "re", "the", "to", "via", "vs", "with", "without"),
    }
)


def _keep(word: str, **_kwargs: object) -> str | None:
    """How titlecase treats a word: small words down, Roman numerals and initials as printed."""
    bare = word.strip("().,;:[]")
    if re.fullmatch(r"(?:I{1,3}|IV|VI{0,3}|IX|X)", bare) or re.fullmatch(r"(?:[A-Z]\.){2,}", bare):
        return word
    return None


def to_title_case(text: str, prose: str = "") -> str:
    """Set a printed title in title case; small words stay lower, names as `prose` spells them."""
    if is_capitals(text):
        text = to_normal_case(text, prose)
    cased: str = titlecase(text, callback=_keep)  # type: ignore[no-untyped-call]
    words = cased.split()
    return " ".join(
        word.lower() if 0 < index < len(words) - 1 and word.lower() in _SMALL_WORDS else word
        for index, word in enumerate(words)
    )


_PROCEEDINGS = re.compile(r"proceedings\s*:?\s*(?=\S)", re.IGNORECASE)


def _strip_marks(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[*†‡]+", "", text)).strip(" .:;")


def _is_title_line(line: LocatedBlock) -> bool:
    if line.kind not in (BlockKind.HEADING, BlockKind.CENTRED, BlockKind.PARAGRAPH):
        return False
    text = line.text
    if len(text) > _MOST_TITLE_CHARACTERS or not _TITLE_LINE.match(text):
        return False
    return is_capitals(text) or (len(text.split()) <= 8 and text.istitle())


def find_printed_title(clean: CleanOrder) -> tuple[str, LocatedBlock] | None:
    """The printed title with its block: the caption's, else the first line that reads as one."""
    opening = find_opening(clean)
    for line in opening:
        # A minute order's form prints what it decides under "Proceedings:".
        if line.kind is BlockKind.TITLE and (label := _PROCEEDINGS.match(line.text)):
            return _strip_marks(line.text[label.end() :]), line
    for line in opening:
        if line.kind is BlockKind.TITLE and _strip_marks(line.text):
            return _strip_marks(line.text), line
    located = next((line for line in opening if _is_title_line(line)), None)
    return (_strip_marks(located.text), located) if located else None


def find_title(clean: CleanOrder) -> Claim[str] | None:
    """The title in title case ("Order Denying Motion for Expedited Discovery"), else None."""
    found = find_printed_title(clean)
    if not found:
        return None
    printed, line = found
    prose = "\n".join(block.text for block in clean.blocks if block.kind is BlockKind.PARAGRAPH)
    return Claim(to_title_case(printed, prose), line.span(), "printed title")
