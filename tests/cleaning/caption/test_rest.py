"""What a caption leaves below itself, in text that lost its columns and blank lines."""

import pytest

from build_scripts.cleaning.caption.rest import find_rest
from build_scripts.model.clean_order import BlockKind

PROSE = "This case was brought by a tenant who alleges that the landlord kept her deposit."
CENTRED, DOCKET, PARTIES = BlockKind.CENTRED, BlockKind.DOCKET, BlockKind.PARTIES


@pytest.mark.parametrize(
    ("texts", "kinds", "why"),
    [
        ([PROSE], [], "a caption that left nothing"),
        (
            [
                "Argued May 19, 2014.",
                "Poe & Roe LLP, Dover, by John W. Poe, for defendant-appellee Acme Corp.",
                "Before: ROE, POE, and DOE, Circuit Judges.",
                PROSE,
            ],
            [CENTRED, CENTRED, CENTRED],
            "dates, counsel and panel",
        ),
        (
            [
                "JOHN ROE, in his official capacity as Director of the Department of Mills; and",
                "Defendants.",
                PROSE,
            ],
            [PARTIES, PARTIES],
            "the last parties: what comes before a known party is one",
        ),
        (
            ["Civ. No. 6187.", "A. B. ROE, Plaintiff, v. ACME CORP., Defendant.", PROSE],
            [PARTIES, PARTIES],
            "a docket number in a form that is not known, between parties",
        ),
        (["No. 12-3456", PROSE], [DOCKET], "a docket number"),
        (
            ["Plaintiff Jane Roe, proceeding pro se, filed this action against Acme Corp.", PROSE],
            [],
            "a sentence about a party without counsel",
        ),
        (
            [
                "COMES NOW the defendant with a motion for summary judgment against the plaintiff.",
                "Defendants.",
            ],
            [],
            "prose without a known verb ends it",
        ),
        (["ROE, Circuit Judge.", PROSE], [], "the author's line begins the text"),
        (
            [
                "John Poe argued the cause for petitioners. With him on the brief was Jane Doe.",
                PROSE,
            ],
            [CENTRED],
            "counsel as law reports of the Supreme Court print them",
        ),
    ],
)
def test_what_a_caption_left(texts: list[str], kinds: list[BlockKind], why: str) -> None:
    assert find_rest(texts) == kinds, why
