"""Single statements of a ruling: what the title says, what each deciding sentence says."""

import re
from dataclasses import dataclass, replace

from build_scripts.describing.decisions import (
    APPELLATE_OUTCOMES,
    Decision,
    list_decisions,
    list_subjects,
)
from build_scripts.describing.motion_entries import Announcement
from build_scripts.describing.motions import Motion, find_motions
from build_scripts.describing.opening import LocatedBlock, locate_body
from build_scripts.describing.ruling_sentences import RulingSentence, Weight
from build_scripts.law.docket_entries import list_entries
from build_scripts.law.outcome_words import combine_outcomes, list_qualifiers, read_outcome
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import MotionKind, Outcome, Qualifier, Span
from build_scripts.sentences import split_sentences
from build_scripts.text.pattern import Pattern

# "The complaint is dismissed" decides the case itself, not a motion.
CASE = MotionKind.CASE
APPEAL = MotionKind.APPEAL
CALENDAR = MotionKind.CALENDAR

_TITLE_VERB = Pattern(
    r"\b(?P<verb>granting|denying|deferring|staying|dismissing|remanding|transferring|affirming"
    r"|reversing|vacating|overruling|sustaining|approving|allowing|adopting)\b",
    re.IGNORECASE,
    accepts=["GRANTING", "Denying in Part", "Order Remanding Case"],
    refuses=["MOTION TO DISMISS"],
)
# A title that names the outcome by its noun.
_TITLE_NOUN = Pattern(
    r"""
    \b(?:order|suggestion|judgment)\s+of\s+(?P<noun>remand|transfer|dismissal)\b
    | \b(?P<before>remand|transfer|dismissal)\s+order\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["SUGGESTION OF REMAND AND TRANSFER ORDER", "ORDER OF DISMISSAL", "REMAND ORDER"],
    refuses=["ORDER RE MOTION TO REMAND", "ORDER TO SHOW CAUSE RE DISMISSAL"],
)
# The case as a title names it.
_TITLE_CASE = Pattern(
    r"^\W*(?:(?:plaintiff[’']?s?|the|this|amended|first|second)\s+){0,3}"
    r"(?P<thing>complaint|action|case|petition|appeal)\b",
    re.IGNORECASE,
    accepts=[" COMPLAINT WITH LEAVE TO AMEND", " Action to State Court"],
    refuses=[" Motion"],
    by="match",
)
_NOUNS = {
    "remand": Outcome.REMANDED,
    "transfer": Outcome.TRANSFERRED,
    "dismissal": Outcome.DISMISSED,
}
_NO_OBJECT = Pattern(
    r"\b(?:in\s+part|and)\b|[&,;/]",
    re.IGNORECASE,
    accepts=[" IN PART AND ", " & "],
    refuses=[" MOTION TO DISMISS", " PARTIAL "],
)
_BARE_OUTCOME = Pattern(
    r"""
    ^\W*(?:(?:judgment|order|decision|decree|conviction|sentence|appeal|award|ruling)s?\s
       (?:is\s|are\s)?)?
    (?:(?:affirmed|modified|reversed|vacated|remanded|dismissed)
    (?:\s+in\s+part)?(?:\s+with\s+instructions)?[\s,;.]{0,3}(?:and\s+)?){1,4}
    (?:for\s+(?:further\s+)?proceedings\b[\w\s]{0,60}|to\s+the\s+(?:district|trial)\s+court)?
    [\d*]{0,3}\W*$
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "AFFIRMED.",
        "REVERSED AND REMANDED.",
        "AFFIRMED in part; VACATED in part.",
        "AFFIRMED.13",  # a footnote mark glued on
        "Judgment affirmed.",
        "MODIFIED AND AFFIRMED.",
        (
            "Affirmed in part, reversed in part, and remanded for further proceedings "
            "consistent with this opinion."
        ),
    ],
    refuses=["Affirmed by the Supreme Court in 1999."],
    by="match",
)
_STIPULATED = Pattern(
    r"\bstipulat(?:ed|ion)\b",
    re.IGNORECASE,
    accepts=["STIPULATED PROTECTIVE ORDER", "Stipulation and Order"],
    refuses=["PROTECTIVE ORDER", "The parties stipulate"],
)
_AND_ORDER = Pattern(
    r"\b(?:and|&)\s+(?:\[?proposed\]?\s+)?order\b",
    re.IGNORECASE,
    accepts=["STIPULATION AND ORDER OF DISCONTINUANCE"],
    refuses=["STIPULATION OF THE PARTIES"],
)
_ASKED_OF_PARTIES = Pattern(
    r"\b(?:directing|requiring|to\s+submit|to\s+file|to\s+show|denying|rejecting|regarding)\b",
    re.IGNORECASE,
    accepts=["ORDER DIRECTING PARTIES TO SUBMIT STIPULATED REDACTIONS"],
    refuses=["STIPULATED PROTECTIVE ORDER"],
)
_ASKS_LEAVE = Pattern(
    r"\bexten|\bcontinu|\btime\b|\bleave\b",
    re.IGNORECASE,
    accepts=["STIPULATION AND ORDER EXTENDING TIME", "Stipulation to Continue Hearing"],
    refuses=["STIPULATION AND ORDER OF DISMISSAL", "Sometimes"],
)
_PURSUANT = Pattern(
    r"\bpursuant\s+to\s+(?:the\s+)?(?:[\w’']+\s+){0,3}stipulation,?\s+it\s+is\s+(?:hereby\s+)?(?:so\s+)?ordered",
    re.IGNORECASE,
    accepts=[
        "PURSUANT TO STIPULATION, IT IS SO ORDERED.",
        "Pursuant to the parties’ stipulation, it is ordered",
    ],
    refuses=["pursuant to the stipulation of the parties"],
)
_SO_ORDERED = Pattern(
    r"\bso\s+ordered\b|\bis\s+hereby\s+ordered\b",
    re.IGNORECASE,
    accepts=["IT IS SO ORDERED.", "It is hereby ordered that"],
    refuses=["The Court so orders.", "the disordered record"],
)
_REST = Pattern(
    r"\b(?:in\s+all\s+other\s+respects|is\s+otherwise|are\s+otherwise|the\s+remainder\s+of"
    r"|to\s+the\s+extent\s+not\s+granted)\b",
    re.IGNORECASE,
    accepts=["In all other respects, the motion is denied.", "The motion is otherwise DENIED."],
    refuses=["The motion is denied."],
)
# What only a court above can decide.
_APPEALED = Pattern(
    r"^\W*(?:the\s+|this\s+|[’']s\s+)?(?:appeals?|protests?|exceptions?|judgments?|convictions?)\b",
    re.IGNORECASE,
    accepts=["the appeal", "exceptions"],
    refuses=["complaint", "case"],
    by="match",
)
_MOST_WORDS = 14
# Words with which a verb's tail begins, not the judgment below: "affirm on the strength of".
_NO_JUDGMENT = frozenset("and because by for in on substantially the with without".split())
_CLOSING_SENTENCES = 2  # "Affirmed. Costs to appellee."
_SUA_SPONTE_REACH = 30
# D. Colorado's minutes: "[76] Defendant Acme's Motion".
_NUMBER_BEFORE = Pattern(
    r"\[(?P<number>\d{1,4})\]\s{1,3}(?:[A-Z][\w.,’'&-]{0,30}\s{1,3}){0,9}$",
    accepts=["ORDERED: [76] Defendant Acme Corp.’s "],
    refuses=["[76] is the motion of "],
)
_NUMBER_REACH = 8  # characters before a motion in which a text order prints its number


