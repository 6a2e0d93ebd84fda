"""Actions of an order on earlier orders of its own case, by its own words.

"The Court VACATES its March 3, 2031 Order (ECF No. 45)" names the order by its entry and its day,
"the opinion reported at 900 F.4th 12 is withdrawn" by its report. Nothing else ties two orders: a
case can have many.
"""

import datetime
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import CitationKind
from build_scripts.model.clean_order import Block, BlockKind
from build_scripts.model.description import Outcome, Ruling, Span
from build_scripts.model.order import Order
from build_scripts.model.subsequent_history import HistoryKind, KnownBy
from build_scripts.model.text.dates import iterate_dates
from build_scripts.model.text.pattern import Pattern, holds_any
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.model.text.sentences import Sentence, split_sentences

WORDS = read_patterns(__package__, "acts.toml")
_WHOLE = {
    stem: kind
    for kind, stems in (
        (HistoryKind.AFFIRMED, "affirm"),
        (HistoryKind.REVERSED, "revers"),
        (HistoryKind.VACATED, "vacat set rescind"),
        (HistoryKind.AMENDED, "amend modif correct"),
        (HistoryKind.WITHDRAWN, "withdr"),
        (HistoryKind.SUPERSEDED, "supersed"),
        (HistoryKind.ADOPTED, "adopt accept approv"),
        (HistoryKind.REJECTED, "reject declin"),
        (HistoryKind.STAYED, "stay"),
    )
    for stem in stems.split()
}
_PART = {
    HistoryKind.AFFIRMED: HistoryKind.AFFIRMED_IN_PART,
    HistoryKind.REVERSED: HistoryKind.REVERSED_IN_PART,
    HistoryKind.VACATED: HistoryKind.VACATED_IN_PART,
    HistoryKind.RECONSIDERED: HistoryKind.RECONSIDERED_IN_PART,
    HistoryKind.ADOPTED: HistoryKind.ADOPTED_IN_PART,
    HistoryKind.REJECTED: HistoryKind.ADOPTED_IN_PART,
}


def read_kind(verb: str, *, in_part: bool = False) -> HistoryKind:
    """Return the action of a verb in any form: "VACATES", "set aside", "amending"."""
    word = verb.lower()
    kind = next(kind for stem, kind in _WHOLE.items() if word.startswith(stem))
    return _PART.get(kind, kind) if in_part else kind


def restrict(kind: HistoryKind) -> HistoryKind:
    """Return the same action, in part."""
    return _PART.get(kind, kind)


_DATE_REACH = 40  # characters before the year of a day that is written out
_BEFORE, _BEHIND = 90, 60
"""Characters around an entry or a day in which its paper is named."""
_NAMING = (CitationKind.RECORD, CitationKind.CASE, CitationKind.DOCKET)
_GRANTED = {
    stem: kind
    for kind, stems in (
        (HistoryKind.RECONSIDERED, "reconsider rehear"),
        (HistoryKind.AMENDED, "amend alter modify"),
        (HistoryKind.VACATED, "vacate set relief"),
        (HistoryKind.STAYED, "stay"),
    )
    for stem in stems.split()
}
_ASKS_AGAIN = ("reconsider", "rehear", "alter")
_OF_REPORTS = frozenset({HistoryKind.ADOPTED, HistoryKind.ADOPTED_IN_PART, HistoryKind.REJECTED})
_ADOPTING = ("adopt", "accept", "approv", "reject")
_BEHIND_NAME = Pattern(
    r"^(?:,?\s+(?:\w+\s+){0,3}|\s*\(?)$",
    accepts=[" ", ", ", " Memorandum and "],
    refuses=[" hearing, the Court’s "],
)


class Act(NamedTuple):
    """The action of an order on the one at `earlier`, and the spans of its text that show it."""

    earlier: int
    kind: HistoryKind
    known_by: KnownBy
    words: tuple[Span, ...]


class _Mention(NamedTuple):
    """Words that name an earlier order: its entry, its day, its report."""

    start: int
    end: int
    earlier: int
    known_by: KnownBy


