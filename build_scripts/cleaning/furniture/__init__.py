"""Find furniture: what is printed on the pages of an order and is no part of the order.

One file a kind. Each finder reads all lines and returns cuts; here they run in the order in
which one needs another's result. Stamps first (they number pages), then line numbers (they
number pages without stamps, and are between the words of everything else), then the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.cleaning.furniture.boxes import find_boxes
from build_scripts.cleaning.furniture.chrome import find_chrome
from build_scripts.cleaning.furniture.documents import number_documents
from build_scripts.cleaning.furniture.form_heads import find_marked_lines
from build_scripts.cleaning.furniture.garbled import find_garbled
from build_scripts.cleaning.furniture.joined_numbers import find_joined_numbers
from build_scripts.cleaning.furniture.line_numbers import NumberPlace, find_gutter_numbers
from build_scripts.cleaning.furniture.margin_names import (
    find_margin_letters,
    find_margin_names,
)
from build_scripts.cleaning.furniture.notices import find_extract_note, find_specimen_notice
from build_scripts.cleaning.furniture.page_numbers import find_page_numbers
from build_scripts.cleaning.furniture.pagination import find_page_marks, number_pages
from build_scripts.cleaning.furniture.printed_pages import (
    Number,
    PrintedPages,
    find_printed_pages,
    read_numbers,
)
from build_scripts.cleaning.furniture.publishers import find_publisher_words, recognize_print
from build_scripts.cleaning.furniture.rules import find_rules, find_upright_rules
from build_scripts.cleaning.furniture.running_heads import find_running_heads
from build_scripts.cleaning.furniture.stamps import find_ecf_stamps
from build_scripts.cleaning.furniture.star_pages import (
    cut_star_pages,
    find_star_pages,
    split_at_star_pages,
)
from build_scripts.cleaning.furniture.tails import find_mailing_notice
from build_scripts.cleaning.furniture.upright_stamps import find_upright_stamps
from build_scripts.cleaning.lines import Cut, Line, Taken, apply_cuts, cut_whole, list_lines
from build_scripts.cleaning.margins import measure_margins
from build_scripts.model.clean_order import (
    EcfStamp,
    PageNumbers,
    PublisherPrint,
    Removal,
    RemovalReason,
)
from build_scripts.model.source_text import SourceText


@dataclass(frozen=True, slots=True)
class Stripped:
    """The lines without furniture, and what was read from the furniture."""

    lines: tuple[Line, ...]
    removals: tuple[Removal, ...]
    stamps: tuple[EcfStamp, ...]
    rules: frozenset[int]  # indexes of lines where a rule was drawn
    printed: PrintedPages
    publisher: PublisherPrint | None


def strip_furniture(source: SourceText) -> Stripped:
    """Take all furniture off the source's lines, number its pages, keep a record of every cut."""
    lines = list_lines(source)
    taken: list[Taken] = []

    def cut(cuts: Sequence[Cut]) -> None:
        nonlocal lines
        lines, more = apply_cuts(lines, cuts)
        taken.extend(more)

    cut(find_garbled(lines))
    publisher = recognize_print(lines)
    cut(find_marked_lines(source, lines))
    cut(find_specimen_notice(lines))
    cut(find_extract_note(lines))
    cut(find_chrome(lines))
    star_pages = find_star_pages(lines, source.external.citations)
    cut(cut_star_pages(lines, star_pages))
    stamp_cuts, stamps = find_ecf_stamps(lines)
    cut(stamp_cuts)
    if not source.structured:
        cut(find_upright_stamps(lines))
        cut(find_margin_letters(lines))
    cut(find_mailing_notice(lines))
    cut(find_boxes(lines))
    if publisher:
        cuts, unended = find_publisher_words(lines, publisher.publisher)
        publisher = publisher._replace(unended=unended)
        cut(cuts)
    if source.structured:
        lines = number_documents(number_pages(lines, stamps, (), ()), stamps)
    else:
        numbers = find_gutter_numbers(lines) if source.laid_out else find_joined_numbers(lines)
        marks = find_page_marks(lines, stamps, numbers)
        lines = number_pages(lines, stamps, numbers, marks)
        lines = number_documents(_keep_printed_numbers(lines, numbers), stamps)
        cut([Cut(n.at, n.start, n.end, RemovalReason.LINE_NUMBER) for n in numbers])
        cut(find_margin_names(lines, numbers))
        cut(find_running_heads(lines))
        cut(
            [
                cut_whole(m.at, lines[m.at], RemovalReason.PAGE_NUMBER)
                for m in marks
                if not m.words or m.words.isdecimal()
            ]
        )
        cut(find_page_numbers(lines, {page: m.left for page, m in measure_margins(lines).items()}))
    if source.laid_out:
        cut(find_upright_rules(lines))
    rules = find_rules(lines)
    cut(rules)
    removals = [
        Removal(take.reason, take.text, lines[take.at].page, lines[take.at].number, take.start)
        for take in sorted(taken, key=lambda take: take.at)
    ]
    removals.extend(
        Removal(RemovalReason.MARKUP, markup.text, _page_of(lines, markup.line), markup.line)
        for markup in source.markup
    )
    drawn = frozenset(rule.at for rule in rules)
    if star_pages and lines[-1].page == 1:
        printed = PrintedPages(PageNumbers.PRINTED)
        lines, drawn = split_at_star_pages(lines, star_pages[0], drawn)
    else:
        printed = _read_printed(lines, taken, stamps)
    stamped = tuple(dict.fromkeys(stamps[index] for index in sorted(stamps)))
    return Stripped(tuple(lines), tuple(removals), stamped, drawn, printed, publisher)


def _read_printed(
    lines: Sequence[Line], taken: Sequence[Taken], stamps: Mapping[int, EcfStamp]
) -> PrintedPages:
    """Return the page labels printed in the furniture that was removed."""
    numbers: dict[int, set[Number]] = {}
    for take in taken:
        if found := read_numbers(take.text, take.reason):
            numbers.setdefault(lines[take.at].page, set()).update(found)
    stamped = {lines[at].page: stamp.page for at, stamp in stamps.items() if stamp.page}
    return find_printed_pages(numbers, stamped, lines[-1].page)


def _keep_printed_numbers(lines: Sequence[Line], numbers: Sequence[NumberPlace]) -> list[Line]:
    """Keep for each line the pleading number next to it; a line between two numbers
    (footnotes and block quotations drift) takes the one above it.
    """
    at = {place.at: place.value for place in numbers}
    kept = []
    current: int | None = None
    page = 0
    for index, line in enumerate(lines):
        if line.page != page:
            page, current = line.page, None
        current = at.get(index, current)
        kept.append(line if line.blank else line.at_place(line.page, current))
    return kept


def _page_of(lines: Sequence[Line], number: int) -> int:
    return lines[number - 1].page if number <= len(lines) else lines[-1].page
