"""Find what the action, the charge or the motion rests on, if the order names it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.describing.opening import LocatedBlock, locate_body
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns, read_rows
from build_scripts.model.text.sentences import split_sentences

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_MOST_BLOCKS = 20  # prose blocks in which orders say what the case is
_MOST = 20
_LONGEST_SENTENCE = 3000  # characters that are read of one
_NUMBER = r"\d{1,6}(?:(?!et\s?seq)[a-z]{1,2})?(?:[-–.:]\d{1,5}[a-z]{0,2})?(?:\(\w{1,5}\)){0,6}"
_PATTERNS = read_patterns(__package__, "statutes_at_issue.toml", number=_NUMBER)
_BASES = tuple(row.pattern for row in read_rows(__package__, "statutes_at_issue.toml", "basis"))


_BARE_TITLES = {"19": "42", "22": "28"}
_FURTHEST = 50  # characters between one statute of a row and the next


@dataclass(frozen=True, slots=True)
class NamedStatute:
    """A statute, and the characters `start` to `end` of the text that name it."""

    text: str
    start: int
    end: int


def find_statutes_at_issue(clean: CleanOrder) -> tuple[Claim[str], ...]:
    """Return the statutes that the order names as the basis of the action, charge or motion.

    Each once, in printed order. Only sentences of the first paragraphs are read in which somebody
    sues, is charged or moves under something; grants of jurisdiction and statutes of other cases
    are skipped.
    """
    claims: dict[str, Claim[str]] = {}
    prose = [block for block in locate_body(clean) if block.kind in _PROSE][:_MOST_BLOCKS]
    for block in prose:
        for statute in _read_block(block):
            if not _PATTERNS.NO_BASIS.match(statute.text):
                span = block.span(statute.start, statute.end)
                claims.setdefault(statute.text, Claim(statute.text, span, "what the case rests on"))
    return tuple(claims.values())[:_MOST]


def _read_block(block: LocatedBlock) -> Iterator[NamedStatute]:
    if "§" not in block.text and not re.search(r"U\.?\s?S\.?\s?C|Act\b|[Ss]ection", block.text):
        return
    for sentence in split_sentences(block.text):
        for end in _list_ends(sentence.text[:_LONGEST_SENTENCE]):
            for each in _read_statutes(sentence.text, end):
                yield NamedStatute(
                    each.text, each.start + sentence.start, each.end + sentence.start
                )


def _list_ends(sentence: str) -> tuple[int, ...]:
    """Return where the words end after which a sentence may name what the case rests on."""
    ends = {match.end() for basis in _BASES for match in basis.finditer(sentence)}
    charge = _PATTERNS.CHARGE.search(sentence)
    if charge:
        ends.update(each.end() for each in _PATTERNS.FURTHER_COUNT.finditer(sentence, charge.end()))
    elsewhere = _PATTERNS.ELSEWHERE.search(sentence)
    return tuple(sorted(end for end in ends if not elsewhere or end < elsewhere.end()))


def _read_statutes(text: str, start: int) -> tuple[NamedStatute, ...]:
    """Return the statutes in a row from `start` on, at most a "the" after it; () if none.

    An act that is also cited by its place in the code is named by that place alone.
    """
    found: list[NamedStatute] = []
    waiting: NamedStatute | None = None  # an act, until its citation follows or doesn't
    at = start
    while True:
        pattern, match = _find_next(text, at)
        if match is None:
            break
        cited = pattern is _PATTERNS.CITED
        comma_only = not re.search(r"\b(?:and|or|as well as)\b|[;&]", text[at : match.start()])
        if waiting and not (cited and comma_only):
            found.append(waiting)
        waiting = None
        if pattern is _PATTERNS.NAMED:
            waiting = NamedStatute(_tidy(match["name"]), match.start(), match.end())
        else:
            found.extend(_list_sections(pattern, match))
        at = match.end()
    return (*found, waiting) if waiting else tuple(found)


def _find_next(text: str, at: int) -> tuple[Pattern[str], re.Match[str] | None]:
    for pattern in (_PATTERNS.CITED, _PATTERNS.BARE, _PATTERNS.NAMED):
        match = pattern.search(text, at, at + _FURTHEST + 300)
        if (
            match
            and match.start() <= at + _FURTHEST
            and _PATTERNS.LINK.match(text[at : match.start()])
        ):
            return pattern, match
    return _PATTERNS.NAMED, None


def _list_sections(pattern: Pattern[str], match: re.Match[str]) -> Iterator[NamedStatute]:
    if pattern is _PATTERNS.BARE:
        title = _BARE_TITLES[match["number"][:2]]
        yield NamedStatute(f"{title} U.S.C. § {match['number']}", match.start(), match.end())
        return
    code = _name_code(match["code"])
    numbers = list(re.finditer(_NUMBER, match["numbers"]))
    for place, number in enumerate(numbers):
        last = place == len(numbers) - 1
        tail = " et seq." if last and match["et_seq"] else ""
        first = match.start("numbers") + number.start()
        yield NamedStatute(
            f"{code} § {number[0].replace('–', '-')}{tail}",
            first if place else match.start(),
            match.end() if last else match.start("numbers") + number.end(),
        )


def _name_code(printed: str) -> str:
    federal = re.match(r"(\d{1,2})\s?U", printed)
    if federal:
        return f"{federal[1]} U.S.C.{' App.' if 'App' in printed else ''}"
    return _tidy(printed)


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("'", "’")
