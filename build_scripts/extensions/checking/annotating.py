"""A document's text with notes on its citations and quotations."""

from build_scripts import api
from build_scripts.extensions.checking.answers import (
    CitationAnswer,
    DocumentAnswer,
    Match,
    QuotationAnswer,
)


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
