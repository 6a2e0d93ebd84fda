"""The order's printed title, in title case."""

import re

from titlecase import titlecase

from build_scripts.describing.name_case import is_capitals, to_normal_case
from build_scripts.describing.opening import LocatedBlock, find_opening, join_prose
from build_scripts.describing.text_order import read_text_order
from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from build_scripts.model.description import Claim
from build_scripts.text.pattern import Pattern

# Lines that title an order where the block's kind does not say so.
_TITLE_LINE = Pattern(
    r"""
    ^\W{0,3} (?:proposed\]?\s+)? (?:
        (?:memorandum|opinion|order|decision|judge?ment|findings|report|stipulat\w+|scheduling
           |pretrial|final|amended|preliminary|ruling|standing|civil\s+minutes|minutes?|suggestion
           |per\s+curiam\s+opinion|summary\s+order|errat(?:a|um))\b
        (?!\s+(?:by|for\s+the\s+court\s+(?:filed|by)|filed|delivered|in\s+council)\b)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "MEMORANDUM*",
        "ORDER DENYING MOTION FOR EXPEDITED DISCOVERY",
        "DECISION AND ORDER",
        "OPINION",
        "REPORT AND RECOMMENDATION",
        "[PROPOSED] ORDER",
        "MEMORANDUM OPINION",
    ],
    refuses=[
        "Opinion by Judge Loe",
        "ORDER IN COUNCIL of 1783",  # in prose
        "PROPOSED INTERVENOR",
    ],
    by="match",
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


_RUNNING_TITLE = Pattern(
    r"^\W*(?:Opinion\s+of\s+the\s+Court|Per\s+Curiam)\W*$",
    accepts=["Opinion of the Court", "Per Curiam"],
    refuses=["Opinion of Roe, J.", "ROE v. DOE"],
    by="match",
)
_PROCEEDINGS = Pattern(
    r"proceedings\b\s*:?\s*",
    re.IGNORECASE,
    accepts=[
        "Proceedings: ORDER DENYING MOTION TO DISMISS",
        "PROCEEDINGS (IN CHAMBERS) ORDER",
        "Proceedings:",
    ],
    refuses=["Further proceedings", "Proceeding: ORDER"],
    by="match",
)


# What a form prints behind its title.
_BEHIND_TITLE = Pattern(
    r"(?<!\s)\s*(?:(?:\[\d{1,4}\]?\s*){2,40}(?:\(filed\s+[\d/]+\)\s*)?|\(filed\s+[\d/]+\)\s*)$",
    re.IGNORECASE,
    accepts=["ORDER [328][329] (Filed 06/12/2019)", "ORDER (Filed 1/2/20)"],
    refuses=[
        "ORDER GRANTING MOTION TO SEAL [80]",  # the motion's own entry
        "ORDER (Filed Under Seal)",
    ],
)
# The notice of the Second Circuit below its title.
_SUMMARY_ORDER = Pattern(
    r"^\W*(?P<title>summary\s+order)\s+rulings\b",
    re.IGNORECASE,
    accepts=["SUMMARY ORDER RULINGS BY SUMMARY ORDER DO NOT HAVE PRECEDENTIAL EFFECT"],
    refuses=["SUMMARY ORDER", "RULINGS BY SUMMARY ORDER"],
    by="match",
)


def _strip_marks(text: str) -> str:
    text = _BEHIND_TITLE.sub("", text)
    summary = _SUMMARY_ORDER.match(text)
    text = summary["title"] if summary else text
    return re.sub(r"\s+", " ", re.sub(r"[*†‡]+", "", text)).strip(" .:;")


def _read_title(text: str) -> str:
    label = _PROCEEDINGS.match(text)
    return _strip_marks(text[label.end() :] if label else text)


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
    titles = [line for line in opening if line.kind is BlockKind.TITLE and _read_title(line.text)]
    # A minute order's form prints what it decides under "Proceedings:".
    titles.sort(key=lambda line: not _PROCEEDINGS.match(line.text))
    located = titles or [line for line in opening if _is_title_line(line)]
    return (_read_title(located[0].text), located[0]) if located else None


def _find_running_title(clean: CleanOrder) -> Claim[str] | None:
    """The head of a Supreme Court slip opinion's pages, where it has no other title."""
    for removal in clean.removals:
        if removal.reason is RemovalReason.RUNNING_HEAD and _RUNNING_TITLE.match(removal.text):
            return Claim(removal.text.strip(), None, "the pages' running head")
    return None


def find_title(clean: CleanOrder) -> Claim[str] | None:
    """The title in title case ("Order Denying Motion for Expedited Discovery"), else None."""
    text_order = read_text_order(clean)
    if text_order:
        title = text_order.title
        return Claim(to_title_case(title.text), title.span, "the docket text") if title else None
    found = find_printed_title(clean)
    if not found:
        return _find_running_title(clean)
    printed, line = found
    prose = join_prose(clean)
    return Claim(to_title_case(printed, prose), line.span(), "printed title")
