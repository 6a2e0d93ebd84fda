"""Read a line's first and last words: whether its sentence ends, whether it begins an item."""

import re

from build_scripts.cleaning.lines import Line
from build_scripts.model.text.pattern import Pattern

LONGEST_END = 16  # characters: what ends a line is told by fewer
# What can follow a sentence's point: quotes, brackets, a note's mark; "$12,908.83" holds no mark.
CLOSING = r"['’”\")\]]{0,4}(?:(?<!\d\.)\d{1,3}|\*{1,3})?$"
ENDED = Pattern(
    rf"[.?!:;]{CLOSING}|\b(?:19|20)\d\d\.\d{{1,2}}$",  # a year and a mark
    accepts=["as follows:", "he “agreed.”", "the order.12", "the order.***", "of 2011.5"],
    refuses=["the order", "at $12,908.83", "Id. at 12"],
)
ENDS_SENTENCE = Pattern(
    rf"[.?!]{CLOSING}",
    accepts=["the order.", "he “agreed.”", "the order.12"],
    refuses=["as follows:", "at $12,908.83"],
)
# A point that ends no sentence.
ABBREVIATED = Pattern(
    r"(?:\b(?:nos?|vs?|dkt|cal|cir|fed|civ|cf|e\.g|i\.e|mr|mrs|ms|dr|hon|ex|decl|compl|supp|art"
    r"|rev|stat|ann|pub|u\.s|u\.s\.c|c\.f\.r|const"
    r"|amend|subd|sec|pp|s\. ?ct|l\. ?ed|f|p|r|atl|nat|res|defs?|ins|mut|indus|mfg|univ|sch"
    r"|dist|tel|elec|transp|pharms?|techs?|servs|hosp|cnty|bankr|supp)|(?<![\w.])[A-Z])\.$",
    re.IGNORECASE,
    accepts=[
        "Dkt. No.",
        "Ascon v.",
        "340 U.S.",
        "28 U.S.C.",
        "J.",
        "Nat. Res. Def.",  # of the Bluebook's table T6 those that no sentence ends with
    ],
    refuses=["Acme Corp."],
)
ENDS_ITEM = Pattern(
    r"[;,]\s+(?:and|or)$",
    accepts=["the complaint; and", "the answer, or"],
    refuses=["the complaint and", "and"],
)
SO_ORDERED = Pattern(
    r"\s*(?:it\s+is\s+)?(?:hereby\s+)?so\s+ordered\b",
    re.IGNORECASE,
    accepts=["IT IS SO ORDERED.", "SO ORDERED this 3rd day of May"],
    refuses=["IT IS ORDERED that", "It was so ordered"],
    by="match",
)
# A line's end that no sentence ends with.
RUN_INTO = Pattern(
    r"\w[’”\")\]]*,?$",
    accepts=["another", "belief, inmates,", "a Glock 9", "(“Roe”)"],
    refuses=["the order.", "as follows:", "he said,”"],
)
BULLET = Pattern(
    r"\s*[•●▪◦*o-]\s+\S",
    accepts=["• the complaint", "- the answer", "o the reply"],
    refuses=["-5-", "of the", "• "],
    by="match",
)
ITEM = Pattern(
    r"\s*(?:\d{1,2}[.)]|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?!v\.)(?:[a-z]|[ivx]{2,4})[.)](?!\s+\d))"
    r"\s+\S",
    accepts=["1. The", "(a) the", "12) In", "(iv) the", "b) on belief", "ii. granting relief"],
    refuses=["1.2", "(1996) the", "v. Mobil", "n. 4 and", "p. 12"],
    by="match",
)


def is_finished(line: Line) -> bool:
    """Return whether a line can be its paragraph's last."""
    end = line.content[-LONGEST_END:]
    if end[-1:].isalpha():
        return False
    return ENDED.search(end) is not None and ABBREVIATED.search(end) is None


def ends_sentence(line: Line) -> bool:
    """Return whether a line ends with a sentence's point."""
    return ENDS_SENTENCE.search(line.content[-LONGEST_END:]) is not None


def goes_on(line: Line) -> bool:
    """Return whether a line can't begin a sentence ("Vascular, Inc." | "(collectively, …)")."""
    return line.content.lstrip("([“‘\"'")[:1].islower() and ITEM.match(line.text) is None


def is_item(line: Line) -> bool:
    """Return whether a line begins an item of a list."""
    return ITEM.match(line.text) is not None or BULLET.match(line.text) is not None
