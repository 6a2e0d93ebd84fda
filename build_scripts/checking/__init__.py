"""Checks quotations and citations against the orders of an archive.

It only compares: it guesses nothing and uses no model. The input is the search's index
(`site.search_files.open_search`, or `search.in_memory.index_archive`) and authorities.json, so that
anyone with the published files can compute the same answers, as docs/checking.md describes.
"""

from build_scripts.checking.answers import (
    CitationAnswer,
    Difference,
    Disagreement,
    DocumentAnswer,
    Match,
    Passage,
    QuotationAnswer,
    QuotedWords,
    Standing,
)
from build_scripts.checking.citations import CitationIndex, check_document
from build_scripts.checking.finding import QuotationIndex, find_quotation

__all__ = [
    "CitationAnswer",
    "CitationIndex",
    "Difference",
    "Disagreement",
    "DocumentAnswer",
    "Match",
    "Passage",
    "QuotationAnswer",
    "QuotationIndex",
    "QuotedWords",
    "Standing",
    "check_document",
    "find_quotation",
]
