"""What was asked, how it was decided, and on which docket entries: one ruling a motion."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from build_scripts.describing.appellants import find_appellant
from build_scripts.describing.candidates import read_weights, weigh
from build_scripts.describing.court import find_court, is_of_appeal
from build_scripts.describing.document import find_document_number
from build_scripts.describing.guesses import LEAST_CONFIDENCE
from build_scripts.describing.motion_entries import (
    find_deferred,
    find_entries,
    find_report_entry,
    list_announcements,
    list_named,
    list_reference_entries,
    list_terminated,
    list_titled_motions,
)
from build_scripts.describing.motion_print import is_readable, read_print
from build_scripts.describing.motions import Motion, are_two_movants, find_head, find_motions
from build_scripts.describing.opening import join_prose
from build_scripts.describing.ruling_groups import (
    Group,
    decide,
    drop_reasons,
    group_statements,
    merge_alike,
    name_kind,
)
from build_scripts.describing.ruling_sentences import RulingSentence, Weight, list_ruling_sentences
from build_scripts.describing.ruling_signals import is_hardly_said, list_ruling_signals
from build_scripts.describing.ruling_statements import (
    APPEAL,
    APPROVAL,
    CALENDAR,
    CASE,
    REPORT,
    Statement,
    state_adopted,
    state_announced,
    state_certiorari,
    state_closing_word,
    state_command,
    state_concluded,
    state_report,
    state_sentence,
    state_so_ordered,
    state_stipulation,
    state_syllabus,
    state_title,
)
from build_scripts.describing.title import find_printed_title
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import (
    Claim,
    MotionKind,
    Outcome,
    Party,
    Qualifier,
    Ruling,
    Span,
)
from build_scripts.model.law.outcome_words import read_outcome
from build_scripts.model.law.ruling_forms import forms
from build_scripts.model.text.name_case import to_normal_case
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "rulings.toml")

_LONGEST_WORDING = 120
_HARDLY = 0.65  # confidence at most, where words hardly decide
_MISREAD = 0.7  # confidence at most, where a name was read across columns
_NAMED_BEFORE = 1200  # characters in which "the motion" was named
_LEAVE_TO_AMEND = "motion for leave to amend"  # as leave is worded where no motion is named
_CROSS_MOTION = "cross motion"  # never the motion that it answers
_PETITIONS = frozenset({MotionKind.HABEAS_CORPUS})
_KINDS = frozenset(MotionKind)
_NO_MOTION = (CASE, APPEAL, CALENDAR, REPORT)
_AFTER_REPORT = (CASE, CALENDAR, MotionKind.OBJECTION)  # what is decided with a report
_PAPERS = {"motion", "request"}  # that one paper can be
_PLACES = ("first", "second", "third", "fourth", "fifth")


def _find_main_motion(
    statements: list[Statement], announcements: tuple[Motion, ...]
) -> tuple[str, str] | None:
    """Return the motion that "the motion" means, as kind and wording; None if several could be."""
    known = [
        each for each in statements if each.kind not in (None, MotionKind.OBJECTION, *_NO_MOTION)
    ]
    kinds = {each.kind for each in known}
    titled = {each.kind for each in known if each.weight is Weight.TITLE}
    named = {
        kind or "": _word([each for each in known if each.kind == kind])
        for kind in (titled if len(kinds) > 1 else kinds)  # the title's is what the order is about
    }
    if len(named) == 1 and _go_two_ways(known):
        # Parts of it are granted and denied: what brings the motion names the whole.
        brought = next((each for each in announcements if each.kind in named), None)
        named = {str(brought.kind): brought.wording} if brought else named
    if not kinds:
        first = [(each.kind, each.wording) for each in announcements if each.kind]
        several = len({each.outcome for each in statements if each.kind is None}) > 1
        named = dict(first if several else first[:1])
    return next(iter(named.items())) if len(named) == 1 else None


def _resolve_entries(
    statements: list[Statement], announcements: tuple[Motion, ...], clean: CleanOrder
) -> list[Statement]:
    """Give "the motion (Doc. 12)" the kind of the motion that elsewhere has entry 12."""
    named: list[Motion | Statement] = [*reversed(announcements), *statements]
    known = {
        entry: (each.kind, each.wording)
        for each in named
        if each.kind not in (None, *_NO_MOTION)
        for entry in each.entries
    }
    known |= {
        entry: (each.motion.kind, each.motion.wording)
        for each in reversed(list_named(clean))
        if each.motion.kind
        for entry in each.motion.entries
        if entry not in known
    }
    resolved = []
    for each in statements:
        meant = [known[entry] for entry in each.entries if entry in known]
        if each.kind is not None or not meant:
            resolved.append(each)
            continue
        # "All pending motions (ECF Nos. 15, 19, 22) are stricken": each by its entry.
        if len(each.entries) > len(meant) and _lists_entries(each):
            resolved.append(each)  # some of them are motions that nothing else names
            continue
        for kind, wording in dict.fromkeys(meant if len(meant) == len(each.entries) else meant[:1]):
            own = tuple(one for one in each.entries if known.get(one, (kind, ""))[0] == kind)
            resolved.append(replace(each, kind=kind, wording=wording, entries=own))
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
    dismissed = next((each for each in statements if each.kind == MotionKind.DISMISS), None)
    if dismissed and dismissed.outcome is not Outcome.DENIED:
        # Leave to amend that nobody moved for goes with the dismissal.
        statements = [
            replace(each, kind=dismissed.kind, outcome=dismissed.outcome, weight=Weight.PASSING)
            if each.wording == _LEAVE_TO_AMEND
            and each.outcome is Outcome.GRANTED
            and not (each.movant or each.entries)
            else each
            for each in statements
        ]
    motions = [each for each in statements if each.kind != CALENDAR]
    return motions or statements


def _list_own(
    statement: Statement, named: Sequence[Motion | Statement]
) -> Sequence[Motion | Statement]:
    """Return those of the motions that the statement's movant made."""
    own = [one for one in named if one.movant and statement.movant]
    return [one for one in own if not are_two_movants(one.movant, statement.movant)]


