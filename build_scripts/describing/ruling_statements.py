"""Single statements of a ruling: what the title says, what each deciding sentence says."""

import re
from dataclasses import dataclass

from build_scripts.describing.decisions import APPELLATE_OUTCOMES, Decision, list_decisions
from build_scripts.describing.docket_entries import list_entries
from build_scripts.describing.motions import find_motions
from build_scripts.describing.opening import LocatedBlock, locate_body
from build_scripts.describing.outcomes import combine_outcomes, list_qualifiers, read_outcome
from build_scripts.describing.ruling_sentences import RulingSentence, Weight
from build_scripts.describing.sentences import split_sentences
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Outcome, Qualifier, Span

# "The complaint is dismissed" decides the case itself, not a motion.
CASE = "the case"
APPEAL = "the appeal"

# Accepted: "GRANTING", "Denying in Part", "Order Remanding Case". Refused: "MOTION TO DISMISS".
_TITLE_VERB = re.compile(
    r"\b(?P<verb>granting|denying|deferring|staying|dismissing|remanding|transferring|affirming"
    r"|reversing|vacating|overruling|sustaining|approving)\b",
    re.IGNORECASE,
)
_NO_OBJECT = re.compile(r"\b(?:in\s+part|and)\b|[&,;/]", re.IGNORECASE)
# Accepted: "AFFIRMED.", "REVERSED AND REMANDED.", "AFFIRMED in part; VACATED in part.",
#   "AFFIRMED.13" (a footnote mark glued on). Refused: "Affirmed by the Supreme Court in 1999.".
_BARE_OUTCOME = re.compile(
    r"""
    ^\W*(?:(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|Affirmed|Reversed|Vacated|Remanded)
    (?:\s+in\s+part|\s+IN\s+PART)?(?:\s+with\s+instructions)?[\s,;.]{0,3}(?:and\s+|AND\s+)?){1,4}
    [\d*]{0,3}\W*$
    """,
    re.VERBOSE,
)
_STIPULATED = re.compile(r"\bstipulat(?:ed|ion)\b", re.IGNORECASE)
_SO_ORDERED = re.compile(r"\bso\s+ordered\b|\bis\s+hereby\s+ordered\b", re.IGNORECASE)
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Statement:
    """One place that says how something was decided.

    `kind` is the motion's kind, CASE, APPEAL, or None for "the motion" without saying which.
    """

    wording: str
    kind: str | None
    outcome: Outcome
    qualifiers: tuple[Qualifier, ...]
    entries: tuple[str, ...]
    weight: Weight
    span: Span
    reason: str


def state_title(title: str, block: LocatedBlock) -> tuple[Statement, ...]:
    """The rulings that a printed title states: one a verb with an object of its own."""
    verbs = list(_TITLE_VERB.finditer(title))
    statements = []
    start = verbs[0].start() if verbs else 0
    words: list[str] = []
    for index, verb in enumerate(verbs):
        words.append(verb["verb"])
        end = verbs[index + 1].start() if index + 1 < len(verbs) else len(title)
        subject = title[verb.end() : end]
        if not _NO_OBJECT.sub("", subject).strip() and end < len(title):
            continue  # "GRANTING IN PART AND | DENYING IN PART MOTION …"
        outcomes = [outcome for word in words if (outcome := read_outcome(word))]
        outcome = combine_outcomes(outcomes, title[start:end])
        motions = find_motions(subject)
        if outcome and motions:
            statements.append(
                Statement(
                    motions[0].wording,
                    motions[0].kind,
                    outcome,
                    list_qualifiers(title[start:end]),
                    list_entries(subject, brackets=True),
                    Weight.TITLE,
                    block.span(),
                    "the title",
                )
            )
        words, start = [], end
    return tuple(statements)


def _word_decision(decision: Decision) -> tuple[str, str | None]:
    if decision.motion:
        return decision.motion.wording, decision.motion.kind
    if decision.outcome in APPELLATE_OUTCOMES:
        words = decision.thing.split()[:_MOST_WORDS]
        return (f"appeal from {' '.join(words)}" if words else "appeal"), APPEAL
    return decision.thing, CASE


def state_sentence(place: RulingSentence) -> tuple[Statement, ...]:
    """The rulings that a sentence states, each with the qualifiers and entries of its clause."""
    statements = []
    for decision in list_decisions(place.text):
        clause = place.text[decision.start : decision.end]
        wording, kind = _word_decision(decision)
        entries: tuple[str, ...] = ()
        if decision.motion:
            entries = list_entries(clause[decision.motion.start :], brackets=True)
        statements.append(
            Statement(
                wording,
                kind,
                decision.outcome,
                list_qualifiers(clause),
                entries,
                place.weight,
                place.span,
                "a sentence that decides",
            )
        )
    return tuple(statements)


def state_stipulation(title: str, block: LocatedBlock, clean: CleanOrder) -> tuple[Statement, ...]:
    """What the parties stipulated and the court made its order."""
    if not _STIPULATED.search(title) or not any(
        _SO_ORDERED.search(line.text) for line in locate_body(clean)
    ):
        return ()
    wording = title.lower()
    by_stipulation = (Qualifier.BY_STIPULATION,)
    return (
        Statement(
            wording,
            "stipulation",
            Outcome.ENTERED,
            by_stipulation,
            list_entries(title, brackets=True),
            Weight.TITLE,
            block.span(),
            "a stipulation made an order",
        ),
    )


def state_closing_word(clean: CleanOrder) -> tuple[Statement, ...]:
    """The closing word of an opinion that decides in one: "AFFIRMED."."""
    for line in reversed(locate_body(clean)):
        sentences = split_sentences(line.text)
        if not sentences or not _BARE_OUTCOME.match(sentences[-1].text):
            continue
        last = sentences[-1]
        words = re.findall(r"[A-Za-z]+", last.text)
        outcomes = [outcome for word in words if (outcome := read_outcome(word))]
        outcome = combine_outcomes(outcomes, last.text)
        if outcome:
            span = line.span(last.start, last.end)
            return (
                Statement(
                    "appeal", APPEAL, outcome, (), (), Weight.CONCLUSION, span, "the closing word"
                ),
            )
    return ()
