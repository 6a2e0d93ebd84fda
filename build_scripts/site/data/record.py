"""The published record of an order, for JSON, CSV and SQLite. Names are a promise."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from build_scripts.model.archive import ArchivedOrder, Link
from build_scripts.model.citation import ANTECEDENT_CONFIDENCE, Citation
from build_scripts.model.clean_order import CleanOrder, Part
from build_scripts.model.description import SupersededClaim, list_confidences, list_unconfirmed
from build_scripts.model.subsequent_history import HistoryTie
from build_scripts.pages.cite.reference import address_order
from build_scripts.pages.published_fields import make_fields, make_value

Values = dict[str, Any]
"""The published members of an object, by name; docs/data.md has what each means."""


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """An order, its fields in the sequence in which they are published.

    `fields` has those of the description, and `court_name`; it is published as its members are. A
    fact missing from the order is None or (). Offsets are left out: the record holds words, not
    places in them. `confidence` has, for each field chosen among candidates, how often such values
    are right (for several values, that of the least sure); `confirmed` names the fields that an
    editor confirmed, `unconfirmed` those with a value that pages mark, and that lists, counts and
    facets leave out. `page_numbers` names the numbering that citations use, `page_labels` lists it
    for all sheets, "" for those that bear none; it is () if each label is the sheet's own count.
    `url` is None if the site's own address is not known.
    """

    address: str
    url: str | None
    fields: Mapping[str, Any]
    correction: Values | None
    superseded: tuple[Values, ...]
    confidence: Mapping[str, float]
    confirmed: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    citations: tuple[Values, ...]
    page_numbers: str
    page_labels: tuple[str, ...]
    text: str
    parts: tuple[Values, ...]
    footnotes: tuple[Values, ...]
    removals: tuple[Values, ...]
    findings: tuple[Values, ...]
    source: Values
    specimen: bool
    subsequent_history: tuple[Values, ...]
    prior_history: tuple[Values, ...]
    similar: tuple[Values, ...]

    @property
    def head(self) -> Values:
        """Return what each row on the order in a table of another kind begins with."""
        return {
            "order": self.address,
            "case_name": self.fields["case_name"],
            "docket_number": next(iter(self.fields["docket_numbers"]), None),
            "court": self.fields["court"],
            "date": self.fields["date"] or self.fields["date_filed"],
        }

    def address_words(self, anchor: str | None) -> str:
        """Return the address of words on the order's page, relative to the site's root if the
        site's own address is not known; "" without an anchor.
        """
        return f"{self.url or f'{self.address}/'}#{anchor}" if anchor else ""


def present_facts(archived: ArchivedOrder) -> dict[str, Any]:
    """Return the members of `publish_record` from the one after `url` to `correction`."""
    description = archived.order.description
    made = description.correction
    facts: Values = _make_plain(make_fields(description))
    return facts | {"correction": _make_plain(_make_correction(made)) if made else None}


# Shown on the page that sets the source next to the text, with words that are not to be published
# are masked.
_KEPT_BACK = frozenset({"removals"})
_OF_AN_ARCHIVE = frozenset({"subsequent_history", "prior_history", "similar"})
_OF_THE_SITE = frozenset({"address", "url", "specimen"}) | _OF_AN_ARCHIVE


def publish_record(record: OrderRecord) -> dict[str, Any]:
    """Return the fields that a site publishes, as JSON-ready values."""
    return _present(record, _KEPT_BACK)


def present_similar(archived: ArchivedOrder) -> Any:
    """Return the field `similar` of `publish_record`."""
    return _make_plain(_make_similar(archived))


def present_order(archived: ArchivedOrder) -> dict[str, Any]:
    """Return the fields of `orders show --json`: everything known from the order alone."""
    return _present(make_record(archived), _OF_THE_SITE)


def _present(record: OrderRecord, without: frozenset[str]) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for name, value in _make_plain(record).items():
        whole.update(value if name == "fields" else {name: value})
    return {name: value for name, value in whole.items() if name not in without}


def _make_plain(value: Any) -> Any:
    try:
        return msgspec.json.decode(msgspec.json.encode(value))
    except UnicodeEncodeError:  # half of a surrogate pair stays
        return json.loads(json.dumps(msgspec.to_builtins(value)))


def make_record(archived: ArchivedOrder, site_url: str = "") -> OrderRecord:
    """Return an order's record; `site_url` is the site's future address, "" if it is not known."""
    order, description, clean = archived.order, archived.order.description, archived.order.clean
    made = description.correction
    return OrderRecord(
        address=archived.address,
        url=address_order(archived, site_url) or None,
        fields=make_fields(description),
        correction=_make_correction(made) if made else None,
        superseded=tuple(map(_make_superseded, description.superseded)),
        confidence=list_confidences(description),
        confirmed=description.confirmed,
        unconfirmed=list_unconfirmed(description),
        citations=tuple(map(_make_citation, order.citations, archived.links)),
        page_numbers=clean.page_numbers.value,
        page_labels=clean.page_labels,
        text=clean.text,
        parts=tuple(_make_part(part, clean) for part in clean.parts),
        footnotes=tuple(_pick(one, "label", "text", "tied") for one in clean.footnotes),
        removals=tuple(
            {
                **_pick(one, "reason", "text", "page"),
                "printed_page": clean.label_page(one.page) or None,
                "line": one.line,
            }
            for one in clean.removals
        ),
        findings=tuple(_pick(one, "code", "message", "advice") for one in order.findings),
        source={**_pick(order.source, "path", "format"), "sha256": order.public_sha256},
        specimen=order.specimen,
        subsequent_history=tuple(_make_tie(tie, "later") for tie in archived.subsequent),
        prior_history=tuple(_make_tie(tie, "earlier") for tie in archived.prior),
        similar=_make_similar(archived),
    )


def _make_similar(archived: ArchivedOrder) -> tuple[Values, ...]:
    return tuple(
        {
            "order": one.address,
            **_pick(one, "score", "authorities", "words"),
            "rulings": [f"{kind.value}: {outcome.value}" for kind, outcome in one.rulings],
        }
        for one in archived.similar
    )


def _make_correction(made: Any) -> Values:
    return _pick(made, "fields", "note", "by", "date")


def _pick(one: Any, *names: str) -> Values:
    return {name: getattr(one, name) for name in names}


def _make_tie(tie: HistoryTie, other: str) -> Values:
    first = tie.words[0]
    return {
        **_pick(tie, "kind", other, "known_by", "said_by"),
        "words": [one.text for one in tie.words],
        "page": first.page or None,
        **_pick(first, "sheet", "line"),
        "anchor": tie.anchor,
    }


def present_value(value: Any) -> Any:
    """Return one value of a field in the form that the record has under the field's name."""
    return _make_plain(make_value(value))