@dataclass(frozen=True, slots=True)
class Statement:
    """One place that says how something was decided.

    `kind` is the motion's kind, CASE, APPEAL, CALENDAR, or None for "the motion" without saying
    which; `place` is that of "the second motion" among those before the court.
    """

    wording: str
    kind: str | None
    outcome: Outcome
    qualifiers: tuple[Qualifier, ...]
    entries: tuple[str, ...]
    weight: Weight
    span: Span
    reason: str
    place: int | None = None
    movant: str | None = None
    number: int | None = None  # of several motions of one kind: "motion in limine no. 3"
    rest: bool = False  # "in all other respects": the part before went another way


def _number(statement: Statement, motion: Motion | None) -> tuple[Statement, ...]:
    """One statement a number: "motions in limine 1, 3 and 5 are denied" is three."""
    if not motion or not motion.numbers:
        return (statement,)
    if len(motion.numbers) == 1:
        return (replace(statement, number=motion.numbers[0]),)
    wording = re.sub(r"s?(?:\s+nos?\b.*|\s+\d.*)?$", "", statement.wording)
    wording = re.sub(r"\bmotions\b", "motion", wording)
    return tuple(
        replace(statement, wording=f"{wording} no. {number}", number=number)
        for number in motion.numbers
    )


def state_title(title: str, block: LocatedBlock) -> tuple[Statement, ...]:
    """The rulings that a printed title states: one a verb with an object of its own."""
    verbs = list(_TITLE_VERB.finditer(title))
    if not verbs:
        return _state_title_nouns(title, block)
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
        decided = list_subjects(subject, outcome, last=False) if outcome else []
        case = _TITLE_CASE.match(subject) if outcome in _NOUNS.values() else None
        if outcome and (decided or case):
            motion = decided[0][0] if decided else None
            thing = case["thing"].lower() if case else ""
            statements.append(
                Statement(
                    motion.wording if motion else thing or (decided or [(None, "")])[0][1],
                    motion.kind if motion else CASE,
                    outcome,
                    list_qualifiers(title[start:end]),
                    list_entries(subject, brackets=True),
                    Weight.TITLE,
                    block.span(),
                    "the title",
                    movant=motion.movant if motion else None,
                )
            )
        words, start = [], end
    return tuple(statements)


