"""When the order was decided, and when the stamp says it was filed: candidates, then choice.

Every full date of a front, an end, a signature, a short line or a stamp is a candidate. What is
printed before it ("Dated", "Decided", "Argued"), where it stands and which other dates the order
prints are its signals.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.describing.candidates import AGREEMENT, Candidate, claim
from build_scripts.describing.opening import LocatedBlock, find_opening, is_prose, locate_body
from build_scripts.describing.text_order import read_text_order
from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from build_scripts.model.description import Claim, Span
from build_scripts.text.dates import iterate_dates, parse_date
from build_scripts.text.pattern import Pattern

# What is printed before a date, the most telling first: a label and how its date came about.
_BEHIND = r"[\s:;.,_*()\[\]—–-]*(?:(?:on|this|the|in|of|at|for|to[ ]wit)\b[\s:,_]*){0,3}$"
_LABELS: tuple[tuple[str, Pattern[str]], ...] = (
    (
        "now",
        Pattern(
            r"^\W{0,3}(?:and\s+)?now\b(?:[\s,:]+(?:to|wit|this|on|the)\b){0,4}[\s,:]*$",
            re.IGNORECASE,
            accepts=["AND NOW, this ", "AND NOW, to wit, this ", "NOW, this "],
            refuses=["and the parties now agree that on ", "AND NOW comes the Plaintiff, Roe, on "],
            by="match",
        ),
    ),
    (
        "term",
        Pattern(
            r"\b(?:city|county|courthouse|borough|brooklyn|new\s+york)\b[\w\s,.]{0,60},?\s+on(?:\s+the)?\s*$",
            re.IGNORECASE,
            # A session's line: the Second Circuit's, New York's trial parts'.
            accepts=["at a stated term, in the City of New York, on the "],
            refuses=["at a stated term, on ", "filed in Kings County; on "],
        ),
    ),
    (
        "other event",
        Pattern(
            r"""
            \b(?: argu(?:ed|ment) | submitted | submission | heard | hearing | conference | trial
              | amended | modified | corrected | effective | deadline | due | before | until
              | by | from | between | through | since | after | visited | downloaded | printed
              | retrieved | accessed | page | session | term | motion | petition | application
              | complaint | indict(?:ed|ment) | served | mailed | received | postmarked | born | dob
              | expires? | sentenced | convicted | judgment | rehearing | notice | denied
              | time | meeting | arrest(?:ed)? | appealed | appeal | agreement | letter | rev
              | revised | warrant | opposition | brief | reply | response | published | considered
              | granted | overruled | withdrawn | reconsideration | refused | allowed | dismissed
              | assigned | calendar | copyright )\b
            (?:\s+(?:filed|dated|entered|issued|date|set|held|ended|beginning|ending|is|was
               |scheduled|and|continued|concluded|orally)\b){0,3}
            """
            + _BEHIND,
            re.VERBOSE | re.IGNORECASE,
            accepts=[
                "Argued: ",
                "Hearing on ",
                "Motion heard ",
                "no later than due by ",
                "filed by ",
            ],
            refuses=["Decided ", "Argued by Pat Poe, of counsel; filed "],
        ),
    ),
    (
        "ordered",
        Pattern(
            r"\b(?:so\s+ordered|ordered|adjudged|decreed|done(?:\s+and\s+(?:ordered|signed))?)\b"
            r"[\w\s,.()’']{0,60}?" + _BEHIND,
            re.IGNORECASE,
            accepts=["IT IS SO ORDERED this ", "DONE AND ORDERED in Chambers at Miami, on "],
            refuses=["Ordered by the clerk, filed; heard "],
        ),
    ),
    (
        "signed",
        Pattern(
            r"\b(?:signed|recommended|electronically\s+signed\s+by[\w\s.]{3,40})\b" + _BEHIND,
            re.IGNORECASE,
            accepts=["SIGNED this ", "Signed on ", "Recommended: "],
            refuses=["the agreement that was signed by Roe"],
        ),
    ),
    (
        "dated",
        Pattern(
            r"(?:\b(?:order|opinion|decision)\s+)?\b(?:dated?|dated\s+(?:and\s+(?:entered|filed|signed)|at[\w\s,]{3,40}))\b"
            + _BEHIND,
            re.IGNORECASE,
            accepts=["Dated: ", "DATED this ", "Date: ", "Dated at Albany, New York, "],
            refuses=["Updated ", "the dated instrument "],
        ),
    ),
    (
        "decided",
        Pattern(
            r"\b(?:decided|opinion\s+(?:filed|issued|delivered|released)|rendered|issued|delivered|announced"
            r"|handed\s+down|released|decision|opinion|memorandum|affirmed|reversed|officially\s+released"
            r"|decided\s+and\s+(?:filed|entered)|delivered\s+and\s+filed|published)\b" + _BEHIND,
            re.IGNORECASE,
            accepts=["Decided ", "Decided and Filed: ", "Opinion filed ", "Delivered and filed: "],
            refuses=["Argued ", "Decided by the court below, "],
        ),
    ),
    (
        "entered",
        Pattern(
            r"\bentered\b(?:\s+(?:at[\w\s,]{3,40}|and\s+filed))?" + _BEHIND,
            re.IGNORECASE,
            accepts=["ENTERED: ", "Entered this ", "Entered at Frankfort, Kentucky, this "],
            refuses=["entered the house; "],
        ),
    ),
    (
        "filed",
        Pattern(
            r"\b(?:e-?)?filed\b(?:\s+(?:under\s+seal|date))?" + _BEHIND,
            re.IGNORECASE,
            accepts=["Filed: ", "FILED ", "Filed under seal "],
            refuses=["Profiled ", "filed a motion in "],
        ),
    ),
)
# Labels that stand below a date, under a line to sign on.
_BELOW = Pattern(
    r"\W{0,4}(?:date|dated|date\s+(?:of\s+)?(?:signed|entered|decision))\W{0,3}",
    re.IGNORECASE,
    accepts=["Date", "DATED"],
    refuses=["Date of birth"],
    by="fullmatch",
)
_SENTENCE_START = Pattern(
    r"(?:^|[.;!)\]_]\s+|^.{0,60}\bso\s+)\W{0,4}(?:it\s+is\s+)?(?:so\s+)?(?:hereby\s+)?"
    r"(?:ordered|dated?|done|signed|entered|decided|filed|issued|opinion|delivered)\b[^.;]{0,90}$",
    re.IGNORECASE,
    accepts=["SO ORDERED. Dated: ", "IT IS SO ORDERED this ", "ENTERED this"],
    refuses=["the agreement dated ", "the judgment entered on "],
)
_WEEKDAY = Pattern(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?$",
    re.IGNORECASE,
    accepts=["on Monday, "],
    refuses=["Monday's hearing of "],
)
_HOUR = Pattern(
    r"^,?\W{0,3}(?:at\s+)?\d{1,2}[:.]\d\d\b",
    accepts=[" at 10:00 a.m.", ", 9:30 AM"],
    refuses=[" and 10 days later"],
    by="match",
)
_PLACE_BEFORE = Pattern(
    r"^\W{0,2}(?:[A-Z][\w.]{1,14}\s){0,2}[A-Z][\w.]{1,14},\s(?:[A-Z][\w.]{1,14}(?:\s[A-Z][\w.]{1,14})?,?\s)?$",
    accepts=["Honolulu, ", "Saturday, ", "Wilmington, Delaware, ", "Salt Lake City, Utah "],
    refuses=["the hearing, ", "Honolulu "],
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
_CLERK = Pattern(
    r"\b(?:clerk|filed|deputy)\b|\bcourt$",
    re.IGNORECASE,
    accepts=["CLERK, U.S. DISTRICT COURT", "FILED"],
    refuses=["Jane Clerke", "Decided"],
)
_SIGNED_ON = Pattern(
    r"\bjudge\b[\w\s.’'-]{3,60}\bon\s+$",
    re.IGNORECASE,
    accepts=["signed by Judge Jane Roe on "],
    refuses=["Discovery closes on "],
)
_APPEALS = Pattern(
    r"\b(?:courts?\s+of\s+appeals?|appellate\s+(?:court|division)|appellant)\b",
    re.IGNORECASE,
    accepts=["UNITED STATES COURT OF APPEALS", "Plaintiff-Appellant,"],
    refuses=["DISTRICT COURT", "appeals to the jury"],
)
_WRITER_LINES = 4  # below the date
_HEAD = 25  # in which a report's front stands, headnotes included
_FRONT = 60  # blocks at an order's beginning in which every date is a candidate
_LAST_LINES = 12
_SHORT_LINE = 160
_FRONT_REACH = 240  # characters of a long block of the front: it can run on into the syllabus
_LABEL_REACH = 90
_LAST_WORDS = 40  # characters behind a date with which a block may end
_ALONE = 4  # characters beside a date that is alone on its line
_LONGEST_LEAD = datetime.timedelta(days=45)  # between signing and filing
_APART = frozenset(
    {"alone on its line", "alone behind a place", "before the heading", "above the writer"}
)
_OWN = frozenset({"now", "term", "ordered", "signed", "dated", "decided"})
_RANKS = {label: rank for rank, (label, _) in enumerate(_LABELS)} | {"other event": 9}


@dataclass(frozen=True, slots=True)
class _Printed:
    """A date where it is printed."""

    date: datetime.date
    span: Span | None
    label: str | None
    signals: frozenset[str]

    @property
    def rank(self) -> int:
        """How much its label tells: the least is best."""
        return _RANKS.get(self.label or "", 8)


def _label(before: str) -> tuple[str | None, bool]:
    """What the words before a date call it, and whether they do so amid a sentence."""
    for name, label in _LABELS:
        if match := label.search(before[-_LABEL_REACH:]):
            return name, match.start() > 0 and match[0][0].islower()
    return None, False


def _list_printed(clean: CleanOrder) -> Iterator[_Printed]:
    lines = locate_body(clean)
    front = len(find_opening(clean))
    for index, line in enumerate(lines):
        last = index >= len(lines) - _LAST_LINES
        signs = line.kind is BlockKind.SIGNATURE
        if not (index < _FRONT or last or signs or len(line.text) < _SHORT_LINE):
            continue
        text = line.text
        if len(text) > _SHORT_LINE and index < front and not last:
            text = text[:_FRONT_REACH]
        for start, end, date in iterate_dates(text):
            yield _look_at(lines, index, front, (start, end, date))


def _look_at(
    lines: Sequence[LocatedBlock], index: int, front: int, found: tuple[int, int, datetime.date]
) -> _Printed:
    line = lines[index]
    start, end, date = found
    before, behind = line.text[:start], line.text[end:]
    above = lines[index - 1].text if index else ""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    prose = is_prose(line.block)
    label, amid = _label(before)
    signals = {"labelled amid a sentence"} if amid else set()
    if amid and (prose or len(behind.strip()) > _ALONE):
        label = None
    if label is None and len(before.strip()) <= _ALONE:
        if len(above) < _SHORT_LINE and (label := _label(above)[0]):
            signals.add("labelled above")
        elif _BELOW.fullmatch(below):
            label = "dated"
            signals.add("labelled below")
    alone = len(before.strip()) + len(behind.strip()) <= _ALONE
    framed = index < max(front, _HEAD) or index >= len(lines) - _LAST_LINES
    signals.add(f"labelled: {label}" if label else "no label")
    if index < front:
        signals.add(f"in the opening, {label or 'no label'}")
    if index >= len(lines) - _LAST_LINES:
        signals.add("prose of the last lines" if prose else "in the last lines")
    observed = {
        "alone on its line": alone and framed,
        "alone amid the text": alone and not framed,
        "alone behind a place": len(behind) <= 2 and bool(_PLACE_BEFORE.match(before)),
        "before the heading": start == 0 and bool(_HEADING_BEHIND.match(behind)),
        "above the writer": alone
        and any(_WRITER.match(each.text[:80]) for each in lines[index + 1 :][:_WRITER_LINES]),
        "in a signature": line.kind is BlockKind.SIGNATURE,
        "among the parties": line.kind in (BlockKind.PARTIES, BlockKind.REFERENCE),
        "in a title": line.kind in (BlockKind.TITLE, BlockKind.HEADING),
        "in prose": prose,
        "begins a sentence": label == "now" or bool(label and _SENTENCE_START.search(before)),
        "labelled as the decision's": label in _OWN,
        "ends its block": len(behind) < _LAST_WORDS,
        "in a long line": len(line.text) > _SHORT_LINE and not prose,
        "a weekday before it": bool(_WEEKDAY.search(before)),
        "an hour behind it": bool(_HOUR.match(behind)),
        "a clerk beside it": any(
            len(each) < _SHORT_LINE and _CLERK.search(each) for each in (above, below, line.text)
        ),
        "an hour below it": bool(_HOUR.match(f" {below}")),
        "in capitals": line.text[start:end].isupper(),
        "beside a signature": any(
            each.kind is BlockKind.SIGNATURE
            for each in (*lines[max(0, index - 2) : index], *lines[index + 1 : index + 3])
        ),
    }
    signals |= {name for name, seen in observed.items() if seen}
    return _Printed(date, line.span(start, end), label, frozenset(signals))


def _list_elsewhere(clean: CleanOrder) -> Iterator[_Printed]:
    """The dates of stamps and of a notice's docket text."""
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
            if _SIGNED_ON.search(text_order.order.text[:start]):
                signals = frozenset({"signed, in the docket text"})
                yield _Printed(found, Span(place + start, place + end), "signed", signals)


