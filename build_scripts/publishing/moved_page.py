"""The small pages at addresses where an order stood: they lead on, or say that it is gone."""

from collections.abc import Iterator

from build_scripts.model.address_ledger import FormerAddress
from build_scripts.model.page import Page
from build_scripts.publishing.front_matter import write_front_matter
from build_scripts.publishing.markdown_text import escape_text
from build_scripts.publishing.page_links import link_to_page
from build_scripts.publishing.shelves import Shelves
from build_scripts.publishing.wording import case_of, title_of

_MOVED = "This order moved"
_GONE = "This order is no longer here"
_BELOW = ("", "/source")
"""The pages of an order: its own, and the one that shows its source."""


def publish_former(shelves: Shelves, former: FormerAddress) -> Iterator[Page]:
    """Yield the pages at an address that is no order's any more, one for each page of an order.

    Those that lead on carry `moved_to` in their front matter, others `gone`; the template makes
    the redirect of it. A page of the second kind says nothing of the order, nor why it left: it
    may be withheld.
    """
    for below in _BELOW:
        address = f"{former.address}{below}"
        if former.leads_to:
            yield _lead_on(shelves, address, former.leads_to, below)
        else:
            yield _say_gone(address)


def _lead_on(shelves: Shelves, address: str, leads_to: str, below: str) -> Page:
    description = shelves.order(shelves.by_address[leads_to]).order.description
    path = f"{address}.md"
    link = link_to_page(path, f"{leads_to}{below}", title_of(description))
    body = (
        f"It is now at another address: {link}, *{escape_text(case_of(description))}*. "
        "The old address keeps leading there."
    )
    return _write(path, _MOVED, body, {"moved_to": f"{leads_to}{below}"})


def _say_gone(address: str) -> Page:
    path = f"{address}.md"
    body = (
        "An order was published at this address. It is not published here any more.\n\n"
        f"You can look for other orders among {link_to_page(path, 'cases/index', 'all cases')} "
        f"or on {link_to_page(path, 'index', 'the home page')}."
    )
    return _write(path, _GONE, body, {"gone": True})


def _write(path: str, title: str, body: str, values: dict[str, object]) -> Page:
    front = write_front_matter(
        {"title": title, **values, "search": {"exclude": True}, "hide": ["navigation", "toc"]}
    )
    return Page(path, f"{front}\n# {title}\n\n{body}\n")
