"""A rendering: an order put into a form, with what is known of the furniture around it."""

from collections import Counter
from dataclasses import dataclass, field

from tools.evaluation.prose import KnownOrder


@dataclass(frozen=True, slots=True)
class Rendering:
    """`numbers` counts the line numbers printed, by (page, value), or by (line of the file, value)
    where `by_line`. `page_starts` are the words of the body with which a page begins.
    """

    form: str
    variant: str
    order: KnownOrder
    data: bytes
    numbers: Counter[tuple[int, int]] = field(default_factory=Counter)
    by_line: bool = False
    page_starts: tuple[int, ...] = ()
    ocr: bool = False
    pages: int = 0