def _state_title_nouns(title: str, block: LocatedBlock) -> tuple[Statement, ...]:
    """What a title without a verb and without a motion decides: "Order of Dismissal"."""
    if find_motions(title):
        return ()
    return tuple(
        Statement(
            match.group().lower(),
            f"{CASE} {noun}",
            _NOUNS[noun],
            list_qualifiers(title),
            (),
            Weight.TITLE,
            block.span(),
            "the title",
        )
        for match in _TITLE_NOUN.finditer(title)
        if (noun := (match["noun"] or match["before"]).lower())
    )


def _word_decision(decision: Decision) -> tuple[str, str | None]:
    if decision.motion:
        return decision.motion.wording, decision.motion.kind
    if decision.calendar:
        return decision.thing, CALENDAR
    if decision.outcome in APPELLATE_OUTCOMES or _APPEALED.match(decision.thing):
        words = decision.thing.split()[:_MOST_WORDS]
        if words and words[0].lower() == "as":
            words = ["judgment", *words]
        if _APPEALED.match(decision.thing) and decision.outcome not in APPELLATE_OUTCOMES:
            return decision.thing.strip(" ’'"), APPEAL
        if not words or len(words[0]) < 2 or words[0].lower() in _NO_JUDGMENT:
            return "appeal", APPEAL
        return f"appeal from {' '.join(words)}", APPEAL
    return decision.thing, CASE


def _name_motion(decision: Decision, sentence: str) -> Decision:
    """The decision with the motion that "the motion" means, where the sentence has named one."""
    motion = decision.motion
    if not motion or motion.kind is not None or motion.place is not None:
        return decision
    before = sentence[: decision.start + motion.start]
    noun = motion.wording.split()[-1]
    named = {each.kind: each for each in find_motions(before) if each.kind}
    if noun.startswith("petition"):
        named = {kind: each for kind, each in named.items() if each.wording.startswith(noun)}
    if len(named) != 1:
        return decision
    meant = next(iter(named.values()))
    return replace(decision, motion=replace(motion, wording=meant.wording, kind=meant.kind))


