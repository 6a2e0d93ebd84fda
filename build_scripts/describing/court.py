"""Find the court: candidates from heading, front, margin, page heads and foot; signals decide."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.describing.candidates import Candidate, claim, read_weights, weigh
from build_scripts.describing.opening import (
    MOST_BLOCKS,
    NOTICE,
    LocatedBlock,
    is_prose,
    keep_for_order,
    list_printed_lines,
    locate_body,
    order_by_row,
)
from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from build_scripts.model.description import Claim, Court, Span
from build_scripts.model.law.cited_courts import find_cited_court
from build_scripts.model.law.court_table import (
    find_circuit,
    find_known_court,
    find_listed_court,
    is_appellate,
)
from build_scripts.model.law.courts import CourtMatch, Form, iterate_cited, iterate_courts
from build_scripts.model.law.misread_courts import find_misread_court
from build_scripts.model.law.neutral_citations import OWN_NEUTRAL, name_neutral_court
from build_scripts.model.law.title_words import close_up
from build_scripts.model.text.pattern_table import read_patterns, read_rows

_PATTERNS = read_patterns(__package__, "court.toml")
_BY_PLACE = tuple(
    (row.pattern, row.kind) for row in read_rows(__package__, "court.toml", "by_place")
)
_BY_NUMBER, _BY_HEAD, _BY_TEXT = (
    tuple((row.pattern, row.kind) for row in read_rows(__package__, "court.toml", section))
    for section in ("by_number", "by_head", "by_text")
)
_BELOW_REACH = 160
_NOTICE_REACH = 40
_LONGEST_LINE = 400
_EARLY = 5
_LATE = 15
_REPORTER_COURTS = {
    "us": "scotus",
    "sct": "scotus",
    "supremecourtreporter": "scotus",
    "ad": "nyappdiv",
    "ny": "ny",
    "calapp": "calctapp",
    "cal": "cal",
}
_REPORT_LINES = 20
_SIGNED_LINES = 40
_HEAD_LINES = 3  # a paper's own report is above all, but for a line of another column
_MISREAD_LINES = 40
_LIKELY, _SURE = 0.5, 0.85
_MARKS = " |*\\]),."
_LONGEST_LISTED = 90
_LONGEST_HEAD = 160  # of a publisher's, which cites the case


@dataclass(frozen=True, slots=True)
class _Area:
    """Lines that are read as one text: a heading runs over several."""

    place: str
    lines: tuple[LocatedBlock, ...]
    texts: tuple[str, ...]
    prose: int | None = None  # where the first paragraph of the order's text begins

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    def locate(self, offset: int) -> tuple[int, int]:
        """Return the line at an offset of the joined text, and the offset within it."""
        for index, text in enumerate(self.texts):
            if offset <= len(text):
                return index, offset
            offset -= len(text) + 1
        return len(self.texts) - 1, len(self.texts[-1])

    def span(self, start: int, end: int) -> Span | None:
        if not self.lines:
            return None
        (first, begin), (last, stop) = self.locate(start), self.locate(end)
        return Span(self.lines[first].offset + begin, self.lines[last].offset + stop)


def propose_courts(clean: CleanOrder) -> Iterator[Candidate[Court]]:
    """Yield every court that the front, the margin, page heads and the signature name."""
    front = _front(clean)
    found = [
        each
        for area in (front, *_list_removed(clean), _signature(clean))
        for each in _read_area(area)
    ]
    lines = list_printed_lines(clean)
    found += _read_printed_lines(lines)
    found += _read_reports(lines)
    heads = [
        each.text
        for each in clean.removals
        if each.reason is RemovalReason.RUNNING_HEAD and each.page < 3
    ]
    found += _read_heads(lines, heads)
    found = found or [*_read_listed(front)]
    weights = read_weights("court")
    likeliest = max((weigh(each.signals, weights) for each in found), default=0.0)
    signs = [*_read_signs(lines, clean)] if likeliest < _SURE else []
    found += signs or (_read_misread(lines) if likeliest < _LIKELY else ())
    # Where a court is named well, a poor place that names it too takes nothing away.
    well = [each for each in found if weigh(each.signals, weights) >= _LIKELY]
    named = {each.value.court_id for each in well}
    found = [*well, *(each for each in found if each.value.court_id not in named)]
    kind = _read_reporter([*heads, *(line.text for line in lines[:_HEAD_LINES])])
    reported = [each for each in found if kind and kind == _name_kind(each.value)]
    yield from reported or found


def _read_reporter(lines: Iterable[str]) -> str | None:
    """Return the kind of federal court whose reporter has the paper: a court that such a paper
    cites is none of its own, wherever columns put it.
    """
    reports = (_PATTERNS.FEDERAL_REPORT.fullmatch(" ".join(line.split())) for line in lines)
    return next((each.lastgroup for each in reports if each), None)


def _name_kind(court: Court) -> str | None:
    """Return the kind of a federal court by the reporter of its decisions."""
    if court.court_id == "scotus":
        return "supreme"
    kinds = (("United States Court of Appeals", "appeals"), ("United States District", "trial"))
    return next((kind for name, kind in kinds if court.name.startswith(name)), None)


@keep_for_order
def find_court(clean: CleanOrder) -> Claim[Court] | None:
    """Return the issuing court, or None where nothing names a court that the table has."""
    return claim("court", propose_courts(clean), key=lambda court: court.court_id)


def is_of_appeal(clean: CleanOrder) -> bool:
    """Return whether the issuing court reviews judgments of other courts."""
    court = find_court(clean)
    return bool(court and is_appellate(court.value.court_id))


def _front(clean: CleanOrder) -> _Area:
    head = locate_body(clean)[:MOST_BLOCKS]
    lines = order_by_row(
        line for index, line in enumerate(head) if index < 3 or not is_prose(line.block)
    )
    text = (line for line in head if is_prose(line.block) and not NOTICE.search(line.text))
    prose = next((line.offset for line in text), None)
    texts = tuple(close_up(line.text[:_LONGEST_LINE], padded=True) for line in lines)
    return _Area("front", lines, texts, prose)


def _list_removed(clean: CleanOrder) -> Iterator[_Area]:
    """Yield areas that cleaning removed: the margin of pleading paper, heads, the clerk's stamp."""
    for reason in (
        RemovalReason.MARGIN_NAME,
        RemovalReason.RUNNING_HEAD,
        RemovalReason.FILED_STAMP,
    ):
        texts = [each.text for each in clean.removals if each.reason is reason and each.page < 3]
        if texts:
            yield _Area(str(reason), (), tuple(texts))


