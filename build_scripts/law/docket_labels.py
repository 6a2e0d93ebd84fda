"""What a paper calls the numbers that it prints: a case's, a lower court's, a paper's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_scripts.law.docket_numbers import list_alike, pick_numbers
from build_scripts.model.description import DocketNumber
from build_scripts.text.pattern import DIGITS, Pattern, holds_any


class Label(StrEnum):
    """What a paper calls a number."""

    CASE = "of a case"
    NUMBER = "a number alone"
    BELOW = "of another court"
    RELATED = "of a related case"
    BANKRUPTCY = "of a bankruptcy case"
    ENTRY = "of a paper"
    OTHER = "of a person or place"
    NONE = "none"


_LABEL = Pattern(
    r"(?<![a-z])(?:(?:nos?|numbers?)\b[.,:;#\s]{0,4}|\#\s?)"
    r"|(?<![a-z])(?:case|docket|index|cause|action|file|misc|record|appeal|matter)\b[.,:;#\s]{1,4}",
    re.IGNORECASE,
    accepts=["Case No. 12", "NO: 12", "Docket: 12", "MISC, NO, 19GJ1234", "# 12"],
    refuses=["notes 12", "cases 12"],
)
_BEHIND = r"[\s.,:()#]*(?:nos?|numbers?|\#)?[\s.,:;#]*$"
# What the words in front of a number call it; the first that fits.
_CALLED = (
    (
        Label.OTHER,
        Pattern(
            r"\b(?:bar|sbn|attorney|atty|id|i\.d\.|inmate|reg(?:ister|istration)?|license|badge"
            r"|phone|tel(?:ephone)?|fax|room|suite|box|page|patent|zip|count|exhibit|ex|claim|juror|state\s+file|bar\s+file"
            r"|opinion|memo|summary|volume|vol|chapter|ch|rule|section|ss|part|dept|department|division|district"
            r"|route|argued|decided|filed|dated?|local|unit|lot|block|certificate)\b" + _BEHIND,
            re.IGNORECASE,
            accepts=["Florida Bar No. ", "Reg. No. ", "Local No. ", "State File No. ", "Chapter "],
            refuses=["Case No. ", "Docket No. ", "No. "],
        ),
    ),
    (
        Label.ENTRY,
        Pattern(
            r"\b(?:re\s*:?\s+(?:docket|motion)|d\.\s?i\.|dkt|ecf|docs?|documents?|entry|entries|d\.e|de|filing|paper|seq|motions?"
            r"|sequence)\b" + _BEHIND,
            re.IGNORECASE,
            accepts=["Re: Docket No. ", "ECF Nos. ", "Mot. Seq. No. ", "Doc. ", "Filing No. "],
            refuses=["Docket No. ", "Case No. "],
        ),
    ),
    (
        Label.BELOW,
        Pattern(
            r"\b(?:d\.\s?c\.(?!\s+cir)|l\.?\s?t\.?|agency|bia|tax\s+ct|t\.\s?c\."
            r"|district\s+court|trial\s+court|superior\s+court|circuit\s+court|county\s+court"
            r"|lower|below|wcab|wcb|common\s+pleas|d\.\s?ct\.|super\.\s?ct\.|cir\.\s?ct\.|lc|usdc)"
            r"(?!\w)[\w\s.,]{0,24}\b(?:nos?|numbers?|docket|case|cause)\b[\s.,:#]*$"
            r"|\((?:CC|CA|TC)\s$",
            re.IGNORECASE,
            accepts=[
                "D.C. No. ",
                "D. C. Docket No. ",
                "Agency Nos. ",
                "Trial Court Case No. ",
                "(CC ",
            ],
            refuses=["Case No. ", "D.C. Cir. No. "],
        ),
    ),
    (
        Label.BANKRUPTCY,
        Pattern(
            r"\b(?:bk|bankr\w*)\b\.?(?:\s+case)?" + _BEHIND,
            re.IGNORECASE,
            accepts=["Bankruptcy No. ", "Bk. No. ", "Bankr. Case No. "],
            refuses=["Case No. "],
        ),
    ),
    (
        Label.RELATED,
        Pattern(
            r"\b(?:related?s?|member|companion|cross|see\s+also|formerly|ref|reference)\b"
            r"[\w\s.,:]{0,24}$",
            re.IGNORECASE,
            accepts=["Related Case No. ", "This document relates to: ", "Member Case No. "],
            refuses=["Case No. "],
        ),
    ),
    (
        Label.CASE,
        Pattern(
            r"\b(?:case|civil|criminal|crim|civ|cr|cv|action|docket|index|cause|c\.\s?a|ca|misc"
            r"|miscellaneous|file|record|appeal|matter|proceeding|proc|calendar|mdl|adv|adversary|bap"
            r"|cir|term|grand\s+jury|sup|supreme\s+court|app|consolidated\s+with)\b" + _BEHIND,
            re.IGNORECASE,
            accepts=["Case No.: ", "Index No. ", "C.A. No. ", "MISC, NO, ", "Civil Action "],
            refuses=["No. ", "Bar "],
        ),
    ),
    (
        Label.NUMBER,
        Pattern(
            r"(?<![a-z])(?:nos?|numbers?|\#)[\s.,:;]*$",
            re.IGNORECASE,
            accepts=["No. ", "NOS. ", "# "],
            refuses=["Casino ", "Case "],
        ),
    ),
)
_LONGEST_LABEL = 60
_SEVERAL = Pattern(
    r"(?<![a-z])(?:nos|numbers|cases)\b[\s.,:;#]*$",
    re.IGNORECASE,
    accepts=["Nos. ", "Docket Numbers: "],
    refuses=["No. "],
)
_LIST = Pattern(
    r"[\s,;&]*(?:(?:and|through|thru|to|[-–—])[\s,;&]*)?(?:nos?\.\s*)?[\[(]?",
    re.IGNORECASE,
    accepts=[", ", " and ", " & No. "],
    refuses=[" v. ", " ECF No. "],
    by="fullmatch",
)


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number in a text: where, in what form, and what the text calls it."""

    start: int
    end: int
    number: DocketNumber
    form: str
    label: Label
    listed: bool = False  # it goes on in a list
    several: bool = False  # its label announces more: "Nos."


