"""What was asked, how it was decided, and on which docket entries: one ruling a motion."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from build_scripts.describing.appellants import find_appellant
from build_scripts.describing.candidates import read_weights, weigh
from build_scripts.describing.court import find_court, is_of_appeal
from build_scripts.describing.decisions import APPELLATE_OUTCOMES
from build_scripts.describing.guesses import LEAST_CONFIDENCE
from build_scripts.describing.motion_entries import (
    find_deferred,
    list_announcements,
    list_titled_motions,
)
from build_scripts.describing.motion_print import is_readable, read_print
from build_scripts.describing.motions import REVIEW, Motion, are_two_movants, find_head
from build_scripts.describing.opening import join_prose
from build_scripts.describing.ruling_entries import find_movant, is_alone, list_group_entries
from build_scripts.describing.ruling_groups import (
    Group,
    decide,
    drop_reasons,
    group_statements,
    list_support,
    merge_alike,
    name_kind,
    names_several,
)
from build_scripts.describing.ruling_names import word_group
from build_scripts.describing.ruling_references import resolve_references
from build_scripts.describing.ruling_sentences import RulingSentence, Weight, list_ruling_sentences
from build_scripts.describing.ruling_signals import (
    is_contradicted,
    is_hardly_said,
    list_ruling_signals,
)
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
    PartyRole,
    Qualifier,
    Ruling,
    Span,
)
from build_scripts.model.law.outcome_words import read_outcome
from build_scripts.model.law.ruling_forms import forms
from build_scripts.model.text.name_case import to_normal_case
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "rulings.toml")

_HARDLY = 0.65  # confidence at most, where words hardly decide
_LIKELY_TRUE = 0.6  # least chance that name, movant, entries and outcome are all true
_MISREAD = 0.7  # confidence at most, where a name was read across columns
_WRIT_REACH = 3000  # characters of a paper's beginning
_LONGEST_DECREE = 1200  # characters of a decree in several sentences
_KINDS = frozenset(MotionKind)
_OF_APPEALS = frozenset({PartyRole.APPELLANT, PartyRole.APPELLEE})
_PETITION = "petition"
_MAY_REMAND = (Outcome.REVERSED, Outcome.VACATED, Outcome.AFFIRMED_IN_PART)
_REMAND_REACH = 150  # characters after the sentence: "Judgment reversed. The cause is remanded"
_SENT_BACK = (CASE, Outcome.REMANDED)
_AFTER_REPORT = (CASE, CALENDAR, MotionKind.OBJECTION)  # what is decided with a report


def _state_deferral(
    clean: CleanOrder, places: tuple[RulingSentence, ...], announcements: tuple[Motion, ...]
) -> list[Statement]:
    """Return a motion that waits for more papers: nothing else is decided."""
    reason = "more is asked for before the motion is decided"
    deferred = find_deferred(clean, places, announcements)
    return [
        Statement(each.wording, each.kind, Outcome.DEFERRED, span, reason, entries=each.entries)
        for each, span in ([deferred] if deferred else [])
    ]


def _find_kind(group: Group) -> MotionKind:
    kind = name_kind(group) or ""
    if kind == MotionKind.PRELIMINARY_INJUNCTION and not any(
        _PATTERNS.FOR_A_TIME.search(each.wording) for each in group
    ):
        return MotionKind.OTHER
    if kind in _KINDS:
        return MotionKind(kind)
    first = kind.partition(" ")[0]
    return MotionKind(first) if first in (CASE, APPEAL) else MotionKind.OTHER


def _name_movers(groups: list[Group], announcements: tuple[Motion, ...]) -> list[Group]:
    """Set who brought a motion before the court, if its sentences name nobody and one party did."""
    kinds = [name_kind(group) for group in groups]
    named = []
    for group, kind in zip(groups, kinds, strict=True):
        several = names_several(word_group(group))
        movers = [
            each.movant
            for each in announcements
            if each.kind == kind and each.movant and (several or not names_several(each.wording))
        ]
        apart = any(are_two_movants(one, other) for one, other in pairwise(movers))
        if movers and not apart and not find_movant(group) and kinds.count(kind) == 1:
            group = [replace(group[0], movant=movers[0]), *group[1:]]
        named.append(group)
    return named


def _list_statements(
    clean: CleanOrder, places: tuple[RulingSentence, ...], announcements: tuple[Motion, ...]
) -> list[Statement]:
    """Return all that the order decides by its words; else what it commands or so orders.

    Of mixed columns only a court of appeals' word is read that has a line for itself.
    """
    if clean.is_unreadable:
        return [*state_closing_word(clean)] if is_of_appeal(clean) else []
    title = find_printed_title(clean)
    statements = [*(state_title(*title) if title else ())]
    for place in places:
        statements += state_sentence(place)
    said = [each for each in statements if each.kind == APPEAL and each.weight > Weight.MIDDLE]
    outcomes = {each.outcome for each in said}
    closing = () if Outcome.AFFIRMED_IN_PART in outcomes else state_closing_word(clean)
    if all(each.weight is Weight.INTRODUCTION for each in said):
        court = find_court(clean)
        silent = not said and court is not None and court.value.court_id == "scotus"
        closing = closing or (state_syllabus(clean) if silent else ())
    else:  # "Affirmed in part, reversed in part." outlasts what is said of a part
        closing = tuple(each for each in closing if each.outcome is Outcome.AFFIRMED_IN_PART)
    statements += [one for one in closing if one.outcome not in outcomes]
    asked_above = find_court(clean) is None or is_of_appeal(clean)
    if asked_above and all(each.kind is None for each in statements):
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
            *(
                state_announced(places, "a settlement is approved", announcements)
                or state_announced(places, "rehearing is ordered")
                or state_concluded(places)
            ),
        ]
    if title and not statements:
        statements = [*state_stipulation(*title, clean)]
    if all(each.kind == CALENDAR for each in statements):
        statements = (
            _state_deferral(clean, places, announcements)
            or [*state_command(places, announcements)]
            or [*state_so_ordered(clean)]
            or [*state_announced(places, "relief is announced")]
            or [*state_announced(places, "an injunction is entered")]
            or [*state_announced(places, "a class is certified", announcements)]
            or [*state_announced(places, "what was asked for is approved", announcements)]
            or [*state_announced(places, "a judgment is ordered")]
            or statements
        )
    if is_of_appeal(clean) and {(each.kind, each.outcome) for each in statements} == {_SENT_BACK}:
        # "This matter is remanded": what a court above sends back was appealed.
        statements = [replace(each, kind=APPEAL, wording=APPEAL) for each in statements]
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
    kept = [each for each in claims if (each.confidence or 0) >= LEAST_CONFIDENCE]
    if _is_review(parties, clean) and all(each.value.motion != REVIEW for each in kept):
        kept = [_name_review(each) for each in kept]
    split = len([each for each in kept if _ends_appeal(each.value)]) > 1
    reviewed = any(_PATTERNS.BROUGHT.match(each.value.motion) for each in kept)
    printed = [
        _name_appeal(_print(each, clean), clean, split=split, reviewed=reviewed) for each in kept
    ]
    printed = _name_appellants(printed, parties, clean, split=split)
    return tuple(sorted(printed, key=lambda each: each.evidence.start if each.evidence else 0))


def _is_review(parties: Sequence[Claim[Party]], clean: CleanOrder) -> bool:
    """Return whether a court above reviews what an agency ordered, as the caption's roles show."""
    roles = {role for each in parties for role in each.value.roles}
    apart = {PartyRole.PETITIONER, PartyRole.RESPONDENT} <= roles and not roles & _OF_APPEALS
    return apart and is_of_appeal(clean) and bool(_PATTERNS.REVIEWED.search(clean.text))


