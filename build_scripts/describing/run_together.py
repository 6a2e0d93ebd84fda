"""Split the head of a case in a law report that was run together in one paragraph.

"Civ. A. No. 92-578-RRM. ACME, INC., Plaintiff, v. BOLT CO., Defendant. Sept. 28, 1993. Jane Roe,
for plaintiff." holds docket number, parties, date and counsel.
"""

import re
from dataclasses import replace

from build_scripts.model.clean_order import Block, BlockKind
from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "run_together.toml", month_begun=MONTH_BEGUN)
# A name above a decision, with the citation of it.
CITED_HEAD = _PATTERNS.CITED_HEAD
# Words with which prose brings up a case: "In Roe v. Wade", "The rule of Roe v. Wade".
_PROSE_WORDS = frozenset("In Under See As Since Unlike Like After Because But Cf.".split())
_NAME_WORDS = frozenset("a al al. al., an and d/b/a et ex for in of on re rel rel. the".split())
_ROLE_REACH = 20
_NAME_REACH = 120
_CAPTION_REACH = 1000  # characters in which a caption's "v." stands
_FEWEST_CHARACTERS = 40
_SEARCHED = 6000  # characters in which the head's parts stand, even those of consolidated cases
_MOST_DATES = 3


def _holds_names(text: str) -> bool:
    """Return whether a text is names only: "TIDEWATER GRAIN COMPANY", not "The rule of Roe"."""
    words = text.split()
    return (
        bool(words)
        and words[0] not in _PROSE_WORDS
        and all(word in _NAME_WORDS or not word[0].islower() for word in words)
    )


def is_caption_run(text: str) -> bool:
    """Return whether a paragraph is a caption, even if it looks like prose."""
    versus = _PATTERNS.VERSUS.search(text[:_CAPTION_REACH])
    if not versus:
        return False
    before = text[: versus.start()]
    if _PATTERNS.ROLE_BEFORE.search(before[-_ROLE_REACH:]):
        return not re.search("[“‘]", before)  # no record that is quoted
    behind = text[versus.end() : versus.end() + _NAME_REACH]
    return (
        len(before) <= _NAME_REACH
        and "." in versus.group()
        and _holds_names(before)
        and not _PATTERNS.CITED_AFTER.search(behind)
    )


def _slice(block: Block, start: int, end: int, kind: BlockKind) -> tuple[int, Block]:
    text = block.text[start:end]
    offset = start + len(text) - len(text.lstrip())
    end = offset + len(text.strip())
    first = max((at for at, place in enumerate(block.places) if place.offset <= offset), default=0)
    places = (place for place in block.places[first:] if place.offset < end)
    piece = replace(
        block,
        kind=kind,
        text=text.strip(),
        places=tuple(each._replace(offset=max(0, each.offset - offset)) for each in places),
        styles=(),
        page_marks=(),
        footnote_marks=(),
    )
    return offset, piece


def split_head(block: Block) -> tuple[tuple[int, Block], ...]:
    """Return the parts of a run-together head with their offsets; else the block alone.

    Citations, dates, counsel and panel become centred lines, docket numbers docket lines; the
    parties keep their kind.
    """
    text = block.text
    if len(text) < _FEWEST_CHARACTERS or not (
        block.kind is BlockKind.PARTIES
        or (block.kind is BlockKind.PARAGRAPH and is_caption_run(text))
    ):
        return ((0, block),)
    cuts: list[tuple[int, int, BlockKind]] = []
    start = 0
    headed = CITED_HEAD.match(text)
    cited = _PATTERNS.OWN_CITATIONS.match(text[headed.end() if headed else 0 :])
    if headed or cited:
        start = (headed.end() if headed else 0) + (cited.end() if cited else 0)
        cuts.append((0, start, BlockKind.CENTRED))
    docket = _PATTERNS.DOCKET_HEAD.match(text[start:_SEARCHED])
    if docket:
        cuts.append((start, start + docket.end(), BlockKind.DOCKET))
        start += docket.end()
    parties = start
    if tail := _PATTERNS.PRINTED_TAIL.search(text, start, min(len(text), _SEARCHED)):
        cuts.append((start, tail.start("docket"), block.kind))
        cuts.append((*tail.span("docket"), BlockKind.DOCKET))
        cuts.append((*tail.span("date"), BlockKind.CENTRED))
        start = tail.end()
    for match in list(_PATTERNS.DATE.finditer(text, start, min(len(text), _SEARCHED)))[
        :_MOST_DATES
    ]:
        between = text[start : match.start("date")].strip(" .()[]")
        if between and start > parties:
            break  # a date among counsel's names
        cuts.append((start, match.start("date"), block.kind))
        cuts.append((match.start("date"), match.end(), BlockKind.CENTRED))
        start = match.end()
    if not cuts:
        return ((0, block),)
    if start == parties:
        cuts.append((start, len(text), block.kind))
    else:
        bench = _PATTERNS.BENCH.search(text, start)
        counsel = bench.start() if bench else len(text)
        cuts += [(start, counsel, BlockKind.CENTRED), (counsel, len(text), BlockKind.CENTRED)]
    pieces = (_slice(block, first, end, kind) for first, end, kind in cuts)
    return tuple(piece for piece in pieces if re.search(r"\w", piece[1].text))
