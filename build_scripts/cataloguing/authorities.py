"""Every authority of the archive once: what all orders together cite it by, and where."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_scripts.cataloguing.case_names import NameMatch, match_names
from build_scripts.cataloguing.docket_key import read_docket_key
from build_scripts.cataloguing.slugs import slugify
from build_scripts.model.archive import Authority, AuthorityKind, Link, LinkTarget, Mention
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.order import Order

_KINDS = {
    CitationKind.CASE: AuthorityKind.CASE,
    CitationKind.DOCKET: AuthorityKind.CASE,
    CitationKind.STATUTE: AuthorityKind.STATUTE,
    CitationKind.RULE: AuthorityKind.RULE,
    CitationKind.REGULATION: AuthorityKind.REGULATION,
    CitationKind.CONSTITUTION: AuthorityKind.CONSTITUTION,
    CitationKind.GUIDELINE: AuthorityKind.OTHER,
    CitationKind.OTHER: AuthorityKind.OTHER,
}
"""What is no authority is missing: the record is the case's own, back-references go back."""

_BACK_REFERENCES = frozenset(
    {CitationKind.ID, CitationKind.SHORT, CitationKind.SUPRA, CitationKind.REFERENCE}
)
_SLUG_LENGTH = 100

# The subdivisions behind a section: accepted: "(b)(6)" of "Fed. R. Civ. P. 12(b)(6)",
# ", § 1" of "U.S. Const. amend. XIV, § 1" · refused: "1798.81.5" (a section's own number)
_SUBDIVISIONS = re.compile(r"(?: \( [^()\s]{1,8} \) )+ $ | , \s (?: § | cl\. ) .* $", re.VERBOSE)
# A local rule whose court goes without saying: accepted: "Civ. L.R. 7-1(b)", "L.R. 7.1", "LR 56-1"
# refused: "C.D. Cal. L.R. 7-15", "Fed. R. Civ. P. 7", "9th Cir. R. 36-3"
_COURTLESS = re.compile(r"(?: [A-Z][A-Za-z]+\.? \s )? (?: L\.?\s?R\. | LR | Local\s ) ", re.VERBOSE)
_NUMBERS = re.compile(r"\d+|\D+")

Key = tuple[AuthorityKind, str]


@dataclass(slots=True)
class _Gathering:
    """One authority while its mentions are gathered."""

    forms: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    courts: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    link: Link | None = None


def gather_authorities(
    orders: Sequence[Order], links: Sequence[Sequence[Link | None]]
) -> tuple[tuple[Authority, ...], tuple[tuple[int | None, ...], ...]]:
    """Return the archive's authorities, and for every citation the place of its authority there.

    Forms of a case are one authority where an order cites them as parallels, or where they lead to
    the same order of this archive; cases whose names differ are never joined by a parallel. A
    provision is one authority with its subdivisions. Record citations have no authority.
    """
    keys = [_key_citations(order, own) for order, own in zip(orders, links, strict=True)]
    roots = _join_parallels(orders, keys)
    gathered: dict[Key, _Gathering] = defaultdict(_Gathering)
    for index, order in enumerate(orders):
        for position, citation in enumerate(order.citations):
            key = keys[index][position]
            if key is not None:
                mention = Mention(index, position)
                _gather(gathered[roots.find(key)], citation, links[index][position], mention)
    found = {root: _make_authority(root, one) for root, one in gathered.items()}
    ordered = sorted(found, key=lambda root: _reading_order(found[root]))
    placed = {root: place for place, root in enumerate(ordered)}
    authorities = _make_slugs_unique([found[root] for root in ordered])
    places = tuple(
        tuple(None if key is None else placed[roots.find(key)] for key in order_keys)
        for order_keys in keys
    )
    return authorities, places


def _key_citations(order: Order, links: Sequence[Link | None]) -> list[Key | None]:
    """Return what each citation of an order is known by; a back-reference by what it goes to."""
    keys: list[Key | None] = []
    known: dict[str, Key] = {}
    for citation, link in zip(order.citations, links, strict=True):
        if citation.kind in _BACK_REFERENCES:
            keys.append(None)
            continue
        kind = _KINDS.get(citation.kind)
        key = None if kind is None else (kind, _name_authority(order, kind, citation, link))
        keys.append(key)
        if key is not None:
            known.setdefault(citation.normal_form, key)
            known.setdefault(citation.authority, key)
    return [
        known.get(citation.antecedent or "") if citation.kind in _BACK_REFERENCES else key
        for citation, key in zip(order.citations, keys, strict=True)
    ]


def _name_authority(
    order: Order, kind: AuthorityKind, citation: Citation, link: Link | None
) -> str:
    if kind is not AuthorityKind.CASE:
        return _add_court(order, name_section(citation.normal_form))
    if link is not None and link.target is LinkTarget.ARCHIVE:
        return link.url
    if citation.kind is CitationKind.DOCKET:
        return _name_docket(citation)
    return citation.normal_form


def name_section(normal_form: str) -> str:
    """Return a provision without its subdivisions: "28 U.S.C. § 1332(a)(1)" → "28 U.S.C. § 1332".

    A form that is nothing but subdivisions stays as it is.
    """
    return _SUBDIVISIONS.sub("", normal_form) or normal_form


