from build_scripts.model.source_text import LineKind, Style, StyleSpan
from build_scripts.reading.html.lines import raise_listed_labels
from build_scripts.reading.paragraphs import Aside, Flow
from tests.tables import call, each_row, list_of


def mark(text: str, label: str = "") -> Flow:
    if not label:
        return Flow(text)
    return Flow(
        f"{text}{label}", (StyleSpan(Style.SUPERSCRIPT, len(text), len(text) + len(label)),)
    )


@each_row(flows=list_of(call(mark)), asides=list_of(call(Aside)))
def test_a_list_of_notes_at_the_end(
    flows: list[Flow], expected: list[str], asides: list[Aside]
) -> None:
    raised, kept = raise_listed_labels(flows, ())
    assert [flow.text for flow in raised] == expected
    assert kept == asides


def test_styles_move_with_their_words_and_paragraphs_stay_with_their_note() -> None:
    bold = StyleSpan(Style.BOLD, 4, 7)
    more = Flow("More.", kind=LineKind.HEADING, heading_level=2)
    flows = [mark("One.", "1"), Flow("[1] See id.", (bold,)), more]
    (_, note, more), _ = raise_listed_labels(flows, ())
    assert note.styles == (StyleSpan(Style.SUPERSCRIPT, 0, 1), StyleSpan(Style.BOLD, 2, 5))
    assert (more.kind, more.in_note, more.heading_level) == (LineKind.PARAGRAPH, True, 0)
