"""Authorities and citations as data: every row and entry is what the archive holds."""

import csv
import dataclasses
import io
import json

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.model.archive import Archive
from build_scripts.model.citation import AntecedentRule, CitationKind
from build_scripts.model.clean_order import Footnote, FootnoteMark, Place
from build_scripts.site.data.csv_tables import CITATION_COLUMNS
from build_scripts.site.data.record import present_order
from tests.pages.authority_pages.conftest import cite_calder, make_order, read_files, write_clean
from tests.pages.conftest import block, cite

K = CitationKind


def read_rows(archive: Archive) -> list[dict[str, str]]:
    text = read_files(archive)["citations.csv"]
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def make_archive() -> Archive:
    clean = write_clean("See Calder v. Jones, 465 U.S. 783, 789 (1984). Dkt. No. 7.")
    citations = (
        cite_calder(clean, pin_cite="789", signal="See", parenthetical='(so, "held")'),
        cite(clean, "Dkt. No. 7", K.RECORD, "Dkt. No. 7", entries=("7",)),
    )
    return catalogue_orders([make_order(0, clean, citations), make_order(1, clean, citations[:1])])


def test_every_citation_is_a_row() -> None:
    first, record, second = read_rows(make_archive())
    assert tuple(first) == CITATION_COLUMNS
    assert first == {
        "order": "orders/cand/no-docket/2031-03-01-order-0",
        "docket_number": "",
        "court": "cand",
        "date": "2031-03-01",
        "kind": "case",
        "text": "465 U.S. 783",
        "normal_form": "465 U.S. 783",
        "authority": "465 U.S. 783",
        "authority_path": "authorities/us/460-469/#465-783",
        "case_name": "Calder v. Jones",
        "cited_court": "scotus",
        "year": "1984",
        "pin_cite": "789",
        "antecedent": "",
        "signal": "See",
        "parenthetical": '(so, "held")',
        "history": "",
        "target": "courtlistener",
        "url": first["url"],
        "place": "page 1",
        "page": "1",
        "sheet": "1",
        "paragraph": "orders/cand/no-docket/2031-03-01-order-0/#p-1",
        "antecedent_rule": "",
        "antecedent_confidence": "",
    }
    assert first["url"].startswith("https://www.courtlistener.com/c/")
    assert (record["kind"], record["authority_path"]) == ("record", "")
    assert second["order"].endswith("order-1")


def test_a_short_form_says_by_what_it_was_tied_and_how_sure_that_is() -> None:
    clean = write_clean("Calder v. Jones, 465 U.S. 783 (1984). Id. at 789. Ibid.")
    calder = cite_calder(clean)
    ids = [
        cite(clean, text, K.ID, calder.normal_form, antecedent="465 U.S. 783", antecedent_rule=rule)
        for text, rule in (
            ("Id. at 789", AntecedentRule.ADJACENT),
            ("Ibid", AntecedentRule.NO_PAGE_FITS),
        )
    ]
    archive = catalogue_orders([make_order(0, clean, (calder, *ids))])
    names = ("antecedent", "antecedent_rule", "antecedent_confidence")
    assert [tuple(row[name] for name in names) for row in read_rows(archive)] == [
        ("", "", ""),
        ("465 U.S. 783", "adjacent", "0.97"),
        ("465 U.S. 783", "no page fits", ""),
    ]
    told = [one["antecedent_confidence"] for one in present_order(archive.orders[0])["citations"]]
    assert told == [None, 0.97, None]


def test_columns_are_fields_of_the_order_as_json() -> None:
    shown = present_order(make_archive().orders[0])
    names = {*shown, *shown["citations"][0]}
    ours = {"order", "docket_number", "authority_path", "cited_court", "target"}
    ours |= {"place", "page", "sheet", "paragraph"}
    assert set(CITATION_COLUMNS) - ours <= names


def test_no_cell_is_a_formula_and_no_word_is_lost() -> None:
    """Quotes, commas, line breaks; a pin that would make a spreadsheet call a program."""
    clean = write_clean("Calder, 465 U.S. 783.")
    for evil in ('=HYPERLINK("http://x","y")', "+1,2", "-2+3", "@SUM(A1)", "\t=1", "\r\n=1"):
        calder = cite_calder(clean, pin_cite=evil, signal=f'a "b", {evil}')
        (row,) = read_rows(catalogue_orders([make_order(0, clean, (calder,))]))
        flat = " ".join(evil.split())
        assert row["pin_cite"] == f"'{flat}"
        assert row["signal"] == f'a "b", {flat}'


