"""Find the docket entries of each motion that was decided, and who moved."""

import re
from collections import Counter

from build_scripts.describing.document import find_document_number
from build_scripts.describing.motion_entries import (
    find_entries,
    find_report_entry,
    list_reference_entries,
    list_terminated,
)
from build_scripts.describing.motions import Motion
from build_scripts.describing.ruling_groups import Group, name_kind, names_several
from build_scripts.describing.ruling_names import word_group
from build_scripts.describing.ruling_sentences import Weight
from build_scripts.describing.ruling_statements import NO_MOTION, REPORT
from build_scripts.model.clean_order import CleanOrder


def list_group_entries(
    groups: list[Group], announcements: tuple[Motion, ...], clean: CleanOrder
) -> list[tuple[str, ...]]:
    """Return the entries of each group.

    Those of the reference line, else of its own sentences, else of the sentence that brings the
    motion before the court, else of the motion's name elsewhere.
    """
    # "[2] Nor did the defendants …": the same number in brackets elsewhere is a note's mark.
    notes = {mark[1] for each in clean.blocks if (mark := re.match(r"\[(\d+)\]\s[A-Z]", each.text))}
    stated = [_list_own_entries(group, alone=is_alone(group, groups)) for group in groups]
    silent = [index for index, entries in enumerate(stated) if not entries]
    own = find_document_number(clean)
    reference = tuple(
        entry for entry in list_reference_entries(clean) if not own or entry != own.value
    )
    motions = [index for index, group in enumerate(groups) if name_kind(group) not in NO_MOTION]
    for index, group in enumerate(groups):
        if name_kind(group) == REPORT and reference:
            # An order on a report refers to it, not to the motion.
            stated[index], reference = stated[index] or reference[:1], ()
    if reference and len(motions) == 1:
        named = {entry for each in announcements for entry in each.entries[:1]}
        only = tuple(entry for entry in reference if entry in named)
        one = len(only) == 1 and not names_several(word_group(groups[motions[0]]))
        stated[motions[0]] = only if one else reference
    else:
        _hand_out(reference, stated, motions)
    terminated = list_terminated(clean)
    if len(motions) == 1 and not stated[motions[0]]:
        stated[motions[0]] = terminated
    for index in range(len(groups)):
        if index in motions and not stated[index]:
            stated[index] = find_entries(
                name_kind(groups[index]),
                groups[index][0].number,
                find_movant(groups[index]),
                announcements,
                clean,
                alone=len(motions) == 1,
                several=names_several(word_group(groups[index])),
            )
        elif name_kind(groups[index]) == REPORT and not stated[index]:
            stated[index] = find_report_entry(clean)
    _hand_out(terminated, stated, motions)
    # Entries printed elsewhere do not show whose they are, if several motions of a kind fit.
    found = Counter((name_kind(groups[index]), stated[index]) for index in silent)
    for index in silent:
        if found[name_kind(groups[index]), stated[index]] > 1:
            stated[index] = ()
    stated = [tuple(entry for entry in own if entry not in notes) for own in stated]
    return _share_out(stated, [name_kind(group) for group in groups])


def _hand_out(entries: tuple[str, ...], stated: list[tuple[str, ...]], motions: list[int]) -> None:
    """Give the entries that no motion has to the one motion without any; of several it is unknown.

    Papers list entries by number and motions as they come: their places prove nothing.
    """
    left = [entry for entry in entries if not any(entry in own for own in stated)]
    without = [index for index in motions if not stated[index]]
    if len(without) == 1:
        stated[without[0]] = tuple(left)


def _share_out(stated: list[tuple[str, ...]], kinds: list[str | None]) -> list[tuple[str, ...]]:
    """Leave out lists of entries that several motions have, and entries that another has alone."""
    shared = {own for own in stated if len(own) > 1 and stated.count(own) > 1}
    alone = {(kind, own[0]) for kind, own in zip(kinds, stated, strict=True) if len(own) == 1}
    return [
        () if own in shared else tuple(e for e in own if len(own) == 1 or (kind, e) not in alone)
        for kind, own in zip(kinds, stated, strict=True)
    ]


def is_alone(group: Group, groups: list[Group]) -> bool:
    """Return whether no other motion of its kind was decided."""
    return [name_kind(each) for each in groups].count(name_kind(group)) == 1


def _list_own_entries(group: Group, *, alone: bool) -> tuple[str, ...]:
    """Return the entries of a group's sentences; a title that names them outranks the sentences,
    unless it names those of several motions of a kind.
    """
    titled = [each for each in group if each.weight is Weight.TITLE and each.entries]
    if not alone:
        titled = [each for each in group if each.weight is not Weight.TITLE and each.entries]
    return tuple(dict.fromkeys(entry for each in titled or group for entry in each.entries))


def find_movant(group: Group, *, alone: bool = True) -> str | None:
    """Return who moved, by the heaviest place that names anybody.

    `alone`: whether no other motion of its kind was decided.
    """
    best = sorted(group, key=lambda each: each.weight, reverse=True)
    if not alone:  # "Defendants" of the title are those who brought the several motions
        best.sort(key=lambda each: bool(each.entries), reverse=True)
    return next((each.movant for each in best if each.movant), None)
