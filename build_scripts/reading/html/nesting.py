"""Measure how deeply a page's elements are nested, before it is parsed.

HTML parsers take quadratic time in the depth of open elements (200,000 open `div` took minutes),
and copy every emphasis that is left open into each paragraph below (the standard's "reconstruct
the active formatting elements"). No order is nested deeper than a few dozen.
"""

from collections import Counter

from build_scripts.model.text.pattern import Pattern

DEEPEST = 1_000  # elements open at one time
MOST_COPIES = 2_000_000  # of open emphasis, and beyond that 8 an element
TAG = Pattern(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]{0,40})",
    accepts=["<div class=a>", "</P>", "<w:p>"],
    refuses=["5 < 6", "< p>", "<!-- a -->", "<1>"],
)
# Elements that never stay open: void ones, and those that the next of their kind ends.
NEVER_OPEN = frozenset(
    "area base br col dd dt embed hr img input li link meta option p param source td th tr"
    " track wbr".split()
)
COPIED = frozenset("a b big code em font i nobr s small strike strong tt u".split())


def is_too_nested(text: str) -> bool:
    """Return whether more than DEEPEST elements are open at some point, or open emphasis would be
    copied more than MOST_COPIES times. Takes one pass, without parsing.

    Each name is counted by itself, so that stray end tags hide nothing.
    """
    opened: Counter[str] = Counter()
    depth = emphasis = copies = elements = 0
    for tag in TAG.finditer(text):
        name = tag["name"].lower()
        if not tag["end"]:
            elements += 1
            copies += emphasis
            if copies > MOST_COPIES and copies > 8 * elements:
                return True
        if name in NEVER_OPEN:
            continue
        step = -1 if tag["end"] else 1
        if step < 0 and not opened[name]:
            continue
        opened[name] += step
        depth += step
        if name in COPIED:
            emphasis += step
        if depth > DEEPEST:
            return True
    return False
