"""The seed order, from raw text to page and data: every fact that its page must show."""

import re
from typing import Any

import pytest
import yaml

from build_scripts.cli import show
from build_scripts.site import pipeline
from tests.shared import SHARED, needs_shared

pytestmark = [needs_shared, pytest.mark.slow]
YAHOO = "433 F.3d 1199"


def find_seed() -> Any:
    return next((SHARED / "corpus" / "seed").glob("*.txt"))


def test_front_matter() -> None:
    page = show.show_page(find_seed())
    _, head, body = page.split("---\n", 2)
    front = yaml.safe_load(head)
    assert front["case"] == "MX1 Ltd. v. Does 1-10"
    assert front["judge"] == "Howard R. Lloyd"
    assert front["disposition"] == "denied"
    assert front["disposition_qualifiers"] == ["without prejudice"]
    assert front["docket_number"] == "5:17-cv-02540-HRL"
    assert front["court"] == "United States District Court for the Northern District of California"
    assert front["court_id"] == "cand"
    assert front["division"] == "San Jose Division"
    assert front["title"] == "Order Denying Motion for Expedited Discovery"
    assert front["date"] == "2017-05-31"
    assert front["ruled_on"] == ["7"]
    assert front["cites"] == [YAHOO, "465 U.S. 783", "104 S. Ct. 1482", "79 L. Ed. 2d 804"]
    assert set(front["source"]) == {"path", "format"}  # its digest is not public: words are masked
    assert not re.search(r"\w@\w", body)  # no address; BibTeX entries begin with the sign
    assert "electronically mailed to" not in body


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


def test_address() -> None:
    archive = pipeline.build_archive(SHARED / "corpus" / "seed")
    assert [order.address for order in archive.orders] == [
        "orders/cand/5-17-cv-02540/2017-05-31-order-denying-motion-for-expedited-discovery"
    ]
