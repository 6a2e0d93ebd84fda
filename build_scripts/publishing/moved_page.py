"""The small pages at addresses where an order stood: they lead on, or say that it is gone."""

from collections.abc import Iterator

from build_scripts.interface import say
from build_scripts.model.address_ledger import FormerAddress
from build_scripts.model.page import Page
from build_scripts.publishing.front_matter import write_front_matter
from build_scripts.publishing.markdown_text import escape_text
from build_scripts.publishing.page_links import link_to_page
from build_scripts.publishing.shelves import Shelves
from build_scripts.publishing.wording import case_of, title_of

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
    body = say("moved.text", order=link, case=f"*{escape_text(case_of(description))}*")
    return _write(path, say("moved.title"), body, {"moved_to": f"{leads_to}{below}"})


def _say_gone(address: str) -> Page:
    path = f"{address}.md"
    look = say(
        "moved.look",
        cases=link_to_page(path, "cases/index", say("moved.cases")),
        home=link_to_page(path, "index", say("moved.home")),
    )
    body = f"{say('moved.gone_text')}\n\n{look}"
    return _write(path, say("moved.gone"), body, {"gone": True})


def _write(path: str, title: str, body: str, values: dict[str, object]) -> Page:
    front = write_front_matter(
        {"title": title, **values, "search": {"exclude": True}, "hide": ["navigation", "toc"]}
    )
    return Page(path, f"{front}\n# {title}\n\n{body}\n")