def _name_review(claim: Claim[Ruling]) -> Claim[Ruling]:
    ruling = claim.value
    if ruling.motion != _PETITION and ruling.kind is not MotionKind.APPEAL:
        return claim
    return replace(claim, value=replace(ruling, motion=REVIEW))


def doubt(claim: Claim[Ruling]) -> Claim[Ruling]:
    """Return a ruling that is stated with a mark: it may be no ruling, or partly false."""
    return replace(claim, confidence=min(claim.confidence or 0, _HARDLY))


def _is_brought(ruling: Ruling) -> bool:
    """Return whether only who appeals or petitions can have asked for what is ruled on."""
    review = _PATTERNS.BROUGHT.match(ruling.motion)
    return ruling.movant is None and bool(ruling.kind is MotionKind.APPEAL or review)


def _name_appellants(
    claims: list[Claim[Ruling]],
    parties: Sequence[Claim[Party]],
    clean: CleanOrder,
    *,
    split: bool,
) -> list[Claim[Ruling]]:
    """Set who appealed or petitioned, where the rulings do not name it.

    Of several who appeal, what is decided apart may be the appeal of one; of several cases
    that end differently, each may be another party's.
    """
    ends = (
        clean.reading_text[each.evidence.start : each.evidence.end]
        for each in claims
        if each.evidence
    )
    if any(_PATTERNS.NUMBERED_ENDS.search(each) for each in ends):
        return claims
    brought = [_is_brought(each.value) for each in claims]
    who = find_appellant(parties, clean) if any(brought) else None
    if who is None or (split and _PATTERNS.SEVERAL.search(who)):
        return claims
    return [
        replace(claim, value=replace(claim.value, movant=who)) if own else claim
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


def _ends_appeal(ruling: Ruling) -> bool:
    return ruling.kind is MotionKind.APPEAL and ruling.outcome in APPELLATE_OUTCOMES


def _print(claim: Claim[Ruling], clean: CleanOrder) -> Claim[Ruling]:
    """Return the claim with its motion worded as the order prints it."""
    ruling, evidence = claim.value, claim.evidence
    if ruling.movant:
        ruling = replace(ruling, movant=_name_as_in_prose(ruling.movant, join_prose(clean)))
    motion, printed = read_print(ruling.motion, evidence or Span(0, 0), clean)
    if motion == APPROVAL or not is_readable(motion, clean):
        # No words of ours: those that decide are quoted.
        unnamed = motion if motion == APPROVAL else ruling.kind.value
        motion, printed = find_head(motion).split(" to ")[0] or unnamed, None
        claim = replace(claim, confidence=min(claim.confidence or 0, _MISREAD))
    return replace(claim, value=replace(ruling, motion=motion, printed=printed))


def _name_appeal(
    claim: Claim[Ruling], clean: CleanOrder, *, split: bool, reviewed: bool
) -> Claim[Ruling]:
    """Return a ruling as one on an appeal or on the writ asked for, else on what is decided on.

    `split` means that one thing is affirmed and another is not, `reviewed` that the paper decides
    by its name what brought the case before the court. The court can be known from a record alone:
    then the paper names the appeal. Who vacates an order of his own decides no appeal.
    """
    ruling = claim.value
    if not _ends_appeal(ruling):
        return claim
    court, above = find_court(clean), is_of_appeal(clean)
    own = _PATTERNS.OF_MANDATE if above else _PATTERNS.OWN_ORDER
    if ruling.outcome is Outcome.VACATED and court and own.match(ruling.motion):
        return replace(claim, value=replace(ruling, kind=MotionKind.OTHER))
    if reviewed or (court and not above):
        # A trial court's word that names no appeal, and nothing else, names nothing.
        named = ruling.motion != APPEAL or _PATTERNS.APPEALED.search(clean.reading_text)
        return claim if named else doubt(claim)
    motion = f"appeal from {ruling.motion}" if split and ruling.motion != APPEAL else APPEAL.value
    writ = _PATTERNS.WRIT.search(clean.reading_text[:_WRIT_REACH])
    if writ:
        motion = " ".join(writ["asked"].lower().split())
    elif not above and not _PATTERNS.APPEALED.search(clean.reading_text):
        return claim
    return replace(claim, value=replace(ruling, motion=motion))


def gather_rulings(clean: CleanOrder) -> tuple[list[Group], list[tuple[str, ...]]]:
    """Return the statements of each motion and the docket entries of each, however sure."""
    places = list_ruling_sentences(clean)
    announcements = (*list_titled_motions(clean), *list_announcements(places))
    statements = _list_statements(clean, places, announcements)
    if is_of_appeal(clean):  # what a magistrate recommended below is history
        ended = any(one.kind == APPEAL and one.outcome in APPELLATE_OUTCOMES for one in statements)
        statements = [
            one
            for one in statements
            if Qualifier.RECOMMENDED not in one.qualifiers and not (ended and one.kind == REPORT)
        ]
    groups = drop_reasons(group_statements(resolve_references(statements, announcements, clean)))
    groups = _carry_out_report([_drop_notes(group, clean) for group in merge_alike(groups)])
    entries = list_group_entries(groups, announcements, clean)
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
    outcome = decide(group)
    # What is moot of a part is not the whole; nor is "moot" moot as moot.
    stated = [
        qualifier
        for each in group
        for qualifier in each.qualifiers
        if qualifier is not Qualifier.AS_MOOT
        or (each.outcome is outcome and outcome is not Outcome.MOOT)
    ]
    evidence = _find_evidence(group, best)
    decree = clean.reading_text[evidence.start : evidence.end + _REMAND_REACH]
    if (
        outcome in _MAY_REMAND
        and name_kind(group) == APPEAL
        and _PATTERNS.AND_REMANDED.search(decree)
    ):
        stated.append(Qualifier.AND_REMANDED)
    ruling = Ruling(
        word_group(group),
        outcome,
        tuple(dict.fromkeys(stated)),
        entries,
        _find_kind(group),
        find_movant(group, alone=is_alone(group, groups)),
    )
    signals = frozenset(list_ruling_signals(group, groups, entries, clean))
    confidence = round(weigh(signals, read_weights("rulings")), 2)
    reviews = ruling.outcome in APPELLATE_OUTCOMES and is_of_appeal(clean)
    claim = Claim(ruling, evidence, best.reason, confidence=confidence)
    in_passing = best.weight is Weight.PASSING or is_hardly_said(group)
    doubted = (
        (in_passing and not reviews)
        or is_contradicted(group)
        or weigh(signals, read_weights("ruling_lines")) < _LIKELY_TRUE
    )
    return doubt(claim) if doubted else claim


def _find_evidence(group: Group, best: Statement) -> Span:
    """Return the sentence that decides, or the sentences that decide an appeal in parts."""
    spans = [each.span for each in list_support(group) if each.weight is best.weight]
    if decide(group) is not Outcome.AFFIRMED_IN_PART or not spans:
        return best.span
    whole = Span(min(each.start for each in spans), max(each.end for each in spans))
    return whole if whole.end - whole.start <= _LONGEST_DECREE else best.span
