"""Statements tied to the motions they decide: one group a motion."""

import re
from functools import lru_cache

from build_scripts.describing.decisions import APPELLATE_OUTCOMES
from build_scripts.describing.motions import are_two_movants, list_movant_words
from build_scripts.describing.ruling_sentences import Weight
from build_scripts.describing.ruling_statements import (
    APPEAL,
    CALENDAR,
    CASE,
    REPORT,
    Statement,
)
from build_scripts.model.description import MotionKind, Outcome, Span
from build_scripts.model.text.pattern_table import read_patterns

Group = list[Statement]

_ASKED_FOR = {
    Outcome.DISMISSED: "dismiss",
    Outcome.STAYED: "stay",
    Outcome.REMANDED: "remand",
    Outcome.TRANSFERRED: "transfer",
}
_UNDOING = (Outcome.REVERSED, Outcome.VACATED)
# Outcomes that are one of these ends in other words.
_IN_OTHER_WORDS = {
    Outcome.GRANTED: _UNDOING,
    Outcome.DENIED: (Outcome.AFFIRMED,),
    Outcome.REMANDED: (*_UNDOING, Outcome.AFFIRMED_IN_PART),
}
_STEM = 5  # letters that "modify" and "modification" share
_KINDS = frozenset(MotionKind)
_SMALL = frozenset(
    "motion motions petition request application amended renewed the and for their its".split()
)
_FEWEST_LISTED = 2  # motions of a title or a closing list

_PATTERNS = read_patterns(__package__, "ruling_groups.toml")


def decide(group: Group) -> Outcome:
    """Return one outcome of the statements about one motion; the heaviest place counts."""
    own = [statement for statement in group if statement.kind not in (CASE, APPEAL)]
    own = own or [statement for statement in group if statement.kind != CASE] or group
    # "Submitted on the papers" is no decision where one follows.
    own = [statement for statement in own if statement.outcome is not Outcome.DEFERRED] or own
    if name_kind(group) == APPEAL and any(each.outcome in APPELLATE_OUTCOMES for each in own):
        return _end_appeal(own)
    top = max(statement.weight for statement in own)
    best = [statement.outcome for statement in own if statement.weight is top]
    parts = {statement.outcome for statement in own if not statement.rest}
    if any(statement.rest for statement in own) and parts != {Outcome.DENIED}:
        # "In all other respects, the motion is denied."
        return Outcome.GRANTED_IN_PART
    given = {Outcome.GRANTED, Outcome.DISMISSED} if name_kind(group) == MotionKind.DISMISS else ()
    both = (Outcome.GRANTED in best and {Outcome.DENIED, Outcome.DISMISSED} & set(best)) or (
        Outcome.DENIED in best and set(given) & set(best)
    )
    # What the introduction says of the whole, the conclusion may say part by part; what it says of
    # several motions together need not be true of each.
    in_parts = all(each.part for each in own if each.weight is top)
    partly = any(
        each.outcome is Outcome.GRANTED_IN_PART
        and each.weight >= Weight.INTRODUCTION
        and (each.weight is top or in_parts or not names_several(each.wording))
        for each in own
    )
    if partly or (both and name_kind(group) != CASE):
        return Outcome.GRANTED_IN_PART
    # A motion withdrawn is then terminated on the docket.
    return Outcome.WITHDRAWN if Outcome.WITHDRAWN in best else best[-1]


def _end_appeal(group: Group) -> Outcome:
    """Return what becomes of a decision below; in part where some of it is affirmed."""
    ends = [each for each in group if each.outcome in APPELLATE_OUTCOMES]
    ends = [each for each in ends if each.is_said] or ends
    said = [each for each in ends if each.weight is not Weight.PASSING] or ends
    outcomes = {each.outcome for each in said}
    if Outcome.AFFIRMED_IN_PART in outcomes or (
        Outcome.AFFIRMED in outcomes and not outcomes.isdisjoint(_UNDOING)
    ):
        return Outcome.AFFIRMED_IN_PART
    return max(said, key=lambda each: each.weight).outcome


def list_support(group: Group) -> Group:
    """Return the statements of a group that make its outcome."""
    outcome = decide(group)
    ends = APPELLATE_OUTCOMES if outcome is Outcome.AFFIRMED_IN_PART else (outcome,)
    return [each for each in group if each.outcome in ends]


def names_several(wording: str) -> bool:
    """Return whether words name several papers: "motions to dismiss"."""
    return _PATTERNS.SEVERAL.search(wording) is not None