def state_sentence(place: RulingSentence) -> tuple[Statement, ...]:
    """The rulings that a sentence states, each with the qualifiers and entries of its clause."""
    statements: list[Statement] = []
    for stated in list_decisions(place.text, led=bool(place.lead), recommended=place.recommends):
        decision = _name_motion(stated, place.text)
        clause = place.text[decision.start : decision.end]
        wording, kind = _word_decision(decision)
        entries: tuple[str, ...] = ()
        motion = decision.motion
        # "The Court, sua sponte, REMANDS": the words stand before the verb.
        spoken = place.text[max(0, decision.start - _SUA_SPONTE_REACH) : decision.start]
        qualifiers = list_qualifiers(clause)
        if Qualifier.SUA_SPONTE in list_qualifiers(spoken):
            qualifiers = (Qualifier.SUA_SPONTE, *qualifiers)
        if motion:
            # Up to the next motion's name, whose entries are its own.
            start = max(0, motion.start - _NUMBER_REACH)
            behind = (each.start for each in find_motions(clause[motion.end :]))
            end = motion.end + next(behind, len(clause))
            entries = list_entries(clause[start:end], brackets=True)
            numbered = _NUMBER_BEFORE.search(clause[: motion.start])
            if not entries and numbered:
                entries = (numbered["number"],)
        stipulated = motion and motion.kind == MotionKind.STIPULATION
        if stipulated and decision.outcome is Outcome.GRANTED:
            qualifiers = tuple(dict.fromkeys((*qualifiers, Qualifier.BY_STIPULATION)))
        statement = Statement(
            wording,
            kind,
            decision.outcome,
            qualifiers,
            entries,
            place.weight,
            place.span,
            "a sentence that decides",
            motion.place if motion else None,
            motion.movant if motion else None,
            rest=bool(decision.outcome is Outcome.DENIED and _REST.search(place.text)),
        )
        statements += _number(statement, motion)
    return tuple(statements)


# A judgment that an opinion orders without deciding a motion.
_JUDGMENT_FOR = Pattern(
    r"""
    \b(?:judgment|decision|decree)s?\s+(?:accordingly\s+)?
    (?:(?:will|shall|is|are|to|may|be|hereby|therefore)\s+){1,4}(?:rendered|enter(?:ed)?)\b
    | \b(?:enter|direct)(?:s|ed)?\s+(?:\w+\s+)?(?:judgment|decree)\b
    | ^\W*(?:judgment|decree|findings)\s+for\b
    | \b(?:is|are)\s+entitled\s+to\s+(?:a\s+)?(?:judgment|decree)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Decision will be entered for the respondent.",
        "Judgment for the plaintiff.",
        "Let judgment be entered",
        "The plaintiff is entitled to a decree.",
    ],
    refuses=["The judgment was entered in May", "moves for entry of judgment"],
)


# Relief that a court says will come.
_ISSUES = Pattern(
    r"""
    \b(?:entitled\s+to|issues?|grants?)\s+(?:a|the|its|this)\s+
        (?P<relief>(?:preliminary|permanent)\s+injunction|temporary\s+restraining\s+order|writ\s+of\s\w+\s\w+)
    | \b(?P<issued>(?:preliminary|permanent)\s+injunction|temporary\s+restraining\s+order
        |writ\s+of\s\w+(?:\s\w+)?)\s+(?:shall|will)\s+(?:therefore\s+)?issue\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "The plaintiffs are entitled to a preliminary injunction",
        "A writ of habeas corpus shall issue",
    ],
    refuses=["the standard for a preliminary injunction"],
)


def state_issue(places: tuple[RulingSentence, ...]) -> tuple[Statement, ...]:
    """Relief that the conclusion announces without naming the motion for it."""
    for place in reversed(places):
        match = _ISSUES.search(place.text) if place.weight is Weight.CONCLUSION else None
        if match:
            wording = f"motion for {(match['relief'] or match['issued']).lower()}"
            kind = find_motions(wording)[0].kind
            reason = "relief is announced"
            return (
                Statement(
                    wording, kind, Outcome.GRANTED, (), (), Weight.CONCLUSION, place.span, reason
                ),
            )
    return ()


