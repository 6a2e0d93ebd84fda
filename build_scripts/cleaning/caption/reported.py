"""The caption as law reports set it: a paragraph a line, the parties in one or around a "v."."""

from collections.abc import Sequence

from build_scripts.cleaning.caption.patterns import COURT, DOCKET, NOTICE, ORIGIN, is_role, is_title
from build_scripts.cleaning.caption.patterns import VERSUS as BETWEEN
from build_scripts.cleaning.lines import Line
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.law.caption_noise import CITATION
from build_scripts.model.source_text import Style
from build_scripts.model.text.pattern_table import read_patterns

HEAD = 60  # lines in which such a caption stands
PROSE_WORDS = 12
PROSE_LOWER = 0.5  # of the words
LONGEST = 6000  # characters: class actions name dozens of parties
MOST_WORDS = 45  # of a caption that prints no role
CAPITALS = 0.7  # of its weighty words
SMALL = frozenset("a al an and as at by de du et for in la of on ors others re the to v vs".split())
_PATTERNS = read_patterns(__package__, "reported.toml")
VERB = _PATTERNS.VERB
ROLE = _PATTERNS.ROLE

Piece = tuple[BlockKind, list[Line]]


def read_reported_caption(lines: Sequence[Line]) -> tuple[list[Piece], int]:
    """Return the caption's pieces, one a line, and the index of the first line after it.

    It runs from the first line to the last one that names parties, court, docket number or title,
    before the first prose. Without a line that names both sides, or a matter, or a name on each
    side of a "v.", there is no such caption: return no pieces, and 0.
    """
    parties = _find_parties(lines)
    if not parties:
        return [], 0
    last = max(index for group in parties for index in group)
    prose = _find_prose(lines, last + 1)
    first_of = {group[0]: group for group in parties}
    named = {index for group in parties for index in group}
    pieces: list[Piece] = []
    kept = end = 0
    for index, line in enumerate(lines[:prose]):
        if index in first_of:
            pieces.append((BlockKind.PARTIES, [lines[i] for i in first_of[index]]))
        elif not line.blank and index not in named:
            pieces.append((_classify(line), [line]))
        if index in named or (not line.blank and pieces[-1][0] is not BlockKind.CENTRED):
            kept, end = len(pieces), index + 1
    return pieces[:kept], end


def _classify(line: Line) -> BlockKind:
    content = line.content
    if DOCKET.match(content):
        return BlockKind.DOCKET
    if is_title(line):
        return BlockKind.TITLE
    if COURT.fullmatch(content) and not NOTICE.fullmatch(content):
        return BlockKind.COURT
    return BlockKind.CENTRED


def _find_parties(lines: Sequence[Line]) -> list[tuple[int, ...]]:
    """Return the lines that name parties, by piece: of one case, or of all decided together."""
    found: list[tuple[int, ...]] = []
    paragraphs = _list_paragraphs(lines[:HEAD])
    has_roles = any(
        is_role(one.content) and not BETWEEN.fullmatch(one.content) for one in lines[:HEAD]
    )
    for above, paragraph, below in zip(
        [[], *paragraphs], paragraphs, [*paragraphs[1:], []], strict=False
    ):
        content = " ".join(_drop_marks(lines[index]) for index in paragraph)
        if found and _is_prose(content):
            break
        between = [index for index in paragraph if _stands_between(lines, index)]
        if between:
            sides = (n for index in between for n in (index - 1, index, index + 1))
            found += ((index,) for index in dict.fromkeys(sides))
        elif (has_roles or ROLE.search(content)) and any(
            is_role(lines[index].content) for index in paragraph
        ):
            found += ((index,) for index in paragraph if _names_case(_drop_marks(lines[index])))
        elif _names_case(content):
            # A Supreme Court slip opinion's caption, set double.
            shouted = content.replace(" v. ", " ").isupper()
            above = above[-1:] if shouted and _breaks_off(lines, above) else []
            below = below[:1] if shouted and _ends_name(lines, paragraph, below) else []
            found.append((*above, *paragraph, *below))
        elif _is_prose(content):
            break
    return found


def _breaks_off(lines: Sequence[Line], above: Sequence[int]) -> bool:
    """Return whether a paragraph's last line breaks off amid a name: "BOARD OF HOUSING AND"."""
    text = lines[above[-1]].content if above else ""
    return text.isupper() and _PATTERNS.BREAKS_OFF.search(text) is not None


def _ends_name(lines: Sequence[Line], paragraph: Sequence[int], below: Sequence[int]) -> bool:
    """Return whether the line in capitals below a caption ends its last name: "PROJECT, INC.,"."""
    text = lines[below[0]].content if below else ""
    ended = lines[paragraph[-1]].content.endswith((".", ","))
    return text.isupper() and not ended and "," in text and not ORIGIN.match(text)


def _drop_marks(line: Line) -> str:
    """Return a line's words without the footnote marks among them."""
    if not line.styles:
        return line.content
    characters = list(line.text)
    for span in line.styles:
        if span.style is Style.SUPERSCRIPT:
            characters[span.start : span.end] = " " * (span.end - span.start)
    return "".join(characters).strip()


def _list_paragraphs(lines: Sequence[Line]) -> list[list[int]]:
    """Return the runs of lines between blank ones and lines of another kind.

    A footnote's mark or a break splits a paragraph into lines.
    """
    paragraphs: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if line.blank or _classify(line) is not BlockKind.CENTRED:
            paragraphs.append([])
        else:
            paragraphs[-1].append(index)
    return [paragraph for paragraph in paragraphs if paragraph]


def _names_case(content: str) -> bool:
    """Return whether a line is a whole caption: both sides, or a matter."""
    if len(content) > LONGEST or not (content[:1].isupper() or content.startswith(("“", "‘", "("))):
        return False
    if CITATION.search(content) or VERB.search(content) or _PATTERNS.BELOW.match(content):
        return False
    versus = _PATTERNS.VERSUS.search(content)
    if ROLE.search(content) and (versus or _PATTERNS.VERSUS_IN_CAPITALS.search(content)):
        return True
    return bool(versus or _PATTERNS.MATTER.match(content)) and _is_mostly_names(content)


def _is_mostly_names(content: str) -> bool:
    words = _PATTERNS.OTHERS.sub("", content).split()
    weighty = [w for w in words if w.strip(".,;()").lower() not in SMALL and w[0].isalpha()]
    capitals = sum(word[0].isupper() for word in weighty)
    return 1 < len(words) <= MOST_WORDS and capitals >= CAPITALS * len(weighty)


def _stands_between(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line is a lone "v." with a name and its role above and below."""
    if not 0 < index < len(lines) - 1 or not is_role(lines[index].content):
        return False
    if "," in lines[index].content:
        return False
    sides = (lines[index - 1], lines[index + 1])
    return all(ROLE.search(side.content) and not is_role(side.content) for side in sides)


def _find_prose(lines: Sequence[Line], start: int) -> int:
    head = min(len(lines), start + HEAD)
    return next((i for i in range(start, head) if _is_prose(lines[i].content)), head)


def _is_prose(content: str) -> bool:
    words = content.split()
    lower = sum(1 for word in words if word[0].islower())
    return len(words) >= PROSE_WORDS and lower >= PROSE_LOWER * len(words)
