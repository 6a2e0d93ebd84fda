"""Orders in lists of Markdown."""

from build_scripts.i18n import t
from build_scripts.model.archive import ArchivedOrder, Facet, Group
from build_scripts.pages.markdown_text import emphasise_text, escape_text
from build_scripts.pages.page_links import link_to_page
from build_scripts.pages.wording import (
    case_of,
    day_of,
    title_of,
    word_day,
)

LONGEST = 160
"""Characters of a title or a name in a list."""


def list_order(archived: ArchivedOrder, page_path: str, *, is_here: bool = False) -> str:
    """Return one order as a line of a list: day, title, case; the page itself is not linked."""
    description = archived.order.description
    title = title_of(description)
    shown = (
        f"**{escape_text(title)}** {t('lists.this_order')}"
        if is_here
        else link_to_page(page_path, archived.address, title)
    )
    case = "" if is_here else f", {emphasise_text(case_of(description))}"
    return f"{word_day(day_of(description))}: {shown}{case}"


def link_group(group: Group, facet: Facet, page_path: str, label: str | None = None) -> str:
    """Return a link to a group's page; a case of one order is at that order's, and not linked."""
    if facet is Facet.CASE and len(group.members) == 1:
        return escape_text(label or group.label)
    return link_to_page(page_path, f"{facet.value}/{group.slug}", label or group.label)


def shorten(text: str, longest: int = LONGEST) -> str:
    """Return `text` cut at a word: a misread title or caption can run on for pages."""
    if len(text) <= longest:
        return text
    cut = text.rfind(" ", 0, longest)
    return f"{text[: cut if cut > 0 else longest]} …"
