"""The page of one order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from build_scripts.i18n import t, term
from build_scripts.model.archive import ArchivedOrder, Facet, Group
from build_scripts.model.clean_order import CleanOrder, PageNumbers
from build_scripts.model.page import DEFAULT_CHOICES, LatePage, Page, SiteChoices
from build_scripts.model.source_text import SourcePage
from build_scripts.model.withholding import Withholding
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authorities import arrange_authorities, wrap_citations
from build_scripts.pages.beside_page import address_beside
from build_scripts.pages.body import render_body
from build_scripts.pages.cite.bibtex import name_key
from build_scripts.pages.cite.cite_section import render_cite_section
from build_scripts.pages.cited_by import render_cited_by
from build_scripts.pages.clean_files import MARKDOWN, TEXT
from build_scripts.pages.correction_words import word_field
from build_scripts.pages.data_files import ORDER
from build_scripts.pages.evidence import list_evidence
from build_scripts.pages.front_matter import (
    describe_order,
    describe_place,
    write_front_matter,
)
from build_scripts.pages.history_section import render_history
from build_scripts.pages.markdown_text import escape_html, escape_text, escape_url
from build_scripts.pages.neighbours import (
    IN_CASE,
    find_case_page,
    list_near,
    place_order,
    render_neighbours,
)
from build_scripts.pages.order_head import render_head
from build_scripts.pages.order_lists import link_group, list_order
from build_scripts.pages.originals import name_absence, offer_original
from build_scripts.pages.page_links import link_to_page
from build_scripts.pages.table_of_authorities import render_authorities
from build_scripts.pages.trail import trace_trail
from build_scripts.pages.wording import word_date


def publish_order_late(
    archive_index: ArchiveIndex, index: int, choices: SiteChoices = DEFAULT_CHOICES
) -> LatePage:
    """Return the page of the archive's order at `index`, to be made when it is written."""
    path = f"{archive_index.order(index).address}.md"
    return LatePage(path, partial(publish_order, archive_index, index, choices))


def publish_order(
    archive_index: ArchiveIndex, index: int, choices: SiteChoices = DEFAULT_CHOICES
) -> Page:
    """Return the page of the archive's order at `index`.

    Front matter, head, the order's whole text, how to cite it, what it cites, what here cites it,
    the other orders of its case and those near it, and where the text comes from. What was removed
    from the source is counted here by reason; the companion page shows it in its place.
    """
    archived = archive_index.order(index)
    order = archived.order
    path = f"{archived.address}.md"
    table = arrange_authorities(archived, archive_index.archive.authorities)
    sections = (
        render_head(archived, index, archive_index, path),
        f"## {t('order_page.text')} {{#text-of-the-order}}{_offer_line_numbers(order.clean)}",
        render_body(
            order.clean,
            order.citations,
            wrap_citations(archived, table, path),
            map_confidences(order.pages),
            list_evidence(order.description),
        ),
        render_cite_section(archived, choices.site_url),
        render_authorities(table, archived, archive_index, path),
        render_cited_by(archived, archive_index, path),
        _in_this_case(archive_index, index, path),
        render_neighbours(archive_index, index, path, choices),
        _files(archived, path),
        render_history(archive_index.archive.history.by_address.get(archived.address, ())),
        _source(archived),
    )
    body = "\n\n".join(section for section in sections if section)
    above = trace_trail(place_order(archive_index, index))
    front = write_front_matter(
        {
            **describe_order(order),
            **describe_place(archived, find_case_page(archive_index, index)),
            "above": above,
        }
    )
    return Page(path, f"{front}\n{body}\n")


def _list_cases(archive_index: ArchiveIndex, index: int) -> Iterator[tuple[Group, Sequence[int]]]:
    """Yield an order's cases, each with those of its orders that the page lists."""
    for group in archive_index.groups(Facet.CASE, index):
        yield group, list_near(archive_index.dockets[group.slug], index, IN_CASE)


