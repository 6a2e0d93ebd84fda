"""Where an order is reported, from the lines above its caption."""

from build_scripts.describing.own_citations import find_own_citations
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place
from tests.tables import each_row

_PLACES = (Place(0, 1, 1),)


def _head(*lines: tuple[BlockKind, str]) -> CleanOrder:
    blocks = tuple(Block(kind, text, _PLACES) for kind, text in lines)
    return CleanOrder(blocks, (), (), (), (), page_count=0)


@each_row()
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
