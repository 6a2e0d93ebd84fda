"""The published record of an order, for JSON, CSV and SQLite. Names are a promise."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from build_scripts.model.archive import ArchivedOrder, Link
from build_scripts.model.citation import ANTECEDENT_CONFIDENCE, Citation
from build_scripts.model.clean_order import CleanOrder, Part
from build_scripts.model.description import (
    Description,
    SupersededClaim,
    list_confidences,
    list_unconfirmed,
)
from build_scripts.model.subsequent_history import HistoryTie
from build_scripts.pages.cite.reference import address_order
from build_scripts.pages.published_fields import make_fields, make_value


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """Who corrected which fields, when and why."""

    fields: tuple[str, ...]
    note: str | None
    by: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class SupersededRecord:
    """A value that lost its field, with its source and the source that outranked it."""

    field: str
    value: Any
    source: str
    reason: str
    outranked_by: str


@dataclass(frozen=True, slots=True)
class CitationRecord:
    """A citation. `url` is the address of the order here that it names, with its pin cite as
    fragment, or that of a public site; `alternatives` are orders here that it may mean.
    `antecedent_rule` names the rule that tied a short form to its antecedent, and
    `antecedent_confidence` how often such ties are right, None if too few are labeled.
    """

    kind: str
    text: str
    normal_form: str
    authority: str
    case_name: str | None
    court: str | None
    year: int | None
    pin_cite: str | None
    antecedent: str | None
    antecedent_rule: str | None
    antecedent_confidence: float | None
    signal: str | None
    parenthetical: str | None
    history: str | None
    url: str | None
    alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartRecord:
    """A dissent, a concurrence, an attachment, a form, an appendix; `text` holds its words too."""

    kind: str
    author: str | None
    document_number: str | None
    text: str


@dataclass(frozen=True, slots=True)
class FootnoteRecord:
    """A footnote; `tied` is true if its mark was found."""

    label: str
    text: str
    tied: bool


@dataclass(frozen=True, slots=True)
class RemovalRecord:
    """Words that were removed: `page` is the sheet, `printed_page` the page number to cite."""

    reason: str
    text: str
    page: int
    printed_page: str | None
    line: int


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """An error or a doubt about the order."""

    code: str
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class SubsequentRecord:
    """What a later order here did to it: `kind` in controlled words, `later` its address.

    `said_by` is the order that states so in `words`, `page` their page number to cite, `line` the
    printed line, `anchor` their place on that order's page; `known_by` is how it names this order.
    """

    kind: str
    later: str
    known_by: str
    said_by: str
    words: tuple[str, ...]
    page: str | None
    sheet: int | None
    line: int | None
    anchor: str


@dataclass(frozen=True, slots=True)
class PriorRecord:
    """The same from the other side: what it did to the order at `earlier`."""

    kind: str
    earlier: str
    known_by: str
    said_by: str
    words: tuple[str, ...]
    page: str | None
    sheet: int | None
    line: int | None
    anchor: str


@dataclass(frozen=True, slots=True)
class SimilarRecord:
    """A similar order of another case: `authorities` and rare `words` that both have, and `rulings`
    that both made, as "dismiss: granted". `score` orders them.
    """

    order: str
    score: float
    authorities: tuple[str, ...]
    words: tuple[str, ...]
    rulings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """The original file of an order."""

    path: str
    format: str
    sha256: str


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
    correction: CorrectionRecord | None
    superseded: tuple[SupersededRecord, ...]
    confidence: Mapping[str, float]
    confirmed: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    citations: tuple[CitationRecord, ...]
    page_numbers: str
    page_labels: tuple[str, ...]
    text: str
    parts: tuple[PartRecord, ...]
    footnotes: tuple[FootnoteRecord, ...]
    removals: tuple[RemovalRecord, ...]
    findings: tuple[FindingRecord, ...]
    source: SourceRecord
    specimen: bool
    subsequent_history: tuple[SubsequentRecord, ...]
    prior_history: tuple[PriorRecord, ...]
    similar: tuple[SimilarRecord, ...]

    def address_words(self, anchor: str | None) -> str:
        """Return the address of words on the order's page, relative to the site's root if the
        site's own address is not known; "" without an anchor.
        """
        return f"{self.url or f'{self.address}/'}#{anchor}" if anchor else ""


# Shown on the page that sets the source next to the text, with words that are not to be published
# are masked.
_KEPT_BACK = frozenset({"removals"})
_OF_AN_ARCHIVE = frozenset({"subsequent_history", "prior_history", "similar"})
_OF_THE_SITE = frozenset({"address", "url", "specimen"}) | _OF_AN_ARCHIVE


def publish_record(record: OrderRecord) -> dict[str, Any]:
    """Return the fields that a site publishes, as JSON-ready values."""
    return _present(record, _KEPT_BACK)


def present_record(record: OrderRecord) -> dict[str, Any]:
    """Return the fields of `orders show --json`: everything known from the order alone."""
    return _present(record, _OF_THE_SITE)


def present_order(archived: ArchivedOrder) -> dict[str, Any]:
    """Return the fields of `orders show --json` for an order of an archive."""
    return present_record(make_record(archived))


def _present(record: OrderRecord, without: frozenset[str]) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for name, value in _make_plain(record).items():
        whole.update(value if name == "fields" else {name: value})
    return {name: value for name, value in whole.items() if name not in without}


def _make_plain(value: Any) -> Any:
    """Return a value in JSON's types: objects and lists."""
    try:
        return msgspec.json.decode(msgspec.json.encode(value))
    except UnicodeEncodeError:  # half of a surrogate pair stays
        return json.loads(json.dumps(msgspec.to_builtins(value)))


