import pytest

from build_scripts.model.source_text import LineKind, Style
from build_scripts.reading.word.flowing_text import FlowingText
from build_scripts.reading.word.rtf import MOST_NESTED, NestedTooDeepError, read_rtf
from tests.tables import as_tuples, each_row

LONG = "The motion to compel is granted in part and denied in all other respects."


def read(body: str) -> FlowingText:
    return read_rtf(rb"{\rtf1\ansi " + body.encode("ascii") + b"}")[0]


def list_texts(text: FlowingText) -> list[str]:
    return [paragraph.text for paragraph in text.paragraphs]


@each_row()
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert list_texts(read(body)) == expected


@each_row(expected=as_tuples)
def test_words_that_are_not_printed_stand_aside(body: str, expected: tuple[str, ...]) -> None:
    text = read(body)
    assert text.asides == expected
    assert list_texts(text) == ["One."]


@each_row(expected=set)
def test_styles(codes: str, expected: set[Style]) -> None:
    (paragraph,) = read(rf"{{{codes} x}}\par").paragraphs
    assert paragraph.lines[0][0].styles == expected


@each_row()
def test_a_long_paragraph_that_is_set_in_is_a_quotation(
    codes: str, words: str, quoted: bool
) -> None:
    (paragraph,) = read(rf"\pard{codes} {words}\par").paragraphs
    assert (paragraph.kind is LineKind.QUOTE) is quoted


def test_groups_without_end_are_refused() -> None:
    read_rtf(b"{" * MOST_NESTED)
    with pytest.raises(NestedTooDeepError):
        read_rtf(b"{" * (MOST_NESTED + 1))
