"""Words of decision: which outcome and which qualifiers a ruling's sentence states."""

import re

from build_scripts.model.description import Outcome, Qualifier
from build_scripts.text.pattern import Pattern

# The stem of a verb of decision, the outcome that it means, and why where it is another word.
_STEMS: tuple[tuple[str, Outcome, str], ...] = (
    ("grant", Outcome.GRANTED, ""),
    ("denie", Outcome.DENIED, ""),
    ("deny", Outcome.DENIED, ""),
    ("defer", Outcome.DEFERRED, ""),
    ("stay", Outcome.STAYED, ""),
    ("dismiss", Outcome.DISMISSED, ""),
    ("remand", Outcome.REMANDED, ""),
    ("transfer", Outcome.TRANSFERRED, ""),
    ("affirm", Outcome.AFFIRMED, ""),
    ("revers", Outcome.REVERSED, ""),
    ("vacat", Outcome.VACATED, ""),
    ("set aside", Outcome.VACATED, "an order set aside stands no more"),
    ("annul", Outcome.VACATED, "New York annuls what an agency determined"),
    ("overrul", Outcome.DENIED, "what an objection asks is refused"),
    ("sustain", Outcome.GRANTED, "what an objection asks is given"),
    ("approv", Outcome.GRANTED, "a settlement or stipulation is what was asked for"),
    ("allow", Outcome.GRANTED, "Massachusetts and North Carolina allow motions"),
    ("refus", Outcome.DENIED, "Virginia and West Virginia refuse petitions"),
    ("reject", Outcome.DENIED, "petitions and objections are rejected"),
    ("disallow", Outcome.DENIED, "a claim in bankruptcy is what was asked for"),
    ("withdr", Outcome.WITHDRAWN, ""),
    ("moot", Outcome.MOOT, ""),
    ("terminat", Outcome.MOOT, "clerks terminate what another ruling made pointless"),
    ("reserv", Outcome.DEFERRED, "a ruling reserved is still to come"),
    ("continue", Outcome.DEFERRED, "a motion continued is heard later"),
    ("held in abeyance", Outcome.DEFERRED, "a motion in abeyance waits for something else"),
    ("holds in abeyance", Outcome.DEFERRED, "as above"),
    ("taken under", Outcome.DEFERRED, "what is under advisement is decided later"),
    ("takes under", Outcome.DEFERRED, "as above"),
    ("stri", Outcome.DENIED, "a motion stricken is not heard"),
    ("quash", Outcome.GRANTED, "quashing is itself what was asked for"),
    ("modif", Outcome.AFFIRMED, "a judgment modified is affirmed as modified"),
    ("enforce", Outcome.GRANTED, "an agency asks a court to enforce its order"),
    ("enter", Outcome.ENTERED, ""),
    ("unseal", Outcome.GRANTED, "unsealing is itself what was asked for"),
)
_QUALIFIERS: tuple[tuple[Qualifier, Pattern[str]], ...] = (
    (
        Qualifier.WITHOUT_PREJUDICE,
        Pattern(
            r"\bwithout\s+prejudice\b",
            re.IGNORECASE,
            accepts=["DISMISSED WITHOUT PREJUDICE"],
            refuses=["with prejudice", "without undue prejudice"],
        ),
    ),
    (
        Qualifier.WITH_PREJUDICE,
        Pattern(
            r"\bwith\s+prejudice\b",
            re.IGNORECASE,
            accepts=["dismissed with prejudice"],
            refuses=["without prejudice"],
        ),
    ),
    (
        Qualifier.WITHOUT_LEAVE_TO_AMEND,
        Pattern(
            r"\bwithout\s+leave\s+to\s+(?:re)?amend\b",
            re.IGNORECASE,
            accepts=["GRANTED WITHOUT LEAVE TO AMEND"],
            refuses=["with leave to amend", "without leave of court"],
        ),
    ),
    (
        Qualifier.WITH_LEAVE_TO_AMEND,
        Pattern(
            r"\bleave\s+to\s+file\s+(?:an?\s+)?amended\b|\bwith\s+leave\s+to\s+(?:re)?amend\b"
            r"|\bleave\s+to\s+amend\s+(?:is\s+)?granted\b|\bgrants?\s+(?:\w+\s+)?leave\s+to\s+amend\b",
            re.IGNORECASE,
            accepts=[
                "dismissed with leave to amend",
                "Leave to amend is GRANTED",
                "grants Roe leave to amend",
                "leave to file an amended complaint",
            ],
            refuses=["without leave to amend", "leave to amend is denied"],
        ),
    ),
    (
        Qualifier.AS_MOOT,
        Pattern(
            r"\b(?:as|is|are)\s+moot\b",
            re.IGNORECASE,
            accepts=["DENIED AS MOOT", "the motion is moot"],
            refuses=["moot court", "was not moot"],
        ),
    ),
    (
        Qualifier.SUA_SPONTE,
        Pattern(
            r"\bsua\s+sponte\b|\bon\s+its\s+own\s+motion\b",
            re.IGNORECASE,
            accepts=["dismisses the claim sua sponte", "The Court, on its own motion, remands"],
            refuses=["on Roe's own motion"],
        ),
    ),
    (
        Qualifier.BY_STIPULATION,
        Pattern(
            r"\b(?:by|pursuant\s+to\s+(?:the\s+)?(?:\w+['’]\s+)?)\s*stipulation\b",
            re.IGNORECASE,
            accepts=["dismissed by stipulation", "pursuant to the parties’ stipulation"],
            refuses=["the stipulation is denied"],
        ),
    ),
)
_IN_PART = Pattern(
    r"\bin\s+part\b",
    re.IGNORECASE,
    accepts=["GRANTED IN PART"],
    refuses=["in particular", "as part of"],
)


def read_outcome(word: str) -> Outcome | None:
    """The outcome that a verb in any form names: "GRANTS", "denied", "affirming"."""
    lower = " ".join(word.lower().split())
    return next((outcome for stem, outcome, _ in _STEMS if lower.startswith(stem)), None)


def combine_outcomes(outcomes: list[Outcome], text: str) -> Outcome | None:
    """One outcome of the verbs that decide one motion in `text`.

    "GRANTS IN PART and DENIES IN PART" is granted in part; "affirmed in part, reversed in part" is
    affirmed in part; "reverse and remand" is reversed.
    """
    if not outcomes:
        return None
    known = set(outcomes)
    partly = bool(_IN_PART.search(text))
    if Outcome.AFFIRMED in known and (partly or known & {Outcome.REVERSED, Outcome.VACATED}):
        return Outcome.AFFIRMED_IN_PART if len(known) > 1 or partly else Outcome.AFFIRMED
    both = {Outcome.GRANTED, Outcome.DENIED} <= known
    if both or (known & {Outcome.GRANTED, Outcome.DENIED} and partly):
        return Outcome.GRANTED_IN_PART
    for outcome in (Outcome.REVERSED, Outcome.VACATED):
        if outcome in known:
            return outcome
    return outcomes[0]


def list_qualifiers(text: str) -> tuple[Qualifier, ...]:
    """The qualifiers that a ruling's own sentence states, in the order printed."""
    found = [
        (match.start(), qualifier)
        for qualifier, pattern in _QUALIFIERS
        if (match := pattern.search(text))
    ]
    return tuple(qualifier for _, qualifier in sorted(found, key=lambda pair: pair[0]))
