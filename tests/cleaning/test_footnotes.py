"""Footnotes of laid-out text are told by their labels, their marks and their place."""

from typing import Any

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.cleaning.footnotes import separate_footnotes, take_footnotes
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import measure_margins
from build_scripts.model.source_text import LineKind, SourceFormat, Style, StyleSpan
from build_scripts.reading.layout_text import read_layout_text
from tests.orders_from_text import clean_text, show_parts
from tests.tables import each_row

BODY = (
    "      The boat left the harbor at dawn and returned three hours later with water in\n\n"
    "the hold.{mark} Defendant moved to compel, and filed exhibits with its motion, but nobody\n\n"
    "has answered them. The Court held a hearing on the question and heard from the parties,\n\n"
    "who agreed that the lease had ended before the boat was sold by the harbor master.\n\n"
)


def list_notes(text: str) -> list[tuple[str, str, bool]]:
    return [(note.label, note.text, note.tied) for note in clean_text(text).footnotes]


@each_row()
def test_a_label_that_is_not_raised_answers_a_mark_above(note: str, text: str | None) -> None:
    expected = text or note.removeprefix("1 ")
    assert list_notes(BODY.format(mark="1") + "\n\n" + note + "\n") == [("1", expected, True)]


@each_row()
def test_a_line_that_begins_with_a_number_stays_text(line: str) -> None:
    clean = clean_text(BODY.format(mark="") + "\n\n" + line + "\n")
    assert clean.footnotes == ()
    assert line in clean.text


@each_row()
def test_the_body_resumes_below_a_note_where_pages_are_lost(above: str, below: str) -> None:
    note = (
        "1 The parties call it the Lease and have used the word in each of their papers. The word\n"
        "is not the Court’s.\n"
    )
    text = f"   The boat left the harbor at dawn, and water stood in\n{above}\n\n{note}{below}\n"
    clean = clean_text(text + "   The Court held a hearing.\n")
    assert [each.text for each in clean.footnotes] == [
        note.removeprefix("1 ").replace("\n", " ")[:-1]
    ]
    assert f"{above.replace(',1', ',')[-20:]} {below}" in clean.text


def test_a_note_goes_on_in_smaller_type_on_the_next_page() -> None:
    body = "The boat left the harbor at dawn and returned three hours later with water in the"
    note = "A second paragraph of the note that is set in the type of notes."
    lines = [
        Line(1, body, page=1, size=12.0),
        Line(2, body, page=1, size=12.0),
        Line(3, "1 The parties call it the Lease.", page=1, size=10.0),
        Line(1, body, page=2, size=12.0),
        Line(2, note, page=2, size=10.0),
        Line(3, "2 The word is theirs.", page=2, size=10.0),
    ]
    text, notes, _ = separate_footnotes(lines, measure_margins(lines), (), laid_out=True)
    assert [line.content for line in text] == [body] * 3
    assert [[line.content for line in each.lines] for each in notes] == [
        ["The parties call it the Lease.", note],
        ["The word is theirs."],
    ]


def test_a_note_of_tight_pages_goes_on_below_two_blank_lines() -> None:
    body = ["The boat left the harbor at dawn and returned three hours later with water in.1"] * 4
    first = [*body, "", "", "1 The parties call it the Lease and have used the word in"]
    second = [*body, "", "", "each of their papers.", ""]
    lines = [Line(at, text, page=1) for at, text in enumerate(first, 1)]
    lines += [Line(at, text, page=2) for at, text in enumerate(second, 1)]
    _, notes, _ = separate_footnotes(lines, measure_margins(lines), (), laid_out=True)
    assert [each.lines[-1].content for each in notes] == ["each of their papers."]


def test_a_note_between_the_numbers_of_pleading_paper_goes_on() -> None:
    body = "The boat left the harbor at dawn and returned three hours later with water in."
    page = [each for n in range(1, 9) for each in ((body, n), ("", None))]
    first = [*page, ("", 9), ("1 The parties call it the Lease and have", 9), ("", 10)]
    first += [("used the word in", 10)]
    second = [*page, ("", 9), ("", 10), ("each of their papers. The Court", 10), ("", 11)]
    second += [("does not.", 11)]
    lines = [
        Line(at, text, page=number, printed=printed)
        for number, of_page in ((1, first), (2, second))
        for at, (text, printed) in enumerate(of_page, 1)
    ]
    lines[14] = lines[14].with_text(f"{body}1", ())
    text, notes, _ = separate_footnotes(lines, measure_margins(lines), (), laid_out=True)
    assert " ".join(line.content for line in notes[0].lines) == (
        "The parties call it the Lease and have used the word in each of their papers. "
        "The Court does not."
    )
    assert sum(line.content.startswith(body) for line in text) == 16


