"""What an order's page says to machines, and that no order's words get out of it."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.archive import Archive
from build_scripts.model.citation_form import CaseForm
from build_scripts.pages.facts import MOST_REFERENCES, read_facts
from build_scripts.pages.head_data import HeadData, describe_head
from tests.pages.conftest import FIRST, HERE

SITE = "https://orders.example.org/archive/"
URL = f"{SITE}{FIRST}/"
CASE = "cases/cand-5-31-cv-01234"


def head_of(archive: Archive, index: int = 0, **more: Any) -> HeadData:
    facts = {**read_facts(archive.orders[index], CASE), **more}
    return describe_head(facts, URL, SITE, "Orders Archive")


def test_the_work_is_named_in_the_terms_of_schema_org(archive: Archive) -> None:
    head = head_of(archive)
    work = json.loads(head.json_ld)
    assert work["@type"] == "CreativeWork"
    assert work["url"] == work["@id"] == URL
    assert work["name"] == "Order Denying Motion for Expedited Discovery"
    assert work["datePublished"] == "2031-03-04"
    assert work["author"][0]["@type"] == "Person"
    assert work["sourceOrganization"]["name"].startswith("United States District Court")
    assert work["isPartOf"]["url"].startswith(f"{SITE}cases/")
    assert {"docket number"} <= {one["propertyID"] for one in work["identifier"]}
    assert work["dcterms:bibliographicCitation"].endswith(".")


def test_dublin_core_says_how_to_cite_what_is_cited_and_who_cites(archive: Archive) -> None:
    names = head_of(archive).names
    said = {name for name, _ in names}
    assert {"dcterms.title", "dcterms.creator", "dcterms.publisher", "dcterms.date"} <= said
    assert {"citation_title", "citation_author", "citation_date", "citation_public_url"} <= said
    assert ("citation_date", "2031/03/04") in names
    citing = [content for name, content in names if name == "dcterms.isReferencedBy"]
    assert citing
    assert all(one.startswith(f"{SITE}{HERE}") and one.endswith("/") for one in citing)


def read_as_zotero(head: HeadData) -> dict[str, str]:
    """The item that Zotero makes of a head, by the rules of its translators Embedded Metadata and RDF.

    A name before the first of ".:_" is a vocabulary, with `z` for Zotero's own. Of the type,
    `z:itemType` counts before all that others guess. Titles and dates are those of Dublin Core or
    Open Graph; every `z:` is a field; at the end `citation_*` counts more. Where a field that all
    items share and the case's own differ, which one is kept depends on who saves the item.
    """
    said: dict[str, str] = {}
    for name, content in (*head.names, *head.properties):
        said.setdefault(name, content)
    item = {name[2:]: content for name, content in said.items() if name.startswith("z:")}
    item["title"] = said.get("citation_title") or said["dcterms.title"]
    item["date"] = said.get("citation_date") or said.get("dcterms.date", "")
    return item


def test_zotero_makes_a_case_of_it(archive: Archive) -> None:
    item = read_as_zotero(head_of(archive))
    assert item["itemType"] == "case"
    assert " v. " in item["caseName"]
    assert item["caseName"] == item["title"], "either may be kept"
    assert item["dateDecided"] == item["date"].replace("/", "-") == "2031-03-04"
    assert item["court"].startswith("United States District Court")
    assert "reporter" not in item
    report = describe_head({"title": "Opinion"}, report=CaseForm("14", "F.3d", "662"))
    assert (
        read_as_zotero(report).items()
        >= {
            "reporterVolume": "14",
            "reporter": "F.3d",
            "firstPage": "662",
            "caseName": "Opinion",
        }.items()
    )
    assert item["docketNumber"] == archive.orders[0].order.description.docket_numbers[0].value.text


def test_a_link_preview_names_the_case(archive: Archive) -> None:
    head = head_of(archive)
    shown = dict(head.properties)
    assert shown["og:type"] == "article"
    assert shown["og:url"] == URL
    assert " v. " in shown["og:description"] == head.description


def test_what_is_recommended_is_not_said_to_be_decided(archive: Archive) -> None:
    head = head_of(archive, disposition="granted", disposition_qualifiers=["recommended"])
    assert head.description.endswith(", granted (recommended)")


def test_without_an_address_nothing_is_said_that_needs_one(archive: Archive) -> None:
    head = describe_head(read_facts(archive.orders[0], CASE))
    assert "http" not in head.json_ld.replace("https://schema.org", "").replace(
        "http://purl.org/dc/terms/", ""
    )
    assert not {"og:url"} & set(dict(head.properties))
    assert not {"dcterms.identifier", "dcterms.isReferencedBy"} & set(dict(head.names))


def test_an_order_that_says_nothing_has_a_head() -> None:
    head = describe_head({"title": "Order"})
    assert json.loads(head.json_ld)["name"] == "Order"
    assert ("citation_title", "Order") in head.names


def test_a_specimen_says_so(archive: Archive) -> None:
    head = head_of(archive, specimen=True)
    assert "fictional" in json.loads(head.json_ld)["creativeWorkStatus"]
    assert head.description.startswith("Specimen")


def test_a_long_opinion_stays_small(archive: Archive) -> None:
    many = tuple(f"{number} F.3d 1234" for number in range(1, 400))
    head = head_of(archive, cites=many, cited_by=tuple(f"{HERE}/order-{n}" for n in range(400)))
    assert len(json.loads(head.json_ld)["citation"]) == MOST_REFERENCES
    assert "dcterms.references" not in dict(head.names), "the cited cases stand in the page's data"
    assert sum(name == "dcterms.isReferencedBy" for name, _ in head.names) == MOST_REFERENCES


@given(
    st.text(st.characters(exclude_categories=())) | st.sampled_from(["</script>", "<!--", "]]>"])
)
def test_no_words_end_the_script(words: str) -> None:
    facts = {"title": words, "case": words, "judges": [words], "cites": [words], "citation": words}
    head = describe_head(facts, URL, SITE)
    assert head.json_ld.isascii()
    assert not set("<>&") & set(head.json_ld)
    if words:
        assert json.loads(head.json_ld)["name"] == words
