"""What was put around the order leaves: mailing notices, notes of tools, the specimen mark."""

from build_scripts.cleaning.furniture.notices import find_extract_note, find_specimen_notice
from build_scripts.cleaning.furniture.tails import find_mailing_notice
from build_scripts.cleaning.lines import Cut, Line
from build_scripts.model.source_text import Style, StyleSpan
from tests.tables import each_row


def make_lines(text: str) -> list[Line]:
    lines = []
    for number, line in enumerate(text.split("\n"), start=1):
        level = len(line) - len(line.lstrip("#")) if line.startswith("#") else 0
        lines.append(Line(number, line, heading_level=level))
    return lines


def list_taken(lines: list[Line], cuts: list[Cut]) -> list[str]:
    return [lines[cut.at].text[cut.start : cut.end] for cut in cuts]


@each_row()
def test_a_mailing_notice_takes_all_after_it(notice: str) -> None:
    lines = make_lines(f"SO ORDERED.\n{notice}\n\nA. Counsel counsel@example.org,\nb@example.org")
    assert list_taken(lines, find_mailing_notice(lines)) == [
        notice,
        "A. Counsel counsel@example.org,",
        "b@example.org",
    ]


@each_row()
def test_prose_about_notices_stays(prose: str) -> None:
    assert find_mailing_notice(make_lines(prose)) == []


def test_a_note_of_the_tool_leaves_with_its_lists() -> None:
    text = "the district court neither\n\n[Extract truncated by the exporter; see source.]\n\n## Cited\n\n- none"
    lines = make_lines(text)
    assert list_taken(lines, find_extract_note(lines))[0].startswith("[Extract truncated")
    assert len(find_extract_note(lines)) == 3


def test_a_bracket_before_more_prose_is_no_note() -> None:
    lines = make_lines("[This text was cut from the source document.]\nThe court disagrees.")
    assert find_extract_note(lines) == []


def test_the_specimen_mark_stands_at_the_head_only() -> None:
    mark = "[SPECIMEN: fictional parties.]"
    assert len(find_specimen_notice(make_lines(mark + "\n\nORDER"))) == 1
    assert find_specimen_notice(make_lines("ORDER\n" * 20 + mark)) == []
    assert find_specimen_notice(make_lines("A specimen of the mark was filed.")) == []


def test_an_address_in_a_note_behind_the_text_is_the_orders_own() -> None:
    """Word processors and web pages keep notes behind the signature; addresses below them leave."""
    text = (
        "The letter went out.\n\nIT IS SO ORDERED.\n\nANN B. STONE\nUnited States District Judge\n\n"
        "1\nThe owner wrote from owner@example.org.\n\n2\nSee Dkt. No. 4.\n\n"
        "[^3]: He wrote to shop@example.org.\n\nA. Counsel a@example.org"
    )
    lines = [
        replace_styles(line, (StyleSpan(Style.SUPERSCRIPT, 0, 1),))
        if line.content in "12"
        else line
        for line in make_lines(text)
    ]
    assert list_taken(lines, find_mailing_notice(lines)) == ["A. Counsel a@example.org"]


def replace_styles(line: Line, styles: tuple[StyleSpan, ...]) -> Line:
    return line if line.blank else line.with_text(line.text, styles)


@each_row()
def test_tails_behind_the_orders_end(tail: str, taken: int) -> None:
    lines = make_lines(f"IT IS SO ORDERED.\n\nANN B. STONE\nUnited States District Judge\n\n{tail}")
    assert len(find_mailing_notice(lines)) == taken


@each_row()
def test_what_leaves_at_the_end(text: str, taken: list[str]) -> None:
    lines = make_lines(text)
    assert list_taken(lines, find_mailing_notice(lines)) == taken
