"""Headings right below each other: one over two lines, an outline's steps, or a list."""

from collections.abc import Sequence
from itertools import pairwise

from build_scripts.cleaning.headings import SHORT_WORDS, Enumeration, Heading
from build_scripts.cleaning.line_ends import DANGLES, LONGEST_END
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "heading_runs.toml")
LONE_NUMBER = _PATTERNS.LONE_NUMBER
_GAP = 3  # letters: headings between may have been lost


def settle_headings(groups: Sequence[Group]) -> list[Group]:
    """Join a heading's number and words, and its two lines; unmake headings that are a list.

    "II." | "DISCUSSION", "APPEAL FROM THE DISTRICT COURT" | "FOR THE DISTRICT OF MAINE". No
    section is empty: "2. Answer" | "3. Reply" are exhibits, or another list's items.
    """
    settled: list[Group] = []
    for group in groups:
        last = settled[-1] if settled else None
        joined = last and group.heading and last.heading and _join(last, group)
        if last and joined:
            last.lines.extend(group.lines)
            last.heading = joined
        else:
            settled.append(group)
    for above, below in pairwise(settled):
        if _is_listed(above, below):
            above.kind = below.kind = BlockKind.LIST_ITEM
    settled = _unmake_sentences(settled)
    _unmake_names(settled)
    for group in settled:
        if group.kind is not BlockKind.HEADING:
            group.heading = None
    return settled


def _unmake_sentences(groups: Sequence[Group]) -> list[Group]:
    """Join what only looks like a heading with the paragraph that it begins: "4. On May 3, Keel
    and Tiller signed a Lease and" | "Release of All Claims".
    """
    kept: list[Group] = []
    for group in groups:
        last = kept[-1] if kept else None
        if (
            last
            and last.kind is BlockKind.HEADING
            and group.kind is BlockKind.PARAGRAPH
            and not last.lines[0].heading_level
            and DANGLES.search(last.lines[-1].content[-LONGEST_END:])
        ):
            last.kind = BlockKind.PARAGRAPH
            last.lines.extend(group.lines)
        else:
            kept.append(group)
    return kept


def _unmake_names(groups: Sequence[Group]) -> None:
    """Unmake lettered headings that no other leads to: "C. Lee Roe" in a list of counsel."""
    letters: list[str] = []
    for group in groups:
        if group.heading and group.heading.enumeration is Enumeration.LETTER:
            letter = group.lines[0].content[0]
            leads = letter in "AB" or any(0 <= ord(letter) - ord(one) <= _GAP for one in letters)
            if leads or group.lines[0].heading_level:
                letters.append(letter)
            else:
                group.kind = BlockKind.PARAGRAPH


def _join(last: Group, group: Group) -> Heading | None:
    """Return the heading that two groups make together."""
    if last.heading is None or group.heading is None or last.lines[-1].page != group.lines[0].page:
        return None
    above, below = last.lines[-1].content, group.lines[0].content
    if group.heading.enumeration is not Enumeration.NONE:
        return None
    if LONE_NUMBER.fullmatch(above):
        return last.heading
    cut = below.split()[0].lower() in SHORT_WORDS or above.split()[-1].lower() in SHORT_WORDS
    return last.heading if cut and above.isupper() == below.isupper() else None


def _is_listed(above: Group, below: Group) -> bool:
    """Return whether two headings that no form marks are numbered alike, and have words."""
    return (
        not (above.lines[0].heading_level or below.lines[0].heading_level)
        and above.heading is not None
        and below.heading is not None
        and above.heading.enumeration is below.heading.enumeration is not Enumeration.NONE
        and not LONE_NUMBER.fullmatch(above.lines[0].content)
        and not LONE_NUMBER.fullmatch(below.lines[0].content)
    )