def _make_superseded(superseded: SupersededClaim) -> Values:
    return {
        "field": superseded.field,
        "value": present_value(superseded.claim.value),
        **_pick(superseded.claim, "source", "reason"),
        "outranked_by": superseded.outranked_by,
    }


def _make_part(part: Part, clean: CleanOrder) -> Values:
    """Return a part with its text: a stretch of `text`, which begins with the order itself."""
    text = "\n\n".join(block.text for block in clean.blocks[part.first : part.end])
    return {**_pick(part, "kind", "author", "document_number"), "text": text}


def _make_citation(citation: Citation, link: Link | None) -> Values:
    """Return a citation. `url` is the address of the order here that it names, with its pin cite as
    fragment, or that of a public site; `alternatives` are orders here that it may mean.
    `antecedent_rule` names the rule that tied a short form to its antecedent, and
    `antecedent_confidence` how often such ties are right, None if too few are labeled.
    """
    rule = citation.antecedent_rule
    return {
        **_pick(citation, "kind", "text", "normal_form", "authority", "case_name", "court", "year"),
        **_pick(citation, "pin_cite", "antecedent", "antecedent_rule"),
        "antecedent_confidence": ANTECEDENT_CONFIDENCE.get(rule) if rule else None,
        **_pick(citation, "signal", "parenthetical", "history"),
        "url": f"{link.url}{link.anchor}" or None if link else None,
        "alternatives": link.alternatives if link else (),
    }
