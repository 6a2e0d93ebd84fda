"""Sentences that decide: each verb of decision with what it decides."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.describing.decided_things import (
    ANSWERS,
    CASE_OUTCOMES,
    list_subjects,
    list_together,
    word_judgment_below,
)
from build_scripts.describing.motions import Motion, find_motions
from build_scripts.model.description import Outcome
from build_scripts.model.law.deciding_words import STEMS, forms
from build_scripts.model.law.outcome_words import combine_outcomes, read_outcome, read_outcomes
from build_scripts.model.text.pattern import Pattern, holds_any

# What a court above does with a decision of a court, board, committee or referee below.
_REVIEWED = {
    "appro": Outcome.AFFIRMED,
    "susta": Outcome.AFFIRMED,
    "quash": Outcome.REVERSED,
}
_SHORT = 90  # characters of a sentence that says no more than its outcome
_OBJECT_REACH = 60  # characters of a verb and what it decides
_REACH = 240  # characters after a verb that can name what the next decides, or qualify it

APPELLATE_OUTCOMES = frozenset(
    {Outcome.AFFIRMED, Outcome.REVERSED, Outcome.VACATED, Outcome.AFFIRMED_IN_PART}
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One outcome with what it decides.

    `motion` is the motion decided, its place counted from `start`; where there is none, `thing`
    words the case, the judgment below, or with `calendar` the hearing or dates that are vacated.
    `start` and `end` bound the clause in its sentence.
    """

    motion: Motion | None
    thing: str
    outcome: Outcome
    start: int
    end: int
    calendar: bool = False


def _decide_clause(clause: str, words: list[str], start: int, lead: str) -> Iterator[Decision]:
    outcome = read_outcomes(words, lead + clause)
    if outcome is None:
        return
    end = start + len(clause)
    stem = words[0][:5].lower()
    if stem in _REVIEWED and forms.REVIEWED_BELOW.match(clause):
        outcome = combine_outcomes([_REVIEWED[stem]], clause) or outcome
    if outcome in APPELLATE_OUTCOMES:
        thing = word_judgment_below(clause)
        sent_back = any(read_outcome(word) is Outcome.REMANDED for word in words)
        named = thing or sent_back or forms.BARE_VERB.fullmatch(clause)
        ours = outcome is Outcome.VACATED and forms.OWN_STAY.match(thing)
        if not ours and (outcome is not Outcome.VACATED or named):
            yield Decision(None, thing, outcome, start, end)
        elif calendar := forms.CALENDAR.search(clause):
            yield Decision(None, calendar[0], outcome, start, end, calendar=True)
        return
    for motion, thing in list_subjects(clause, outcome, last=False):
        # "approves the procedures for objections" decides no objection, "dismisses Count Two on
        # motion of the State" no motion.
        passed = {"appro": forms.PREPOSITION, "dismi": forms.ON_MOTION}.get(stem, forms.ARGUMENT)
        if motion is None or not passed.search(clause, 0, motion.start):
            yield Decision(motion, thing, outcome, start, end)


def _shares_object(piece: str, clause: str, following: str) -> bool:
    """Return whether the next verb decides the same: "GRANTS IN PART and | DENIES IN PART the
    motion", "deny the motion in part and | grant it in part", "reverse and | remand". Each verb
    of "grant Roe's motion in part and | deny in part Poe's motion" has a motion of its own.
    """
    bare = re.sub(r"\b(?:in\s+part|and|but)\b|,", "", piece, flags=re.IGNORECASE).split()
    if len(bare) <= 1:
        return True
    partly = re.search(r"\bin\s+part\b", clause, re.IGNORECASE)
    if not partly or any(each.movant or each.kind for each in find_motions(following)):
        return False
    return bool(re.search(r"\bin\s+part\b|\bit\b", following[:_OBJECT_REACH], re.IGNORECASE))


def _name_form(text: str) -> str:
    """Return the form of the verb at the start: verbs that belong together share it."""
    verb = forms.VERB.match(text)
    word = verb[0].split()[0].lower() if verb else ""
    ends = ("ing", "ed", "s") if word != "dismiss" else ()
    return next((end for end in ends if word.endswith(end)), "")


