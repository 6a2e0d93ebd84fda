"""What a verb of decision decides: motions, the case, the judgment below."""

import re
from itertools import pairwise

from build_scripts.describing.motions import Motion, ask_for, find_motions
from build_scripts.model.description import Outcome
from build_scripts.model.law.deciding_words import forms

_LONGEST_GAP = 120
_NEXT = 80  # characters between a verb and what it decides
_SENDING = frozenset({Outcome.REMANDED, Outcome.TRANSFERRED})
ANSWERS = frozenset({Outcome.GRANTED, Outcome.DENIED, Outcome.GRANTED_IN_PART})
CASE_OUTCOMES = frozenset(
    {Outcome.DISMISSED, Outcome.REMANDED, Outcome.TRANSFERRED, Outcome.STAYED}
)


def word_judgment_below(text: str) -> str:
    """Return what an appellate court affirms or reverses: "judgment finding Roe liable"."""
    text = forms.VERBS.sub("", text)
    text = re.sub(
        r"^.*?\b(?:ordered|adjudged|decreed|follows)\b,?\s+that\s+", "", text, flags=re.IGNORECASE
    )
    text = forms.BEFORE_BELOW.sub("", text)
    whole, text = text, forms.AFTER_BELOW.split(text)[0]
    if forms.LIST_GOES_ON.match(whole, len(text)):
        text = forms.BELOW_SCOPE.split(text)[0]  # one of several claims is not all
    below = (
        r"^\W*(?:(?:and|but)\s+)?(?:the\s+|its\s+)?"
        r"(?:(?:district|trial|tax|bankruptcy)\s+court['’]s\s+)?(?:the\s+)?"
    )
    thing = re.sub(below, "", text, flags=re.IGNORECASE).strip(" ,.;:")
    # The number is a note's mark.
    thing = re.sub(
        r"\s+(?:and(?:\s+otherwise)?|holding|here(?:in)?)$|(?<=\s\d{4}),\d{1,2}$", "", thing
    )
    thing += '"' * (thing.count('"') % 2)  # the comma was in front of it
    return thing if forms.BELOW.search(thing) and not forms.NO_NOUN.search(thing) else ""


def list_together(motions: tuple[Motion, ...], text: str, *, last: bool) -> tuple[Motion, ...]:
    """Return the motions that one verb decides: "the motion to compel, … and the motion to seal".

    From the last one back before a passive, from the first one on behind an active verb.
    """
    if not motions:
        return ()
    steps = list(pairwise(motions))
    found = [motions[-1] if last else motions[0]]
    joined = False
    for one, other in reversed(steps) if last else steps:
        gap = text[one.close : other.start]
        if len(gap) > _LONGEST_GAP or not forms.COORDINATION.match(gap):
            break
        joined = joined or bool(forms.AND.search(gap))
        found.append(one if last else other)
        if last and not joined:
            # "Having read the motion to strike, the motion to seal is denied": no list.
            return tuple(found[:1])
    if not joined:
        return tuple(found[:1])
    return tuple(sorted(found, key=lambda each: each.start))


def _is_next(thing: re.Match[str], text: str, *, last: bool) -> bool:
    """Return whether a thing is next to the verb, which is after `text` or begins it."""
    return (len(text) - thing.end() if last else thing.start()) <= _NEXT


def list_subjects(text: str, outcome: Outcome, *, last: bool) -> list[tuple[Motion | None, str]]:
    """Return what `outcome` decides in `text`: motions before a passive, else after the verb.

    A pair is a motion, or None and the words for the case.
    """
    motions = find_motions(text)
    for one in motions:
        # "The agreement, attached to the declaration in support of the motion, is APPROVED."
        if lead := forms.SUPPORTED.search(text[: one.start]):
            text = text[: lead.start()].ljust(one.close) + text[one.close :]
            motions = find_motions(text)
    sent = None if last or outcome not in CASE_OUTCOMES else forms.CASE.search(text)
    if sent and (not motions or sent.end() <= motions[0].start):
        # "remand the case with instructions to grant the motion"
        return [(None, sent["thing"].lower())]
    if outcome in _SENDING and not last:
        motions = ()
    if last and motions and outcome in CASE_OUTCOMES:
        # "Pursuant to the notice in Roe's motion to strike, his claims are dismissed."
        close = motions[-1].close
        starts = [case.start() for case in forms.CASE.finditer(text, close)]
        motions = () if starts and "," in text[close : starts[-1]] else motions
    together = list_together(motions, text, last=last)
    if together:
        if last and (
            forms.INDEFINITE.search(text[: together[0].start]) or forms.RELATIVE.search(text)
        ):
            return []
        if not last and forms.NO_OBJECT.search(text[: together[0].start]):
            return []
        if together[0].wording == "petition" and outcome is Outcome.DISMISSED:
            return [(None, "petition")]
        return [(motion, "") for motion in together]
    cases = list(forms.CASE.finditer(text))
    if outcome is Outcome.WITHDRAWN:
        return [(None, "opinion")] if last and forms.OPINION.search(text) else []
    appeal = forms.APPEAL.search(text) if outcome in ANSWERS else None
    relief = forms.RELIEF.search(text)
    appeal = appeal if appeal and _is_next(appeal, text, last=last) else None
    relief = relief if relief and _is_next(relief, text, last=last) else None
    if appeal and not (relief and relief.start() < appeal.start()):
        return [(None, appeal[0].lower())]
    if cases and outcome in CASE_OUTCOMES:
        case = cases[-1 if last else 0]
        ends = (case.start(), case.start("thing"))
        whole = not any(forms.PART_OF_CASE.search(text[:end]) for end in ends)
        return [(None, case["thing"].lower())] if whole else []
    if relief and outcome in ANSWERS:
        return [(each, "") for each in find_motions(ask_for(relief.group().strip()))[:1]]
    if outcome in ANSWERS:
        entry = forms.ENTRY_SUBJECT.search(text) if last else forms.ENTRY_OBJECT.match(text)
        if entry:
            return [(Motion("motion", None, entry.start("entry"), entry.end("entry")), "")]
        placed = forms.ORDINAL_SUBJECT.search(text) if last else None
        if placed:
            return [(Motion(f"{placed['place'].lower()} motion", None, *placed.span("place")), "")]
        numbered = forms.NUMBER_SUBJECT.search(text) if last else None
        if numbered:
            numbers = find_motions(f"motion {numbered['numbers']}")[0].numbers
            return [(Motion("motion", None, *numbered.span("numbers"), numbers=numbers), "")]
        possessive = forms.POSSESSIVE_SUBJECT.search(text) or forms.THAT_OF.search(text)
        own = possessive if last else forms.POSSESSIVE_OBJECT.match(text)
        if own:
            return [(Motion("motion", None, *own.span("movant"), movant=own["movant"]), "")]
    return []
