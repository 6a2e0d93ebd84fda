"""An order's rulings in the head of its page: each as a sentence, and the words that decide."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.description import (
    Description,
    MotionKind,
    Outcome,
    PartyRole,
    Qualifier,
    Ruling,
)
from build_scripts.model.order import Order
from build_scripts.model.quoted_words import quote_words
from build_scripts.pages.evidence import EvidenceMark, mark_field, name_anchor, rate_claim
from build_scripts.pages.formatting import capitalise, format_qualifiers, name_outcome, name_place
from build_scripts.pages.i18n import t, term

LONGEST_SUBJECT = 60
"""Letters of a motion before its outcome; after more nobody finds the verb."""

_ON_APPEAL = frozenset(
    {
        Outcome.AFFIRMED,
        Outcome.AFFIRMED_IN_PART,
        Outcome.REVERSED,
        Outcome.VACATED,
        Outcome.REMANDED,
    }
)
_WRITS = ("petition", "application")  # as which a review is asked for; no court affirms one
_OF_REPORTS = {
    Outcome.GRANTED: "order_head.adopted",
    Outcome.GRANTED_IN_PART: "order_head.adopted_in_part",
    Outcome.DENIED: "order_head.rejected",
}


@dataclass(frozen=True, slots=True)
class RulingSentence:
    """A ruling as a sentence, the entries that asked, its outcome as style sheets name it, and how
    many of ten such rulings are right, if it is in doubt.
    """

    words: str
    entries: str
    outcome: str
    mark: EvidenceMark | None
    doubt: int | None


@dataclass(frozen=True, slots=True)
class DecreeLine:
    """A sentence that decides, as printed; `anchor` is its place, which `place` names."""

    words: str
    anchor: str
    place: str


def iterate_rulings(said: Description) -> Iterator[RulingSentence]:
    """Yield each ruling as a sentence; if none was read, the order's outcome."""
    roles = {role for party in said.parties for role in party.value.roles}
    petitioned = PartyRole.PETITIONER in roles and PartyRole.APPELLANT not in roles
    for number, claim in enumerate(said.rulings, start=1):
        ruling = claim.value
        count, entries = len(ruling.entries), ", ".join(ruling.entries)
        yield RulingSentence(
            describe_ruling(ruling, petitioned=petitioned),
            t("order_head.entries", count=count, entries=entries) if count else "",
            name_outcome(ruling.outcome),
            mark_field(said, "rulings", number),
            rate_claim("rulings", claim),
        )
    ended = said.disposition
    if ended is not None and not said.rulings and ended.value is not Outcome.NONE:
        yield RulingSentence(
            describe_outcome("", ended.value, said.disposition_qualifiers),
            "",
            name_outcome(ended.value),
            mark_field(said, "disposition"),
            rate_claim("disposition", ended),
        )


def iterate_decree(order: Order) -> Iterator[DecreeLine]:
    """Yield the sentences that decide, each once; a title only repeats what is above."""
    seen = set()
    title = order.description.title
    for number, claim in enumerate(order.description.rulings, start=1):
        if claim.evidence is None or (title and claim.evidence == title.evidence):
            continue
        for words in quote_words(order.clean, [claim.evidence]):
            if words.start not in seen:
                seen.add(words.start)
                yield DecreeLine(words.text, name_anchor("rulings", number), name_place(words))


def describe_ruling(ruling: Ruling, *, petitioned: bool = False) -> str:
    """Return a ruling as a sentence; a report is adopted, not granted."""
    if ruling.kind is MotionKind.REPORT and ruling.outcome in _OF_REPORTS:
        told = t(_OF_REPORTS[ruling.outcome])
        return capitalise(" ".join(filter(None, (ruling.motion, told))))
    asked = ruling.motion, ruling.outcome, ruling.qualifiers, ruling.movant
    appealed = ruling.kind is MotionKind.APPEAL
    return describe_outcome(*asked, appealed=appealed, petitioned=petitioned)


def describe_outcome(
    motion: str,
    outcome: Outcome,
    qualifiers: tuple[Qualifier, ...],
    movant: str | None = None,
    *,
    appealed: bool = False,
    petitioned: bool = False,
) -> str:
    """Return "Acme’s motion to dismiss granted in part, without prejudice".

    A court affirms a judgment and no appeal: "Affirmed, on appeal by Acme"; `appealed` means that a
    court above decides, `petitioned` that a petitioner asked for review. A long motion follows its
    outcome: "Denied: motion for leave to file a third amended complaint that names …".
    """
    told = term("outcomes", outcome.value)
    if Qualifier.AND_REMANDED in qualifiers:  # "reversed and remanded", without a comma
        told = f"{told} {term('qualifiers', Qualifier.AND_REMANDED.value)}"
    if Qualifier.RECOMMENDED in qualifiers:
        told = t("order_head.recommended", outcome=told)
    joined = (Qualifier.AND_REMANDED, Qualifier.RECOMMENDED)
    qualifiers = tuple(one for one in qualifiers if one not in joined)
    asked = motion
    writ = appealed and motion.startswith(_WRITS)
    if outcome in _ON_APPEAL:
        asked = "" if motion == "appeal" or writ else motion.removeprefix("appeal from ")
    terms = format_qualifiers(qualifiers)
    whose = asked
    if movant and appealed and outcome in _ON_APPEAL:  # who appeals has no judgment
        form = "order_head.petitioned" if petitioned or writ else "order_head.appealed"
        terms = ", ".join(filter(None, (terms, t(form, movant=movant))))
    elif movant and asked:
        form = "order_head.whose_plural" if movant.endswith("s") else "order_head.whose"
        whose = t(form, movant=movant, motion=asked)
    if len(asked) > LONGEST_SUBJECT:
        ended = ", ".join(filter(None, (told, terms)))
        return capitalise(t("order_head.outcome_first", outcome=ended, motion=whose))
    words = " ".join(filter(None, (whose, told)))
    return capitalise(", ".join(filter(None, (words, terms))))
