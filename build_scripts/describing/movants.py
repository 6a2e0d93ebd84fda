"""Motions of one kind by different movants, as cross-motions are, told apart."""

import re

from build_scripts.describing.ruling_statements import Statement
from build_scripts.model.description import Outcome

# Sides of a case, which parties' names can stand for.
_SIDES = frozenset("plaintiff defendant petitioner respondent appellant appellee debtor".split())
_LIGHT = frozenset("the and of moving".split())
_WHOLE = frozenset({Outcome.GRANTED, Outcome.DENIED})

Words = frozenset[str]


def list_movant_words(movant: str) -> Words:
    """What tells one movant from another: "Defendant Ramsey County" → defendant, ramsey, county."""
    words = re.findall(r"[^\W_]+", movant.lower())
    folded = (
        word.removesuffix("s") if word.removesuffix("s") in _SIDES else word for word in words
    )
    return frozenset(word for word in folded if word not in _LIGHT)


def _sort_by_movant(group: list[Statement]) -> dict[Words, list[Statement]]:
    """The statements of each movant; a movant's shorter name is his longer one."""
    parts: dict[Words, list[Statement]] = {}
    for statement in group:
        if not statement.movant:
            continue
        words = list_movant_words(statement.movant)
        known = next((each for each in parts if each <= words or words <= each), None)
        if known is None:
            parts[words] = [statement]
        else:
            parts[known].append(statement)
    return parts


def _are_apart(parts: dict[Words, list[Statement]]) -> bool:
    """Whether the movants moved each for himself: on entries of their own, or with other ends."""
    entries = [{entry for each in part for entry in each.entries} for part in parts.values()]
    together = set().union(*entries)
    if all(entries) and len(together) == sum(len(own) for own in entries):
        return True
    # A side and a name can be one party; two sides or two names are not.
    sides = [bool(words <= _SIDES) for words in parts]
    ends = [{each.outcome for each in part} for part in parts.values()]
    decided = [next(iter(end)) for end in ends if len(end) == 1]
    return len(set(sides)) == 1 and len(decided) == len(ends) and set(decided) == _WHOLE


def part_by_movants(group: list[Statement]) -> list[list[Statement]]:
    """One group a movant, where each moved for himself; else the group whole.

    Statements that name no movant go with the one movant who shares their entries or, alone, their
    outcome; where several could be meant they are left out.
    """
    parts = _sort_by_movant(group)
    if len(parts) < 2 or not _are_apart(parts):
        return [group]
    groups = [list(part) for part in parts.values()]
    for statement in group:
        if statement.movant:
            continue
        sharing = [
            part
            for part in groups
            if set(statement.entries) & {entry for each in part for entry in each.entries}
        ] or [part for part in groups if any(each.outcome is statement.outcome for each in part)]
        if len(sharing) == 1:
            sharing[0].append(statement)
    return groups
