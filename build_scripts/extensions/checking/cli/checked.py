"""Helpers of the commands that check: the archive's index, a document's text, printed answers."""

import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

from build_scripts import api
from build_scripts.extensions.checking.answers import Passage, QuotationAnswer
from build_scripts.extensions.checking.citations import CitationIndex

WIDTH = 96
Styler = Callable[[str], str]


def open_checking(config: Path) -> CitationIndex:
    """Open the archive's text for checking: the built site if up to date, else the orders."""
    return CitationIndex(*api.open_search(api.open_archive(config)))


def read_brief(path: Path) -> tuple[api.CleanOrder, str]:
    """Read a brief of any form, without line numbers, stamps and running heads; return it with a
    message about unread parts, or "". Raises UnreadableOrderError if it has no text.
    """
    clean = api.read_document(api.read_loose_file(path))
    if not clean.reading_text.strip():
        raise api.UnreadableOrderError.of(
            str(path), "No text can be read in it.", "Give it as text, or a scan that is clearer."
        )
    unread = ", ".join(map(str, clean.unread_pages))
    return clean, f"Could not be read: page {unread}." if unread else ""


def print_quotation(answer: QuotationAnswer, strong: Styler, faint: Styler) -> Iterator[str]:
    """Yield the lines of the answer for a quotation."""
    shown = textwrap.shorten(answer.quotation, 2 * WIDTH, placeholder=" …")
    yield from textwrap.wrap(f"“{shown}”", WIDTH)
    known = len(answer.passages)
    more = f"; the first {known} of {answer.orders:,} orders" if 0 < known < answer.orders else ""
    yield f"  {strong('. '.join(filter(None, (f'{answer.match.value}{more}', answer.note))))}"
    for passage in answer.passages:
        yield from _print_passage(passage, strong, faint)


def _print_passage(passage: Passage, strong: Styler, faint: Styler) -> Iterator[str]:
    cited = passage.citation or passage.case_name or passage.title
    yield from textwrap.wrap(cited, WIDTH, initial_indent="  ", subsequent_indent="    ")
    yield f"    {faint(' · '.join(filter(None, (describe_place(passage), passage.place))))}"
    before, words = passage.sentence[: passage.start], passage.sentence[passage.start :]
    inside, behind = words[: len(passage.text)], words[len(passage.text) :]
    marked = f"{before}«{inside}»{behind}"
    yield from textwrap.wrap(marked, WIDTH, initial_indent="    ", subsequent_indent="    ")
    for one in passage.differences:
        quoted = f"“{one.quoted}”" if one.quoted else "nothing"
        here = f"“{one.here}”" if one.here else "nothing"
        announced = " (announced)" if one.announced else ""
        yield f"    {strong('quoted')} {quoted}, {strong('here')} {here}{announced}"


def describe_place(passage: Passage) -> str:
    """Return page, line and note: "page 4, line 12, note 3"."""
    page = passage.page and f"page {passage.page}"
    if not page and passage.sheet:
        page = f"sheet {passage.sheet}"
    line = f"line {passage.line}" if passage.line and page else ""
    note = f"note {passage.note}" if passage.note else ""
    return ", ".join(filter(None, (page, line, note)))
