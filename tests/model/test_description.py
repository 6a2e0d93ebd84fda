"""When a value may be shown without a mark."""

from dataclasses import replace

import pytest

from build_scripts.describing import describe_order
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place
from build_scripts.model.description import (
    Claim,
    ClaimSource,
    Description,
    is_claim_confirmed,
    is_confirmed,
)
from tests.tables import each_row

pytestmark = pytest.mark.unit


@pytest.fixture
def described() -> Description:
    blocks = (Block(BlockKind.PARAGRAPH, "It is so ordered.", (Place(0, 1, 1),)),)
    return describe_order(CleanOrder(blocks, (), (), (), (), page_count=0))


@each_row(source=ClaimSource)
def test_a_value_is_confirmed_by_its_confidence_or_by_who_says_it(
    source: ClaimSource, confidence: float | None, confirmed: bool, reason: str
) -> None:
    claim = Claim("Roe v. Poe", None, "", source, confidence)
    assert is_claim_confirmed("case_name", claim) is confirmed, reason


def test_a_field_is_confirmed_if_all_its_values_are(described: Description) -> None:
    sure, unsure = Claim("A 1", None, "", confidence=1.0), Claim("A 2", None, "", confidence=0.6)
    assert is_confirmed(replace(described, own_citations=(sure,)), "own_citations")
    assert not is_confirmed(replace(described, own_citations=(sure, unsure)), "own_citations")


def test_an_empty_field_has_nothing_to_confirm(described: Description) -> None:
    assert is_confirmed(described, "case_name")
    assert is_confirmed(described, "judges")
