"""Read values from tagged pieces: a name, a judge and a date.

Each claim has its piece's probability, and the place of its words in the reading text (none, if
they were removed with the page's head).
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.describing.caption import ABBREVIATED_END
from build_scripts.describing.party_name import shorten_party
from build_scripts.describing.tagging.decoder import Models, load_models, tag
from build_scripts.describing.tagging.features import SHAPES, list_features
from build_scripts.describing.tagging.kind import rate_order
from build_scripts.describing.tagging.segments import HEAD, Segment, list_segments
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, ClaimSource, Judge, Span
from build_scripts.model.law.judges import NamedJudge, clean_name, iterate_judges
from build_scripts.model.source_text import SourcePage
from build_scripts.model.text.dates import iterate_dates
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "values.toml")
_LEAST_CHANCE = 0.15
_MOST_TRIED = 4
_MOST_SIDE_WORDS = 10


@dataclass(frozen=True, slots=True)
class SecondReading:
    """Claims by field, with how likely each is, and how likely the paper is an order."""

    claims: Mapping[str, Claim[Any]]
    order: float = 0.5


NOTHING_READ = SecondReading({})


def read_again(
    pages: Sequence[SourcePage],
    clean: CleanOrder,
    court_name: str | None = None,
    models: Models | None = None,
) -> SecondReading:
    """Tag the order's pieces and read values from them."""
    segments = list_segments(pages)
    features = list_features(segments)
    chances = {chain: tag(features, model) for chain, model in (models or load_models()).items()}
    caption = _Reader(segments, chances["caption"], clean.reading_text)
    signature = _Reader(segments, chances["signature"], clean.reading_text)
    claims = {
        "date": signature.read_date(),
        "case_name": caption.read_name(court_name),
        "judges": signature.read_judge(),
    }
    found = {field: claim for field, claim in claims.items() if claim}
    return SecondReading(found, rate_order(clean.reading_text))


class _Reader:
    def __init__(
        self, segments: Sequence[Segment], chances: Sequence[Mapping[str, float]], text: str
    ) -> None:
        self._segments = segments
        self._chances = chances
        self._text = text

    def _list(self, label: str, *, head: bool = False) -> list[int]:
        """Return the pieces that may have a label, the likeliest first."""
        places = [
            place
            for place, chances in enumerate(self._chances)
            if chances[label] >= _LEAST_CHANCE and (not head or self._segments[place].row < HEAD)
        ]
        return sorted(places, key=lambda place: (-self._chances[place][label], place))

    def _claim(self, value: Any, place: int, reason: str, label: str) -> Claim[Any]:
        sure = round(self._chances[place][label], 2)
        span = locate(self._text, self._segments[place].text)
        return Claim(value, span, reason, ClaimSource.MODEL, sure)

    def read_date(self) -> Claim[datetime.date] | None:
        for place in self._list("DATE"):
            dates = [day for _, _, day in iterate_dates(self._segments[place].text)]
            if dates:
                return self._claim(dates[-1], place, "a line like those of a date", "DATE")
        return None

    def read_judge(self) -> Claim[Judge] | None:
        """Read the likeliest judge, one alone; lines below show clerks and counsel."""
        for place in self._list("JUDGE")[:_MOST_TRIED]:
            printed = self._segments[place].text
            near = [each.text for each in self._segments[place : place + 2]]
            if any(SHAPES["counsel"].search(each) for each in near):
                continue
            name = clean_name(_PATTERNS.JUDGE_WORDS.sub(" ", printed))
            named = next(iterate_judges(printed), None) or (
                NamedJudge(name, None) if name else None
            )
            # "Fairfax Circuit Court Judge" is an office of a place; a surname alone has a comma.
            leads = named and printed.strip().lower().startswith(named.name.lower())
            if named and (" " in named.name or not leads or "," in printed):
                judge = Judge(named.name, named.title, None)
                return self._claim(judge, place, "a line like those of a judge's name", "JUDGE")
        return None

    def read_name(self, court_name: str | None) -> Claim[str] | None:
        readings = (self._read_line(court_name), self._read_sides(court_name), self._read_matter())
        found = [claim for claim in readings if claim]
        return max(found, key=lambda claim: claim.confidence or 0, default=None)

    def _read_line(self, court_name: str | None) -> Claim[str] | None:
        for place in self._list("NAME", head=True)[:_MOST_TRIED]:
            sides = _PATTERNS.VERSUS.split(self._segments[place].text, maxsplit=1)
            if len(sides) == 2:
                sides[0] = _PATTERNS.LEADING_VERSUS.sub("", sides[0])
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
            printed = _PATTERNS.LEADING_VERSUS.sub("", self._join_run(place, label))
            if name := self._shorten(printed, court_name):
                return name, place, self._chances[place][label]
        return None

    def _read_matter(self) -> Claim[str] | None:
        for place in self._list("MATTER", head=True)[:_MOST_TRIED]:
            printed = _PATTERNS.MATTER.sub("", self._join_run(place, "MATTER"))
            if name := self._shorten(printed, None):
                reason = "lines like those of a matter"
                return self._claim(f"In re {name}", place, reason, "MATTER")
        return None

    def _shorten(self, printed: str, court_name: str | None) -> str | None:
        """Return a party's short name, or None where the words name none."""
        side = _cut(printed)
        if not side or _PATTERNS.NO_PARTY.search(side) or not re.search(r"[A-Za-z]{2}", side):
            return None
        name = shorten_party(side, self._text[:20000], court_name)
        return name if name and len(name.split()) <= _MOST_SIDE_WORDS else None

    def _join_run(self, place: int, label: str) -> str:
        return " ".join(self._segments[each].text for each in self._run(place, label))

    def _run(self, place: int, label: str) -> list[int]:
        """Return the pieces of one label around a place that are below each other."""
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


def _cut(side: str) -> str:
    ends = _PATTERNS.NAME_ENDS.search(side)
    if ends and ends.start() > 1:
        side = side[: ends.start()]
    side = re.sub(r"^\W*\d{1,2}\s+(?=[A-Z])", "", side).strip(" ,;:-)(")  # a pleading line's number
    return side if ABBREVIATED_END.search(side) else side.rstrip(". ")


def locate(text: str, words: str) -> Span | None:
    """Return the place of words in a text, whatever separates them."""
    bare = re.findall(r"[^\W_]+", words)[:30]
    if not bare:
        return None
    match = re.search(r"[\W_]{0,8}".join(map(re.escape, bare)), text)
    return Span(match.start(), match.end()) if match else None
