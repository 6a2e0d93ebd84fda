import pytest

from build_scripts.describing.docket_number import (
    find_docket_numbers,
    list_own_numbers,
)
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place
from build_scripts.model.description import DocketNumber
from build_scripts.model.law.docket_numbers import agree, parse_docket_number
from tests.describing.specimens import Line, evidence_of, make_order, stamp
from tests.tables import as_tuples, each_row

D = BlockKind.DOCKET


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the form of the electronic filing system
        (
            "Case No. 5:19-cv-04321-ABC",
            DocketNumber("5:19-cv-04321-ABC", "5", 2019, "cv", 4321, "ABC"),
        ),
        # two judges' initials
        (
            "Case No.: 22-cv-1985-DMX-KSX",
            DocketNumber("22-cv-1985-DMX-KSX", None, 2022, "cv", 1985, "DMX-KSX"),
        ),
        # no dashes; one letter for a judge
        ("21cv31-H-LL", DocketNumber("21cv31-H-LL", None, 2021, "cv", 31, "H-LL")),
        # the case type in front, initials behind a blank
        ("No. C 17-2541 HRX", DocketNumber("C 17-2541 HRX", None, 2017, "cv", 2541, "HRX")),
        # a magistrate judge in parentheses, with the x that Los Angeles appends
        (
            "CV 16-05235 TJH (FFMx)",
            DocketNumber("CV 16-05235 TJH (FFMx)", None, 2016, "cv", 5235, "TJH-FFM"),
        ),
        (
            "CV15-5643-CAX(JCx)",
            DocketNumber("CV15-5643-CAX(JCx)", None, 2015, "cv", 5643, "CAX-JC"),
        ),
        # Phoenix is a division, not a judge
        (
            "No. MDL 15-02642-PHX-DGX",
            DocketNumber("MDL 15-02642-PHX-DGX", None, 2015, "md", 2642, "DGX"),
        ),
        # a letter glued on
        ("No. 14-CV-6024L.", DocketNumber("14-CV-6024L", None, 2014, "cv", 6024, "L")),
        ("C07-0798-JCX", DocketNumber("C07-0798-JCX", None, 2007, "cv", 798, "JCX")),
        # a criminal defendant among several, Tucson, a magistrate judge
        (
            "No. CR-18-00753-002-TUC-EWX (LCX)",
            DocketNumber(
                "CR-18-00753-002-TUC-EWX (LCX)", None, 2018, "cr", 753, "EWX-LCX", defendant=2
            ),
        ),
        (
            "1:05-cr-00386-ABX-3",
            DocketNumber("1:05-cr-00386-ABX-3", "1", 2005, "cr", 386, "ABX", defendant=3),
        ),
        # Chicago
        ("Case No. 18 C 5522", DocketNumber("18 C 5522", None, 2018, "cv", 5522, None)),
        # a prisoner's case in Sacramento
        (
            "No. 2:18-cv-02291 TLX CKX P",
            DocketNumber("2:18-cv-02291 TLX CKX P", "2", 2018, "cv", 2291, "TLX-CKX"),
        ),
        (
            "16-cr-0242 (JPX/KQX)",
            DocketNumber("16-cr-0242 (JPX/KQX)", None, 2016, "cr", 242, "JPX-KQX"),
        ),
        # a bankruptcy appellate panel
        ("BAP No. NV-19-1289-LBX", DocketNumber("NV-19-1289-LBX", "NV", 2019, None, 1289, "LBX")),
        # the judge first
        ("No. CIV.A. WMX-02-663.", DocketNumber("WMX-02-663", None, 2002, None, 663, "WMX")),
        # year and serial alone, with an en dash as the Supreme Court prints it
        ("No. 11–890", DocketNumber("11–890", None, 2011, None, 890, None)),
        ("Civil Action No. 08-98 (RWX)", DocketNumber("08-98 (RWX)", None, 2008, None, 98, "RWX")),
        # a century ago by its year
        ("Civ. No. 61-320.", DocketNumber("61-320", None, 1961, None, 320, None)),
        # "D.C." behind an appellate number is no initial
        ("No. 23-55289 D.C. No.", DocketNumber("23-55289", None, 2023, None, 55289, None)),
        # forms without a year keep their text
        ("No. S113137", DocketNumber("S113137")),
        ("Docket No. 1634-65.", DocketNumber("1634-65")),
    ],
)
def test_parse_docket_number(text: str, expected: DocketNumber) -> None:
    assert parse_docket_number(text) == expected


@each_row()
def test_agree(one: str, other: str, expected: bool) -> None:
    assert agree(parse_docket_number(one), parse_docket_number(other)) is expected


def test_stamp_is_the_most_complete_form_and_the_caption_its_evidence() -> None:
    clean = make_order(
        (D, "Case No. 23-cv-0995-JSX"), "Text.", stamps=(stamp("4:23-cv-00995-JSX"),)
    )
    (claim,) = find_docket_numbers(clean)
    assert claim.value.text == "4:23-cv-00995-JSX"
    assert evidence_of(clean, claim) == "23-cv-0995-JSX"


