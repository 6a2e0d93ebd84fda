"""Words with which a decision acts on another: "VACATES the Order (ECF No. 45)"."""

import re

from build_scripts.model.subsequent_history import HistoryKind as K
from build_scripts.model.text.pattern import Pattern

_WORKS = (
    r"(?:orders?|opinions?|judgments?|decisions?|rulings?|decrees?|memorand(?:um|a)|injunctions?"
    r"|dispositions?|reports?|recommendations?|r\s?&\s?rs?)"
)
# What may be between a verb and its paper, or between the paper and its verb.
_BETWEEN = r"(?:[^.;:]|(?<=\bno)\.|(?<=\bnos)\.|(?<=\bdkt)\.|(?<=\b[A-Z])\.|\.(?=\S)|:(?=\d))"
_SOON = r"(?:\w+ly,?\s+|also\s+|now\s+|hereby\s+|therefore,?\s+|thus\s+|and\s+){0,3}"
_STEM = (
    r"affirm|revers|vacat|set(?:s|ting)?\s+aside|rescind|amend|modif|correct|withdr[ae]w|supersed"
    r"|adopt|accept|approv|reject|stay"
)
_FINITE = rf"(?:{_STEM})(?:e?s?|ies|y)"

WORK = Pattern(
    rf"\b{_WORKS}\b",
    re.IGNORECASE,
    accepts=["Order", "R&R", "Memorandum Opinion", "Report and Recommendation"],
    refuses=["motion for sanctions", "brief"],
)
REPORT = Pattern(
    r"\b(?:reports?|recommendations?|r\s?&\s?rs?)\b",
    re.IGNORECASE,
    accepts=["Report and Recommendation", "R&R", "Findings and Recommendations"],
    refuses=["reported opinion", "Order"],
)
# The court acts now, in these words: the paper follows.
ACTIVE = Pattern(
    rf"""
    (?: \b(?:hereby|we|i|(?:court|panel|undersigned)\s+will)\s+ {_SOON} (?P<base>{_FINITE})
      | \b(?:this|the)\s+(?:court|panel|undersigned|\w+\s+order|order|opinion|memorandum)\s+ {_SOON}
        (?P<third>(?:{_STEM})(?:e?s|ies)|declines\s+to\s+adopt)
      | (?-i:\b(?P<capital>AFFIRMS|REVERSES|VACATES|SETS\s+ASIDE|RESCINDS|AMENDS|MODIFIES|CORRECTS
        |WITHDRAWS|SUPERSEDES|ADOPTS|ACCEPTS|APPROVES|REJECTS|DECLINES\s+(?:to\s+adopt|TO\s+ADOPT)
        |STAYS)\b)
      | (?:^|[;,]|\band)\s*(?:(?:memorandum|opinion|and|order)\s+){{0,4}}
        (?P<title>affirming|reversing|vacating|setting\s+aside|rescinding|amending|modifying
        |correcting|withdrawing|superseding|adopting|accepting|approving|rejecting|staying)
    )\b
    (?P<between>{_BETWEEN}{{0,160}})$
    """,
    re.VERBOSE | re.IGNORECASE,
    needs=(
        *("affirm", "revers", "vacat", "aside", "rescind", "amend", "modif", "correct"),
        *("withdr", "supersed", "adopt", "accept", "approv", "reject", "stay"),
    ),
    accepts=[
        "The Court hereby VACATES its ",
        "the Court ADOPTS in full Magistrate Judge Wren’s ",
        "We therefore withdraw our ",
        "Order Adopting ",
        "MEMORANDUM AND ORDER ADOPTING THE ",
        "This Amended Order supersedes the ",
        "the Court will stay the ",
        "the Court DECLINES TO ADOPT the ",
    ],
    refuses=[
        "the Court vacated its ",
        "a motion to vacate the ",
        "the panel had adopted the ",
        "Defendant asks the Court to stay the ",
        "The Court hereby VACATES the hearing. Plaintiff objects to the ",
    ],
)
# The paper precedes its verb.
PASSIVE = Pattern(
    rf"""
    ^(?P<between>{_BETWEEN}{{0,160}}?)
    \b(?:is|are|be),?\s+(?:and\s+(?:hereby|the\s+same)\s+(?:is|are),?\s+)? {_SOON}
    (?P<verb>affirmed|reversed|vacated|set\s+aside|rescinded|amended|modified|corrected|withdrawn
      |superseded|adopted|accepted|approved|rejected|stayed)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    needs=("is", "are", "be"),
    accepts=[
        " is hereby VACATED.",
        " (ECF No. 45) is AMENDED as follows",
        " filed June 2, 2031, and reported at 900 F.4th 12, is withdrawn",
        " be, and hereby is, ADOPTED",
        " is ACCEPTED and ADOPTED in its entirety",
    ],
    refuses=[" was vacated.", " had been adopted", " is clear. The hearing is vacated"],
)
# Asking, arguing or wondering decides nothing.
DOUBT = Pattern(
    r"\b(?:if|whether|unless|should|would|could|might|may|ask(?:s|ed|ing)?|request\w*|seek\w*"
    r"|urg(?:e|es|ed|ing)|argu\w+|contend\w*|mov(?:e|es|ed|ing)|propos\w+|recommend(?:s|ed|ing)?"
    r"|motions?|had|previously|not|cannot|declin\w+|no)\b",
    re.IGNORECASE,
    accepts=["Plaintiff asks that", "whether the Court", "the motion to", "does not"],
    refuses=["For these reasons, the Court", "Recommendation", "IT IS ORDERED that the"],
)
# A motion about a paper that follows, by its request.
MOTION = Pattern(
    rf"""
    \b(?:motions?|requests?|petitions?|applications?|mov(?:e|es|ed|ing)|asks?|seeks?)\b
    {_BETWEEN}{{0,100}}?
    \b(?P<what>reconsider\w*|rehear\w*|(?:alter\s+(?:or|and)\s+)?amend|modify|vacate|set\s+aside
      |relief\s+from|stay)\b
    {_BETWEEN}{{0,160}}$
    """,
    re.VERBOSE | re.IGNORECASE,
    needs=("reconsider", "rehear", "amend", "modify", "vacate", "aside", "relief", "stay"),
    accepts=[
        "Before the Court is Defendant’s motion for reconsideration of the Court’s ",
        "Plaintiff moves to alter or amend the ",
        "MOTION TO STAY ",
        "petition for rehearing of our ",
    ],
    refuses=["the motion to dismiss the ", "opposes reconsideration of the "],
)
# Words between a motion's verb and the paper that make something else its object.
OTHER_OBJECT = Pattern(
    r"\b(?:complaint|answer|proceedings|discovery|hearing|deadlines?|schedule|action|case"
    r"|pleadings?|motions?|brief\w*|in\s+(?:light|view)\s+of|pursuant\s+to|because|which|that"
    r"|under|after|pending|following|until|objections?)\b",
    re.IGNORECASE,
    accepts=["motion to amend the complaint after the", "stay proceedings pending the"],
    refuses=["of the Court’s March 3, 2031", "its", "portions of the"],
)
IN_PART = Pattern(
    r"\bin(?:[-\s]+|\s+\w+\s+)parts?\b|\bexcept\b|\bas\s+modified\b|\binsofar\b|\bto\s+the\s+extent\b"
    r"|\bportions?\s+of\b|\bpartial(?:ly)?\b",
    re.IGNORECASE,
    accepts=["in part", "IN-PART", "in relevant part", "except for", "portions of", "insofar as"],
    refuses=["in its entirety", "partner"],
)
_WHOLE = {
    "affirm": K.AFFIRMED,
    "revers": K.REVERSED,
    "vacat": K.VACATED,
    "set": K.VACATED,
    "rescind": K.VACATED,
    "amend": K.AMENDED,
    "modif": K.AMENDED,
    "correct": K.AMENDED,
    "withdr": K.WITHDRAWN,
    "supersed": K.SUPERSEDED,
    "adopt": K.ADOPTED,
    "accept": K.ADOPTED,
    "approv": K.ADOPTED,
    "reject": K.REJECTED,
    "declin": K.REJECTED,
    "stay": K.STAYED,
}
_PART = {
    K.AFFIRMED: K.AFFIRMED_IN_PART,
    K.REVERSED: K.REVERSED_IN_PART,
    K.VACATED: K.VACATED_IN_PART,
    K.RECONSIDERED: K.RECONSIDERED_IN_PART,
    K.ADOPTED: K.ADOPTED_IN_PART,
    K.REJECTED: K.ADOPTED_IN_PART,
}


def read_kind(verb: str, *, in_part: bool = False) -> K:
    """Return the action of a verb in any form: "VACATES", "set aside", "amending"."""
    word = verb.lower()
    kind = next(kind for stem, kind in _WHOLE.items() if word.startswith(stem))
    return _PART.get(kind, kind) if in_part else kind


def restrict(kind: K) -> K:
    """Return the same action, in part."""
    return _PART.get(kind, kind)
