"""Find signals for and against a case's name in its form, whatever its place."""

import re

from build_scripts.model.law.party_words import NO_PARTY
from build_scripts.model.text.dates import MONTH, MONTH_IN_FULL
from build_scripts.model.text.pattern import Pattern

_MONTH = Pattern(
    rf"\b(?!may){MONTH_IN_FULL}\b.{{0,3}}\sv\.|\b{MONTH}\.?\s\d",
    re.IGNORECASE,
    accepts=["March 16 v. Bolt Insurance Co.", "Roe v. Sept. 4 Poe"],
    refuses=["Roe v. Mayfield", "Marchmont Mills v. Roe"],
)
_PAPER = Pattern(
    r"\b(?:filed|clerk|docket|case\sno|court|order|opinion|memorandum|judge|judgment|motion|decision"
    r"|granting|denying|clarifying|page|appeal(?:s|ed)?|before|argued|decided|submitted|division|department\s+of\s+justice\s"
    r"|counsel|attorneys?|hon|honorable|brief|hearing|dated?|pursuant|published|publication|cite|cited)\b",
    re.IGNORECASE,
    accepts=["Filed Clerk v. Roe", "Roe v. Poe Memorandum", "Honorable Roe v. Doe"],
    refuses=["Roe v. Orderly Mills", "Roe v. Doe"],
)
_ROLE = Pattern(
    r"\b(?:plaintiffs?|defendants?|petitioners?|respondents?|appell(?:ant|ee)s?|debtors?|claimants?"
    r"|below|movants?)\b",
    re.IGNORECASE,
    accepts=["Plaintiff Roe v. Doe", "Roe v. Doe Defendant"],
    refuses=["Roe v. Doe"],
)
_ODD = Pattern(
    r"[^\w\s.,&'’“”\-–/()§#:;@+$!]|\x00|_|[|]",
    accepts=["Roe } v. Doe", "Roe v. Doe ┐"],
    refuses=["Roe & Sons, Inc. v. M/V O’Poe", "In re 18 U.S.C. § 2703(d)"],
)
# A sign that opens nothing, and words that lost the blank between them: "MaryROE".
_BROKEN = Pattern(
    r"(?:^|\sv\.\s)[’'”]\s|\b(?!Mac|Fitz|Van|Von|Des|Del)[A-Z][a-z]{2,}[A-Z]{3,}",
    accepts=["’ Equal Roe v. Doe", "MaryROE v. Doe"],
    refuses=["’Aina Roe v. Doe", "MacDONALD v. Doe", "McROE v. DeKalb"],
)
_KNOWN_DIGITS = Pattern(
    r"\b(?:local|no\.|nos\.|does?|district|dist\.|lot|§|title|u\.s\.c\.|c\.f\.r\.|\d+\s(?:u\.?s\.?c))\s*§?\s*[\d-]+(?:\(\w+\))*"
    r"|(?:^|\sv\.\s)\d+\s\w+|(?:on|of|dated)\s\w+\s\d{1,2},\s\d{4}|\b\w(?=\w{0,40}\d)\w{1,60}+\s(?:inc|llc|ltd)|\(\w\)",
    re.IGNORECASE,
    accepts=["Does 1-10", "Local 12", "on June 10, 2011", "18 U.S.C. § 2703(d)"],
    refuses=["12-345", "Roe 5"],
)
_SUFFIX_ONLY = Pattern(
    r"(?:^|\sv\.\s)(?:the\s)?(?:inc|llc|l\.l\.c|corp(?:oration)?|co(?:mpany)?|ltd|n\.a|insurance|services?|of|and|for|&|al)\b[.,]?(?:\s|$)",
    re.IGNORECASE,
    accepts=["Company v. Roe", "Roe v. LLC", "Roe v. of Doe"],
    refuses=["Roe Co. v. Doe LLC"],
)
_CUT_END = Pattern(
    r"(?:\b(?:of|and|the|for|in|to|by|a|an|with|at|on|from|as|its|v|re)|[&,;:(-])\s*(?:v\.\s.*)?$",
    re.IGNORECASE,
    accepts=["Roe v. City of", "Board of v. Roe", "Roe v. Doe &"],
    refuses=["Roe v. Doe", "In re Roe"],
)
_LITIGATION = Pattern(
    r"\b(?:litigation|litig\.|cases|proceedings?|securities|bankruptcy|liability|antitrust)$",
    re.IGNORECASE,
    accepts=["In re Acme Data Breach Litigation"],
    refuses=["In re Litigation Partners", "In re Roe"],
)
_STATE = Pattern(
    r"(?:^|\sv\.\s)(?:State|Commonwealth|People)(?:$|\sv\.\s)",
    accepts=["State v. Roe", "Roe v. Commonwealth"],
    refuses=["State Farm v. Roe"],
)
_SMALL_START = Pattern(
    r"(?:^|\sv\.\s)[a-z]",
    accepts=["filed v. Roe", "Roe v. the court"],
    refuses=["Roe v. Doe"],
)
_COURT = Pattern(
    r"(?:\S+\s){0,5}court(?:\sof\s.*)?",
    re.IGNORECASE,
    accepts=["Criminal Court of the City of New York", "Superior Court"],
    refuses=["Court Square Partners", "Roe"],
    by="fullmatch",
)
# A word in small letters that names have not.
_SMALL = Pattern(
    r"(?<![\w’.])(?!(?:of|and|the|for|in|on|to|by|from|with|a|an|at|re|ex|rel|et|al|v|as|its|or|upon|against|under"
    r"|de|del|la|le|los|las|el|di|da|do|du|dos|van|von|der|den|ter|y|e|al|bin|ibn|d’\w+|o|approx)\b)[a-z]{2,}",
    accepts=["Roe arrived v. Poe", "Bernstein, his Next Friend v. Roe"],
    refuses=["Roe v. City of Kings", "De la Roe v. van der Poe", "In re Application for an Order"],
)
_LONG = 9  # words of a side
_VERY_LONG = 13


