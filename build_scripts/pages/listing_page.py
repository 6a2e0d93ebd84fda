"""What every page of a list has in common: its metadata, its trail, its heading."""

from collections.abc import Iterable, Sequence

from build_scripts.i18n import t
from build_scripts.model.page import LatePage, Page
from build_scripts.pages.front_matter import write_front_matter
from build_scripts.pages.markdown_text import escape_text
from build_scripts.pages.paging import Part
from build_scripts.pages.trail import Step, trace_trail


def write_listing(
    path: str,
    title: str,
    parts: Iterable[str],
    steps: Iterable[Step] = (),
    *,
    number: int = 1,
    is_found: bool = True,
    names_people: bool = True,
) -> Page:
    """Return a page of `parts`; empty ones are left out.

    `steps` are the pages above it, see `trace_trail`; `number` counts the pages of one list.
    Lists come behind the orders they list in the site's search; where not `is_found`, they are in
    none: what they say stands on other pages. Lists of orders, cases or parties name people, see
    build_scripts/theme/partials/unlisted.html.
    """
    shown = title if number == 1 else t("lists.page", title=title, number=number)
    search = {"boost": 0.5} if is_found and number == 1 else {"exclude": True}
    values = {"title": shown, "search": search, "above": trace_trail(steps)}
    front = write_front_matter(values if names_people else {**values, "names_people": False})
    heading = f"# {escape_text(shown, starts_line=True)}"
    text = "\n\n".join(part for part in (heading, *parts) if part)
    return Page(path, f"{front}\n{text}\n")


def list_late(
    part: Part[int],
    title: str,
    above: Sequence[str],
    below: Sequence[str] = (),
    steps: Sequence[Step] = (),
    *,
    is_found: bool = True,
) -> LatePage:
    """Return a page of a list of orders, whose table is written when the page is.

    `above` and `below` stand around the table; else as `write_listing`.
    """

    def make() -> Page:
        parts = (*above, part.text, *below)
        return write_listing(part.path, title, parts, steps, number=part.number, is_found=is_found)

    return LatePage(part.path, make)
