"""Find when the order was decided, and when it was filed by its stamp: candidates, then choice.

Every full date of a front, an end, a signature, a short line or a stamp is a candidate. Its
label ("Dated", "Decided", "Argued"), its place and the order's other dates are its signals.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.describing.candidates import AGREEMENT, Candidate, claim
from build_scripts.describing.court import is_of_appeal
from build_scripts.describing.opening import (
    LocatedBlock,
    find_opening,
    is_prose,
    keep_for_order,
    list_printed_lines,
    locate_body,
)
from build_scripts.describing.text_order import read_text_order
from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from build_scripts.model.description import Claim, Span
from build_scripts.model.law.date_words import LABELS, read_label, words
from build_scripts.model.law.docket_numbers import parse_docket_number
from build_scripts.model.law.judge_forms import forms
from build_scripts.model.text.dates import iterate_dates, parse_date

_WRITER_LINES = 4  # below the date
_CLERKS_LINES = 4  # above the day of a clerk's letter or certificate
_SIGNERS_LINES = 4  # beside a date, in which who signs is printed
_HEAD = 25  # blocks in which a report's front stands, headnotes included
_LAST_LINES = 12
_SHORT_LINE = 160
_FRONT_REACH = 240  # characters of a long block of the front: it can run on into the syllabus
_LAST_WORDS = 40  # characters behind a date with which a block may end
_LONGEST_LABEL = 40
_LISTED = 3  # printed lines of a block that begin with a day
_STAMPED_HOUR = 16  # characters of an hour behind a stamp's date
_ALONE = 4  # characters beside a date that is alone on its line
_FILED_WITHIN = datetime.timedelta(days=4)  # over a weekend or a holiday
_LONGEST_LEAD = datetime.timedelta(days=45)  # between signing and filing
_APART = frozenset(
    {
        "alone on its line",
        "alone at the end",
        "a stamp with its hour",
        "alone behind a place",
        "above the writer",
    }
)
_OF_PRINTED_LINES = frozenset(
    {"a printed line", "begins a printed line", "a label begins the printed line", "behind a bar"}
)
# An old case's papers are stamped when they are scanned: the text of all that is new has a year
# near the stamp's. Of 18 such stamps on papers of 1972 to 1993 all were a scan's.
_OLD_CASE = 10  # years between docket number and stamp
_YEARS_SILENT = 3  # between the latest year of the text and the stamp
_DIGITS = "in digits, no label"
_STAMPED = frozenset({"a clerk beside it", "an hour below it", "a stamp with its hour"})
_OWN = frozenset({"now", "term", "the order's own", "ordered", "signed", "dated", "decided"})
_RANKS = {label: rank for rank, (label, _) in enumerate(LABELS)} | {
    "ECF": 7.5,
    "clerk": 7.5,
    "other event": 9,
}


@dataclass(frozen=True, slots=True)
class _Printed:
    """A date where it is printed."""

    date: datetime.date
    span: Span | None
    label: str | None
    signals: frozenset[str]

    @property
    def rank(self) -> float:
        """Return how reliable its label is: the least is best."""
        return _RANKS.get(self.label or "", 8)


# The date of decision and the date of filing are chosen among the same ones.
@keep_for_order
def _list_printed(clean: CleanOrder) -> tuple[_Printed, ...]:
    printed = []
    lines = [*map(_join_rest, locate_body(clean), [*locate_body(clean)[1:], None])]
    beside = {right.offset: left.text for left, right in pairwise(list_printed_lines(clean))}
    front = len(find_opening(clean))
    filed = _read_ecf_date(clean)
    for index, line in enumerate(lines):
        last = index >= len(lines) - _LAST_LINES
        signs = line.kind is BlockKind.SIGNATURE
        text = line.text
        near = index < max(front, _HEAD) or last or signs or len(text) < _SHORT_LINE
        if not near and not words.ORDERED_NOW.search(text):
            continue
        reach = len(text)
        if len(text) > _SHORT_LINE and index < front and not last:
            reach = _FRONT_REACH
        found = [*iterate_dates(text)]
        rows = {place.offset for place in line.block.places}
        if sum(start in rows for start, *_ in found) >= _LISTED:
            continue  # what was filed, a day a line
        for start, end, date in found:
            left = text[:start] or beside.get(line.offset, "")
            # Where no stamp is near, counsel's day is the best that there is.
            filed_later = filed is not None and date <= filed and filed.year < date.year + 2
            one = _look_at(lines, index, front, (start, end, date), left, filed_later=filed_later)
            if end <= reach or one.signals & _OF_PRINTED_LINES:
                printed.append(one)
    return tuple(printed)


def _join_rest(line: LocatedBlock, below: LocatedBlock | None) -> LocatedBlock:
    """Return a line with the rest of its last date, which a column's narrow lines part:
    "No. 31-0412. | Sept." over "30, 1996."; two blanks replace the break, so that offsets stay.
    """
    rest = words.REST_OF_DATE.match(below.text) if below else None
    if rest is None or not words.OPEN_DATE.search(line.text[-_LONGEST_LABEL:]):
        return line
    text = f"{line.text}  {rest[0]}"
    return (
        replace(line, block=replace(line.block, text=text))
        if parse_date(text[-_LONGEST_LABEL:])
        else line
    )


def _look_at(
    lines: Sequence[LocatedBlock],
    index: int,
    front: int,
    found: tuple[int, int, datetime.date],
    left: str,
    *,
    filed_later: bool,
) -> _Printed:
    line = lines[index]
    start, end, date = found
    before, behind = line.text[:start], line.text[end:]
    above = lines[index - 1].text if index else ""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    prose = is_prose(line.block)
    label, amid = read_label(before)
    rows = [each.offset for each in line.block.places]
    printed = line.text[max((row for row in rows if row <= start), default=0) : start]
    rest = line.text[end : min((row for row in rows if row >= end), default=len(line.text))]
    ordered = words.ORDERED_NOW.search(line.text, 0, start + 1)
    if words.LINE_START.match(printed) or (ordered and ordered.end() == start):
        label, amid = "now", False
    elif stated := words.LABEL_AFTER.match(behind):
        label, amid = read_label(stated["word"])[0], False
    # Where columns were read across, a printed line is all that is whole.
    amid_columns = len(rows) > 1
    led = amid_columns and len(printed) < _LONGEST_LABEL and bool(words.LINE_LABEL.match(printed))
    led = led and not (behind.startswith(")") and "(" not in printed)  # a citation goes on
    signals = {"labeled amid a sentence"} if amid else set()
    begins = bool(label and (led or words.SENTENCE_START.search(before)))
    if label in _OWN and prose and not begins and label != "now":
        label = None
    if words.SIGNERS_DAY.fullmatch(line.text, start, end) or words.MINUTES.match(left):
        label, amid = "signed", False
    if amid and not led and (prose or len(behind.strip()) > _ALONE):
        label = None
    near = lines[max(front, index - _SIGNERS_LINES) : index + _SIGNERS_LINES + 1]
    clerks = index >= front and any(
        words.CLERKS_DAY.search(each.text)
        for each in lines[max(front, index - _CLERKS_LINES) : index]
    )
    last = f"{above} {before}" if len(before) < _LONGEST_LABEL else before
    # California's captions have the day of the hearing with its hour.
    heard = label == "dated" and index < front and words.HOUR.match(f" {below}")
    if (
        clerks
        or heard
        or (label == "dated" and filed_later and _is_counsels(near))
        or words.RECITED.search(last[-2 * _LONGEST_LABEL :])
        or (label is None and words.RUNS_ON.search(last) and not read_label(last)[0])
        or ("(" in before and words.CITED_BEHIND.match(behind))
    ):
        label = "other event"
    if label is None and len(before.strip()) <= _ALONE:
        if len(above) < _SHORT_LINE and (label := read_label(above)[0]):
            signals.add("labeled above")
        elif words.BELOW.fullmatch(below):
            label = "dated"
            signals.add("labeled below")
    alone = len(before.strip()) + len(behind.strip()) <= _ALONE
    ending = index >= max(front, len(lines) - _LAST_LINES)
    framed = ending or index < max(front, _HEAD)
    signals.add(f"labeled: {label}" if label else "no label")
    if index < front:
        signals.add(f"in the opening, {label or 'no label'}")
    if index >= len(lines) - _LAST_LINES:
        signals.add("prose of the last lines" if prose else "in the last lines")
    bare = amid_columns and index < max(front, _HEAD) and not any(map(str.isalnum, printed))
    observed = {
        "a printed line": bare and not rest.strip(),
        "begins a printed line": bare and f"{rest} ".startswith((". ", ", Rehearing")),
        "a label begins the printed line": led,
        "behind a bar": printed.rstrip().endswith("|"),
        "alone on its line": alone and framed and not ending,
        "alone at the end": alone and ending,
        "alone amid the text": alone and not framed,
        "alone behind a place": len(behind) <= 2 and bool(words.PLACE_BEFORE.match(before)),
        "above the writer": alone
        and any(words.WRITER.match(each.text[:80]) for each in lines[index + 1 :][:_WRITER_LINES]),
        "in a signature": line.kind is BlockKind.SIGNATURE,
        "in a title": line.kind in (BlockKind.TITLE, BlockKind.HEADING),
        "in prose": prose,
        "begins a sentence": label == "now" or (begins and label is not None),
        "labeled as the decision's": label in _OWN,
        "ends its block": len(behind) < _LAST_WORDS,
        "a weekday before it": bool(words.WEEKDAY.search(before)),
        "an hour behind it": bool(words.HOUR.match(behind)),
        "a clerk beside it": any(
            len(each) < _SHORT_LINE and words.CLERK.search(each) for each in (above, below)
        ),
        "a stamp with its hour": framed
        and start <= _ALONE
        and len(behind) < _STAMPED_HOUR
        and bool(words.HOUR.match(behind)),
        "an hour below it": bool(words.HOUR.match(f" {below}")),
        # A browser prints the day of printing so.
        _DIGITS: label is None and not any(map(str.isalpha, line.text[start:end])),
        "in capitals": line.text[start:end].isupper(),
        "beside a signature": any(
            each.kind is BlockKind.SIGNATURE
            for each in (*lines[max(0, index - 2) : index], *lines[index + 1 : index + 3])
        ),
    }
    signals |= {name for name, seen in observed.items() if seen}
    return _Printed(date, line.span(start, end), label, frozenset(signals))


def _is_counsels(near: Sequence[LocatedBlock]) -> bool:
    """Return whether counsel sign beside a date, and no judge: a stipulation's or a brief's."""
    texts = [each.text for each in near if len(each.text) < _SHORT_LINE]
    return any(map(forms.COUNSEL.search, texts)) and not any(map(words.JUDGE.search, texts))


def _list_elsewhere(clean: CleanOrder) -> Iterator[_Printed]:
    """Yield the dates of stamps and of a notice's docket text."""
    stamp = " ".join(
        removal.text for removal in clean.removals if removal.reason is RemovalReason.FILED_STAMP
    )
    if date := parse_date(stamp):
        yield _Printed(date, None, "clerk", frozenset({"the clerk's FILED stamp"}))
    if date := _read_ecf_date(clean):
        yield _Printed(date, None, "ECF", frozenset({"ECF stamp"}))
    text_order = read_text_order(clean)
    if text_order:
        place = text_order.order.span.start
        for start, end, found in iterate_dates(text_order.order.text):
            if words.SIGNED_ON.search(text_order.order.text[:start]):
                signals = frozenset({"signed, in the docket text"})
                yield _Printed(found, Span(place + start, place + end), "signed", signals)


