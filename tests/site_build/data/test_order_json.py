import json
from dataclasses import replace

from build_scripts.model.archive import Archive
from build_scripts.model.clean_order import Part, PartKind
from build_scripts.model.description import Claim, Party, PartyRole
from build_scripts.site.data.record import present_order
from tests.pages.corrected import correct_first

FIELDS = [
    "is_order", "case_name", "full_caption", "docket_numbers", "court", "court_name", "division", "judges",
    "parties", "nature", "statutes_at_issue", "title", "order_type", "date", "date_filed", "document_number", "page_count", "rulings",
    "disposition", "disposition_qualifiers", "own_citations", "correction", "superseded", "confidence", "confirmed", "unconfirmed", "citations", "page_numbers", "page_labels", "text", "parts", "footnotes",
    "removals", "findings", "source",
]  # fmt: skip


def test_fields_and_their_order_are_a_promise(archive: Archive) -> None:
    """None goes and none moves; a new one may come among them."""
    for archived in archive.orders:
        assert [name for name in present_order(archived) if name in FIELDS] == FIELDS


def test_values(archive: Archive) -> None:
    first = archive.orders[0]
    shown = json.loads(json.dumps(present_order(first)))
    assert shown["docket_numbers"] == ["5:31-cv-01234-ABC"]
    assert (shown["court"], shown["date"], shown["date_filed"]) == ("cand", "2031-03-04", None)
    assert shown["judges"] == [
        {
            "name": "Amelia B. Cartwright",
            "title": "United States Magistrate Judge",
            "initials": "ABC",
            "role": "author",
        }
    ]
    assert shown["citations"][4] == {
        "kind": "id",
        "text": "Id. at 1206",
        "normal_form": "433 F.3d 1199",
        "authority": "433 F.3d 1199",
        "case_name": None,
        "court": None,
        "year": None,
        "pin_cite": "1206",
        "antecedent": "433 F.3d 1199",
        "antecedent_rule": None,
        "antecedent_confidence": None,
        "signal": None,
        "parenthetical": None,
        "history": None,
        "url": "https://www.courtlistener.com/c/f3d/433/1199/",
        "alternatives": [],
    }
    assert shown["text"] == first.order.clean.text
    assert shown["footnotes"][3] == {
        "label": "3",
        "text": "A note whose mark was lost.",
        "tied": False,
    }
    assert shown["removals"][2]["reason"] == "notice of electronic mailing"
    assert shown["removals"][2].keys() == {"reason", "text", "page", "printed_page", "line"}


def test_silence_is_null_or_empty(archive: Archive) -> None:
    shown = present_order(archive.orders[2])
    assert {shown[key] for key in ("case_name", "court", "title", "date", "disposition")} == {None}
    assert [shown[key] for key in ("docket_numbers", "judges", "rulings", "citations")] == [[]] * 4


def test_parties_and_parts_are_shown_by_their_words(archive: Archive) -> None:
    first = archive.orders[0]
    party = Party(
        "Acme Mills, Inc.", (PartyRole.DEFENDANT, PartyRole.APPELLEE), "Defendant-Appellee", 1
    )
    clean = replace(
        first.order.clean,
        parts=(Part(PartKind.DISSENT, 1, 2, "Roe, J."),),
    )
    description = replace(first.order.description, parties=(Claim(party, None, "the caption"),))
    order = replace(first.order, clean=clean, description=description)
    shown = present_order(replace(first, order=order))
    assert shown["parties"] == [
        {
            "name": "Acme Mills, Inc.",
            "roles": ["defendant", "appellee"],
            "role_printed": "Defendant-Appellee",
            "side": 1,
            "et_al": False,
        }
    ]
    assert shown["parts"] == [
        {
            "kind": "dissent",
            "author": "Roe, J.",
            "document_number": None,
            "text": clean.blocks[1].text,
        }
    ]


def test_a_correction_is_told_with_what_it_displaced(archive: Archive) -> None:
    shown = json.loads(json.dumps(present_order(correct_first(archive).orders[0])))
    assert shown["title"] == "Order <b>Corrected</b>"
    assert shown["correction"] == {
        "fields": ["judges", "title", "date", "page_count"],
        "note": "The <i>signature</i> is torn | off.",
        "by": "A. Librarian",
        "date": "2032-01-02",
    }
    assert shown["superseded"][0] == {
        "field": "judges",
        "value": {
            "name": "Amelia B. Cartwright",
            "title": "United States Magistrate Judge",
            "initials": "ABC",
            "role": "author",
        },
        "source": "document",
        "reason": "by hand",
        "outranked_by": "editor",
    }
    assert [(each["field"], each["value"]) for each in shown["superseded"][1:]] == [
        ("title", "Order Denying Motion for Expedited Discovery"),
        ("date", "2031-03-04"),
    ]
    assert present_order(archive.orders[0])["correction"] is None