def name_kind(group: Group) -> str | None:
    """Return the kind of the motion that a group decides; consequences come last."""
    kinds = [each.kind for each in group]
    motions = [kind for kind in kinds if kind not in (CASE, APPEAL)]
    return motions[0] if motions else APPEAL if APPEAL in kinds else CASE


def _key(statement: Statement, statements: list[Statement], *, split: bool) -> str | None:
    """Return what a statement shares with others about the same thing: the motion's kind, the end
    of an appeal.
    """
    kind, outcome = statement.kind, statement.outcome
    if kind not in (APPEAL, CASE):
        return kind
    granted = (each for each in statements if each.outcome is Outcome.GRANTED)
    review = next((each.kind for each in granted if _PATTERNS.REVIEWS.match(each.wording)), None)
    if review and review != APPEAL and outcome in (*_UNDOING, Outcome.REMANDED):
        return review  # an agency's order falls with the petition for its review
    ends = dict.fromkeys(each.outcome for each in statements if each.kind == APPEAL)
    if kind == APPEAL:
        # An appeal that is sustained undoes the decision below, one that is rejected affirms it.
        told = _IN_OTHER_WORDS.get(outcome, ())
        return _key_end(next((end for end in told if end in ends), outcome), split=split)
    # "The action is transferred" repeats the title, "TRANSFER ORDER".
    titled = (each.kind or "" for each in statements if each.outcome is outcome)
    noun = next((each for each in titled if each.startswith(f"{CASE} ")), None)
    # "The complaint is dismissed with prejudice" tells how the motion to dismiss was granted, "the
    # case is stayed" how the motion to stay was; "DISMISSED." repeats how the appeal fell.
    asked = _ASKED_FOR.get(outcome)
    if noun or any(each.kind == asked for each in statements if asked):
        return noun or asked
    # "We remand the case" goes with the reversal, whose judgment it carries out.
    others = (end for end in ends if outcome is Outcome.REMANDED and end is not Outcome.AFFIRMED)
    end = outcome if outcome in ends else next(others, None)
    return _key_end(end, split=split) if end else CASE


def _key_end(outcome: Outcome, *, split: bool) -> str:
    return APPEAL if outcome in APPELLATE_OUTCOMES and not split else f"{APPEAL} {outcome}"


def _is_split(statements: list[Statement]) -> bool:
    """Return whether one sentence affirms one thing and undoes another; else an appeal that is
    affirmed and reversed is one decision.
    """
    ends = [
        each for each in statements if each.kind == APPEAL and each.outcome in APPELLATE_OUTCOMES
    ]
    heaviest = max((each.weight for each in ends), default=None)
    top = [each for each in ends if each.weight is heaviest]
    outcomes = {each.outcome for each in top}
    # "We affirm in part, reverse in part" names one appeal, whatever the end says of its parts.
    if Outcome.AFFIRMED not in outcomes or len(outcomes) != 2 or any(map(_is_in_part, ends)):
        return False
    sentences: dict[Span, Group] = {}
    for each in top:
        sentences.setdefault(each.span, []).append(each)
    pairs = (each for each in sentences.values() if len(each) == 2)
    return any(
        one.outcome is not other.outcome and one.wording != other.wording for one, other in pairs
    )


def _is_in_part(statement: Statement) -> bool:
    return statement.outcome is Outcome.AFFIRMED_IN_PART


def _are_apart(one: Statement, other: Statement) -> bool:
    """Return whether two statements of one kind are about two motions."""
    if one.number != other.number:
        return True
    marks, others = _list_marks(one.wording), _list_marks(other.wording)
    if any(a and b and a != b for a, b in zip(marks, others, strict=True)):
        return True
    if one.span == other.span:
        # "The motion to dismiss Roe's appeal and the motion to dismiss Poe's appeal are granted."
        owners = [_PATTERNS.OWNER.search(each.wording) for each in (one, other)]
        if all(owners) and len({owner[0] for owner in owners if owner}) > 1:
            return True
    if _is_one_of_others(one, other):
        return True
    if one.entries and other.entries:
        return not set(one.entries) & set(other.entries)
    if _is_cross(one.wording) != _is_cross(other.wording) and (
        one.span == other.span or one.outcome is not other.outcome
    ):
        return True
    return are_two_movants(one.movant, other.movant) or _go_two_ways(one, other)