def find_acts(
    order: Order,
    mates: Mapping[str, int],
    links: Sequence[Link | None],
    by_day: Mapping[datetime.date, Sequence[int]],
) -> Iterator[Act]:
    """Yield an order's actions on earlier ones of its case: `mates` by address, `by_day` by day."""
    clean = order.clean
    # A day tells nothing where several earlier orders of the case were made on it.
    sought = {day for day, found in by_day.items() if len(found) == 1} - order.description.own_days
    dated = (
        _Mention(start, end, by_day[day][0], KnownBy.DATE)
        for start, end, day in find_days(clean.reading_text, sought)
    )
    mentions = sorted((*_list_cited(order, mates, links), *dated))
    if not mentions:
        return
    located = clean.map.located[: clean.parts[0].first if clean.parts else len(clean.blocks)]
    starts = [offset for offset, _ in located]
    reports: dict[int, tuple[_Mention, Span]] = {}
    is_adopted = False
    for mention in mentions:
        at = bisect_right(starts, mention.start) - 1
        if at < 0 or mention.start >= starts[at] + len(located[at][1].text):
            continue
        offset, block = located[at]
        if block.kind is BlockKind.QUOTE:
            continue
        place = mention.start - offset
        sentences = split_sentences(block.text) if block.kind is not BlockKind.TITLE else ()
        around = (one for one in sentences if one.start <= place < one.end)
        sentence = next(around, Sentence(0, block.text))
        for act in _read_sentence(order, mention, sentence, offset):
            is_adopted = is_adopted or act.kind in _OF_REPORTS
            yield act
        work = _find_work(sentence.text, place - sentence.start, place - sentence.start)
        if work and WORDS.REPORT.search(sentence.text, *work):
            span = Span(offset + sentence.start, offset + sentence.end)
            reports.setdefault(mention.earlier, (mention, span))
    if len(reports) == 1 and not is_adopted:
        (named,) = reports.values()
        yield from _find_adoption(located, *named)


def _find_adoption(
    located: Sequence[tuple[int, Block]], mention: _Mention, named: Span
) -> Iterator[Act]:
    """Yield the adoption of the one report that an order names, if another sentence states it."""
    for offset, block in located:
        if block.kind is BlockKind.QUOTE or not holds_any(block.text, _ADOPTING):
            continue
        for sentence in split_sentences(block.text):
            for report in WORDS.REPORT.finditer(sentence.text):
                before, behind = sentence.text[: report.start()], sentence.text[report.end() :]
                kind = _read_act(before, behind, report[0])
                if kind in _OF_REPORTS:
                    span = Span(offset + sentence.start, offset + sentence.end)
                    yield Act(mention.earlier, kind, mention.known_by, (named, span))
                    return


def _list_cited(
    order: Order, mates: Mapping[str, int], links: Sequence[Link | None]
) -> Iterator[_Mention]:
    for citation, link in zip(order.citations, links, strict=True):
        if link is None or link.target is not LinkTarget.ARCHIVE or link.url not in mates:
            continue
        if citation.kind in _NAMING:
            by = KnownBy.ENTRY if citation.kind is CitationKind.RECORD else KnownBy.REPORT
            yield _Mention(citation.start, citation.end, mates[link.url], by)


def find_days(
    text: str, sought: Collection[datetime.date]
) -> Iterator[tuple[int, int, datetime.date]]:
    """Yield where a text prints any of these days; it searches only near their years."""
    for year in sorted({str(day.year) for day in sought}):
        place = text.find(year)
        while place >= 0:
            first = max(0, place - _DATE_REACH)
            for start, end, day in iterate_dates(text[first : place + len(year)]):
                if first + end == place + len(year) and day in sought:
                    yield first + start, first + end, day
            place = text.find(year, place + len(year))


def _read_sentence(
    order: Order, mention: _Mention, sentence: Sentence, offset: int
) -> Iterator[Act]:
    text = sentence.text
    first, last = mention.start - offset - sentence.start, mention.end - offset - sentence.start
    work = _find_work(text, first, last)
    if work is None:
        return
    begin, end = min(first, work[0]), max(last, work[1])
    before, behind, name = text[:begin], text[end:], text[begin:end]
    span = Span(offset + sentence.start, offset + sentence.end)
    kind = _read_act(before, behind, name)
    if kind is not None:
        yield Act(mention.earlier, kind, mention.known_by, (span,))
        return
    asked = WORDS.MOTION.search(before)
    if asked and not WORDS.OTHER_OBJECT.search(before[asked.end("what") :]):
        yield from _read_motion(order, mention, asked["what"].lower(), span)


def _find_work(text: str, first: int, last: int) -> tuple[int, int] | None:
    """Return where the paper of an entry or a day is named."""
    ahead = max(0, first - _BEFORE)
    found = list(WORDS.WORK.finditer(text, ahead, first))
    if found and not WORDS.OTHER_OBJECT.search(text, found[-1].end(), first):
        return found[-1].start(), found[-1].end()
    behind = WORDS.WORK.search(text, last, last + _BEHIND)
    if behind and _BEHIND_NAME.match(text[last : behind.start()]):
        return behind.start(), behind.end()
    return None


