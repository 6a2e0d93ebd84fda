"""Read single statements of a ruling: from the title, from each deciding sentence."""

import re
from dataclasses import dataclass, replace

from build_scripts.describing.decided_things import list_subjects
from build_scripts.describing.decisions import APPELLATE_OUTCOMES, Decision, list_decisions
from build_scripts.describing.motions import (
    Motion,
    are_others_entries,
    are_two_movants,
    ask_for,
    classify_motion,
    cut_behind,
    find_motions,
)
from build_scripts.describing.opening import LocatedBlock, locate_body
from build_scripts.describing.operative import weigh_operative
from build_scripts.describing.ruling_sentences import RulingSentence, Weight
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import MotionKind, Outcome, Qualifier, Span
from build_scripts.model.law.deciding_words import DOUBTFUL, NOT_ADOPTED, STEMS
from build_scripts.model.law.docket_entries import list_entries
from build_scripts.model.law.outcome_words import (
    combine_outcomes,
    correct_outcome,
    list_qualifiers,
    read_outcome,
    read_outcomes,
)
from build_scripts.model.law.ruling_forms import forms
from build_scripts.model.text.pattern import holds_any
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.model.text.sentences import split_sentences

# "The complaint is dismissed" decides the case itself, not a motion.
CASE = MotionKind.CASE
APPEAL = MotionKind.APPEAL
CALENDAR = MotionKind.CALENDAR
REPORT = MotionKind.REPORT
NO_MOTION = (CASE, APPEAL, CALENDAR, REPORT)
APPROVAL = "approval"  # of something that has no name
PART = f"{CASE} part"
PART_OF_CASE = "part of the case"  # "dismissed as to Roe": how its ruling is worded

_TITLE = "the title"
_STIPULATION = "a stipulation made an order"
_NOUNS = {
    "remand": Outcome.REMANDED,
    "transfer": Outcome.TRANSFERRED,
    "dismissal": Outcome.DISMISSED,
}
_MOST_WORDS = 14
_PATTERNS = read_patterns(__package__, "ruling_statements.toml")
# Words with which a verb's tail begins, not the judgment below: "affirm on the strength of".
_PREPOSITIONS = frozenset("of in for to on upon by with from as under against that and".split())
_NO_JUDGMENT = frozenset(
    "and because by for from in on substantially the through under upon with without".split()
)
_NEVER_APPROVED = (
    MotionKind.DISMISS,
    MotionKind.PRELIMINARY_INJUNCTION,
    MotionKind.RESTRAINING_ORDER,
    MotionKind.SUMMARY_JUDGMENT,
    MotionKind.PARTIAL_SUMMARY_JUDGMENT,
)
_REPORT_REACH = 90  # characters from a report's name in which its entry stands
_CLOSING_SENTENCES = 2  # "Affirmed. Costs to appellee."
_LEAST_ODDS = 0.15  # of 375 orders that nobody had labelled, more than half below was false
_LIKELY = 0.1  # that a sentence decides, where no other does
_SUA_SPONTE_REACH = 30
_REST_REACH = 40  # characters before a verb: "In all other respects, the Court DENIES"
_LONGEST_MEMORANDUM = 4000  # characters of a page of memorandum decisions
_NUMBER_REACH = 8  # characters before a motion in which a text order prints its number


@dataclass(frozen=True, slots=True)
class Statement:
    """One place that states how something was decided.

    `kind` is the motion's kind, CASE, APPEAL, CALENDAR, or None for "the motion" without a
    name.
    """

    wording: str
    kind: str | None
    outcome: Outcome
    span: Span
    reason: str
    weight: Weight = Weight.CONCLUSION
    qualifiers: tuple[Qualifier, ...] = ()
    entries: tuple[str, ...] = ()
    movant: str | None = None
    number: int | None = None  # of several motions of one kind: "motion in limine no. 3"
    odds: float | None = None  # that its sentence decides something, by its words and place
    rest: bool = False  # "in all other respects": the part before went another way
    part: bool = False  # "as to Claim 5": nothing is said of the others

    @property
    def is_said(self) -> bool:
        """Whether its sentence is not unlikely to decide."""
        return self.odds is None or self.odds >= _LEAST_ODDS