@each_row()
def test_a_note_that_says_so_goes_on(until: str, then: str) -> None:
    first = BODY.format(mark="1") + f"\n\n1 The parties call it the\n{'':60}{until}\n"
    second = (
        BODY.format(mark="2") + f"\n\n   {then}\n   Lease in their papers.\n\n2 It is theirs.\n"
    )
    clean = clean_text(f"{first}\f{second}")
    assert [note.text for note in clean.footnotes] == [
        "The parties call it the Lease in their papers.",
        "It is theirs.",
    ]
    assert "cont" not in clean.reading_text
    assert until in [removal.text for removal in clean.removals]


@each_row()
def test_a_mark_that_blanks_part_from_its_word(above: str, text: str) -> None:
    clean = clean_text(BODY.format(mark="") + f"\n\n{above}\n\n\n1   8 U.S.C. § 1159(b).\n")
    assert [(note.label, note.text, note.tied) for note in clean.footnotes] == [
        ("1", "8 U.S.C. § 1159(b).", True)
    ]
    assert text in clean.text


@pytest.mark.parametrize("sign", ["*", "**"])
def test_a_note_of_plain_text_may_begin_below_its_sign(sign: str) -> None:
    note = f"\n\n{sign}\nThe parties call it the Lease and have used the word.\n\f"
    text = BODY.format(mark=sign) + note + BODY.format(mark="")
    clean = clean_order(read_layout_text(text, "utf-8", SourceFormat.PLAIN))
    assert [(each.label, each.tied) for each in clean.footnotes] == [(sign, True)]


@pytest.mark.parametrize(
    "cited", ["under Rule 1 the", "by May 1 the", "counts 3, 1 and", "No. 1 is"]
)
def test_a_number_of_the_text_is_no_mark(cited: str) -> None:
    clean = clean_text(BODY.format(mark="") + f"\n\n{cited}\n\n\n1 The harbor is closed.\n")
    assert clean.footnotes == ()


def test_a_structured_form_says_which_lines_are_a_notes() -> None:
    """Text that goes on below a note in small letters, or begins with a number, is no note's."""
    rows = (
        (LineKind.PARAGRAPH, "28 exhibits", False),
        (LineKind.NOTE, "1 12 F. 2d 4.", False),
        (LineKind.REST, "is cited.", False),
        (LineKind.QUOTE, "Held.", True),
        (LineKind.PARAGRAPH, "are sealed.", False),
        (LineKind.NOTE, "2", False),
    )
    raised = (StyleSpan(Style.SUPERSCRIPT, 0, 1),)
    lines = [
        Line(
            number, text, kind=kind, in_note=inside, styles=raised if kind is LineKind.NOTE else ()
        )
        for number, (kind, text, inside) in enumerate(rows, start=1)
    ]
    body, notes = take_footnotes(lines)
    assert [line.content for line in body] == ["28 exhibits", "are sealed."]
    assert [(note.label, [line.content for line in note.lines]) for note in notes] == [
        ("1", ["12 F. 2d 4.", "is cited.", "Held."]),
        ("2", [""]),
    ]


def test_marks_raised_in_brackets_have_notes_in_brackets() -> None:
    texts = [
        "The lease ended.[1] The boat",
        "was sold, see [2] below.",
        "[1] In May.",
        "[2] In June.",
    ]
    raised = (StyleSpan(Style.SUPERSCRIPT, 16, 19),)
    lines = [Line(at, text, styles=() if at else raised) for at, text in enumerate(texts)]
    body, notes, _ = separate_footnotes(lines, measure_margins(lines), (), laid_out=True)
    assert [line.text for line in body] == texts[:2]
    told = [(note.label, [line.content for line in note.lines]) for note in notes]
    assert told == [("1", ["In May.", "[2] In June."])], "no raised mark asks for a second note"


def test_below_a_note_the_opinion_goes_on_where_lines_are_paragraphs() -> None:
    texts = [
        "Quillon Mills v. Harrow Plumbing and another.1 The statute2 is silent.",
        "1 Ansel Penn.",
        "2 The statute provides:",
        "“No boat may sail by night.”",
        "Wren, J.",
        "This action arises out of a boat that sank in the harbor.",
    ]
    lines = [Line(at, text) for at, text in enumerate(texts)]
    body, notes, _ = separate_footnotes(lines, measure_margins(lines), (), False, plain=True)
    assert [line.text for line in body] == [texts[0], *texts[4:]]
    found = [(note.label, [line.content for line in note.lines]) for note in notes]
    assert found == [("1", ["Ansel Penn."]), ("2", ["The statute provides:", texts[3]])]


@each_row()
def test_whole_texts(text: str, parts: dict[str, Any]) -> None:
    assert show_parts(clean_text(text), parts) == parts