def _signature(clean: CleanOrder) -> _Area:
    lines = [line for line in locate_body(clean) if line.kind is BlockKind.SIGNATURE]
    return _Area("signature", tuple(lines), tuple(line.text[:_LONGEST_LINE] for line in lines))


def _read_area(area: _Area) -> Iterator[Candidate[Court]]:
    """Yield each court that an area names, where it names it first."""
    text = area.text
    cited = [
        each
        for each in iterate_cited(text)
        if len(area.texts[area.locate(each.start)[0]]) < _LONGEST_HEAD
    ]
    found = [*iterate_courts(text), *cited]
    named = [
        each
        for each in found
        if not any(_is_part(each, other) or _has_place(each, other) for other in found)
        and not _PATTERNS.NOTICE.search(text[max(0, each.start - _NOTICE_REACH) : each.start])
        and not _PATTERNS.PARTY.search(text, each.start, each.end + 40)
    ]
    seen: dict[str, CourtMatch] = {}
    for match in sorted(named, key=lambda each: (each.start, -each.end)):
        seen.setdefault(match.court.court_id, match)
    for rank, match in enumerate(seen.values()):
        signals = set(_observe(area, text, match)) if area.lines else set()
        first = rank == 0 and not _PATTERNS.APPEALED.search(text, 0, match.start)
        signals.add(f"{area.place}, {'first' if first else 'not first'}")
        reason = f"named in the {area.place}: {match.form}"
        yield Candidate(match.court, area.span(match.start, match.end), reason, frozenset(signals))


