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
    return {
        "address": passage.address,
        "place": passage.place,
        "case_name": passage.case_name or None,
        "title": passage.title or None,
        "court": passage.court or None,
        "date": passage.date or None,
        "page": passage.page or None,
        "last_page": passage.last_page or None,
        "sheet": passage.sheet or None,
        "line": passage.line or None,
        "line_printed": passage.line_printed,
        "note": passage.note or None,
        "citation": passage.citation or None,
        "text": passage.text,
        "sentence": passage.sentence,
        "marks": [passage.start, passage.end],
        "differences": list(map(asdict, passage.differences)),
    }


def present_document(answer: DocumentAnswer) -> dict[str, Any]:
    """Return the answers for a document's citations and quotations."""
    return {
        "citations": [present_citation(one) for one in answer.citations],
        "quotations": [_present_words(one) for one in answer.quotations],
    }


def present_citation(answer: CitationAnswer) -> dict[str, Any]:
    """Return the answer for a cited authority; None for what is not known."""
    return {
        "text": answer.text,
        "kind": answer.kind,
        "case_name": answer.case_name or None,
        "court": answer.court or None,
        "year": answer.year,
        "mentions": [list(bounds) for bounds in answer.mentions],
        "standing": answer.standing.value,
        "addresses": list(answer.addresses),
        "here": answer.here or None,
        "authority": answer.authority or None,
        "orders": answer.orders,
        "times": answer.times,
        "disagreements": list(map(asdict, answer.disagreements)),
        "passages": [present_passage(passage) for passage in answer.passages],
        "quotations": [_present_words(one) for one in answer.quotations],
        "note": answer.note or None,
    }


def _present_words(words: QuotedWords) -> dict[str, Any]:
    return {"start": words.start, "end": words.end, **present_quotation(words.answer)}