def _read_ecf_date(clean: CleanOrder) -> datetime.date | None:
    return next(
        (date for stamp in clean.stamps if (date := parse_date(stamp.date_filed or ""))), None
    )


def _is_stamped_below(clean: CleanOrder) -> bool:
    """Return whether a trial court's filing system stamped what a court above it decided."""
    below = (stamp for stamp in clean.stamps if words.TRIAL_NUMBER.match(stamp.docket_number))
    return any(below) and is_of_appeal(clean)


def _read_first_year(clean: CleanOrder) -> int | None:
    """Return the year in which the case began, by the docket numbers of its stamps."""
    years = [parse_docket_number(stamp.docket_number).year for stamp in clean.stamps]
    return min(filter(None, years), default=None)


def _read_signed_month(clean: CleanOrder) -> datetime.date | None:
    """Return the first day of the month in which the last lines are signed, whatever the day."""
    for line in reversed(locate_body(clean)[-_LAST_LINES:]):
        if found := words.SIGNED_MONTH.search(line.text[-_FRONT_REACH:]):
            return parse_date(f"{found['month']} 1, {found['year']}")
    return None


def _may_date_the_order(printed: _Printed) -> bool:
    """Return whether a date is labeled as the order's own, or printed separately like one."""
    if printed.label in (None, "other event", "amended", "ECF"):
        apart = (_APART | _OF_PRINTED_LINES) & printed.signals and _DIGITS not in printed.signals
        return printed.label is None and bool(apart)
    return "in prose" not in printed.signals or "begins a sentence" in printed.signals


