from build_scripts.describing.docket_initials import match_initials
from build_scripts.describing.guesses import LEAST_CONFIDENCE
from build_scripts.describing.judge import find_judges
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Claim, Judge, JudgeRole
from build_scripts.model.law.judges import clean_name
from tests.describing.specimens import Line, as_lines, evidence_of, make_order, stamp
from tests.orders_from_text import clean_text
from tests.tables import each_row, list_of_tuples

S = BlockKind.SIGNATURE
D = BlockKind.DOCKET
AUTHOR, PANEL = JudgeRole.AUTHOR, JudgeRole.PANEL


def show(claims: tuple[Claim[Judge], ...]) -> list[tuple[str | None, str | None, JudgeRole]]:
    """Show the claims that are more likely right than wrong: the others leave the field empty."""
    return [
        (each.value.name, each.value.title, each.value.role)
        for each in claims
        if each.confidence is not None and each.confidence >= LEAST_CONFIDENCE
    ]


@each_row()
def test_clean_name(printed: str, expected: str | None) -> None:
    assert clean_name(printed) == expected


@each_row(lines=as_lines, expected=list_of_tuples)
def test_find_judges(
    lines: tuple[Line, ...], expected: list[tuple[str | None, str | None, JudgeRole]]
) -> None:
    assert show(find_judges(make_order("Front line", *lines))) == expected


def test_footnote_completes_a_visiting_judge() -> None:
    clean = make_order(
        "Before: FLETCH, Circuit Judge, and SILVA, District Judge.",
        notes=(
            (
                "The Honorable Rose O. Silva, United States District Judge for the District of "
                "Arizona, sitting by designation."
            ),
        ),
    )
    silva = find_judges(clean)[1].value
    assert silva.name == "Rose O. Silva"
    assert silva.title == (
        "United States District Judge for the District of Arizona, sitting by designation"
    )


def test_caption_initials_before_stamp_initials() -> None:
    clean = make_order((D, "Case No. 24-cv-06185-NX"), stamps=(stamp("5:24-cv-06185-EKX"),))
    (claim,) = find_judges(clean)
    assert (claim.value.name, claim.value.initials) == (None, "NX")
    assert evidence_of(clean, claim) == "24-cv-06185-NX"


def test_a_surname_that_agrees_with_the_initials_signs_below_what_is_misread() -> None:
    signature = ((S, "sus N Q. BUSHEL"), (S, "United States District Judge"))
    for number, expected in (("SQB", "Bushel"), ("SQX", None)):
        clean = make_order((D, f"Case No. 24-cv-06185-{number}"), "SO ORDERED.", *signature)
        (claim,) = find_judges(clean)
        assert claim.value.name == expected


def test_a_name_with_all_letters_of_the_initials_is_the_judges() -> None:
    clean = make_order(
        (D, "Case No. 24-cv-06185-JQW"),
        "ORDER",
        "The parties met, and their counsel agreed to what follows here.",
        "A copy goes to the chambers of the Honorable Jill Q. Wren on the second floor.",
    )
    (claim,) = find_judges(clean)
    assert (claim.value.name, claim.value.initials) == ("Jill Q. Wren", "JQW")


def test_a_name_is_closed_up_where_the_text_prints_it_whole() -> None:
    panel = "Before ROE, POE and QUIL LONGER, Circuit Judges."
    clean = make_order(panel, "PER CURIAM", "Judge Quillonger presided.")
    assert [each.value.name for each in find_judges(clean)][-1] == "Quillonger"


def test_justices_are_called_so_where_their_office_is_a_letter() -> None:
    clean = make_order("ROE, J., delivered the opinion of the Court.", "JUSTICE ROE delivered it.")
    assert find_judges(clean)[0].value.title == "Justice"


def test_votes_above_counsel_are_a_reports() -> None:
    clean = clean_text(
        "Supreme Court of New Mexico.\nNo. 31412.\n"
        "Pip QUILLON, Plaintiff-Appellee, v. Tam MARLOWE, Defendant-Appellant.\nOct. 14, 2031.\n"
        "HARROW, Senior Justice, and QUIMBY, J., concur.\n"
        "Wren & Penn, Pip Wren, Harrow, for appellant.\nOPINION\nRUSSET, Justice.\n"
        "Quillon sued five neighbors over a lease, and the trial court found for her on each count."
    )
    assert show(find_judges(clean)) == [
        ("Russet", "Justice", AUTHOR),
        ("Harrow", "Senior Justice", PANEL),
        ("Quimby", "Justice", PANEL),
    ]


def test_initials_of_the_court_below_are_no_judge() -> None:
    assert find_judges(make_order((D, "No. 21-16352"), (D, "D.C. No. 4:20-cv-02861-JSX"))) == ()


def test_an_order_signed_by_the_clerk_has_no_judge() -> None:
    clean = make_order(
        (D, "Case No. 24-cv-06185-NX"),
        (S, "Mark B. Bushel"),
        (S, "Clerk, United States District Court"),
    )
    assert show(find_judges(clean)) == []


def test_signature_span_covers_name_and_office() -> None:
    clean = make_order("Front", (S, "ANN B. CRUZ"), (S, "United States District Judge"))
    (claim,) = find_judges(clean)
    assert evidence_of(clean, claim) == "ANN B. CRUZ\n\nUnited States District Judge"


@each_row()
def test_match_initials(name: str, initials: str, expected: str | None) -> None:
    assert match_initials(name, initials) == expected
