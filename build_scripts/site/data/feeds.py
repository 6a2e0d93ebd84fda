"""Atom feeds of the newest orders: of the archive, a court, a judge, a case, and of those that
cite an authority.

A page's feed is `feed.xml` in the folder of the page's address.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from typing import Any
from urllib.parse import urlencode

from jinja2 import Template
from markupsafe import Markup

from build_scripts.model.archive import ArchivedOrder, Facet
from build_scripts.model.description import Description
from build_scripts.model.page import DataFile, SiteChoices
from build_scripts.model.text.pattern import Pattern
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.names import name_plainly
from build_scripts.pages.formatting import (
    capitalise,
    case_of,
    format_date,
    format_outcome,
    format_qualifiers,
    title_of,
)
from build_scripts.pages.i18n import t, term
from build_scripts.site.package_templates import open_templates

NEWEST = 50
ATOM = "feed.xml"

_FACETS = (Facet.COURT, Facet.JUDGE, Facet.CASE)
# What no XML document may hold, not even escaped (XML 1.0, 2.2): control characters of a broken
# PDF's text, halves of a surrogate pair.
_FORBIDDEN = Pattern(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+",
    accepts=["a\x0cb", "a\ud800b", "a\ufffeb"],
    refuses=["Łódź & Sons\t§ 3 \U0001f99c\n"],
)


@dataclass(frozen=True, slots=True)
class Feed:
    """The content of one page's feed. `place` is the page's address below the site's root, "" for
    the home page, else ending in a slash; `orders` are indices, newest first. `file` is the feed's
    address if it is not in the page's folder.
    """

    place: str
    title: str
    orders: tuple[int, ...]
    file: str = ""


def list_feed_files(archive_index: ArchiveIndex, choices: SiteChoices) -> Iterator[DataFile]:
    """Yield a file for each feed; none if feeds are turned off or `site_url` is not known.

    A feed's addresses are absolute (RFC 4287 wants ids that hold anywhere), and nobody can follow a
    feed whose address is a guess. A case or judge that moved has its feed at the old address too:
    feed readers follow no redirecting page.
    """
    if not (choices.feeds and choices.site_url):
        return
    moved: dict[str, list[str]] = defaultdict(list)
    for former in archive_index.archive.former_addresses:
        moved[f"{former.leads_to}/"].append(f"{former.address}/")
    for feed in list_feeds(archive_index, choices.site_name):
        make = partial(_write_feed, feed, archive_index, choices)
        for place in (feed.place, *moved[feed.place]):
            yield DataFile(f"{place}{ATOM}", make)


def _write_feed(feed: Feed, archive_index: ArchiveIndex, choices: SiteChoices) -> bytes:
    return write_atom(feed, archive_index, choices).encode()


def list_feeds(archive_index: ArchiveIndex, site_name: str) -> Iterator[Feed]:
    """Yield the feeds of an archive.

    A court, a judge or a case of one order has a feed only if it had another address: somebody may
    wait for its next order. An authority has one if it has a page: most are cited once, and a feed
    that never changes is only one more file. Undated orders are in none: each entry of a feed needs
    a date, and a made-up one would be false. Without dated orders there is no feed, except that of
    the whole archive.
    """
    yield Feed("", site_name, _newest(archive_index, archive_index.list_orders()))
    former = {one.address for one in archive_index.archive.former_addresses}
    for facet in _FACETS:
        for group in archive_index.archive.groups.get(facet, ()):
            place = f"{facet.value}/{group.slug}"
            is_wanted = len(group.members) > 1 or place in former
            orders = _newest(archive_index, group.members) if is_wanted else ()
            if orders:
                title = t("feeds.title", group=group.label, site=site_name)
                yield Feed(f"{place}/", title, orders)
    listed = set(archive_index.list_orders())
    for authority in archive_index.archive.authorities:
        citing = {mention.order for mention in authority.mentions} if authority.has_page else set()
        if orders := _newest(archive_index, listed & citing):
            title = t("feeds.citing", authority=name_plainly(authority), site=site_name)
            yield Feed(f"{authority.path}/", title, orders)


def write_atom(feed: Feed, archive_index: ArchiveIndex, choices: SiteChoices) -> str:
    """Return an Atom feed (RFC 4287), in which orders, as they have no hour, are of midnight UTC.

    Characters that XML can't hold become spaces.
    """
    root = f"{choices.site_url.rstrip('/')}/"
    page, own = root + feed.place, root + (feed.file or feed.place + ATOM)
    entries = [_describe(archive_index.order(index), root) for index in feed.orders]
    text = _open_template().render(
        title=feed.title,
        id=own if feed.file else page,
        own=own,
        page=page,
        author=choices.archive_owner or choices.site_name,
        updated=max((one["updated"] for one in entries), default=_NEVER),
        entries=entries,
    )
    return f"{text}\n"


def write_search_feed(
    file: str, query: str, found: Iterable[int], archive_index: ArchiveIndex, choices: SiteChoices
) -> str:
    """Return an Atom feed of the newest orders that a search found; `file` is its address."""
    listed = set(archive_index.list_orders())
    return write_atom(
        Feed(
            f"search/?{urlencode({'q': query, 'sort': 'newest'})}",
            t("feeds.title", group=query, site=choices.site_name),
            _newest(archive_index, (index for index in found if index in listed)),
            file,
        ),
        archive_index,
        choices,
    )


_NEVER = datetime.date(1970, 1, 1)  # an archive without orders has not been updated


def _newest(archive_index: ArchiveIndex, members: Iterable[int]) -> tuple[int, ...]:
    dated = [index for index in members if archive_index.describe(index).exact_day]
    return tuple(archive_index.sort_newest_first(dated)[:NEWEST])


@cache
def _open_template() -> Template:
    templates = open_templates(__package__)
    templates.filters["xml"] = lambda text: Markup(escape(_FORBIDDEN.sub(" ", text)))  # noqa: S704
    return templates.get_template("feed.xml")


def _describe(archived: ArchivedOrder, root: str) -> dict[str, Any]:
    """Return an order's entry, `updated` on its day or that of a later correction."""
    description = archived.stated
    day, correction = description.exact_day or _NEVER, description.correction
    return {
        "title": t("feeds.entry", case=case_of(description), title=title_of(description)),
        "url": f"{root}{archived.address}/",
        "day": day,
        "updated": max(day, correction.date) if correction and correction.date else day,
        "judges": [name for claim in description.judges if (name := claim.value.name)],
        "categories": _categories(description),
        "summary": _summarise(archived),
    }


