"""What an order's page says of itself to machines: JSON-LD, Dublin Core, Open Graph, citation_*.

Reference managers, link previews and harvesters read these; none of them is shown. The terms are
those of schema.org (CreativeWork), DCMI Metadata Terms, ogp.me, and of the meta elements that
Google Scholar and Zotero read.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from build_scripts.i18n import t
from build_scripts.text.pattern import Pattern

MOST_REFERENCES = 50
"""Cases named of those that an order cites, and orders of those that cite it."""

_CLOSES_SCRIPT = Pattern(
    "[<>&]", accepts=["</script>", "<!--", "Quill &amp; Heron"], refuses=["Quill and Heron", '"']
)


@dataclass(frozen=True, slots=True)
class HeadData:
    """Elements of a page's head, unescaped but for `json_ld`, which is safe inside a script.

    `names` are pairs of `<meta name>` and its content, `properties` of `<meta property>`.
    """

    description: str
    json_ld: str
    names: tuple[tuple[str, str], ...]
    properties: tuple[tuple[str, str], ...]


def describe_head(
    meta: Mapping[str, Any], url: str = "", site_url: str = "", site_name: str = ""
) -> HeadData:
    """Return what the front matter of an order's page gives.

    `url` is the page's own address, `site_url` the site's; "" where nobody knows: then nothing
    that needs an address is said.
    """
    named = tuple((name, value) for name, value in _list_names(meta, url, site_url) if value)
    shown = (
        ("og:type", "article"),
        ("og:site_name", site_name),
        ("og:title", str(meta.get("title", ""))),
        ("og:description", _describe(meta)),
        ("og:url", url),
        ("article:published_time", str(meta.get("date", ""))),
    )
    return HeadData(
        description=_describe(meta),
        json_ld=_write_json(_describe_work(meta, url, site_url)),
        names=named,
        properties=tuple((name, value) for name, value in shown if value),
    )


def _list_names(meta: Mapping[str, Any], url: str, site_url: str) -> Iterator[tuple[str, str]]:
    title, date = str(meta.get("title", "")), str(meta.get("date", ""))
    judges = [str(judge) for judge in meta.get("judges", ())]
    yield "dcterms.title", title
    yield "dcterms.type", "Text"
    yield "dcterms.language", "en"
    yield "dcterms.date", date
    yield from (("dcterms.creator", judge) for judge in judges)
    yield "dcterms.publisher", str(meta.get("court", ""))
    yield "dcterms.identifier", url
    yield "dcterms.isPartOf", str(meta.get("case", ""))
    yield "dcterms.bibliographicCitation", str(meta.get("citation", ""))
    yield from (("dcterms.references", cited) for cited in _list_cited(meta))
    yield from (("dcterms.isReferencedBy", citing) for citing in _list_citing(meta, site_url))
    yield "citation_title", ": ".join(filter(None, (str(meta.get("case", "")), title)))
    yield from (("citation_author", judge) for judge in judges)
    yield "citation_date", date.replace("-", "/")
    yield "citation_public_url", url


def _describe(meta: Mapping[str, Any]) -> str:
    """Return a sentence on the order, for lists of links: case, number, court, day, outcome."""
    number = meta.get("docket_number")
    facts = (
        meta.get("case"),
        t("order.number", numbers=str(number)) if number else "",
        meta.get("court"),
        meta.get("date"),
        meta.get("disposition"),
    )
    start = f"{t('head.specimen')} " if meta.get("specimen") else ""
    return start + ", ".join(str(fact) for fact in facts if fact)


def _describe_work(meta: Mapping[str, Any], url: str, site_url: str) -> dict[str, Any]:
    case = {
        "@type": "CreativeWork",
        "name": meta.get("case"),
        "identifier": meta.get("docket_number"),
        "url": _join(site_url, meta.get("case_page")),
    }
    court = {
        "@type": "GovernmentOrganization",
        "name": meta.get("court"),
        "identifier": meta.get("court_id"),
    }
    work = {
        "@context": ["https://schema.org", {"dcterms": "http://purl.org/dc/terms/"}],
        "@type": "CreativeWork",
        "@id": url,
        "url": url,
        "name": meta.get("title"),
        "genre": meta.get("order_type"),
        "inLanguage": "en",
        "creativeWorkStatus": t("head.specimen_status") if meta.get("specimen") else None,
        "datePublished": meta.get("date_filed") or meta.get("date"),
        "identifier": list(_list_identifiers(meta)),
        "author": [{"@type": "Person", "name": judge} for judge in meta.get("judges", ())],
        "sourceOrganization": _drop_unsaid(court) if meta.get("court") else None,
        "isPartOf": _drop_unsaid(case) if meta.get("case") or meta.get("docket_number") else None,
        "dcterms:bibliographicCitation": meta.get("citation"),
        "citation": _list_cited(meta),
        "dcterms:isReferencedBy": [{"@id": citing} for citing in _list_citing(meta, site_url)],
    }
    return _drop_unsaid(work)


def _list_identifiers(meta: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for number in meta.get("docket_numbers", ()):
        yield {"@type": "PropertyValue", "propertyID": "docket number", "value": number}
    if number := meta.get("document_number"):
        yield {"@type": "PropertyValue", "propertyID": "document number", "value": number}


def _list_cited(meta: Mapping[str, Any]) -> list[str]:
    return [str(cited) for cited in meta.get("cites", ())[:MOST_REFERENCES]]


def _list_citing(meta: Mapping[str, Any], site_url: str) -> list[str]:
    citing = meta.get("cited_by", ())[:MOST_REFERENCES]
    return [_join(site_url, address) for address in citing] if site_url else []


def _join(site_url: str, address: str | None) -> str:
    return f"{site_url.rstrip('/')}/{address}/" if site_url and address else ""


def _drop_unsaid(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _write_json(value: dict[str, Any]) -> str:
    """Return JSON in ASCII that neither ends the script that it stands in nor opens a comment."""
    written = json.dumps(value, separators=(",", ":"))
    return _CLOSES_SCRIPT.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)