def _number(statement: Statement, motion: Motion | None) -> tuple[Statement, ...]:
    """Return one statement for each number: "motions in limine 1, 3 and 5 are denied" is three."""
    if not motion or not motion.numbers:
        return (statement,)
    if len(motion.numbers) == 1 and motion.wording == statement.wording:
        return (replace(statement, number=motion.numbers[0]),)
    wording = re.sub(r"s?(?:\s+nos?\b.*|\s+\d.*)?$", "", statement.wording)
    wording = re.sub(r"\bmotions\b", "motion", wording)
    return tuple(
        replace(statement, wording=f"{wording} no. {number}", number=number)
        for number in motion.numbers
    )


def state_title(title: str, block: LocatedBlock) -> tuple[Statement, ...]:
    """Return the rulings that a printed title states: one for each verb with an object."""
    verbs = list(forms.TITLE_VERB.finditer(title))
    if not verbs:
        return _state_title_nouns(title, block)
    statements = []
    start = verbs[0].start()
    words: list[str] = []
    for index, verb in enumerate(verbs):
        words.append(verb["verb"])
        end = verbs[index + 1].start() if index + 1 < len(verbs) else len(title)
        subject = title[verb.end() : end]
        if not forms.NO_OBJECT.sub("", subject).strip() and end < len(title):
            continue  # "GRANTING IN PART AND | DENYING IN PART MOTION …"
        outcome = read_outcomes(words, title[start:end])
        outcome = outcome and correct_outcome(outcome, title)
        decided = list_subjects(subject, outcome, last=False) if outcome else []
        case = forms.TITLE_CASE.match(subject) if outcome in _NOUNS.values() else None
        if outcome and (decided or case):
            motion = decided[0][0] if decided else None
            thing = case["thing"].lower() if case else ""
            statements.append(
                Statement(
                    motion.wording if motion else thing or (decided or [(None, "")])[0][1],
                    motion.kind if motion else CASE,
                    outcome,
                    block.span(),
                    _TITLE,
                    Weight.TITLE,
                    list_qualifiers(title[start:end]),
                    list_entries(subject, brackets=True),
                    movant=motion.movant if motion else None,
                )
            )
        words, start = [], end
    return tuple(statements)


def _state_title_nouns(title: str, block: LocatedBlock) -> tuple[Statement, ...]:
    """Return what a title without a verb and without a motion decides: "Order of Dismissal"."""
    if find_motions(title):
        return ()
    return tuple(
        Statement(
            _word_title_noun(noun, match, title),
            f"{CASE} {noun}",
            _NOUNS[noun],
            block.span(),
            _TITLE,
            Weight.TITLE,
            list_qualifiers(title),
        )
        for match in forms.TITLE_NOUN.finditer(title)
        if (noun := (match["noun"] or match["before"]).lower())
    )


def _word_title_noun(noun: str, match: re.Match[str], title: str) -> str:
    if noun != "dismissal":
        return match.group().lower()
    return PART_OF_CASE if _PATTERNS.OF_SOME.search(title, match.end()) else "case"


def _cut_words(words: list[str]) -> list[str]:
    """Return the first words for a judgment below: as many as are shown, up to a preposition."""
    if len(words) <= _MOST_WORDS:
        return words
    ends = (at for at in range(_MOST_WORDS, 0, -1) if words[at].lower() in _PREPOSITIONS)
    return words[: next(ends, _MOST_WORDS)]


def _word_decision(decision: Decision, clause: str) -> tuple[str, str | None]:
    if decision.motion:
        return decision.motion.wording, decision.motion.kind
    if decision.calendar:
        return decision.thing, CALENDAR
    if decision.outcome in APPELLATE_OUTCOMES or forms.APPEALED.match(decision.thing):
        words = _cut_words(decision.thing.split())
        if forms.APPEALED.match(decision.thing) and decision.outcome not in APPELLATE_OUTCOMES:
            return decision.thing.strip(" ’'"), APPEAL
        if not words or len(words[0]) < 2 or words[0].lower() in _NO_JUDGMENT:
            return "appeal", APPEAL
        return " ".join(words), APPEAL
    partly = decision.outcome is Outcome.DISMISSED and _PATTERNS.PARTLY.search(clause)
    return (PART_OF_CASE, PART) if partly else (decision.thing, CASE)


