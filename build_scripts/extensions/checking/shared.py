"""What other extensions may use of this one: the checks of a published site, for an assistant."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from build_scripts import api
from build_scripts.extensions.checking.answers import CitationAnswer, QuotedWords
from build_scripts.extensions.checking.citations import CitationIndex, check_document
from build_scripts.extensions.checking.finding import LONGEST, find_quotation
from build_scripts.extensions.checking.presenting import (
    present_citation,
    present_passage,
    present_quotation,
)

LONGEST_QUOTATION = LONGEST
"""Characters of a quotation that are compared."""


class CheckResult(NamedTuple):
    """A result to show as JSON: its head and, under a name, as many of its items as fit."""

    head: dict[str, Any]
    name: str
    items: Sequence[Any]
    present: Callable[[Any], dict[str, Any]]


@lru_cache(maxsize=1)
def _index(site: api.PublishedSite) -> CitationIndex:
    return CitationIndex(site.search, site.load_authorities)


def check_quote(site: api.PublishedSite, quotation: str) -> CheckResult:
    """Return whether orders contain a quotation, where, and the differences."""
    found = find_quotation(site.search, quotation)
    return CheckResult({**present_quotation(found)}, "passages", found.passages, present_passage)


def check_citations(site: api.PublishedSite, text: str) -> CheckResult:
    """Return what the archive knows of a text's citations and quotations. Raises ArchiveError."""
    if not text.strip():
        raise api.ArchiveError("The text is empty. Give a brief, or a part of one.")
    brief = api.read_document(api.RawOrder.from_bytes("brief.txt", text.encode()))
    found = check_document(_index(site), brief)
    head = {
        "authorities": len(found.citations),
        "quotations_without_a_citation": len(found.quotations),
    }
    return CheckResult(head, "citations", (*found.citations, *found.quotations), _present_citation)


def _present_citation(found: CitationAnswer | QuotedWords) -> dict[str, Any]:
    if isinstance(found, QuotedWords):
        return {"standing": "no citation", "quotations": [_present_words(found)]}
    shown = present_citation(found)
    del shown["mentions"], shown["passages"]
    shown["quotations"] = list(map(_present_words, found.quotations))
    return {name: value for name, value in shown.items() if value}


def _present_words(found: QuotedWords) -> dict[str, Any]:
    """Return a quotation with its note, first place and differences: `check_quote` has the rest."""
    answer = found.answer
    told = {"quotation": answer.quotation, "match": answer.match.value, "note": answer.note}
    for passage in map(present_passage, answer.passages[:1]):
        told |= {name: passage[name] for name in ("place", "citation", "differences")}
    return {name: value for name, value in told.items() if value}
