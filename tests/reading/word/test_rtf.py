import pytest

from build_scripts.model.source_text import LineKind, Style
from build_scripts.reading.word.flowing_text import FlowingText
from build_scripts.reading.word.rtf import MOST_NESTED, NestedTooDeepError, read_rtf

LONG = "The motion to compel is granted in part and denied in all other respects."


def read(body: str) -> FlowingText:
    return read_rtf(rb"{\rtf1\ansi " + body.encode("ascii") + b"}")[0]


def list_texts(text: FlowingText) -> list[str]:
    return [paragraph.text for paragraph in text.paragraphs]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"One.\par Two.\par", ["One.", "Two."]),
        (r"One.\line still one.\par", ["One.\nstill one."]),
        (r"One.\par\par\par Two.", ["One.", "Two."]),  # empty paragraphs are none; the end ends one
        (r"{\fonttbl{\f0 Times;}}{\*\generator Writer;}One.\par", ["One."]),
        (r"{\*\shppict{\pict 0a0b}}{\nonshppict{\pict 0a0b}}One.\par", ["One."]),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 3}}\par", ["3"]),  # the result of a field is printed
        (r"{\shp{\*\shpinst{\shptxt Boxed.\par}}}One.\par", ["Boxed.", "One."]),
        (r"\ldblquote So ordered.\rdblquote\par", ["“So ordered.”"]),
        # a caption is one row: its cells are one line
        (r"\trowd\intbl Ada Quill,\cell No. 5\cell\row Text.\par", ["Ada Quill,   No. 5", "Text."]),
        (r"\trowd\intbl Ada\par v.\cell No. 5\cell\row", ["Ada", "v.", "No. 5"]),
        (r"\u-10179?\u-8704?\par", ["\U0001f600"]),  # halves of a pair, each a token
        (r"\u-10179? alone\par", ["\ufffd alone"]),
    ],
)
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert list_texts(read(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"{\v hidden}One.\par", ("hidden",)),
        (r"{\deleted gone}One.\par", ("gone",)),
        (r"{\v a\v0 One.}\par", ("a",)),
        (r"{\*\annotation A note.}One.\par", ("A note.",)),
    ],
)
def test_words_that_are_not_printed_stand_aside(body: str, expected: tuple[str, ...]) -> None:
    text = read(body)
    assert text.asides == expected
    assert list_texts(text) == ["One."]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (r"\b", {Style.BOLD}),
        (r"\i", {Style.ITALIC}),
        (r"\ul", {Style.ITALIC}),  # underlined in a typescript
        (r"\super", {Style.SUPERSCRIPT}),
        (r"\up6", {Style.SUPERSCRIPT}),
        (r"\up0", set()),
        (r"\b\b0", set()),
        (r"\b\i\plain", set()),
        (r"\super\nosupersub", set()),
        (r"\ulw\ulnone", set()),
    ],
)
def test_styles(codes: str, expected: set[Style]) -> None:
    (paragraph,) = read(rf"{{{codes} x}}\par").paragraphs
    assert paragraph.lines[0][0].styles == expected


@pytest.mark.parametrize(
    ("codes", "words", "quoted"),
    [
        (r"\li720\ri720", LONG, True),
        (r"\li720", LONG, True),  # by half an inch as a whole
        (r"\li360", LONG, False),
        (r"\li720\fi-360", LONG, False),  # a list item hangs
        (r"\li4320\ri720", LONG, False),  # so far in stands a signature
        (r"\li720\ri720", "Ada Quill", False),
        (r"\li720\ri720\pard", LONG, False),
    ],
)
def test_a_long_paragraph_that_is_set_in_is_a_quotation(
    codes: str, words: str, quoted: bool
) -> None:
    (paragraph,) = read(rf"\pard{codes} {words}\par").paragraphs
    assert (paragraph.kind is LineKind.QUOTE) is quoted


def test_notes_are_numbered_and_tied_to_their_marks() -> None:
    text = read(
        r"One{\super\chftn}{\footnote\pard{\super\chftn} Id.\par} and two"
        r"{\super *}{\footnote * Sitting by designation.\par}.\par"
    )
    assert list_texts(text) == ["One1 and two*."]
    assert [note.label for note in text.notes] == ["1", ""]
    assert [note.paragraphs[0].text.strip() for note in text.notes] == [
        "Id.",
        "* Sitting by designation.",
    ]
    assert text.labels == ("1", "1")


def test_the_first_page_s_head_is_text_and_others_run() -> None:
    text = read(r"{\headerf Filed under seal\par}{\header Page head\par}{\footer 3\par}One.\par")
    assert list_texts(text) == ["Filed under seal", "One."]
    assert [paragraph.text for paragraph in text.heads] == ["Page head"]
    assert [paragraph.text for paragraph in text.feet] == ["3"]


def test_a_file_that_is_cut_off_within_a_note_keeps_its_words() -> None:
    text, letters = read_rtf(rb"{\rtf1 One.{\footnote\chftn See")
    assert list_texts(text) == ["One.1"]
    assert text.notes[0].paragraphs[0].text == "See"
    assert letters.split() == ["One.", "See"]


def test_groups_without_end_are_refused() -> None:
    read_rtf(b"{" * MOST_NESTED)
    with pytest.raises(NestedTooDeepError):
        read_rtf(b"{" * (MOST_NESTED + 1))