def _read_ecf_date(clean: CleanOrder) -> datetime.date | None:
    return next(
        (date for stamp in clean.stamps if (date := parse_date(stamp.date_filed or ""))), None
    )


def _may_date_the_order(printed: _Printed) -> bool:
    """Whether a date is labelled as one of the order's own, or stands apart like one."""
    if printed.label in (None, "other event", "ECF"):
        return printed.label is None and bool(_APART & printed.signals)
    return "in prose" not in printed.signals or "begins a sentence" in printed.signals


def propose_dates(clean: CleanOrder) -> Iterator[Candidate[datetime.date]]:
    """Every date that may be the decision's: once each, as its most telling place shows it."""
    printed = [*_list_printed(clean), *_list_elsewhere(clean)]
    filed = _read_ecf_date(clean)
    own = [each for each in printed if _may_date_the_order(each)]
    latest = max((each.date for each in own), default=None)
    for date in dict.fromkeys(each.date for each in printed):
        places = [each for each in printed if each.date == date]
        best = min(places, key=lambda each: each.rank)
        related = {
            AGREEMENT: len([each for each in places if each.label not in (None, "other event")])
            > 1,
            "the latest": date == latest,
            "long before the latest": bool(latest and date < latest - _LONGEST_LEAD),
            "long before the stamp": bool(filed and date < filed - _LONGEST_LEAD),
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
    """The date of decision: the likeliest of all that are printed, else None."""
    return claim("date", propose_dates(clean))


def propose_dates_filed(clean: CleanOrder) -> Iterator[Candidate[datetime.date]]:
    """The dates of stamps: the filing system's, else the clerk's on the first page."""
    stamped = [*_list_elsewhere(clean)]
    printed = [
        each
        for each in _list_printed(clean)
        if each.label == "filed" or each.signals & {"a clerk beside it", "an hour below it"}
    ]
    kinds = {each.label for each in stamped}
    # A court of appeals stamps what it decides: there the stamp is the decision's date.
    heard = (
        {"on appeal"} if any(_APPEALS.search(each.text) for each in find_opening(clean)) else set()
    )
    for each in (*stamped, *printed):
        if each.label != "signed":
            beside = {f"beside a stamp: {kind}" for kind in kinds - {each.label}}
            signals = each.signals | beside | heard
            yield Candidate(each.date, each.span, _explain(each), frozenset(signals))


def find_date_filed(clean: CleanOrder) -> Claim[datetime.date] | None:
    """The date in the stamp of the electronic filing system or of the clerk, else None."""
    return claim("date_filed", propose_dates_filed(clean))
