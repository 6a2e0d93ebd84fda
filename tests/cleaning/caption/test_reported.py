"""Captions as law reports set them: a paragraph a line."""

import json

from build_scripts.model.clean_order import BlockKind, CleanOrder
from tests.orders_from_text import clean_text
from tests.tables import each_row

PROSE = (
    "This is an appeal from a judgment for the defendant, which the trial court entered after a"
    " trial without a jury that took four days."
)


def clean_case(*head: str) -> CleanOrder:
    body = {"head_matter": "\n".join(head), "opinions": [{"type": "majority", "text": PROSE}]}
    return clean_text(json.dumps({"casebody": body}))


def list_kinds(clean: CleanOrder) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in clean.blocks]


@each_row()
def test_a_paragraph_that_names_the_case_is_the_parties(parties: str) -> None:
    clean = clean_case("United States Court of Appeals, Sixth Circuit.", "No. 02-1.", parties)
    assert list_kinds(clean) == [
        (BlockKind.COURT, "United States Court of Appeals, Sixth Circuit."),
        (BlockKind.DOCKET, "No. 02-1."),
        (BlockKind.PARTIES, parties),
        (BlockKind.PARAGRAPH, PROSE),
    ]


def test_counsel_between_parties_and_title_are_no_parties() -> None:
    kinds = list_kinds(
        clean_case(
            "No. 02-1.",
            "Jane ROE, Plaintiff, v. John DOE, Defendant.",
            "April 9, 2004.",
            "Mary Moe, Lansing, MI, for Plaintiff.",
            "MEMORANDUM OPINION",
        )
    )
    assert kinds[1:5] == [
        (BlockKind.PARTIES, "Jane ROE, Plaintiff, v. John DOE, Defendant."),
        (BlockKind.CENTRED, "April 9, 2004."),
        (BlockKind.CENTRED, "Mary Moe, Lansing, MI, for Plaintiff."),
        (BlockKind.TITLE, "MEMORANDUM OPINION"),
    ]


def test_names_on_both_sides_of_a_lone_v_are_the_parties_above_the_court_too() -> None:
    html = (
        "<p>25 F.3d 1</p><p>UNITED STATES, Appellee,<br>v.<br>John DOE, Defendant, Appellant.</p>"
        f"<p>United States Court of Appeals, First Circuit.</p><p>{PROSE}</p>"
    )
    parties = [b.text for b in clean_text(html).blocks if b.kind is BlockKind.PARTIES]
    assert parties == ["UNITED STATES, Appellee,", "v.", "John DOE, Defendant, Appellant."]


@each_row()
def test_what_speaks_of_a_case_is_no_caption(line: str) -> None:
    assert not any(kind is BlockKind.PARTIES for kind, _ in list_kinds(clean_case(line)))