def _is_part(one: CourtMatch, other: CourtMatch) -> bool:
    """Return whether a name is a part of a longer one: "Supreme Court" of its division."""
    longer = other.end - other.start > one.end - one.start
    overlap = other.start < one.end and one.start < other.end
    return longer and overlap and other.form in (Form.JOINED, Form.NAME)


def _has_place(one: CourtMatch, other: CourtMatch) -> bool:
    """Return whether one court's state is a part of another's name: "COURT OF APPEALS OF OHIO";
    or its kind: "TEXAS v. ROE" over "SUPREME COURT OF THE UNITED STATES".
    """
    whole = other.form in (Form.JOINED, Form.NAME) and one.court != other.court
    return one.form is Form.PARTED and whole and one.start < other.end and other.start < one.end


def _observe(area: _Area, text: str, match: CourtMatch) -> Iterator[str]:
    """Yield signals for or against a court that a part of the text names."""
    yield str(match.form)
    printed = text[match.start : match.end]
    if printed.isupper():
        yield "in capitals"
    if re.search(r"\bcourt\b|\bdistrict\b", printed):
        yield "in lower case"
    before = text[max(0, match.start - _BELOW_REACH) : match.start]
    # "THE STATE" above "Appeal from the Circuit Court": its words are within.
    if _PATTERNS.COURT_BELOW.search(f"{before[-60:]}{printed}"):
        yield "right behind words of another court"
    if _PATTERNS.COUNSEL.search(before[-50:]):
        yield "behind counsel"
    index, offset = area.locate(match.start)
    last, _ = area.locate(match.end)
    line = area.lines[index]
    if line.kind is BlockKind.COURT:
        yield "in the caption's heading"
    yield "early" if index < _EARLY else "late" if index >= _LATE else "in the middle"
    if re.fullmatch(r"\W*(?:(?:in|before|the|at)\W+)*", line.text[:offset], re.IGNORECASE):
        yield "begins a line"
    whole = " ".join(area.texts[index : last + 1])
    if len(printed) * 10 >= len(whole) * 6:
        yield "alone on its lines"
    if is_prose(line.block):
        yield "in prose"
    elif area.prose is not None and line.offset > area.prose:
        yield "behind prose"


def _read_printed_lines(lines: Sequence[LocatedBlock]) -> Iterator[Candidate[Court]]:
    """Yield courts that have a printed line, or two, to themselves, whatever surrounds it.

    Law reports and databases print them so: "United States District Court," and "D. Minnesota."
    """
    for index, line in enumerate(lines):
        if len(line.text) > _LONGEST_LISTED or not _PATTERNS.COURT_WORD.match(line.text):
            continue
        whole = line.text.strip(_MARKS)
        opens = _PATTERNS.OPEN_NAME.match(whole)
        amid = len(line.block.places) > 1  # a line of a block: others are read with the front
        above = lines[index - 1].text[-60:] if index else ""
        # below a seal, or letters that OCR misread
        if "appeals" not in above.lower() and _PATTERNS.CIRCUIT_LINE.match(whole):
            whole, amid = f"United States Court of Appeals {whole}", True
        texts = [(whole, len(whole) - 3, line)] if amid else []
        if opens:
            head = opens[0] if opens[0].lower().endswith("columbia") else f"{opens[0]},"
            texts += [
                (f"{head} {below.text[:40]}", len(head), below)
                for below in lines[index + 1 : index + 3]
            ]
        for text, least, last in texts:
            named = [each for each in iterate_courts(text) if each.start < 4 and each.end >= least]
            best = max(named, key=lambda each: each.end, default=None)
            if best is None or best.form not in (Form.JOINED, Form.NAME):
                continue
            signals = {"a printed line" if last is line else "over printed lines"}
            if _ends_with_court_below(above):
                signals.add("right behind words of another court")
            span = Span(line.offset, last.span().end)
            yield Candidate(best.court, span, "a printed line of its own", frozenset(signals))
            break


def _ends_with_court_below(above: str) -> bool:
    """Return whether a line ends with words like "Appeal from the", without a court after them."""
    found = list(_PATTERNS.COURT_BELOW.finditer(above))
    return bool(found) and not re.search(r"\bcourt\b", above[found[-1].end() :], re.IGNORECASE)


