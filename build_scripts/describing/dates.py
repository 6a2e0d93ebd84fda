"""When the order was decided, and when the stamp says it was filed."""

import datetime
import re
from collections.abc import Iterator

from build_scripts.describing.opening import LocatedBlock, find_opening, locate_body
from build_scripts.describing.text_order import read_text_order
from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from build_scripts.model.description import Claim, Span
from build_scripts.text.pattern import Pattern

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}"
_DATE = Pattern(
    rf"""
    (?<![\d/])(?:
        (?P<month>{_MONTH})\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(?P<year>\d{{4}})
      | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?P<month2>{_MONTH})\.?,?\s*
        (?P<year2>\d{{4}})
      | (?P<month3>\d{{1,2}})/(?P<day3>\d{{1,2}})/(?P<year3>\d{{4}}|\d{{2}})
      | (?P<year4>(?:19|20)\d\d)-(?P<month4>\d\d)-(?P<day4>\d\d)
    )(?![\d/])
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "May 31, 2017",
        "MAY 31 2022",
        "Jan. 20, 2008",
        "8/23/05",
        "3rd day of May, 2019",
        "31 May 2017",
        "2017-05-31",
    ],
    refuses=["May 2017", "__ day of May", "1/2"],
)
# What names the date of decision, best first.
_DATED = Pattern(
    r"^\W{0,4}(?:it\s+is\s+)?(?:so\s+ordered|dated?|done|entered|signed|recommended|ordered\s+(?:in|at))\b",
    re.IGNORECASE,
    accepts=[
        "Dated: May 31, 2017",
        "DATED this 3rd day of May",
        "IT IS SO ORDERED this",
        "ENTERED:",
    ],
    refuses=[
        "the letter dated May 3, 2017",  # in prose; only short lines are asked
    ],
    by="match",
)
# The same inside a line.
_DATED_INSIDE = Pattern(
    r"(?:^|[.;]\s+|\bso\s+)\W{0,2}(?:dated|ordered|signed|entered)\b(?:,?\s+(?:this|on))?[\s:,]*(?:the\s+)?$",
    re.IGNORECASE,
    accepts=["SO ORDERED. Dated: ", "IT IS SO ORDERED this "],
    refuses=["the agreement dated ", "the judgment entered on "],
)
# Pennsylvania's orders begin so.
_AND_NOW = Pattern(
    r"^\W{0,3}and\s+now\b[\w\s,:]{0,30}$",
    re.IGNORECASE,
    accepts=["AND NOW, this ", "AND NOW, to wit, this "],
    refuses=[
        "and the parties now agree that on ",
        "AND NOW comes the Plaintiff, Jane Roe, on this ",
    ],
    by="match",
)
# The year in words.
_SPELLED = Pattern(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)\s+day\s+of\s+(?P<month>{_MONTH}),?\s+(?:in\s+the\s+year\s+)?"
    r"two\s+thousand\s+(?:and\s+)?(?P<tens>twenty|thirty)?[-\s]?(?P<ones>[a-z]+)?",
    re.IGNORECASE,
    accepts=["on the 3rd day of September, two thousand thirteen"],
    refuses=["on the 3rd day of September, nineteen hundred"],
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split(),
        start=1,
    )
}
_TENS = {"twenty": 20, "thirty": 30}
_LONGEST_LEAD = datetime.timedelta(days=45)  # between signing and filing
_DECIDED = Pattern(
    r"(?:decided(?:\s+and\s+(?:filed|entered))?|opinion\s+filed|filed(?:\s+under\s+seal)?|signed|entered"
    r"|rendered|issued|delivered|affirmed|reversed|opinion|memorandum\s+(?:dated|filed))\b[\s:;.,]{0,3}$",
    re.IGNORECASE,
    accepts=["Decided ", "Filed: ", "Decided and Filed: ", "Opinion filed ", "Signed "],
    refuses=["Argued ", "Decided by the court on "],
)
_OTHER_EVENT = Pattern(
    r"(?:argued|submitted|heard|hearing|amended|argument|motion|conference)\b[\w\s:;.,]{0,20}$",
    re.IGNORECASE,
    accepts=["Argued: ", "Hearing on ", "Motion heard "],
    refuses=["Decided ", "Argued by Pat Poe, of counsel; filed "],
)
# What may stand before a date alone on its line.
_PLACE_BEFORE = Pattern(
    r"^\W{0,2}[A-Z][a-z]{2,12},\s$",
    accepts=["Honolulu, ", "Saturday, "],
    refuses=["the hearing, ", "Honolulu "],
    by="match",
)
_EVENTS_FIRST = Pattern(
    r"^\W{0,2}Nos?\.\s.{4,60}\b(?:Argued|Submitted|Decided)\b",
    accepts=["No. 11–889. Argued April 23, 2013—Decided June 13, 2013 The Red River …"],
    refuses=["No. 11–889. The Red River Compact", "Argued April 23, 2013"],
    by="match",
)
_EVENT_REACH = 140
_FILED_INSIDE = Pattern(
    r"^\W*Docket\s+Nos?\..{4,80}\bFiled\s+[A-Z]",
    accepts=["Docket Nos. 19031-13, 27735-13, Filed February 20, 2020."],
    refuses=["Re: Dkt. 7, filed"],
)
_EVENT_ALONE = Pattern(
    r"^\W{0,2}(?:Decided|Filed|Opinion\s+filed|Entered):?\s[^.]{4,12}\s?\d{1,2},\s\d{4}\W{0,3}$",
    accepts=["Decided September 10, 1941.", "(Filed: May 3, 2011)"],
    refuses=["Filed on May 3, …"],
    by="match",
)
# A clerk's date before the heading.
_HEADING_BEHIND = Pattern(
    r"^\s+(?:UNITED\s+STATES|SUPREME|\[?NOT\s+FOR|FOR\s+PUBLICATION)\b",
    accepts=[" UNITED STATES COURT OF APPEALS", " [NOT FOR PUBLICATION]"],
    refuses=[" letter", ", Supreme Court"],
    by="match",
)
# Who writes, below the date.
_WRITER = Pattern(
    r"^\W*(?:per\s+curiam|[\w.’' -]{2,40},\s+[\w ]{0,25}(?:judge|justice|J\.))",
    re.IGNORECASE,
    accepts=["KEEL, Circuit Judge.", "Per Curiam.", "TILLER, Chief Justice."],
    refuses=["Jane Roe, for the appellant.", "The Judge."],
    by="match",
)
_WRITER_LINES = 4  # below the date
_COUNSEL_BLOCKS = 40  # in which counsel are listed and the date stands below them
_FRONT = 25  # blocks in which a report's front stands
_SIGNED_ON = Pattern(
    r"\bjudge\b[\w\s.’'-]{3,60}\bon\s+$",
    re.IGNORECASE,
    accepts=["signed by Judge Jane Roe on "],
    refuses=["Discovery closes on "],
)
_SHORT_LINE = 160
_LAST_LINES = 12
_LAST_WORDS = 40  # characters behind a date with which a line may end


def _to_date(match: re.Match[str]) -> datetime.date | None:
    groups = match.groupdict()
    month = groups["month"] or groups["month2"]
    number = _MONTHS.get(month.lower()) if month else int(groups["month3"] or groups["month4"])
    day = int(groups["day"] or groups["day2"] or groups["day3"] or groups["day4"])
    year = int(groups["year"] or groups["year2"] or groups["year3"] or groups["year4"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    try:
        return datetime.date(year, number or 0, day)
    except ValueError:
        return None


def iterate_dates(text: str) -> Iterator[tuple[int, int, datetime.date]]:
    """Every full date in a text with its place."""
    for match in _DATE.finditer(text):
        date = _to_date(match)
        if date:
            yield match.start(), match.end(), date


def parse_date(text: str) -> datetime.date | None:
    """The first full date in a text ("01/02/25" is month, day, year), else None."""
    return next((date for _, _, date in iterate_dates(text)), None)


def _find_dated_line(lines: tuple[LocatedBlock, ...]) -> Claim[datetime.date] | None:
    """The date at an order's end, or in its signature."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        dated = _DATED.match(line.text)
        # A date alone in the middle of the text signs nothing.
        signed = line.kind is BlockKind.SIGNATURE and (
            dated
            or index >= len(lines) - _LAST_LINES
            or any(
                near.kind is BlockKind.SIGNATURE
                for near in (*lines[max(0, index - 2) : index], *lines[index + 1 : index + 3])
            )
        )
        if signed or (dated and len(line.text) < _SHORT_LINE):
            for start, end, date in iterate_dates(line.text):
                return Claim(date, line.span(start, end), "dated by the judge")
    for line in reversed(lines[-_LAST_LINES:]):
        for start, end, date in iterate_dates(line.text):
            before = line.text[:start]
            closes = len(line.text) < _SHORT_LINE or len(line.text) - end < _LAST_WORDS
            if (_DATED_INSIDE.search(before) and closes) or _AND_NOW.match(before):
                return Claim(date, line.span(start, end), "dated by the judge")
    for line in lines[:2]:
        for start, end, date in iterate_dates(line.text):
            if _AND_NOW.match(line.text[:start]):
                return Claim(date, line.span(start, end), "dated by the judge")
    return None


def _read_spelled(text: str) -> tuple[int, int, datetime.date] | None:
    match = _SPELLED.search(text[:600]) if "thousand" in text[:600] else None
    if not match:
        return None
    ones = _NUMBERS.get((match["ones"] or "").lower(), 0)
    year = 2000 + _TENS.get((match["tens"] or "").lower(), 0) + ones
    try:
        date = datetime.date(year, _MONTHS[match["month"].lower()], int(match["day"]))
    except (ValueError, KeyError):
        return None
    return match.start(), match.end(), date


def _find_decided_line(lines: tuple[LocatedBlock, ...]) -> Claim[datetime.date] | None:
    """The date on the front of an opinion, past the dates of argument and submission."""
    bare: Claim[datetime.date] | None = None
    for line in lines:
        filed = line.kind is BlockKind.REFERENCE and _FILED_INSIDE.search(line.text)
        if line.kind is BlockKind.PARTIES or (line.kind is BlockKind.REFERENCE and not filed):
            continue
        spelled = _read_spelled(line.text)
        if spelled:
            start, end, date = spelled
            return Claim(date, line.span(start, end), "the term's date, on the front")
        # The front's line can run on into the syllabus: "No. 11–889. Argued … Decided …".
        text = line.text if len(line.text) <= _SHORT_LINE else line.text[:_EVENT_REACH]
        if text is not line.text and not _EVENTS_FIRST.match(text):
            continue
        for start, end, date in iterate_dates(text):
            before = line.text[:start]
            if _DECIDED.search(before):
                return Claim(date, line.span(start, end), "decided or filed, on the front")
            alone = (
                len(line.text) - (end - start) <= 4
                or (start == 0 and bool(_HEADING_BEHIND.match(line.text[end:])))
                or (len(line.text) - end <= 2 and bool(_PLACE_BEFORE.match(before)))
            )
            if alone and bare is None and not _OTHER_EVENT.search(before):
                bare = Claim(date, line.span(start, end), "the date on the front")
            if before.lower().lstrip(" (").startswith(("dated", "date:", "date ")):
                return Claim(date, line.span(start, end), "dated, on the front")
    return bare


def _find_date_below_counsel(
    lines: tuple[LocatedBlock, ...], start: int
) -> Claim[datetime.date] | None:
    """The date between counsel and the writer's name, as circuits print it."""
    for index in range(start, min(len(lines), _COUNSEL_BLOCKS)):
        line = lines[index]
        for first, end, date in iterate_dates(line.text[:_SHORT_LINE]):
            below = lines[index + 1 : index + 1 + _WRITER_LINES]
            if len(line.text) - (end - first) <= 4 and any(
                _WRITER.match(near.text[:80]) for near in below
            ):
                return Claim(date, line.span(first, end), "the date above the opinion")
    return None


def _find_filed_stamp(clean: CleanOrder) -> Claim[datetime.date] | None:
    stamp = " ".join(
        removal.text for removal in clean.removals if removal.reason is RemovalReason.FILED_STAMP
    )
    date = parse_date(stamp)
    return Claim(date, None, "the clerk's FILED stamp") if date else None


def find_date_filed(clean: CleanOrder) -> Claim[datetime.date] | None:
    """The date in the stamp of the electronic filing system, else None."""
    for stamp in clean.stamps:
        date = parse_date(stamp.date_filed or "")
        if date:
            return Claim(date, None, "ECF stamp")
    return None


def find_date(clean: CleanOrder) -> Claim[datetime.date] | None:
    """The date of decision.

    First the judge's own ("Dated:", "SO ORDERED this …", the signature), then the front's
    ("Decided", "Filed"), then the clerk's FILED stamp, then the ECF stamp. Dates of argument and
    submission, deadlines and dates in prose are never taken.
    """
    lines = locate_body(clean)
    opening = find_opening(clean)
    text_order = read_text_order(clean)
    if text_order:
        for start, end, date in iterate_dates(text_order.order.text):
            if _SIGNED_ON.search(text_order.order.text[:start]):
                place = text_order.order.span.start
                return Claim(date, Span(place + start, place + end), "signed, in the docket text")
    dated = _find_dated_line(lines[len(opening) :])
    decided = _find_decided_line(opening) or _find_decided_line(
        # Headnotes can stand before it.
        tuple(line for line in lines[len(opening) : _FRONT] if _EVENT_ALONE.match(line.text))
    )
    # What is dated long before the decision was filed is a paper that the text quotes.
    if dated and decided and dated.value < decided.value - _LONGEST_LEAD:
        dated = None
    return (
        dated
        or decided
        or _find_date_below_counsel(lines, max(0, len(opening) - 2))
        or _find_filed_stamp(clean)
        or find_date_filed(clean)
    )
