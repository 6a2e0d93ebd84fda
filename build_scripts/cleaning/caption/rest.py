"""Find what a caption left below itself: its last parties, counsel, panel, dates.

Readers open an order at the court's first sentence. Text tools lose the columns and the blank lines
that end a caption, so these lines are told by their words, down to the first prose or heading.
"""

from collections.abc import Sequence
from itertools import takewhile

from build_scripts.cleaning.caption.patterns import (
    COURT,
    DOCKET,
    MARKS,
    ORIGIN,
    ends_with_role,
    is_role,
)
from build_scripts.cleaning.caption.reported import VERB
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.text.pattern_table import read_patterns

MOST_BLOCKS = 24
PROSE_WORDS = 8
PROSE_LOWER = 0.4  # of the words
LONGEST_DOCKET = 60  # characters
NAMES = 0.5  # of the weighty words of counsel and parties begin with a capital

_PATTERNS = read_patterns(__package__, "rest.toml")


def find_rest(texts: Sequence[str]) -> list[BlockKind]:
    """Return the kinds of the blocks that a caption left below itself; empty where it left none.

    `texts` are the blocks after a caption, up to the first heading. The rest ends with the last
    block that is known by its words, before the first prose; unknown ones between belong to it.
    """
    head = list(takewhile(lambda text: not _is_prose(text), texts[:MOST_BLOCKS]))
    kinds = [_classify(text) for text in head]
    while kinds and kinds[-1] is None:
        kinds.pop()
    known = BlockKind.CENTRED
    for index in range(len(kinds) - 1, -1, -1):
        known = kinds[index] = kinds[index] or (
            BlockKind.PARTIES if known is BlockKind.PARTIES else BlockKind.CENTRED
        )
    return [kind for kind in kinds if kind]


def _classify(text: str) -> BlockKind | None:
    content = _strip(text)
    if DOCKET.match(content) and len(content) <= LONGEST_DOCKET:
        return BlockKind.DOCKET
    if is_role(content) or ends_with_role(content):
        return BlockKind.PARTIES
    if COURT.fullmatch(content):
        return BlockKind.COURT
    return BlockKind.CENTRED if _is_front_matter(content) else None


def _is_prose(text: str) -> bool:
    content = _strip(text)
    words = content.split()
    if len(words) < PROSE_WORDS or ends_with_role(content) or _is_front_matter(content):
        return False
    lower = sum(1 for word in words if word[:1].islower())
    is_list = text.rstrip().endswith((",", ";", " and")) and _names_most(content)
    return bool(VERB.search(content)) or (lower >= PROSE_LOWER * len(words) and not is_list)


def _strip(text: str) -> str:
    """Return a block's words without the column's marks, and without "and" before another party."""
    return text.strip(f"{MARKS} ").removesuffix(" and").rstrip(", ")


def _is_front_matter(content: str) -> bool:
    if (
        ORIGIN.match(content)
        or _PATTERNS.PANEL.fullmatch(content)
        or _PATTERNS.DATES.fullmatch(content)
    ):
        return True
    if _PATTERNS.ARGUED.search(content):
        return True
    return (
        bool(_PATTERNS.COUNSEL.search(content))
        and not VERB.search(content)
        and _names_most(content)
    )


def _names_most(content: str) -> bool:
    weighty = [word for word in content.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in weighty) >= NAMES * len(weighty)