_APPROVES = Pattern(
    r"\b(?:court\s+(?:hereby\s+)?(?:approves|authorizes|directs\s+the\s+unsealing\s+of)"
    r"|(?:is|are|be)\s+(?:hereby\s+)?(?:approved|authorized))\b",
    re.IGNORECASE,
    accepts=["The Court hereby approves the selection", "the sale is hereby authorized"],
    refuses=["an authorized sale", "the court approved"],
)


def state_approval(places: tuple[RulingSentence, ...]) -> tuple[Statement, ...]:
    """What a court approves or authorizes without naming a motion."""
    for place in places:
        if place.weight is Weight.CONCLUSION and _APPROVES.search(place.text):
            reason = "what was asked for is approved"
            return (
                Statement(
                    "approval",
                    MotionKind.OTHER,
                    Outcome.GRANTED,
                    (),
                    (),
                    place.weight,
                    place.span,
                    reason,
                ),
            )
    return ()


def state_judgment(places: tuple[RulingSentence, ...]) -> tuple[Statement, ...]:
    """The judgment that an opinion without motions orders: "Decision will be entered."."""
    for place in reversed(places):
        if place.weight is Weight.CONCLUSION and _JUDGMENT_FOR.search(place.text):
            reason = "a judgment is ordered"
            return (
                Statement(
                    "judgment", CASE, Outcome.ENTERED, (), (), Weight.CONCLUSION, place.span, reason
                ),
            )
    return ()


def state_so_ordered(clean: CleanOrder) -> tuple[Statement, ...]:
    """A stipulation ordered in a word: "PURSUANT TO STIPULATION, IT IS SO ORDERED."."""
    for line in reversed(locate_body(clean)):
        if _PURSUANT.search(line.text):
            return (
                Statement(
                    "stipulation",
                    MotionKind.STIPULATION,
                    Outcome.GRANTED,
                    (Qualifier.BY_STIPULATION,),
                    (),
                    Weight.CONCLUSION,
                    line.span(),
                    "a stipulation made an order",
                ),
            )
    return ()


