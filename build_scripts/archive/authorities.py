"""Every authority of the archive once: all its forms in all orders, and its citations."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from build_scripts.archive.authority_places import Unplaced, place_authorities
from build_scripts.archive.case_names import NameMatch, match_names
from build_scripts.archive.cases import court_of
from build_scripts.archive.docket_key import read_docket_key
from build_scripts.archive.groupings import most_printed
from build_scripts.archive.slugs import slugify
from build_scripts.model.archive import (
    AUTHORITY_KINDS,
    Authority,
    AuthorityKind,
    Link,
    LinkTarget,
    Mention,
)
from build_scripts.model.citation import BACK_REFERENCES, Citation, CitationKind
from build_scripts.model.citation_form import read_case_form
from build_scripts.model.order import Order
from build_scripts.model.text.numbers import count_naturally
from build_scripts.model.text.pattern_table import read_patterns

_CASES = frozenset({CitationKind.CASE, CitationKind.DOCKET})
_PAIRED = 4
"""How many of its parallels a form is compared with; a place rarely has more than three."""
_SLUG_LENGTH = 100

_PATTERNS = read_patterns(__package__, "authorities.toml")
_PARALLEL_REACH = 80
"""The most characters between a citation's end and its parallel: pins and notes."""

Key = tuple[AuthorityKind, str]


_count = partial(defaultdict[Any, int], int)
"""Makes an empty count; a Counter takes several times as long to make and to fill."""


@dataclass(slots=True)
class _Gathering:
    forms: dict[str, int] = field(default_factory=_count)
    leading: dict[str, int] = field(default_factory=_count)  # forms named first of their parallels
    sections: dict[str, int] = field(default_factory=_count)  # spellings of a provision's section
    docket_forms: set[str] = field(default_factory=set)
    names: dict[str, int] = field(default_factory=_count)
    courts: dict[str, int] = field(default_factory=_count)
    years: dict[int, int] = field(default_factory=_count)
    mentions: list[Mention] = field(default_factory=list)
    links: dict[str, Link] = field(default_factory=dict)  # the best of each form
    alternatives: set[str] = field(default_factory=set)


def gather_authorities(
    orders: Sequence[Order], links: Sequence[Sequence[Link | None]], own_page_from: int
) -> tuple[tuple[Authority, ...], tuple[tuple[int | None, ...], ...]]:
    """Return the archive's authorities, and for every citation the place of its authority there.

    Forms of a case are one authority if an order cites them as parallels, or if they lead to the
    same order of this archive; cases with different names are never joined by a parallel. A
    provision is one authority with its subdivisions. Record citations have no authority. Papers
    that are no orders add none: their citations have a place if an order cites the same.
    """
    keys = [_key_citations(order, own) for order, own in zip(orders, links, strict=True)]
    listed = [i for i, order in enumerate(orders) if order.description.is_listed]
    roots = _join_parallels([(orders[i], keys[i]) for i in listed])
    gathered: dict[Key, _Gathering] = defaultdict(_Gathering)
    for index in listed:
        parallels = _find_parallels(orders[index], keys[index], roots)
        for position, citation in enumerate(orders[index].citations):
            key = keys[index][position]
            if key is None:
                continue
            one = gathered[roots.find(key)]
            _gather(one, citation, links[index][position])
            if position not in parallels:
                one.mentions.append(Mention(index, position))
    found = {root: _make_authority(root, one) for root, one in gathered.items() if one.mentions}
    ordered = sorted(found, key=lambda root: (_reading_order(found[root]), root))
    placed = {root: place for place, root in enumerate(ordered)}
    authorities = _make_slugs_unique([found[root] for root in ordered])
    placed_authorities = tuple(place_authorities(authorities, own_page_from))
    places = tuple(
        tuple(None if key is None else placed.get(roots.find(key)) for key in order_keys)
        for order_keys in keys
    )
    return placed_authorities, places


def _key_citations(order: Order, links: Sequence[Link | None]) -> list[Key | None]:
    """Return the key of each citation of an order; a back-reference has that of its antecedent."""
    keys: list[Key | None] = []
    known: dict[str, Key] = {}
    for citation, link in zip(order.citations, links, strict=True):
        kind = AUTHORITY_KINDS.get(citation.kind)
        key = None if kind is None else (kind, _name_authority(order, kind, citation, link))
        keys.append(key)
        if key is not None:
            known.setdefault(citation.normal_form, key)
            known.setdefault(citation.authority, key)
    return [
        known.get(citation.antecedent or "") if citation.kind in BACK_REFERENCES else key
        for citation, key in zip(order.citations, keys, strict=True)
    ]


