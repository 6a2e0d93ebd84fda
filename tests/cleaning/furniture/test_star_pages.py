"""Star pages leave the text and become its pages; database cites and notes' marks stay."""

from dataclasses import replace

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.source_text import ExternalFacts, SourceFormat
from build_scripts.reading.layout_text import read_layout_text


@pytest.mark.parametrize(
    ("text", "cleaned", "pages"),
    [
        (
            "The motion *1043 was filed in May.\n\nIt is *1044 denied.",
            ["The motion was filed in May.", "It is denied."],
            [1043, 1044],
        ),
        (  # Scholar doubles the number
            "772*772 The motion was filed.\n\nIt is 773*773 denied.",
            ["The motion was filed.", "It is denied."],
            [772, 773],
        ),
        ("[*2] The motion is ripe.\n\nIt is [*3] denied.", ["The motion is ripe.", "It is denied."], [2, 3]),
        (  # glued to the words behind them
            "The motion is *1089On the record.\n\nIt is *1090denied, *1091to be plain.",
            ["The motion is On the record.", "It is denied, to be plain."],
            [1089, 1090, 1091],
        ),
        (  # two reporters: the first gives the pages
            "The *12 **340 motion is ripe.\n\n*13 **341 It is denied by *14 us.",
            ["The motion is ripe.", "It is denied by us."],
            [12, 13, 14],
        ),
        (  # Scholar's print: the number again in the margin
            "24     The motion *24 was filed.\n\n 25   *25 It is denied.",
            ["The motion was filed.", "It is denied."],
            [24, 25],
        ),
        (  # reporters by name, and two of them with the same stars
            "It[698 S.E.2d  425] is. Then [698 S.E.2d 426] so.\n\nBy *427*436them we *428*437go.",
            ["It is. Then so.", "By them we go."],
            [427, 428],
        ),
        (  # one mark alone on its line; a parallel cite in brackets
            "The motion,\n*575\nwhich is ripe, see Roe v. Doe, 50 Cal.3d 1 [266 Cal.Rptr. 2], ends.",
            ["The motion, which is ripe, see Roe v. Doe, 50 Cal.3d 1 [266 Cal.Rptr. 2], ends."],
            [575],
        ),
        (  # a mark out of its turn
            "*126A. Bar, for appellee.\n\n*125Stone, J. It is *127denied.",
            ["A. Bar, for appellee.", "Stone, J. It is denied."],
            [126, 127],
        ),
        (  # a database's pages, cited
            "See 2020 WL 1, at *2; 2021 WL 3, at *3.",
            ["See 2020 WL 1, at *2; 2021 WL 3, at *3."],
            [],
        ),
        (  # the same, after a comma
            "Roe v. Doe, 2020 WL 1234, *2 (D. Mass. 2020). Poe v. Low, 2021 WL 12345, *3.",
            ["Roe v. Doe, 2020 WL 1234, *2 (D. Mass. 2020). Poe v. Low, 2021 WL 12345, *3."],
            [],
        ),
        (  # pages of another case in a parallel report, as California cites them
            "So held (Roe, at p. 336 [105 L.Ed.2d at p. 288]; id. at p. 337 [105 L.Ed.2d at p. 289]).",
            ["So held (Roe, at p. 336 [105 L.Ed.2d at p. 288]; id. at p. 337 [105 L.Ed.2d at p. 289])."],
            [],
        ),
        ("Ann B. Stone*1 sat.", ["Ann B. Stone*1 sat."], []),
        (  # one mark alone, of the report that stands above the caption
            "Roe v. Doe, 195 So.2d 255 (1967)\n\nThe motion *256 was ripe.",
            ["Roe v. Doe, 195 So.2d 255 (1967)", "The motion was ripe."],
            [256],
        ),
        (  # … and the number that Scholar prints before the line
            "462 F.3d 1313 (2006)\n\n1314 The motion *1314 was ripe.",
            ["462 F.3d 1313 (2006)", "The motion was ripe."],
            [1314],
        ),
        (  # a mark of another report
            "195 So.2d 255 (1967)\n\nThe motion *956 was ripe.",
            ["195 So.2d 255 (1967)", "The motion *956 was ripe."],
            [],
        ),
    ],
)  # fmt: skip
def test_star_pages(text: str, cleaned: list[str], pages: list[int]) -> None:
    clean = clean_order(read_layout_text(text, "utf-8", SourceFormat.PLAIN))
    assert [block.text for block in clean.blocks] == cleaned
    marks = [mark.page for block in clean.blocks for mark in block.page_marks]
    assert [page for page in marks if page in pages] == pages


@pytest.mark.parametrize(
    ("own", "pages"),
    [
        (("90 U.S. 246",), []),  # notes of a law report: "* 9 Stat. at Large", "* 11 Wallace, 92"
        (("7 F.3d 9", "90 U.S. 246"), [9, 11]),
        ((), [9, 11]),  # nobody says where the opinion begins
    ],
)
def test_pages_far_from_those_that_the_record_gives_are_none(
    own: tuple[str, ...], pages: list[int]
) -> None:
    source = read_layout_text("The *9 motion is *11 ripe.", "utf-8", SourceFormat.PLAIN)
    clean = clean_order(replace(source, external=ExternalFacts(citations=own)))
    assert [mark.page for mark in clean.blocks[0].page_marks if mark.page > 8] == pages


def test_the_page_number_above_a_mark_leaves_with_it() -> None:
    text = f"{PAGE}\n2\n[*2] went on\n{PAGE}\n3\n[*3] and ended in May of the year.\n"
    clean = clean_order(read_layout_text(text, "utf-8", SourceFormat.PLAIN))
    assert "[" not in clean.text
    assert {removal.text for removal in clean.removals} == {"2", "[*2]", "3", "[*3]"}


PAGE = "The tenant sent the letter in May, and the landlord kept it for 30 days or\n"
