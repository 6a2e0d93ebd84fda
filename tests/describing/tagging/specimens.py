"""Five first pages, made up: a federal district's, an appeal, a matter, a state's, a letter."""

from build_scripts.model.source_text import SourceLine, SourcePage
from tests.tables import read_rows

PAGES = tuple(row["text"] for row in read_rows(__file__, "pages"))


def make_pages(text: str) -> tuple[SourcePage, ...]:
    """Make one page of the lines of a text."""
    lines = enumerate(text.strip("\n").split("\n"), 1)
    return (SourcePage(1, tuple(SourceLine(number, line) for number, line in lines)),)