def _join_parts(entries: tuple[str, ...]) -> tuple[str, ...]:
    """Return entries; of 118-1 and 118-2, exhibits or parts of one paper, that paper's."""
    papers = {each.partition("-")[0] for each in entries}
    parts = len(entries) > 1 and all("-" in each for each in entries)
    return tuple(papers) if parts and len(papers) == 1 else entries


def _name_motion(decision: Decision, sentence: str) -> Decision:
    """Return the decision with the motion that "the motion" means, if the sentence named one."""
    motion = decision.motion
    if not motion or motion.kind is not None or motion.wording.startswith("cross"):
        return decision
    before = sentence[: decision.start + motion.start]
    if _PATTERNS.OTHERS.search(before) and motion.wording.endswith("s"):
        wording = f"other {motion.wording}"
        return replace(decision, motion=replace(motion, wording=wording, kind=wording))
    noun = motion.wording.split()[-1]
    named = {each.kind: each for each in find_motions(before) if each.kind}
    if noun.startswith("petition"):
        named = {kind: each for kind, each in named.items() if each.wording.startswith(noun)}
    if set(named) == {MotionKind.OBJECTION} or len(named) != 1:
        return decision
    meant = next(iter(named.values()))
    if are_two_movants(motion.movant, meant.movant):
        return decision  # "Roe’s motion to strike is denied, and Poe’s motion is granted"
    who = motion.movant or meant.movant
    named_so = replace(motion, wording=meant.wording, kind=meant.kind, movant=who)
    return replace(decision, motion=named_so)


def state_sentence(place: RulingSentence) -> tuple[Statement, ...]:
    """Return a sentence's rulings, each with the qualifiers and entries of its clause."""
    statements: list[Statement] = []
    decisions = list_decisions(place.text, led=bool(place.lead), recommended=place.recommends)
    alone = len([each for each in decisions if each.motion]) == 1
    for stated in decisions:
        decision = _name_motion(stated, place.text)
        clause = place.text[decision.start : decision.end]
        wording, kind = _word_decision(decision, clause)
        if kind == APPEAL and _PATTERNS.REPORT_BELOW.match(decision.thing):
            continue  # `state_report` has it
        entries: tuple[str, ...] = ()
        motion = decision.motion
        # "The Court, sua sponte, REMANDS": the words stand before the verb.
        spoken = place.text[max(0, decision.start - _SUA_SPONTE_REACH) : decision.start]
        # "remanded to determine whether the claim is moot" calls nothing moot.
        qualifiers = list_qualifiers(
            re.split(r"\s(?:whether|instructions|directions|exception)\s", clause)[0]
        )
        qualifiers = () if place.of_part else qualifiers  # a part's are not the whole motion's
        if kind == MotionKind.AMEND:
            qualifiers = tuple(
                one for one in qualifiers if one is not Qualifier.WITH_LEAVE_TO_AMEND
            )
        if Qualifier.SUA_SPONTE in list_qualifiers(spoken):
            qualifiers = (Qualifier.SUA_SPONTE, *qualifiers)
        if motion:
            # Up to the next motion's name, whose entries are its own.
            start = max(0, motion.start - _NUMBER_REACH)
            behind = (each.start for each in find_motions(clause[motion.end :]))
            end = motion.end + next(behind, len(clause))
            apart = are_others_entries(motion.wording, clause[motion.end : end])
            own = _PATTERNS.NEXT_ACT.split(clause[start:end])[0]
            cited = own if alone else cut_behind(own)
            entries = () if apart else _join_parts(list_entries(cited, brackets=True))
            numbered = forms.NUMBER_BEFORE.search(clause[: motion.start])
            if not entries and numbered:
                entries = (numbered["number"],)
            # "DENIES one motion and GRANTS another. (Docs. 12, 15)": whose they are is open.
            whose = alone and not apart
            behind_all = _PATTERNS.AFTER.match(place.text, decision.end) if whose else None
            each_own = _PATTERNS.OWN_BEFORE.search(clause[: motion.start])
            for elsewhere in filter(None, (behind_all, each_own)):
                entries = entries or list_entries(elsewhere[0], brackets=True)
        recommends = forms.RECOMMENDING.search(place.lead + place.text) or (
            place.recommends and not forms.GRANTS_BY_COMMAND.search(place.text)
        )
        if recommends and not forms.ADOPTED.search(place.text):
            qualifiers = (*qualifiers, Qualifier.RECOMMENDED)
        stipulated = (
            motion
            and motion.kind == MotionKind.STIPULATION
            and _PATTERNS.STIPULATION.match(motion.wording)
        )
        if stipulated and decision.outcome is Outcome.GRANTED:
            qualifiers = tuple(dict.fromkeys((*qualifiers, Qualifier.BY_STIPULATION)))
        statement = Statement(
            wording,
            kind,
            correct_outcome(decision.outcome, place.text),
            place.span,
            "a sentence that decides",
            place.weight,
            qualifiers,
            entries,
            motion.movant if motion else None,
            odds=weigh_operative(place),
            part=bool(motion and _PATTERNS.PART.search(clause, motion.start)),
            rest=bool(
                decision.outcome in (Outcome.DENIED, Outcome.GRANTED)
                and forms.REST.search(
                    place.text, max(0, decision.start - _REST_REACH), decision.end
                )
            ),
        )
        statements += _number(statement, motion)
    return tuple(statements)


