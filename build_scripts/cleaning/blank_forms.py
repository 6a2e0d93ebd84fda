"""Blank forms: boxes that nobody checked, lines that nobody filled in."""

from collections.abc import Sequence

from build_scripts.model.clean_order import Block
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "blank_forms.toml")
LABEL = _PATTERNS.LABEL
LABEL_WORDS = 6
FEWEST = 3  # places to fill in


def is_form_title(block: Block) -> bool:
    """Return whether a block is nothing but the title of a form."""
    return len(block.text) <= 120 and _PATTERNS.FORM_TITLE.fullmatch(block.text) is not None


def is_blank_form(blocks: Sequence[Block]) -> bool:
    """Return whether blocks hold places to fill in: at least FEWEST, one of them drawn or a box."""
    drawn = sum(len(_PATTERNS.UNFILLED.findall(block.text)) for block in blocks)
    labels = sum(
        len(block.text.split()) <= LABEL_WORDS and LABEL.fullmatch(block.text) is not None
        for block in blocks
    )
    return drawn > 0 and drawn + labels >= FEWEST