def _add_court(order: Order, section: str) -> str:
    """Return a provision's name; "Civ. L.R. 7-1" is another rule in each court that cites it."""
    court = order.description.court
    if court is None or not _COURTLESS.match(section):
        return section
    return f"{section} ({court.value.citation_string})"


def _name_docket(citation: Citation) -> str:
    """A docket with its court and year: one docket has many orders, of which a year says most."""
    key = read_docket_key(citation.docket_number or citation.normal_form)
    number = key.slug if key else citation.normal_form
    return f"{citation.court or ''} {number} {citation.year or ''}"


class _Roots:
    """Keys that are one authority: a union of sets, each known by its first member."""

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


def _join_parallels(orders: Sequence[Order], keys: Sequence[Sequence[Key | None]]) -> _Roots:
    roots = _Roots()
    names = _collect_names(orders, keys)
    for order, order_keys in zip(orders, keys, strict=True):
        first: dict[str, Key] = {}
        for citation, key in zip(order.citations, order_keys, strict=True):
            if key is None or citation.kind not in {CitationKind.CASE, CitationKind.DOCKET}:
                continue
            group = first.setdefault(citation.authority, key)
            if group != key and _may_be_one(names.get(group), names.get(key)):
                roots.join(group, key)
    return roots


def _collect_names(
    orders: Sequence[Order], keys: Sequence[Sequence[Key | None]]
) -> Mapping[Key, str]:
    """Return the name that most orders give each case."""
    counts: dict[Key, Counter[str]] = defaultdict(Counter)
    for order, order_keys in zip(orders, keys, strict=True):
        for citation, key in zip(order.citations, order_keys, strict=True):
            if key is not None and citation.case_name and citation.kind not in _BACK_REFERENCES:
                counts[key][citation.case_name] += 1
    return {key: _most_common(names) for key, names in counts.items()}


def _may_be_one(one: str | None, other: str | None) -> bool:
    return not one or not other or match_names(one, other) > NameMatch.DIFFERENT


def _gather(one: _Gathering, citation: Citation, link: Link | None, mention: Mention) -> None:
    is_back = citation.kind in _BACK_REFERENCES
    if not is_back:
        one.forms[citation.normal_form] += 1
        one.names.update([citation.case_name] if citation.case_name else ())
        one.courts.update([citation.court] if citation.court else ())
        one.years.update([citation.year] if citation.year else ())
    if link is not None and (one.link is None or _worth(link) > _worth(one.link)):
        one.link = Link(link.target, link.url, "", link.alternatives)
    is_parallel = not is_back and citation.normal_form != citation.authority
    if not (is_parallel and citation.kind is CitationKind.CASE):
        one.mentions.append(mention)


def _worth(link: Link) -> tuple[bool, bool, bool]:
    """Which of two links of an authority is better: an order here, a choice, a page elsewhere."""
    here = link.target is LinkTarget.ARCHIVE
    return here, bool(link.alternatives), link.target is not LinkTarget.CHOICE


def _make_authority(root: Key, one: _Gathering) -> Authority:
    kind, name = root
    if kind is AuthorityKind.CASE:
        forms = sorted(one.forms, key=lambda form: (_is_database(form), -one.forms[form], form))
    else:
        forms = [name, *sorted(set(one.forms) - {name}, key=_count_naturally)]
    is_here = one.link is not None and one.link.target is LinkTarget.ARCHIVE
    slug = slugify(name.removeprefix("orders/") if is_here else forms[0], _SLUG_LENGTH)
    return Authority(
        kind=kind,
        slug=slug or "unnamed",
        forms=tuple(forms),
        case_name=_most_common(one.names) if one.names else None,
        court=_most_common(one.courts) if one.courts else None,
        year=min(one.years, key=lambda year: (-one.years[year], year)) if one.years else None,
        link=one.link,
        mentions=tuple(one.mentions),
    )


def _is_database(form: str) -> bool:
    """Whether a form counts pages of a database and not of a book."""
    return " WL " in form or "LEXIS" in form


def _most_common(counts: Counter[str]) -> str:
    """Return the name that is printed most; of equals the longest, then the first."""
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _reading_order(authority: Authority) -> tuple[int, str, list[tuple[int, str]], str]:
    kind = list(AuthorityKind).index(authority.kind)
    name = (authority.case_name or "").casefold()
    return kind, name, _count_naturally(authority.forms[0]), authority.slug


def _count_naturally(form: str) -> list[tuple[int, str]]:
    """Sort "9" before "10": numbers by their value, the rest by its letters."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part)
        for part in _NUMBERS.findall(form.casefold())
    ]


def _make_slugs_unique(authorities: Iterable[Authority]) -> tuple[Authority, ...]:
    """Number the slugs that several authorities of a kind would have, in their order."""
    met: Counter[tuple[AuthorityKind, str]] = Counter()
    unique = []
    for one in authorities:
        met[one.kind, one.slug] += 1
        count = met[one.kind, one.slug]
        unique.append(one if count == 1 else replace(one, slug=f"{one.slug}--{count}"))
    return tuple(unique)