def _resolve_by_place(
    statements: list[Statement], announcements: tuple[Motion, ...], clean: CleanOrder
) -> list[Statement]:
    """Give "the motion" the kind of its party's one motion, else of the last named before it."""
    known = {each.kind for each in statements} | {each.kind for each in announcements}
    resolved = []
    for each in statements:
        if each.kind is None and not each.entries and not _PATTERNS.ALL.match(each.wording):
            named = [one for one in _list_named_before(each, clean) if one.kind in known]
            decided = [one for one in statements if one.kind not in (None, *_NO_MOTION)]
            own = _list_own(each, decided)
            if len({one.kind for one in own}) != 1:
                others = [one for one in named if not _is_anothers(each, [one.movant])]
                own = _list_own(each, named) or others
            if own:
                each = replace(each, kind=own[-1].kind, wording=own[-1].wording)
        resolved.append(each)
    return resolved


def _resolve_petitions(statements: list[Statement], clean: CleanOrder) -> list[Statement]:
    """Give "the petition is denied" the petition that is named last before it."""
    resolved = []
    for each in statements:
        if each.kind is None and not each.entries and _is_petition(each.wording):
            named = [one for one in _list_named_before(each, clean) if _is_petition(one.wording)]
            if named:
                each = replace(each, kind=named[-1].kind, wording=named[-1].wording)
        resolved.append(each)
    return resolved


def _list_named_before(statement: Statement, clean: CleanOrder) -> list[Motion]:
    start = statement.span.start
    before = clean.reading_text[max(0, start - _NAMED_BEFORE) : start]
    return [one for line in before.splitlines() for one in find_motions(line) if one.kind]


def _spread(statements: list[Statement], announcements: tuple[Motion, ...]) -> list[Statement]:
    """Give "the motions are DENIED" to each of the motions before the court, if it names none."""
    brought: dict[str, Motion] = {}
    for announced in announcements:
        if announced.kind:
            brought.setdefault(announced.kind, announced)
    named = (each for each in statements if each.weight is not Weight.PASSING)
    if len(brought) < 2 or any(each.kind not in (None, *_NO_MOTION) for each in named):
        return statements
    spread: list[Statement] = []
    for each in statements:
        if each.kind is None and not each.entries and _PATTERNS.ALL.match(each.wording):
            spread += (
                replace(each, kind=one.kind, wording=one.wording, movant=one.movant)
                for one in brought.values()
            )
        else:
            spread.append(each)
    return spread


