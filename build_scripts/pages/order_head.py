"""The head of an order's page: banners, title, the order's facts, its rulings."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from build_scripts.model.archive import ArchivedOrder, Facet, Group, has_own_page
from build_scripts.model.description import (
    FIELDS,
    Description,
    is_confirmed,
    list_confidences,
    list_values,
)
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.correction_words import (
    describe_correction,
    note_others,
    note_row,
    tell_values,
)
from build_scripts.pages.evidence import EvidenceMark, count_right, mark_field, rate_claim
from build_scripts.pages.formatting import (
    UNSTATED,
    format_date,
    format_judge,
    format_outcome,
    format_qualifiers,
    format_tally,
    name_order,
    name_party,
    title_of,
)
from build_scripts.pages.head_rulings import DecreeLine, RulingSentence, iterate_rulings
from build_scripts.pages.i18n import t, term
from build_scripts.pages.order_banners import Banner, HeadText, iterate_banners

MOST_NUMBERS = 3
"""Docket numbers in the line below the title; consolidated cases can have dozens."""

MOST_PARTIES = 12
"""Parties named in a page's head; a class action's caption can have hundreds."""

_PLACES = frozenset({"rulings"})  # fields with a place of their own
_OWN_ROWS = _PLACES | {
    *("case_name", "title", "disposition", "court", "docket_numbers", "judges"),
    *("date", "date_filed", "document_number", "own_citations", "parties"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a fact, its link's address, the plain words around them; `doubt` is how many of ten
    such values are right, if that is shown here.
    """

    words: str
    address: str = ""
    before: str = ""
    after: str = ""
    mark: EvidenceMark | None = None
    doubt: int | None = None


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes on a value: how many of ten such are right, if in doubt; the editor's corrections."""

    field: str
    doubt: int | None
    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the list: its term, its pieces, its notes. `above`: the head states all of it
    already, so only its evidence and corrections are listed.
    """

    term: str
    pieces: tuple[Piece, ...]
    between: str
    notes: Notes
    above: bool


@dataclass(frozen=True, slots=True)
class OrderHead:
    """The part of the page above an order's text.

    `line` has court, dockets, day and judges in a row, `facts` what these lack, and where each is
    printed. `tally` sums up several rulings by outcome, `decree` quotes the sentences that decide.
    `corrected` is how many fields an editor corrected, who and when, `correction_note` why.
    """

    name: str
    title: str
    line: tuple[tuple[Piece, ...], ...]
    banners: tuple[Banner, ...]
    facts: tuple[Fact, ...]
    other_corrections: tuple[str, ...]
    rulings: tuple[RulingSentence, ...]
    ruling_notes: Notes
    tally: str
    decree: tuple[DecreeLine, ...]
    corrected: str
    correction_note: str


def view_head(
    archived: ArchivedOrder, place: int, index: ArchiveIndex, text: HeadText
) -> OrderHead:
    """Return the head of the order's page; empty facts are left out."""
    description = archived.order.description
    facts = tuple(fact for fact in _iter_facts(archived, place, index) if fact.pieces)
    shown = {fact.notes.field for fact in facts} | _PLACES
    title = title_of(archived.stated)
    name = name_order(archived.stated)
    return OrderHead(
        name=name,
        title="" if name == title else title,
        line=tuple(_iter_line(archived, place, index)),
        banners=tuple(iterate_banners(archived, text)),
        facts=facts,
        other_corrections=note_others(description, shown),
        rulings=tuple(iterate_rulings(description)),
        ruling_notes=_note(description, "rulings"),
        tally=format_tally(archived.stated),
        decree=text.decree,
        corrected=describe_correction(description),
        correction_note=description.correction.note if description.correction else "",
    )


def _iter_line(
    archived: ArchivedOrder, place: int, index: ArchiveIndex
) -> Iterator[tuple[Piece, ...]]:
    description = archived.order.description

    if court := description.court:
        name = court.value.short_name
        evidence = mark_field(description, "court")
        page = _find_page(index, Facet.COURT, place)
        yield (Piece(name, page, mark=evidence, doubt=rate_claim("court", court)),)
    if own := description.own_citations:
        yield (Piece(", ".join(claim.value for claim in own)),)
    # The name of a case without a number stands above already.
    numbered = description.docket_numbers or not description.case_name
    cases = tuple(_iter_cases(archived, place, index)) if numbered else ()
    if len(cases) > MOST_NUMBERS:
        more = Piece(t("counts.and_more", count=len(cases) - MOST_NUMBERS))
        cases = (*cases[:MOST_NUMBERS], more)
    if cases:
        yield cases
    if dated := description.date or description.date_filed:
        field = "date" if description.date else "date_filed"
        evidence = mark_field(description, field)
        day, page = format_date(dated.value), _find_page(index, Facet.YEAR, place)
        yield (Piece(day, page, mark=evidence, doubt=rate_claim(field, dated)),)
    if judges := tuple(_iter_judges(archived, place, index, beside_court=True)):
        yield tuple(replace(judge, after="") for judge in judges)
    if entry := description.document_number:
        yield (Piece(t("order.entry", number=entry.value)),)


def _note(description: Description, field: str) -> Notes:
    sure = (
        None if is_confirmed(description, field) else list_confidences(description).get(field, 0.0)
    )
    return Notes(field, None if sure is None else count_right(sure), note_row(description, field))


