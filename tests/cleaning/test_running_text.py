"""Styles keep their words when blanks close up, also thousands of them on one line."""

from build_scripts.cleaning.hyphens import learn_hyphens
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.running_text import join_lines
from build_scripts.model.clean_order import Block, BlockKind
from build_scripts.model.source_text import Style, StyleSpan
from tests.tables import as_tuples, each_row


def join(*lines: Line) -> Block:
    return join_lines(lines, lambda: learn_hyphens(())).to_block(BlockKind.PARAGRAPH)


def cut_styled(block: Block) -> list[str]:
    return [block.text[span.start : span.end] for span in block.styles]


@each_row(span=as_tuples)
def test_styles_keep_their_words(text: str, span: tuple[int, int], styled: str) -> None:
    assert cut_styled(join(Line(1, text, styles=(StyleSpan(Style.ITALIC, *span),)))) == [styled]


def test_thousands_of_styles_on_one_line() -> None:
    # each measured by itself would read the line up to its place again
    words = 20_000
    text = "an  Iqbal  " * words
    spans = tuple(StyleSpan(Style.ITALIC, 11 * n + 4, 11 * n + 9) for n in range(words))
    assert cut_styled(join(Line(1, text, styles=spans))) == ["Iqbal"] * words


def test_a_line_of_one_word_broken_at_both_ends_is_one_join_after_the_other() -> None:
    known = ["Ran together: thelandlords, landlordscottage."]
    lines = [Line(1, "the-"), Line(2, "landlords-"), Line(3, "cottage")]
    text = join_lines(lines, lambda: learn_hyphens(known))
    assert "".join(text.parts) == "thelandlordscottage"
    assert [(join.left, join.joined) for join in text.joins] == [
        ("the", "thelandlords"),
        ("thelandlords", "thelandlordscottage"),
    ]