def _is_one_of_others(one: Statement, other: Statement) -> bool:
    """Return whether one motion as a whole goes another way than several of its kind: "Roe's motion
    is denied", "the motions of Poe and Loe are granted". Objections are ruled on in parts, by page.
    """
    decided = min(one.weight, other.weight) > Weight.MIDDLE and not (one.part or other.part)
    return (
        decided
        and one.kind != MotionKind.OBJECTION
        and _are_opposed(one, other)
        and names_several(one.wording) != names_several(other.wording)
    )


@lru_cache(maxsize=1024)  # each wording is compared with all others of its kind
def _list_marks(wording: str) -> tuple[str, ...]:
    """Return which motion of its kind a wording means: its place, complaint, rule, or judges."""
    patterns = (_PATTERNS.PLACE, _PATTERNS.COMPLAINT, _PATTERNS.RULE, _PATTERNS.WHO_HEARS)
    return tuple(found[0] if (found := each.search(wording)) else "" for each in patterns)


@lru_cache(maxsize=1024)
def _is_cross(wording: str) -> bool:
    return _PATTERNS.CROSS.search(wording) is not None


def _go_two_ways(one: Statement, other: Statement) -> bool:
    """Return whether one sentence grants one movant's motion and denies another's."""
    if one.span != other.span or not (one.movant and other.movant):
        return False
    words, others = list_movant_words(one.movant), list_movant_words(other.movant)
    return _are_opposed(one, other) and not (words <= others or others <= words)


def _are_opposed(one: Statement, other: Statement) -> bool:
    return {one.outcome, other.outcome} == {Outcome.GRANTED, Outcome.DENIED}


def _tells(statement: Statement) -> tuple[bool, int, bool]:
    """Return how well a statement distinguishes its motion from others of its kind."""
    apart = _is_identified(statement) and statement.weight is not Weight.TITLE
    return apart, statement.weight, bool(statement.movant)


def _part(group: Group) -> list[Group]:
    """Split the statements of one kind by motion: by number, by entries, by movant.

    The least specific comes last: with the one motion that it can mean, else with the one whose
    outcome it has; a summary of several is left out.
    """
    parts: list[Group] = []
    for statement in sorted(group, key=_tells, reverse=True):
        fitting = [part for part in parts if not any(_are_apart(statement, own) for own in part)]
        if statement.rest and not statement.entries and len(fitting) > 1:
            # "The motion is DENIED in all other respects", behind what was granted of it.
            fitting = [max(fitting, key=lambda part: _reach(part, statement))]
        if len(fitting) > 1:
            fitting = [part for part in fitting if decide(part) is statement.outcome]
            if not fitting:
                continue
            fitting = [max(fitting, key=lambda part: _count_shared(part, statement))]
        if fitting:
            fitting[0].append(statement)
        else:
            parts.append([statement])
    order = {id(statement): place for place, statement in enumerate(group)}
    for part in parts:
        part.sort(key=lambda each: order[id(each)])
    return sorted(parts, key=lambda part: order[id(part[0])])


def _reach(group: Group, statement: Statement) -> int:
    """Return where the last of a group's sentences before a statement begins."""
    starts = (own.span.start for own in group if own.weight is not Weight.TITLE)
    return max((start for start in starts if start <= statement.span.start), default=-1)


def _count_shared(group: Group, statement: Statement) -> int:
    """Return how many words a statement's motion shares with the wording of a group's."""
    words = set(statement.wording.lower().split())
    return max(len(words & set(each.wording.lower().split())) for each in group)


def group_statements(statements: list[Statement]) -> list[Group]:
    """Return one group for each motion, in the order in which they are first named."""
    groups: dict[str | None, Group] = {}
    split = _is_split(statements)
    for statement in statements:
        if not (split and statement.kind == APPEAL and _is_in_part(statement)):
            groups.setdefault(_key(statement, statements, split=split), []).append(statement)
    return [
        part
        for key, group in groups.items()
        for part in ([group] if key in (CASE, APPEAL, MotionKind.CALENDAR) else _part(group))
    ]


