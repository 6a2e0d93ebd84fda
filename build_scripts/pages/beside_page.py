"""Raw beside clean: the source of one order, with every removed word in its place, and the text.

The two columns are written as HTML, not as Markdown: the source must keep its blanks, and nothing
in it may be read as markup. Every character of an order is escaped here.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from build_scripts.i18n import t, term
from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.clean_order import BlockKind, Removal, RemovalReason
from build_scripts.model.description import Description
from build_scripts.model.page import Page, SiteChoices
from build_scripts.model.source_text import SourceLine
from build_scripts.pages.beside_rows import (
    BesidePage,
    Row,
    Stretch,
    index_removals,
    lay_beside,
)
from build_scripts.pages.front_matter import write_front_matter
from build_scripts.pages.markdown_text import escape_attribute, escape_text
from build_scripts.pages.originals import (
    PRIVATE_REASONS,
    is_original_withheld,
    list_open_pages,
    mask_text,
    name_download,
    offer_original,
)
from build_scripts.pages.trail import trace_trail
from build_scripts.pages.wording import case_of, title_of

_WHOLE_LINE = frozenset(
    {
        RemovalReason.ECF_STAMP,
        RemovalReason.FILED_STAMP,
        RemovalReason.MARGIN_NAME,
        RemovalReason.RUNNING_HEAD,
        RemovalReason.MAILING_NOTICE,
        RemovalReason.EXTRACT_NOTE,
        RemovalReason.CHROME,
        RemovalReason.COVER,
        RemovalReason.SPECIMEN_NOTICE,
    }
)
"""Reasons that are written out beside the words; a column of numbers explains itself."""

_NOTED = frozenset({RemovalReason.PRIVATE, RemovalReason.WITHHELD})
"""Reasons whose words are masked wherever they stood; a removal's text is their kind."""


def address_beside(archived: ArchivedOrder) -> str:
    """Return the companion page's address, below the order's own."""
    return f"{archived.address}/source"


def publish_beside(archived: ArchivedOrder, choices: SiteChoices) -> Page:
    """Return the page that shows the order's source beside its cleaned text.

    Words that left are struck through where they stood and carry their reason; words of notices
    of electronic mailing, and all that is private or withheld, are masked. Where the owner asked
    for them, pictures of a PDF's pages stand above the words they hold.
    """
    order = archived.order
    title = t("source_page.title", order=_name_order(order.description))
    removals = index_removals(order.clean.removals)
    confidences = {p.number: p.ocr_confidence for p in order.pages}
    pictured = set(list_pictured_pages(archived)) if choices.page_images else set()
    parts = [
        f"# {escape_text(title, starts_line=True).rstrip('#')}",
        _introduce(archived),
        _describe_file(archived),
        _explain_removals(order.clean.removals),
    ]
    for page in lay_beside(order.clean, order.pages):
        sure = confidences.get(page.number)
        heading = (
            t("source_page.page", number=page.number)
            if sure is None
            else t("source_page.page_read", number=page.number, sure=round(sure))
        )
        label = order.clean.label_page(page.number)
        if label not in ("", str(page.number)):
            heading += f" {t('source_page.cited_as', label=label)}"
        parts.append(f"## {heading} {{#page-{page.number}}}")
        picture = _show_picture(page.number) if page.number in pictured else ""
        dedent = _measure_indent(page, removals)
        rows = "\n".join(_write_row(row, page.number, removals, dedent) for row in page.rows)
        parts.append(f'<div class="beside">\n{picture}{rows}\n</div>')
    above = [(title_of(order.description), archived.address)]
    values = {
        "title": title,
        "above": trace_trail(above),
        "source_of": order.source.path,
        "search": {"exclude": True},
        "hide": ["navigation", "toc"],
    }
    body = "\n\n".join(part for part in parts if part)
    return Page(f"{address_beside(archived)}.md", f"{write_front_matter(values)}\n{body}\n")


def list_pictured_pages(archived: ArchivedOrder) -> list[int]:
    """Return the numbers of a PDF's pages that may be shown: those without private words."""
    return list_open_pages(archived.order)


def name_picture(number: int) -> str:
    """Return the file name of a page's picture, beside the companion page."""
    return f"page-{number}.webp"


def _name_order(description: Description) -> str:
    """Return the case with its docket entry, or with its title where that is not known."""
    entry = description.document_number
    number = t("order.entry", number=entry.value) if entry else title_of(description)
    return f"{case_of(description)}, {number}"


def _introduce(archived: ArchivedOrder) -> str:
    last = archived.address.rpartition("/")[2]
    link = f"[{t('source_page.order_page')}](../{last}.md)"
    return t("source_page.introduction", order_page=link)


def _describe_file(archived: ArchivedOrder) -> str:
    order = archived.order
    original = offer_original(archived)
    file, form = escape_text(order.source.path), escape_text(order.source.format.value)
    lines = [f"- {t('order_page.file', file=file, form=form)}"]
    if original is None:
        withheld = is_original_withheld(order)
        lines.append(f"- {t('source_page.withheld' if withheld else 'source_page.not_offered')}")
    else:
        name = original.path.rpartition("/")[2]
        what = t("source_page.masked" if original.masked_lines else "source_page.as_it_came")
        download = escape_attribute(name_download(order.source.path))
        link = f'<a href="../{name}" download="{download}">{what}</a>'
        lines.append(f"- {t('source_page.download', link=link)}")
    lines.append(f"- {t('source_page.sha256', digest=f'`{order.source.sha256}`')}")
    return "\n".join(lines)


