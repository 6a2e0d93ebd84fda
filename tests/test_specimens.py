"""The shipped specimens, from raw file to data, against what their author says they hold.

`specimens.json` was written with the specimens, from the prose before it was put into the noisy
forms: facts, blocks of text, footnotes. Nothing in it was made by the program.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.archive.storage.orders_folder import read_raw_order
from build_scripts.convert import order as conversion
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.order import Order
from build_scripts.site.data.record import present_order
from tests.shared import ORDERS, list_specimens
from tests.shipped_specimens import FACTS
from tests.tables import each_row

each_specimen = pytest.mark.parametrize("facts", FACTS, ids=lambda facts: Path(facts["file"]).stem)


@cache
def convert(path: str) -> Order:
    return conversion.convert_order(read_raw_order(ORDERS, path))


@cache
def present(path: str) -> dict[str, Any]:
    """What the program finds in the text alone, without the corrections beside some specimens."""
    return present_order(catalogue_orders([convert(path)]).orders[0])


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
def test_every_block_comes_out_whole(facts: dict[str, Any]) -> None:
    got = {block.text: block.kind for block in convert(facts["file"]).clean.blocks}
    missing = [text for _, text in facts["blocks"] if text not in got]
    assert missing == []
    quotes = [text for kind, text in facts["blocks"] if kind == "quote"]
    assert all(got[text] is BlockKind.QUOTE for text in quotes)


@each_specimen
def test_every_footnote_is_tied_and_whole(facts: dict[str, Any]) -> None:
    notes = convert(facts["file"]).clean.footnotes
    assert {note.label: note.text for note in notes} == facts["footnotes"]
    assert all(note.tied for note in notes)


@each_specimen
def test_every_specimen_says_that_it_is_one(facts: dict[str, Any]) -> None:
    order = convert(facts["file"])
    assert order.clean.specimen
    assert "SPECIMEN" not in order.clean.reading_text


@each_specimen
@each_row()
def test_facts(facts: dict[str, Any], field: str) -> None:
    assert present(facts["file"])[field] == facts[field]


@each_specimen
def test_court_docket_and_judges(facts: dict[str, Any]) -> None:
    shown = present(facts["file"])
    assert shown["court"] == facts["court_id"]
    assert shown["docket_numbers"] == [facts["docket_number"]]
    names = {judge["name"] for judge in shown["judges"]}
    assert names == set(facts["judges"])


@each_specimen
def test_disposition_and_entries(facts: dict[str, Any]) -> None:
    shown = present(facts["file"])
    accepted = [facts["disposition"], *(facts["acceptable_dispositions"] or [])]
    assert shown["disposition"] in accepted
    entries = {entry for ruling in shown["rulings"] for entry in ruling["entries"]}
    assert entries == set(facts["entries"])


@each_specimen
def test_full_case_citations(facts: dict[str, Any]) -> None:
    shown = present(facts["file"])["citations"]
    found = {citation["normal_form"] for citation in shown if citation["kind"] == "case"}
    assert found == set(facts["citations"])