def _in_this_case(archive_index: ArchiveIndex, index: int, path: str) -> str:
    """List the case's orders from first to last, as a docket runs, this one among them; of a long
    docket those around it.
    """
    parts = []
    for group, near in _list_cases(archive_index, index):
        if len(group.members) < 2:
            continue
        lines = [
            f"- {list_order(archive_index.order(member), path, is_here=member == index)}"
            for member in near
        ]
        if len(near) < len(group.members):
            lines.append(f"- {link_group(group, Facet.CASE, path, t('order_page.all_of_case'))}")
        parts += [f"{link_group(group, Facet.CASE, path)}:", "\n".join(lines)]
    return (
        "\n\n".join(
            [f"## {t('order_page.in_this_case')} {{#in-this-case data-search-exclude}}", *parts]
        )
        if parts
        else ""
    )


def map_confidences(pages: Iterable[SourcePage]) -> dict[int, float]:
    """Return how sure OCR is of each page that it read, 0-100, by page number."""
    return {p.number: p.ocr_confidence for p in pages if p.ocr_confidence is not None}


def _offer_line_numbers(clean: CleanOrder) -> str:
    """Return the switch that shows pleading line numbers; it works without script."""
    if not any(place.printed_line for _, block in clean.locate_blocks() for place in block.places):
        return ""
    label = escape_html(t("order_page.show_lines"))
    return (
        '\n\n<p class="line-switch"><input type="checkbox" id="show-lines"> '
        f'<label for="show-lines">{label}</label></p>'
    )


def _files(archived: ArchivedOrder, path: str) -> str:
    """List what can be fetched of the order; `name_key` is what a reader's copies are called."""
    folder = escape_url(archived.address.rpartition("/")[2])
    saved = name_key(archived.address).replace(":", "-")
    original = offer_original(archived)
    lines = []
    if original is not None:
        name = original.path.rpartition("/")[2]
        key = "order_page.download_masked" if original.masked_lines else "order_page.download"
        link = f"[{t(key)}]({folder}/{name})"
        lines.append(f"- {t('order_page.original', link=link)}")
    else:
        lines.append(f"- {t(name_absence(archived.order))}")
    text = f"[{t('order_page.plain_text')}]({folder}/{TEXT})"
    data = f"[JSON]({folder}/{ORDER})"
    markdown = f'[Markdown]({folder}/{MARKDOWN}){{download="{saved}.md"}}'
    beside = link_to_page(path, address_beside(archived), t("order_page.beside"))
    lines += [
        f"- {t('order_page.clean_text', text=text, markdown=markdown)}",
        f"- {t('order_page.data', json=data)}",
        f"- {t('order_page.compare', link=beside)}",
    ]
    title = f"## {t('order_page.files')} {{#files data-search-exclude}}"
    return "\n".join([title, "", *lines])


def _source(archived: ArchivedOrder) -> str:
    source = archived.order.source
    file, form = escape_text(source.path), escape_text(source.format.value)
    reasons = _count_removals(archived.order.clean)
    lines = [
        f"- {t('order_page.file', file=file, form=form)}",
        f"- {t('order_page.sha256', digest=f'`{source.sha256}`')}",
        f"- {t('order_page.left_out', reasons=reasons)}",
        *_word_pages(archived.order.clean),
        *(
            f"- {t('order_page.withheld', what=_word_withholding(each))}"
            for each in archived.order.redaction.withholdings
        ),
    ]
    title = f"## {t('order_page.source')} {{#source data-search-exclude}}"
    return "\n".join([title, "", *lines])


def _word_pages(clean: CleanOrder) -> Iterator[str]:
    """Say by what the pages are cited, where that is not simply what they print."""
    counted = clean.page_count > 1 and clean.page_numbers is not PageNumbers.PRINTED
    if counted or clean.page_labels:
        words = term("page_numbers", clean.page_numbers.value)
        yield f"- {t('order_page.pages', numbers=words)}"


def _word_withholding(withheld: Withholding) -> str:
    """Return what is withheld, why, by whom and since when."""
    field = f" “{word_field(withheld.field)}”" if withheld.field else ""
    day = word_date(withheld.date, short=True) if withheld.date else ""
    said = (
        f"{term('withheld_parts', withheld.what.value)}{field}",
        escape_text(withheld.reason),
        ", ".join(filter(None, (escape_text(withheld.by), day))),
    )
    return " · ".join(filter(None, said))


def _count_removals(clean: CleanOrder) -> str:
    counts = Counter(removal.reason.value for removal in clean.removals)
    if not counts:
        return t("order_page.nothing_left_out")
    return ", ".join(
        t("order_page.left_out_reason", reason=term("removals", reason), count=count)
        for reason, count in sorted(counts.items())
    )
