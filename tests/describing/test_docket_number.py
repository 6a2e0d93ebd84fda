from build_scripts.describing.docket_number import find_docket_numbers, list_own_numbers
from build_scripts.describing.guesses import LEAST_CONFIDENCE
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place
from build_scripts.model.description import DocketNumber
from build_scripts.model.law.docket_numbers import agree, parse_docket_number
from tests.describing.specimens import Line, evidence_of, make_order, stamp
from tests.tables import as_instance, as_tuples, each_row

D = BlockKind.DOCKET


@each_row(expected=as_instance(DocketNumber))
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


def test_the_beginning_of_a_stamped_number_is_no_other() -> None:
    clean = make_order(
        "Case 4:31-cv-07-7.7 1 Document 19", "Text.", stamps=(stamp("4:31-cv-07771"),)
    )
    assert [claim.value.text for claim in find_docket_numbers(clean)] == ["4:31-cv-07771"]


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


@each_row(front=as_tuples)
def test_other_numbers_of_a_front(front: tuple[str, ...], expected: list[str]) -> None:
    court, *lines = front
    clean = make_order((BlockKind.COURT, court), *((D, line) for line in lines))
    assert [claim.value.text for claim in find_docket_numbers(clean)] == expected


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


def test_a_list_of_other_cases_in_the_text_names_no_number() -> None:
    text = ["The remaining cases are no longer of use here."] * 20
    clean = make_order((D, "No. MDL 30-02641-OPX"), *text, "2:30-cv-02155", "2:30-cv-01638")
    assert [claim.value.text for claim in find_docket_numbers(clean)] == ["MDL 30-02641-OPX"]


def test_a_papers_number_in_the_caption_is_not_the_cases() -> None:
    caption: tuple[Line, ...] = ("JANE ROE,", "Plaintiff,", "v.", "PAT POE,", "Defendant.")
    entry = (D, "(DOCKET NUMBER 130)")
    clean = make_order((D, "CASE NO. CV 30-00428 ABC"), *caption, "ORDER", "SETTLING", "A", entry)
    assert [claim.value.text for claim in find_docket_numbers(clean)] == ["CV 30-00428 ABC"]


def test_the_suit_for_a_papers_release_does_not_number_it() -> None:
    line = "June 13, 2030, Public Release  ROE v. POE 30-CV-02041 Document 13, page 1 of 26 pages."
    front = ("UNITED STATES", "FOREIGN INTELLIGENCE SURVEILLANCE COURT", "MEMORANDUM OPINION", line)
    found = find_docket_numbers(make_order(*front))
    assert not found or (found[0].confidence or 0) < LEAST_CONFIDENCE
