"""Characters gathered to segments: stretches of a printed line without a wide gap."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from build_scripts.model.source_text import Style, StyleSpan
from build_scripts.reading.pdf.characters import Character

WIDE_GAP = 1.6  # of the size: more is a column's gap, less a justified line's
SAME_BASELINE = 0.12  # of the size
RAISED_SIZE = 0.86  # of the line's size: smaller raised characters are superscripts


@dataclass(slots=True)
class Segment:
    """A stretch of characters on one baseline; `raised` where it is set as a superscript."""

    x0: float
    x1: float
    y: float
    size: float
    raised: bool = False
    text: str = ""
    styles: list[StyleSpan] = field(default_factory=list)

    def add(self, character: Character) -> None:
        """Append a character that follows on the same baseline."""
        if not character.generated or not self.text.endswith(" "):
            self.text += " " if character.text.isspace() else character.text
        if not character.text.isspace():  # a blank can be as wide as a column's gap
            self.x1 = max(self.x1, character.x1)
        for style, holds in ((Style.BOLD, character.bold), (Style.ITALIC, character.italic)):
            if holds and not character.text.isspace():
                self._extend_style(style)

    def _extend_style(self, style: Style) -> None:
        end = len(self.text)
        for at in range(len(self.styles) - 1, -1, -1):
            span = self.styles[at]
            if span.style is style and not self.text[span.end : end - 1].strip():
                self.styles[at] = StyleSpan(style, span.start, end)
                return
        self.styles.append(StyleSpan(style, end - 1, end))


def gather_segments(characters: Iterable[Character], turn: int) -> tuple[list[Segment], list[str]]:
    """Gather a page's characters; `turn` is the page's main direction in quarter turns.

    Returns the segments of the main direction, and as plain strings what is set across it (court
    names in the margin).
    """
    segments: list[Segment] = []
    across: list[str] = []
    current: Segment | None = None
    stray = ""
    for character in characters:
        if not character.generated and character.turn != turn:
            stray += character.text
            current = None
            continue
        if stray and not character.generated:
            across.append(stray)
            stray = ""
        if character.generated:
            if character.text in "\r\n":
                current = None
                stray = _end_stray(stray, across)
            elif current is not None:
                current.add(character)
            elif stray:
                stray += character.text
            continue
        upright = _turn_back(character, turn)
        if upright.text.isspace() and current is None:
            continue
        if current is None or not _goes_on(current, upright):
            current = Segment(upright.x0, upright.x0, upright.y, upright.size)
            segments.append(current)
        current.add(upright)
    _end_stray(stray, across)
    return [s for s in segments if s.text.strip()], across


def _end_stray(stray: str, across: list[str]) -> str:
    if stray.strip():
        across.append(stray)
    return ""


def _turn_back(character: Character, turn: int) -> Character:
    """The character's place on a page turned upright."""
    if turn == 0:
        return character
    x, y = character.x0, character.y
    along, baseline = {1: (-y, x), 2: (-x, -y), 3: (y, -x)}[turn]
    return replace(character, x0=along, x1=along + character.x1 - x, y=baseline)


def _goes_on(segment: Segment, character: Character) -> bool:
    size = max(segment.size, character.size)
    return (
        abs(character.y - segment.y) <= SAME_BASELINE * size
        and segment.x1 - 0.6 * size <= character.x0 <= segment.x1 + WIDE_GAP * size
        and min(segment.size, character.size) > RAISED_SIZE * size
    )