def test_stamp_without_caption_number_has_no_span() -> None:
    (claim,) = find_docket_numbers(make_order("Text.", stamps=(stamp("4:23-cv-00995-JSX"),)))
    assert claim.evidence is None


CONSOLIDATED: tuple[Line, ...] = (
    "No. 96-7170",
    "Acme Security Co.,",
    "Appellant",
    "v.",
    "Bolt Insurance Company,",
    "Appellee",
    "Consolidated with",
    "No. 96-7187",
    "Appeals from the United States District Court for the District of Columbia",
    "(No. 94cv00386)",
)


def test_consolidated_appeals_and_the_number_below() -> None:
    clean = make_order(*CONSOLIDATED)
    assert [claim.value.text for claim in find_docket_numbers(clean)] == ["96-7170", "96-7187"]
    assert "94cv00386" not in {number.text for number, _ in list_own_numbers(clean)}


def test_labelled_lower_numbers_go_on_over_lines() -> None:
    clean = make_order(
        (D, "No. 23-55289"),
        (D, "D.C. Nos. 8:21-cv-01929-DOX-KEX"),
        (D, "2:21-cv-09579-DOX-KEX"),
    )
    assert [claim.value.text for claim in find_docket_numbers(clean)] == ["23-55289"]


def test_two_numbers_of_one_line() -> None:
    clean = make_order((D, "Nos. 96-7170, 96-7187"))
    assert [evidence_of(clean, claim) for claim in find_docket_numbers(clean)] == [
        "96-7170",
        "96-7187",
    ]


@each_row(front=as_tuples)
def test_a_list_of_numbers_goes_on(front: tuple[str, ...], expected: list[str] | None) -> None:
    clean = make_order(*((D, line) for line in front[:1]), *front[1:])
    printed = [claim.value.text for claim in find_docket_numbers(clean)]
    assert printed == (expected or ["2903-13", "3773-13"])


def test_related_cases_are_decoys() -> None:
    clean = make_order((D, "No. C 04-0098 SX"), (D, "Related to No. C 04-0099 SX"))
    assert [claim.value.text for claim in find_docket_numbers(clean)] == ["C 04-0098 SX"]


def test_reference_line_is_no_docket_number() -> None:
    clean = make_order((BlockKind.REFERENCE, "Re: Dkt. No. 16"), "[ECF No. 17]")
    assert find_docket_numbers(clean) == ()


def test_an_adversary_proceeding_has_a_number_of_its_own() -> None:
    clean = make_order((D, "Case No. 17-11409-MLX"), (D, "Adversary No. 17-01128-MLX"))
    assert [claim.value.text for claim in find_docket_numbers(clean)] == ["17-01128-MLX"]
    assert [number.text for number, _ in list_own_numbers(clean)] == ["17-01128-MLX"]


def test_a_panel_reviews_the_bankruptcy_case() -> None:
    clean = make_order(
        (BlockKind.COURT, "UNITED STATES BANKRUPTCY APPELLATE PANEL"),
        (BlockKind.COURT, "OF THE NINTH CIRCUIT"),
        (D, "BAP No. NV-19-1289-LBX"),
        (D, "Bk. No. 2:18-bk-13378-LEX"),
    )
    assert [claim.value.text for claim in find_docket_numbers(clean)] == ["NV-19-1289-LBX"]


def test_a_circuit_reviews_the_panel() -> None:
    clean = make_order(
        (BlockKind.COURT, "UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT"),
        (D, "No. 21-60011"),
        (D, "BAP No. 19-1289"),
    )
    assert [claim.value.text for claim in find_docket_numbers(clean)] == ["21-60011"]


def test_a_slip_opinion_numbers_its_case_below_the_court_that_it_reviews() -> None:
    clean = make_order(
        "SUPREME COURT OF THE UNITED STATES",
        "CERTIORARI TO THE UNITED STATES COURT OF APPEALS FOR",
        "THE SIXTH CIRCUIT",
        "No. 10–1378. Argued January 11, 2012—Decided April 24, 2012 " + "The tug lay up. " * 12,
    )
    assert [claim.value.text for claim in find_docket_numbers(clean)] == ["10–1378"]


@each_row(front=as_tuples)
def test_bare_numbers_of_courts_that_print_them_so(
    front: tuple[str, ...], expected: list[str]
) -> None:
    claims = find_docket_numbers(make_order(*front))
    assert [claim.value.text for claim in claims] == expected


def test_a_party_below_a_number_is_no_judges_initials() -> None:
    text = "23-123 JANE ROE"  # Louisiana's courts of appeal
    places = (Place(0, 1, 1), Place(text.index("JANE"), 1, 3))
    court = Block(BlockKind.COURT, "COURT OF APPEAL, THIRD CIRCUIT", (Place(0, 1, 1),))
    parties = Block(BlockKind.PARTIES, text, places)
    clean = CleanOrder((court, parties), (), (), (), (), page_count=1)
    assert [claim.value.text for claim in find_docket_numbers(clean)] == ["23-123"]