def _resolve_ordinals(
    statements: list[Statement], announcements: tuple[Motion, ...]
) -> list[Statement]:
    """Give "the first motion is DENIED and the second is GRANTED" the motions brought in order.

    If other motions than these are brought, an ordinal may count something else.
    """
    brought = list({each.kind: each for each in announcements if each.kind}.values())
    placed = dict(zip((f"{place} motion" for place in _PLACES), brought, strict=False))
    wordings = {each.wording for each in statements if each.kind is None and each.wording in placed}
    if len(wordings) < 2 or len(wordings) != len(brought):
        return statements
    return [
        replace(each, kind=meant.kind, wording=meant.wording, movant=meant.movant)
        if each.kind is None and (meant := placed.get(each.wording))
        else each
        for each in statements
    ]


def _lists_entries(statement: Statement) -> bool:
    """Return whether a statement decides unnamed motions by their entries."""
    several = len(statement.entries) > 1 and _PATTERNS.SEVERAL.search(statement.wording)
    return statement.kind is None and bool(several)


def _is_anothers(statement: Statement, movers: Sequence[str | None]) -> bool:
    """Return whether other parties brought a motion than the statement names."""
    return bool(movers) and all(are_two_movants(one, statement.movant) for one in movers)


_FOLLOWS = {Outcome.STAYED: MotionKind.STAY, Outcome.TRANSFERRED: MotionKind.TRANSFER}


def _name_by_what_follows(statements: list[Statement]) -> list[Statement]:
    """Name the motion of "grants the motion and stays the case": it asked for what follows."""
    follows = {
        each.span: _FOLLOWS[each.outcome]
        for each in statements
        if each.kind == CASE and each.outcome in _FOLLOWS
    }
    named = []
    for each in statements:
        kind = follows.get(each.span)
        if kind and each.kind is None and not each.entries and each.outcome is Outcome.GRANTED:
            each = replace(each, kind=kind, wording=f"{find_head(each.wording)} to {kind}")
        named.append(each)
    return named


def _is_petition(wording: str) -> bool:
    return "petition" in find_head(wording)  # "unopposed petition" is one too


def _can_mean(
    each: Statement, rank: int, own: Sequence[tuple[int, Statement]], *, ahead: bool
) -> bool:
    """Return whether "the motion" can mean the one motion that other sentences decide by name.

    Not in "the motion is granted, and the request for fees is denied": it is named before it, or
    is another paper with another end. It comes `ahead` of its name where no other was brought.
    `own` are the statements that name the motion, with their ranks.
    """
    if each.entries and own and all(_are_apart(one.entries, each.entries) for _, one in own):
        return False
    before = (one for place, one in own if place < rank or (ahead and one.span != each.span))
    paper = find_head(each.wording).split(" ")[0].removesuffix("s")
    return not own or any(
        one.weight is Weight.TITLE or one.outcome is each.outcome or paper in one.wording
        for one in before
    )


