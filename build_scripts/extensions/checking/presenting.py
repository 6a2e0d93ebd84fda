"""Answers in JSON's types. Names are a promise: docs/checking.md lists them."""

from dataclasses import asdict
from typing import Any

from build_scripts.extensions.checking.answers import (
    CitationAnswer,
    DocumentAnswer,
    Passage,
    QuotationAnswer,
    QuotedWords,
)


def present_quotation(answer: QuotationAnswer) -> dict[str, Any]:
    """Return the answer for a quotation."""
    return {
        "quotation": answer.quotation,
        "match": answer.match.value,
        "orders": answer.orders,
        "note": answer.note or None,
        "passages": [present_passage(passage) for passage in answer.passages],
    }


def present_passage(passage: Passage) -> dict[str, Any]:
    """Return a place in an order; None for what is not known."""
    told = asdict(passage)
    start, end = told.pop("start"), told.pop("end")
    known = {name: value or None for name, value in told.items()}
    kept = {name: told[name] for name in ("line_printed", "differences")}
    return {**known, **kept, "place": passage.place, "marks": [start, end]}


def present_document(answer: DocumentAnswer) -> dict[str, Any]:
    """Return the answers for a document's citations and quotations."""
    return {
        "citations": [present_citation(one) for one in answer.citations],
        "quotations": [_present_words(one) for one in answer.quotations],
    }


def present_citation(answer: CitationAnswer) -> dict[str, Any]:
    """Return the answer for a cited authority; None for what is not known."""
    return {
        **{name: None if value == "" else value for name, value in asdict(answer).items()},
        "passages": [present_passage(passage) for passage in answer.passages],
        "quotations": [_present_words(one) for one in answer.quotations],
    }


def _present_words(words: QuotedWords) -> dict[str, Any]:
    return {"start": words.start, "end": words.end, **present_quotation(words.answer)}
