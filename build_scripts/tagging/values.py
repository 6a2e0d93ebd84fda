"""What the second reader makes of an order: tagged pieces become values, with our own parsers.

Each claim carries how likely its piece's label is, and where its words stand in the reading text
(nowhere, if they left it as the page's head).
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.describing.party_name import shorten_party
from build_scripts.law.courts import iterate_courts
from build_scripts.law.docket_numbers import agree, pick_numbers
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import (
    Claim,
    ClaimSource,
    Court,
    DocketNumber,
    Span,
)
from build_scripts.model.source_text import SourcePage
from build_scripts.tagging.decoder import Model, Tagged, load_model, tag
from build_scripts.tagging.features import list_features
from build_scripts.tagging.segments import HEAD, Segment, list_segments
from build_scripts.text.dates import iterate_dates
from build_scripts.text.pattern import Pattern

LEAST = {"docket_numbers": 0.5, "court": 0.5, "date": 0.5, "case_name": 0.7}
"""How likely a value must be to fill a field that the rules leave empty."""

_VERSUS = Pattern(
    r"\s(?:v|vs|versus|against)\.?\s",
    re.IGNORECASE,
    accepts=["Roe v. Doe", "ROE vs DOE"],
    refuses=["v. Doe", "Roe"],
)
_LEADING_VERSUS = Pattern(
    r"^\W*(?:v|vs|versus|against)\.?\s",
    re.IGNORECASE,
    accepts=["v. Doe", "vs. DOE"],
    refuses=["Roe v. Doe", "Vance"],
)
# Where a party's name ends on its line.
_NAME_ENDS = Pattern(
    r",?\s*(?:\bet\s?al\b|\b(?:Plaintiffs?|Defendants?|Petitioners?|Respondents?|Appell(?:ant|ee)s?|Debtors?"
    r"|Claimants?|Movants?|Relators?|Intervenors?|individually|on\sbehalf|an?\s(?:individual|corporation)|by\sand)\b"
    r"|\((?:[A-Z]{2,4}|[“\"]))",
    re.IGNORECASE,
    accepts=["ROE, et al.,", "ROE, Plaintiff,", "ROE (“Roe”)"],
    refuses=["ROE INDUSTRIES, INC."],
)
_MATTER = Pattern(
    r"^\W*(?:In\s(?:re|the\s(?:matter|interest|estate)\sof)|Matter\sof|Ex\sparte)\s*:?\s*(?:the\s)?",
    re.IGNORECASE,
    accepts=["In re Roe", "IN THE MATTER OF ROE"],
    refuses=["Roe", "In the case"],
)
_BARE_NUMBER = Pattern(
    r"(?<![\w-])(?:[A-Z]{0,4}[-\s]?)?\d[\dA-Z]{0,10}(?:[-–—][\dA-Z]{1,8}){0,4}(?![\w-])",
    accepts=["21-1234", "E078123", "2021-CA-001234"],
    refuses=["Roe"],
)
_LABEL = Pattern(
    r"\b(?:No|Nos|Number|Case|Cause|Docket|Index|Action|File)\b\.?\s?:?\s?\#?",
    re.IGNORECASE,
    accepts=["Case No. ", "Index No.", "CAUSE NO."],
    refuses=["Notice", "closed"],
)
_MOST_SIDE_WORDS = 10


@dataclass(frozen=True, slots=True)
class SecondReading:
    """Claims by field, and how likely each is; nothing where the second reader saw nothing."""

    claims: Mapping[str, tuple[Claim[Any], ...]]


def read_again(
    pages: Sequence[SourcePage],
    clean: CleanOrder,
    court_name: str | None = None,
    model: Model | None = None,
) -> SecondReading:
    """Tag the order's pieces and read values from them."""
    segments = list_segments(pages)
    tagged = tag(list_features(segments), model or load_model())
    reader = _Reader(segments, tagged, clean.reading_text)
    claims = {
        "docket_numbers": reader.read_dockets(),
        "court": _one(reader.read_court()),
        "date": _one(reader.read_date()),
        "case_name": _one(reader.read_name(court_name)),
    }
    return SecondReading({field: found for field, found in claims.items() if found})


def _one(claim: Claim[Any] | None) -> tuple[Claim[Any], ...]:
    return (claim,) if claim else ()