def _read_act(before: str, behind: str, name: str) -> HistoryKind | None:
    active = WORDS.ACTIVE.search(before)
    if active and not WORDS.OTHER_OBJECT.search(active["between"]):
        verb = active["base"] or active["third"] or active["capital"] or active["title"]
        if not WORDS.DOUBT.search(before[: active.start()]):
            part = WORDS.IN_PART.search(active["between"]) or WORDS.IN_PART.match(
                behind.lstrip(" ,()")
            )
            return _settle(read_kind(verb, in_part=bool(part)), active["between"] + name)
    passive = WORDS.PASSIVE.search(behind)
    if (
        passive
        and not WORDS.DOUBT.search(before)
        and not WORDS.OTHER_OBJECT.search(passive["between"])
    ):
        part = WORDS.IN_PART.search(before) or WORDS.IN_PART.search(
            behind, passive.end(), passive.end() + 40
        )
        return _settle(read_kind(passive["verb"], in_part=bool(part)), name)
    return None


def _settle(kind: HistoryKind, name: str) -> HistoryKind | None:
    """Return the action, or None for an adoption of anything but a report."""
    if kind in _OF_REPORTS:
        return kind if WORDS.REPORT.search(name) else None
    return kind


def _read_motion(order: Order, mention: _Mention, what: str, span: Span) -> Iterator[Act]:
    """Yield the decision on a motion about an earlier order, if all rulings agree."""
    stem = next(stem for stem in _GRANTED if what.startswith(stem))
    asked = stem if stem != "alter" else "amend"
    rulings = [one for one in order.description.rulings if asked in one.value.motion.lower()]
    kinds = {_read_outcome(one.value, stem) for one in rulings}
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind is not None:
        there = rulings[0].evidence  # the first words that decide
        elsewhere = (there,) if there and not span.start <= there.start < span.end else ()
        yield Act(mention.earlier, kind, mention.known_by, (span, *elsewhere))


def _read_outcome(ruling: Ruling, stem: str) -> HistoryKind | None:
    granted = _GRANTED[stem]
    match ruling.outcome:
        case Outcome.GRANTED:
            return granted
        case Outcome.GRANTED_IN_PART:
            return restrict(granted)
        case Outcome.DENIED if stem in _ASKS_AGAIN:
            return HistoryKind.RECONSIDERATION_DENIED
        case Outcome.DENIED:
            return HistoryKind.RELIEF_DENIED
        case _:
            return None


_HEAD = 6000  # characters of an opinion's beginning in which its days and its bench are printed
_BEFORE_DAY = 30
_NEAR = 700
"""Characters around the earlier opinion in which its rehearing or withdrawal is mentioned."""


def find_amended(
    order: Order,
    mates: Mapping[str, int],
    links: Sequence[Link | None],
    by_day: Mapping[datetime.date, Sequence[int]],
) -> Iterator[Act]:
    """Yield the earlier opinions of its case that an opinion replaces; as `find_acts`.

    Courts of appeals print this without a verb of their own: "Filed March 3, 2031; amended June 2,
    2031" above the opinion, "we granted rehearing en banc" where the earlier one is cited.
    """
    text = order.clean.reading_text
    head = text[:_HEAD]
    own = order.description.own_days
    amended = [
        Span(start, end)
        for start, end, _ in find_days(head, own)
        if _stands(WORDS.AMENDED, head, start)
    ]
    sought = {day for day, found in by_day.items() if len(found) == 1} - own if amended else set()
    for start, end, day in find_days(head, sought):
        if _stands(WORDS.FILED, head, start):
            words = (Span(start, end), amended[0])
            yield Act(by_day[day][0], HistoryKind.AMENDED, KnownBy.DATE, words)
    told = [(WORDS.WITHDREW, HistoryKind.SUPERSEDED)]
    if "en banc" in head.lower():
        told.append((WORDS.REHEARD, HistoryKind.RECONSIDERED))
    for citation, link in zip(order.citations, links, strict=True):
        if citation.kind is not CitationKind.CASE or link is None or link.url not in mates:
            continue
        first, last = max(0, citation.start - _NEAR), citation.end + _NEAR
        for pattern, kind in told:
            found = pattern.search(text, first, last)
            if link.target is LinkTarget.ARCHIVE and found:
                words = (Span(citation.start, citation.end), Span(found.start(), found.end()))
                yield Act(mates[link.url], kind, KnownBy.REPORT, words)


def _stands(pattern: Pattern[str], text: str, place: int) -> bool:
    return pattern.search(text[max(0, place - _BEFORE_DAY) : place]) is not None
