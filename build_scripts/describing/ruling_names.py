"""Name what was asked for: of all that an order says of one motion, the words that name it."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from build_scripts.describing.motions import find_head
from build_scripts.describing.ruling_groups import Group, decide, name_kind
from build_scripts.describing.ruling_sentences import Weight
from build_scripts.describing.ruling_statements import APPEAL, CASE, PART, Statement
from build_scripts.model.description import Outcome
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "ruling_names.toml")

_LONGEST_WORDING = 120
_PAPERS = {"motion", "request"}  # that one paper can be


def _share_words(wordings: Sequence[str]) -> str:
    """Return what names two parts of a motion, decided apart: "motion to dismiss" of "… Count I"
    and "… Count II".
    """
    columns = takewhile(
        lambda words: len(set(words)) == 1, zip(*map(str.split, wordings), strict=False)
    )
    shared = " ".join(words[0] for words in columns)
    named = shared if shared in wordings else _PATTERNS.PART_BEGUN.sub("", shared)
    return named if named.count(" ") > 1 else ""


def _join_papers(statements: list[Statement]) -> list[str]:
    """Return the names of a motion; of a paper that is two, "motion to stay and request for an
    administrative stay", both are one name.
    """
    wordings = [each.wording for each in statements]
    for one, other in pairwise(statements):
        papers = {find_head(each.wording).split(" ")[0].removesuffix("s") for each in (one, other)}
        if one.span == other.span and one.outcome is other.outcome and papers == _PAPERS:
            wordings = [f"{one.wording} and {other.wording}", *wordings]
    return wordings


def _leave_out_scopes(wordings: list[str]) -> list[str]:
    """Return names without "as to Count I" if others of the same motion lack it or differ in it."""
    heads = [_PATTERNS.SCOPE.split(each)[0] for each in wordings]
    scopes = {each[len(head) :] for each, head in zip(wordings, heads, strict=True)}
    named = heads if len(scopes) > 1 or "remaining" in "".join(scopes) else wordings
    short = [each for each in named if len(each) <= _LONGEST_WORDING]
    return short or [each for each in heads if len(each) <= _LONGEST_WORDING]


def go_two_ways(statements: list[Statement]) -> bool:
    """Return whether one of the statements grants and another denies."""
    return {Outcome.GRANTED, Outcome.DENIED} <= {each.outcome for each in statements}


def _word_appeal(statements: list[Statement]) -> str:
    """Return what the heaviest places decide on, or "appeal" if it is several things."""
    top = max(each.weight for each in statements)
    wordings = [each.wording for each in statements if each.weight is top]
    longest = max(wordings, key=len)
    alike = all(longest.startswith(each) or each == APPEAL for each in wordings)
    return longest if alike else APPEAL.value


def _list_words(statement: Statement) -> set[str]:
    """Return a motion's words, dates apart."""
    return set(re.findall(r"\b[a-z]{3,}\b(?!\s\d)", statement.wording.lower()))


def word_group(group: Group) -> str:
    """Return the words that name what a group's statements decide: the title's, else those of the
    whole, else what its parts share.
    """
    titled = [each for each in group if each.weight is Weight.TITLE]
    title = next((each for each in titled if each.kind == name_kind(group)), None)
    if title:
        return title.wording
    outcome = decide(group)
    kind = name_kind(group)
    # "Dismissed as to Count I", and in the end as a whole.
    decree = [one for one in group if one.weight is Weight.CONCLUSION]
    ends = [one for one in decree if one.kind == CASE] if kind == PART else []
    own = ends or [one for one in group if one.kind == kind]
    # Where parts are decided apart, what is said of the whole names it.
    if outcome is Outcome.GRANTED_IN_PART:
        own = [one for one in own if one.outcome is outcome and " " in one.wording] or own
        own = [each for each in own if each.weight is max(one.weight for one in own)]
    if name_kind(group) == APPEAL:
        return _word_appeal(own)
    # The decree's words, or more of the same, outrank what the reasoning calls it.
    decreed = [each for each in own if each.entries and each.weight is Weight.CONCLUSION]
    spans = {each.span for each in decreed}
    named = [_list_words(each) for each in decreed]
    own = [
        each
        for each in own
        if not decreed or each.span in spans or any(one <= _list_words(each) for one in named)
    ]
    wordings = [each.wording for each in own if len(each.wording) <= _LONGEST_WORDING]
    if len({each.outcome for each in own}) > 1 and (shared := _share_words(wordings)):
        return shared
    wordings = _leave_out_scopes(_join_papers(own))
    longest = max(wordings or [own[0].wording], key=len)
    # "to dismiss the first claim", "to dismiss the second claim": a motion to dismiss, in parts.
    whole = [one for one in wordings if longest.startswith(f"{one} ")]
    parts = [one for one in wordings if any(one.startswith(f"{part} ") for part in whole)]
    return max(whole, key=len) if len(set(parts) - set(whole)) > 1 else longest
