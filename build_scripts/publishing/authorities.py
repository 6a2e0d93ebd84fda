"""What an order cites, one line an authority: the table of authorities."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from build_scripts.model.archive import (
    ArchivedOrder,
    Authority,
    AuthorityKind,
    Link,
    LinkTarget,
)
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.publishing.citation_links import (
    WHERE,
    Wrapping,
    link_address,
    name_row,
    wrap_citation,
)
from build_scripts.publishing.cited_places import link_places, name_places
from build_scripts.publishing.markdown_text import escape_cell, escape_label
from build_scripts.publishing.page_links import link_to_page
from build_scripts.publishing.shelves import Shelves
from build_scripts.publishing.tables import write_table
from build_scripts.publishing.wording import day_of, title_of, word_date

_BACK_REFERENCES = frozenset(
    {CitationKind.ID, CitationKind.SHORT, CitationKind.SUPRA, CitationKind.REFERENCE}
)
_SECTIONS = {
    AuthorityKind.CASE: "Cases",
    AuthorityKind.STATUTE: "Statutes",
    AuthorityKind.RULE: "Rules",
    AuthorityKind.REGULATION: "Regulations",
    AuthorityKind.CONSTITUTION: "Constitution",
    AuthorityKind.OTHER: "Other authorities",
    None: "This case's docket",
}
"""The order of a brief's table of authorities: cases first, then enacted law, then the rest."""

# Court and day as they are printed behind a case. Accepted: "(1994)", "(9th Cir. 2006)",
# "(N.D. Cal. Mar. 4, 2031)", "(Cal. Ct. App. 1999)". Refused: "(as amended 2006)", "(en banc)".
_PRINTED_COURT = re.compile(
    r"\s(?P<court> \( (?: [A-Z0-9&] [\w.,'’&-]{0,20} \s ){0,8} (?:1[6-9]|20)\d\d \) )", re.VERBOSE
)

