"""Read motions: their printed wording, and the kind that distinguishes them."""

import re
from dataclasses import dataclass

from build_scripts.model.description import MotionKind
from build_scripts.model.law.motion_kinds import KINDS
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_table

# Papers that are a kind by themselves.
_PAPER_KINDS = (("objection", MotionKind.OBJECTION), ("stipulation", MotionKind.STIPULATION))
_USUAL_WORDS = frozenset(" ".join(read_table(__package__, "motion_words.toml").values()).split())
# Any paper that asks for something.
_PAPER = (
    r"(?:cross-?|letter[-\s])?(?:motions?(?!\s+practice)|applications?|petitions?|requests?(?!\s+(?:the|that|an?|this)\b)|stipulations?|objections?"
    r"|demurrers?|exceptions|exception(?=\s+of)|special\s+appearances?|pleas?(?=\s+(?:to\s+the|in\s+(?:bar|abatement)))|prayers?|bills?\s+of\s+costs)"
)
_ADJECTIVES = (
    r"(?:(?:ex\s+parte|renewed|joint|unopposed|opposed|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|amended|emergency|partial"
    r"|cross|administrative|omnibus|special|consent|stipulated|oral|agreed|contested)[-\s]+){0,3}"
)
# What a motion asks for, before its noun: "the summary judgment motion".
_ASKED = (
    r"(?:(?:(?:partial\s+)?summary[-\s]judgment|preliminary[-\s]injunction|class[-\s]certification|default[-\s]judgment"
    r"|dismissal|discovery|suppression|fee|stay|remand|transfer|sanctions|reconsideration|sealing|habeas|daubert"
    r"|Rule\s+\d{1,2}(?:\(\w\)){0,2})\s+)?"
)
# What ends no name: a motion's words were cut before their noun.
_NO_END = Pattern(
    r"(?:\s(?:and|but|or|nor|&|to|for|of|in|on|at|by|with|under|as|from|into|the|an?|that|which|who|whose|this"
    r"|it|its|their|his|her|be|all|any|re|pursuant|regarding|concerning|granted|denied)){1,8}+$",
    re.IGNORECASE,
    accepts=["motion to dismiss for", "motion to suppress and", "motion to the", "motion that it"],
    refuses=["motion in limine", "motion to dismiss"],
)
# Where a motion's wording stops.
_STOP = (
    r"(?:,?\s+(?:is|are|be|was|were|shall|will|must|should|would|may|can|has|had|does|did|lacks|fails|came|comes"
    r"|seeks|raises|argues|to\s+the\s+extent|because|but|which|for\s+the\s+(?:following\s+)?reasons"
    r"|with(?:out)?\s+prejudice|with(?:out)?\s+leave|in\s+its\s+entirety|in\s+full|in\s+part|as\s+moot"
    r"|as\s+follows|insofar|pursuant\s+to|on\s+the\s+grounds?|filed\s+(?:by|on)|dated|at\s+(?:ecf|dkt|docket|doc)"
    r"|and\s+(?:bars?|moot(?:s|ing)|reinstates?|directs?|enters?|awards?|declares?|the\s+court|this\s+court|counsel|grants?|den(?:y|ies)|orders?|remands?|dismisses))\b"
    rf"|\s+(?:and|or|&)\s+(?:[\w.’']+\s+){{0,4}}?(?<!the\s){_PAPER}\b|(?<!\bno)(?<!\bnos)(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bst)(?<!\bv)(?<!\binc)(?<!\bco)(?<!\bcorp)(?<!\bal)(?<!\bltd)(?<!\b[a-z])\.\s(?!(?-i:[a-z]))|\.$|,\s)"
)
_MOTION = Pattern(
    rf"""
    (?P<motion>\b{_ADJECTIVES}{_ASKED}{_PAPER}\b
      (?: \s?(?:\([^()]{{1,50}}\)|\[[^\[\]]{{1,40}}\])(?=\s+(?:to|for)\b) )?
      (?: \s+ (?:nos?\.\s*\d{1, 2}\s+)? (?!for\s+the\s+(?:\w+\s+)?reasons|to\s+the\s+extent)
          (?:to|for|in\s+limine|of|seeking|under|requesting|pursuant\s+to|regarding|concerning|re|by)\b
          (?: (?!{_STOP}) [^;:()\[\]] ){{0,220}} )?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Defendant's Motion to Dismiss",
        "the motion for expedited discovery",
        "Acme's and Bolt's motions to dismiss",
        "the motion",
        "the Government's summary judgment motion",
    ],
    refuses=["moves to dismiss"],
)
# The numbers that several motions of one kind have: "motions in limine nos. 1, 3 and 5".
_NUMBERS = Pattern(
    r"""
    (?:\bin\s+limine | \bmotions? | \bobjections? | \bsequence)\s*(?:\([^()]{1,40}\)\s*)?
    (?:(?:nos?\.?|numbers?|\#)\s*)? \#?
    (?P<numbers>0{0,2}\d{1,2}(?!\d|[/:.-]\d|\s+(?:u\.?s|f\.))
      (?:\s?(?:,\s*(?:and|&)|,|&|and|through|to|[-–])\s?(?:nos?\.\s*)?\#?\d{1,2}(?!\d|[/:]\d)){0,40})
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["motions in limine nos. 1, 3 and 5", "Motion in Limine #2", "motion sequence 002"],
    refuses=["motion under 28 U.S.C. § 2255", "motion to dismiss count 3", "motion 28 U.S.C."],
)
_MOST_NUMBERS = 40
_PLACES_IN_LIMINE = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_PLACED = Pattern(
    rf"\b(?P<place>{'|'.join(_PLACES_IN_LIMINE)})\s+(?:motion|mot\.)\s+in\s+limine\b",
    re.IGNORECASE,
    accepts=["Plaintiff's Second Motion in Limine"],
    refuses=["second motion to dismiss"],
)
# What stands behind a motion's name and belongs to it: its entry, who filed it.
_BELONGING = Pattern(
    r"""
    [”"]?(?: \s*,?\s* (?: \([^()]{1,90}\) | \[[^\[\]]{1,60}\]
        | (?:ecf|dkt|docs?|docket|d\.\s?[ei])\b\.?\s*(?:entry\s*)?
            (?:nos?\.?|\#)?\s*\d[\d\s,&-]{0,40}
        | nos?\.\s*\d[\d\s,&-]{0,40}(?:and\s+\d{1,2})? | filed\s+(?:by|on)\s[^,;()]{1,50} ) ){1,4}
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[" (Doc. 12)", ", ECF No. 14", " [12] [13]", " filed by Acme Corp."],
    refuses=[" is granted", ", and the motion"],
    by="match",
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
    movant: str | None = None
    numbers: tuple[int, ...] = ()  # "motions in limine 1, 3 and 5"
    close: int = 0  # where its entry, its numbers and who filed it end
    entries: tuple[str, ...] = ()  # of the docket, where the text was searched for them


REVIEW = "petition for review"
_REVIEW = Pattern(
    r"\bpetitions?\s+for\s+(?:\w+\s+)?review\b",
    re.IGNORECASE,
    accepts=["petition for review as to this issue"],
    refuses=["petition for rehearing"],
)


def classify_motion(wording: str) -> str | None:
    """Return the kind of a motion, its own first words if none is listed, None for "motion"."""
    found = [
        (match.start(), kind)
        for kind, pattern in KINDS.items()
        if (match := pattern.search(wording))
    ]
    if found:
        return min(found, key=lambda pair: pair[0])[1]
    if _REVIEW.search(wording):
        return REVIEW
    asked = re.sub(
        rf"^.*?{_PAPER}\s*(?:of\s.{{1,80}}?\s(?=to\s))?", "", wording, flags=re.IGNORECASE
    )
    words = asked.split()
    named = " ".join([word.lower() for word in words if len(word) > 3][:2])
    paper = next((kind for stem, kind in _PAPER_KINDS if stem in wording.lower()), None)
    return paper or named or None


def find_head(wording: str) -> str:
    """Return what a motion's words begin with, and name nobody: its paper and its verb."""
    head = rf"{_ADJECTIVES}{_PAPER}(?:\s+for\s+leave)?(?:\s+to\s+[\w-]+)?"
    found = re.match(head, wording, re.IGNORECASE)
    return found[0] if found else ""


def list_usual_words(wording: str) -> frozenset[str]:
    """Return the small words of a motion, and those that decide its kind."""
    found = (pattern.search(wording) for pattern in KINDS.values())
    told = " ".join(match[0] for match in found if match)
    return _USUAL_WORDS | frozenset(re.findall(r"[\w-]+", told.lower()))


def flatten(printed: str) -> str:
    """Return a motion's words in one line, without text in brackets."""
    text = re.sub(r"\s?(?:\([^()]*\)|\[[^\[\]]*\])", "", printed)
    text = re.sub(r"[\s|]+", " ", text).strip(" ,.;:*“”")
    return _NO_END.sub("", text)


def word_motion(printed: str) -> str:
    """Return a motion's wording as a key: one line, small letters where a title had capitals."""
    words = flatten(printed).split()
    return " ".join(
        word.lower()
        if (word.isupper() or word.istitle()) and not re.search(r"\d|\.\w", word)
        else word
        for word in words
    )


# Whose motion it is, before its name.
_MOVANT = Pattern(
    r"""
    (?P<movant>
      (?: (?-i:[A-Z])[\w.&-]{0,30} | plaintiffs? | defendants? | petitioners? | respondents?
        | movants? | parties | government | debtors? | trustee | intervenors? | claimants? )
      (?: (?:,?\s+(?:and|&|of|the)\s+|,?\s) (?-i:[A-Z])[\w.&’'-]{0,30} ){0,7}
    ) (?:['’]s|['’])\s+$
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["Defendant Ingleside’s ", "the parties’ ", "Acme Corp.’s and Bolt’s ", "Plaintiff's "],
    refuses=["the court’s "],
)
# Who moves, before the verb: "Acme Corp. (“Acme”) now moves to dismiss".
_MOVER = Pattern(
    r"""
    (?P<movant>
      (?: (?-i:[A-Z])[\w.&-]{0,30} | plaintiffs? | defendants? | petitioners? | respondents?
        | government )
      (?: (?:,?\s+(?:and|&|of)\s+|,?\s) (?-i:[A-Z])[\w.&’'-]{0,30} ){0,5}
    ) (?:\s\([^()]{1,60}\))? (?:\s(?:now|has|have|had|also|both|jointly|timely)){0,2} \s$
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["Acme Corp. (“Acme”) now ", "the Defendants have "],
    refuses=["it ", "the party that "],
)
_NO_MOVANT = Pattern(
    r"\b(?:court|judge|order)\b|^(?:re|order|the|on|granting|denying)$",
    re.IGNORECASE,
    accepts=["the Court", "Order", "Magistrate Judge Roe"],
    refuses=["Acme Corp.", "Courtney Roe", "Theodora Roe"],
)
_LEADING = Pattern(
    r"^(?:(?:order|granting|denying|grants|denies|the|on|and|that|accordingly,?|therefore,?|thus,?|moreover,?|further,?"
    r"|finally,?|because|it|is|hereby|ordered|re:?|in|part|finds|as|moot|[A-Z]\.)\s+)+",
    re.IGNORECASE,
    accepts=["ORDER GRANTING Defendant Roe", "The Plaintiff"],
    refuses=["Defendant Roe", "Theodora Roe"],
)
_FILED_BY = Pattern(
    r"^,?\s*(?:\([^)]{1,40}\)\s*)?filed\s+by\s+(?:the\s+)?"
    r"(?P<movant>(?:[A-Z][\w.&’-]*\s?|(?:and|of|the|plaintiffs?|defendants?|intervenors?)(?:\s|$)){1,8})",
    accepts=[", filed by Plaintiff Acme Corp.", ", (ECF No. 7) filed by the Defendants"],
    refuses=[" filed on May 3, 2021", " is filed by Roe"],
    by="match",
)
_REACH = 90  # characters before a motion's name in which its movant stands
_SIDES = frozenset("plaintiff plaintiffs defendant defendants petitioner respondent".split())


def _find_movant(before: str, after: str) -> str | None:
    match = _MOVANT.search(before.rstrip('“"')[-_REACH:]) or _FILED_BY.match(after[:_REACH])
    return _name_movant(match["movant"]) if match else None


def find_mover(before: str) -> str | None:
    """Return who moves, by the words before the verb: "Acme Corp. now" moves to dismiss."""
    match = _MOVER.search(before[-_REACH:])
    return _name_movant(match["movant"]) if match else None


def _name_movant(printed: str) -> str | None:
    name = _LEADING.sub("", printed.rpartition(", the ")[2]).strip(" ,.;")
    name = re.sub(r"(?:\s(?:and|of|the))+$", "", name)
    name = re.sub(r"[’']s?$", "", name)
    name = name.capitalize() if name.isupper() and name.lower() in _SIDES else name
    return None if not name or _NO_MOVANT.search(name) else name


def _find_numbers(text: str, start: int, end: int) -> tuple[tuple[int, ...], int]:
    """Return the numbers of the motion that begins at `start`, and where they end."""
    placed = _PLACED.search(text, start, end)
    if placed:
        return (_PLACES_IN_LIMINE.index(placed["place"].lower()) + 1,), end
    match = _NUMBERS.search(text, start, end + 60)
    if not match or match.start() > end or (match.end() > end and match.start("numbers") > end + 8):
        return (), end
    numbers: list[int] = []
    for part in re.finditer(r"(\d{1,2})(?:\s?(?:-|–|to|through)\s?(\d{1,2}))?", match["numbers"]):
        first, last = int(part[1]), int(part[2] or part[1])
        numbers += range(first, min(last, first + _MOST_NUMBERS) + 1)
    return tuple(dict.fromkeys(numbers)), max(end, match.end())


# Sides of a case, which parties' names can stand for.
_ONE_SIDE = frozenset(
    "plaintiff defendant petitioner respondent appellant appellee debtor government state".split()
)
_LIGHT = frozenset("the and of moving mr mrs ms dr".split())


def list_movant_words(movant: str) -> frozenset[str]:
    """Return what distinguishes a movant: "Defendant Alder County" → defendant, alder, county."""
    words = re.findall(r"[^\W_]+", movant.lower())
    folded = (
        word.removesuffix("s") if word.removesuffix("s") in _ONE_SIDE else word for word in words
    )
    return frozenset(word for word in folded if word not in _LIGHT)


def are_two_movants(one: str | None, other: str | None) -> bool:
    """Return whether two movants can't be one: two sides, or two names.

    A side and a name can be one party, and a shorter name is the longer one.
    """
    if not (one and other):
        return False
    words, others = list_movant_words(one), list_movant_words(other)
    if words <= others or others <= words:
        return False
    return (words <= _ONE_SIDE) == (others <= _ONE_SIDE)


def find_motions(text: str) -> tuple[Motion, ...]:
    """Return every motion that a text names, with its place and, where printed, its movant."""
    motions = []
    for match in _MOTION.finditer(text):
        wording = word_motion(match["motion"])
        if not wording:
            continue
        numbers, end = _find_numbers(text, match.start(), match.end())
        belonging = _BELONGING.match(text, end)
        motions.append(
            Motion(
                wording,
                classify_motion(wording),
                match.start(),
                match.end(),
                _find_movant(text[: match.start()], text[match.end() :]),
                numbers,
                belonging.end() if belonging else end,
            )
        )
    return tuple(motions)