def _iter_facts(archived: ArchivedOrder, place: int, index: ArchiveIndex) -> Iterator[Fact]:
    """Yield the rows: fields that the head has or abbreviates, then all others."""
    said, stated = archived.order.description, archived.stated
    headings = {name_order(stated), title_of(stated)}

    def state(
        field: str, *pieces: Piece, name: str = "", between: str = "; ", above: bool = False
    ) -> Fact:
        notes = _note(said, field)
        if any(piece.doubt is not None for piece in pieces):  # marked one by one
            notes = replace(notes, doubt=None)
        return Fact(name or term("fields", field), pieces, between, notes, above)

    def state_values(field: str, *, above: bool = False) -> Fact:
        pieces = [
            Piece(tell_values([value]).strip(), mark=mark_field(said, field, number))
            for number, value in enumerate(list_values(said, field), start=1)
        ]
        return state(field, *pieces, above=above or {one.words for one in pieces} <= headings)

    yield state_values("case_name")
    yield state_values("title")
    if disposition := said.disposition:
        qualifiers = format_qualifiers(said.disposition_qualifiers)
        piece = Piece(
            format_outcome(disposition.value),
            _find_page(index, Facet.DISPOSITION, place),
            after=f" {qualifiers}" if qualifiers else "",
            mark=mark_field(said, "disposition"),
        )
        ruled = {(claim.value.outcome, claim.value.qualifiers) for claim in stated.rulings}
        decided = stated.disposition and (disposition.value, said.disposition_qualifiers)
        yield state("disposition", piece, above=decided in ruled)
    if court := said.court:
        after = f", {said.division.value}" if said.division else ""
        piece = Piece(court.value.name, after=after, mark=mark_field(said, "court"))
        yield state("court", piece, above=piece.words + after == court.value.short_name)
    cases = tuple(_iter_cases(archived, place, index))
    listed = len(cases) <= MOST_NUMBERS
    yield state("docket_numbers", *cases, name=t("order_head.case"), between=", ", above=listed)
    judges = [replace(one, address="") for one in _iter_judges(archived, place, index)]
    named = t("order_head.judges", count=max(len(judges), 1))
    yield state("judges", *judges, name=named, above=not any(one.after for one in judges))
    if day := said.day:
        mark = mark_field(said, "date" if said.date else "date_filed")
        yield state("date", Piece(format_date(day), mark=mark), above=True)
    if said.date_filed and said.date_filed.value != said.day:
        yield state_values("date_filed")
    if entry := said.entry:
        piece = Piece(entry, mark=mark_field(said, "document_number"))
        yield state("document_number", piece, name=t("order_head.document"), above=True)
    yield state_values("own_citations", above=True)
    if said.parties:
        yield state("parties", Piece(_name_parties(said), mark=mark_field(said, "parties")))
    for name, field in FIELDS.items():
        if name not in _OWN_ROWS and not field.spec.row and not field.spec.no_row:
            yield state_values(name)


def _iter_cases(archived: ArchivedOrder, place: int, index: ArchiveIndex) -> Iterator[Piece]:
    """Yield each docket number, linked to its case; a case without number by its name."""
    groups = {group.slug: group for group in index.groups(Facet.CASE, place)}
    numbers = archived.order.description.docket_numbers
    if not numbers:
        for one in groups.values():
            yield Piece(one.label, _address(index, Facet.CASE, one))
        return
    before, after = t("order_head.numbers", count=len(numbers), numbers="\0").split("\0")
    pairs = zip(numbers, archived.case_slugs, strict=True)
    for number, (claim, slug) in enumerate(pairs, start=1):
        yield Piece(
            claim.value.text,
            _address(index, Facet.CASE, groups.get(slug)),
            before=before if number == 1 else "",
            after=after if number == len(numbers) else "",
            mark=mark_field(archived.order.description, "docket_numbers", number),
            doubt=rate_claim("docket_numbers", claim),
        )


def _iter_judges(
    archived: ArchivedOrder, place: int, index: ArchiveIndex, *, beside_court: bool = False
) -> Iterator[Piece]:
    """Yield each judge; one named by initials alone with the court, unless that is adjacent."""
    groups = {group.slug: group for group in index.groups(Facet.JUDGE, place)}
    pairs = zip(archived.order.description.judges, archived.judge_slugs, strict=True)
    for number, (claim, slug) in enumerate(pairs, start=1):
        judge, group = claim.value, groups.get(slug)
        office = format_judge(judge)
        told = group.label if group and not beside_court else judge.initials
        if label := judge.name or told:
            yield Piece(
                label,
                _address(index, Facet.JUDGE, group),
                after=f", {office}" if office else "",
                mark=mark_field(archived.order.description, "judges", number),
                doubt=rate_claim("judges", claim),
            )


def _address(index: ArchiveIndex, facet: Facet, group: Group | None) -> str:
    """Return a group's page; a group of this order alone has only the order's own page."""
    return index.address_of(facet, group) if group and has_own_page(facet, group) else ""


def _name_parties(description: Description) -> str:
    claims = description.parties
    named = []
    for roles, group in groupby(claims[:MOST_PARTIES], key=lambda claim: claim.value.roles):
        names = ", ".join(name_party(claim.value) for claim in group)
        office = t("rows.and").join(term("party_roles", role.value) for role in roles)
        named.append(f"{names} ({office})" if office else names)
    if len(claims) > MOST_PARTIES:
        named.append(t("counts.and_more", count=len(claims) - MOST_PARTIES))
    return "; ".join(named)


def _find_page(index: ArchiveIndex, facet: Facet, place: int) -> str:
    """Return the page of the order's group, "" for an unconfirmed value and a paper without one."""
    known = (one for one in index.groups(facet, place) if one.slug not in UNSTATED)
    return next((index.address_of(facet, one) for one in known), "")
