"""The overall outcome, from the rulings; the title breaks ties."""

from dataclasses import replace

from build_scripts.describing.candidates import read_weights, weigh
from build_scripts.describing.decisions import APPELLATE_OUTCOMES
from build_scripts.describing.ruling_signals import list_disposition_signals
from build_scripts.describing.ruling_statements import PART_OF_CASE
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import (
    Claim,
    MotionKind,
    OrderType,
    Outcome,
    Qualifier,
    Ruling,
    Span,
    is_claim_confirmed,
)
from build_scripts.model.law.ruling_forms import forms
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "disposition.toml")

_PROCEDURAL = frozenset(
    {
        OrderType.ORDER,
        OrderType.SCHEDULING_ORDER,
        OrderType.STANDING_ORDER,
        OrderType.MINUTE_ORDER,
        OrderType.STIPULATED_ORDER,
    }
)
_DOUBTED = 0.65  # confidence at most of what doubtful rulings alone, or one on a part, decide
_LAST = 20  # blocks in which a decree is
_LONGEST_MOTION_ORDER = 40  # blocks of an appellate order on a motion alone
_DECIDES_APPEALS = (OrderType.OPINION, OrderType.MEMORANDUM, OrderType.JUDGMENT)
_ENDS = (Outcome.DISMISSED, Outcome.REMANDED, Outcome.TRANSFERRED)
_GIVEN = (Outcome.GRANTED, Outcome.GRANTED_IN_PART)
# Motions that only help a case on: beside others they do not tell how an order ends.
_ASIDE = frozenset(
    {
        MotionKind.IN_FORMA_PAUPERIS,
        MotionKind.JUDICIAL_NOTICE,
        MotionKind.SEAL,
        MotionKind.LEAVE_TO_FILE,
        MotionKind.EXPEDITE,
        MotionKind.WITHDRAW_AS_COUNSEL,
        MotionKind.OBJECTION,
        MotionKind.REPORT,
    }
)


def combine_outcomes(outcomes: list[Outcome]) -> Outcome:
    """Return the outcome of the whole, from those of its rulings, of which there is one."""
    appellate = [outcome for outcome in outcomes if outcome in APPELLATE_OUTCOMES]
    # An order vacated because the case is moot falls with the dismissal.
    if set(appellate) == {Outcome.VACATED} and Outcome.DISMISSED in outcomes:
        return Outcome.DISMISSED
    if appellate:
        if Outcome.AFFIRMED in appellate and len(set(appellate)) > 1:
            return Outcome.AFFIRMED_IN_PART
        return appellate[0]
    known = set(outcomes)
    if Outcome.GRANTED_IN_PART in known or {Outcome.GRANTED, Outcome.DENIED} <= known:
        return Outcome.GRANTED_IN_PART
    return outcomes[0]


def _ends_case(ruling: Ruling) -> bool:
    case = ruling.kind is MotionKind.CASE and ruling.motion != PART_OF_CASE
    return case and ruling.outcome in _ENDS


def is_moot(ruling: Ruling) -> bool:
    """Return whether a motion was denied, or dismissed, because nothing depends on it any more."""
    return ruling.outcome is Outcome.MOOT or (
        ruling.outcome is Outcome.DENIED and Qualifier.AS_MOOT in ruling.qualifiers
    )