def _name_authority(
    order: Order, kind: AuthorityKind, citation: Citation, link: Link | None
) -> str:
    if kind is not AuthorityKind.CASE:
        section, court = name_section(citation.normal_form), order.description.court
        # "Civ. L.R. 7-1" is another rule in each court that cites it.
        if court is None or not _PATTERNS.COURTLESS.match(section):
            return _fold_section(section)
        return f"{_fold_section(section)} ({court.value.short_name})"
    if link is not None and link.target is LinkTarget.ARCHIVE:
        return link.url
    if citation.kind is CitationKind.DOCKET:
        # Court and year narrow a docket; a bare one is the citing court's.
        docket = read_docket_key(citation.docket_number or citation.normal_form)
        number = docket.slug if docket else citation.normal_form
        parts = (citation.court or court_of(order), number, citation.year)
        return " ".join(str(part) for part in parts if part)
    return citation.normal_form


@cache
def name_section(normal_form: str) -> str:
    """Return a provision without subdivisions, "et seq." and a report's year: "28 U.S.C. §
    1332(a)(1)" is "28 U.S.C. § 1332". A form of subdivisions alone stays as it is.
    """
    return _PATTERNS.SUBDIVISIONS.sub("", normal_form).strip() or normal_form


@cache
def _fold_section(section: str) -> str:
    """Return what spellings of one section share: "18 Pa. C.S. § 5702" and "18 Pa.C.S. §§ 5702".
    Signs distinguish a section's own number: "4-33" is not "4.33".
    """
    head, sign, number = section.rpartition("§")
    if not sign:
        head, sign, number = section.rpartition(" ")
    return f"{slugify(head, 200)} {number.strip().casefold()}"


class _Roots:
    """Keys that are one authority: a union of sets, each represented by its first member."""

    def __init__(self) -> None:
        self.parents: dict[Key, Key] = {}

    def find(self, key: Key) -> Key:
        root = key
        while (parent := self.parents.get(root, root)) != root:
            root = parent
        while (parent := self.parents.get(key, key)) != root:
            self.parents[key], key = root, parent
        return root

    def join(self, one: Key, other: Key) -> None:
        left, right = sorted((self.find(one), self.find(other)))
        self.parents[right] = left


def _join_parallels(orders: Iterable[tuple[Order, Sequence[Key | None]]]) -> _Roots:
    """Join parallel forms, those joined by most orders first. Each set keeps the name of its most
    cited member; sets of different names stay separate: a form without one bridges no two cases.
    """
    pairs: dict[tuple[Key, Key], int] = _count()
    names: dict[Key, dict[str, int]] = defaultdict(_count)
    for order, order_keys in orders:
        members: dict[str, list[Key]] = defaultdict(list)
        for citation, key in zip(order.citations, order_keys, strict=True):
            if key is None or citation.kind not in _CASES:
                continue
            if citation.case_name:
                names[key][citation.case_name] += 1
            group = members[citation.authority]
            if key not in group:
                for other in group[:_PAIRED]:
                    pairs[min(key, other), max(key, other)] += 1
                group.append(key)
    roots = _Roots()
    for one, other in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        left, right = roots.find(one), roots.find(other)
        if left != right and _may_be_one(names[left], names[right]):
            roots.join(left, right)
            root = roots.find(left)
            for name, count in names[right if root == left else left].items():
                names[root][name] += count
    return roots