def _explain_removals(removals: Sequence[Removal]) -> str:
    counts = Counter(removal.reason for removal in removals)
    if not counts:
        return t("source_page.nothing_left_out")
    lines = [t("source_page.left_out"), ""]
    for reason, count in sorted(counts.items()):
        note = ""
        if reason in PRIVATE_REASONS:
            note = f" {t('source_page.masked_here')}"
        elif reason in _NOTED:
            kinds = Counter(removal.text for removal in removals if removal.reason is reason)
            named = (f"{term('private', kind)} {number}" for kind, number in kinds.items())
            note = f" ({', '.join(sorted(named))})"
        elif reason is RemovalReason.MARKUP:
            note = f" {t('source_page.markup')}"
        word = term("removals", reason.value)
        lines.append(f"- {t('source_page.reason', reason=word, count=count, note=note)}")
    return "\n".join(lines)


def _show_picture(number: int) -> str:
    summary = escape(t("source_page.picture", number=number))
    words = escape(t("source_page.picture_words", number=number))
    return (
        f'<details class="beside__picture"><summary>{summary}</summary>'
        f'<img src="../{name_picture(number)}" alt="{words}" '
        'loading="lazy"></details>\n'
    )


def _measure_indent(page: BesidePage, removals: Mapping[tuple[int, int], list[Removal]]) -> int:
    """Return the blanks that every line of the page begins with, stamps and the like set aside."""
    return min(
        (
            len(line.text) - len(line.text.lstrip())
            for row in page.rows
            for line in row.lines
            if line.text.strip()
            and not any(
                r.reason in _WHOLE_LINE for r in removals.get((page.number, line.number), ())
            )
        ),
        default=0,
    )


def _write_row(
    row: Row, page: int, removals: Mapping[tuple[int, int], list[Removal]], dedent: int
) -> str:
    source = "\n".join(
        _write_line(line, removals.get((page, line.number), ()), dedent)
        for line in row.lines
        if line.text.strip()  # pleading paper has a blank line between any two
    )
    clean = "".join(_write_stretch(stretch) for stretch in row.stretches)
    return (
        f'<div class="beside__row"><pre class="beside__source">{source.rstrip()}</pre>'
        f'<div class="beside__clean">{clean}</div></div>'
    )


def _write_line(line: SourceLine, removals: Sequence[Removal], dedent: int) -> str:
    if any(removal.reason in PRIVATE_REASONS for removal in removals):
        removal = next(one for one in removals if one.reason in PRIVATE_REASONS)
        return _write_removal(mask_text(line.text[dedent:].rstrip()), removal.reason)
    cut = min(dedent, len(line.text) - len(line.text.lstrip()))
    if not removals:
        return _escape(line.text[cut:])
    reasons = _mark_characters(line.text, removals)
    written = []
    for reason, places in groupby(range(cut, len(line.text)), key=lambda place: reasons[place]):
        run = list(places)
        words = line.text[run[0] : run[-1] + 1]
        written.append(_escape(words) if reason is None else _write_removal(words, reason))
    return "".join(written)


def _mark_characters(text: str, removals: Sequence[Removal]) -> list[RemovalReason | None]:
    """Tell of each character why it left, if it did.

    A later cut can span an earlier one, and has blanks there: the earlier reason stays.
    """
    reasons: list[RemovalReason | None] = [None] * len(text)
    for removal in removals:
        start = removal.start or 0
        for place, character in enumerate(removal.text, start=start):
            if not character.isspace() and place < len(text):
                reasons[place] = removal.reason
    last: int | None = None  # blanks between two words that left for one reason go with them
    for place, character in enumerate(text):
        if character.isspace():
            continue
        if last is not None and reasons[last] is reasons[place]:
            reasons[last + 1 : place] = [reasons[place]] * (place - last - 1)
        last = place
    return reasons


def _write_removal(words: str, reason: RemovalReason) -> str:
    named = escape(term("removals", reason.value))
    note = f' data-note="{named}"' if reason in _WHOLE_LINE else ""
    said = f'<span class="said">{t("source_page.said_left_out", reason=named)} </span>'
    return f'<del title="{named}"{note}>{said}{_escape(words)}<span class="said">]</span></del>'


def _write_stretch(stretch: Stretch) -> str:
    label = f"<sup>{_escape(stretch.label)}</sup> " if stretch.label else ""
    name = "beside__note" if stretch.label else f"beside__{stretch.kind.value.replace('_', '-')}"
    tag = "blockquote" if stretch.kind is BlockKind.QUOTE else "p"
    return f'<{tag} class="{name}">{label}{_escape(stretch.text)}</{tag}>'


def _escape(text: str) -> str:
    """Escape for HTML; control characters, which no page may hold, become blanks."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() or c == "\u00ad" else " " for c in text)
    return escape(text)
