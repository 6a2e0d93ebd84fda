"""Docket entries that a text cites: "Re: Dkt. Nos. 63 & 64" → 63, 64."""

import re

from build_scripts.text.pattern import Pattern

_CITED = Pattern(
    r"""
    \b(?:ecf|dkts?|docket(?:\s+entry)?|docs?|document|paper|d\.\s?i|d\.\s?e|(?-i:DE))\b\.?\s*(?:ecf\s*)?(?:\#|nos?\.|nos?\b|numbers?)?\s*\#?\s*
    (?P<numbers>\d{1,4}(?:-\d{1,3})?(?![\d:]|-\d{4})(?:\s?(?:,|&|;|and|,\s*and|,\s*&)\s?(?:(?:ecf|dkt|doc)\.?\s*(?:nos?\.)?\s*)?\d{1,4}(?:-\d{1,3})?(?![\d:])(?!\s*(?:f\.|u\.s))){0,40})
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Dkt. No. 7",
        "ECF Nos. 63 & 64",
        "Docket No. 16",
        "Dkt. # 8",
        "Doc. 30",
        "Paper No. 110",
        "Docket Nos. 140, 143, and 154",
        "ECF 17",
        "D.I. 20",
        "Doc. # 14",
        "R. Doc. 12-1",
        "DE 4",
    ],
    refuses=[
        "Case No. 5:17-cv-02540",
        "Docket No. 96-7169",  # a case
        "Document dated 3",
    ],
)
# A bare bracket behind a motion.
_BRACKETED = Pattern(
    r"\[(?P<number>\d{1,4})(?:\](?!\w)|(?=\[))",
    accepts=[
        "motion [3]",
        "[328][329]",
        "[339[340]",  # a bracket is lost
    ],
    refuses=["[2]t is"],
)
_NUMBER = Pattern(
    r"(?P<first>\d{1,4})(?:-(?P<last>\d{1,3}))?",
    accepts=["7", "12-1", "169-171"],
    refuses=["three", "§"],
)
# The number before the motion, as clerks' text orders have it.
_NUMBERED_MOTION = Pattern(
    r"\b(?:(?i:the|re|granting|denying|on|regarding|terminating|and|terminates|in\s+part|moot))[:\s]\s?"
    r"(?P<number>\d{1,4})\s+(?=(?:[A-Z][\w’'-]*\s+){0,4}?"
    r"(?:MOTION|Motion|APPLICATION|Application|STIPULATION|Stipulation|REQUEST|Request)\b)",
    accepts=["The 35 Motion for Extension", "granting 12 Motion to Seal"],
    refuses=["the 2 Motions", "Rule 12 Motion"],
)
_FEWEST_OF_RANGE = 100  # a higher number behind the dash counts entries, not attachments
_LONGEST_RANGE = 30


def _spell_out(match: re.Match[str]) -> list[str]:
    """One entry, an attachment ("12-1"), or the entries of a range ("169-171")."""
    first, last = int(match["first"]), int(match["last"] or 0)
    if _FEWEST_OF_RANGE <= first < last <= first + _LONGEST_RANGE:
        return [str(number) for number in range(first, last + 1)]
    return [match.group()]


def list_entries(text: str, *, brackets: bool = False) -> tuple[str, ...]:
    """The distinct docket entries that `text` cites, in order; bare "[3]" only with `brackets`."""
    entries: dict[str, None] = {}
    for match in _CITED.finditer(text):
        for number in _NUMBER.finditer(match["numbers"]):
            entries.update(dict.fromkeys(_spell_out(number)))
    for match in _NUMBERED_MOTION.finditer(text):
        entries[match["number"]] = None
    if brackets:
        for match in _BRACKETED.finditer(text):
            entries[match["number"]] = None
    return tuple(entries)