def _are_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two statements name entries, and none that both name."""
    return bool(one and other) and not set(one) & set(other)


def _is_bare_cross(statement: Statement) -> bool:
    return statement.kind is None and statement.wording.replace("-", " ") == _CROSS_MOTION


def _give_main(
    statements: list[Statement], announcements: tuple[Motion, ...], main: tuple[str, str]
) -> list[Statement]:
    """Give "the motion" the one motion that sentences decide by name, or the other one brought.

    What is neither, and no more than said in passing, is left out.
    """
    kind, wording = main
    named: list[Motion | Statement] = [*statements, *announcements]
    movers: dict[str | None, list[str | None]] = defaultdict(list)
    for one in named:
        movers[one.kind].append(one.movant)
    # Of motions of two parties the words of one's are not the other's.
    brought = dict.fromkeys(each.movant for each in named if each.kind in (kind, None))
    if any(are_two_movants(one, other) for one, other in pairwise(filter(None, brought))):
        wording = find_head(wording) or wording
    announced = {each.kind: each.wording for each in announcements if each.kind}
    others = [
        (each, words)
        for each, words in announced.items()
        if each in _KINDS and not (each in kind or kind in each)  # partial summary judgment
    ]
    ahead = kind in announced or len(others) != 1
    own = [(rank, each) for rank, each in enumerate(statements) if each.kind == kind]
    spans = {each.span for _, each in own}
    weight = max((each.weight for _, each in own), default=Weight.PASSING)
    given = []
    for rank, each in enumerate(statements):
        if each.kind is None:
            meant = [(kind, wording)] if _can_mean(each, rank, own, ahead=ahead) else others
            one_kind, words = meant[0] if len(meant) == 1 else (None, "")
            if one_kind and _fits(each, words, movers[one_kind]):
                each = replace(each, kind=one_kind, wording=words)
            elif each.weight < weight and each.span not in spans:
                continue
        given.append(each)
    return given


def _fits(statement: Statement, wording: str, movers: Sequence[str | None]) -> bool:
    """Return whether "the petition", "the joint motion" or "Roe's motion" can be a motion.

    "The second motion" is one of several, and those are not known here.
    """
    is_joint = _PATTERNS.JOINT.match(statement.wording) and not _PATTERNS.JOINT.match(wording)
    is_one_of_several = statement.wording.startswith(_PLACES)
    return (
        _is_petition(wording) == _is_petition(statement.wording)
        and not is_joint
        and not is_one_of_several
        and not _is_anothers(statement, movers)
    )


def _resolve_generic(
    statements: list[Statement], announcements: tuple[Motion, ...], clean: CleanOrder
) -> list[Statement]:
    """Give "the motion" the kind of the motion meant; where it is not plain which, leave it out."""
    statements = [
        replace(each, kind=_CROSS_MOTION) if _is_bare_cross(each) else each for each in statements
    ]
    statements = _name_by_what_follows(_resolve_entries(statements, announcements, clean))
    statements = _drop_consequences(statements)
    listed = any(map(_lists_entries, statements))
    if not listed:
        statements = _resolve_ordinals(_spread(statements, announcements), announcements)
    statements = _resolve_petitions(statements, clean)
    main = _find_main_motion(statements, announcements)
    if main and not listed:
        return _give_main(statements, announcements, main)
    statements = _resolve_by_place(statements, announcements, clean)
    known = [each for each in statements if each.kind not in (None, MotionKind.OBJECTION)]
    names_motion = any(each.kind not in _NO_MOTION for each in known)
    decided = {(each.span, each.outcome) for each in known}
    return [
        each
        for each in statements
        if each.kind is not None
        or (names_motion and each.entries)
        or (
            (not names_motion or _is_petition(each.wording))
            and (each.span, each.outcome) not in decided
        )
    ]


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
    named = heads if len(scopes) > 1 else wordings
    short = [each for each in named if len(each) <= _LONGEST_WORDING]
    return short or [each for each in heads if len(each) <= _LONGEST_WORDING]


def _go_two_ways(statements: list[Statement]) -> bool:
    return {Outcome.GRANTED, Outcome.DENIED} <= {each.outcome for each in statements}


def _word_appeal(statements: list[Statement]) -> str:
    """Return what is appealed from, in the words of the heaviest place; of parts of a decision
    that are all decided alike, what they share.
    """
    named = [each for each in statements if each.wording != APPEAL] or statements
    top = max(each.weight for each in named)
    wordings = [each.wording for each in named if each.weight is top]
    longest = max(wordings, key=len)
    if all(longest.startswith(each) for each in wordings):
        return longest
    whole = [each for each in wordings if _PATTERNS.WHOLE.fullmatch(each)]
    return max(whole, key=len, default="") or _share_words(wordings) or APPEAL


def _word(group: Group) -> str:
    titled = [each for each in group if each.weight is Weight.TITLE]
    title = next((each for each in titled if each.kind == name_kind(group)), None)
    if title:
        return title.wording
    outcome = decide(group)
    own = [statement for statement in group if statement.kind == name_kind(group)]
    # Where parts are decided apart, what is said of the whole names it.
    if outcome is Outcome.GRANTED_IN_PART:
        own = [statement for statement in own if statement.outcome is outcome] or own
        own = [each for each in own if each.weight is max(one.weight for one in own)]
    if name_kind(group) == APPEAL:
        return _word_appeal(own)
    wordings = [each.wording for each in own if len(each.wording) <= _LONGEST_WORDING]
    if len({each.outcome for each in own}) > 1 and (shared := _share_words(wordings)):
        return shared
    wordings = _leave_out_scopes(_join_papers(own))
    longest = max(wordings or [own[0].wording], key=len)
    # "to dismiss the first claim", "to dismiss the second claim": a motion to dismiss, in parts.
    whole = [one for one in wordings if longest.startswith(f"{one} ")]
    parts = [one for one in wordings if any(one.startswith(f"{part} ") for part in whole)]
    return max(whole, key=len) if len(set(parts) - set(whole)) > 1 else longest


def _list_group_entries(
    groups: list[Group], announcements: tuple[Motion, ...], clean: CleanOrder
) -> list[tuple[str, ...]]:
    """Return the entries of each group.

    Those of the reference line, else of its own sentences, else of the sentence that brings the
    motion before the court, else of the motion's name elsewhere.
    """
    # "[2] Nor did the defendants …": the same number in brackets elsewhere is a note's mark.
    notes = {mark[1] for each in clean.blocks if (mark := re.match(r"\[(\d+)\]\s[A-Z]", each.text))}
    stated = [_list_own_entries(group, alone=_is_alone(group, groups)) for group in groups]
    silent = [index for index, entries in enumerate(stated) if not entries]
    own = find_document_number(clean)
    reference = tuple(
        entry for entry in list_reference_entries(clean) if not own or entry != own.value
    )
    motions = [index for index, group in enumerate(groups) if name_kind(group) not in _NO_MOTION]
    for index, group in enumerate(groups):
        if name_kind(group) == REPORT and reference:
            # An order on a report refers to it, not to the motion.
            stated[index], reference = stated[index] or reference[:1], ()
    if reference and len(motions) == 1:
        stated[motions[0]] = reference
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
                _find_movant(groups[index]),
                announcements,
                clean,
                alone=len(motions) == 1,
                several=bool(_PATTERNS.SEVERAL.search(_word(groups[index]))),
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


def _is_alone(group: Group, groups: list[Group]) -> bool:
    return [name_kind(each) for each in groups].count(name_kind(group)) == 1


def _list_own_entries(group: Group, *, alone: bool) -> tuple[str, ...]:
    """Return the entries of a group's sentences; a title that names them outranks the sentences,
    unless it names those of several motions of a kind.
    """
    titled = [each for each in group if each.weight is Weight.TITLE and each.entries]
    if not alone:
        titled = [each for each in group if each.weight is not Weight.TITLE and each.entries]
    return tuple(dict.fromkeys(entry for each in titled or group for entry in each.entries))


def _state_deferral(
    clean: CleanOrder, places: tuple[RulingSentence, ...], announcements: tuple[Motion, ...]
) -> list[Statement]:
    """Return a motion that waits for more papers: nothing else is decided."""
    deferred = find_deferred(clean, places, announcements)
    if not deferred:
        return []
    motion, span = deferred
    return [
        Statement(
            motion.wording,
            motion.kind,
            Outcome.DEFERRED,
            span,
            "more is asked for before the motion is decided",
            entries=motion.entries,
        )
    ]


def _find_kind(group: Group) -> MotionKind:
    kind = name_kind(group) or ""
    if kind in _KINDS:
        return MotionKind(kind)
    first = kind.partition(" ")[0]
    return MotionKind(first) if first in (CASE, APPEAL) else MotionKind.OTHER


def _find_movant(group: Group, *, alone: bool = True) -> str | None:
    best = sorted(group, key=lambda each: each.weight, reverse=True)
    if not alone:  # "Defendants" of the title are those who brought the several motions
        best.sort(key=lambda each: bool(each.entries), reverse=True)
    return next((each.movant for each in best if each.movant), None)


def _name_movers(groups: list[Group], announcements: tuple[Motion, ...]) -> list[Group]:
    """Set who brought a motion before the court, if its sentences name nobody and one party did."""
    kinds = [name_kind(group) for group in groups]
    named = []
    for group, kind in zip(groups, kinds, strict=True):
        movers = [each.movant for each in announcements if each.kind == kind and each.movant]
        apart = any(are_two_movants(one, other) for one, other in pairwise(movers))
        if movers and not apart and not _find_movant(group) and kinds.count(kind) == 1:
            group = [replace(group[0], movant=movers[0]), *group[1:]]
        named.append(group)
    return named


def _list_statements(
    clean: CleanOrder, places: tuple[RulingSentence, ...], announcements: tuple[Motion, ...]
) -> list[Statement]:
    """Return all that the order decides by its words; else what it commands or so orders."""
    title = find_printed_title(clean)
    statements = [*(state_title(*title) if title else ())]
    for place in places:
        statements += state_sentence(place)
    if not any(each.kind == APPEAL and each.weight > Weight.MIDDLE for each in statements):
        court = find_court(clean)
        of_supreme_court = court is not None and court.value.court_id == "scotus"
        statements += state_closing_word(clean) or (
            state_syllabus(clean) if of_supreme_court else ()
        )
    if all(each.kind is None for each in statements):
        statements = [*state_certiorari(clean)] or statements
    if all(each.kind in _AFTER_REPORT for each in statements):
        statements += state_adopted(places)
    statements += state_report(places)
    # What is said in passing counts where no motion is decided elsewhere.
    plain = [each for each in statements if each.weight is not Weight.PASSING]
    if any(each.kind not in (CASE, CALENDAR) for each in plain):
        statements = plain
    else:
        statements = [each for each in statements if each in plain or each.kind]
    motions = [each for each in statements if each.kind not in (CASE, CALENDAR)]
    if not motions:
        statements = [
            *statements,
            *(state_announced(places, "a settlement is approved") or state_concluded(places)),
        ]
    if title and not statements:
        statements = [*state_stipulation(*title, clean)]
    if all(each.kind == CALENDAR for each in statements):
        statements = (
            _state_deferral(clean, places, announcements)
            or [*state_command(places, announcements)]
            or [*state_so_ordered(clean)]
            or [*state_announced(places, "relief is announced")]
            or [*state_announced(places, "what was asked for is approved", announcements)]
            or [*state_announced(places, "a judgment is ordered")]
            or statements
        )
    stamp = forms.STAMPED.search(clean.text)
    outcome = read_outcome(stamp["verb"]) if stamp else None
    return [replace(each, outcome=outcome) for each in statements] if outcome else statements


def find_rulings(
    clean: CleanOrder, parties: Sequence[Claim[Party]] = ()
) -> tuple[Claim[Ruling], ...]:
    """Return one ruling for each motion, in the order of the sentences that decide.

    Those that are more likely wrong than right are left out. `parties` are those of the caption:
    their roles show who appeals.

    Taken from the title, from the sentences of introduction and conclusion, and from the middle
    where a section ends in its ruling or prints the verb in capitals. Qualifiers come only from the
    ruling's own clauses. The title's outcome outranks the conclusion's, and that the
    introduction's, which only announces.
    """
    groups, entries = gather_rulings(clean)
    claims = (_claim(group, groups, own, clean) for group, own in zip(groups, entries, strict=True))
    kept = (each for each in claims if (each.confidence or 0) >= LEAST_CONFIDENCE)
    printed = _name_appellants([_print(each, clean) for each in kept], parties, clean)
    return tuple(sorted(printed, key=lambda each: each.evidence.start if each.evidence else 0))


def _is_brought(ruling: Ruling) -> bool:
    """Return whether only who appeals or petitions can have asked for what is ruled on."""
    review = _PATTERNS.BROUGHT.match(ruling.motion)
    return ruling.movant is None and bool(ruling.kind is MotionKind.APPEAL or review)


def _name_appellants(
    claims: list[Claim[Ruling]], parties: Sequence[Claim[Party]], clean: CleanOrder
) -> list[Claim[Ruling]]:
    """Set who appealed or petitioned, where the rulings do not name it."""
    brought = [_is_brought(each.value) for each in claims]
    who = find_appellant(parties, clean) if any(brought) else None
    return [
        replace(claim, value=replace(claim.value, movant=who)) if who and own else claim
        for claim, own in zip(claims, brought, strict=True)
    ]


def _name_as_in_prose(movant: str, prose: str) -> str:
    """Return a movant whom a title prints in capitals in normal case; prose shows what is short
    for a name: "NYSDOT".
    """
    words = (
        word if word in prose and word.capitalize() not in prose else to_normal_case(word, prose)
        for word in movant.split()
    )
    return " ".join(words)


def _print(claim: Claim[Ruling], clean: CleanOrder) -> Claim[Ruling]:
    """Return the claim with its motion worded as the order prints it."""
    ruling, evidence = claim.value, claim.evidence
    if ruling.movant:
        ruling = replace(ruling, movant=_name_as_in_prose(ruling.movant, join_prose(clean)))
    if ruling.outcome is Outcome.VACATED and find_court(clean) and not is_of_appeal(clean):
        ruling = replace(ruling, motion=_PATTERNS.OWN_ORDER.sub("", ruling.motion))
    motion, printed = read_print(ruling.motion, evidence or Span(0, 0), clean)
    if motion == APPROVAL or not is_readable(motion, clean):
        # No words of ours: those that decide are quoted.
        unnamed = motion if motion == APPROVAL else ruling.kind.value
        motion, printed = find_head(motion).split(" to ")[0] or unnamed, None
        claim = replace(claim, confidence=min(claim.confidence or 0, _MISREAD))
    return replace(claim, value=replace(ruling, motion=motion, printed=printed))


def gather_rulings(clean: CleanOrder) -> tuple[list[Group], list[tuple[str, ...]]]:
    """Return the statements of each motion and the docket entries of each, however sure."""
    places = list_ruling_sentences(clean)
    announcements = (*list_titled_motions(clean), *list_announcements(places))
    statements = _list_statements(clean, places, announcements)
    groups = drop_reasons(group_statements(_resolve_generic(statements, announcements, clean)))
    groups = _carry_out_report([_drop_notes(group, clean) for group in merge_alike(groups)])
    entries = _list_group_entries(groups, announcements, clean)
    return _name_movers(groups, announcements), entries


def _carry_out_report(groups: list[Group]) -> list[Group]:
    """Let what the court decides replace what a report on the same motion recommended."""
    outcomes = {decide(group) for group in groups if name_kind(group) == REPORT}
    adopted = outcomes == {Outcome.GRANTED}
    carried = []
    for group in groups:
        own = [each for each in group if Qualifier.RECOMMENDED not in each.qualifiers]
        # A report's title does not show that the report only recommends.
        if any(outcomes or each.weight is not Weight.TITLE for each in own):
            group = own
        elif adopted:
            group = [_decide_so(each) for each in group]
        carried.append(group)
    return carried


def _decide_so(statement: Statement) -> Statement:
    own = (one for one in statement.qualifiers if one is not Qualifier.RECOMMENDED)
    return replace(statement, qualifiers=tuple(own))


def _drop_notes(group: Group, clean: CleanOrder) -> Group:
    """Return a motion's statements without those of footnotes, if the text itself decides it."""
    notes = clean.map.located[len(clean.blocks) :]
    body = [each for each in group if not notes or each.span.start < notes[0][0]]
    return body or group


def _claim(
    group: Group, groups: list[Group], entries: tuple[str, ...], clean: CleanOrder
) -> Claim[Ruling]:
    # A sentence is better evidence than the title, which says no more.
    in_text = [statement for statement in group if statement.weight is not Weight.TITLE]
    best = max(in_text or group, key=lambda statement: statement.weight)
    ruling = Ruling(
        _word(group),
        decide(group),
        tuple(dict.fromkeys(q for statement in group for q in statement.qualifiers)),
        entries,
        _find_kind(group),
        _find_movant(group, alone=_is_alone(group, groups)),
    )
    signals = list_ruling_signals(group, groups, entries, clean)
    confidence = round(weigh(signals, read_weights("rulings")), 2)
    reviews = name_kind(group) == APPEAL and is_of_appeal(clean)
    if is_hardly_said(group) and not reviews:
        confidence = min(confidence, _HARDLY)
    return Claim(ruling, best.span, best.reason, confidence=confidence)