# What a conclusion does without naming a motion: how it is worded, and its kind.
_ANNOUNCED = {
    "relief is announced": (forms.ISSUES, "", ""),
    "a settlement is approved": (forms.SETTLEMENT, "motion for approval of {}", "settlement"),
    "an injunction is entered": (forms.ENJOINED, "{} injunction", CASE),
    "a class is certified": (forms.CERTIFIES, "class certification", ""),
    "rehearing is ordered": (forms.REHEARD, "rehearing en banc", ""),
    "what was asked for is approved": (forms.APPROVES, APPROVAL, MotionKind.OTHER),
    "a judgment is ordered": (forms.JUDGMENT_FOR, "judgment", CASE),
}


def state_announced(
    places: tuple[RulingSentence, ...], reason: str, announcements: tuple[Motion, ...] = ()
) -> tuple[Statement, ...]:
    """Return the relief, settlement, approval or judgment that the conclusion last announces.

    What is approved has the name of the one paper that the order brings before the court.
    """
    pattern, word, kind = _ANNOUNCED[reason]
    outcome = Outcome.ENTERED if kind == CASE else Outcome.GRANTED
    found = [
        (place, match)
        for place in places
        if place.weight is Weight.CONCLUSION
        and not place.recommends
        and (match := pattern.search(place.text))
        and (
            weigh_operative(place) >= _LIKELY
            or forms.GRANTS_BY_COMMAND.search(f"{place.lead} {place.text}")
            or match.groupdict().get("issued")
        )
    ]
    if not found:
        return ()
    place, match = found[-1]
    thing = next(filter(None, match.groups()), "").lower()
    if kind == MotionKind.SETTLEMENT and "preliminar" in match[0].lower():
        word = "motion for preliminary approval of {}"
    wording = word.format(thing).strip() or ask_for(thing)
    named = {each.kind: each.wording for each in announcements if each.kind}
    wording = named.get(kind, wording)
    # "The settlement is approved", after an injunction that was moved for long ago.
    can_be_approved = not any(each in _NEVER_APPROVED for each in named)
    if wording == APPROVAL and len(named) == 1 and can_be_approved:
        ((kind, wording),) = named.items()
    return (Statement(wording, kind or classify_motion(wording), outcome, place.span, reason),)


