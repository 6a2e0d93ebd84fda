"""The archive as data: what is in it, what is kept back, and that it reads back."""

import csv
import dataclasses
import json
import re
from io import StringIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_scripts.archive import catalogue_orders
from build_scripts.model.archive import Archive, Facet
from build_scripts.model.page import SiteChoices
from build_scripts.search.records import rank_orders
from build_scripts.site.data.csv_tables import CITATION_COLUMNS, ORDER_COLUMNS
from build_scripts.site.data.record import make_record, present_order, publish_record
from build_scripts.site.files import offer_orders
from tests.changed import put_first, redescribe
from tests.pages.conftest import FIRST, claim
from tests.shared import ROOT
from tests.site_build.data.joined import join_files

SITE = "https://orders.example.org/archive/"


def read_files(archive: Archive, site_url: str = SITE) -> dict[str, bytes]:
    return join_files(archive, site_url)


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode(), newline=""), strict=True))


def test_every_order_is_in_every_form(archive: Archive) -> None:
    files = read_files(archive)
    lines = [json.loads(line) for line in files["orders.jsonl"].decode().splitlines()]
    rows = read_csv(files["orders.csv"])
    addresses = [archived.address for archived in archive.orders]
    assert [line["address"] for line in lines] == addresses
    assert [row["address"] for row in rows] == addresses
    for line in lines:
        assert json.loads(files[f"{line['address']}/order.json"]) == line


def test_a_compact_archive_has_a_file_for_each_court_and_year(archive: Archive) -> None:
    files = {
        path: data
        for path, data in join_files(archive, SITE, compact=True).items()
        if path.startswith("orders/")
    }
    choices = SiteChoices(site_url=SITE, compact=True)
    assert sorted(files) == sorted(file.path for file in offer_orders(archive.orders, choices))
    assert len(files) < len(archive.orders)
    found = {}
    for path, data in files.items():
        listed = json.loads(data)
        folder, _, year = path.removesuffix(".json").rpartition("/")
        assert {each["address"].rsplit("/", 2)[0] for each in listed} == {folder}
        assert {(each["date"] or "undated").partition("-")[0] for each in listed} == {year}
        found |= {each["address"]: each for each in listed}
    assert found == {one.address: publish_record(make_record(one, SITE)) for one in archive.orders}


def test_fields_are_those_of_the_command_line(archive: Archive) -> None:
    """All but `removals`: these hold words of mailing notices, which are never published."""
    first = archive.orders[0]
    published = publish_record(make_record(first, SITE))
    shown = present_order(first)
    of_the_site = ["specimen", "subsequent_history", "prior_history", "similar"]
    alone = [field for field in shown if field != "removals"]
    assert list(published) == ["address", "url", *alone, *of_the_site]
    assert {field: published[field] for field in published.keys() & shown.keys()} == {
        field: value for field, value in shown.items() if field != "removals"
    }
    assert b"quill@example.com" not in b"".join(read_files(archive).values())
    assert (published["url"], published["specimen"]) == (f"{SITE}{FIRST}/", True)
    assert publish_record(make_record(first))["url"] is None


def test_a_row_of_the_table(archive: Archive) -> None:
    (row, *_, bare) = read_csv(read_files(archive)["orders.csv"])
    assert row["docket_numbers"] == "5:31-cv-01234-ABC"
    assert row["judges"] == "Amelia B. Cartwright"
    assert row["rulings"] == "Motion for Expedited Discovery: denied, without prejudice (7)"
    assert row["citations"] == "11"
    assert row["specimen"] == "true"
    assert (bare["case_name"], bare["date"], bare["citations"]) == ("", "", "0")


def test_papers_that_are_no_orders_are_in_no_list(archive: Archive) -> None:
    files = read_files(put_first(archive, redescribe(archive.orders[0], is_order=claim(False))))
    assert FIRST.encode() not in files["orders.csv"]
    assert f'"address":"{FIRST}"'.encode() not in files["orders.jsonl"]
    assert json.loads(files[f"{FIRST}/order.json"])["is_order"] is False


@pytest.mark.parametrize("sure", [0.64, 0.79, 0.8, 0.94])
def test_search_and_data_have_the_same_papers(archive: Archive, sure: float) -> None:
    """A decision that may be none is in both, a paper that is surely none in neither."""
    doubt = dataclasses.replace(claim(False), confidence=sure)
    changed = put_first(archive, redescribe(archive.orders[0], is_order=doubt))
    made = catalogue_orders([one.order for one in changed.orders])
    data = join_files(made)["orders.jsonl"].splitlines()
    ranked = [made.orders[place].address for place in rank_orders(made)]
    assert {json.loads(line)["address"] for line in data} == {*ranked}
    assert len(ranked) == (3 if sure < 0.8 else 2)
    grouped = {member for group in made.groups[Facet.COURT] for member in group.members}
    assert len(grouped) == len(ranked)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=3, max_size=3))
@example(["-1", "+1\u2028=2", "@x\x85"])
@example(["=1", "'-1", ""])
@settings(max_examples=70)
def test_any_words_read_back(archive: Archive, texts: list[str]) -> None:
    """Line ends that only some readers know, quotes, commas; no cell is a formula."""
    changed = []
    for one, text in zip(archive.orders, texts, strict=True):
        description = dataclasses.replace(one.order.description, title=claim(text))
        order = dataclasses.replace(one.order, description=description)
        changed.append(dataclasses.replace(one, order=order))
    files = read_files(dataclasses.replace(archive, orders=tuple(changed)))
    lines = files["orders.jsonl"].decode().splitlines()
    assert [json.loads(line)["title"] for line in lines] == texts
    for row, text in zip(read_csv(files["orders.csv"]), texts, strict=True):
        cell = row["title"]
        assert cell.removeprefix("'").removeprefix("'") == " ".join(text.split()).removeprefix("'")
        assert not cell.startswith(("=", "+", "-", "@"))


def test_half_a_surrogate_pair_stops_nothing(archive: Archive) -> None:
    first = archive.orders[0]
    description = dataclasses.replace(first.order.description, title=claim("Order \ud800"))
    order = dataclasses.replace(first.order, description=description)
    orders = (dataclasses.replace(first, order=order),)
    changed = dataclasses.replace(archive, orders=orders, groups={})
    assert json.loads(read_files(changed)["orders.jsonl"])["title"] == "Order ?"


def test_the_data_dictionary_names_every_field(archive: Archive) -> None:
    """Each field has a row in docs/data.md, and no row is without its field."""
    text = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    fields, _, rest = text.partition("## Fields of one order")[2].partition("\n## ")
    rows = re.findall(r"^\| `(\w+)` \|", fields, re.MULTILINE)
    assert rows == list(publish_record(make_record(archive.orders[0])))
    named = set(re.findall(r"`(\w+)`", rest.partition("\n## ")[0]))
    assert set(ORDER_COLUMNS) <= named | set(rows)
    citation = present_order(archive.orders[0])["citations"][0]
    assert set(citation) <= set(re.findall(r"`(\w+)`", fields))
    authorities, _, citations = rest.partition("\n## Citations as a table")[0:3]
    assert set(CITATION_COLUMNS) <= set(re.findall(r"`(\w+)`", citations.partition("\n## ")[0]))
    (one, *_) = json.loads(join_files(archive)["authorities.json"])
    about = authorities.partition("\n## Authorities")[2]
    assert set(one) <= set(re.findall(r"`(\w+)`", about))
