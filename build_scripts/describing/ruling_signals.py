"""What speaks for a ruling and for the disposition: named signals, weighed by `candidates`."""

from collections.abc import Iterator

from build_scripts.describing.decisions import APPELLATE_OUTCOMES
from build_scripts.describing.ruling_groups import (
    Group,
    decide,
    list_support,
    name_kind,
)
from build_scripts.describing.ruling_names import word_group
from build_scripts.describing.ruling_sentences import Weight
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, MotionKind, OrderType, Outcome, Ruling
from build_scripts.model.law.deciding_words import SHOUTED
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "ruling_signals.toml")

_SURE, _UNSURE = 0.9, 0.7
_LONG = (300, 150)  # characters of a sentence, the longest first
_LONG_NAME = 9  # words of a motion's name
_OPENING = 4000  # characters in which a paper announces what it decides
_END = 0.6  # share of a text after which its decree is likely
# How likely the sentence decides, by its words and its place.
_ODDS = ((0.95, "surely decide"), (0.8, "decide"), (0.5, "may decide"), (0.0, "tell of something"))


def is_hardly_said(group: Group) -> bool:
    """Return whether a ruling's outcome is said only by sentences that are unlikely to decide."""
    own = list_support(group)
    return bool(own) and not any(each.is_said for each in own)


def is_contradicted(group: Group) -> bool:
    """Return whether a decree affirms, and a sentence of it that hardly decides reverses, or the
    other way round.
    """
    outcome = decide(group)
    ends = [
        each
        for each in group
        if each.weight is Weight.CONCLUSION and each.outcome in APPELLATE_OUTCOMES
    ]
    others = [each for each in ends if not each.is_said]
    affirmed = outcome is Outcome.AFFIRMED
    whole = outcome in APPELLATE_OUTCOMES and outcome is not Outcome.AFFIRMED_IN_PART
    return whole and any((each.outcome is Outcome.AFFIRMED) is not affirmed for each in others)


def list_ruling_signals(
    group: Group, groups: list[Group], entries: tuple[str, ...], clean: CleanOrder
) -> Iterator[str]:
    """Yield the signals for or against one ruling."""
    best = max(group, key=lambda each: each.weight)
    outcome = decide(group)
    kind = name_kind(group)
    yield f"place {best.weight.name.lower()}"
    yield f"by {best.reason}"
    yield f"outcome {outcome}"
    if best.weight is not Weight.TITLE:
        words = clean.reading_text[best.span.start : best.span.end]
        yield "in capitals" if SHOUTED.search(words) else "in small letters"
    own = list_support(group)
    odds = [each.odds for each in own if each.odds is not None]
    if odds:
        yield next(f"words {name}" for least, name in _ODDS if max(odds) >= least)
    if len({each.span for each in own}) > 1:
        yield "said twice"
    if len(own) < len(group):
        yield "said otherwise too"
    if kind is None:
        yield "which motion is not said"
    elif kind in frozenset(MotionKind):
        yield f"kind {kind}" if kind in (MotionKind.CASE, MotionKind.APPEAL) else "kind known"
    if entries:
        yield "has entries"
    yield "alone" if len(groups) == 1 else "several" if len(groups) < 5 else "many"
    yield from _list_risks(group, groups, entries, clean)


def _list_risks(
    group: Group, groups: list[Group], entries: tuple[str, ...], clean: CleanOrder
) -> Iterator[str]:
    """Yield what readers found next to a false name, movant, entry or outcome more often than to
    true ones.
    """
    best = max(group, key=lambda each: (each.weight is not Weight.TITLE, each.weight))
    text = clean.reading_text
    words = text[best.span.start : best.span.end]
    yield from (f"{least} characters long" for least in _LONG if len(words) >= least)
    kind = name_kind(group)
    if any(name_kind(each) == kind for each in groups if each is not group):
        yield "another of its kind"
    if len(word_group(group).split()) >= _LONG_NAME:
        yield "long name"
    if kind != MotionKind.APPEAL and best.span.start < _END * len(text):
        yield "before the end"
    if decide(group) not in (Outcome.GRANTED_IN_PART, Outcome.AFFIRMED_IN_PART):
        if "in part" in text[:_OPENING].lower():
            yield "opening says in part"
        if _PATTERNS.LIMITS.search(words):
            yield "with limits"
    if len({each.movant for each in group if each.movant}) > 1:
        yield "several movants"
    if entries and not set(entries) <= set(best.entries):
        yield "entries of another sentence"


def list_disposition_signals(
    outcome: Outcome,
    rulings: tuple[Claim[Ruling], ...],
    paper: OrderType | None,
    *,
    appellate: bool,
) -> frozenset[str]:
    """Return the signals for or against the overall outcome."""
    least = min((each.confidence or 0 for each in rulings), default=1.0)
    outcomes = {each.value.outcome for each in rulings}
    return frozenset(
        {
            f"outcome {outcome}",
            f"paper {paper}" if paper else "paper unknown",
            "of appeal" if appellate else "of trial",
            "outcomes agree" if len(outcomes) < 2 else "outcomes differ",
            "alone" if len(rulings) == 1 else "several",
            "sure" if least >= _SURE else "unsure" if least < _UNSURE else "half sure",
        }
    )
