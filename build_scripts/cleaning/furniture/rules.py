"""Drawn lines: rules above footnotes and signatures, boxes around captions."""

import re
from collections.abc import Sequence

from build_scripts.cleaning.lines import Cut, Line
from build_scripts.model.clean_order import RemovalReason

# Accepted: "_____", "------", "======", "─────", "* * * * *" refused, "///" (filler) accepted
RULE = re.compile(r"_{4,}|-{5,}|={4,}|[─━═—]{4,}|(?<!\S)/{2,3}(?:\s/{2,3}){0,5}(?!\S)|\\{4,}")


def find_rules(lines: Sequence[Line]) -> list[Cut]:
    """Every drawn line; it holds no word, but it is not the order's either."""
    return [
        Cut(index, match.start(), match.end(), RemovalReason.RULE)
        for index, line in enumerate(lines)
        if not line.text.isalpha()
        for match in RULE.finditer(line.text)
    ]