def state_concluded(places: tuple[RulingSentence, ...]) -> tuple[Statement, ...]:
    """Return what a court concludes that it should do, in words that elsewhere report a ruling.

    "The court is of the opinion that the motion should be granted": some opinions say no more.
    """
    stated: list[Statement] = []
    for place in places:
        argued = place.recommends or DOUBTFUL.search(place.text)
        concludes = forms.CONCLUDES.search(place.lead + place.text) or (
            place.weight is Weight.CONCLUSION and forms.MUST.search(place.text)
        )
        if place.weight >= Weight.INTRODUCTION and concludes and not argued:
            found = state_sentence(replace(place, recommends=True))
            if found and weigh_operative(place) >= _LIKELY:
                stated += (replace(each, qualifiers=(), reason="a conclusion") for each in found)
    return tuple(stated)


def state_so_ordered(clean: CleanOrder) -> tuple[Statement, ...]:
    """Return a stipulation ordered in a word: "PURSUANT TO STIPULATION, IT IS SO ORDERED."."""
    kind, how = MotionKind.STIPULATION, (Qualifier.BY_STIPULATION,)
    return tuple(
        Statement("stipulation", kind, Outcome.GRANTED, line.span(), _STIPULATION, qualifiers=how)
        for line in locate_body(clean)
        if forms.PURSUANT.search(line.text)
    )[-1:]


def state_stipulation(title: str, block: LocatedBlock, clean: CleanOrder) -> tuple[Statement, ...]:
    """Return what the parties stipulated and the court made its order."""
    orders = (forms.SO_ORDERED, forms.GRANTS_BY_COMMAND)
    ordered = any(each.search(line.text) for line in locate_body(clean) for each in orders)
    agreed = forms.STIPULATED.search(title) and not forms.ASKED_OF_PARTIES.search(title)
    if not (agreed and ordered):
        return ()
    wording = title.lower()
    outcome = Outcome.ENTERED
    if "dismiss" in wording or "discontinu" in wording:
        outcome = Outcome.DISMISSED
    elif forms.ASKS_LEAVE.search(title):
        outcome = Outcome.GRANTED
    return (
        Statement(
            wording,
            MotionKind.STIPULATION,
            outcome,
            block.span(),
            _STIPULATION,
            Weight.TITLE,
            (Qualifier.BY_STIPULATION,),
            list_entries(title, brackets=True),
        ),
    )


def state_closing_word(clean: CleanOrder) -> tuple[Statement, ...]:
    """Return the closing word of an opinion that decides in one: "AFFIRMED."."""
    for line in reversed(locate_body(clean)):
        if not holds_any(line.text, STEMS):
            continue
        for last in split_sentences(line.text)[-_CLOSING_SENTENCES:]:
            bare = forms.BARE_OUTCOME.match(last.text)
            outcome = read_outcomes(re.findall(r"[A-Za-z]+", last.text), last.text)
            if bare and outcome and not last.text.islower():
                span = line.span(last.start, last.end)
                return (Statement("appeal", APPEAL, outcome, span, "the closing word"),)
    return ()


def state_syllabus(clean: CleanOrder) -> tuple[Statement, ...]:
    """Return what the last line of a syllabus reports: "747 F. 3d 275, affirmed and remanded."."""
    found = forms.SYLLABUS_END.search(clean.reading_text)
    outcome = read_outcomes(found["words"].split(), found["words"]) if found else None
    if found is None or outcome is None:
        return ()
    return (Statement("appeal", APPEAL, outcome, Span(*found.span()), "the syllabus"),)


def state_certiorari(clean: CleanOrder) -> tuple[Statement, ...]:
    """Return what becomes of a petition that a memorandum decision names above its case's name.

    "Petition for writ of certiorari to the … Circuit. | ROE v. POE | No. 31-112. | Denied."
    """
    found = list(_PATTERNS.CERTIORARI.finditer(clean.reading_text[:_LONGEST_MEMORANDUM]))
    outcomes = {read_outcome(each["verb"]) for each in found}
    outcome = outcomes.pop() if len(outcomes) == 1 else None
    if outcome is None or len(clean.reading_text) > _LONGEST_MEMORANDUM:
        return ()
    wording = "petition for writ of certiorari"
    span = Span(*found[0].span())
    reason = "what becomes of a petition for certiorari"
    return (Statement(wording, classify_motion(wording), outcome, span, reason),)


