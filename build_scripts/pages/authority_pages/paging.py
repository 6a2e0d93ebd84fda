"""Lists that are longer than a page: addresses of their pages, and links between these."""

from collections.abc import Sequence
from typing import TypeVar

from build_scripts.i18n import t
from build_scripts.pages.page_links import link_to_page, relative_address

Row = TypeVar("Row")

_NEAR = 2
"""How many pages before and behind are linked: linking all would be quadratic in their number."""


def cut_pages(rows: Sequence[Row], size: int) -> list[Sequence[Row]]:
    """Return `rows` in pages of at most `size`; one empty page where there are none."""
    return [rows[start : start + size] for start in range(0, len(rows), size)] or [()]


def name_page(base: str, number: int) -> str:
    """Return a page's path without ".md": `base` itself, then "…/2"; "x/index" leads to "x/2"."""
    if number == 1:
        return base
    return f"{base.removesuffix('/index')}/{number}"


def link_pages(base: str, number: int, pages: int) -> str:
    """Return a line that says which page this is and links those around it; "" where it is all."""
    if pages == 1:
        return ""
    here = f"{name_page(base, number)}.md"
    shown = sorted(
        {1, pages, *range(max(1, number - _NEAR), min(pages, number + _NEAR) + 1)} - {number}
    )
    links = [f"[{each}]({relative_address(here, name_page(base, each))})" for each in shown]
    if number < pages:
        links.append(link_to_page(here, name_page(base, number + 1), t("authorities.next_page")))
    return t("authorities.page_of", number=number, pages=pages, links=" · ".join(links))
