"""A line keeps what it knows when its text or its place changes; cuts leave blanks."""

from dataclasses import fields

from build_scripts.cleaning.lines import Cut, Line, apply_cuts
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.source_text import CellSpan, LineKind, Style, StyleSpan


def _differing_from_default() -> Line:
    span = StyleSpan(Style.BOLD, 0, 1)
    return Line(
        7,
        "  text",
        page=2,
        printed=5,
        styles=(span,),
        heading_level=3,
        kind=LineKind.HEADING,
        in_note=True,
        rotated=True,
        part="dissent",
        cells=(CellSpan(0, 1),),
        size=12.0,
        document="22-1",
    )


def _changed(before: Line, after: Line) -> set[str]:
    return {f.name for f in fields(Line) if getattr(before, f.name) != getattr(after, f.name)}


def test_the_line_for_these_tests_uses_no_default() -> None:
    made, plain = _differing_from_default(), Line(7, "  text")
    given = {field.name for field in fields(Line) if field.init} - {"number", "text"}
    assert _changed(plain, made) == given


def test_only_text_and_styles_change_with_the_text() -> None:
    line = _differing_from_default()
    assert _changed(line, line.with_text(" a", ())) == {"text", "styles", "content", "indent"}


def test_only_the_place_changes_with_the_place() -> None:
    line = _differing_from_default()
    assert _changed(line, line.at_place(9, 8)) == {"page", "printed"}
    assert line.at_place(line.page, line.printed) is line


def test_a_line_is_measured_when_it_is_made() -> None:
    line = Line(1, "   set in  ")
    assert (line.content, line.blank, line.indent) == ("set in", False, 3)
    assert Line(1, "   ").blank


def test_cuts_leave_blanks_and_overlapping_ones_take_a_word_once() -> None:
    rule, number = RemovalReason.RULE, RemovalReason.LINE_NUMBER
    cuts = [Cut(0, 8, 12, rule), Cut(0, 0, 3, number), Cut(0, 10, 15, rule), Cut(1, 0, 4, rule)]
    lines, taken = apply_cuts([Line(1, " 12 and ____ two"), Line(2, "    ")], cuts)
    assert [line.text for line in lines] == ["    and        o", "    "]
    assert [(t.text, t.start) for t in taken] == [("12", 1), ("____", 8), ("tw", 13)]


def test_a_line_without_cuts_is_the_same_line() -> None:
    line = Line(1, "as it was")
    assert apply_cuts([line], [])[0][0] is line
