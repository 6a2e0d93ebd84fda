"""The seed order, from raw text to data: each citation with what it goes back to.

Its facts are labeled: tests/evaluation/test_gold.py compares them.
"""

from typing import Any

import pytest

from build_scripts.cli import show
from tests.shared import SHARED, needs_shared

pytestmark = [needs_shared, pytest.mark.slow]
YAHOO = "433 F.3d 1199"


def find_seed() -> Any:
    return next((SHARED / "corpus" / "seed").glob("*.txt"))


def test_citations() -> None:
    shown: Any = show.show_object(find_seed())
    by_text = {(c["kind"], c["text"]): c for c in shown["citations"]}
    identical = by_text["id", "Id. at 1206"]
    assert (identical["antecedent"], identical["pin_cite"]) == (YAHOO, "1206")
    assert by_text["id", "Id."]["antecedent"] == YAHOO
    assert by_text["reference", "Yahoo!, Inc."]["antecedent"] == YAHOO
    assert by_text["reference", "Calder"]["antecedent"] == "465 U.S. 783"
    assert by_text["record", "Dkt. No. 7"]["normal_form"] == "Dkt. No. 7"
    complaint = by_text["record", "Dkt. 1 Complaint at ¶ 5"]
    assert (complaint["normal_form"], complaint["pin_cite"]) == ("Dkt. No. 1", "¶ 5")
    cases = [c for c in shown["citations"] if c["kind"] == "case"]
    assert {c["authority"] for c in cases[1:]} == {"465 U.S. 783"}  # Calder's parallels
    assert cases[0]["url"] == "https://www.courtlistener.com/c/f3d/433/1199/"
