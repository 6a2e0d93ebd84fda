"""What was asked, how it was decided, and on which docket entries: one ruling a motion."""

from dataclasses import replace

from build_scripts.describing.motion_entries import (
    Announcement,
    find_deferred,
    find_filed_entry,
    find_short_citation,
    list_announcements,
    list_reference_entries,
    list_titled_motions,
)
from build_scripts.describing.movants import part_by_movants
from build_scripts.describing.ruling_sentences import (
    RulingSentence,
    Weight,
    list_ruling_sentences,
)
from build_scripts.describing.ruling_statements import (
    APPEAL,
    CALENDAR,
    CASE,
    Statement,
    state_closing_word,
    state_sentence,
    state_stipulation,
    state_title,
)
from build_scripts.describing.title import find_printed_title
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, MotionKind, Outcome, Ruling

_LONGEST_WORDING = 120
_PETITIONS = frozenset({MotionKind.HABEAS_CORPUS})
_KINDS = frozenset(MotionKind)
_ASKED_FOR = {
    Outcome.DISMISSED: "dismiss",
    Outcome.STAYED: "stay",
    Outcome.REMANDED: "remand",
    Outcome.TRANSFERRED: "transfer",
}
Group = list[Statement]


def _find_main_motion(
    statements: list[Statement], announcements: tuple[Announcement, ...]
) -> tuple[str, str] | None:
    """Kind and wording of the motion that "the motion" means; None where several could be meant."""
    named: dict[str, str] = {}
    for statement in statements:
        if statement.kind not in (None, CASE, APPEAL, CALENDAR):
            named[statement.kind or ""] = statement.wording
    if len(named) > 1:
        # Of several motions, the title names the one that the order is about.
        titled = [each for each in statements if each.weight is Weight.TITLE]
        named = {each.kind: each.wording for each in titled if each.kind in named}
    elif not named:
        first = [(each.kind, each.wording) for each in announcements if each.kind][:1]
        named = dict(first)
    return next(iter(named.items())) if len(named) == 1 else None


def _resolve_places(
    statements: list[Statement], announcements: tuple[Announcement, ...]
) -> list[Statement]:
    """Give "the second motion" kind and entries of the second that the introduction brings up."""
    brought: dict[str, Announcement] = {}
    for announced in announcements:
        if announced.kind:
            brought.setdefault(announced.kind, announced)
    listed = list(brought.values())
    resolved = []
    for each in statements:
        place = each.place if each.kind is None and len(listed) > 1 else None
        if place and place <= len(listed):
            meant = listed[place - 1]
            entries = each.entries or meant.entries
            resolved.append(replace(each, kind=meant.kind, wording=meant.wording, entries=entries))
        else:
            resolved.append(each)
    return resolved


def _drop_consequences(statements: list[Statement]) -> list[Statement]:
    """Leave out what only follows: the case dismissed with the petition, dates with the motions."""
    denied = any(each.kind in _PETITIONS and each.outcome is Outcome.DENIED for each in statements)
    if denied:
        statements = [
            replace(each, kind=MotionKind.HABEAS_CORPUS, outcome=Outcome.DENIED)
            if each.kind == CASE and each.outcome is Outcome.DISMISSED
            else each
            for each in statements
        ]
    motions = [each for each in statements if each.kind != CALENDAR]
    return motions or statements


def _resolve_generic(
    statements: list[Statement], announcements: tuple[Announcement, ...]
) -> list[Statement]:
    """Give "the motion" the kind of the motion meant; where it is not plain which, leave it out."""
    statements = _drop_consequences(_resolve_places(statements, announcements))
    main = _find_main_motion(statements, announcements)
    if main:
        kind, wording = main
        return [
            replace(each, kind=kind, wording=wording) if each.kind is None else each
            for each in statements
        ]
    named = [each for each in statements if each.kind is not None]
    return named or statements


def _key(statement: Statement, statements: list[Statement]) -> str | None:
    if statement.kind == APPEAL:
        return f"{APPEAL} {statement.outcome}"
    # "The complaint is dismissed with prejudice" tells how the motion to dismiss was granted, "the
    # case is stayed" how the motion to stay was.
    if statement.kind == CASE:
        asked = _ASKED_FOR.get(statement.outcome)
        if asked and any(other.kind == asked for other in statements):
            return asked
    # "We remand the case" goes with the reversal, whose judgment it carries out.
    if statement.kind == CASE and statement.outcome is Outcome.REMANDED:
        undoing = next(
            (
                other
                for other in statements
                if other.kind == APPEAL and other.outcome is not Outcome.AFFIRMED
            ),
            None,
        )
        return f"{APPEAL} {undoing.outcome}" if undoing else CASE
    return statement.kind


def _group(statements: list[Statement]) -> list[Group]:
    groups: dict[str | None, Group] = {}
    for statement in statements:
        groups.setdefault(_key(statement, statements), []).append(statement)
    appeals = {group[0].outcome for group in groups.values() if group[0].kind == APPEAL}
    if Outcome.AFFIRMED_IN_PART in appeals:
        # The parts, where both are named, say more than the whole.
        parts = Outcome.AFFIRMED in appeals and appeals & {Outcome.REVERSED, Outcome.VACATED}
        dropped = {Outcome.AFFIRMED_IN_PART} if parts else appeals - {Outcome.AFFIRMED_IN_PART}
        for outcome in dropped:
            del groups[f"{APPEAL} {outcome}"]
    return [
        part
        for group in groups.values()
        for piece in _part_by_entries(group)
        for part in part_by_movants(piece)
    ]