def drop_reasons(groups: list[Group]) -> list[Group]:
    """Leave out a section's conclusions about motions that title or closing list decide, and
    "the other motions" of which some are named.
    """
    apart = [each for each in groups if not _is_named_apart(each, groups)]
    groups = [each for each in apart if not _is_of_whole(each, apart)]
    listed = [group for group in groups if any(_is_listed(each) for each in group)]
    if len(listed) < _FEWEST_LISTED:
        return groups
    kept = [group for group in groups if name_kind(group) == APPEAL or any(map(_is_final, group))]
    kinds = {MotionKind.OBJECTION, *map(name_kind, kept)}
    # What the introduction decides of another kind of motion, no list repeats.
    decree = [group for group in listed if any(map(_is_decreed, group))]
    return [
        group
        for group in groups
        if (
            group in kept
            or (name_kind(group) not in kinds and group[0].weight is Weight.INTRODUCTION)
        )
        and not (len(decree) >= _FEWEST_LISTED and _is_paraphrased(group, decree))
    ]


def _is_paraphrased(group: Group, decree: list[Group]) -> bool:
    """Return whether title or introduction name a motion in words of their own: the decree decides
    one alike that they do not name otherwise.
    """
    spans = {each.span for each in group}
    is_early = all(each.weight in (Weight.TITLE, Weight.INTRODUCTION) for each in group)
    if not is_early or any(map(_is_identified, group)) or name_kind(group) in (CASE, APPEAL):
        return False
    return any(
        decide(own) is decide(group)
        and not any(each.span in spans for each in own)
        and not any(are_two_movants(one.movant, each.movant) for one in own for each in group)
        for own in decree
    )


def _is_named_apart(group: Group, groups: list[Group]) -> bool:
    """Return whether "the other motions" are motions that are decided by their names too."""
    if not str(name_kind(group)).startswith("other "):
        return False
    same = (each for each in groups if each is not group and decide(each) is decide(group))
    return any(name_kind(each) not in (CASE, APPEAL) for each in same)


def _is_of_whole(group: Group, groups: list[Group]) -> bool:
    """Return whether the text on the way decides parts of a motion that in the end is granted in
    part.
    """
    whole = (each for each in groups if decide(each) is Outcome.GRANTED_IN_PART)
    same = any(each is not group and name_kind(each) == name_kind(group) for each in whole)
    return same and all(each.part and each.weight < Weight.CONCLUSION for each in group)


def _is_final(statement: Statement) -> bool:
    return statement.weight in (Weight.TITLE, Weight.CONCLUSION) or bool(statement.entries)


def _is_decreed(statement: Statement) -> bool:
    return statement.weight is Weight.CONCLUSION and _is_identified(statement)


def _is_listed(statement: Statement) -> bool:
    return _is_decreed(statement) or (
        statement.weight is Weight.TITLE and statement.kind not in (CASE, APPEAL)
    )


def _is_identified(statement: Statement) -> bool:
    return statement.number is not None or bool(statement.entries)


def merge_alike(groups: list[Group]) -> list[Group]:
    """Join motions of one party that differ in name alone, and are decided alike apart from each
    other: "motions to modify" of the title and the "motion for modification" of the conclusion.
    """
    merged: list[Group] = []
    for group in groups:
        same = (index for index, other in enumerate(merged) if _are_alike(other, group))
        index = next(same, None)
        if index is None:
            merged.append(group)
        else:
            merged[index] = [*merged[index], *group]
    return merged


def _are_alike(one: Group, other: Group) -> bool:
    kinds = (name_kind(one), name_kind(other))
    apart = (None, CASE, APPEAL, CALENDAR, REPORT, MotionKind.OBJECTION)
    if any(kind in apart for kind in kinds):
        return False
    # "motion for a stay and preliminary injunction" is the "motion for preliminary injunction".
    named = any(str(kinds[1]) in each.wording for each in one)
    named |= any(str(kinds[0]) in each.wording for each in other)
    if _KINDS.issuperset(kinds) and not named:
        return False
    if decide(one) is not decide(other) or {each.span for each in one} & {
        each.span for each in other
    }:
        return False
    if any(_are_apart(each, each_other) for each in one for each_other in other):
        return False
    # OCR parts words: "motion to dism iss".
    letters = [{re.sub(r"\W", "", each.wording.lower()) for each in own} for own in (one, other)]
    if letters[0] & letters[1]:
        return True
    words, others = _list_stems(one), _list_stems(other)
    return bool(words) and bool(others) and (words <= others or others <= words)


def _list_stems(group: Group) -> frozenset[str]:
    """Return the beginnings of the words, dates apart, that say what a motion asks for."""
    words = re.findall(r"\b[a-z]{3,}\b(?!\s\d)", " ".join(each.wording.lower() for each in group))
    return frozenset(word[:_STEM] for word in words if word not in _SMALL)