def _is_amended(printed: _Printed, filed: datetime.date | None) -> bool:
    """Return whether a date is that of an amended opinion, which was filed then or days later."""
    if printed.label != "amended" or filed is None:
        return False
    return printed.date <= filed <= printed.date + _FILED_WITHIN


def propose_dates(clean: CleanOrder) -> Iterator[Candidate[datetime.date]]:
    """Yield every date that may be the decision's: once each, from its best place."""
    signed = _read_signed_month(clean)
    printed = [*_list_printed(clean), *_list_elsewhere(clean)]
    if signed:
        printed = [one for one in printed if one.date >= signed or one.label in ("ECF", "clerk")]
    filed = _read_ecf_date(clean)
    if filed and _is_stamped_below(clean):
        # What was decided above is filed below within weeks.
        sent = (filed - one.date for one in printed if "in prose" not in one.signals)
        if any(datetime.timedelta() < days < 2 * _LONGEST_LEAD for days in sent):
            printed = [one for one in printed if one.label != "ECF"]
    own = [each for each in printed if _may_date_the_order(each) or _is_amended(each, filed)]
    if any(each.label in _OWN for each in own):
        # What the clerk's stamp says with its hour is the day of filing.
        own = [each for each in own if "a stamp with its hour" not in each.signals]
    begun = _read_first_year(clean)
    is_old = bool(filed and begun and begun + _OLD_CASE <= filed.year)
    years = (int(year[0]) for year in words.YEAR.finditer(clean.reading_text if is_old else ""))
    latest_year = max(years, default=0)
    scanned = filed if is_old and filed and latest_year + _YEARS_SILENT <= filed.year else None
    own = [each for each in own if each.date != scanned]
    latest = max((each.date for each in own), default=None)
    for date in dict.fromkeys(each.date for each in printed):
        places = [each for each in printed if each.date == date]
        best = min(places, key=lambda each: (each.rank, not _may_date_the_order(each)))
        related = {
            AGREEMENT: len([each for each in places if each.label not in (None, "other event")])
            > 1,
            "the latest": date == latest,
            "long before the latest": bool(latest and date < latest - _LONGEST_LEAD),
            "long before the stamp": bool(filed and date < filed - _LONGEST_LEAD),
            "the stamp's own": date == filed,
            "an amended opinion's": _is_amended(best, filed),
            "before the case": bool(begun and date.year < begun),
            "a scan's stamp": date == scanned,
            "after the stamp": bool(filed and date > filed),
            "shortly before the stamp": bool(filed and filed - _LONGEST_LEAD <= date <= filed),
            "the only date": len({each.date for each in printed}) == 1,
            "beside a label": any(each.label and each.date != date for each in own),
        }
        signals = best.signals | {name for name, seen in related.items() if seen}
        yield Candidate(date, best.span, _explain(best), signals)


