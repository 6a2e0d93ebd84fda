"""Find which motion is meant by “the motion”, “the petition”, “the second motion”, or a number."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from build_scripts.describing.motion_entries import list_named
from build_scripts.describing.motions import Motion, are_two_movants, find_head, find_motions
from build_scripts.describing.ruling_groups import names_several
from build_scripts.describing.ruling_names import go_two_ways, word_group
from build_scripts.describing.ruling_sentences import Weight
from build_scripts.describing.ruling_statements import CALENDAR, CASE, NO_MOTION, PART, Statement
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import MotionKind, Outcome
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "ruling_references.toml")

_NAMED_BEFORE = 1200  # characters in which "the motion" was named
_LEAVE_TO_AMEND = "motion for leave to amend"  # as leave is worded where no motion is named
_RELIEF = "request for relief"  # as relief is worded where no motion is named
_CROSS_MOTION = "cross motion"  # never the motion that it answers
_PETITIONS = frozenset({MotionKind.HABEAS_CORPUS})
_KINDS = frozenset(MotionKind)
_PLACES = ("first", "second", "third", "fourth", "fifth")


def _find_main_motion(
    statements: list[Statement], announcements: tuple[Motion, ...]
) -> tuple[str, str] | None:
    """Return the motion that "the motion" means, as kind and wording; None if several could be."""
    known = [
        each
        for each in statements
        if each.kind not in (None, MotionKind.OBJECTION, *NO_MOTION)
        and not each.kind.startswith(CASE)
    ]
    kinds = {each.kind for each in known}
    titled = {each.kind for each in known if each.weight is Weight.TITLE}
    named = {
        kind or "": word_group([each for each in known if each.kind == kind])
        for kind in (titled if len(kinds) > 1 else kinds)  # the title's is what the order is about
    }
    if len(named) == 1 and go_two_ways(known):
        # Parts of it are granted and denied: what brings the motion names the whole.
        apart = sorted(announcements, key=lambda each: names_several(each.wording))
        brought = next((each for each in apart if each.kind in named), None)
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
        if each.kind not in (None, *NO_MOTION)
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
        # "All pending motions (ECF Nos. 15, 19, 22) are stricken": each by its entry, unless some
        # of them are motions that nothing else names.
        unnamed = len(each.entries) > len(meant) and _lists_entries(each)
        if each.kind is not None or not meant or unnamed:
            resolved.append(each)
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
        # "The complaint is dismissed without prejudice as to that claim" tells how it was granted.
        statements = [
            replace(each, kind=CASE) if each.kind == PART else each for each in statements
        ]
    # "The relief sought is granted": that of the motion which is.
    given = {each.outcome for each in statements if each.wording != _RELIEF}
    bare = {(_RELIEF, (), outcome) for outcome in given}
    statements = [one for one in statements if (one.wording, one.entries, one.outcome) not in bare]
    motions = [each for each in statements if each.kind != CALENDAR]
    return motions or statements


def _list_own(
    statement: Statement, named: Sequence[Motion | Statement]
) -> Sequence[Motion | Statement]:
    """Return those of the motions that the statement's movant made, by the same name if by any."""
    own = [one for one in named if one.movant and statement.movant]
    same = [one for one in own if one.movant == statement.movant]
    return same or [one for one in own if not are_two_movants(one.movant, statement.movant)]


def _resolve_by_place(
    statements: list[Statement], announcements: tuple[Motion, ...], clean: CleanOrder
) -> list[Statement]:
    """Give "the motion" the kind of its party's one motion, else of the last named before it."""
    known = {each.kind for each in statements} | {each.kind for each in announcements}
    resolved = []
    for each in statements:
        every = _names_all(each)
        if each.kind is None and each.entries and each.movant and not every:
            each = _name_in_paragraph(each, clean)
        elif each.kind is None and not each.entries and (each.movant or not every):
            named = [one for one in _list_named_before(each, clean) if one.kind in known]
            decided = [one for one in statements if one.kind not in (None, *NO_MOTION)]
            own = _list_own(each, decided)
            if every and len({one.kind for one in own}) != 1:
                own = []  # "the defendants' pending motions" may be several
            elif len({one.kind for one in own}) != 1:
                others = [one for one in named if not _is_anothers(each, [one.movant])]
                own = _list_own(each, named) or others
            if own:
                each = replace(each, kind=own[-1].kind, wording=own[-1].wording)
        resolved.append(each)
    return resolved


