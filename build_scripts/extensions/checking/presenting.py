"""Answers in JSON's types, whose names are a promise (docs/checking.md), and as sentences."""

from dataclasses import asdict
from typing import Any

from build_scripts import api
from build_scripts.extensions.checking.answers import (
    CitationAnswer,
    DocumentAnswer,
    Match,
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


def annotate(clean: api.CleanOrder, answer: DocumentAnswer) -> str:
    """Return the document's text with a footnote for each authority, and for each quotation."""
    notes = [
        (one.mentions[0][1], describe_citation(one)) for one in answer.citations if one.mentions
    ]
    quoted = [each for one in answer.citations for each in one.quotations]
    notes += [(each.end, describe_quotation(each.answer)) for each in (*quoted, *answer.quotations)]
    text, written, at = clean.reading_text, [], 0
    for number, (end, _) in enumerate(sorted(notes), start=1):
        written += [text[at:end], f"[^{number}]"]
        at = end
    said = "\n".join(f"[^{n}]: {note}" for n, (_, note) in enumerate(sorted(notes), start=1))
    return f"{''.join(written)}{text[at:]}\n\n{said}\n" if notes else f"{text}\n"


def describe_citation(answer: CitationAnswer) -> str:
    """Return a line about what the archive knows of a cited authority."""
    standing = answer.standing.value
    if answer.orders:
        times = "once " if answer.times == 1 else f"{answer.times:,} times " if answer.times else ""
        orders = api.count(answer.orders, "order")
        standing = f"{standing} {times}in {orders}" if not answer.addresses else standing
    facts = [standing]
    if len(answer.addresses) > 1:
        facts.append(f"it may be any of {len(answer.addresses)} orders")
    if answer.here:
        facts.append(answer.here.rstrip("."))
    facts += (
        f"{one.field} differs: cited as {one.cited}, here it is {one.here}"
        for one in answer.disagreements
    )
    if answer.addresses and answer.orders:
        orders = "1 other order" if answer.orders == 1 else f"{answer.orders:,} other orders"
        facts.append(f"{orders} here cite{'s' if answer.orders == 1 else ''} it")
    return "; ".join(filter(None, (*facts, answer.note.rstrip("."))))


def describe_quotation(answer: QuotationAnswer) -> str:
    """Return a line about what the archive knows of a quotation."""
    facts = [answer.match.value]
    if answer.passages:
        passage = answer.passages[0]
        facts.append(passage.citation.rstrip(".") or passage.case_name or passage.title)
        facts.append(passage.place)
        facts += (
            f"quoted “{one.quoted}”, here “{one.here}”"
            for one in passage.differences
            if answer.match is Match.NEAR and not one.announced
        )
    return "; ".join(filter(None, (*facts, answer.note.rstrip("."))))
