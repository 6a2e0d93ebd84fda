"""Which piece of an order holds which labelled value: the second reader learns from it.

Labels name values, not lines. A piece is a docket number's where it prints that number, a date's
where it prints that day, a party's where it stands on that party's side of the "v.", and so on.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

from build_scripts.describing.tagging.features import SHAPES
from build_scripts.describing.tagging.segments import HEAD, Segment
from build_scripts.model.law.courts import iterate_courts
from build_scripts.model.law.docket_numbers import agree, iterate_numbers, parse_docket_number
from build_scripts.model.text.dates import iterate_dates
from tools.evaluation.batches import fold as squeeze

NOTHING = "O"
_SMALL = frozenset("inc corp co llc ltd the and of for et al lp llp company corporation".split())
_TITLE_ROWS = 90


def align(segments: Sequence[Segment], values: Mapping[str, Any]) -> list[str]:
    """Return a label for each piece; `values` is a line of the gold file."""
    labels = [NOTHING] * len(segments)
    for place, segment in enumerate(segments):
        if _has_docket(segment.text, values):
            labels[place] = "DOCKET"
        elif _has_date(segment.text, values):
            labels[place] = "DATE"
    _align_court(segments, values, labels)
    _align_title(segments, values, labels)
    _align_judges(segments, values, labels)
    _align_name(segments, values, labels)
    return labels


def _has_docket(text: str, values: Mapping[str, Any]) -> bool:
    if len(text) > 120:
        return False
    printed = [*values["docket_numbers"], *values.get("docket_alternates", ())]
    squeezed = squeeze(text)
    for each in printed:
        core = squeeze(
            re.sub(r"^(?:Case|Civil|Criminal|Action|Cause|Docket|No|Nos)\b\.?", "", each)
        )
        if len(core) >= 4 and core in squeezed:
            return True
    numbers = [parse_docket_number(each) for each in printed]
    return any(
        agree(found, number)
        for _, _, found in iterate_numbers(text)
        for number in numbers
        if number.serial is not None
    )


def _has_date(text: str, values: Mapping[str, Any]) -> bool:
    if not values["date"] or len(text) > 160:
        return False
    day = datetime.date.fromisoformat(values["date"])
    return any(found == day for _, _, found in iterate_dates(text))


def _align_court(segments: Sequence[Segment], values: Mapping[str, Any], labels: list[str]) -> None:
    wanted = {values["court"], *values.get("acceptable", {}).get("court", ())} - {None}
    for place, segment in enumerate(segments):
        if len(segment.text) > 120 or labels[place] != NOTHING:
            continue
        rows = [place]
        text = segment.text
        for _ in range(3):
            if any(match.court.court_id in wanted for match in iterate_courts(text)):
                if any(SHAPES["court word"].search(segments[at].text) for at in rows):
                    for at in rows:
                        labels[at] = "COURT" if labels[at] == NOTHING else labels[at]
                break
            below = segments[rows[-1]].below
            if below < 0 or not SHAPES["court word"].search(segments[rows[-1]].text):
                break
            rows.append(below)
            text = f"{text} {segments[below].text}"


def _align_title(segments: Sequence[Segment], values: Mapping[str, Any], labels: list[str]) -> None:
    title = squeeze(values["title"] or "")
    covered = ""
    for place, segment in enumerate(segments):
        piece = squeeze(segment.text)
        if not title or segment.row > min(HEAD, _TITLE_ROWS) or labels[place] != NOTHING:
            continue
        begins = title.startswith(covered + piece) and len(piece) >= 2
        if begins and (covered or len(piece) >= min(5, len(title))):
            labels[place] = "TITLE"
            covered += piece
            if covered == title:
                return


def _align_judges(
    segments: Sequence[Segment], values: Mapping[str, Any], labels: list[str]
) -> None:
    surnames = [
        words[-1].lower()
        for judge in values["judges"]
        if judge.get("name")
        for words in [re.sub(r",?\s(?:Jr|Sr|I{2,3}|IV)\.?$", "", judge["name"]).split()]
    ]
    for place, segment in enumerate(segments):
        words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)?", segment.text.lower())
        if labels[place] != NOTHING or not set(surnames) & set(words) or len(words) > 24:
            continue
        near = [
            segments[at].text
            for at in (place - 1, place + 1, segment.below)
            if 0 <= at < len(segments)
        ]
        if (
            len(words) <= 7
            or any(
                SHAPES[shape].search(segment.text)
                for shape in ("judge title", "honorable", "before")
            )
            or (len(words) <= 9 and any(SHAPES["judge title"].search(each) for each in near))
        ) and not SHAPES["versus inside"].search(segment.text):
            labels[place] = "JUDGE"
    for place, segment in enumerate(segments):
        if labels[place] == NOTHING and SHAPES["judge title"].search(segment.text):
            near = [at for at in (place - 1, place - 2, segment.above) if at >= 0]
            if len(segment.text.split()) <= 9 and any(labels[at] == "JUDGE" for at in near):
                labels[place] = "JTITLE"


def _align_name(segments: Sequence[Segment], values: Mapping[str, Any], labels: list[str]) -> None:
    name = values["case_name"] or ""
    sides = [_list_words(side) for side in re.split(r"\sv\.?\s", name, maxsplit=1)]
    if not name or not all(sides):
        return
    if len(sides) == 1:
        words = _list_words(re.sub(r"^(?:In re|Ex parte|Matter of)\s", "", name))
        first = None
        for place, segment in enumerate(segments):
            if segment.row > (40 if first is None else first + 6):
                return
            own = _list_words(segment.text)
            near = len(segment.text) < 160 and labels[place] == NOTHING
            if near and own & words and 2 * len(own & words) >= len(own - {"re"}):
                first = segment.row if first is None else first
                labels[place] = "MATTER"
        return
    done = False
    for place, segment in enumerate(segments):
        if done or segment.row > 80 or labels[place] != NOTHING or len(segment.text) > 200:
            continue
        parts = re.split(
            r"\s(?:v|vs|versus|against)\.?\s", segment.text, maxsplit=1, flags=re.IGNORECASE
        )
        if len(parts) == 2 and _holds(parts[0], sides[0]) and _holds(parts[1], sides[1]):
            labels[place] = "NAME"
            done = segment.row > 12
            continue
        if SHAPES["versus"].search(segment.text) or SHAPES["versus first"].search(segment.text):
            first = _find_side(segments, labels, place, sides[0], range(-14, 0))
            start = 0 if SHAPES["versus first"].search(segment.text) else 1
            second = _find_side(segments, labels, place, sides[1], range(start, 12))
            if first is not None and second is not None:
                _label_side(segments, labels, first, sides[0], "P1")
                _label_side(segments, labels, second, sides[1], "P2")
                if start:
                    labels[place] = "VS"
                done = True


def _label_side(
    segments: Sequence[Segment], labels: list[str], place: int, words: set[str], label: str
) -> None:
    """A party's name may go on in the pieces below."""
    labels[place] = label
    for _ in range(3):
        place = segments[place].below
        own = _list_words(segments[place].text) if place >= 0 else set()
        if not own & words or 2 * len(own & words) < len(own) or labels[place] != NOTHING:
            return
        labels[place] = label


def _find_side(
    segments: Sequence[Segment], labels: Sequence[str], versus: int, words: set[str], rows: range
) -> int | None:
    """The nearest piece within some rows of the "v." that names the party."""
    row = segments[versus].row
    near = [
        place
        for place, each in enumerate(segments)
        if each.row - row in rows or (place == versus and 0 in rows)
        if labels[place] == NOTHING and len(each.text) < 160 and _holds(each.text, words)
        if not SHAPES["court line"].search(each.text)
    ]
    # A court's line can hold a party's words: "United States".
    return min(near, key=lambda place: abs(segments[place].row - row), default=None)


def _holds(text: str, words: set[str]) -> bool:
    own = _list_words(text)
    return len(own & words) >= max(1, 0.5 * len(words))


def _list_words(text: str) -> set[str]:
    return {
        word
        for word in re.findall(r"[^\W_]+", text.lower().replace("’", "").replace("'", ""))
        if word not in _SMALL
    }
