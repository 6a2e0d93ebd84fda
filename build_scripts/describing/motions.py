"""Motions: their printed wording, and the kind that tells one from another."""

import re
from dataclasses import dataclass

# The kind that stands first in the wording names the motion: a "motion to stay pending arbitration"
# asks for a stay. Where two begin together, the one listed first.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("expedited discovery", r"expedit\w+\s+discovery|early\s+discovery"),
        ("expedite", r"\bexpedite\b"),
        ("in limine", r"in\s+limine"),
        ("in forma pauperis", r"in\s+forma\s+pauperis|\bIFP\b"),
        ("partial summary judgment", r"partial\s+summary"),
        ("summary judgment", r"summary\s+(?:judgment|adjudication)"),
        ("judgment on the pleadings", r"judgment\s+on\s+the\s+pleadings"),
        ("default judgment", r"default"),
        ("judgment as a matter of law", r"judgment\s+as\s+a\s+matter"),
        ("class certification", r"class\s+certification|certify\s+(?:a\s+|the\s+)?class"),
        ("dismiss", r"\bdismiss(?:al)?\b"),
        ("deny", r"\bto\s+deny\b"),
        ("compel arbitration", r"compel\w*\s+(?:\w+\s+)?arbitrat|for\s+arbitration"),
        ("compel", r"\bcompel"),
        ("seal", r"\bseal(?:ed|ing)?\b"),
        ("remand", r"\bremand"),
        ("restraining order", r"restraining\s+order"),
        ("preliminary injunction", r"injuncti"),
        ("quash", r"\bquash"),
        ("strike", r"\bstrike"),
        ("reconsideration", r"reconsider|rehearing"),
        ("stay", r"\bstay\b"),
        ("transfer", r"\btransfer"),
        ("amend", r"\bamend(?!ed)"),
        ("suppress", r"\bsuppress"),
        ("fees", r"\bfees?\b|\bcosts\b"),
        ("sanctions", r"sanction"),
        ("protective order", r"protective\s+order"),
        ("intervene", r"interven"),
        ("extension", r"exten(?:d|sion)|continue|continuance"),
        ("withdraw as counsel", r"withdraw|substitut\w+\s+of\s+counsel"),
        ("judicial notice", r"judicial\s+notice"),
        ("appoint counsel", r"appoint"),
        ("new trial", r"new\s+trial"),
        ("garnishment", r"garnish"),
        ("service", r"\bserv(?:e|ice)\b"),
        ("habeas corpus", r"habeas|2254|2255"),
        ("settlement", r"settlement"),
        ("appeal", r"\bappeal"),
    )
)
# Any paper that asks for something.
_PAPER = r"(?:cross-?)?(?:motions?|applications?|petitions?|requests?|stipulations?|objections?)"
_ADJECTIVES = (
    r"(?:(?:ex\s+parte|renewed|joint|unopposed|opposed|first|second|third|amended|emergency|partial"
    r"|cross|administrative|omnibus|special|consent|oral|agreed|contested)[-\s]+){0,3}"
)
# Where a motion's wording stops.
_STOP = (
    r"(?:,?\s+(?:is|are|be|was|were|shall|will|because|but|which|for\s+the\s+(?:following\s+)?reasons"
    r"|with(?:out)?\s+prejudice|with(?:out)?\s+leave|in\s+its\s+entirety|in\s+full|in\s+part|as\s+moot"
    r"|as\s+follows|insofar|pursuant\s+to|on\s+the\s+grounds?|filed\s+(?:by|on)|dated"
    r"|and\s+(?:the\s+court|this\s+court|counsel|grants?|den(?:y|ies)|orders?|remands?|dismisses))\b"
    r"|(?<!no)\.\s|\.$|,\s)"
)
# Accepted: "Defendant's Motion to Dismiss", "the motion for expedited discovery", "Acme's and
#   Bolt's motions to dismiss", "the motion". Refused: "moves to dismiss".
_MOTION = re.compile(
    rf"""
    (?P<motion>\b{_ADJECTIVES}{_PAPER}\b
      (?: \s+ (?!for\s+the\s+(?:\w+\s+)?reasons)
          (?:to|for|in\s+limine|of|seeking|under|requesting|pursuant\s+to)\b
          (?: (?!{_STOP}) [^;:()\[\]] ){{0,220}} )?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion's wording, its kind, and its place in the text that names it.

    `kind` is None for "the motion", without saying which.
    """

    wording: str
    kind: str | None
    start: int
    end: int


def classify_motion(wording: str) -> str | None:
    """The kind of a motion; its own first words where no listed kind fits; None for "motion"."""
    found = [
        (match.start(), kind) for kind, pattern in _KINDS if (match := pattern.search(wording))
    ]
    if found:
        return min(found, key=lambda pair: pair[0])[1]
    words = re.sub(rf"^.*?{_PAPER}\s*", "", wording, flags=re.IGNORECASE).split()
    return " ".join([word.lower() for word in words if len(word) > 3][:2]) or None


def word_motion(printed: str) -> str:
    """A motion's wording as an entry: one line, small letters where a title had capitals."""
    text = re.sub(r"\s+", " ", printed).strip(" ,.;:*")
    words = re.sub(r"(?:\s(?:and|but|&))+$", "", text).split()
    return " ".join(
        word.lower()
        if (word.isupper() or word.istitle()) and not re.search(r"\d|\.\w", word)
        else word
        for word in words
    )


def find_motions(text: str) -> tuple[Motion, ...]:
    """Every motion that a text names, with its place."""
    return tuple(
        Motion(wording, classify_motion(wording), match.start(), match.end())
        for match in _MOTION.finditer(text)
        if (wording := word_motion(match["motion"]))
    )
