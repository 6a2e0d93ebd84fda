"""The source view: an order's file, with every removed word in place, next to the order's text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.clean_order import PRIVATE_REASONS, Removal, RemovalReason
from build_scripts.model.description import Description
from build_scripts.model.order import Order, SourceFile
from build_scripts.model.page import Section, SiteChoices, TemplatePage
from build_scripts.model.source_text import SourceLine
from build_scripts.pages.body import TEXT
from build_scripts.pages.formatting import case_of, name_order, title_of
from build_scripts.pages.i18n import t, term
from build_scripts.pages.originals import (
    OWNED_REASONS,
    Original,
    is_original_withheld,
    list_open_pages,
    mask_text,
    offer_original,
)
from build_scripts.pages.pagination import UNLISTED
from build_scripts.pages.source_rows import Row, Stretch, index_removals, pair_pages
from build_scripts.pages.views import PageLink, list_breadcrumbs, shorten

_WHOLE_LINE = frozenset(
    {
        RemovalReason.ECF_STAMP,
        RemovalReason.FILED_STAMP,
        RemovalReason.MARGIN_NAME,
        RemovalReason.RUNNING_HEAD,
        RemovalReason.MAILING_NOTICE,
        RemovalReason.EXTRACT_NOTE,
        RemovalReason.CHROME,
        RemovalReason.PUBLISHER,
        RemovalReason.SPECIMEN_NOTICE,
        RemovalReason.GARBLED,
    }
)
"""Reasons that are written out next to the words; a column of numbers explains itself."""

_LONGEST_BEGINNING = 50
"""Characters shown of a text that is folded into a line."""

_NOTED = frozenset({RemovalReason.PRIVATE, RemovalReason.WITHHELD})
"""Reasons whose words are masked in every place; a removal's text is their kind."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a line that stayed, or the reason in the reader's words why they were removed,
    which is written out if `is_noted`.
    """

    text: str
    reason: str = ""
    is_noted: bool = False


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Lines of the source in runs, and the stretches of text that came from them: the same words,
    if `is_same`, broken elsewhere at most.
    """

    lines: tuple[tuple[Run, ...], ...]
    stretches: tuple[Stretch, ...]
    is_same: bool

    @property
    def begins(self) -> PageLink:
        """Return the first words of the text, linked to the order's page; a signature has no place
        of its own, nor has a caption.
        """
        first = self.stretches[0]
        after = any(one.anchor for one in self.stretches)
        anchor = first.anchor or (TEXT if after else "")
        return PageLink(shorten(first.text.strip(), _LONGEST_BEGINNING), anchor and f"#{anchor}")


