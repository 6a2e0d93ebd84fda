"""The shipped specimens, from raw file to data, against what their author says they hold.

`specimens.json` was written with the specimens, from the prose before it was put into the noisy
forms: facts, blocks of text, footnotes. Nothing in it was made by the program.
"""

from pathlib import Path
from typing import Any

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.archive.storage.orders_folder import read_raw_order
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.order import Order
from build_scripts.site.data.record import present_order
from tests.made_once import Convert
from tests.shared import ORDERS, list_specimens
from tests.shipped_specimens import FACTS

each_specimen = pytest.mark.parametrize("facts", FACTS, ids=lambda facts: Path(facts["file"]).stem)


FIELDS = ("case_name", "title", "order_type", "date", "date_filed", "document_number", "page_count")


@pytest.fixture
def order(facts: dict[str, Any], convert_once: Convert) -> Order:
    """What the program makes of the text alone, without the corrections beside some specimens."""
    return convert_once(read_raw_order(ORDERS, facts["file"]))


@pytest.fixture
def shown(order: Order) -> dict[str, Any]:
    return present_order(catalogue_orders([order]).orders[0])


def test_every_specimen_has_its_facts() -> None:
    shipped = {path.relative_to(ORDERS).as_posix() for path in list_specimens()}
    assert shipped == {facts["file"] for facts in FACTS}


def test_the_specimens_cover_courts_judges_and_dispositions() -> None:
    assert len(FACTS) >= 16
    assert len({facts["court_id"] for facts in FACTS}) >= 3
    assert len({judge for facts in FACTS for judge in facts["judges"]}) >= 5
    assert len({facts["disposition"] for facts in FACTS}) >= 8
    assert {facts["encoding"] for facts in FACTS} >= {"utf-8", "windows-1252"}


@each_specimen
def test_every_block_comes_out_whole(facts: dict[str, Any], order: Order) -> None:
    got = {block.text: block.kind for block in order.clean.blocks}
    missing = [text for _, text in facts["blocks"] if text not in got]
    assert missing == []
    quotes = [text for kind, text in facts["blocks"] if kind == "quote"]
    assert all(got[text] is BlockKind.QUOTE for text in quotes)
    assert order.clean.specimen
    assert "SPECIMEN" not in order.clean.reading_text


@each_specimen
def test_every_footnote_is_tied_and_whole(facts: dict[str, Any], order: Order) -> None:
    notes = order.clean.footnotes
    assert {note.label: note.text for note in notes} == facts["footnotes"]
    assert all(note.tied for note in notes)


@each_specimen
def test_facts(facts: dict[str, Any], shown: dict[str, Any]) -> None:
    assert {name: shown[name] for name in FIELDS} == {name: facts[name] for name in FIELDS}
    assert shown["court"] == facts["court_id"]
    assert shown["docket_numbers"] == [facts["docket_number"]]
    assert {judge["name"] for judge in shown["judges"]} == set(facts["judges"])


@each_specimen
def test_disposition_and_entries(facts: dict[str, Any], shown: dict[str, Any]) -> None:
    accepted = [facts["disposition"], *(facts["acceptable_dispositions"] or [])]
    assert shown["disposition"] in accepted
    entries = {entry for ruling in shown["rulings"] for entry in ruling["entries"]}
    assert entries == set(facts["entries"])


@each_specimen
def test_full_case_citations(facts: dict[str, Any], shown: dict[str, Any]) -> None:
    cited = (each for each in shown["citations"] if each["kind"] == "case")
    assert {each["normal_form"] for each in cited} == set(facts["citations"])
