from dataclasses import replace
from typing import Any

import pytest

from build_scripts.describing import describe_order, list_findings
from build_scripts.describing.rivals import list_rivals
from build_scripts.model.clean_order import BlockKind, CleanOrder, Footnote
from build_scripts.model.description import Claim, ClaimSource, Correction, Guess
from build_scripts.model.law.docket_numbers import parse_docket_number
from build_scripts.problems import FindingCode
from tests.describing.specimens import CAPTION, SIGNATURE, Line, make_order, stamp
from tests.tables import each_row

TITLE: Line = (BlockKind.TITLE, "ORDER DENYING MOTION TO SEAL")
BODY = "The motion to seal is denied, since no reason for it was given in the papers."


def list_codes(clean: CleanOrder) -> list[FindingCode]:
    findings = list_findings("a/b.txt", clean, describe_order(clean))
    assert all(each.path == "a/b.txt" and each.message and each.advice for each in findings)
    return [each.code for each in findings]


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        ((*CAPTION[3:], TITLE, BODY, *SIGNATURE), FindingCode.NO_COURT),
        ((*CAPTION[:3], CAPTION[8], TITLE, BODY, *SIGNATURE), FindingCode.NO_CASE_NAME),
        ((*CAPTION[:8], TITLE, BODY, *SIGNATURE), FindingCode.NO_DOCKET_NUMBER),
        ((*CAPTION, TITLE, BODY, *SIGNATURE[2:]), FindingCode.NO_DATE),
        ((*CAPTION, TITLE, BODY, *SIGNATURE[:2]), FindingCode.NO_JUDGE),
    ],
)
def test_a_missing_part_is_one_finding(lines: tuple[Line, ...], missing: FindingCode) -> None:
    assert list_codes(make_order(*lines)) == [missing]


def test_an_extract_is_said() -> None:
    clean = make_order(*CAPTION, TITLE, BODY, *SIGNATURE, truncated=True)
    assert list_codes(clean) == [FindingCode.TRUNCATED]


def test_a_page_that_is_a_picture_is_asked_about_until_somebody_describes_it() -> None:
    clean = replace(make_order(*CAPTION, TITLE, BODY, *SIGNATURE), unread_pages=(2, 12))
    described = describe_order(clean)
    asked = list_findings("a.txt", clean, described)
    assert [(one.code, one.place) for one in asked] == [
        (FindingCode.UNREAD_PAGE, "page 12"),
        (FindingCode.UNREAD_PAGE, "page 2"),
    ]
    shown = Claim("Page 2: the weir at low water", None, "by hand", ClaimSource.EDITOR)
    (left,) = list_findings("a.txt", clean, replace(described, pictures=(shown,)))
    assert (left.place, "page 12: WHAT IT SHOWS" in left.mend) == ("page 12", True)


def test_columns_that_cannot_be_told_apart_are_a_finding() -> None:
    clean = make_order(*CAPTION, TITLE, BODY, *SIGNATURE, mixed_columns=True)
    assert list_codes(clean) == [FindingCode.MIXED_COLUMNS]


def test_no_order() -> None:
    clean = make_order(
        *CAPTION, (BlockKind.TITLE, "COMPLAINT"), "Plaintiff alleges that it rained."
    )
    assert FindingCode.HELD_BACK in list_codes(clean)


def test_untied_footnote_says_where() -> None:
    clean = make_order(*CAPTION, TITLE, BODY, *SIGNATURE, notes=("Not far.",))
    untied = tuple(Footnote(note.label, note.blocks, tied=False) for note in clean.footnotes)
    clean = replace(clean, footnotes=untied)
    (finding,) = list_findings("a.txt", clean, describe_order(clean))
    assert finding.code is FindingCode.UNTIED_FOOTNOTE
    assert finding.place == "page 1, line 1"


def test_stamp_of_another_case() -> None:
    clean = make_order(*CAPTION, TITLE, BODY, *SIGNATURE, stamps=(stamp("5:19-cv-09999-ABC"),))
    (finding,) = list_findings("a.txt", clean, describe_order(clean))
    assert finding.code is FindingCode.DISAGREEMENT
    assert "5:19-cv-09999-ABC" in finding.message
    assert "5:19-cv-04321-ABC" in finding.message


