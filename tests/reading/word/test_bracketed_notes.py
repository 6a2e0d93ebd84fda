from build_scripts.model.source_text import Style
from build_scripts.reading.word.bracketed_notes import read_bracketed_notes
from build_scripts.reading.word.flowing_text import FlowingText, Run
from tests.tables import as_tuples, each_row, list_of_tuples

LONG = (
    "The motion to compel further answers to interrogatories is granted in part, and it is denied in"
    " all other respects"
)


def read(*lines: str) -> FlowingText:
    return read_bracketed_notes("\n".join(lines))


def list_texts(text: FlowingText) -> list[str]:
    return [paragraph.text for paragraph in text.paragraphs]


def list_notes(text: FlowingText) -> list[tuple[str, list[str]]]:
    return [(note.label, [p.text for p in note.paragraphs]) for note in text.notes]


@each_row(lines=as_tuples, notes=list_of_tuples)
def test_notes_answer_to_their_marks(
    lines: tuple[str, ...], body: list[str], notes: list[tuple[str, int]]
) -> None:
    text = read(*lines)
    assert list_texts(text) == body
    assert [(label, len(words)) for label, words in list_notes(text)] == notes


def test_a_mark_is_raised_and_a_note_keeps_its_brackets() -> None:
    text = read("One[1] two.", "[1] As in [2] above.")
    (line,) = text.paragraphs[0].lines
    assert line == (Run("One"), Run("1", frozenset({Style.SUPERSCRIPT})), Run(" two."))
    assert list_notes(text) == [("1", ["As in [2] above."])]


@each_row(lines=as_tuples)
def test_lines_longer_than_print_are_paragraphs(
    lines: tuple[str, ...], expected: list[str]
) -> None:
    assert list_texts(read(*lines)) == expected