def state_stipulation(title: str, block: LocatedBlock, clean: CleanOrder) -> tuple[Statement, ...]:
    """What the parties stipulated and the court made its order."""
    if (
        not _STIPULATED.search(title)
        or _ASKED_OF_PARTIES.search(title)
        or not any(_SO_ORDERED.search(line.text) for line in locate_body(clean))
    ):
        return ()
    wording = title.lower()
    by_stipulation = (Qualifier.BY_STIPULATION,)
    outcome = Outcome.ENTERED
    if "dismiss" in wording or "discontinu" in wording:
        outcome = Outcome.DISMISSED
    elif _ASKS_LEAVE.search(title):
        outcome = Outcome.GRANTED
    return (
        Statement(
            wording,
            MotionKind.STIPULATION,
            outcome,
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
        for last in split_sentences(line.text)[-_CLOSING_SENTENCES:]:
            words = re.findall(r"[A-Za-z]+", last.text) if _BARE_OUTCOME.match(last.text) else []
            outcomes = [outcome for word in words if (outcome := read_outcome(word))]
            outcome = combine_outcomes(outcomes, last.text)
            if outcome:
                span = line.span(last.start, last.end)
                reason = "the closing word"
                return (
                    Statement("appeal", APPEAL, outcome, (), (), Weight.CONCLUSION, span, reason),
                )
    return ()


_ADOPTED = Pattern(
    r"""
    \b(?:adopt|accept|approv|affirm|confirm)(?:s|es|ed|ing)?\b[^.;]{0,160}
        \b(?:recommendations?|r\s?&\s?r|findings|report)\b
    | \b(?:recommendations?|r\s?&\s?r|findings|report)\b[^.;]{0,160}
        \b(?:is|are|be)\s+(?:\w+,?\s+){0,4}(?:adopted|accepted|approved|affirmed)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "The Court ADOPTS the Report and Recommendation",
        "the findings and recommendations are adopted in full",
    ],
    refuses=["The report recommends", "objections to the report"],
)
_HISTORY = Pattern(
    r"\b(?:adopted|accepted)\s+(?:\w+\s+)?(?:by|on)\b|\bhad\b|\bwhether\s+to\b|\bmay\b",
    re.IGNORECASE,
    accepts=["whether to adopt the report", "the judge may accept the report"],
    refuses=["The Court ADOPTS the report"],
)
_RECOMMENDING = Pattern(
    r"\brecommend",
    re.IGNORECASE,
    accepts=["recommended that the motion be granted"],
    refuses=["the motion is granted"],
)


def state_adopted(places: tuple[RulingSentence, ...]) -> tuple[Statement, ...]:
    """What a report recommended that the court adopts without saying again what it decides."""
    adopting = next(
        (
            place
            for place in places
            if _ADOPTED.search(place.text) and not _HISTORY.search(place.text)
        ),
        None,
    )
    if adopting is None:
        return ()
    recommending = (
        replace(place, recommends=True) for place in places if _RECOMMENDING.search(place.text)
    )
    stated = (state_sentence(place) for place in recommending)
    found = next((statements for statements in stated if statements), ())
    return tuple(
        replace(
            each, weight=Weight.CONCLUSION, span=adopting.span, reason="what a report recommended"
        )
        for each in found
    )


# What brings an application before the court that the order's commands grant.
_UPON = Pattern(
    r"""
    \b(?:upon|on|pursuant\s+to|considered|considering|reviewed|application\s+of|petition\s+of|motion\s+of
      |before\s+(?:the|this)\s+court|presented|heard|filed)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["Upon the application of", "having come before the Court pursuant to an application"],
    refuses=["The applicant is a bank"],
)
_GRANTS_BY_COMMAND = Pattern(
    r"""
    \b(?-i:ORDERED|ORDERS|ADJUDGED|DECREED)\b | \bit\s+is\s+(?:\w+\s+){0,2}ordered\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["IT IS ORDERED that Acme turn over the records"],
    refuses=["the court ordered a hearing"],
)
# Papers that nobody opposes.
_ASKED_ALONE = Pattern(
    r"\b(?:application|petition|stipulation|ex\s+parte|unopposed|joint|agreed|consent|request)",
    re.IGNORECASE,
    accepts=["application under title 18", "unopposed motion to extend"],
    refuses=["motion to compel"],
)
_ASKS_FIRST = Pattern(
    r"""
    \bshow\s+cause\b
    | \b(?:shall|must|to)\s+(?:\w+\s+){0,3}
        (?:file|serve|respond|submit|brief|appear|meet|confer|answer|supplement|reply)\b
    | \b(?:not|nor|denied|hearing|conference|trial|remains?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["ORDERED to show cause", "shall file a response", "remain under seal"],
    refuses=["ORDERED that Acme turn over the records"],
)


def state_command(
    places: tuple[RulingSentence, ...], announcements: tuple[Announcement, ...]
) -> tuple[Statement, ...]:
    """What was applied for and then commanded, without a word of granting.

    "This matter having come before the Court pursuant to an application …, IT IS ORDERED that the
    company turn over the records": so courts order disclosure (18 U.S.C. § 2703(d)), sealing,
    service and the like.
    """
    kinds = {each.kind for each in announcements if each.kind}
    commands = [place for place in places if _GRANTS_BY_COMMAND.search(place.text)]
    if len(kinds) > 1 or not announcements or not commands or _ASKS_FIRST.search(commands[0].text):
        return ()
    asked = announcements[0]
    if not _ASKED_ALONE.search(asked.wording):
        return ()
    brought = any(_UPON.search(place.text) and find_motions(place.text) for place in places)
    if not brought:
        return ()
    return (
        Statement(
            asked.wording,
            asked.kind,
            Outcome.GRANTED,
            (),
            asked.entries,
            Weight.CONCLUSION,
            commands[0].span,
            "what was applied for is commanded",
        ),
    )
