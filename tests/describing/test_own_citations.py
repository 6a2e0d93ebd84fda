"""Where an order is reported, from the lines above its caption."""

import pytest

from build_scripts.describing.own_citations import find_own_citations
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place

_PLACES = (Place(0, 1, 1),)


def _head(*lines: tuple[BlockKind, str]) -> CleanOrder:
    blocks = tuple(Block(kind, text, _PLACES) for kind, text in lines)
    return CleanOrder(blocks, (), (), (), (), page_count=0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 F.3d 662", ["14 F.3d 662"]),
        ("607 F.3d 283 (2010)", ["607 F.3d 283"]),
        ("27 Fed. R. Serv. 3d 1582", ["27 Fed. R. Serv. 3d 1582"]),
        ("138 U.S. 109, 11 S.Ct. 283", ["138 U.S. 109", "11 S.Ct. 283"]),
        # a docket number, a code, a date
        ("No. 93-1722", []),
        ("28 U.S.C. 1331", []),
        ("12 June 1994", []),
        # courts' own marks
        ("2022-NCSC-1", ["2022-NCSC-1"]),
        ("[2025 UT 46]", ["2025 UT 46"]),
        ("The court decided 2025 UT 46", []),
        # a publisher's first line
        ("Quimby v. Roe Corp., 183 F.R.D. 264 (1998)", ["183 F.R.D. 264"]),
    ],
)
def test_lines_above_the_caption(text: str, expected: list[str]) -> None:
    clean = _head((BlockKind.CENTRED, text), (BlockKind.PARTIES, "Ada Roe v. Ben Poe"))
    claims = find_own_citations(clean)
    assert [claim.value for claim in claims] == expected
    for claim in claims:
        assert claim.evidence is not None
        assert clean.reading_text[claim.evidence.start : claim.evidence.end] == claim.value


def test_a_citation_in_the_text_is_another_case() -> None:
    clean = _head((BlockKind.PARAGRAPH, "See below."), (BlockKind.CENTRED, "14 F.3d 662"))
    assert find_own_citations(clean) == ()


def test_a_courts_own_mark_below_its_caption() -> None:
    clean = _head((BlockKind.PARTIES, "Ada Roe v. Ben Poe"), (BlockKind.PARAGRAPH, "2022-NCSC-1"))
    assert [claim.value for claim in find_own_citations(clean)] == ["2022-NCSC-1"]