class _Reader:
    def __init__(self, segments: Sequence[Segment], tagged: Tagged, text: str) -> None:
        self._segments = segments
        self._tagged = tagged
        self._text = text

    def _list(self, label: str, head: bool = False) -> list[int]:
        """Places of the pieces with a label, the likeliest first."""
        places = [
            place
            for place, each in enumerate(self._tagged.labels)
            if each == label and (not head or self._segments[place].row < HEAD)
        ]
        return sorted(places, key=lambda place: (-self._chance(place), place))

    def _chance(self, place: int) -> float:
        return self._tagged.chances[place][self._tagged.labels[place]]

    def _claim(
        self, value: Any, place: int, reason: str, chance: float | None = None
    ) -> Claim[Any]:
        sure = self._chance(place) if chance is None else chance
        span = locate(self._text, self._segments[place].text)
        return Claim(value, span, reason, ClaimSource.MODEL, round(sure, 2))

    def read_dockets(self) -> tuple[Claim[DocketNumber], ...]:
        claims: list[Claim[DocketNumber]] = []
        best: int | None = None
        for place in self._list("DOCKET"):
            near = best is None or abs(self._segments[place].row - self._segments[best].row) <= 4
            if not near:
                continue
            for number in _read_numbers(self._segments[place].text):
                if not any(_is_same(number, each.value) for each in claims):
                    claims.append(self._claim(number, place, "a line like those of docket numbers"))
                    best = place if best is None else best
        return tuple(claims)

    def read_court(self) -> Claim[Court] | None:
        for place in self._list("COURT"):
            run = self._run(place, "COURT")
            text = " ".join(self._segments[each].text for each in run)
            for match in iterate_courts(text):
                return self._claim(match.court, place, "lines like those of a court's name")
        return None

    def read_date(self) -> Claim[datetime.date] | None:
        for place in self._list("DATE"):
            dates = [day for _, _, day in iterate_dates(self._segments[place].text)]
            if dates:
                return self._claim(dates[-1], place, "a line like those of an order's date")
        return None

    def read_name(self, court_name: str | None) -> Claim[str] | None:
        readings = [
            claim
            for read in (self._read_line, self._read_sides, self._read_matter)
            if (claim := read(court_name))
        ]
        return max(readings, key=lambda claim: claim.confidence or 0, default=None)

    def _read_line(self, court_name: str | None) -> Claim[str] | None:
        for place in self._list("NAME", head=True):
            sides = _VERSUS.split(self._segments[place].text, maxsplit=1)
            if len(sides) == 2 and (name := self._join(sides, court_name)):
                return self._claim(name, place, "a line like those of a case's name")
        return None

    def _read_sides(self, court_name: str | None) -> Claim[str] | None:
        first, second = self._list("P1", head=True), self._list("P2", head=True)
        if not first or not second:
            return None
        sides = [
            self._read_side(first[0], "P1"),
            _LEADING_VERSUS.sub("", self._read_side(second[0], "P2")),
        ]
        name = self._join(sides, court_name)
        chance = min(self._chance(first[0]), self._chance(second[0]))
        reason = "lines like those of parties"
        return self._claim(name, first[0], reason, chance) if name else None

    def _read_matter(self, _court_name: str | None) -> Claim[str] | None:
        for place in self._list("MATTER", head=True):
            run = self._run(place, "MATTER")
            text = _MATTER.sub("", " ".join(self._segments[each].text for each in run))
            text = _cut(text)
            if text and len(text.split()) <= _MOST_SIDE_WORDS:
                name = f"In re {shorten_party(text, self._text[:20000], None)}"
                return self._claim(name, place, "a line like those of a matter's name")
        return None

    def _read_side(self, place: int, label: str) -> str:
        return " ".join(self._segments[each].text for each in self._run(place, label))

    def _join(self, sides: Sequence[str], court_name: str | None) -> str | None:
        prose = self._text[:20000]
        short = [shorten_party(_cut(side), prose, court_name) for side in sides if _cut(side)]
        if len(short) != 2 or not all(short):
            return None
        if any(len(side.split()) > _MOST_SIDE_WORDS for side in short):
            return None
        return " v. ".join(short)

    def _run(self, place: int, label: str) -> list[int]:
        """The pieces of one label around a place that stand below each other."""
        labels, segments = self._tagged.labels, self._segments
        run = [place]
        while (above := segments[run[0]].above) >= 0 and labels[above] == label:
            if segments[run[0]].row - segments[above].row > 2:
                break
            run.insert(0, above)
        while (below := segments[run[-1]].below) >= 0 and labels[below] == label:
            if segments[below].row - segments[run[-1]].row > 2:
                break
            run.append(below)
        return run


def _read_numbers(text: str) -> Iterator[DocketNumber]:
    """Numbers of known forms and those behind a label, else the only number that there is."""
    labels = [match.end() for match in _LABEL.finditer(text)]
    found = [number for _, _, number, _ in pick_numbers(text, labels)]
    bare = [match[0].strip() for match in _BARE_NUMBER.finditer(text)]
    if not found and len(bare) == 1:
        found = [DocketNumber(bare[0])]
    yield from found


def _is_same(one: DocketNumber, other: DocketNumber) -> bool:
    return one.text == other.text or agree(one, other)


def _cut(side: str) -> str:
    ends = _NAME_ENDS.search(side)
    if ends and ends.start() > 1:
        side = side[: ends.start()]
    return side.strip(" ,;:.-)(")


def locate(text: str, words: str) -> Span | None:
    """Where words stand in a text, whatever parts them."""
    bare = re.findall(r"[^\W_]+", words)[:30]
    if not bare:
        return None
    match = re.search(r"[\W_]{0,8}".join(map(re.escape, bare)), text)
    return Span(match.start(), match.end()) if match else None