def _decide_active(sentence: str, patterns: Sequence[Pattern[str]]) -> Iterator[Decision]:
    matches = sorted(
        (match for pattern in patterns for match in pattern.finditer(sentence)),
        key=lambda match: match.start("verb"),
    )
    done = 0
    for match in matches:
        first = match.start("verb")
        if first < done:
            continue
        starts = (each.start("verb") for each in matches if each.start("verb") > first)
        following = [at for at in starts if not forms.SAME_MOTION.match(sentence, at)]
        rest = sentence[first : min(following, default=len(sentence))]
        bounds = [0, *(verb.start("verb") for verb in forms.NEXT_VERB.finditer(rest)), len(rest)]
        words: list[str] = []
        previous: list[Decision] = []
        start = 0
        form = _name_form(rest)
        inner = [at for at in bounds[1:-1] if _name_form(rest[at:]) == form]
        bounds = [0, *inner, len(rest)]
        for begin, end in pairwise(bounds):
            verb = forms.VERB.match(rest, begin)
            words.append(verb[0] if verb else "")
            following_text = rest[end : end + _REACH]
            if forms.ANSWERS.match(rest, begin) and forms.SAME_MOTION.match(following_text):
                # "grants the motion as to Count I and denies it as to Count II": one motion.
                part = forms.AS_TO.sub(_blank, rest[begin:end])
                rest = f"{rest[:begin]}{part}{rest[end:]}"
                continue
            if following_text and _shares_object(rest[begin:end], rest[start:end], following_text):
                continue
            lead = sentence[match.start() : first] if not start else ""  # "will largely"
            found = list(_decide_clause(rest[start:end], words, first + start, lead))
            if not (found or done) and forms.PRONOUN_OBJECT.match(rest[start:end]):
                outcome = read_outcomes(words, rest[start:end])
                named = find_motions(sentence[:first])[-1:] if outcome in ANSWERS else ()
                found = [Decision(each, "", outcome, 0, first + end) for each in named if outcome]
            if previous and forms.LEAVE_TO_AMEND.search(rest[start:end]):
                # Leave to amend qualifies the decision before it.
                found = [replace(each, end=first + end) for each in previous]
                previous = []
            yield from previous
            previous = found
            words, start = [], end
        yield from previous
        done = first + 1


def _cut_at_comma(text: str) -> str:
    """Return a verb and what qualifies it: "GRANTED, IN PART, and costs are awarded" to "PART"."""
    return re.split(
        r",(?!\s+(?:in\s+part|but\s+(?:not|only)|only)\b)", text, maxsplit=1, flags=re.IGNORECASE
    )[0]


def _decide_passive(sentence: str) -> Iterator[Decision]:
    start = last_end = 0
    for match in forms.PASSIVE.finditer(sentence):
        # What qualifies the decision before is not this one's, unless the subject stands in it.
        between = sentence[last_end : match.start()]
        other = any(each.search(between) for each in (forms.RELIEF, forms.CASE, forms.NEXT_BELOW))
        named = find_motions(between) or (last_end and other)
        start = last_end if named else start
        before = forms.COMMANDED.sub(_blank, sentence[start : match.start()])
        after = forms.NEXT_CLAUSE.split(sentence[match.start("verb") :][:_REACH])[0]
        verb = match.start("verb")
        listed = forms.PASSIVE_LIST.match(sentence, verb) or forms.PASSIVE_REST.match(
            sentence, verb
        )
        pair = forms.PASSIVE_PAIR.match(after)
        words = [match["verb"], *(each["verb"] for each in (pair, listed) if each)]
        lead = match[0][: match.start("verb") - match.start()]  # "is largely "
        excepted = forms.EXCEPT.match(after)
        answer = after if pair else excepted[0] if excepted else _cut_at_comma(after)
        lead += "in part " if forms.EXCEPT_LEAD.search(before) else ""
        outcome = read_outcomes(words, lead + answer.replace(",", ""))
        end = match.start("verb") + len(after)
        pronoun = forms.PRONOUN.fullmatch(re.split(r"[.;]\s+", before)[-1])
        # "It is otherwise denied.", of the motion that the sentence before grants in part.
        partly = pronoun and (pronoun["part"] or forms.ANSWERED_IN_PART.match(lead + after))
        if partly and outcome:
            yield Decision(Motion("motion", None, 0, len(before)), "", outcome, start, end)
        elif outcome in APPELLATE_OUTCOMES:
            # Not within a date, nor within brackets: "the sentences of three (Roe, Poe) are".
            bare = re.sub(r"\s*\([^()]*\)", "", before).strip(" ,;")
            subject = re.split(r", (?!\d{4}\b)", bare)[-1]
            # "the order of May 2, 2019, denying relief, is"; "…, finding the statute void, is"
            # "the order, ECF No. 8, is"
            if any(form.match(subject) for form in (forms.VERBS, forms.FINDING, forms.ENTRY)):
                subject = before
            calendar = forms.CALENDAR.search(subject) if outcome is Outcome.VACATED else None
            if calendar and not forms.BELOW.search(subject):
                yield Decision(None, subject.strip(), outcome, start, end, calendar=True)
            elif pair and pair["part"]:
                yield from _decide_parts(subject, after, match["verb"], pair, start, end)
            elif outcome and forms.BELOW.search(before):
                below = word_judgment_below(subject)
                if below and (scope := forms.SCOPE.match(after)):
                    below += scope["scope"]
                # "Under the Agreed Order, all injunctive relief is VACATED": no judgment below.
                ours = outcome is Outcome.VACATED and forms.OWN_STAY.match(below)
                if not ours and (below or outcome is not Outcome.VACATED or subject == before):
                    yield Decision(None, below, outcome, start, end)
        elif match["verb"][:5].lower() in _REVIEWED and forms.RESULTS.search(before):
            below = word_judgment_below(before.rsplit(", ", 1)[-1])
            whole = _REVIEWED[match["verb"][:5].lower()]
            yield Decision(None, below, combine_outcomes([whole], after) or whole, start, end)
        elif outcome and forms.FOLLOWING_MOTIONS.search(before) and ":" in sentence[end:]:
            colon = sentence.index(":", end)
            for motion in find_motions(sentence[colon:]):
                yield Decision(motion, "", outcome, colon, len(sentence))
        elif outcome and (ordered := forms.RESPECTIVELY.match(after)):
            own = [each for word in re.findall(r"\w+", ordered[0]) if (each := read_outcome(word))]
            subjects = list_subjects(before, outcome, last=True)
            for decided, one in (
                zip(subjects, own, strict=True) if len(own) == len(subjects) else ()
            ):
                yield Decision(*decided, one, start, end)
        elif outcome:
            subjects = list_subjects(before, outcome, last=True)
            if not subjects and forms.RELIEF_OBJECT.match(after):
                subjects = list_subjects(after, outcome, last=False)
            for decided in subjects:
                yield Decision(*decided, outcome, start, end)
        start, last_end = match.end(), end
    for match in forms.ELLIPTIC.finditer(sentence):
        outcome = read_outcome(match["verb"])
        if outcome:
            yield Decision(None, match["thing"].lower(), outcome, match.start(), match.end())


