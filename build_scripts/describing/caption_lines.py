"""The lines of the front that name the parties."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.describing.caption import EX_PARTE, IN_RE
from build_scripts.describing.docket_lines import is_docket_line
from build_scripts.describing.opening import LocatedBlock
from build_scripts.describing.run_together import CITED_HEAD
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Claim
from build_scripts.model.law.caption_noise import MARK, blank_noise, is_noise_line, mark_venue
from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "caption_lines.toml", month_begun=MONTH_BEGUN)
VERSUS = _PATTERNS.VERSUS
_OTHER_KINDS = frozenset(
    {
        BlockKind.COURT,
        BlockKind.DOCKET,
        BlockKind.TITLE,
        BlockKind.REFERENCE,
        BlockKind.SIGNATURE,
        BlockKind.QUOTE,
    }
)
_SMALL = frozenset({"al", "and", "co", "corp", "et", "in", "inc", "llc", "of", "re", "the"})
_SIDES = 2
_FEWEST_WITH_HEADLINE = 2
_MOST_LINES = 12
_LONGEST_LINE = 1500


def goes_on(text: str) -> bool:
    """Return whether a line of names continues in the next."""
    return _PATTERNS.GOES_ON.search(text) is not None


def is_role_only(text: str) -> bool:
    """Return whether a line holds parties' roles and nothing else."""
    return _PATTERNS.ROLE_ONLY.match(text) is not None


def may_name_party(line: LocatedBlock) -> bool:
    """Return whether a line can name a party, by its kind and its words."""
    if line.kind is BlockKind.PARTIES:
        return True
    text = line.text
    versus = VERSUS.search(text)
    return not (
        line.kind in _OTHER_KINDS
        # "(2544) Roe v. Poe decided May 3, 1925" is a caption for all its numbers.
        or (is_docket_line(line) and not versus)
        or len(text) > _LONGEST_LINE
        or _PATTERNS.NO_PARTY.match(text)
        or (_PATTERNS.EVENT_LINE.search(text) and not versus)
    )


def join_party_lines(lines: Sequence[LocatedBlock]) -> str:
    """Return the caption's blocks on one line; what names no party is blank, and places stay."""
    return blank_noise("\n".join(map(_blank_venue, lines))).replace("\n", " ")


def _blank_venue(line: LocatedBlock) -> str:
    """Return a block's printed lines, with the venue blank that is printed above its parties."""
    starts = sorted({0, *(place.offset for place in line.block.places), len(line.text)})
    rows = mark_venue(
        [re.sub(r"\s$", "\n", line.text[start:end]) for start, end in pairwise(starts)]
    )
    end = next((at for at, row in enumerate(rows) if _PATTERNS.PROMULGATED.match(row)), len(rows))
    return "".join(
        " " * len(row)
        if at >= end
        or (is_noise_line(row) and not (VERSUS.search(row) or is_role_only(row) or goes_on(row)))
        else row.replace(MARK, " ")
        for at, row in enumerate(rows)
    )


def _find_day(opening: tuple[LocatedBlock, ...]) -> int:
    """Return where a day stands alone below parties: reporters print counsel under it."""
    named = False
    for index, line in enumerate(opening):
        if named and line.kind is BlockKind.CENTRED and _PATTERNS.DAY.fullmatch(line.text):
            return index
        named = named or (line.kind is BlockKind.PARTIES and line.text.endswith("."))
    return len(opening)


def _iterate_marked(opening: Sequence[LocatedBlock]) -> Iterator[LocatedBlock]:
    """Yield the caption's own blocks: no line of counsel, and nothing after who argued."""
    opposed = complete = False
    for line in opening:
        sides = VERSUS.split(f"\n{line.text}\n")
        if complete and len(sides) == 1 and _PATTERNS.ARGUED_FOR.search(line.text):
            return
        # Indiana prints counsel beside the court, above the parties.
        is_caption = not (_is_citation(line.text) or _PATTERNS.COUNSEL.search(line.text))
        if line.kind is BlockKind.PARTIES and is_caption:
            opposed = opposed or len(sides) > 1
            complete = complete or (opposed and any(map(str.isalpha, sides[-1])))
            yield line


def _drop_headline(marked: list[LocatedBlock]) -> list[LocatedBlock]:
    """Return the caption without a website's short name of the case above it.

    "Roe v. Acme Corp." prints no role, and the caption that does prints the words of both sides.
    """
    if len(marked) < _FEWEST_WITH_HEADLINE or _PATTERNS.ROLE.search(marked[0].text):
        return marked
    short = [_list_words(side) for side in VERSUS.split(marked[0].text)]
    text = "\n".join(line.text for line in marked[1:])
    sides = [_list_words(side) for side in VERSUS.split(f"\n{text}\n", maxsplit=1)]
    again = len(short) == len(sides) == _SIDES and _PATTERNS.ROLE.search(text)
    shared = again and all(one & other for one, other in zip(short, sides, strict=True))
    return marked[1:] if shared else marked


def _list_words(side: str) -> set[str]:
    return {word for word in re.findall(r"\w+", side.casefold()) if len(word) > 1} - _SMALL


def _is_citation(text: str) -> bool:
    """Return whether a line is a citation of this case, or of what became of it."""
    return bool(CITED_HEAD.match(text) or _PATTERNS.HISTORY.match(text))


def list_party_lines(
    opening: tuple[LocatedBlock, ...], named: Claim[str] | None
) -> tuple[LocatedBlock, ...]:
    """Return the caption's own blocks if they hold both sides, else those with the name too."""
    marked = _drop_headline(list(_iterate_marked(opening[: _find_day(opening)])))
    text = "\n".join(line.text for line in marked)
    if all(re.search(r"\w", side) for side in VERSUS.split(text)) and (
        VERSUS.search(text)
        or any(IN_RE.match(line.text) or EX_PARTE.match(line.text) for line in marked)
    ):
        return tuple(marked)
    span = named.evidence if named else None
    if not VERSUS.search(text) or span is None:
        marked = []
    lines: list[LocatedBlock] = []
    above = None
    for line in opening:
        within = span and line.offset < span.end and span.start < line.span().end
        more = lines and _PATTERNS.MORE.search(lines[-1].text) and len(lines) < _MOST_LINES
        role = is_role_only(line.text) and lines[-1:] == [above]
        wanted = within or more or role
        if line in marked or (wanted and may_name_party(line) and not _is_citation(line.text)):
            lines.append(line)
        above = line
    return tuple(lines)
