"""The table of authorities on an order's page: where each can be read, and where it is cited."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from build_scripts.i18n import t
from build_scripts.model.archive import ArchivedOrder, AuthorityKind, Link, LinkTarget
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authorities import AuthorityTable, Row
from build_scripts.pages.citation_links import link_address, name_row, word_target
from build_scripts.pages.cited_places import link_places, name_places
from build_scripts.pages.markdown_text import escape_label
from build_scripts.pages.page_links import link_to_page, relative_address
from build_scripts.pages.tables import write_table
from build_scripts.pages.wording import day_of, title_of, word_date

_SECTIONS = {
    AuthorityKind.CASE: "order_page.cases",
    AuthorityKind.STATUTE: "order_page.statutes",
    AuthorityKind.RULE: "order_page.rules",
    AuthorityKind.REGULATION: "order_page.regulations",
    AuthorityKind.CONSTITUTION: "order_page.constitution",
    AuthorityKind.OTHER: "order_page.other_authorities",
    None: "order_page.docket",
}
"""Headings as a brief's table of authorities has them: cases, then enacted law, then the rest."""
_MOST_ALTERNATIVES = 20
"""Orders that an ambiguous citation may mean and that are named; more help no reader."""


def render_authorities(
    table: AuthorityTable, archived: ArchivedOrder, archive_index: ArchiveIndex, page_path: str
) -> str:
    """Return the section's Markdown, empty where the order cites nothing.

    A row's first cell carries its anchor, `#authority-3`, and how many orders here cite it.
    """
    places = name_places(archived.order.clean, archived.order.citations)
    parts = []
    for kind, heading in _SECTIONS.items():
        rows = [
            (
                f"{_link_authority(row, page_path)} {{{_attributes(row)}}}",
                "; ".join(_lead(row.link, archive_index, page_path)) or "—",
                link_places(places, row.positions),
            )
            for row in table.rows
            if (row.authority.kind if row.authority else None) is kind
        ]
        if rows:
            columns = (t("columns.authority"), t("columns.leads"), t("columns.places"))
            parts += [f"### {t(heading)} {{data-search-exclude}}", write_table(columns, rows)]
    title = f"## {t('order_page.authorities')} {{#authorities-cited data-search-exclude}}"
    return "\n\n".join([title, *parts]) if parts else ""


def _attributes(row: Row) -> str:
    """Return the attributes of a row's first cell: its anchor, and what the page's script shows."""
    orders = row.authority.orders if row.authority else 0
    others = "" if not orders else " data-others=none" if orders == 1 else " data-others=some"
    return f"#{name_row(row.number)}{others}"


def _link_authority(row: Row, page_path: str) -> str:
    if row.authority is None or not row.authority.orders:
        return _word_authority(row)
    address = relative_address(page_path, row.authority.path)
    return f"[{_word_authority(row)}]({address})"


def _word_authority(row: Row) -> str:
    authority = row.authority
    if authority is None:
        return _in_cell(row.paper)
    if authority.kind is not AuthorityKind.CASE:
        return _in_cell(_join_subdivisions(authority.forms[0], row.forms))
    year = f" ({authority.year})" if authority.year and authority.case_name else ""
    named = f"{authority.case_name}, "  # a docket's form begins with the case's name too
    forms = ", ".join(form.removeprefix(named) for form in row.forms)
    rest = f"{forms} {row.printed_court}" if row.printed_court else f"{forms}{year}"
    if not authority.case_name:
        return _in_cell(rest)
    return f"*{_in_cell(authority.case_name.strip())}*, {_in_cell(rest)}"


def _in_cell(text: str) -> str:
    """Return text for the inside of a link in a table's cell."""
    return escape_label(text).replace("|", r"\|")


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


def _lead(link: Link | None, archive_index: ArchiveIndex, page_path: str) -> Iterator[str]:
    """Yield the places to which a row leads, each linked and named."""
    if link is None:
        return
    if link.target is LinkTarget.ARCHIVE:
        yield t("links.here", order=_link_order(link.url, archive_index, page_path))
    elif link.target is not LinkTarget.CHOICE:
        address = link_address(link, page_path)
        classes = f".citation .citation--{link.target.value}"
        yield f"[{_where(link)}]({address}){{{classes}}}"
    if link.alternatives:
        several = link.alternatives
        orders = [
            _link_order(one, archive_index, page_path) for one in several[:_MOST_ALTERNATIVES]
        ]
        left = len(several) - len(orders)
        more = [t("counts.more", count=left)] if left else []
        yield t("links.perhaps_orders", orders="; ".join([*orders, *more]))


def _where(link: Link) -> str:
    """Return where an outward link leads; of another site its name: "On law.cornell.edu"."""
    host = urlsplit(link.url).hostname if link.target is LinkTarget.OUTWARD else None
    if not host:
        return word_target(link.target)
    return t("links.on_host", host=escape_label(host.removeprefix("www.")))


def _link_order(address: str, archive_index: ArchiveIndex, page_path: str) -> str:
    """Return a link to an order, named by title and day: two orders of a case share a title."""
    description = archive_index.order(archive_index.by_address[address]).order.description
    day = day_of(description)
    label = (
        f"{title_of(description)}, {word_date(day, short=True)}" if day else title_of(description)
    )
    return link_to_page(page_path, address, label).replace("|", r"\|")
