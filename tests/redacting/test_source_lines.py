"""What is masked in an order's lines as they came: the words, and more rather than less."""

from build_scripts.model.clean_order import Block, BlockKind, Place, Removal, RemovalReason
from build_scripts.model.source_text import SourceLine, SourcePage
from build_scripts.redacting.cuts import Cut
from build_scripts.redacting.source_lines import SourceLines, mask_columns
from tests.tables import as_tuples, each_row, list_of_tuples


def mask(lines: list[str], text: str, starts: list[int], start: int, end: int) -> list[str]:
    """The lines, after characters of the block that they became were masked."""
    page = SourcePage(1, tuple(SourceLine(n, line) for n, line in enumerate(lines, start=1)))
    sources = SourceLines([page])
    places = tuple(Place(at, 1, n) for n, at in enumerate(starts, start=1))
    cut = Cut(start, end, "[x]", "kind")
    sources.mask_block(Block(BlockKind.PARAGRAPH, text, places), [cut])
    return [line.text for line in sources.write_pages()[0].lines]


@each_row(span=as_tuples)
def test_words_are_masked_where_they_stood(
    lines: list[str],
    text: str,
    starts: list[int],
    span: tuple[int, int],
    masked: list[str],
    why: str,
) -> None:
    assert mask(lines, text, starts, *span) == masked, why


@each_row(columns=list_of_tuples)
def test_columns(columns: list[tuple[int, int]], masked: str, why: str) -> None:
    assert mask_columns("Ada met Bo", columns) == masked, why


def test_a_removal_is_masked_as_its_line_is() -> None:
    sources = SourceLines([SourcePage(1, (SourceLine(1, "head  Ada 5550142"),))])
    sources.mask_columns((0, 1), 10, 17)
    removal = Removal(RemovalReason.RUNNING_HEAD, "Ada 5550142", 1, 1, 6)
    assert sources.mask_removal(removal).text == "Ada ███████"
    markup = Removal(RemovalReason.MARKUP, "5550142", 1, 1)
    assert sources.mask_removal(markup) == markup, "it stood in no line"


def test_a_form_without_pages_knows_its_lines_by_number_alone() -> None:
    one = SourceLines([SourcePage(1, (SourceLine(7, "x"),))])
    assert one.place(3, 7) == (0, 7)
    two = SourceLines([SourcePage(1, ()), SourcePage(2, ())])
    assert two.place(2, 7) == (2, 7)


def test_a_character_is_located_by_the_place_before_it() -> None:
    block = Block(BlockKind.PARAGRAPH, "abcdef", (Place(0, 1, 4), Place(3, 2, 1)))
    assert [block.find_line(at) for at in (0, 2, 3, 5)] == [(1, 4), (1, 4), (2, 1), (2, 1)]
    assert Block(BlockKind.PARAGRAPH, "", ()).find_line(0) == (1, 0)
