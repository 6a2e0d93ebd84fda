"""The text orders of the gold set, field by field."""

import json
import re
from typing import Any

import pytest

from build_scripts.describing import describe_order
from build_scripts.model.description import Description
from tests.orders_from_text import clean_text
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
GOLD = SHARED / "gold" / "dev.jsonl"


def list_labels() -> list[dict[str, Any]]:
    if not GOLD.is_file():
        return []
    labels = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [label for label in labels if label["file"].endswith(".txt")]


def fold(text: str | None) -> list[str]:
    plain = (text or "").lower().replace("’", "").replace("'", "")
    return re.findall(r"[a-z0-9]+", plain)


@pytest.fixture(params=list_labels(), ids=lambda label: label["file"], scope="module")
def labelled(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Description]:
    label: dict[str, Any] = request.param
    return label, describe_order(clean_text((SHARED / "corpus" / label["file"]).read_bytes()))


Labelled = tuple[dict[str, Any], Description]


def test_case_court_and_docket(labelled: Labelled) -> None:
    label, found = labelled
    assert found.is_order.value is label["is_order"]
    assert found.case_name
    assert fold(found.case_name.value) == fold(label["case_name"])
    assert found.court
    assert found.court.value.court_id == label["court"]
    assert fold(found.division.value if found.division else None) == fold(label["division"])
    assert [claim.value.text for claim in found.docket_numbers] == label["docket_numbers"]


def test_judges(labelled: Labelled) -> None:
    label, found = labelled
    assert sorted(j["name"] or j["initials"] for j in label["judges"]) == sorted(
        claim.value.name or claim.value.initials or "" for claim in found.judges
    )


def test_title_kind_and_dates(labelled: Labelled) -> None:
    label, found = labelled
    assert fold(found.title.value if found.title else None) == fold(label["title"])
    assert found.order_type
    assert found.order_type.value == label["order_type"]
    assert found.date
    assert found.date.value.isoformat() == label["date"]
    filed = found.date_filed.value.isoformat() if found.date_filed else None
    assert filed == label["date_filed"]
    number = found.document_number.value if found.document_number else None
    assert number == label["document_number"]


def test_outcomes_and_entries(labelled: Labelled) -> None:
    label, found = labelled
    assert (found.disposition.value if found.disposition else None) == label["disposition"]
    assert sorted(claim.value.outcome for claim in found.rulings) == sorted(
        ruling["outcome"] for ruling in label["rulings"]
    )
    assert {entry for claim in found.rulings for entry in claim.value.entries} == {
        entry for ruling in label["rulings"] for entry in ruling["entries"]
    }
    assert {qualifier for claim in found.rulings for qualifier in claim.value.qualifiers} == {
        qualifier for ruling in label["rulings"] for qualifier in ruling["qualifiers"]
    }
