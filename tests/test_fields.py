"""A field of an order is defined once, and arrives in each output, or its metadata has the reason."""

import csv
import datetime
import io
import json
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.archive.doubts import list_doubts
from build_scripts.archive.history import summarise_fields
from build_scripts.describing.corrections.models import describe_schema
from build_scripts.describing.corrections.template import write_template
from build_scripts.model.description import (
    FIELDS,
    Claim,
    Court,
    Description,
    DocketNumber,
    Judge,
    OrderType,
    Outcome,
    Party,
    Qualifier,
    Ruling,
    Span,
    write_fields,
)
from build_scripts.model.partial_date import AnyDate
from build_scripts.pages.archive_index import ArchiveIndex, build_index
from build_scripts.pages.evidence import list_evidence, name_anchor
from build_scripts.pages.facts import read_facts
from build_scripts.pages.i18n import term
from build_scripts.pages.order_banners import read_head_text
from build_scripts.pages.order_head import OrderHead, view_head
from build_scripts.pages.script_words import list_form_fields
from build_scripts.site.data.archive_database import fill_database, list_all_rows
from build_scripts.site.data.csv_tables import ORDER_COLUMNS, list_order_row, write_rows
from build_scripts.site.data.record import make_record, publish_record
from tests.pages.authority_pages.conftest import write_clean
from tests.pages.conftest import order as make_order
from tests.shared import ROOT

NOTES = {"superseded", "guesses", "correction", "withheld", "confirmed"}
"""What is no field of the order: notes on its fields."""

VALUES: Mapping[Any, Any] = {
    bool: True,
    int: 7,
    str: "Quillhaven",
    AnyDate: datetime.date(2031, 3, 4),
    datetime.date: datetime.date(2031, 3, 5),
    Court: Court("cand", "United States District Court", "N.D. Cal."),
    DocketNumber: DocketNumber("5:31-cv-01234"),
    Judge: Judge("Amelia B. Cartwright", None, None),
    Party: Party("Quillhaven Mills"),
    Ruling: Ruling("motion to stay", Outcome.DENIED, (), ()),
    OrderType: OrderType.OPINION,
    Outcome: Outcome.DENIED,
    Qualifier: Qualifier.AS_MOOT,
}
FRONT_MATTER = {"case_name": "case", "court": "court_id"}
"""Fields whose name in front matter is another."""

Whole = tuple[ArchiveIndex, OrderHead]


@pytest.fixture
def whole() -> Whole:
    """An archive of one order in which every field has a value."""
    described = write_fields(
        Description(is_order=Claim(True, None, "by hand")),
        {
            name: (Claim(VALUES[field.type], Span(0, 3), "by hand", confidence=0.9),)
            for name, field in FIELDS.items()
        },
    )
    order = make_order(write_clean("So ordered."), described, ())
    index = build_index(catalogue_orders([order]))
    archived = index.order(0)
    text = read_head_text(order)
    return index, view_head(archived, 0, index, text)


def test_every_field_of_the_model_has_its_metadata() -> None:
    assert {one.name for one in fields(Description)} == {*FIELDS, *NOTES}
    assert all(0 < field.spec.visibility <= 1 for field in FIELDS.values())


@pytest.mark.parametrize("name", FIELDS)
def test_data_has_the_field(whole: Whole, name: str) -> None:
    index, _ = whole
    record = make_record(index.order(0))
    published = publish_record(record)
    assert published[name]
    rows = write_rows([ORDER_COLUMNS, *list_order_row(record)])
    (row,) = csv.DictReader(io.StringIO(rows.decode()))
    assert row[name]
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    fill_database(connection, index, list_all_rows(index))
    if FIELDS[name].has_parts:
        table = "order_judges" if name == "judges" else name
        assert connection.execute(f"SELECT * FROM {table}").fetchall()
    else:
        assert connection.execute(f"SELECT {name} FROM orders").fetchone()[0]
    assert read_facts(index.order(0))[FRONT_MATTER.get(name, name)]


@pytest.mark.parametrize("name", FIELDS)
def test_history_doubts_and_corrections_have_the_field(whole: Whole, name: str) -> None:
    described = whole[0].order(0).order.description
    assert summarise_fields(described)[name]
    claims = {name: (Claim(VALUES[FIELDS[name].type], None, "", confidence=0.1),)}
    order = replace(whole[0].order(0).order, description=write_fields(described, claims))
    doubted = [one.field for one in list_doubts(catalogue_orders([order]))]
    assert doubted == ([] if name == "disposition_qualifiers" else [name])  # as sure as it
    schema = describe_schema()["definitions"]["FieldValues"]["properties"][name]
    assert name == "is_order" or schema["description"]
    text = write_template("a.txt", "0" * 64, described, "s.json", datetime.date(2031, 1, 1))
    assert re.search(rf"(?m)^  # {name}:", text)


@pytest.mark.parametrize("name", FIELDS)
def test_the_page_has_the_field_and_leads_to_its_words(whole: Whole, name: str) -> None:
    index, head = whole
    spec = FIELDS[name].spec
    rows = {fact.notes.field: fact for fact in head.facts}
    marked = {one.name for one in list_evidence(index.order(0).order.description)}
    assert name == "rulings" or ((spec.row or name) in rows) is not bool(spec.no_row)
    assert (name_anchor(name) in marked) is not bool(spec.row or spec.no_row)
    if name in rows:
        assert name == "date_filed" or [one.mark for one in rows[name].pieces if one.mark]


@pytest.mark.parametrize("name", FIELDS)
def test_forms_words_and_documents_have_the_field(name: str) -> None:
    form = {one["name"] for one in list_form_fields()}
    assert (name in form) is not bool(FIELDS[name].spec.no_form)
    assert term("fields", name)
    text = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    assert f"\n| `{name}` |" in text.partition("## Fields of one order")[2].partition("\n## ")[0]


def test_the_form_has_the_words_of_fields_that_take_only_some() -> None:
    (kinds,) = (one["choices"] for one in list_form_fields() if one["name"] == "order_type")
    assert [value for value, _ in kinds] == [one.value for one in OrderType]
    assert json.dumps(kinds)
