"""Plain text of printed lines is parted by how far lines reach and how they end."""

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.wrapped import Wrapping, measure_wrapping
from tests.orders_from_text import clean_text
from tests.tables import each_row

FULL = "The boat left the harbor at dawn and returned three hours later with water"
SHORT = "in the hold."


@each_row()
def test_two_lines(before: str, line: str, gap: int, spacing: int, parts: bool) -> None:
    wrapping = Wrapping(len(FULL) + 1, spacing)
    assert wrapping.parts(Line(1, before), Line(2, line), gap) is parts


def test_paragraphs_are_no_printed_lines() -> None:
    paragraphs = [Line(at, FULL * (1 + at % 5)) for at in range(20)]
    wrapping = measure_wrapping(paragraphs)
    assert wrapping is not None
    assert not wrapping.printed
    assert measure_wrapping([Line(at, FULL) for at in range(20)]) == Wrapping(len(FULL), 0)
    assert measure_wrapping([Line(at, FULL) for at in range(3)]) is None


def test_a_line_is_a_paragraph_as_law_reports_are_converted() -> None:
    lines = [f"{(FULL + ' ') * (1 + at % 5)}in hold {at}." for at in range(20)]
    lines[5] = lines[5].removesuffix(" 5.") + " of the"
    lines[6] = "boat that the lease names.1"
    clean = clean_text("\n".join([*lines, "1 The parties call it the Lease."]) + "\n")
    assert [block.text for block in clean.blocks] == [
        *lines[:5],
        f"{lines[5]} boat that the lease names.",
        *lines[7:],
    ]
    assert [note.text for note in clean.footnotes] == ["The parties call it the Lease."]


def test_a_blank_line_below_every_line() -> None:
    lines = [*[FULL] * 6, SHORT, "The motion is denied.", *[FULL] * 4, SHORT]
    clean = clean_text("\n\n".join(lines) + "\n")
    assert [block.text for block in clean.blocks if "boat" in block.text] == [
        " ".join([*[FULL] * 6, SHORT]),
        " ".join([*[FULL] * 4, SHORT]),
    ]
    assert clean.text.split("\n\n").count("The motion is denied.") == 1


def test_a_footnote_of_text_without_layout() -> None:
    body = "\n".join([FULL] * 8)
    text = (
        f"{body}\nin the hold, as both say,1 and under\n\n1\n\nThe parties call it\nthe Lease.\n\f"
    )
    clean = clean_text(text + f"Rule 12 of the harbor.\n{body}\n")
    assert [note.text for note in clean.footnotes] == ["The parties call it the Lease."]
    assert "and under Rule 12 of the harbor." in clean.text


def test_a_footnote_goes_on_at_the_next_pages_foot() -> None:
    body = "\n".join([FULL] * 8)
    note = "1 The parties call it the Lease, which is a contract signed by J.\nthe"
    text = (
        f"{body}\nin the hold, as both say.1\n{note}\n\fand by now the lease ended.\n"
        f"{body}\nv. Acme Corp. is no authority.\nowner of it, in May.\n"
    )
    clean = clean_text(text)
    assert [note.text for note in clean.footnotes] == [
        "The parties call it the Lease, which is a contract signed by J. the owner of it, in May."
    ]
    assert "v. Acme Corp. is no authority." in clean.text


def test_a_mark_that_blanks_part_from_its_word_above_a_cut_sentence() -> None:
    body = "\n".join([FULL] * 8)
    text = f"{body}\nunder the Lease 1 of the boat and the\n1 The parties call it the Lease.\n\f{body}\n"
    assert [note.text for note in clean_text(text).footnotes] == ["The parties call it the Lease."]
