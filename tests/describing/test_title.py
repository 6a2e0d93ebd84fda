from dataclasses import replace

import pytest

from build_scripts.describing.title import find_title
from build_scripts.model.clean_order import BlockKind, CleanOrder, Place
from build_scripts.model.law.title_words import cut_title, to_title_case
from tests.describing.specimens import Line, evidence_of, make_order


def make_printed(kind: BlockKind, printed: tuple[str, ...], *below: Line) -> CleanOrder:
    """An order whose first block was printed on these lines."""
    places, offset = [], 0
    for number, text in enumerate(printed):
        places.append(Place(offset, 1, number + 1))
        offset += len(text) + 1
    first, *rest = (clean := make_order((kind, " ".join(printed)), *below)).blocks
    return replace(clean, blocks=(replace(first, places=tuple(places)), *rest))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (
            "ORDER DENYING MOTION FOR EXPEDITED DISCOVERY",
            "Order Denying Motion for Expedited Discovery",
        ),
        # a possessive, an ampersand, small words
        (
            "ORDER GRANTING IN PART & DENYING IN PART DEFENDANT’S MOTION TO DISMISS",
            "Order Granting in Part & Denying in Part Defendant’s Motion to Dismiss",
        ),
        ("OPINION OF THE COURT", "Opinion of the Court"),
        # mixed case is kept
        (
            "[In Chambers] Order Denying Applications to Seal (Dkt. Nos. 69, 71)",
            "[In Chambers] Order Denying Applications to Seal (Dkt. Nos. 69, 71)",
        ),
    ],
)
def test_to_title_case(printed: str, expected: str) -> None:
    assert to_title_case(printed) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # a footnote's mark is no part of the title
        (((BlockKind.TITLE, "MEMORANDUM*"),), "Memorandum"),
        # an opinion's title as a heading of the front
        ((("United States Court of Appeals"), (BlockKind.HEADING, "OPINION")), "Opinion"),
        (("DECISION AND ORDER",), "Decision and Order"),
        # a party's proposal, which the judge signed
        (("[PROPOSED] ORDER",), "[Proposed] Order"),
        # over two lines
        (
            ((BlockKind.TITLE, "ORDER DENYING MOTION TO"), (BlockKind.HEADING, "DISMISS")),
            "Order Denying Motion to Dismiss",
        ),
        # a possessive asks for what is possessed
        (
            (
                (BlockKind.TITLE, "ORDER ADOPTING THE REFEREE’S"),
                (BlockKind.HEADING, "FINDINGS AND RECOMMENDATIONS"),
            ),
            "Order Adopting the Referee’s Findings and Recommendations",
        ),
        # the rule between a caption's columns
        (
            ((BlockKind.PARTIES, "v. ) ORDER GRANTING KEEL’S ) MOTION TO STAY"),),
            "Order Granting Keel’s Motion to Stay",
        ),
        # a line begins in the middle of a title
        (
            ((BlockKind.TITLE, "MEMORANDUM"), (BlockKind.HEADING, "ON MOTION TO STAY")),
            "Memorandum on Motion to Stay",
        ),
        # an arbitrator's
        (("Award",), "Award"),
        # a section's heading is none of its lines
        (((BlockKind.TITLE, "OPINION"), (BlockKind.HEADING, "BACKGROUND")), "Opinion"),
        # beside a party's name of several words
        (("Plaintiff - Appellant,", "SILAS HOLLIS QUIMBY, OPINION"), "Opinion"),
        # run together with the parties
        (
            ((BlockKind.PARTIES, "PAT LEE, Defendant. MEMORANDUM AND ORDER"),),
            "Memorandum and Order",
        ),
        # the label of civil minutes alone is no title
        (((BlockKind.TITLE, "Proceedings:"), (BlockKind.TITLE, "ORDER")), "Order"),
    ],
)
def test_find_title(lines: tuple[Line, ...], expected: str) -> None:
    clean = make_order(*lines)
    claim = find_title(clean)
    assert claim
    assert claim.value == expected
    printed = evidence_of(clean, claim).replace(" ) ", " ").strip("*").lower()
    assert " ".join(printed.split()).endswith(expected.lower())


@pytest.mark.parametrize(
    "line",
    ["Opinion by Judge Vale", "Opinion for the Court filed by Chief Judge Edder.", "SUMMARY"],
)
def test_no_title(line: str) -> None:
    assert find_title(make_order(line)) is None