def _read_misread(lines: Sequence[LocatedBlock]) -> Iterator[Candidate[Court]]:
    found = find_misread_court([line.text for line in lines[:_MISREAD_LINES]])
    if found:
        signals = frozenset({"misread by OCR"})
        yield Candidate(found[1], lines[found[0]].span(), "a name that OCR misread", signals)


def _read_reports(lines: Sequence[LocatedBlock]) -> Iterator[Candidate[Court]]:
    """Yield courts known from the case's own citation or from a part of the court's own name."""
    for line in lines[:_REPORT_LINES]:
        if match := _PATTERNS.OWN_REPORT.match(line.text):
            reporter = re.sub(r"[^a-z]|[2-9]?d$|th$", "", match["reporter"].lower())
            yield from _propose(
                _REPORTER_COURTS.get(reporter), line.span(0, match.end()), "its own reporter"
            )
        for pattern, court_id in _BY_PLACE:
            if match := pattern.match(line.text):
                yield from _propose(court_id, line.span(0, match.end()), "a part of this court")
        if len(line.text) < 60 and (match := OWN_NEUTRAL.search(line.text)):
            marked = name_neutral_court(match["court"] or match["other"])
            yield from _propose(marked, line.span(*match.span()), "its own neutral citation")


def _read_signs(lines: Sequence[LocatedBlock], clean: CleanOrder) -> Iterator[Candidate[Court]]:
    """Yield the court that its number or all signs of its papers show, where none is named."""
    stamps = [each for each in clean.removals if each.reason is RemovalReason.ECF_STAMP][:1]
    printed = [(line.text, line.span()) for line in lines[:_REPORT_LINES]]
    for text, span in [*printed, *((each.text, None) for each in stamps)]:
        for pattern, court_id in _BY_NUMBER:
            if pattern.match(text):
                yield from _propose(court_id, span, "a part of this court")
    head = "\n".join(line.text for line in lines[:_SIGNED_LINES])
    for court_id in dict.fromkeys(kind for _, kind in _BY_HEAD):
        signs = [(pattern, head) for pattern, kind in _BY_HEAD if kind == court_id]
        signs += [(each, clean.reading_text) for each, kind in _BY_TEXT if kind == court_id]
        if all(pattern.search(text) for pattern, text in signs):
            yield from _propose(court_id, None, "a part of this court")
    named = iterate_courts(head) if _PATTERNS.CIRCUIT_JUDGES.search(head) else ()
    below = (each for each in named if _PATTERNS.APPEALED.search(head, 0, each.start))
    for above in {find_circuit(each.court.court_id) for each in below}:
        yield from _propose(above, None, "a part of this court")


def _read_heads(lines: Sequence[LocatedBlock], heads: Sequence[str]) -> Iterator[Candidate[Court]]:
    """Yield the court that a report's pages have at their head, after its citation."""
    places = [(line.text, line.span()) for line in lines]
    for text, span in [*places, *((head, None) for head in heads)]:
        if match := _PATTERNS.CITE_AS.match(text):
            cited = find_cited_court(match["court"] or "", match["reporter"])
            yield from _propose(cited, span, "its own reporter")


def _read_listed(front: _Area) -> Iterator[Candidate[Court]]:
    """Yield the court that courts-db alone has: "Roe County Family Court"."""
    for line, text in zip(front.lines[:_LATE], front.texts, strict=False):
        if len(text) < _LONGEST_LISTED and "court" in text.lower() and not is_prose(line.block):
            court = find_listed_court(
                re.sub(r"^\W*(?:(?:in|before|the)\s)*|\W+$", "", text, flags=re.IGNORECASE)
            )
            if court:
                yield Candidate(court, line.span(), "courts-db", frozenset({"courts-db alone"}))
                return


def _propose(court_id: str | None, span: Span | None, reason: str) -> Iterable[Candidate[Court]]:
    court = find_known_court(court_id) if court_id else None
    if court:
        yield Candidate(court, span, reason, frozenset({reason}))
