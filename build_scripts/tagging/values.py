"""What the second reader makes of an order: tagged pieces become values, with our own parsers.

Each claim carries how likely its piece's label is, and where its words stand in the reading text
(nowhere, if they left it as the page's head).
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.describing.party_name import shorten_party
from build_scripts.law.courts import iterate_courts
from build_scripts.law.docket_numbers import agree, pick_numbers
from build_scripts.law.judges import clean_name, iterate_judges
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import (
    Claim,
    ClaimSource,
    Court,
    DocketNumber,
    Judge,
    Span,
)
from build_scripts.model.source_text import SourcePage
from build_scripts.tagging.decoder import Model, Tagged, load_model, tag
from build_scripts.tagging.features import list_features
from build_scripts.tagging.segments import HEAD, Segment, list_segments
from build_scripts.text.dates import iterate_dates
from build_scripts.text.pattern import Pattern

LEAST = {"date": 0.5, "case_name": 0.7}
"""How likely a value must be to fill a field that the rules leave empty; no other is filled.

On the first sights of 137 orders of new courts it brought 3 to 5 points of case names, 3 of dates,
1 to 2 of docket numbers, 1 of courts: there it is a check.
"""

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
_ABBREVIATED = Pattern(
    r"(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros))\.$",
    re.IGNORECASE,
    accepts=["Roe Bank, N.A.", "ROE, INC."],
    refuses=["Roe.", "Roe Bank"],
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
# Neither a day ("11-16-2022") nor a mere count ("25").
_LIKE_A_NUMBER = Pattern(
    r"^(?!\d{1,2}-\d{1,2}-(?:19|20)?\d\d$)(?=(?:\W*\w){4})",
    accepts=["21-1234", "E078123", "1234"],
    refuses=["11-16-2022", "25"],
)
_LABEL = Pattern(
    r"\b(?:No|Nos|Number|Case|Cause|Docket|Index|Action|File)\b\.?\s?:?\s?\#?",
    re.IGNORECASE,
    accepts=["Case No. ", "Index No.", "CAUSE NO."],
    refuses=["Notice", "closed"],
)
# What stands in a caption's other column.
_NO_PARTY = Pattern(
    r"\b(?:Re:|ECF|Dkt|Case|No\.|Order|Opinion|Motion|Judge|Court|Proposed|Plaintiffs?|Defendants?|Petitioners?"
    r"|Respondents?|Appell(?:ant|ee)s?|Fees|Filed)\b|\d{3}|[^\w\s.,;:&'’‘()/§*-]|:{2}",
    re.IGNORECASE,
    accepts=["[Re: ECF 421", "Case No. 5", "PROPOSED ORDER", "-\\ W ’::::J La Cruz"],
    refuses=["ROE INDUSTRIES, INC.", "1st Bank"],
)
_SURE_ENOUGH = 0.8
_LEAST_CHANCE = 0.15
_MOST_TRIED = 4
_MOST_SIDE_WORDS = 10


@dataclass(frozen=True, slots=True)
class SecondReading:
    """Claims by field, and how likely each is; nothing where the second reader saw nothing."""

    claims: Mapping[str, tuple[Claim[Any], ...]]


NOTHING_READ = SecondReading({})


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
        "title": _one(reader.read_title()),
        "judges": reader.read_judges(),
    }
    return SecondReading({field: found for field, found in claims.items() if found})


def _one(claim: Claim[Any] | None) -> tuple[Claim[Any], ...]:
    return (claim,) if claim else ()


class _Reader:
    def __init__(self, segments: Sequence[Segment], tagged: Tagged, text: str) -> None:
        self._segments = segments
        self._chances = tagged.chances
        self._text = text

    def _list(self, label: str, *, head: bool = False, first: bool = False) -> list[int]:
        """Places of the pieces that may have a label, the likeliest first.

        With `first`, of sure ones the first printed: the case below and its court come later.
        """
        places = [
            place
            for place, chances in enumerate(self._chances)
            if chances[label] >= _LEAST_CHANCE and (not head or self._segments[place].row < HEAD)
        ]
        if first:
            sure = [place for place in places if self._chances[place][label] >= _SURE_ENOUGH]
            return sure or sorted(places, key=lambda place: (-self._chances[place][label], place))
        return sorted(places, key=lambda place: (-self._chances[place][label], place))

    def _claim(self, value: Any, place: int, reason: str, label: str) -> Claim[Any]:
        sure = round(self._chances[place][label], 2)
        span = locate(self._text, self._segments[place].text)
        return Claim(value, span, reason, ClaimSource.MODEL, sure)

    def read_dockets(self) -> tuple[Claim[DocketNumber], ...]:
        for place in self._list("DOCKET", first=True):
            if numbers := _read_numbers(self._segments[place].text):
                reason = "a line like those of docket numbers"
                return tuple(self._claim(each, place, reason, "DOCKET") for each in numbers)
        return ()

    def read_court(self) -> Claim[Court] | None:
        for place in self._list("COURT", first=True):
            text = self._join_run(place, "COURT")
            for match in iterate_courts(text):
                return self._claim(match.court, place, "lines like those of a court", "COURT")
        return None

    def read_date(self) -> Claim[datetime.date] | None:
        for place in self._list("DATE"):
            dates = [day for _, _, day in iterate_dates(self._segments[place].text)]
            if dates:
                return self._claim(dates[-1], place, "a line like those of a date", "DATE")
        return None

    def read_title(self) -> Claim[str] | None:
        for place in self._list("TITLE", head=True)[:1]:
            title = self._join_run(place, "TITLE").strip(" ,;:")
            return self._claim(title, place, "lines like those of a title", "TITLE")
        return None

    def read_judges(self) -> tuple[Claim[Judge], ...]:
        claims: dict[str, Claim[Judge]] = {}
        for place in self._list("JUDGE")[:_MOST_TRIED]:
            text = self._segments[place].text
            alone = clean_name(text)
            names = [judge.name for judge in iterate_judges(text)]
            for name in names or ([alone] if alone else []):
                judge = Judge(name, None, None)
                reason = "a line like those of judges"
                claims.setdefault(name, self._claim(judge, place, reason, "JUDGE"))
        return tuple(claims.values())

    def read_name(self, court_name: str | None) -> Claim[str] | None:
        readings = (self._read_line(court_name), self._read_sides(court_name), self._read_matter())
        found = [claim for claim in readings if claim]
        return max(found, key=lambda claim: claim.confidence or 0, default=None)

    def _read_line(self, court_name: str | None) -> Claim[str] | None:
        for place in self._list("NAME", head=True)[:_MOST_TRIED]:
            sides = _VERSUS.split(self._segments[place].text, maxsplit=1)
            if len(sides) == 2:
                names = [self._shorten(side, court_name) for side in sides]
                if all(names):
                    name = " v. ".join(map(str, names))
                    return self._claim(name, place, "a line like those of a case's name", "NAME")
        return None

    def _read_sides(self, court_name: str | None) -> Claim[str] | None:
        one, other = (self._read_side(label, court_name) for label in ("P1", "P2"))
        if one is None or other is None:
            return None
        (first, place, sure), (second, _, surely) = one, other
        span = locate(self._text, self._segments[place].text)
        chance = round(min(sure, surely), 2)
        name, reason = f"{first} v. {second}", "lines like those of parties"
        return Claim(name, span, reason, ClaimSource.MODEL, chance)

    def _read_side(self, label: str, court_name: str | None) -> tuple[str, int, float] | None:
        for place in self._list(label, head=True)[:_MOST_TRIED]:
            printed = _LEADING_VERSUS.sub("", self._join_run(place, label))
            if name := self._shorten(printed, court_name):
                return name, place, self._chances[place][label]
        return None

    def _read_matter(self) -> Claim[str] | None:
        for place in self._list("MATTER", head=True)[:_MOST_TRIED]:
            printed = _MATTER.sub("", self._join_run(place, "MATTER"))
            if name := self._shorten(printed, None):
                reason = "lines like those of a matter"
                return self._claim(f"In re {name}", place, reason, "MATTER")
        return None

    def _shorten(self, printed: str, court_name: str | None) -> str | None:
        """A party's short name, or None where the words name none."""
        side = _cut(printed)
        if not side or _NO_PARTY.search(side) or not re.search(r"[A-Za-z]{2}", side):
            return None
        name = shorten_party(side, self._text[:20000], court_name)
        return name if name and len(name.split()) <= _MOST_SIDE_WORDS else None

    def _join_run(self, place: int, label: str) -> str:
        return " ".join(self._segments[each].text for each in self._run(place, label))

    def _run(self, place: int, label: str) -> list[int]:
        """The pieces of one label around a place that stand below each other."""
        segments = self._segments
        likely = [chances[label] >= _LEAST_CHANCE for chances in self._chances]
        run = [place]
        while (above := segments[run[0]].above) >= 0 and likely[above]:
            if segments[run[0]].row - segments[above].row > 2:
                break
            run.insert(0, above)
        while (below := segments[run[-1]].below) >= 0 and likely[below]:
            if segments[below].row - segments[run[-1]].row > 2:
                break
            run.append(below)
        return run


