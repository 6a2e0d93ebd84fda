"""Docket entries that a text cites: "Re: Dkt. Nos. 63 & 64" → 63, 64."""

import re

from build_scripts.model.text.pattern import DIGITS, Pattern

_NUMERAL = r"(?!\d{4}-\d{2}(?!\d))\d{1,4}(?:-\d{1,3})?(?![\d:/]|-\d{4}|-[a-z]|\.\d)"
_NAMED = (
    r"(?:(?:ecf|e\.c\.f|dkts?|dks?|dckts?|docket|docs?|docts?|documents?|paper|filing|item|instrument"
    r"|entr(?:y|ies)|ent|d\.\s?i|d\.\s?e|d\.\s?n|d/e|(?-i:D[EN])"
    # S.D. Iowa, D. Minnesota and E.D. Tennessee
    r"|(?:clerk['’]s|court\s+file|pleading)(?=\s+nos?\b))\b\.?"
    # D. Massachusetts: "D. 10."; E.D. Kentucky and N.D. Illinois: "(R. 45)"
    r"|(?:^|(?<=[.(;,]\s)|(?<=\())(?-i:D\.)(?=\s\d)|(?<=[\[(])(?-i:R\.)(?=\s\d))"
)
_CITED = Pattern(
    rf"""
    (?<!\w){_NAMED}\s*(?:{_NAMED}\s*){{0,2}}
    (?P<several>nos\.?|numbers|s)?(?:\#|no\.?(?!\w)|number)?\s*\#?:?\s*-?
    (?P<numbers>{_NUMERAL}
      (?: (?:\s?(?:,\s*(?:and|&)|,|&|;|and|to|through|[-–—])\s?|\s(?=\d{{1,4}}[,\]]))
          (?:\[?(?:ecf|dkt|docs?)\.?\s*(?:nos?\.)?\s*)?\#?
          {_NUMERAL}(?!\s*(?:f\.|u\.s|days?\b|pages?\b)) ){{0,60}} )
    """,
    re.VERBOSE | re.IGNORECASE,
    needs=DIGITS,
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
        "Filing No. 21",  # D. Neb.
        "Docket Entry # 31",
        "D.E. 12",
        "ECF Doc. No. 9",
        "DN 44",  # W.D. Ky.
        "[ECF # 5]",
        "(Dk. 19)",  # D. Kan.
        "summary judgment. D. 10.",
        "Dkt. Entry 12",
        "(Dckt. No. 12)",  # E.D. California
        "[DE-12]",  # E.D.N.C.
        "(Doc. #: 12)",  # N.D. Ohio
        "Clerk's No. 12",
        "(R. 45)",
        "(d/e 40)",  # C.D. Ill.
        "[Docs. 7, 8 9, 10]",  # a comma is lost
    ],
    refuses=[
        "Case No. 5:17-cv-02540",
        "Docket No. 96-7169",  # a case
        "Docket No. 1234-19",  # Tax Court
        "Document dated 3",
        "Filing 12/5/2019",
        "Court File No. 19-cv-4321",
        "Fed. R. 45",
    ],
)
_LISTED = (
    r"\d{1,4}(?:-\d{1,2})?(?:\s?(?:,\s*(?:and|&)|,|;|and|&|[–—])\s?\#?\d{1,4}(?:-\d{1,2})?){0,20}"
)
# Numbers in brackets, or with a "no." of their own, after a motion.
_BRACKETED = Pattern(
    rf"(?<!\d\s)\[\#{{0,2}}\s?(?P<numbers>{_LISTED})(?:\](?!\w)|(?=\[))"
    rf"|\((?:nos?\.\s?|\#{{1,2}}\s?)(?P<alone>{_LISTED})\)",
    re.IGNORECASE,
    needs=DIGITS,
    accepts=[
        "motion [3]",
        "[328][329]",
        "[339[340]",  # a bracket is lost
        "motion [#12]",  # D. Colo., D. Nev.
        "motion (#12)",
        "motion (no. 8)",
        "motions [3, 5]",
        "motions [12 and 15]",
        "motions (##12, 13)",  # D. Kan., D. Or.
    ],
    refuses=["[2]t is", "(12)", "Vehicle and Traffic Law § 1192 [3]"],
)
_NUMBER = Pattern(
    r"(?P<first>\d{1,4})(?:-(?P<last>\d{1,3}))?(?:\s?(?:–|—|-|\bto\b|\bthrough\b)\s?(?P<to>\d{1,4}))?",
    accepts=["7", "12-1", "169-171", "14 to 16", "14–16"],
    refuses=["three", "§"],
)
# The number before the motion, as in clerks' text orders.
_NUMBERED_MOTION = Pattern(
    r"\b(?:(?i:the|re|granting|denying|on|regarding|terminating|and|terminates|in\s+part|moot))[:\s]\s?"
    r"(?P<number>\d{1,4})\s+(?=(?:[A-Z][\w’'-]*\s+){0,4}?"
    r"(?:MOTION|Motion|APPLICATION|Application|STIPULATION|Stipulation|REQUEST|Request)\b)",
    needs=["motion", "application", "stipulation", "request"],
    accepts=["The 35 Motion for Extension", "granting 12 Motion to Seal"],
    refuses=["the 2 Motions", "Rule 12 Motion"],
)
_FEWEST_OF_RANGE = 100  # a higher number after the dash counts entries, not attachments
_LONGEST_RANGE = 30


def _spell_out(match: re.Match[str], *, several: bool) -> list[str]:
    """Return an entry, an attachment ("12-1"), or a range's entries ("169-171", "Docs. 14-16")."""
    first, last, to = int(match["first"]), int(match["last"] or 0), int(match["to"] or 0)
    counts = several or first >= _FEWEST_OF_RANGE
    end = last if counts and last > first else to
    if first < end <= first + _LONGEST_RANGE:
        return [str(number) for number in range(first, end + 1)]
    number = match["first"] if not last else f"{first}-{last}"
    return [number, str(to)] if to else [number]


def list_entries(text: str, *, brackets: bool = False) -> tuple[str, ...]:
    """List the distinct docket entries cited in `text`, in order; "[3]" only with `brackets`."""
    entries: dict[str, None] = {}
    for match in _CITED.finditer(text):
        several = re.search(
            r"s\b\.?\W*$", text[match.start() : match.start("numbers")], re.IGNORECASE
        )
        for number in _NUMBER.finditer(match["numbers"]):
            entries.update(dict.fromkeys(_spell_out(number, several=bool(several))))
    for match in _NUMBERED_MOTION.finditer(text):
        entries[match["number"]] = None
    if brackets:
        for match in _BRACKETED.finditer(text):
            for number in _NUMBER.finditer(match["numbers"] or match["alone"]):
                entries.update(dict.fromkeys(_spell_out(number, several=False)))
    return tuple(entries)
