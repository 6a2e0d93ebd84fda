"""The published record of an order, for JSON, CSV and SQLite. Names are a promise."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from build_scripts.model.archive import ArchivedOrder, Link
from build_scripts.model.citation import ANTECEDENT_CONFIDENCE, Citation
from build_scripts.model.clean_order import CleanOrder, Part
from build_scripts.model.description import (
    Claim,
    Court,
    Description,
    DocketNumber,
    Judge,
    Party,
    Ruling,
    SupersededClaim,
    is_claim_confirmed,
    list_confidences,
    list_unconfirmed,
)
from build_scripts.model.partial_date import PartialDate
from build_scripts.model.subsequent_history import HistoryTie
from build_scripts.pages.cite.reference import address_order
from build_scripts.pages.evidence import EvidenceMark, mark_evidence, ruling_anchor


@dataclass(frozen=True, slots=True)
class JudgeRecord:
    """A judge as named in this order."""

    name: str | None
    title: str | None
    initials: str | None
    role: str


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """A party: `roles` are controlled words, `side` counts the "v."s before it."""

    name: str
    roles: tuple[str, ...]
    role_printed: str | None
    side: int | None
    et_al: bool


@dataclass(frozen=True, slots=True)
class RulingRecord:
    """A decision on one motion: `motion` in normal case, `printed` letter by letter.

    `anchor` names the deciding words on the order's page, `counted_as` is a `RulingScope`.
    `confirmed` is false for a ruling that the page marks and that no count includes.
    """

    motion: str
    counted_as: str
    kind: str
    movant: str | None
    outcome: str
    qualifiers: tuple[str, ...]
    entries: tuple[str, ...]
    printed: str | None
    confidence: float | None
    confirmed: bool
    anchor: str | None


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

    A fact missing from the order is None or (). Offsets are left out: the record holds words, not
    places in them. `confidence` has, for each field chosen among candidates, how often such values
    are right (for several values, that of the least sure); `confirmed` names the fields that an
    editor confirmed, `unconfirmed` those with a value that pages mark, and that lists, counts and
    facets leave out. `page_numbers` names the numbering that citations use, `page_labels` lists it
    for all sheets, "" for those that bear none; it is () if each label is the sheet's own count.
    `url` is None if the site's own address is not known.
    """

    address: str
    url: str | None
    is_order: bool
    case_name: str | None
    full_caption: str | None
    docket_numbers: tuple[str, ...]
    court: str | None
    court_name: str | None
    division: str | None
    judges: tuple[JudgeRecord, ...]
    parties: tuple[PartyRecord, ...]
    nature: str | None
    statutes_at_issue: tuple[str, ...]
    title: str | None
    order_type: str | None
    date: str | None
    date_filed: str | None
    document_number: str | None
    page_count: int | None
    rulings: tuple[RulingRecord, ...]
    disposition: str | None
    disposition_qualifiers: tuple[str, ...]
    own_citations: tuple[str, ...]
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
    whole: dict[str, Any] = _make_plain(record)
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
    court = description.court.value if description.court else None
    order_type, disposition = _value(description.order_type), _value(description.disposition)
    date, filed = _value(description.date), _value(description.date_filed)
    return OrderRecord(
        address=archived.address,
        url=address_order(archived, site_url) or None,
        is_order=description.is_order.value,
        case_name=_value(description.case_name),
        full_caption=_value(description.full_caption),
        docket_numbers=tuple(claim.value.text for claim in description.docket_numbers),
        court=court.court_id if court else None,
        court_name=court.name if court else None,
        division=_value(description.division),
        judges=tuple(_make_judge(claim.value) for claim in description.judges),
        parties=tuple(_make_party(claim.value) for claim in description.parties),
        nature=_value(description.nature),
        statutes_at_issue=tuple(claim.value for claim in description.statutes_at_issue),
        title=_value(description.title),
        order_type=order_type.value if order_type else None,
        date=date.isoformat() if date else None,
        date_filed=filed.isoformat() if filed else None,
        document_number=_value(description.document_number),
        page_count=_value(description.page_count),
        rulings=tuple(
            _make_ruling(claim.value, claim, mark_evidence(ruling_anchor(number), claim))
            for number, claim in enumerate(description.rulings, start=1)
        ),
        disposition=disposition.value if disposition else None,
        disposition_qualifiers=tuple(one.value for one in description.disposition_qualifiers),
        own_citations=tuple(claim.value for claim in description.own_citations),
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
    return _make_plain(_make_value(value))


def _make_value(value: Any) -> Any:
    match value:
        case Court():
            return value.court_id
        case DocketNumber():
            return value.text
        case Judge():
            return _make_judge(value)
        case Party():
            return _make_party(value)
        case Ruling():
            return _make_ruling(value)
        case StrEnum():
            return value.value
        case datetime.date() | PartialDate():
            return value.isoformat()
        case _:
            return value


def _make_judge(judge: Judge) -> JudgeRecord:
    return JudgeRecord(judge.name, judge.title, judge.initials, judge.role.value)


def _make_ruling(
    ruling: Ruling, claim: Claim[Ruling] | None = None, mark: EvidenceMark | None = None
) -> RulingRecord:
    return RulingRecord(
        ruling.motion,
        ruling.scope.value,
        ruling.kind.value,
        ruling.movant,
        ruling.outcome.value,
        tuple(one.value for one in ruling.qualifiers),
        tuple(ruling.entries),
        ruling.printed,
        claim.confidence if claim else None,
        claim is None or is_claim_confirmed("rulings", claim),
        mark.anchor if mark else None,
    )


def _make_party(party: Party) -> PartyRecord:
    roles = tuple(role.value for role in party.roles)
    return PartyRecord(party.name, roles, party.role_printed, party.side, party.et_al)


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


def _value(claim: Claim[Any] | None) -> Any:
    return claim.value if claim else None