def test_names_in_a_title_are_spelled_as_in_the_prose() -> None:
    clean = make_order(
        (BlockKind.TITLE, "ORDER GRANTING RAINPATH’S MOTION"),
        "Defendant RainPath, Inc. asks for more time, and the plaintiff does not oppose that.",
    )
    claim = find_title(clean)
    assert claim
    assert claim.value == "Order Granting RainPath’s Motion"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        # the judge's name on the title's line
        ("MEMORANDUM OPINION JUDGE PAT Q. LEE", "MEMORANDUM OPINION"),
        ("OPINION AND ORDER ¶1 The appeal is late.", "OPINION AND ORDER"),
        ("FINAL DECLARATORY JUDGMENT AND NOW, this 3rd day", "FINAL DECLARATORY JUDGMENT"),
        # a reference to a judge is of the title
        ("ORDER REFERRING CASE TO JUDGE LEE", "ORDER REFERRING CASE TO JUDGE LEE"),
        ("ORDER Dated: May 3, 2020", "ORDER"),
        # prose on the title's line
        ("ORDER Plaintiff Pat Lee asks for more time", "ORDER"),
        ("ORDER DENYING CONSUMER.COM, INC. dba ACME’S MOTION",) * 2,
        ("M E M O R A N D U M", "MEMORANDUM"),
        ("REPORT AND RECOMMENDATION ON PLAINTIFF’S MOTION (ECF NO. 12)",) * 2,
    ],
)
def test_cut_title(printed: str, expected: str) -> None:
    assert cut_title(printed).strip(")") == expected.strip(")")


def test_a_letterspaced_title_is_closed_up() -> None:
    claim = find_title(
        make_order((BlockKind.DOCKET, "No. 4:19mc7"), (BlockKind.HEADING, "O R D E R"))
    )
    assert claim
    assert claim.value == "Order"


@pytest.mark.parametrize(
    "printed",
    [
        "ORDER DENYING ROE v. POE MOTION TO DISMISS",
        "ORDER GRANTING ANN FORD, PLAINTIFF'S MOTION TO SILAS QUIMBY",
        "ORDER GRANTING MOTION FOR STATE OF OREGON, ET AL., PRELIMINARY INJUNCTION",
    ],
)
def test_title_that_holds_a_party_of_the_caption_is_none(printed: str) -> None:
    assert find_title(make_order((BlockKind.TITLE, printed))) is None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        # the caption's right column, run together with the left one line by line
        (("ROE v.", "U.S. DEPARTMENT OF HOMELAND ORDER", "SECURITY; et al.,"), "Order"),
        (("SILAS QUIMBY", "O R D E R", "AND NOW, this day, it is so done."), "Order"),
        # the last line alone is a title of another kind
        (
            ("Silas Quimby", "ORDER GRANTING MOTION FOR", "SUMMARY JUDGMENT"),
            "Order Granting Motion for Summary Judgment",
        ),
        # the rest of a longer title is lost among the parties
        (("Roe v. Poe,", "ORDER GRANTING IN PART AND DEFERRING", "Silas Quimby"), None),
    ],
)
def test_title_on_a_printed_line_of_a_block(printed: tuple[str, ...], expected: str | None) -> None:
    claim = find_title(make_printed(BlockKind.PARTIES, printed))
    assert (claim.value if claim and (claim.confidence or 0) >= 0.5 else None) == expected


@pytest.mark.parametrize("kind", [BlockKind.TITLE, BlockKind.PARTIES, BlockKind.CENTRED])
@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (
            "ORDER GRANTING STIPULATED v. MOTION FOR COSTS",
            "Order Granting Stipulated Motion for Costs",
        ),
        ("ORDER DENYING v. DEFENDANT’S MOTION", "Order Denying Defendant’s Motion"),
        # a case name
        ("ORDER QUIMBY v. ACME", None),
    ],
)
def test_the_v_of_the_left_column_is_no_word_of_a_title(
    kind: BlockKind, printed: str, expected: str | None
) -> None:
    claim = find_title(make_order((kind, printed)))
    assert (claim.value if claim else None) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        # a party's name on the lines of its block
        (("JUDGMENT", "QUIMBY COUNTY IN A CIVIL CASE", "SCHOOL DISTRICT,"), "Judgment"),
        # the last line alone is a title of another kind
        (
            ("ORDER GRANTING MOTION FOR", "SUMMARY JUDGMENT"),
            "Order Granting Motion for Summary Judgment",
        ),
        # the first line alone is a title
        (
            ("REPORT AND RECOMMENDATION", "TO GRANT DEFENDANT’S MOTION", "TO REMAND"),
            "Report and Recommendation to Grant Defendant’s Motion to Remand",
        ),
    ],
)
def test_title_of_several_printed_lines_is_read_whole(
    printed: tuple[str, ...], expected: str
) -> None:
    clean = make_printed(BlockKind.TITLE, printed, (BlockKind.REFERENCE, "[Re: ECF No. 54]"))
    claim = find_title(clean)
    assert claim
    assert claim.value == expected
