"""The orders that cite an authority, each with its sentences around the mentions."""

from collections.abc import Iterator, Sequence

from build_scripts.i18n import t
from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.citation import Citation
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.authority_pages.tallies import Tally
from build_scripts.pages.citation_links import name_place
from build_scripts.pages.citing_sentence import Excerpt, quote_citing_sentences
from build_scripts.pages.markdown_text import emphasise_text, escape_text
from build_scripts.pages.page_links import link_to_page, relative_address
from build_scripts.pages.wording import case_of, day_of, title_of, word_day

MENTIONS = 5
"""How many mentions of an order are quoted; the others are counted."""
_LONGEST = 300
"""Characters of a printed parenthetical; one that quotes a page is cut at a word."""


def render_citing_order(
    archive_index: ArchiveIndex, tally: Tally, index: int, page_path: str
) -> str:
    """Return an order that cites the authority: what it is, then its first mentions as quotations.

    Each quotation marks the citation and leads to its place in the order. Pin cite, signal and
    parenthetical stand below it as printed, and the subdivision that is cited.
    """
    archived = archive_index.order(index)
    places = tally.citing[index]
    shown = places[:MENTIONS]
    parts = [f"### {_link(archived, page_path)}", _describe(archived, len(places))]
    for excerpt in quote_citing_sentences(archived, shown, page_path):
        parts.append(f"> {excerpt.markdown}")
        facts = _word_excerpt(archived, excerpt, tally)
        parts.append(f"{facts}\n{{.mention-facts}}" if facts else "")
    if len(places) > len(shown):
        more = t("authorities.more_mentions", count=len(places) - len(shown))
        address = relative_address(page_path, archived.address)
        parts.append(f"[{more}]({address}#{name_place(places[len(shown)])})")
    return "\n\n".join(part for part in parts if part)


def _link(archived: ArchivedOrder, page_path: str) -> str:
    return link_to_page(page_path, archived.address, title_of(archived.order.description))


def _describe(archived: ArchivedOrder, mentions: int) -> str:
    description = archived.order.description
    court = description.court.value.citation_string if description.court else ""
    facts = [
        emphasise_text(case_of(description)),
        escape_text(court),
        word_day(day_of(description)),
        t("counts.mentions", count=mentions),
    ]
    return " · ".join(fact for fact in facts if fact)


def _word_excerpt(archived: ArchivedOrder, excerpt: Excerpt, tally: Tally) -> str:
    """Return what is printed with the citations of an excerpt, equal ones once."""
    facts = []
    for place in excerpt.positions:
        citation = archived.order.citations[place]
        said = " · ".join(_word_facts(citation, tally))
        if said and len(excerpt.positions) > 1:
            said = f"{escape_text(_cut(citation.text), starts_line=True)}: {said}"
        facts.append(said)
    return "; ".join(fact for fact in dict.fromkeys(facts) if fact)


def _word_facts(citation: Citation, tally: Tally) -> Iterator[str]:
    form = citation.normal_form.strip()
    if form in tally.authority.forms[1:] and tally.authority.case_name is None:
        yield t("authorities.fact_cited_as", words=escape_text(form))
    if citation.pin_cite:
        yield t("authorities.fact_pin", words=escape_text(_cut(citation.pin_cite)))
    if citation.signal:
        yield t("authorities.fact_signal", words=escape_text(_cut(citation.signal)))
    if citation.parenthetical:
        yield t("authorities.fact_parenthetical", words=escape_text(_cut(citation.parenthetical)))
    if citation.history:
        yield t("authorities.fact_history", words=escape_text(_cut(citation.history)))


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    if len(flat) <= _LONGEST:
        return flat
    cut = flat.rfind(" ", 0, _LONGEST)
    return f"{flat[: cut if cut > 0 else _LONGEST]} …"


def count_subdivisions(archive_index: ArchiveIndex, tally: Tally) -> Sequence[tuple[str, int]]:
    """Return the subdivisions that are cited, as a code has them, each with its mentions."""
    wanted = tally.authority.forms[1:]
    counts = dict.fromkeys(wanted, 0)
    for index, places in tally.citing.items():
        citations = archive_index.order(index).order.citations
        for place in places:
            form = citations[place].normal_form.strip()
            if form in counts:
                counts[form] += 1
    return [(form, number) for form, number in counts.items() if number]