def make_record(archived: ArchivedOrder, site_url: str = "") -> OrderRecord:
    """Return an order's record; `site_url` is the site's future address, "" if it is not known."""
    order, description, clean = archived.order, archived.order.description, archived.order.clean
    return OrderRecord(
        address=archived.address,
        url=address_order(archived, site_url) or None,
        fields=make_fields(description),
        correction=_make_correction(description),
        superseded=tuple(map(_make_superseded, description.superseded)),
        confidence=list_confidences(description),
        confirmed=description.confirmed,
        unconfirmed=list_unconfirmed(description),
        citations=tuple(map(_make_citation, order.citations, archived.links)),
        page_numbers=clean.page_numbers.value,
        page_labels=clean.page_labels,
        text=clean.text,
        parts=tuple(_make_part(part, clean) for part in clean.parts),
        footnotes=tuple(FootnoteRecord(one.label, one.text, one.tied) for one in clean.footnotes),
        removals=tuple(
            RemovalRecord(
                one.reason.value, one.text, one.page, clean.label_page(one.page) or None, one.line
            )
            for one in clean.removals
        ),
        findings=tuple(
            FindingRecord(one.code.value, one.message, one.advice) for one in order.findings
        ),
        source=SourceRecord(order.source.path, order.source.format.value, order.source.sha256),
        specimen=order.specimen,
        subsequent_history=tuple(
            SubsequentRecord(tie.kind.value, tie.later, *_make_words(tie))
            for tie in archived.subsequent
        ),
        prior_history=tuple(
            PriorRecord(tie.kind.value, tie.earlier, *_make_words(tie)) for tie in archived.prior
        ),
        similar=tuple(
            SimilarRecord(
                one.address,
                one.score,
                one.authorities,
                one.words,
                tuple(f"{kind.value}: {outcome.value}" for kind, outcome in one.rulings),
            )
            for one in archived.similar
        ),
    )


def _make_words(
    tie: HistoryTie,
) -> tuple[str, str, tuple[str, ...], str | None, int | None, int | None, str]:
    first = tie.words[0]
    words = tuple(one.text for one in tie.words)
    place = first.page or None, first.sheet, first.line
    return tie.known_by.value, tie.said_by, words, *place, tie.anchor


def present_value(value: Any) -> Any:
    """Return one value of a field in the form that the record has under the field's name."""
    return _make_plain(make_value(value))


def _make_correction(description: Description) -> CorrectionRecord | None:
    correction = description.correction
    if correction is None:
        return None
    day = correction.date.isoformat() if correction.date else None
    return CorrectionRecord(tuple(correction.fields), correction.note, correction.by, day)


def _make_superseded(superseded: SupersededClaim) -> SupersededRecord:
    return SupersededRecord(
        superseded.field,
        present_value(superseded.claim.value),
        superseded.claim.source.value,
        superseded.claim.reason,
        superseded.outranked_by.value,
    )


def _make_part(part: Part, clean: CleanOrder) -> PartRecord:
    """Return a part with its text: a stretch of `text`, which begins with the order itself."""
    text = "\n\n".join(block.text for block in clean.blocks[part.first : part.end])
    return PartRecord(part.kind.value, part.author, part.document_number, text)


def _make_citation(citation: Citation, link: Link | None) -> CitationRecord:
    rule = citation.antecedent_rule
    return CitationRecord(
        citation.kind.value,
        citation.text,
        citation.normal_form,
        citation.authority,
        citation.case_name,
        citation.court,
        citation.year,
        citation.pin_cite,
        citation.antecedent,
        rule.value if rule else None,
        ANTECEDENT_CONFIDENCE.get(rule) if rule else None,
        citation.signal,
        citation.parenthetical,
        citation.history,
        f"{link.url}{link.anchor}" or None if link else None,
        link.alternatives if link else (),
    )
