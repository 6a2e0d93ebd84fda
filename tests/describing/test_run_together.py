from collections.abc import Callable

import pytest

from build_scripts.describing.run_together import is_caption_run, split_head
from build_scripts.model.clean_order import Block, BlockKind
from tests.describing.specimens import PLACES
from tests.measured_work import MOST_GROWTH, measure_growth
from tests.tables import each_row

P, D, C = BlockKind.PARTIES, BlockKind.DOCKET, BlockKind.CENTRED


def split(text: str) -> list[tuple[BlockKind, str]]:
    block = Block(P, text, PLACES)
    pieces = split_head(block)
    assert all(block.text[start:].startswith(piece.text) for start, piece in pieces)
    return [(piece.kind, piece.text) for _, piece in pieces]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Civ. A. No. 92-579-RRX. KEEL, INCORPORATED, Plaintiff, v. TILLER CO., Defendant. "
                "Sept. 28, 1993. Jane Roe, of Wilmington, for plaintiff."
            ),
            [
                (D, "Civ. A. No. 92-579-RRX."),
                (P, "KEEL, INCORPORATED, Plaintiff, v. TILLER CO., Defendant."),
                (C, "Sept. 28, 1993."),
                (C, "Jane Roe, of Wilmington, for plaintiff."),
            ],
        ),
        # two dates, no full stop before the first
        (
            (
                "KEEL MARITIME, INC., Plaintiff, v. TILLER, Defendant Filed July 15, 2015 Signed July 14,"
                " 2015 Allan Roe, for Plaintiff."
            ),
            [
                (P, "KEEL MARITIME, INC., Plaintiff, v. TILLER, Defendant"),
                (C, "Filed July 15, 2015"),
                (C, "Signed July 14, 2015"),
                (C, "Allan Roe, for Plaintiff."),
            ],
        ),
        # no full stop behind a surname in capitals
        (
            "United States v. Roland KEEL Oct. 10, 2003. Jane Roe, for the United States.",
            [
                (P, "United States v. Roland KEEL"),
                (C, "Oct. 10, 2003."),
                (C, "Jane Roe, for the United States."),
            ],
        ),
        # a number that names a party
        (
            "No. 3 Mining Co., Plaintiff, v. TILLER, Defendant. Sept. 28, 1993. Jane Roe, for plaintiff.",
            [
                (P, "No. 3 Mining Co., Plaintiff, v. TILLER, Defendant."),
                (C, "Sept. 28, 1993."),
                (C, "Jane Roe, for plaintiff."),
            ],
        ),
        # the case's own citations in front; the panel behind counsel
        (
            (
                "138 U.S. 910 11 S.Ct. 382 KEEL, United States Marshal, v. TILLER et al. Feb. 13, 1902. "
                "Jane Roe, for appellant. Before ROE and POE, Circuit Judges."
            ),
            [
                (C, "138 U.S. 910 11 S.Ct. 382"),
                (P, "KEEL, United States Marshal, v. TILLER et al."),
                (C, "Feb. 13, 1902."),
                (C, "Jane Roe, for appellant."),
                (C, "Before ROE and POE, Circuit Judges."),
            ],
        ),
        # a caption of its own stays whole, whatever dates its parties' names hold
        (
            "TRUSTEES OF THE TRUST OF MAY 3, 1921 FOR KEEL, Plaintiffs, v. TILLER, Defendant.",
            [
                (
                    P,
                    "TRUSTEES OF THE TRUST OF MAY 3, 1921 FOR KEEL, Plaintiffs, v. TILLER, Defendant.",
                )
            ],
        ),
    ],
)
def test_split_head(text: str, expected: list[tuple[BlockKind, str]]) -> None:
    assert split(text) == expected


@each_row()
def test_captions(text: str) -> None:
    assert is_caption_run(text)


@each_row()
def test_prose(text: str) -> None:
    assert not is_caption_run(text)


@pytest.mark.parametrize(
    "work",
    [
        lambda size: split("Civ. No. 1-1 " * size),
        lambda size: split("KEEL et al. v. " * size),
        lambda size: is_caption_run("KEEL AND " * 5 * size + "v. TILLER"),
    ],
)
def test_work_over_long_heads_is_linear(work: Callable[[int], object]) -> None:
    assert measure_growth(work, 20_000) < MOST_GROWTH
