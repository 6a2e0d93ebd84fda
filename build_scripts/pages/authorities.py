"""The authorities that an order cites, each once, with all citations that go back to it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_scripts.model.archive import (
    AUTHORITY_KINDS,
    ArchivedOrder,
    Authority,
    AuthorityKind,
    Link,
    LinkTarget,
)
from build_scripts.model.citation import BACK_REFERENCES, Citation, CitationKind
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.pages.citation_links import Wrapping, address_link, wrap_citation

# Court and day as they are printed after a case.
_PRINTED_COURT = Pattern(
    r"\s(?P<court> \( (?: [A-Z0-9&] [\w.,'’&-]{0,20} \s ){0,8} (?:1[6-9]|20)\d\d \) )",
    re.VERBOSE,
    accepts=[" (1994)", " (9th Cir. 2006)", " (N.D. Cal. Mar. 4, 2031)", " (Cal. Ct. App. 1999)"],
    refuses=[" (as amended 2006)", " (en banc)", ", 790 (1984)"],
    by="match",
)

# A paper's name.
_PAPER = Pattern(
    r"[A-Z][^§]*$",
    accepts=["Compl.", "Opp'n", "Ex. A", "Hr'g Tr."],
    refuses=["465 U.S. 783", "Cal. Penal Code § 632"],
    by="match",
)

_KINDS_IN_ORDER = tuple(AuthorityKind)


class _Key(NamedTuple):
    """The key of a row while it is gathered; `form` if the archive has no place for it."""

    kind: int
    place: int
    form: str


@dataclass(frozen=True, slots=True)
class Row:
    """One authority as the order cites it; `number` counts the rows of the whole table.

    `authority` is None for a `paper` of the case's record. `positions` are the citations that count
    as mentions, ascending, `full` those that name it in full.
    """

    number: int
    authority: Authority | None
    paper: str
    forms: tuple[str, ...]
    positions: tuple[int, ...]
    full: tuple[int, ...]
    link: Link | None


@dataclass(frozen=True, slots=True)
class AuthorityTable:
    """The rows in their order, and for every citation of the order its row."""

    rows: tuple[Row, ...]
    row_of: Mapping[int, Row]

    def lead(self, position: int) -> tuple[int | None, str | None]:
        """Return a citation's row, and its authority's page if other orders cite it too."""
        row = self.row_of.get(position)
        authority = row.authority if row else None
        page = authority.address if authority and authority.orders > 1 else None
        return row.number if row else None, page


def arrange_authorities(
    archived: ArchivedOrder, authorities: Sequence[Authority]
) -> AuthorityTable:
    """Return the table of what an order cites, each authority once, as a reader looks it up.

    A mention is a full citation or a back-reference to it; a parallel citation counts with its
    neighbour, once. Papers of the docket are distinguished by entry, or by name if none is printed
    ("Compl."). References of the order to itself and back-references to nothing have no row. What
    the archive does not list is taken as this paper cites it.
    """
    citations = archived.order.citations
    places = archived.authorities or (None,) * len(citations)
    papers = _list_papers(citations, places)
    own = _list_unlisted(citations, places)
    members: dict[_Key, list[int]] = {}
    for position, (citation, place) in enumerate(zip(citations, places, strict=True)):
        is_back = citation.kind in BACK_REFERENCES
        name = (citation.antecedent or "") if is_back else citation.normal_form
        if place is not None:
            key = _Key(_KINDS_IN_ORDER.index(authorities[place].kind), place, "")
        elif name in own:
            key = _Key(_KINDS_IN_ORDER.index(own[name].kind), len(authorities), own[name].forms[0])
        elif name in papers:
            key = _Key(len(_KINDS_IN_ORDER), 0, papers[name])
        else:
            continue
        members.setdefault(key, []).append(position)
    rows = []
    row_of: dict[int, Row] = {}
    for number, key in enumerate(sorted(members, key=_reading_order), start=1):
        is_paper = key.kind == len(_KINDS_IN_ORDER)
        place = None if is_paper or key.form else key.place
        authority = authorities[place] if place is not None else own.get(key.form)
        row = _make_row(number, archived, None if is_paper else authority, key.form, members[key])
        rows.append(row)
        row_of |= dict.fromkeys(members[key], row)
    return AuthorityTable(tuple(rows), row_of)


def _list_unlisted(
    citations: Sequence[Citation], places: Sequence[int | None]
) -> dict[str, Authority]:
    """Return what the archive does not list, by every form that citations go back to."""
    own: dict[str, Authority] = {}
    for citation, place in zip(citations, places, strict=True):
        kind = AUTHORITY_KINDS.get(citation.kind)
        if kind is None or place is not None:
            continue
        known = own.get(citation.authority) or Authority(
            kind, "", (citation.authority,), citation.case_name, None, citation.year, None, ()
        )
        own.setdefault(citation.authority, known)
        own.setdefault(citation.normal_form, known)
    return own


def _list_papers(citations: Sequence[Citation], places: Sequence[int | None]) -> dict[str, str]:
    """Return the papers of the record by all forms that citations go back to."""
    papers: dict[str, str] = {}
    for citation in citations:
        if citation.kind is CitationKind.RECORD:
            papers.setdefault(citation.normal_form, citation.normal_form)
    for citation in citations:
        if citation.kind is CitationKind.RECORD:
            papers.setdefault(citation.authority, citation.normal_form)
    for citation, place in zip(citations, places, strict=True):
        name = citation.antecedent or ""
        if citation.kind is CitationKind.SHORT and place is None and _PAPER.match(name):
            papers.setdefault(name, name)
    return papers


def _reading_order(key: _Key) -> tuple[int, int, list[tuple[int, str]]]:
    words = key.form.casefold().replace("-", " ").split()
    return key.kind, key.place, [(int(w) if w.isdecimal() else -1, w) for w in words]


def _make_row(
    number: int,
    archived: ArchivedOrder,
    authority: Authority | None,
    paper: str,
    positions: Sequence[int],
) -> Row:
    citations = archived.order.citations
    full = [p for p in positions if citations[p].kind not in BACK_REFERENCES]
    forms = dict.fromkeys(citations[p].normal_form for p in full)
    if authority is not None and authority.kind is not AuthorityKind.CASE:
        forms = {form: None for form in authority.forms if form in forms} | forms
    links = [link for p in full or positions if (link := archived.links[p]) is not None]
    return Row(
        number=number,
        authority=authority,
        paper=paper,
        forms=tuple(forms),
        positions=tuple(p for p in positions if not _is_parallel(citations[p])) or (positions[0],),
        full=tuple(full),
        link=min(links, key=_worth, default=authority.link if authority else None),
    )


def _worth(link: Link) -> tuple[bool, bool]:
    return link.target is not LinkTarget.ARCHIVE, not link.alternatives


def _is_parallel(citation: Citation) -> bool:
    is_back = citation.kind in BACK_REFERENCES
    is_case = citation.kind is CitationKind.CASE
    return not is_back and is_case and citation.normal_form != citation.authority


def read_printed_court(text: str, citation: Citation) -> str:
    """Return court and year as printed after a case: the order's own words for them, or ""."""
    if citation.kind not in {CitationKind.CASE, CitationKind.DOCKET}:
        return ""
    match = _PRINTED_COURT.match(text, citation.end)
    return match["court"] if match else ""