def derive_disposition(
    rulings: tuple[Claim[Ruling], ...],
    order_type: Claim[OrderType] | None,
    clean: CleanOrder,
    *,
    appellate: bool,
) -> tuple[Claim[Outcome] | None, tuple[Qualifier, ...]]:
    """Return the overall outcome and the qualifiers of the rulings that make it.

    Orders without a ruling are procedural ("none"); an opinion without one, or an appeal whose
    extract ends before the judgment, stays open (None).
    """
    # Dates vacated are housekeeping.
    rulings = tuple(each for each in rulings if each.value.kind is not MotionKind.CALENDAR)
    paper = order_type.value if order_type else None
    if not rulings:
        if paper not in _PROCEDURAL or clean.truncated:
            return None, ()
        return _claim(Outcome.NONE, None, "no motion is ruled on", rulings, paper, appellate), ()
    # What became moot by another ruling decides nothing by itself, nor what only helps a case on.
    if not appellate:
        # Who decides motions and vacates an order of his own, has no appeal before him.
        own = [each for each in rulings if each.value.outcome is not Outcome.VACATED]
        rulings = tuple(own) or rulings
    main = (
        [
            ruling
            for ruling in rulings
            if ruling.value.kind not in _ASIDE and not _PATTERNS.ASIDE.search(ruling.value.motion)
        ]
        or [ruling for ruling in rulings if ruling.value.kind is MotionKind.REPORT]
        or list(rulings)
    )
    live = [ruling for ruling in main if not is_moot(ruling.value)] or main
    ended = [ruling for ruling in live if _ends_case(ruling.value)]
    reviewed = any(ruling.value.outcome in APPELLATE_OUTCOMES for ruling in live)
    if ended and not reviewed and not any(ruling.value.outcome in _GIVEN for ruling in live):
        live = ended
    # "Took the matter under advisement" is a step before what is decided now.
    waiting = [each for each in live if each.value.outcome is Outcome.DEFERRED]
    doubtful = [each for each in waiting if not is_claim_confirmed("rulings", each)]
    live = [each for each in live if each not in doubtful] or live
    outcomes = [ruling.value.outcome for ruling in live or rulings]
    petitioned = any(_PATTERNS.PETITIONS.search(each.value.motion) for each in rulings)
    long = clean.truncated or len(clean.blocks) > _LONGEST_MOTION_ORDER
    long = long or paper is not OrderType.OPINION  # what names itself otherwise is no motion's
    open_ = not petitioned and not {*APPELLATE_OUTCOMES, *_ENDS} & set(outcomes)
    if appellate and long and open_ and paper in _DECIDES_APPEALS:
        return None, ()
    combined = combine_outcomes(outcomes)
    carriers = [ruling for ruling in live if ruling.value.outcome is combined] or live
    shared = [set(ruling.value.qualifiers) for ruling in carriers]
    qualifiers = [
        one for one in carriers[0].value.qualifiers if all(one in each for each in shared)
    ]
    evidence, reason = carriers[0].evidence, "derived from the rulings"
    claim = _claim(combined, evidence, reason, rulings, paper, appellate)
    sure = [each.value.outcome for each in live if is_claim_confirmed("rulings", each)]
    partial = all(ruling.value.motion == PART_OF_CASE for ruling in live)
    # Who is enjoined in the end, or pays, lost more than a motion did.
    partial |= combined is Outcome.DENIED and any(
        forms.ENJOINED.search(block.text) or _PATTERNS.RECOVERS.search(block.text)
        for block in clean.blocks[-_LAST:]
    )
    # A judgment decides more than the motions that it makes moot, and a long paper more than to
    # keep papers from the public.
    partial |= paper is OrderType.JUDGMENT and all(is_moot(ruling.value) for ruling in live)
    if len(clean.blocks) > _LONGEST_MOTION_ORDER:
        partial |= all(ruling.value.kind is MotionKind.SEAL for ruling in rulings)
    if partial or not sure or combine_outcomes(sure) is not combined:
        claim = replace(claim, confidence=min(claim.confidence or 0, _DOUBTED))
    return claim, tuple(qualifiers)


def _claim(
    outcome: Outcome,
    evidence: Span | None,
    reason: str,
    rulings: tuple[Claim[Ruling], ...],
    paper: OrderType | None,
    appellate: bool,
) -> Claim[Outcome]:
    signals = list_disposition_signals(outcome, rulings, paper, appellate=appellate)
    confidence = round(weigh(signals, read_weights("disposition")), 2)
    return Claim(outcome, evidence, reason, confidence=confidence)
