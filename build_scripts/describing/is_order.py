"""Is this an order at all? Motions, complaints, notices and letters are not."""

import re

from build_scripts.describing.opening import find_opening, locate_body
from build_scripts.describing.title import find_printed_title
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim
from build_scripts.text.name_case import is_capitals
from build_scripts.text.pattern import Pattern

# A paper of a party or of the clerk.
_PARTY_PAPER = Pattern(
    r"""
    ^\W*(?:(?:\w+[’']s?|first|second|third|amended|class\s+action|corrected|joint|unopposed|verified
        |ex\s+parte|notice\s+of\s+motion\s+and)\s+){0,5}
    (?: complaint | motions?\b | notice\s+of\b | answer\b | (?:reply|opposition|response)\b
      | brief\b | memorandum\s+of\s+(?:points|law) | declaration\b | affidavit\b | petition\s+for
      | (?:proof|certificate)\s+of\s+service | summons\b | application\b | transcript\b
      | subpoena\b | consent\s+to | civil\s+cover\s+sheet )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "COMPLAINT FOR DAMAGES",
        "DEFENDANT'S MOTION TO DISMISS",
        "NOTICE OF APPEAL",
        "MEMORANDUM OF POINTS AND AUTHORITIES",
        "ANSWER TO COMPLAINT",
    ],
    refuses=["ORDER GRANTING MOTION TO DISMISS", "MEMORANDUM"],
    by="match",
)
_DECIDES = Pattern(
    r"\border(?:s|ed)?\b|\bjudge?ment\b|\bopinion\b|\bdecision\b|\brecommendation\b|\bruling\b",
    re.IGNORECASE,
    accepts=["ORDER GRANTING MOTION", "OPINION AND JUDGMENT"],
    refuses=["MOTION TO DISMISS", "BORDER PATROL REPORT"],
)
_COURT_WORDS = Pattern(
    r"""
    \bso\s+ordered\b | \bit\s+is\s+(?:hereby\s+)?ordered\b
    | \b(?:the|this)\s+court\s+(?:\w+\s+)?(?:grants|denies|orders|finds|holds|concludes|will)\b
    | \bwe\s+(?:affirm|reverse|vacate|hold|conclude)\b
    | \b(?:affirmed|reversed|vacated|remanded)\b | \bper\s+curiam\b | \b(?:judge|justice)s?\b
    | (?-i:,?\sJ\.)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["IT IS SO ORDERED", "the Court denies", "we affirm", "PER CURIAM", "District Judge"],
    refuses=["Plaintiff respectfully requests"],
)
_LETTER = Pattern(
    r"^\W*(?:dear\b|via\s+(?:ecf|email|fax)\b)",
    re.IGNORECASE,
    accepts=["Dear Judge Roe:", "VIA ECF"],
    refuses=["Deere & Co.", "ORDER"],
    by="match",
)
# How parties end.
_PRAYER = Pattern(
    r"""
    \bprayer\s+for\s+relief\b | \bdemand\s+for\s+jury\b | \bjury\s+trial\s+demanded\b
    | \brespectfully\s+submitted\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["PRAYER FOR RELIEF", "Respectfully submitted,", "JURY TRIAL DEMANDED"],
    refuses=["The complaint prays for damages.", "a respectful submission"],
)
_LONGEST_TITLE = 300


def judge_is_order(clean: CleanOrder) -> Claim[bool]:
    """Whether the text is a decision of a court, with the reason."""
    found = find_printed_title(clean)
    if found and _DECIDES.search(found[0]) and not _PARTY_PAPER.match(found[0]):
        return Claim(True, found[1].span(), "titled as a decision")
    for line in find_opening(clean):
        if (
            len(line.text) < _LONGEST_TITLE
            and _PARTY_PAPER.match(line.text)
            and not _DECIDES.search(line.text)
            and (line.kind is BlockKind.TITLE or is_capitals(line.text))
            and "court" not in line.text.lower()
        ):
            return Claim(False, line.span(), "titled as a party's paper")
        if _LETTER.match(line.text):
            return Claim(False, line.span(), "a letter")
    text = "\n".join(line.text for line in locate_body(clean))
    if found:
        return Claim(True, found[1].span(), "titled as a decision")
    if _COURT_WORDS.search(text) and not _PRAYER.search(text):
        return Claim(True, None, "it speaks as a court")
    return Claim(False, None, "nothing in it decides or orders")