def _decide_parts(
    subject: str, after: str, verb: str, pair: re.Match[str], start: int, end: int
) -> Iterator[Decision]:
    """Yield the parts of a judgment that have different outcomes, each with what it concerns."""
    for word, part in ((verb, pair["part"]), (pair["verb"], after[pair.end() :])):
        outcome = read_outcome(word)
        if outcome:
            below = f"{word_judgment_below(subject)} {part.strip()}"
            yield Decision(None, below, outcome, start, end)


def _decide_without_verb(sentence: str) -> Iterator[Decision]:
    """Yield a motion's name and its outcome: "Motion to strike (Doc. 4): DENIED"."""
    start = 0
    for match in forms.WITHOUT_VERB.finditer(sentence):
        group = "verb" if match["verb"] else "small"
        before = sentence[start : match.start(group)]
        after = sentence[match.start(group) :][:_REACH]
        clause = forms.NEXT_CLAUSE.split(after)[0]
        outcome = read_outcomes([match[group]], _cut_at_comma(clause))
        motions = find_motions(before)
        if outcome and not before.strip(" .:-(") and len(sentence) <= _SHORT:
            end = match.start(group) + len(clause)
            motion = None if outcome in CASE_OUTCOMES else Motion("motion", None, 0, 0)
            yield Decision(motion, "" if motion else "case", outcome, start, end)
        elif outcome and motions and not forms.AUXILIARY.search(before[motions[0].start :]):
            if forms.SHOUTED.search(before, motions[-1].end) or forms.INDEFINITE.search(
                before[: motions[-1].start]
            ):
                continue
            for motion in list_together(motions, before, last=True):
                end = match.start(group) + len(clause)
                yield Decision(motion, "", outcome, start, end)
        start = match.end(group)