def _part_by_entries(group: Group) -> list[Group]:
    """Two motions of one kind, as cross-motions are, go apart by the entries they stand on.

    One motion granted as to some claims and denied as to others names one entry and stays whole.
    """
    by_entries: dict[tuple[str, ...], Group] = {}
    for statement in group:
        if statement.entries:
            by_entries.setdefault(statement.entries, []).append(statement)
    named = [entry for entries in by_entries for entry in entries]
    outcomes = {_decide(part) for part in by_entries.values()}
    if len(by_entries) < 2 or len(set(named)) < len(named) or len(outcomes) < 2:
        return [group]
    return list(by_entries.values())


def _decide(group: Group) -> Outcome:
    own = [statement for statement in group if statement.kind != CASE] or group
    # "Submitted on the papers" is no decision where one follows.
    own = [statement for statement in own if statement.outcome is not Outcome.DEFERRED] or own
    top = max(statement.weight for statement in own)
    best = [statement.outcome for statement in own if statement.weight is top]
    if Outcome.GRANTED_IN_PART in best or {Outcome.GRANTED, Outcome.DENIED} <= set(best):
        return Outcome.GRANTED_IN_PART
    return best[-1]


def _word(group: Group) -> str:
    title = next((each for each in group if each.weight is Weight.TITLE), None)
    if title:
        return title.wording
    own = [statement for statement in group if statement.kind != CASE] or group
    wordings = [each.wording for each in own if len(each.wording) <= _LONGEST_WORDING]
    return max(wordings or [own[0].wording], key=len)


def _list_group_entries(
    groups: list[Group], announcements: tuple[Announcement, ...], clean: CleanOrder
) -> list[tuple[str, ...]]:
    """The entries of each group.

    Those of the reference line, else of its own sentences, else of the sentence that brings the
    motion before the court, else of the motion's short citation.
    """
    stated = [_list_own_entries(group) for group in groups]
    reference = list_reference_entries(clean)
    motions = [
        index for index, group in enumerate(groups) if group[0].kind not in (CASE, APPEAL, CALENDAR)
    ]
    if reference and len(motions) == 1:
        stated[motions[0]] = reference
    elif reference:
        left = [entry for entry in reference if not any(entry in own for own in stated)]
        without = [index for index in motions if not stated[index]]
        if len(without) == len(left):
            for index, entry in zip(without, left, strict=True):
                stated[index] = (entry,)
        elif len(without) == 1:
            stated[without[0]] = tuple(left)
    for index in motions:
        for each in announcements:
            same = each.kind == groups[index][0].kind or (each.kind is None and len(motions) == 1)
            if not stated[index] and same:
                stated[index] = each.entries
    if len(motions) == 1 and not stated[motions[0]]:
        stated[motions[0]] = find_short_citation(clean)
    for index in motions:
        kind = groups[index][0].kind
        if not stated[index] and kind:
            stated[index] = find_filed_entry(clean, kind)
    return stated


def _list_own_entries(group: Group) -> tuple[str, ...]:
    """The entries of a group's sentences; a title that names them outranks the sentences."""
    titled = [each for each in group if each.weight is Weight.TITLE and each.entries]
    return tuple(dict.fromkeys(entry for each in titled or group for entry in each.entries))


def _state_deferral(
    clean: CleanOrder, places: tuple[RulingSentence, ...], announcements: tuple[Announcement, ...]
) -> list[Statement]:
    """A motion that waits for more papers: nothing else is decided."""
    deferred = find_deferred(clean, places, announcements)
    if not deferred:
        return []
    motion, span = deferred
    return [
        Statement(
            motion.wording,
            motion.kind,
            Outcome.DEFERRED,
            (),
            motion.entries,
            Weight.CONCLUSION,
            span,
            "more is asked for before the motion is decided",
        )
    ]


def _find_kind(group: Group) -> MotionKind:
    kind = group[0].kind or ""
    if kind in _KINDS:
        return MotionKind(kind)
    first = kind.partition(" ")[0]
    return MotionKind(first) if first in (CASE, APPEAL) else MotionKind.OTHER


def _find_movant(group: Group) -> str | None:
    best = sorted(group, key=lambda each: each.weight, reverse=True)
    return next((each.movant for each in best if each.movant), None)


def find_rulings(clean: CleanOrder) -> tuple[Claim[Ruling], ...]:
    """One ruling a motion, in the order in which title and text name them.

    Taken from the title, from the sentences of introduction and conclusion, and from the middle
    where a section ends in its ruling or sets the verb in capitals. Qualifiers come only from the
    ruling's own clauses. The title's outcome outranks the conclusion's, and that the
    introduction's, which only announces.
    """
    title = find_printed_title(clean)
    places = list_ruling_sentences(clean)
    statements = [*(state_title(*title) if title else ())]
    for place in places:
        statements += state_sentence(place)
    if all(each.weight is Weight.MIDDLE for each in statements):
        statements += state_closing_word(clean)
    if title and not statements:
        statements = [*state_stipulation(*title, clean)]
    announcements = (*list_titled_motions(clean), *list_announcements(places))
    if all(each.kind == CALENDAR for each in statements):
        statements = _state_deferral(clean, places, announcements) or statements
    groups = _group(_resolve_generic(statements, announcements))
    entries = _list_group_entries(groups, announcements, clean)
    return tuple(
        Claim(
            Ruling(
                _word(group),
                _decide(group),
                tuple(dict.fromkeys(q for statement in group for q in statement.qualifiers)),
                own,
                _find_kind(group),
                _find_movant(group),
            ),
            max(group, key=lambda statement: statement.weight).span,
            max(group, key=lambda statement: statement.weight).reason,
        )
        for group, own in zip(groups, entries, strict=True)
    )