def _explain(printed: _Printed) -> str:
    for name in ("ECF stamp", "the clerk's FILED stamp", "signed, in the docket text"):
        if name in printed.signals:
            return name
    return f"“{printed.label}” before it" if printed.label else "the place of the date"


def find_date(clean: CleanOrder) -> Claim[datetime.date] | None:
    """Return the date of decision: the likeliest of all that are printed, else None."""
    return claim("date", propose_dates(clean))


def propose_dates_filed(clean: CleanOrder) -> Iterator[Candidate[datetime.date]]:
    """Yield the dates of stamps: the filing system's, else the clerk's on the first page."""
    stamped = [each for each in _list_elsewhere(clean) if each.label != "signed"]
    # A court of appeals files what it decides: there "Filed" is the decision's date.
    appeal = any(words.APPEALS.search(each.text) for each in find_opening(clean))
    printed = [
        each
        for each in _list_printed(clean)
        if (each.label is None and each.signals & _STAMPED)
        or (each.label == "filed" and not appeal)
    ]
    kinds = {each.label for each in stamped}
    for each in (*stamped, *printed):
        beside = {f"beside a stamp: {kind}" for kind in kinds - {each.label}}
        signals = each.signals | beside | ({"on appeal"} if appeal else set())
        yield Candidate(each.date, each.span, _explain(each), frozenset(signals))


def find_date_filed(clean: CleanOrder) -> Claim[datetime.date] | None:
    """Return the date in the stamp of the electronic filing system or of the clerk, else None."""
    return claim("date_filed", propose_dates_filed(clean))