def _names_party(side: str) -> bool:
    """Return whether a side of a case's name can be a party: no heading, no sentence, no form."""
    return bool(re.search(r"[^\W\d_]", side)) and not NO_PARTY.fullmatch(side)


def has_shape(name: str, *, below: bool) -> bool:
    """Return whether a name has the shape of one: a party on each side, or one of a matter.

    A court on the left is the heading of the paper, except where `below` means that the order
    reviews another court's.
    """
    sides = name.removeprefix("In re ").removeprefix("Ex parte ").split(" v. ")
    heading = len(sides) == 2 and _COURT.fullmatch(sides[0]) is not None
    return all(map(_names_party, sides)) and (below or not heading) and not _BROKEN.search(name)


def judge_form(name: str) -> frozenset[str]:
    """Return signals for or against a name from its own words."""
    sides = name.split(" v. ")
    matter = len(sides) == 1
    signals = {"names a matter"} if matter else {"names two sides"}
    for pattern, signal in (
        (_MONTH, "has a month"),
        (_PAPER, "has a word of papers"),
        (_ROLE, "has a role"),
        (_ODD, "has an odd sign"),
        (_SUFFIX_ONLY, "begins with an ending"),
        (_CUT_END, "ends with a joint"),
        (_SMALL_START, "begins small"),
    ):
        if pattern.search(name):
            signals.add(f"{signal}{' (matter)' if matter and pattern is not _ODD else ''}")
    if re.search(r"\d", _KNOWN_DIGITS.sub("", name)):
        signals.add(f"has a digit{' (matter)' if matter else ''}")
    if _SMALL.search(name.removeprefix("In re ")):
        signals.add("has a small word")
    if matter and _LITIGATION.search(name):
        signals.add("names a litigation")
    if sides[-1].startswith("Commissioner") or "United States" in sides or _STATE.search(name):
        signals.add("a sovereign's case")
    longest = max(len(side.split()) for side in sides)
    if longest > _LONG:
        signals.add("is long (matter)" if matter else "is long")
    if longest > _VERY_LONG:
        signals.add("is very long (matter)" if matter else "is very long")
    if not matter and any(len(re.sub(r"\W", "", side)) < 2 for side in sides):
        signals.add("a side of one letter")
    if name.count("(") != name.count(")"):
        signals.add("an open bracket")
    if not matter and len(sides) == 2 and sides[0].lower() == sides[1].lower():
        signals.add("both sides are one")
    return frozenset(signals)


_COMMON = frozenset(
    "united states state people commonwealth in re estate of the city county matter ex parte"
    " application marriage".split()
)


def judge_spelling(name: str, prose: str) -> frozenset[str]:
    """Return whether the order's prose, in lower case, has the names."""
    sides = name.split(" v. ")
    found = []
    for side in sides:
        words = list(re.findall(r"[\w’'.&-]+", side.lower()))
        weighty = [word for word in words if word.strip(".") not in _COMMON and len(word) > 1]
        key = (weighty or ["\x00"])[0].strip(".,")
        found.append(not weighty or key in prose or key.replace("’", "'") in prose)
    if all(found):
        return frozenset({"the text says its names"})
    return frozenset(
        {"the text says one of its names"} if any(found) else {"the text says no such name"}
    )
