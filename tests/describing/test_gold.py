"""The text orders of the gold set, letter by letter: the evaluation compares by folded words."""

import json
from typing import Any

import pytest

from build_scripts.describing import describe_order
from build_scripts.model.description import Description
from tests.orders_from_text import clean_text
from tests.shared import SHARED, needs_shared

pytestmark = [needs_shared, pytest.mark.slow]
GOLD = SHARED / "gold" / "dev.jsonl"

Labelled = tuple[dict[str, Any], Description]


def list_labels() -> list[dict[str, Any]]:
    if not GOLD.is_file():
        return []
    labels = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [label for label in labels if label["file"].endswith(".txt")]


@pytest.fixture(params=list_labels(), ids=lambda label: label["file"], scope="module")
def labelled(request: pytest.FixtureRequest) -> Labelled:
    label: dict[str, Any] = request.param
    return label, describe_order(clean_text((SHARED / "corpus" / label["file"]).read_bytes()))


def test_docket_numbers_in_their_most_complete_printed_form(labelled: Labelled) -> None:
    label, found = labelled
    assert [claim.value.text for claim in found.docket_numbers] == label["docket_numbers"]


def test_judges_by_their_full_names(labelled: Labelled) -> None:
    label, found = labelled
    assert sorted(j["name"] or j["initials"] for j in label["judges"]) == sorted(
        claim.value.name or claim.value.initials or "" for claim in found.judges
    )