def _decide_judgment(sentence: str) -> Iterator[Decision]:
    """Yield what a court of appeals does in a clause without a verb: "…; judgment affirmed."."""
    start = 0
    for piece in forms.PIECES.split(sentence):
        at = sentence.index(piece, start)
        start = at + len(piece)
        ordered = forms.WE_ORDER.match(piece)
        match = forms.JUDGMENT_WITHOUT_VERB.match(piece[ordered.end() :] if ordered else piece)
        if not match or (
            match["verb"].islower() and re.search(r"\bcourt\s*$", match["thing"].rstrip(" ,"))
        ):
            continue
        words = re.findall(r"[a-z]{4,}", f"{match['verb']} {match['tail']}".lower())
        outcome = read_outcomes(words, match[0])
        thing = match["thing"].split(",")[0].strip()
        if not find_motions(thing):
            outcome = _REVIEWED.get(match["verb"][:5].lower(), outcome)
        if outcome and outcome not in APPELLATE_OUTCOMES and find_motions(thing):
            yield Decision(find_motions(thing)[0], "", outcome, at, start)
        elif outcome:
            yield Decision(None, thing.lower(), outcome, at, start)


def _decide_submission(sentence: str) -> Iterator[Decision]:
    """Yield the motion that is heard and taken under submission."""
    for match in forms.SUBMITTED.finditer(sentence):
        what = match["what"] or ""
        motions = [each for each in find_motions(what) if each.kind]
        start = match.start("what") if motions else 0
        motions = motions or list(find_motions(sentence[: match.start()]))
        if motions:
            yield Decision(motions[-1], "", Outcome.DEFERRED, start, match.end())


def list_decisions(
    sentence: str, *, led: bool = False, recommended: bool = False
) -> tuple[Decision, ...]:
    """Return what a sentence decides; nothing for argument, history, conditions and quotations.

    `led`: the court's name is above, as over the items of "the Court:". `recommended`: a
    report recommends, and what "should be granted" counts.
    """
    noted = sentence.lstrip().startswith(("†", "‡"))  # a reporter tells what came later
    sentence = forms.WELL_TAKEN.sub(lambda match: "is granted".ljust(len(match[0])), sentence)
    if noted or not holds_any(sentence, STEMS):
        return ()
    if forms.OPTIONS.search(sentence) or forms.COUNTERFACTUAL.search(sentence):
        return ()
    # Blanked out, another court's words and a party's wishes decide nothing, and places stay.
    text = forms.QUOTED.sub(_blank, sentence)
    for words in (forms.ARGUED, forms.CONDITION, forms.IN_PASSING, forms.AMID):
        text = words.sub(_blank, text)
    if forms.NOT_ADOPTED.search(text):
        recommended = False
        text = forms.THAT_CLAUSE.sub(_blank, text)
    # "The judgment must be AFFIRMED" decides, in small letters it reasons.
    text = forms.MUST_BE.sub(lambda match: "is".ljust(len(match[0])), text)
    patterns = [forms.ACTIVE, forms.PANEL_PAST, forms.ORDERED_GERUND]
    if led:
        patterns.append(forms.ACTIVE_ITEM)
    if recommended:
        text = forms.RECOMMENDED.sub(_blank, text)
        patterns.append(forms.RECOMMENDS)
    else:
        text = forms.PROPOSED.sub(_blank, text)
    cuts = (0, *_list_cuts(text, patterns), len(text))
    found = tuple(
        each for clause in pairwise(cuts) for each in _decide_between(text, clause, patterns)
    )
    if found and not recommended and forms.DOUBTFUL.search(text):
        found = tuple(each for each in found if forms.SHOUTED.search(text, each.start, each.end))
    return found


def _list_cuts(text: str, patterns: Sequence[Pattern[str]]) -> Iterator[int]:
    """Yield where a clause with a passive verb begins behind one with an active verb.

    "The Court grants the motion to dismiss, and the motion to strike is denied as moot."
    """
    active = sorted(match.start("verb") for each in patterns for match in each.finditer(text))
    motions = [each.start for each in find_motions(text)] if active else []
    last = 0
    for passive in forms.PASSIVE.finditer(text) if len(motions) > 1 else ():
        first = bisect_left(active, last)
        own = bisect_left(motions, passive.start()) - 1  # what the passive verb decides
        if own < 1 or first == len(active) or active[first] > motions[own - 1]:
            continue
        joints = list(forms.CLAUSE_JOINT.finditer(text, motions[own - 1], motions[own]))
        if joints and joints[-1].start() > last:
            last = joints[-1].start()
            yield last


def _decide_between(
    text: str, clause: tuple[int, int], patterns: Sequence[Pattern[str]]
) -> Iterator[Decision]:
    """Yield what a clause decides, with its bounds in the text."""
    first, last = clause
    own = text[first:last]
    for each in (
        *_decide_active(own, patterns),
        *_decide_passive(own),
        *(list(_decide_judgment(own)) or _decide_without_verb(own)),
        *_decide_submission(own),
    ):
        yield replace(each, start=each.start + first, end=each.end + first)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