def _categories(description: Description) -> list[str]:
    outcome = [format_outcome(description.disposition.value)] if description.disposition else []
    kinds = (capitalise(term("motions", claim.value.kind.value)) for claim in description.rulings)
    return list(dict.fromkeys([*outcome, *kinds]))


def _summarise(archived: ArchivedOrder) -> str:
    """Return the facts at the head of the order's page, in one line of plain text."""
    description = archived.stated
    day = description.day
    numbers = ", ".join(claim.value.text for claim in description.docket_numbers)
    rulings = (
        f"{ruling.motion[:1].upper()}{ruling.motion[1:]}: "
        + ", ".join(
            filter(
                None,
                (term("outcomes", ruling.outcome.value), format_qualifiers(ruling.qualifiers)),
            )
        )
        for ruling in (claim.value for claim in description.rulings)
    )
    qualifiers = format_qualifiers(description.disposition_qualifiers)
    outcome = format_outcome(description.disposition.value) if description.disposition else ""
    facts = [
        t("feeds.specimen") if archived.order.specimen else "",
        description.court.value.name if description.court else "",
        t("order.number", numbers=numbers) if numbers else "",
        format_date(day) if day else "",
        ", ".join(filter(None, (outcome, qualifiers))),
        *rulings,
    ]
    return ". ".join(fact for fact in facts if fact) + "."
