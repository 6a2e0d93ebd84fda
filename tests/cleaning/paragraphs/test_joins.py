"""Sentences that a page's end cut go on; paragraphs that begin a page stay apart."""

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.paragraphs.joins import rejoin_cut_lines, rejoin_sentences
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.source_text import LineKind
from tests.tables import each_row, tuple_of

P, Q, L, H, S = (
    BlockKind.PARAGRAPH,
    BlockKind.QUOTE,
    BlockKind.LIST_ITEM,
    BlockKind.HEADING,
    BlockKind.SIGNATURE,
)


def count_groups(last: str, first: str, kinds: tuple[BlockKind, BlockKind], pages: int) -> int:
    groups = [
        Group(kinds[0], [Line(1, last, page=1)]),
        Group(kinds[1], [Line(2, first, page=pages)]),
    ]
    return len(rejoin_sentences(groups))


@each_row(kinds=tuple_of(BlockKind))
def test_over_a_pages_end(
    last: str, first: str, kinds: tuple[BlockKind, BlockKind], joined: bool
) -> None:
    assert (count_groups(last, first, kinds, 2) == 1) is joined


@each_row()
def test_inside_a_page(last: str, first: str, joined: bool) -> None:
    assert (count_groups(last, first, (P, P), 1) == 1) is joined


@each_row(kinds=tuple_of(BlockKind))
def test_a_line_in_small_letters_goes_on(
    last: str,
    first: str,
    kinds: tuple[BlockKind, BlockKind],
    joined: list[BlockKind],
) -> None:
    groups = [Group(kinds[0], [Line(1, last)]), Group(kinds[1], [Line(2, first)])]
    assert [group.kind for group in rejoin_cut_lines(groups, {1: 0})] == joined


@each_row()
def test_blocks_that_the_form_parts_are_joined_only_where_they_cannot_stand_alone(
    last: str, first: str, joined: bool
) -> None:
    lines = [
        Line(number, text, kind=LineKind.PARAGRAPH) for number, text in ((1, last), (3, first))
    ]
    assert (len(rejoin_sentences([Group(P, [line]) for line in lines])) == 1) is joined