def state_report(places: tuple[RulingSentence, ...]) -> tuple[Statement, ...]:
    """Return what becomes of a report and recommendation: adopted, rejected, or adopted in part."""
    stated: list[Statement] = []
    partly = False
    of_magistrate = _PATTERNS.OF_MAGISTRATE
    known = any(of_magistrate.search(place.text) for place in places)
    for place in places:
        match = forms.ADOPTED.search(place.text)
        if not match or place.recommends:
            continue
        past = forms.HISTORY.search(place.text[: match.end()].rsplit("; ", 1)[-1])
        its = of_magistrate.search(place.text) or (
            known and _PATTERNS.THE_REPORT.search(place.text)
        )
        if past or not its:
            continue
        verb = (match["verb"] or match["passive"]).lower()
        rejected = verb.startswith("reject") or NOT_ADOPTED.search(place.text)
        opposed = rejected and _PATTERNS.OPPOSED.search(match[0])
        partly = partly or bool(rejected and not opposed)
        if opposed or place.weight < Weight.INTRODUCTION:
            continue
        outcome = Outcome.DENIED if rejected else Outcome.GRANTED
        outcome = combine_outcomes([outcome], place.text[match.start() :]) or outcome
        start = match.start("report" if match["report"] else "subject")
        entries = list_entries(place.text[start : start + _REPORT_REACH], brackets=True)
        reason = "what becomes of a report"
        stated.append(
            Statement(
                REPORT, REPORT, outcome, place.span, reason, place.weight, entries=entries[:1]
            )
        )
    # Of what is adopted, another sentence rejects a part.
    rest = [Outcome.DENIED] if partly else []
    return tuple(
        replace(each, outcome=combine_outcomes([each.outcome, *rest], "") or each.outcome)
        for each in stated
    )


def state_adopted(places: tuple[RulingSentence, ...]) -> tuple[Statement, ...]:
    """Return what a report recommended and the court adopts without repeating its decision."""
    adopted = (place for place in places if forms.ADOPTED.search(place.text))
    adopting = next((place for place in adopted if not forms.HISTORY.search(place.text)), None)
    if adopting is None:
        return ()
    recommending = (place for place in places if forms.RECOMMENDING.search(place.text))
    stated = (state_sentence(replace(place, recommends=True)) for place in recommending)
    reason, weight = "what a report recommended", Weight.CONCLUSION
    return tuple(
        replace(each, weight=weight, span=adopting.span, reason=reason)
        for each in next(filter(None, stated), ())
    )


def state_command(
    places: tuple[RulingSentence, ...], announcements: tuple[Motion, ...]
) -> tuple[Statement, ...]:
    """Return what was applied for and then commanded, without a word of granting.

    "This matter having come before the Court pursuant to an application …, IT IS ORDERED that the
    company turn over the records": so courts order disclosure (18 U.S.C. § 2703(d)), sealing,
    service and the like.
    """
    kinds = {each.kind for each in announcements if each.kind}
    agreed = any(forms.AGREED.search(each.wording) for each in announcements)
    ordered = forms.SO_ORDERED if agreed else forms.GRANTS_BY_COMMAND
    commands = [place for place in places if ordered.search(place.text)]
    if (
        len(kinds) > 1
        or not announcements
        or not commands
        or forms.ASKS_FIRST.search(commands[0].text)
    ):
        return ()
    asked = announcements[0]
    if (kinds and not asked.kind) or not forms.ASKED_ALONE.search(asked.wording):
        return ()
    span, reason = commands[0].span, "what was applied for is commanded"
    upon = (place for place in places if forms.UPON.search(place.text))
    brought = (place.text for place in upon if place.span.start <= span.start)
    if not any(each.wording == asked.wording for text in brought for each in find_motions(text)):
        return ()
    how = (Outcome.GRANTED, span, reason)
    return (Statement(asked.wording, asked.kind, *how, entries=asked.entries),)
