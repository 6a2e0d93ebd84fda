"""A clerk's box leaves from heads and feet; a caption beside it stays."""

from build_scripts.cleaning.furniture.boxes import find_boxes
from build_scripts.cleaning.lines import Line
from tests.tables import as_tuples, each_row


def list_taken(*texts: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(texts, start=1)]
    return [lines[cut.at].text[cut.start : cut.end] for cut in find_boxes(lines)]


@each_row(texts=as_tuples)
def test_boxes(texts: tuple[str, ...], taken: list[str]) -> None:
    assert list_taken(*texts) == taken


def test_the_middle_of_a_page_holds_no_box() -> None:
    prose = ["the motion that Plaintiff brought and what follows from it"] * 20
    assert list_taken(*prose, "FILED", *prose) == []


def test_a_date_in_any_case_leaves_with_the_box_in_the_corner() -> None:
    corner = " " * 60
    assert list_taken(
        f"{corner}FILED",
        f"SEALED{corner}Sep 23, 2020",
        f"{corner}   CLERK, U.S. DISTRICT COURT",
        f"{corner}  EASTERN DISTRICT OF CALIFORNIA",
        "      EASTERN DISTRICT OF CALIFORNIA",
        "Sep 23, 2020",
    ) == ["FILED", "Sep 23, 2020", "CLERK, U.S. DISTRICT COURT", "EASTERN DISTRICT OF CALIFORNIA"]


def test_a_box_in_small_letters_leaves_down_to_the_gap_below_it() -> None:
    """Indiana's; the first line has lost its place."""
    corner = " " * 70
    taken = list_taken(
        "FILED",
        f"{corner}Aug 19 2019, 9:22 am",
        "",
        f"{corner}    CLERK",
        f"{corner}Indiana Supreme Court",
        f"{corner}  and Tax Court",
        "",
        "",
        f"ATTORNEY FOR APPELLANT{corner}ATTORNEYS FOR APPELLEE",
    )
    assert "ATTORNEYS FOR APPELLEE" not in taken
    assert len(taken) == 5


def test_a_judge_who_signs_below_the_stamp_stays() -> None:
    """Wisconsin's."""
    corner = " " * 60
    assert list_taken(
        f"{corner}FILED",
        f"{corner}04-30-2030",
        f"{corner}ROE COUNTY, WI",
        f"{corner}BY THE COURT:",
        f"{corner}DATE SIGNED: April 30, 2030",
        f"{corner}Electronically signed by Jane Roe",
        f"{corner}Circuit Court Judge",
    ) == ["FILED", "04-30-2030", "ROE COUNTY, WI"]
