"""The page of one authority: what it is, where it leads, who here cites it and in what words."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from build_scripts.i18n import format_number, t
from build_scripts.model.archive import AuthorityKind
from build_scripts.model.page import LatePage, Page
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.citing_orders import (
    MENTIONS,
    count_subdivisions,
    render_citing_order,
)
from build_scripts.pages.authority_pages.names import (
    name_court,
    name_in_markdown,
    name_plainly,
    word_kind,
)
from build_scripts.pages.authority_pages.paging import link_pages, name_page
from build_scripts.pages.authority_pages.tallies import Tally, YearCount
from build_scripts.pages.authority_pages.where_it_leads import link_outward, list_here
from build_scripts.pages.front_matter import write_front_matter
from build_scripts.pages.markdown_text import escape_text
from build_scripts.pages.paging import CHARACTERS, cut_list
from build_scripts.pages.tables import write_table
from build_scripts.pages.trail import trace_trail

_SUBDIVISIONS = 60
_FORMS = 30
_CITING = "orders-here-that-cite-it"
_QUOTE, _HEAD = 520, 380
"""Characters of a quotation with what is printed behind it, and of what is said of its order: these
decide where a list is cut, so that no order has to be read for it.
"""


def publish_authority(archive_index: ArchiveIndex, tally: Tally) -> Iterator[LatePage]:
    """Yield the page of an authority, and further ones where it is long."""
    base = tally.authority.path
    citing = tuple(tally.citing)
    addresses = [archive_index.order(index).address for index in citing]
    pages = cut_list(addresses, [_weigh(len(tally.citing[index])) for index in citing])
    for number, part in enumerate(pages, start=1):
        path = f"{name_page(base, number)}.md"
        shown = citing[part]
        introduction = tuple(_introduce(archive_index, tally, path)) if number == 1 else ()
        make = partial(_write_page, archive_index, tally, shown, introduction, number, len(pages))
        yield LatePage(path, make)


def _weigh(mentions: int) -> int:
    return min(_HEAD + _QUOTE * min(mentions, MENTIONS), CHARACTERS)


def _write_page(
    archive_index: ArchiveIndex,
    tally: Tally,
    citing: Sequence[int],
    introduction: Sequence[str],
    number: int,
    pages: int,
) -> Page:
    path = f"{name_page(tally.authority.path, number)}.md"
    turn = link_pages(tally.authority.path, number, pages)
    parts = [
        f"# {name_in_markdown(tally.authority)}",
        *introduction,
        f"## {t('authorities.orders_citing')} {{#{_CITING}}}",
        turn,
        *(render_citing_order(archive_index, tally, index, path) for index in citing),
        turn,
    ]
    title = name_plainly(tally.authority)
    front = _write_head(
        title if number == 1 else t("lists.page", title=title, number=number), tally
    )
    text = "\n\n".join(part for part in parts if part)
    return Page(path, f"{front}\n{text}\n")


def _write_head(title: str, tally: Tally) -> str:
    """Return the page's metadata.

    Its sentences are found in the orders they stand in, and a hundred orders are no table of
    contents. Written by hand where that is safe: there are far more authorities than orders, and
    the YAML of their pages would take as long as all else on them.
    """
    base, kind = tally.authority.path, tally.authority.kind
    up = (word_kind(kind), f"authorities/{kind}/index")
    above = trace_trail(((t("authorities.title"), "authorities/index"), up))
    if not title.isprintable():
        hidden: dict[str, Any] = {"search": {"exclude": True}, "hide": ["toc"]}
        return write_front_matter({"title": title, "authority": base, "above": above, **hidden})
    quoted = json.dumps(title, ensure_ascii=False)  # printable text is quoted alike in YAML
    trail = "".join(
        f"  {address}: {json.dumps(label, ensure_ascii=False)}\n"
        for address, label in above.items()
    )
    return (
        f'---\ntitle: {quoted}\nauthority: "{base}"\nabove:\n{trail}'
        'search:\n  exclude: true\nhide:\n- "toc"\n---\n'
    )


def _introduce(archive_index: ArchiveIndex, tally: Tally, path: str) -> Iterator[str]:
    yield "\n\n".join(_list_facts(archive_index, tally, path))
    if len(tally.years) > 1:
        yield f"## {t('authorities.by_year')} {{#by-year}}"
        yield _table_years(tally.years)


def _list_facts(archive_index: ArchiveIndex, tally: Tally, path: str) -> Iterator[str]:
    """Yield the entries of the list at the head; "Cited here" is never missing."""
    authority = tally.authority
    if authority.kind is AuthorityKind.CASE:
        if len(authority.forms) > 1:
            yield _write_entry(t("authorities.also_cited_as"), _list_forms(authority.forms[1:]))
        if authority.court:
            yield _write_entry(t("authorities.court"), escape_text(name_court(authority.court)))
    outward = link_outward(authority.link, path)
    if outward:
        yield _write_entry(t("authorities.read_it"), outward)
    label, orders = list_here(archive_index, authority.link, path)
    if orders:
        yield _write_entry(label, *orders)
    yield _write_entry(t("authorities.cited"), _count_citing(tally))
    if authority.kind is not AuthorityKind.CASE:
        subdivisions = count_subdivisions(archive_index, tally)
        if subdivisions:
            yield _write_entry(t("authorities.cited_as"), _list_subdivisions(subdivisions))


def _write_entry(term: str, *definitions: str) -> str:
    return "\n".join([term, *(f":   {definition}\n" for definition in definitions)]).rstrip("\n")


def _list_forms(forms: Sequence[str]) -> str:
    shown = ", ".join(escape_text(form) for form in forms[:_FORMS])
    left = len(forms) - _FORMS
    return shown + (f", {t('counts.and_more', count=left)}" if left > 0 else "")


def _list_subdivisions(subdivisions: Sequence[tuple[str, int]]) -> str:
    shown = [f"{escape_text(form)} ({number})" for form, number in subdivisions[:_SUBDIVISIONS]]
    if len(subdivisions) > _SUBDIVISIONS:
        shown.append(t("counts.and_more", count=len(subdivisions) - _SUBDIVISIONS))
    return " · ".join(shown)


def _count_citing(tally: Tally) -> str:
    dated = [one.year for one in tally.years if one.year is not None]
    span = ""
    if dated:
        first, last = min(dated), max(dated)
        span = f", {last}" if first == last else f", {first}–{last}"
    mentions = t("counts.mentions", count=tally.mentions)
    orders = t("counts.orders", count=tally.orders)
    count = t("authorities.mentions_in_orders", mentions=mentions, orders=orders)
    return f'<span id="cited-here" data-orders="{tally.orders}">{count}</span>{span}'


def _table_years(years: Sequence[YearCount]) -> str:
    """Return the years as a table; the bars only show what the numbers beside them say."""
    most = max(one.mentions for one in years)
    rows = (
        (
            str(one.year or t("dates.undated")),
            format_number(one.orders),
            f"{format_number(one.mentions)} {_draw_bar(one, most)}",
        )
        for one in years
    )
    head = (t("columns.year"), t("columns.orders"), t("columns.mentions"))
    return write_table(head, rows)


def _draw_bar(one: YearCount, most: int) -> str:
    values = f'min="0" max="{most}" value="{one.mentions}"'
    return f'<meter class="year-bar" {values} aria-hidden="true"></meter>'
