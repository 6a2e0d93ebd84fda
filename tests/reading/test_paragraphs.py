import pytest

from build_scripts.model.source_text import CellSpan, LineKind, Markup, Style, StyleSpan
from build_scripts.reading.paragraphs import (
    Aside,
    Flow,
    append_mark,
    begin_note,
    read_label,
    set_pages,
)
from tests.tables import call, each_row, tuple_of

BOLD = StyleSpan(Style.BOLD, 0, 3)


def raised(start: int, end: int) -> StyleSpan:
    return StyleSpan(Style.SUPERSCRIPT, start, end)


@each_row()
def test_labels(text: str, expected: str | None) -> None:
    assert read_label(text) == expected


@pytest.mark.parametrize(
    ("label", "text", "styles"),
    [
        (
            "1",
            "See Rule 37.",
            (raised(0, 1), StyleSpan(Style.BOLD, 2, 5)),
        ),
        ("12", "", (raised(0, 2),)),
        ("1", "28 U.S.C.", (raised(0, 1), StyleSpan(Style.BOLD, 2, 5))),
    ],
)
def test_a_note_begins_with_its_label_raised(
    label: str, text: str, styles: tuple[StyleSpan, ...]
) -> None:
    note = begin_note(label, text, (BOLD,) if text else ())
    assert note == Flow(f"{label} {text}".rstrip(), styles, LineKind.NOTE)


def test_a_mark_is_glued_to_its_word() -> None:
    assert append_mark(Flow("One.", (BOLD,)), "12") == Flow("One.12", (BOLD, raised(4, 6)))


def test_paragraphs_become_numbered_lines_with_blank_ones_between() -> None:
    pages, _ = set_pages(
        (
            Flow("One", page=3),
            Flow("goes on.", kind=LineKind.REST, page=4, in_note=True),
            Flow("Two", page=4, heading_level=2, part="dissent", cells=(CellSpan(0, 3),)),
        )
    )
    assert [page.number for page in pages] == [3, 4]
    assert [[(line.number, line.text) for line in page.lines] for page in pages] == [
        [(1, "One")],
        [(2, "goes on."), (3, ""), (4, "Two")],
    ]
    rest, _, last = pages[1].lines
    assert (rest.kind, rest.in_note) == (LineKind.REST, True)
    assert (last.heading_level, last.part, last.cells) == (2, "dissent", (CellSpan(0, 3),))


def test_styles_of_a_line_are_in_order() -> None:
    styles = (raised(4, 6), BOLD)
    ((line,), *_) = [page.lines for page in set_pages((Flow("One.12", styles),))[0]]
    assert line.styles == (BOLD, raised(4, 6))


@each_row(aside=call(Aside), expected=tuple_of(call(Markup)))
def test_words_of_the_form_are_kept_at_their_line(
    aside: Aside, expected: tuple[Markup, ...]
) -> None:
    assert set_pages((Flow("One"), Flow("Two")), (aside,))[1] == expected


def test_no_text_is_one_empty_page() -> None:
    pages, markup = set_pages((), (Aside("menu", 0),))
    assert [(page.number, page.lines) for page in pages] == [(1, ())]
    assert markup == (Markup("menu", 1),)
