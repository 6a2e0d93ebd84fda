"""The HTML of a citation's link, which shows a reader where it leads."""

from typing import NamedTuple
from urllib.parse import urlsplit

from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.pages.escaping import escape_html, escape_url
from build_scripts.pages.i18n import t, term

# Pins that are safe in an attribute.
_PLAIN_PIN = Pattern(
    r"[\w*.,:;&§¶ \u2013-]{1,40}",
    accepts=["1206", "381–82", "*3", "642 n.3", "4:12-15", "¶ 5"],
    refuses=['4" onclick="', "4 <b>", ""],
    by="fullmatch",
)


class SiteLink(NamedTuple):
    """A link to another site; `target` is its kind, which also sets its style."""

    label: str
    url: str
    target: str


class Wrapping(NamedTuple):
    """HTML before and after a citation's words: where it begins, and where a mark cut it."""

    first: tuple[str, str]
    rest: tuple[str, str]


def format_target(target: LinkTarget) -> str:
    """Return the description of a link's target, for its title and the table of authorities."""
    return term("targets", target.value)


def link_site(link: Link, url: str) -> SiteLink:
    """Return an outward link; one to a site other than CourtListener reads "On law.cornell.edu"."""
    host = urlsplit(link.url).hostname if link.target is LinkTarget.OUTWARD else None
    named = t("links.on_host", host=host.removeprefix("www.")) if host else ""
    return SiteLink(named or format_target(link.target), url, link.target.value)


def name_place(position: int) -> str:
    """Return the anchor of the order's citation at `position`: "cite-1" for the first."""
    return f"cite-{position + 1}"


def name_row(number: int) -> str:
    """Return the anchor of row `number` of a page's table of authorities."""
    return f"authority-{number}"


def wrap_citation(
    citation: Citation,
    link: Link | None,
    position: int,
    *,
    root: str = "",
    row: int | None = None,
    authority_page: str | None = None,
    is_stop: bool = True,
) -> Wrapping:
    """Return the HTML around a citation's words, with its anchor `#cite-N`.

    Its link is `link`; a citation of one of several orders leads to its `row` in the table of
    authorities, one without an address to `authority_page`, if any. A record citation without an
    order here is marked as one. `root` leads to the site's root. The Tab key stops at its first
    piece alone, if `is_stop`.
    """
    anchor = f' id="{name_place(position)}"'
    pin = _attribute_pin(citation) if row is not None else ""
    numbered = "" if row is None else f' data-authority="{row}"'
    numbered += f' data-pin="{escape_html(pin)}"' if pin else ""
    address, title, kind = _lead(link, root, row, authority_page)
    if kind:
        lead = (
            f'<a class="citation citation--{kind}" href="{escape_html(address)}"{numbered} '
            f'title="{escape_html(title)}"'
        )
        apart = ' tabindex="-1"'
        first = f"{lead}{'' if is_stop else apart}{anchor}>"
        return Wrapping((first, "</a>"), (f"{lead}{apart}>", "</a>"))
    is_record = citation.kind is CitationKind.RECORD
    classes = ' class="citation citation--record"' if is_record else ""
    lead = f"<span{classes}{numbered}"
    return Wrapping((f"{lead}{anchor}>", "</span>"), (f"{lead}>", "</span>"))


def _lead(
    link: Link | None, root: str, row: int | None, authority_page: str | None
) -> tuple[str, str, str]:
    """Return a citation's address, title, and kind (its class); "" for plain words."""
    if link is None:
        if authority_page is None:
            return "", "", ""
        return f"{root}{authority_page}", t("authorities.orders_citing"), "authority"
    title, kind = format_target(link.target), link.target.value
    if link.target is LinkTarget.CHOICE:
        return (f"#{name_row(row)}", title, kind) if row is not None else ("", "", "")
    address = address_link(link)
    here = link.target is LinkTarget.ARCHIVE
    return f"{root}{address}" if here else address, title, kind


def _attribute_pin(citation: Citation) -> str:
    """Return a pin that is safe in an attribute, "" if the citation's own words have it."""
    pin = citation.pin_cite or ""
    return pin if _PLAIN_PIN.fullmatch(pin) and pin not in citation.text else ""


def address_link(link: Link) -> str:
    """Return a link's address with its fragment; an order's page is below the site's root."""
    page = f"{link.url}/" if link.target is LinkTarget.ARCHIVE else link.url
    return f"{escape_url(page)}{link.anchor}"