def test_the_place_names_page_and_note() -> None:
    note = block("A note cites 465 U.S. 783.")
    note = dataclasses.replace(note, places=(Place(0, 4, 30),))
    body = block("Text 465 U.S. 783 {page 3}and 465 U.S. 783.{note 3}")
    assert body.footnote_marks == (FootnoteMark(len(body.text), "3"),)
    body = dataclasses.replace(body, places=(Place(0, 2, 1), Place(18, 3, 1)))
    clean = dataclasses.replace(
        write_clean("x", notes=(Footnote("3", (note,), True),), pages=4), blocks=(body,)
    )
    citations = tuple(cite_calder(clean, after=after) for after in (0, 18, len(body.text)))
    rows = read_rows(catalogue_orders([make_order(0, clean, citations)]))
    assert [row["place"] for row in rows] == ["page 2", "page 3", "page 4, note 3"]
    assert [row["page"] for row in rows] == [row["sheet"] for row in rows] == ["2", "3", "4"]
    anchors = [row["paragraph"].partition("/#")[2] for row in rows]
    assert anchors == ["p-1", "p-1", "fn:3"]
    labelled = dataclasses.replace(clean, page_labels=("i", "ii", "", "1"))
    rows = read_rows(catalogue_orders([make_order(0, labelled, citations)]))
    assert [(row["page"], row["sheet"]) for row in rows] == [("ii", "2"), ("", "3"), ("1", "4")]
    stamped = dataclasses.replace(clean, page_count=0)  # text of a PDF whose stamps tell its pages
    rows = read_rows(catalogue_orders([make_order(0, stamped, citations)]))
    assert [row["page"] for row in rows] == ["2", "3", "4"]
    unmarked = dataclasses.replace(body, page_marks=())
    pageless = dataclasses.replace(stamped, blocks=(unmarked,))
    rows = read_rows(catalogue_orders([make_order(0, pageless, citations)]))
    assert [row["place"] for row in rows] == ["", "", "note 3"]


def test_every_authority_is_an_entry() -> None:
    archive = make_archive()
    (calder,) = json.loads(read_files(archive)["authorities.json"])
    assert list(calder) == [
        "path", "kind", "forms", "case_name", "court", "year", "target", "url", "in_archive",
        "alternatives", "orders", "mentions",
    ]  # fmt: skip
    assert calder["path"] == "authorities/us/460-469/#465-783"
    assert (calder["orders"], calder["mentions"], calder["in_archive"]) == (2, 2, None)
    assert json.loads(read_files(catalogue_orders([]))["authorities.json"]) == []


def test_an_order_here_is_named_by_its_address() -> None:
    clean = write_clean("Lark, 700 F.4th 12 (N.D. Cal. 2031).")
    cited = cite(clean, "700 F.4th 12", K.CASE, "700 F.4th 12", year=2031)
    here = make_order(0, write_clean("So ordered."), (), own_citations=("700 F.4th 12",))
    archive = catalogue_orders([here, make_order(3, clean, (cited,))])
    (lark,) = json.loads(read_files(archive)["authorities.json"])
    assert lark["in_archive"] == "orders/cand/no-docket/2031-03-01-order-0"
    assert (lark["target"], lark["url"]) == ("archive", None)
    (row,) = read_rows(archive)
    assert (row["target"], row["url"]) == ("archive", lark["in_archive"])


def test_papers_that_are_no_orders_are_in_neither_file() -> None:
    clean = write_clean("Calder, 465 U.S. 783.")
    motion = make_order(0, clean, (cite_calder(clean),))
    claim = dataclasses.replace(motion.description.is_order, value=False)
    description = dataclasses.replace(motion.description, is_order=claim)
    archive = catalogue_orders([dataclasses.replace(motion, description=description)])
    assert read_rows(archive) == []
    assert json.loads(read_files(archive)["authorities.json"]) == []
