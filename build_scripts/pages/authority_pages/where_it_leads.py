"""Where an authority can be read: here, perhaps here, or elsewhere."""

from urllib.parse import urlsplit

from build_scripts.i18n import t
from build_scripts.model.archive import Link, LinkTarget
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.citation_links import link_address, word_target
from build_scripts.pages.markdown_text import escape_label
from build_scripts.pages.order_lists import list_order

_SHOWN = 20
"""How many orders an ambiguous citation offers; more are no help to a reader."""


def link_outward(link: Link | None, page_path: str) -> str:
    """Return the link to the authority itself, labelled by where it leads; "" where it has none."""
    if link is None or not link.url or link.target is LinkTarget.ARCHIVE:
        return ""
    label = word_target(link.target)
    if link.target is LinkTarget.OUTWARD:
        host = urlsplit(link.url).hostname or ""
        label = t("links.on_host", host=host.removeprefix("www.")) if host else label
    classes = f".citation .citation--{link.target.value}"
    return f"[{escape_label(label)}]({link_address(link, page_path)}){{{classes}}}"


def list_here(
    archive_index: ArchiveIndex, link: Link | None, page_path: str
) -> tuple[str, list[str]]:
    """Return a label and a line for each order here that the authority is, or may be."""
    if link is None:
        return "", []
    if link.target is LinkTarget.ARCHIVE:
        addresses: tuple[str, ...] = (link.url,)
        label = word_target(LinkTarget.ARCHIVE)
    else:
        addresses = link.alternatives
        label = t("links.perhaps")
    orders = [archive_index.by_address[one] for one in addresses if one in archive_index.by_address]
    lines = [list_order(archive_index.order(index), page_path) for index in orders[:_SHOWN]]
    if len(orders) > _SHOWN:
        lines.append(t("counts.and_more", count=len(orders) - _SHOWN))
    return label if lines else "", lines