def test_initials_of_another_judge() -> None:
    signature = (*SIGNATURE[:2], (BlockKind.SIGNATURE, "XENIA Y. ZOLA"), SIGNATURE[3])
    clean = make_order(*CAPTION, TITLE, BODY, *signature)
    (finding,) = list_findings("a.txt", clean, describe_order(clean))
    assert finding.code is FindingCode.DISAGREEMENT
    assert "Xenia Y. Zola" in finding.message


@each_row()
def test_a_stamp_printed_after_a_reassignment_is_said(stamped: str, differ: bool) -> None:
    stamps = (stamp(f"5:19-cv-04321-{stamped}"),)
    clean = make_order(*CAPTION, TITLE, BODY, *SIGNATURE, stamps=stamps)
    messages = [each.message for each in list_findings("a.txt", clean, describe_order(clean))]
    assert messages == (["The stamp's initials are EKL, the caption's ABC."] if differ else [])


def test_an_editor_who_gave_the_number_has_looked_at_the_stamp() -> None:
    clean = make_order(*CAPTION, TITLE, BODY, *SIGNATURE, stamps=(stamp("5:19-cv-04321-EKL"),))
    described = describe_order(clean)
    (number,) = described.docket_numbers
    settled = replace(described, docket_numbers=(replace(number, source=ClaimSource.EDITOR),))
    assert list_findings("a.txt", clean, settled) == ()


@each_row()
def test_the_guess_that_is_printed_is_the_likeliest_of_both_readers(
    sure: float, first: str, set_by_command: str
) -> None:
    """The one that `orders review` offers first; no command sets one that is likely wrong."""
    clean = make_order(*CAPTION[:3], CAPTION[8], TITLE, BODY, *SIGNATURE)
    guess = Claim("Egret v. Stork", None, "of the text", confidence=0.48)
    second = Claim("Heron v. Wren", None, "read again", ClaimSource.MODEL, sure)
    described = replace(describe_order(clean), guesses=(Guess("case_name", guess),))
    (finding,) = list_findings("a.txt", clean, described, others={"case_name": second})
    assert f"the best guess is “{first}” ({round(100 * max(sure, 0.48))}% sure)" in finding.message
    assert finding.mend == f'orders correct FILE --set {set_by_command} --by "YOUR NAME"'
    offered = list_rivals(clean, described, "case_name", [second])
    assert [one.values for one in offered[:1]] == [(first,)]


def test_a_guess_of_two_values_is_set_as_two() -> None:
    clean = make_order(*CAPTION[:8], TITLE, BODY, *SIGNATURE)
    guesses = tuple(
        Guess("docket_numbers", Claim(parse_docket_number(text), None, "", confidence=0.6))
        for text in ("3:31-cv-00001", "3:31-cv-00002")
    )
    described = replace(describe_order(clean), guesses=guesses)
    (finding,) = list_findings("a.txt", clean, described)
    assert "“3:31-cv-00001; 3:31-cv-00002”" in finding.message
    assert "docket_numbers=3:31-cv-00001 --set docket_numbers=3:31-cv-00002 " in finding.mend


@pytest.mark.parametrize("stamped", ["5:19-cv-04321-EKL", "5:19-cv-04321-XYZ"])
@pytest.mark.parametrize(
    "said",
    [
        {"confirmed": ("judges",)},
        {"correction": Correction(("judges",), by="A. Librarian")},
        {"withheld": ("judges",)},
    ],
)
def test_a_judge_of_whom_somebody_said_something_is_not_asked_for_again(
    stamped: str, said: dict[str, Any]
) -> None:
    signature = (*SIGNATURE[:2], (BlockKind.SIGNATURE, "XENIA Y. ZOLA"), SIGNATURE[3])
    clean = make_order(*CAPTION, TITLE, BODY, *signature, stamps=(stamp(stamped),))
    described = describe_order(clean)
    assert {one.field for one in list_findings("a.txt", clean, described)} == {"judges"}
    assert list_findings("a.txt", clean, replace(described, **said)) == ()


def test_pages_that_can_not_be_drawn_are_counted_and_named() -> None:
    clean = replace(make_order(*CAPTION, TITLE, BODY, *SIGNATURE), page_count=5)
    damaged = replace(clean, damaged_pages=(2, 4))
    (finding,) = list_findings("a.pdf", damaged, describe_order(damaged))
    assert finding.code is FindingCode.DAMAGED_FILE
    assert finding.message == "damaged: 2 of 5 pages can't be drawn to their end."
    assert finding.place == "pages 2, 4"
