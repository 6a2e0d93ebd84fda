"""Every way in which the front can be read as a caption: who against whom, or in which matter.

A page whose columns were kept has one good reading. Text without layout has several: a name may
end where a line ends or go on below, and noise may end it or stand in its middle. Each reading
comes with what was seen of it; the choice is made elsewhere.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.describing.caption import EX_PARTE, IN_RE, ROLE, Caption, cut_at_role
from build_scripts.describing.caption_lines import (
    CITATION,
    VERSUS,
    goes_on,
    is_role_only,
    may_name_party,
)
from build_scripts.describing.caption_noise import MARK, mark_noise
from build_scripts.describing.opening import MOST_BLOCKS, LocatedBlock, is_prose, locate_body
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Span
from build_scripts.text.pattern import Pattern

_LONGEST_LINE = 700  # characters of a block in which a caption is sought
_LONGEST_FRONT = 8000
_MOST_ANCHORS = 12
_MOST_LINES = 6  # of one side
_MOST_SKIPPED = 3  # lines of noise among a side's own
# Where a matter's name begins: at a line's beginning or behind noise.
_MATTER_START = Pattern(
    r"(?:^|[\n\x00]|[.)|]\s)[^\w\n]{0,4}(?P<phrase>(?:in\s+)?re\b\s?[:.]?\s|in\s+the\s+matters?\s+of\b|matters?\s+of\b|ex\s+parte\b"
    r"|in\s+the\s+interests?\s+of\b|(?-i:ESTATE|Estate|SUCCESSION|Succession|GUARDIANSHIP|Guardianship"
    r"|CONSERVATORSHIP|Conservatorship)\s+of\b)",
    re.IGNORECASE,
    accepts=["In re Acme Corp.", "\n  IN THE MATTER OF JANE ROE", "ESTATE OF JANE ROE"],
    refuses=["the estate of Roe", "a motion in re"],
)
_ROLE_BEHIND = Pattern(
    rf"(?:{ROLE.expression}(?:\s+below)?[\s.,;:)-]*)+$".replace("(?P<role>", "(?:"),
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "JANE ROE, Plaintiff, ",
        "JOHN POE, Plaintiff and Appellant.",
        "Defendant Below, Appellant, ",
    ],
    refuses=["Plaintiff Jane Roe", "JANE ROE"],
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A caption as it may be read, and what was seen of it."""

    caption: Caption
    signals: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Front:
    """The front's lines, parted by line breaks, noise marked; every place stays."""

    text: str
    starts: tuple[int, ...]  # of each line in `text`
    lines: tuple[LocatedBlock, ...]

    def find_line(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def locate(self, start: int, end: int) -> Span:
        first, last = self.find_line(start), self.find_line(max(start, end - 1))
        begin = self.lines[first].offset + start - self.starts[first]
        stop = self.lines[last].offset + min(end - self.starts[last], len(self.lines[last].text))
        return Span(begin, max(begin, stop))


def iterate_readings(clean: CleanOrder) -> Iterator[Reading]:
    """Every reading of the front, nearest to the top first."""
    front = _read_front(clean)
    small = any(found[0].strip()[0] == "v" for found in VERSUS.finditer(front.text))
    anchors = 0
    for found in VERSUS.finditer(front.text):
        if small and found[0][0] == "V" and _is_initial(front.text, found.start()):
            continue
        line_end = front.text.find("\n", found.end())
        if CITATION.search(front.text, found.end(), min(found.end() + 160, line_end)):
            continue  # another case, cited
        anchors += 1
        if anchors > _MOST_ANCHORS:
            break
        seen = _look_around(front, found.start(), anchors)
        for how in _WAYS:
            if reading := _read_sides(front, found.start(), found.end(), how, seen):
                yield reading
    for rank, found in enumerate(_MATTER_START.finditer(front.text)):
        if rank >= _MOST_ANCHORS:
            break
        start = found.start("phrase")
        seen = _look_around(front, start, rank + 1)
        for how in _WAYS:
            if reading := _read_matter(front, start, found.end("phrase"), how, seen):
                yield reading


@dataclass(frozen=True, slots=True)
class _Way:
    """Whether a side goes over every line of names, and over noise."""

    wide: bool
    bridged: bool

    def name(self) -> frozenset[str]:
        return frozenset(
            ("goes over lines" if self.wide else "ends with its line",)
            + (("goes over noise",) if self.bridged else ())
        )


_WAYS = (_Way(False, False), _Way(True, False), _Way(False, True), _Way(True, True))


def _read_front(clean: CleanOrder) -> _Front:
    texts: list[str] = []
    starts: list[int] = []
    lines: list[LocatedBlock] = []
    at = 0
    for line in locate_body(clean)[:MOST_BLOCKS]:
        text = mark_noise(line.text[:_LONGEST_LINE]).replace("\n", " ")
        if not may_name_party(line) and not VERSUS.search(text) and not _MATTER_START.search(text):
            text = MARK * len(text)
        texts.append(text)
        starts.append(at)
        lines.append(line)
        at += len(text) + 1
        if at > _LONGEST_FRONT:
            break
    return _Front("\n".join(texts), tuple(starts), tuple(lines))


def _is_initial(text: str, at: int) -> bool:
    """Whether a "V." stands right behind a name's word, as in "Thomas V. DUFIELD"."""
    before = text[max(0, at - 12) : at]
    return bool(re.search(r"[A-Za-z]\s$", before)) and "\n" not in before[-2:]


def _look_around(front: _Front, at: int, rank: int) -> frozenset[str]:
    """What is seen of an anchor's line."""
    line = front.lines[front.find_line(at)]
    seen = {"first of its kind"} if rank == 1 else set()
    if line.kind is BlockKind.PARTIES:
        seen.add("in the caption's block")
    elif is_prose(line.block):
        seen.add("in prose")
    elif line.kind is BlockKind.HEADING:
        seen.add("in a heading")
    before = front.lines[: front.find_line(at)]
    if any(is_prose(each.block) for each in before):
        seen.add("behind prose")
    return frozenset(seen)


def _is_empty(text: str) -> bool:
    return not re.search(r"[^\W_]", text.replace(MARK, " "))


def _collect_left(front: _Front, at: int, how: _Way) -> tuple[str, int]:
    """The text of the left side and where it begins."""
    index = front.find_line(at)
    start = front.starts[index]
    text = front.text[start:at]
    skipped = taken = 0
    while index > 0 and taken < _MOST_LINES:
        above = front.text[front.starts[index - 1] : front.starts[index] - 1]
        hollow = _is_empty(text) or is_role_only(text.replace(MARK, " "))
        if _is_empty(above):
            skipped += 1
            if skipped > _MOST_SKIPPED or not (hollow or how.bridged):
                break
        elif is_prose(front.lines[index - 1].block):
            break
        elif not hollow and not how.wide:
            begun = text.lstrip()[:1].islower()
            if not (begun or goes_on(above)) or _ends_side(above):
                break
        elif not hollow and _ends_side(above):
            break
        index -= 1
        taken += 1
        start = front.starts[index]
        text = f"{above}\n{text}"
    return text, start


def _ends_side(text: str) -> bool:
    """Whether a line ends with a role: what stands above belongs to another side or caption."""
    return bool(_ROLE_BEHIND.search(text.replace(MARK, " ").rstrip(" ,;")))


def _collect_right(front: _Front, at: int, how: _Way) -> tuple[str, int]:
    """The text of the right side and where it ends."""
    index = front.find_line(at)
    end = front.starts[index] + len(front.lines[index].text[:_LONGEST_LINE])
    text = front.text[at:end]
    skipped = taken = 0
    while index + 1 < len(front.lines) and taken < _MOST_LINES:
        if not _is_empty(text):
            if ROLE.search(text.lstrip(" ,\n"), 1) or VERSUS.search(text):
                break
            if not how.wide and not goes_on(text.rstrip(MARK + " ")):
                break
        index += 1
        begin = front.starts[index]
        below = front.text[begin : begin + len(front.lines[index].text[:_LONGEST_LINE])]
        if _is_empty(below):
            skipped += 1
            if skipped > _MOST_SKIPPED or not (_is_empty(text) or how.bridged):
                break
            text, end = f"{text}\n{below}", begin + len(below)
            continue
        if is_prose(front.lines[index].block) or _MATTER_START.match(below):
            break
        taken += 1
        text, end = f"{text}\n{below}", begin + len(below)
    return text, end


def _read_sides(
    front: _Front, start: int, end: int, how: _Way, seen: frozenset[str]
) -> Reading | None:
    printed_left, begin = _collect_left(front, start, how)
    printed_right, stop = _collect_right(front, end, how)
    left, left_role = _name_left(printed_left, how)
    right, right_role = _name_right(printed_right, how)
    if not left or not right:
        return None
    signals = {*seen, *how.name()}
    if left_role:
        signals.add("a role on the left")
    if right_role:
        signals.add("a role on the right")
    if "\n" not in printed_left + printed_right:
        signals.add("on one line")
    caption = Caption(None, left, right, front.locate(begin, stop))
    return Reading(caption, frozenset(signals))


def _drop_noise(text: str, how: _Way, last: bool) -> str:
    """The text without noise: what stands beyond it, or all pieces together."""
    if how.bridged:
        return re.sub(r"\s+", " ", text.replace(MARK, " ")).strip()
    pieces = [piece for piece in re.split(rf"{MARK}+", text) if not _is_empty(piece)]
    piece = (pieces[-1] if last else pieces[0]) if pieces else ""
    return re.sub(r"\s+", " ", piece).strip()


def _name_left(text: str, how: _Way) -> tuple[str, bool]:
    role = _ROLE_BEHIND.search(text.replace(MARK, " "))
    kept = text[: role.start()] if role else text
    name = _drop_noise(kept, how, last=True)
    named, second, _ = cut_at_role(name)
    return named, bool(role or second)


def _name_right(text: str, how: _Way) -> tuple[str, bool]:
    lead = re.match(rf"[\s{MARK},.;:)]*", text)
    kept = text[lead.end() :] if lead else text
    kept = VERSUS.split(kept)[0]
    flat = _drop_noise(kept, how, last=False)
    name, role, _ = cut_at_role(flat)
    return name, role is not None or bool(ROLE.search(kept.replace(MARK, " ")))


def _read_matter(
    front: _Front, start: int, behind: int, how: _Way, seen: frozenset[str]
) -> Reading | None:
    printed, stop = _collect_right(front, behind, how)
    phrase = front.text[start:behind].strip(" :")
    name, role = _name_right(printed, how)
    if not name:
        return None
    signals = {*seen, *how.name(), "a matter"}
    if role:
        signals.add("a role on the right")
    if VERSUS.search(printed):
        signals.add("a matter with sides")
    if re.match(r"(?:in\s+)?re\b|(?:in\s+the\s+)?matters?\b|in\s+the\s+int", phrase, re.IGNORECASE):
        inner = IN_RE.match(name)
        matter = name[inner.end() :] if inner and EX_PARTE.match(name) is None else name
    else:
        matter = f"{phrase} {name}"
    caption = Caption(matter, None, None, front.locate(start, stop))
    return Reading(caption, frozenset(signals))