def read_numbers(text: str, before: PrintedNumber | None = None) -> Iterator[PrintedNumber]:
    """Yield all that a line may mean as numbers of cases, with what it calls them.

    `before`: the last number of the line above, whose list may go on in this one.
    """
    if not holds_any(text, DIGITS):
        return
    found = pick_numbers(text, (label.end() for label in _LABEL.finditer(text)))
    if before and not found:
        alike = list(list_alike(text, 0, before.number.text))
        if alike and not text[alike[-1][1] :].strip(" ,;.)"):
            for start, end, number in alike:
                yield PrintedNumber(start, end, number, before.form, before.label, listed=True)
        return
    last = before if before and found and before.form == found[0][3] else None
    behind = 0
    for start, end, number, form in found:
        listed = bool(last and _LIST.fullmatch(text[behind:start]))
        label = last.label if last and listed else _call(text, start)
        several = listed or bool(_SEVERAL.search(text[:start]))
        last, behind = PrintedNumber(start, end, number, form, label, listed, several), end
        yield last
        for more_start, more_end, more in list_alike(text, end, number.text) if several else ():
            if all(more_end <= other[0] or more_start >= other[1] for other in found):
                last = PrintedNumber(more_start, more_end, more, form, label, listed=True)
                behind = more_end
                yield last


def _call(text: str, start: int) -> Label:
    words = text[max(0, start - _LONGEST_LABEL) : start].rstrip("([")
    return next((label for label, called in _CALLED if called.search(words)), Label.NONE)
