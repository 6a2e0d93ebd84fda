"""What a page shows of a doubtful value."""

import shlex
import shutil
from pathlib import Path

from build_scripts.describing.corrections.template import write_typed
from build_scripts.describing.resolver import format_value
from build_scripts.extensions.review.desk import Desk
from build_scripts.extensions.review.question import view_question
from tests.extensions.review.conftest import find, open_desk
from tests.shared import find_specimens


def test_rivals_and_their_places_are_marked(desk: Desk) -> None:
    question = view_question(desk, find(desk, "unsigned.txt", "date"))
    assert question.right
    assert question.right.words == "Mar. 5, 2024"
    assert [(one.key, one.words, one.sure) for one in question.rivals] == [
        ("1", "Mar. 4, 2024", 99)
    ]
    marked = [
        (piece.mark, piece.words)
        for one in question.paragraphs
        for piece in one.pieces
        if piece.mark
    ]
    assert len(marked) == 1
    assert marked[0][0] == "1"
    assert "March 4, 2024" in marked[0][1]
    assert [line for line, is_evidence in question.lines if is_evidence] == ["Dated: March 4, 2024"]
    assert question.reasons
    assert question.typed == "2024-03-05"


def test_what_is_offered_first_is_what_check_prints(folder: Path) -> None:
    """Of every empty field with a guess: in words, and in the command unless it is unlikely."""
    name = "ca9/23-55917/2025-05-14-memorandum-tolliver-v-brandvold.txt"
    shutil.copy(find_specimens() / name, folder)
    desk = open_desk(folder)
    compared = 0
    for number, doubt in enumerate(desk.values, start=1):
        for finding in doubt.findings:
            given = [one for one in shlex.split(finding.mend) if one.startswith(f"{doubt.field}=")]
            if "guess" in finding.message:
                first = desk.list_rivals(number)[0]
                values = [write_typed(value, whole=False) for value in first.values]
                likely = [f"{doubt.field}={value}" for value in values]
                assert given in (likely, [f"{doubt.field}=RIGHT VALUE"])
                assert all(format_value(value) in finding.message for value in first.values)
                compared += 1
    assert compared


def test_the_page_of_a_pdf_is_drawn_on_which_the_value_is_printed(desk: Desk) -> None:
    number = find(desk, "printed.pdf", "date")
    question = view_question(desk, number)
    assert (question.page, question.pages, question.is_drawn, question.lines) == (2, 2, True, ())
    assert view_question(desk, number, page=1).page == 1
    assert view_question(desk, number, page=99).page == 2


def test_the_text_is_whole(desk: Desk) -> None:
    number = find(desk, "bare.txt", "court")
    clean = desk.open_order(number).clean
    shown = view_question(desk, number).paragraphs
    assert "\n\n".join("".join(p.words for p in one.pieces) for one in shown) == clean.reading_text