# A paper's name. Accepted: "Compl.", "Opp'n", "Ex. A", "Hr'g Tr.". Refused: "465 U.S. 783".
_PAPER = re.compile(r"[A-Z][^§]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """One authority as the order cites it; `number` counts the rows of the whole table.

    `authority` is None for a `paper` of the case's own record. `forms` are those of this order, a
    provision's naturally sorted; `positions` are the citations that count as mentions, ascending.
    """

    number: int
    authority: Authority | None
    paper: str
    forms: tuple[str, ...]
    printed_court: str
    positions: tuple[int, ...]
    link: Link | None


@dataclass(frozen=True, slots=True)
class AuthorityTable:
    """The rows in their order, and for every citation of the order the row that it belongs to."""

    rows: tuple[Row, ...]
    row_of: Mapping[int, Row]


def arrange_authorities(
    archived: ArchivedOrder, authorities: Sequence[Authority]
) -> AuthorityTable:
    """Return the table of what an order cites, each authority once, as a reader looks it up.

    A mention is a full citation or a back-reference to it; a parallel citation beside another
    counts with it, once. Papers of the docket are told apart by entry, or by name where no entry is
    printed ("Compl."). What the order says of itself ("note 6 above") and what goes back to
    nothing has no row.
    """
    citations = archived.order.citations
    places = archived.authorities or (None,) * len(citations)
    papers = _list_papers(citations, places)
    members: dict[tuple[int, str], list[int]] = {}
    for position, (citation, place) in enumerate(zip(citations, places, strict=True)):
        if place is not None:
            members.setdefault((place, ""), []).append(position)
        elif (paper := papers.get(_goes_back_to(citation))) is not None:
            members.setdefault((len(authorities), paper), []).append(position)
    rows = []
    row_of: dict[int, Row] = {}
    for number, key in enumerate(sorted(members, key=_reading_order), start=1):
        authority = authorities[key[0]] if key[0] < len(authorities) else None
        row = _make_row(number, archived, authority, key[1], members[key])
        rows.append(row)
        row_of |= dict.fromkeys(members[key], row)
    return AuthorityTable(tuple(rows), row_of)


def _goes_back_to(citation: Citation) -> str:
    is_back = citation.kind in _BACK_REFERENCES
    return (citation.antecedent or "") if is_back else citation.normal_form


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


def _reading_order(key: tuple[int, str]) -> tuple[int, list[tuple[int, str]]]:
    """Sort by the archive's order of authorities; the docket behind them, by its numbers."""
    place, form = key
    words = form.casefold().replace("-", " ").split()
    return place, [(int(word) if word.isdecimal() else -1, word) for word in words]


def _make_row(
    number: int,
    archived: ArchivedOrder,
    authority: Authority | None,
    paper: str,
    positions: Sequence[int],
) -> Row:
    citations = archived.order.citations
    full = [p for p in positions if citations[p].kind not in _BACK_REFERENCES]
    forms = dict.fromkeys(citations[p].normal_form for p in full)
    if authority is not None and authority.kind is not AuthorityKind.CASE:
        forms = {form: None for form in authority.forms if form in forms} | forms
    links = [link for p in full or positions if (link := archived.links[p]) is not None]
    text = archived.order.clean.reading_text
    return Row(
        number=number,
        authority=authority,
        paper=paper,
        forms=tuple(forms),
        printed_court=next(filter(None, (_read_court(text, citations[p]) for p in full)), ""),
        positions=tuple(p for p in positions if not _is_parallel(citations[p])) or (positions[0],),
        link=min(links, key=_worth, default=authority.link if authority else None),
    )


def _worth(link: Link) -> tuple[bool, bool]:
    return link.target is not LinkTarget.ARCHIVE, not link.alternatives


def _is_parallel(citation: Citation) -> bool:
    is_back = citation.kind in _BACK_REFERENCES
    is_case = citation.kind is CitationKind.CASE
    return not is_back and is_case and citation.normal_form != citation.authority


def _read_court(text: str, citation: Citation) -> str:
    """Return court and year as printed behind a case: the order's own words for them."""
    if citation.kind not in {CitationKind.CASE, CitationKind.DOCKET}:
        return ""
    match = _PRINTED_COURT.match(text, citation.end)
    return match["court"] if match else ""


def wrap_citations(
    archived: ArchivedOrder, table: AuthorityTable, page_path: str
) -> tuple[Wrapping, ...]:
    """Return what is written around each citation of the order's text."""
    wrappings = []
    for position, (citation, link) in enumerate(
        zip(archived.order.citations, archived.links, strict=True)
    ):
        row = table.row_of.get(position)
        wrappings.append(
            wrap_citation(citation, link, page_path, position, row=row.number if row else None)
        )
    return tuple(wrappings)


def render_authorities(
    table: AuthorityTable, archived: ArchivedOrder, shelves: Shelves, page_path: str
) -> str:
    """Return the section's Markdown, empty where the order cites nothing.

    A row's first cell carries its anchor, `#authority-3`, and how many orders here cite it.
    """
    places = name_places(archived.order.clean, archived.order.citations)
    parts = []
    for kind, heading in _SECTIONS.items():
        rows = [
            (
                f"{_word_authority(row)} {{#{name_row(row.number)}{_count_orders(row)}}}",
                "; ".join(_lead(row.link, shelves, page_path)) or "—",
                link_places(places, row.positions),
            )
            for row in table.rows
            if (row.authority.kind if row.authority else None) is kind
        ]
        if rows:
            columns = ("Authority", "Where it leads", "Places")
            parts += [f"### {heading} {{data-search-exclude}}", write_table(columns, rows)]
    return "\n\n".join(["## Authorities cited {data-search-exclude}", *parts]) if parts else ""


def _word_authority(row: Row) -> str:
    authority = row.authority
    if authority is None:
        return escape_cell(row.paper)
    if authority.kind is not AuthorityKind.CASE:
        return escape_cell(_join_subdivisions(authority.forms[0], row.forms))
    year = f" ({authority.year})" if authority.year and authority.case_name else ""
    named = f"{authority.case_name}, "  # a docket's form begins with the case's name too
    forms = ", ".join(form.removeprefix(named) for form in row.forms)
    rest = f"{forms} {row.printed_court}" if row.printed_court else f"{forms}{year}"
    if not authority.case_name:
        return escape_cell(rest)
    return f"*{escape_label(authority.case_name.strip())}*, {escape_label(rest)}".replace(
        "|", r"\|"
    )


def _join_subdivisions(section: str, forms: Sequence[str]) -> str:
    """Return a provision once: "28 U.S.C. § 1332(a)(1), (d)"; the section alone is said too."""
    base, court = section, ""
    if not all(form.startswith(base) for form in forms):  # "Civ. L.R. 7-1 (N.D. Cal.)"
        base, _, rest = section.rpartition(" (")
        court = f" ({rest}" if base else ""
    if not base or not all(form.startswith(base) for form in forms):
        return ", ".join(forms)
    cited = [form[len(base) :].removeprefix(",").strip() for form in forms]
    whole = f"{base}{court}"
    inner = [one for one in cited if one]
    if not inner:
        return whole
    if len(inner) == len(cited):
        comma = "" if inner[0].startswith("(") else ", "
        return f"{base}{comma}{', '.join(inner)}{court}"
    return f"{base}, {', '.join(inner)}{court}"


def _count_orders(row: Row) -> str:
    """Return how many orders here cite the authority, as an attribute for the page's script."""
    if row.authority is None:
        return ""
    return f" data-orders={count_orders(row.authority)}"


def count_orders(authority: Authority) -> int:
    """Return how many orders of the archive cite an authority."""
    return len({mention.order for mention in authority.mentions})


def _lead(link: Link | None, shelves: Shelves, page_path: str) -> Iterator[str]:
    """Yield the places to which a row leads, each linked and named."""
    if link is None:
        return
    if link.target is LinkTarget.ARCHIVE:
        yield f"In this archive: {_link_order(link.url, shelves, page_path)}"
    elif link.target is not LinkTarget.CHOICE:
        address = link_address(link, page_path)
        classes = f".citation .citation--{link.target.value}"
        yield f"[{_where(link)}]({address}){{{classes}}}"
    if link.alternatives:
        orders = (_link_order(address, shelves, page_path) for address in link.alternatives)
        yield f"Perhaps one of these orders here: {'; '.join(orders)}"


def _where(link: Link) -> str:
    """Return where an outward link leads; of another site its name: "On law.cornell.edu"."""
    host = urlsplit(link.url).hostname if link.target is LinkTarget.OUTWARD else None
    return f"On {escape_label(host.removeprefix('www.'))}" if host else WHERE[link.target]


def _link_order(address: str, shelves: Shelves, page_path: str) -> str:
    """Return a link to an order, named by title and day: two orders of a case share a title."""
    description = shelves.order(shelves.by_address[address]).order.description
    day = day_of(description)
    label = (
        f"{title_of(description)}, {word_date(day, short=True)}" if day else title_of(description)
    )
    return link_to_page(page_path, address, label).replace("|", r"\|")