def wrap_citations(
    archived: ArchivedOrder, leads: Iterable[tuple[int | None, str | None]], root: str = ""
) -> tuple[Wrapping, ...]:
    """Return the HTML around each citation of the order's text.

    A citation without an address leads to its authority's page if other orders cite it too. A part
    of a constitution is a link only at its first mention in a section: an order on the Fourth
    Amendment has dozens. A link to where the one before it leads, in the same paragraph, is no stop
    of the Tab key. `leads` has `AuthorityTable.lead` of each citation; `root` leads to the site's
    root.
    """
    wrappings = []
    stop: tuple[int, int | None, str] | None = None
    places = archived.order.clean.map
    headings = [offset for offset, block in places.located if block.kind is BlockKind.HEADING]
    linked: set[tuple[int, str]] = set()
    for position, (citation, link, (number, page)) in enumerate(
        zip(archived.order.citations, archived.links, leads, strict=True)
    ):
        if citation.kind is CitationKind.CONSTITUTION:
            named = bisect_right(headings, citation.start), citation.normal_form
            if named in linked:
                link = page = None
            linked.add(named)
        before = stop
        if address := address_link(link) if link else page:
            stop = places.find_block(citation.start), number, address
        wrappings.append(
            wrap_citation(
                citation,
                link,
                position,
                root=root,
                row=number,
                authority_page=page,
                is_stop=stop != before,
            )
        )
    return tuple(wrappings)