@dataclass(frozen=True, slots=True)
class SourcePageView:
    """One page of the order; `picture` is its picture's address, `picture_words` its text
    alternative.

    `is_folded`: rows that are the same in both are one line, except those read from a picture.
    """

    anchor: str
    number: int
    title: str
    picture: str
    picture_words: str
    is_folded: bool
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """The file's address, the removals from its text, and its pages next to the text."""

    title: str
    order: str  # the address of the order's page
    source: SourceFile
    digest: str  # of the source, SHA-256; "" if it is not public
    original: Original | None
    absence: str  # why it is not offered, else ""
    saved: str  # the file name of a reader's copy of the original
    reasons: tuple[str, ...]
    pages: tuple[SourcePageView, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the pages."""
        return tuple(Section(page.anchor, page.title) for page in self.pages)


def address_source(archived: ArchivedOrder) -> str:
    """Return the source view's address, below the order's own."""
    return f"{archived.address}/source"


def publish_source(archived: ArchivedOrder, choices: SiteChoices) -> TemplatePage:
    """Return the page that shows the order's source next to its cleaned text."""
    description = archived.stated
    return TemplatePage(
        f"{address_source(archived)}.md",
        t("source_page.title", order=_name_order(description)),
        "source.html",
        lambda: view_source(archived.alone, choices),
        {
            "above": list_breadcrumbs([PageLink(name_order(description), f"{archived.address}/")]),
            "source_of": archived.order.source.path,
            **UNLISTED,
        },
        made_of=lambda: (archived.identity, choices),
    )


def view_source(archived: ArchivedOrder, choices: SiteChoices) -> SourceView:
    """Return the content of the page.

    Removed words are struck through in their places and carry their reason; words of notices of
    electronic mailing and of publishers, and all that is private or withheld, are masked. Pictures
    of pages are shown if the owner asked for them.
    """
    order = archived.order
    removals = index_removals(order.clean.removals)
    confidences = {p.number: p.ocr_confidence for p in order.pages}
    pictured = set(list_open_pages(order)) if choices.page_images else set()
    pages = []
    for number, rows in pair_pages(order.clean, order.pages).items():
        sure = confidences.get(number)
        title = (
            t("source_page.page", number=number)
            if sure is None
            else t("source_page.page_read", number=number, sure=round(sure))
        )
        label = order.clean.label_page(number)
        if label not in ("", str(number)):
            title += f" {t('source_page.cited_as', label=label)}"
        picture = f"{archived.address}/{name_picture(number)}"
        dedent = _measure_indent(number, rows, removals)
        pages.append(
            SourcePageView(
                f"page-{number}",
                number,
                title,
                picture if number in pictured else "",
                t("source_page.picture_shows", number=number, words=shown)
                if (shown := archived.stated.describe_picture(number))
                else t("source_page.picture_words", number=number),
                sure is None and number not in pictured,
                tuple(_join_same(_view_row(row, number, removals, dedent) for row in rows)),
            )
        )
    return SourceView(
        title=t("source_page.title", order=_name_order(archived.stated)),
        order=f"{archived.address}/",
        source=order.source,
        digest=order.public_sha256,
        original=offer_original(archived),
        absence=t(_name_absence(order)),
        saved=order.source.path.rpartition("/")[2],
        reasons=tuple(_count_reasons(order.clean.removals)),
        pages=tuple(pages),
    )


def _name_absence(order: Order) -> str:
    if is_original_withheld(order):
        return "source_page.withheld"
    return "source_page.publishers" if order.clean.publisher else "source_page.not_offered"


def name_picture(number: int) -> str:
    """Return the file name of a page's picture, in the folder of the companion page."""
    return f"page-{number}.webp"


def _name_order(description: Description) -> str:
    """Return the case with its docket entry, or with its title if that is not known."""
    entry = description.document_number
    number = t("order.entry", number=entry.value) if entry else title_of(description)
    return f"{case_of(description)}, {number}"


def _count_reasons(removals: Sequence[Removal]) -> Iterator[str]:
    counts = Counter(removal.reason for removal in removals)
    for reason, count in sorted(counts.items()):
        note = ""
        if reason in PRIVATE_REASONS:
            note = f" {t('source_page.masked_here')}"
        elif reason in OWNED_REASONS:
            note = f" {t('source_page.masked_owned')}"
        elif reason in _NOTED:
            kinds = Counter(removal.text for removal in removals if removal.reason is reason)
            named = (f"{term('private', kind)} {number}" for kind, number in kinds.items())
            note = f" ({', '.join(sorted(named))})"
        elif reason is RemovalReason.MARKUP:
            note = f" {t('source_page.markup')}"
        word = term("removals", reason.value)
        yield t("source_page.reason", reason=word, count=count, note=note)


def _measure_indent(
    page: int, rows: Iterable[Row], removals: Mapping[tuple[int, int], list[Removal]]
) -> int:
    """Return the indent that every line of the page shares, ignoring stamps and the like."""
    return min(
        (
            len(line.text) - len(line.text.lstrip())
            for row in rows
            for line in row.lines
            if line.text.strip()
            and not any(r.reason in _WHOLE_LINE for r in removals.get((page, line.number), ()))
        ),
        default=0,
    )


def _view_row(
    row: Row, page: int, removals: Mapping[tuple[int, int], list[Removal]], dedent: int
) -> SourceRow:
    lines = tuple(
        tuple(_cut_line(line, removals.get((page, line.number), ()), dedent))
        for line in row.lines
        if line.text.strip()  # pleading paper has a blank line between any two
    )
    stretches = tuple(
        replace(one, text=show_blanks(one.text), label=show_blanks(one.label))
        for one in row.stretches
    )
    return SourceRow(lines, stretches, _is_same(lines, row.stretches))


def _is_same(lines: Iterable[Sequence[Run]], stretches: Sequence[Stretch]) -> bool:
    """Return whether lines and stretches have the same words, marks and note labels included."""
    runs = [run for line in lines for run in line]
    if not stretches or any(run.reason for run in runs) or any(s.label for s in stretches[1:]):
        return False
    came = " ".join(" ".join(run.text for run in runs).split())
    stayed = " ".join(" ".join(one.printed for one in stretches).split())
    label = stretches[0].label
    return came == f"{label}{stayed}" or (bool(label) and came == f"{label} {stayed}")


def _join_same(rows: Iterable[SourceRow]) -> Iterator[SourceRow]:
    """Yield the rows, joining consecutive ones in which the text is the source's own."""
    for is_same, group in groupby(rows, key=lambda row: row.is_same):
        several = tuple(group)
        if is_same:
            yield SourceRow(
                tuple(line for row in several for line in row.lines),
                tuple(one for row in several for one in row.stretches),
                is_same=True,
            )
        else:
            yield from several


def _cut_line(line: SourceLine, removals: Sequence[Removal], dedent: int) -> Iterator[Run]:
    private = next((one.reason for one in removals if one.reason in PRIVATE_REASONS), None)
    if private:
        yield _name_run(mask_text(line.text[dedent:].rstrip()), private)
        return
    cut = min(dedent, len(line.text) - len(line.text.lstrip()))
    if not removals:
        yield Run(show_blanks(line.text[cut:]))
        return
    reasons = _mark_characters(line.text, removals)
    for reason, places in groupby(range(cut, len(line.text)), key=lambda place: reasons[place]):
        run = list(places)
        words = line.text[run[0] : run[-1] + 1]
        yield Run(show_blanks(words)) if reason is None else _name_run(words, reason)


def _mark_characters(text: str, removals: Sequence[Removal]) -> list[RemovalReason | None]:
    """Return for each character the reason of its removal, or None; the earlier of two counts."""
    reasons: list[RemovalReason | None] = [None] * len(text)
    for removal in removals:
        start = removal.start or 0
        for place, character in enumerate(removal.text, start=start):
            if not character.isspace() and place < len(text):
                reasons[place] = removal.reason
    last: int | None = None  # blanks between words removed for one reason go with them
    for place, character in enumerate(text):
        if character.isspace():
            continue
        if last is not None and reasons[last] is reasons[place]:
            reasons[last + 1 : place] = [reasons[place]] * (place - last - 1)
        last = place
    return reasons


def _name_run(words: str, reason: RemovalReason) -> Run:
    if reason in OWNED_REASONS:
        words = mask_text(words)
    return Run(show_blanks(words), term("removals", reason.value), reason in _WHOLE_LINE)


def show_blanks(text: str) -> str:
    """Return `text` with spaces for control characters, which no page may hold."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u00ad" else " " for c in text)