def _name_in_paragraph(each: Statement, clean: CleanOrder) -> Statement:
    """Name "the defendants' motion (Doc. 17)" by the one motion of theirs that its paragraph names
    before it.
    """
    start = each.span.start
    above = clean.reading_text[max(0, start - _NAMED_BEFORE) : start].rpartition("\n")[2]
    brought = [one for one in find_motions(above) if one.kind and one.movant]
    own = _list_own(each, brought)
    if len({one.kind for one in brought}) != 1 or len(own) != len(brought):
        return each
    return replace(each, kind=own[-1].kind, wording=own[-1].wording)


def _resolve_petition(each: Statement, statements: list[Statement], clean: CleanOrder) -> Statement:
    """Give "the petition is denied" the petition that is named last before it; that of a title is
    the one that the order decides by name.
    """
    if each.kind is not None or each.entries or not _is_petition(each.wording):
        return each
    titled = each.weight is Weight.TITLE
    known: Sequence[Motion | Statement] = statements if titled else _list_named_before(each, clean)
    named = [one for one in known if one.kind and _is_petition(one.wording)]
    return replace(each, kind=named[-1].kind, wording=named[-1].wording) if named else each


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
    if len(brought) < 2 or any(each.kind not in (None, *NO_MOTION) for each in named):
        return statements
    return [
        replace(each, kind=one.kind, wording=one.wording, movant=one.movant) if one else each
        for each in statements
        for one in (brought.values() if _names_all(each) else (None,))
        if one is None or _is_petition(one.wording) == _is_petition(each.wording)
    ]


def _names_all(each: Statement) -> bool:
    bare = each.kind is None and not each.entries
    return bare and _PATTERNS.ALL.match(each.wording) is not None


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
    several = len(statement.entries) > 1 and names_several(statement.wording)
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
    return [
        replace(each, kind=kind, wording=f"{find_head(each.wording)} to {kind}")
        if (kind := follows.get(each.span))
        and (each.kind, each.entries, each.outcome) == (None, (), Outcome.GRANTED)
        else each
        for each in statements
    ]


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
    before = (
        one
        for place, one in own
        if place < rank or (one.span != each.span and (ahead or _is_repeated(each, one)))
    )
    paper = find_head(each.wording).split(" ")[0].removesuffix("s")
    return not own or any(
        one.weight is Weight.TITLE or one.outcome is each.outcome or paper in one.wording
        for one in before
    )


def _is_repeated(announced: Statement, concluded: Statement) -> bool:
    """Return whether a conclusion names the motion that the introduction calls "Roe's motion"."""
    by_one = announced.movant and announced.movant in (concluded.movant or "")  # "Defendant Roe"
    alike = by_one and announced.outcome is concluded.outcome
    introduced = announced.weight is Weight.INTRODUCTION
    return bool(alike) and introduced and concluded.weight is Weight.CONCLUSION


def _are_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two statements name entries, and none that both name."""
    return bool(one and other) and not set(one) & set(other)


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
    own = [(rank, each) for rank, each in enumerate(statements) if each.kind == kind]
    entries = {entry for _, each in own for entry in each.entries}
    # "The motion for relief (Doc. 7)" that was brought is "the motion to dismiss (Doc. 7)".
    brought_so = any(entries.intersection(each.entries) for each in announcements)
    ahead = kind in announced or brought_so or len(others) != 1
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


def resolve_references(
    statements: list[Statement], announcements: tuple[Motion, ...], clean: CleanOrder
) -> list[Statement]:
    """Give "the motion" the kind of the motion meant; where it is not plain which, leave it out."""
    if not any(each.kind for each in announcements):
        named = [each.motion for each in list_named(clean) if each.motion.kind]
        announcements = (*announcements, *named) if len({each.kind for each in named}) == 1 else ()
    statements = [
        replace(each, kind=_CROSS_MOTION)
        if each.kind is None and each.wording.replace("-", " ") == _CROSS_MOTION
        else each
        for each in _resolve_entries(statements, announcements, clean)
    ]
    statements = _name_by_what_follows(statements)
    statements = _drop_consequences(statements)
    listed = any(map(_lists_entries, statements))
    if not listed:
        statements = _resolve_ordinals(_spread(statements, announcements), announcements)
    statements = [_resolve_petition(each, statements, clean) for each in statements]
    main = _find_main_motion(statements, announcements)
    if main and not listed:
        return _give_main(statements, announcements, main)
    statements = _resolve_by_place(statements, announcements, clean)
    known = [each for each in statements if each.kind not in (None, MotionKind.OBJECTION)]
    names_motion = any(each.kind not in NO_MOTION for each in known)
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
