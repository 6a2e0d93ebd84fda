"""Docket entries that a text cites: "Re: Dkt. Nos. 63 & 64" → 63, 64."""

import re

# Accepted: "Dkt. No. 7", "ECF Nos. 63 & 64", "Docket No. 16", "Dkt. # 8", "Doc. 30", "Paper No.
#   110", "Docket Nos. 140, 143, and 154", "ECF 17", "D.I. 20", "Doc. # 14", "R. Doc. 12-1".
# Refused: "Case No. 5:17-cv-02540", "Docket No. 96-7169" (a case), "Document dated 3".
_CITED = re.compile(
    r"""
    \b(?:ecf|dkts?|docket(?:\s+entry)?|docs?|document|paper|d\.\s?i|d\.\s?e)\b\.?\s*(?:ecf\s*)?(?:\#|nos?\.|nos?\b|numbers?)?\s*\#?\s*
    (?P<numbers>\d{1,4}(?:-\d{1,3})?(?![\d:]|-\d{4})(?:\s?(?:,|&|;|and|,\s*and|,\s*&)\s?(?:(?:ecf|dkt|doc)\.?\s*(?:nos?\.)?\s*)?\d{1,4}(?:-\d{1,3})?(?![\d:])(?!\s*(?:f\.|u\.s))){0,40})
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A bare bracket behind a motion. Accepted: "motion [3]", "[328][329]". Refused: "[2]t is".
_BRACKETED = re.compile(r"\[(?P<number>\d{1,4})\](?!\w)")
_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,3})?")


def list_entries(text: str, *, brackets: bool = False) -> tuple[str, ...]:
    """The distinct docket entries that `text` cites, in order; bare "[3]" only with `brackets`."""
    entries: dict[str, None] = {}
    for match in _CITED.finditer(text):
        for number in _NUMBER.findall(match["numbers"]):
            entries[number] = None
    if brackets:
        for match in _BRACKETED.finditer(text):
            entries[match["number"]] = None
    return tuple(entries)
