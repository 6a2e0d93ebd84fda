"""Places of the order itself: "supra Part II.B", "see note 6 below", "infra at 12".

They cite only the order, and are never cases or back-references.
"""

import re

from build_scripts.citing.case_names import find_short_name
from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern import Pattern

# Accepted: "II", "II.B", "III-B.2", "II(C)", "III A", "IV.B.2.b", "A.1". A section of a statute
# begins with a number: "Section 6509, supra" is no part of the order.
_LEVEL = r"(?:[IVX]{1,6}|[A-Z]|[a-z]{1,3}|\d{1,2})"
_PART = (
    r"(?:[IVX]{1,6}|[A-Z])(?![\w’'])"
    rf"(?:(?:[.-]|\s?\()(?:{_LEVEL})\b\)?|\s[A-H]\b(?!\s[a-z])){{0,5}}"
)
_PART_WORD = (
    r"(?:[Pp]arts?|[Ss]ections?|§{1,2}|[Ss]ub(?:section|part)s?"
    r"|[Pp]oints?|[Dd]iscussion|Div(?:ision|\.))"
)
_NOTE_WORD = r"(?:[Nn]otes?|nn?\.|[Ff]ns?\.|[Ff]ootnotes?)"
_PLACE = rf"""
    (?: {_NOTE_WORD}\s?(?P<note>\d{{1,3}})(?:(?:\s?[-–]\s?|,\s(?:and\s)?|\s(?:and|&)\s)\d{{1,3}})?
      | Appendi(?:x|ces|xes)\s(?P<appendix>[A-H])(?![\w’'])(?:[-–][A-H])?
      | (?:{_PART_WORD}|\b[Pp]ts?\.)\s?(?P<part>{_PART})
        (?:(?:\s?[-–—]\s?|,\s|,?\s(?:and|&)\s)(?:{_PART}|\({_LEVEL}\)))? )
"""
# Before "supra": "note 6 supra", "Part II.A, supra", "notes 4-6 and accompanying text, supra".
BEFORE_SUPRA = Pattern(
    rf"(?<![\w.§]){_PLACE}(?:\sand\s(?:accompanying\s)?text)?\.?,?\s\(?$",
    re.VERBOSE,
    accepts=["note 6 ", "Part II.A, ", "notes 4-6 and accompanying text, "],
    refuses=["Section 6509, ", "Roe, "],
)
# After it: "supra Part II.A", "supra, at § III.B", "infra n. 12", "supra at note 12".
AFTER_SUPRA = Pattern(
    rf"\s?(?:at\s|in\s)?{_PLACE}",
    re.VERBOSE,
    accepts=[" Part II.A", " at § III.B", " n. 12", " at note 12"],
    refuses=[" at 12", " Section 6509", ", 550 U.S."],
    by="match",
)
_NEAR = Pattern(
    rf"(?<![\w.§]){_PLACE},?\s(?:\(?(?:above|below)\b"
    r"|of\s(?:this|the\spresent)\s(?:[Oo]pinion|[Oo]rder|[Mm]emorandum|[Dd]ecision|[Rr]uling))",
    re.VERBOSE,
    accepts=["Section II.B, above", "footnote 20 below", "Part II of this opinion"],
    refuses=[
        "Section 4(a) above",  # a contract's
        "Part II of the Act",
    ],
)
# Citations of the other writings of the same case: "ante, at 5", "post, at 12-13".
_ANTE = Pattern(
    r"(?:(?<=[.;(”]\s)|(?<=[(])|(?<=[Ss]ee\s)|(?<=also\s))(?P<word>[Aa]nte|[Pp]ost),?\s(?:at|p\.)\s"
    r"(?P<page>\d{1,4})(?:[-–]\d{1,4})?(?=[\s,;.)])",
    accepts=["(ante, at 5)", "See post, at 12-13."],
    refuses=[
        "a post at 159 Pine Grove",
        "Perry v. United States, ante, p. 330",  # another case
    ],
)


def find_internal_references(text: str) -> list[Mention]:
    """Return references to parts, notes and pages of the order that need no "supra"."""
    found = [make_internal(*match.span(), name_place(match)) for match in _NEAR.finditer(text)]
    for match in _ANTE.finditer(text):
        floor = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 80)
        if find_short_name(text, floor, match.start())[0] is None:
            page = match["page"]
            pin = text[match.start("page") : match.end()]
            found.append(make_internal(*match.span(), f"page {page}", pin))
    return found


def name_place(match: re.Match[str]) -> str:
    """Return the name of what `BEFORE_SUPRA` or `AFTER_SUPRA` found; stops join a part's levels."""
    if match["note"]:
        return f"note {match['note']}"
    levels = re.findall(r"[A-Za-z]+|\d+", match["part"] or match["appendix"])
    what = "Appendix" if match["appendix"] else "Part"
    return f"{what} {'.'.join(levels)}"


def make_internal(start: int, end: int, name: str, pin: str | None = None) -> Mention:
    """Return a mention of a place of the order."""
    return Mention(CitationKind.INTERNAL, start, end, name, pin_cite=pin)
