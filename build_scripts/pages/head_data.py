"""An order's metadata for machines: JSON-LD, Dublin Core, Open Graph, citation_*.

The terms are those of schema.org (CreativeWork), DCMI Metadata Terms, ogp.me, and of the meta
elements that Google Scholar and Zotero read: only `z:` marks the item as a case, with its court and
docket.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from build_scripts.model.citation_form import CaseForm
from build_scripts.model.description import Qualifier
from build_scripts.model.text.pattern import Pattern
from build_scripts.pages.facts import MOST_REFERENCES, Facts
from build_scripts.pages.formatting import format_qualifiers
from build_scripts.pages.i18n import t

_CLOSES_SCRIPT = Pattern(
    "[<>&]", accepts=["</script>", "<!--", "Quill &amp; Heron"], refuses=["Quill and Heron", '"']
)


@dataclass(frozen=True, slots=True)
class HeadData:
    """Elements of a page's head, unescaped except `json_ld`, which is safe inside a script: pairs
    of `<meta name>`, and of `<meta property>`, with their content.
    """

    description: str
    json_ld: Markup
    names: tuple[tuple[str, str], ...]
    properties: tuple[tuple[str, str], ...]


def describe_head(
    facts: Facts,
    url: str = "",
    site_url: str = "",
    site_name: str = "",
    report: CaseForm | None = None,
) -> HeadData:
    """Return the metadata in the head of an order's page. Elements that need an address are left
    out if `url` (of the page) or `site_url` is "".
    """
    said = (*_iter_names(facts, url, site_url), *_iter_zotero(facts, report))
    named = tuple((name, value) for name, value in said if value)
    shown = (
        ("og:type", "article"),
        ("og:site_name", site_name),
        ("og:title", facts["title"]),
        ("og:description", _describe(facts)),
        ("og:url", url),
        ("article:published_time", facts.get("date", "")),
    )
    return HeadData(
        description=_describe(facts),
        json_ld=_write_script_data(_describe_work(facts, url, site_url)),
        names=named,
        properties=tuple((name, value) for name, value in shown if value),
    )


def _iter_names(facts: Facts, url: str, site_url: str) -> Iterator[tuple[str, str]]:
    title, date = facts["title"], facts.get("date", "")
    judges = facts.get("judges", [])
    yield "dcterms.title", title
    yield "dcterms.type", "Text"
    yield "dcterms.language", "en"
    yield "dcterms.date", date
    yield from (("dcterms.creator", judge) for judge in judges)
    yield "dcterms.publisher", facts.get("court", "")
    yield "dcterms.identifier", url
    yield "dcterms.isPartOf", facts.get("case", "")
    yield "dcterms.bibliographicCitation", facts.get("citation", "")
    yield from (("dcterms.isReferencedBy", citing) for citing in _list_citing(facts, site_url))
    # A case goes by its name: Zotero takes this for it, whatever the other elements are.
    yield "citation_title", facts.get("case") or title
    yield from (("citation_author", judge) for judge in judges)
    yield "citation_date", date.replace("-", "/")
    yield "citation_public_url", url


def _iter_zotero(facts: Facts, report: CaseForm | None) -> Iterator[tuple[str, str]]:
    name: str = facts.get("case") or facts["title"]
    day: str = facts.get("date") or facts.get("date_filed") or ""
    yield "z:itemType", "case"
    yield "z:caseName", name
    yield "z:court", facts.get("court", "")
    yield "z:docketNumber", facts.get("docket_number", "")
    yield "z:dateDecided", day
    if report:
        yield "z:reporterVolume", report.volume
        yield "z:reporter", report.reporter
        yield "z:firstPage", report.page


def _describe(facts: Facts) -> str:
    """Return a sentence on the order, for lists of links: case, number, court, day, outcome."""
    number = facts.get("docket_number")
    qualifiers = format_qualifiers(tuple(map(Qualifier, facts.get("disposition_qualifiers", ()))))
    known = (
        facts.get("case"),
        t("order.number", numbers=str(number)) if number else "",
        facts.get("court"),
        facts.get("date"),
        " ".join(filter(None, (facts.get("disposition"), qualifiers))),
    )
    start = f"{t('head.specimen')} " if facts.get("specimen") else ""
    return start + ", ".join(str(fact) for fact in known if fact)


def _describe_work(facts: Facts, url: str, site_url: str) -> dict[str, Any]:
    case = {
        "@type": "CreativeWork",
        "name": facts.get("case"),
        "identifier": facts.get("docket_number"),
        "url": _join(site_url, facts.get("case_page")),
    }
    court = {
        "@type": "GovernmentOrganization",
        "name": facts.get("court"),
        "identifier": facts.get("court_id"),
    }
    work = {
        "@context": ["https://schema.org", {"dcterms": "http://purl.org/dc/terms/"}],
        "@type": "CreativeWork",
        "@id": url,
        "url": url,
        "name": facts["title"],
        "genre": facts.get("order_type"),
        "inLanguage": "en",
        "creativeWorkStatus": t("head.specimen_status") if facts.get("specimen") else None,
        "datePublished": facts.get("date_filed") or facts.get("date"),
        "identifier": list(_iter_identifiers(facts)),
        "author": [{"@type": "Person", "name": judge} for judge in facts.get("judges", [])],
        "sourceOrganization": _drop_empty(court) if facts.get("court") else None,
        "isPartOf": _drop_empty(case) if facts.get("case") or facts.get("docket_number") else None,
        "dcterms:bibliographicCitation": facts.get("citation"),
        "citation": facts.get("cites", [])[:MOST_REFERENCES],
        "dcterms:isReferencedBy": [{"@id": citing} for citing in _list_citing(facts, site_url)],
    }
    return _drop_empty(work)


def _iter_identifiers(facts: Facts) -> Iterator[dict[str, str]]:
    for number in facts.get("docket_numbers", []):
        yield {"@type": "PropertyValue", "propertyID": "docket number", "value": number}
    if entry := facts.get("document_number"):
        yield {"@type": "PropertyValue", "propertyID": "document number", "value": entry}


def _list_citing(facts: Facts, site_url: str) -> list[str]:
    citing = facts.get("cited_by", [])[:MOST_REFERENCES]
    return [_join(site_url, address) for address in citing] if site_url else []


def _join(site_url: str, address: str | None) -> str:
    return f"{site_url.rstrip('/')}/{address}/" if site_url and address else ""


def _drop_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _write_script_data(value: Any) -> Markup:
    """Return JSON in ASCII that neither ends its script nor opens a comment."""
    written = json.dumps(value, separators=(",", ":"))
    return Markup(_CLOSES_SCRIPT.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written))  # noqa: S704