def _read_numbers(text: str) -> list[DocketNumber]:
    """Numbers of known forms, else those behind a label, else the only number that there is."""
    labels = [match.end() for match in _LABEL.finditer(text)]
    picked = [number for _, _, number, _ in pick_numbers(text, labels)]
    known = [number for number in picked if number.serial is not None]
    found: list[DocketNumber] = []
    for number in known or picked:
        if not any(number.text == other.text or agree(number, other) for other in found):
            found.append(number)
    bare = [match[0].strip() for match in _BARE_NUMBER.finditer(text)]
    found = found or ([DocketNumber(bare[0])] if len(bare) == 1 else [])
    return [each for each in found if _LIKE_A_NUMBER.search(each.text)]


def _cut(side: str) -> str:
    ends = _NAME_ENDS.search(side)
    if ends and ends.start() > 1:
        side = side[: ends.start()]
    side = re.sub(r"^\W*\d{1,2}\s+(?=[A-Z])", "", side).strip(" ,;:-)(")  # a pleading line's number
    side = re.sub(r"\s+et$", "", side)  # what was left of "et al."
    return side if _ABBREVIATED.search(side) else side.rstrip(". ")


def locate(text: str, words: str) -> Span | None:
    """Where words stand in a text, whatever parts them."""
    bare = re.findall(r"[^\W_]+", words)[:30]
    if not bare:
        return None
    match = re.search(r"[\W_]{0,8}".join(map(re.escape, bare)), text)
    return Span(match.start(), match.end()) if match else None
