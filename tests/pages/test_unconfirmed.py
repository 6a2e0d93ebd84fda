"""An unconfirmed value is marked on its order's page, flagged in its data, and nowhere else."""

import csv
import dataclasses
import io
from typing import Any

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.model.archive import Archive, Facet
from build_scripts.model.description import Claim, Description, keep_confirmed
from build_scripts.model.page import SiteChoices
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.facts import read_facts
from build_scripts.pages.order_page import view_order
from build_scripts.pages.summaries import count_by_motion
from build_scripts.pages.views import line_order
from build_scripts.search.records import iter_records
from build_scripts.site.data.csv_tables import (
    ORDER_COLUMNS,
    RULING_COLUMNS,
    list_order_row,
    list_rulings,
    write_rows,
)
from build_scripts.site.data.feeds import list_feed_files
from build_scripts.site.data.record import make_record, publish_record
from tests.pages.conftest import first_order

NAME, JUDGE = "Quill & Lantern Ltd.", "Amelia B. Cartwright"
DOUBTED = ("case_name", "judges", "rulings", "disposition")


def doubt(held: Any) -> Any:
    """The same claims, so unsure that every field's bar is above them."""
    if isinstance(held, tuple):
        return tuple(doubt(one) for one in held)
    return dataclasses.replace(held, confidence=0.4) if isinstance(held, Claim) else held


@pytest.fixture(scope="module")
def archive() -> Archive:
    order = first_order()
    said = order.description
    doubted = {name: doubt(getattr(said, name)) for name in DOUBTED}
    return catalogue_orders(
        [dataclasses.replace(order, description=dataclasses.replace(said, **doubted))]
    )


def test_what_is_confirmed_is_kept(archive: Archive) -> None:
    said = archive.orders[0].order.description
    kept = archive.orders[0].stated
    changed = {
        field.name
        for field in dataclasses.fields(Description)
        if getattr(kept, field.name) != getattr(said, field.name)
    }
    assert changed == {*DOUBTED, "disposition_qualifiers"}
    assert keep_confirmed(kept) is kept


def test_a_field_with_several_values_keeps_the_sure_ones() -> None:
    said = first_order().description
    sure, unsure = said.docket_numbers[0], doubt(said.docket_numbers[0])
    kept = keep_confirmed(dataclasses.replace(said, docket_numbers=(sure, unsure)))
    assert kept.docket_numbers == (sure,)


def test_its_page_is_headed_by_court_and_number_and_marks_each_value(archive: Archive) -> None:
    view = view_order(build_index(archive), 0)
    head = view.head
    assert head.name == "N.D. Cal., No. 5:31-cv-01234-ABC"
    assert view.citing.missing, "a citation needs a name"
    marked = {fact.notes.field: fact.notes.doubt or fact.pieces[0].doubt for fact in head.facts}
    assert marked["case_name"] == marked["judges"] == marked["disposition"] == 4
    assert [piece.doubt for pieces in head.line for piece in pieces if JUDGE in piece.words] == [4]
    assert marked["court"] is None
    shown = {fact.notes.field: fact.pieces[0].words for fact in head.facts}
    assert NAME in shown["case_name"]
    assert JUDGE in shown["judges"]
    assert head.rulings
    assert all(ruling.doubt == 4 for ruling in head.rulings)


def test_lists_leave_it_out(archive: Archive) -> None:
    line = line_order(build_index(archive), 0)
    assert NAME not in line.case.label
    assert [judge.label for judge in line.judges] == ["Judge not identified"]
    assert line.disposition
    assert line.disposition.label == "Disposition not identified"


def test_no_group_and_no_count_includes_it(archive: Archive) -> None:
    index = build_index(archive)
    assert {group.label for group in archive.groups[Facet.JUDGE]} == {"Judge not identified"}
    assert archive.groups[Facet.MOTION] == ()
    assert count_by_motion(index, [0]).rows == ()


def test_no_feed_and_no_front_matter_states_it(archive: Archive) -> None:
    choices = SiteChoices(site_url="https://orders.example.org/", site_name="Tide & Ledger")
    for file in list_feed_files(build_index(archive), choices):
        written = file.load()
        assert isinstance(written, bytes)
        assert b"Quill" not in written
        assert JUDGE.encode() not in written
        assert b"denied" not in written.lower()
    facts = read_facts(archive.orders[0])
    assert not facts.keys() & {"case", "judge", "judges", "disposition"}
    assert facts["rulings"] == []
    assert read_citation(archive.orders[0]).missing


def test_no_facet_of_the_search_has_it(archive: Archive) -> None:
    (record,) = iter_records(archive)
    assert not record.case_name
    assert not record.judges
    assert not record.disposition
    assert not [token for token in record.tokens if token.startswith("zzoutcome")]


def test_data_has_it_with_a_flag(archive: Archive) -> None:
    record = make_record(archive.orders[0])
    published = publish_record(record)
    assert set(published["unconfirmed"]) == set(DOUBTED)
    assert NAME in published["case_name"]
    assert [ruling["confirmed"] for ruling in published["rulings"]] == [False]
    table = write_rows([ORDER_COLUMNS, *list_order_row(record)]).decode()
    (row,) = csv.DictReader(io.StringIO(table))
    assert set(row["unconfirmed"].split("; ")) == set(DOUBTED)
    table = write_rows([RULING_COLUMNS, *list_rulings(record)]).decode()
    rulings = [*csv.DictReader(io.StringIO(table))]
    assert {line["confirmed"] for line in rulings} == {"false"}
    assert {line["unconfirmed"] for line in rulings} == {row["unconfirmed"]}
