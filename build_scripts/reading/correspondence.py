"""Mail about an order: it names people and their addresses, and must never be published."""

from collections.abc import Iterator
from itertools import islice

from build_scripts.model.source_text import SourceText
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.problems import FindingCode, UnreadableOrderError

HEAD_LINES = 250  # a message's own lines can be many before the notice begins
LONGEST = 40_000  # characters

_PATTERNS = read_patterns(__package__, "correspondence.toml")


def refuse_correspondence(path: str, source: SourceText) -> None:
    """Raise UnreadableOrderError for saved mail and for a notice of electronic filing that names
    who was served, at the head of a file. Cleaning removes a notice below an order.
    """
    lines = list(islice(_list_lines(source), HEAD_LINES))
    head = "\n".join(lines)[:LONGEST]
    first = next((line for line in lines if line.strip()), "")
    if _PATTERNS.FIELD.match(first) and _PATTERNS.TRANSPORT.search(head):
        what = "a saved e-mail message"
    elif _PATTERNS.NOTICE.search(head) and any(
        _PATTERNS.NAMES_SERVED.search(line) for line in _list_lines(source)
    ):
        what = "a notice of electronic filing"
    else:
        return
    raise UnreadableOrderError.of(
        path,
        f"The file is {what}, with names and addresses of people; it is not published.",
        "Put the order that came with it in its place.",
        FindingCode.NOT_AN_ORDER,
    )


def _list_lines(source: SourceText) -> Iterator[str]:
    return (line.text.strip() for page in source.pages for line in page.lines)