def _may_be_one(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    if not one or not other:
        return True
    return match_names(most_printed(one), most_printed(other)) > NameMatch.DIFFERENT


def _find_parallels(order: Order, keys: Sequence[Key | None], roots: _Roots) -> frozenset[int]:
    """Return the citations that follow another form of their case: "465 U.S. 783, 104 S. Ct. 7"."""
    found = set()
    before: tuple[Citation, Key] | None = None
    for position, (citation, key) in enumerate(zip(order.citations, keys, strict=True)):
        if key is None or key[0] is not AuthorityKind.CASE:
            continue
        root = roots.find(key)
        is_second_form = citation.kind in _CASES and citation.normal_form != citation.authority
        if is_second_form and before is not None and before[1] == root:
            is_beside = citation.start - before[0].end <= _PARALLEL_REACH
            if is_beside and citation.normal_form != before[0].normal_form:
                found.add(position)
        before = citation, root
    return frozenset(found)


def _gather(one: _Gathering, citation: Citation, link: Link | None) -> None:
    if citation.kind not in BACK_REFERENCES:
        form = _read_form(citation)
        one.forms[form] += 1
        one.leading[form] += citation.normal_form == citation.authority
        if citation.case_name:
            one.names[citation.case_name] += 1
        if citation.court:
            one.courts[citation.court] += 1
        if citation.year:
            one.years[citation.year] += 1
        if citation.kind in _CASES:
            one.docket_forms.update([form] if citation.kind is CitationKind.DOCKET else ())
        else:
            one.sections[name_section(form)] += 1
        if link is not None:
            one.links[form] = max(one.links.get(form, link), link, key=_weigh)
    if link is not None:
        one.alternatives.update(link.alternatives)


def _read_form(citation: Citation) -> str:
    """Return the written form of a citation, without the name before a docket number."""
    name = citation.case_name
    form = citation.normal_form.strip()
    if citation.kind is CitationKind.DOCKET and name and form.startswith(f"{name}, "):
        return form[len(name) + 2 :].strip() or form
    return form


_WORTH = (LinkTarget.ARCHIVE, LinkTarget.COURTLISTENER, LinkTarget.OUTWARD, LinkTarget.SEARCH)


def _weigh(link: Link) -> tuple[int, int, str]:
    """Return a link's rank: an order here, a page elsewhere, a search; then the shortest."""
    place = _WORTH.index(link.target) if link.target in _WORTH else len(_WORTH)
    return -place, -len(link.url), link.url


def _choose_link(forms: Iterable[str], one: _Gathering) -> Link | None:
    """Return the best link of all forms; of equals that of the first form."""
    links = [one.links[form] for form in forms if form in one.links]
    if not links and not one.alternatives:
        return None
    best = max(links, key=lambda link: _weigh(link)[0], default=Link(LinkTarget.CHOICE, ""))
    if best.target is LinkTarget.ARCHIVE:
        return Link(LinkTarget.ARCHIVE, best.url)
    return Link(best.target, best.url, alternatives=tuple(sorted(one.alternatives)))


def _make_authority(root: Key, one: _Gathering) -> Unplaced:
    kind, name = root
    if kind is AuthorityKind.CASE:
        forms = list(one.forms)
        if len(forms) > 1:
            forms.sort(key=lambda form: _rank_form(form, one))
        slug = name.removeprefix("orders/") if forms[0] in one.docket_forms else forms[0]
    else:
        section = most_printed(one.sections)
        court = (
            name[name.rindex(" (") :] if _PATTERNS.COURTLESS.match(section) and " (" in name else ""
        )
        others = set(one.forms) - set(one.sections)
        forms = [section + court, *sorted(sorted(others), key=count_naturally)]
        slug = forms[0]
    return Unplaced(
        kind=kind,
        slug=slugify(slug, _SLUG_LENGTH) or "unnamed",
        forms=tuple(forms),
        case_name=most_printed(one.names) if one.names else None,
        court=most_printed(one.courts) if one.courts else None,
        year=min(one.years, key=lambda year: (-one.years[year], year)) if one.years else None,
        link=_choose_link([*one.sections, *forms] if one.sections else forms, one),
        mentions=tuple(one.mentions),
    )


def _rank_form(form: str, one: _Gathering) -> tuple[int, int, int, str]:
    """Rank the U.S. Reports first, then other reporters, databases, dockets; then the most used."""
    if form in one.docket_forms:
        rank = 3
    elif " WL " in form or "LEXIS" in form:
        rank = 2
    else:
        case = read_case_form(form)
        is_official = case and case.text == form and case.reporter in ("U.S.", "U. S.")
        rank = 0 if is_official else 1
    return rank, -one.leading[form], -one.forms[form], form


def _reading_order(authority: Unplaced) -> tuple[int, str, list[tuple[int, str]], str]:
    kind = list(AuthorityKind).index(authority.kind)
    name = (authority.case_name or "").casefold()
    return kind, name, count_naturally(authority.forms[0]), authority.slug


def _make_slugs_unique(authorities: Iterable[Unplaced]) -> list[Unplaced]:
    """Number the slugs that several of a kind would have; those of lists' own pages get "-page"."""
    met: Counter[tuple[AuthorityKind, str]] = Counter()
    unique = []
    for one in authorities:
        slug = f"{one.slug}-page" if _PATTERNS.INDEX_PAGES.fullmatch(one.slug) else one.slug
        met[one.kind, slug] += 1
        count = met[one.kind, slug]
        slug = slug if count == 1 else f"{slug}--{count}"
        unique.append(one if slug == one.slug else one._replace(slug=slug))
    return unique
