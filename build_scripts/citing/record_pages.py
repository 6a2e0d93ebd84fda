"""Pages of the record under review: "J.A. 123", "ROA.45", "R.38, PID 171", "CP at 12".

Each court of appeals has its own letters for the record that the parties print, and its own names
for the briefs: "Br. for Respondent 22-23", "Aplt. Br. at 12", "N.T., 3/4/20, at 12".
"""

import re
from collections import Counter
from collections.abc import Iterator

from build_scripts.citing.mentions import Mention
from build_scripts.citing.pins import PIN
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern import Pattern

_PAGES = r"\d{1,5}a?(?:[-–]\d{1,5}a?)?(?:,\s\d{1,5}a?(?:[-–]\d{1,5}a?)?){0,8}"
# A citation's place: in parentheses or brackets, after "See", a stop or a semicolon.
_PLACE = r"(?:(?<=[(\[])|(?<=[Ss]ee\s)|(?<=[Ss]ee\salso\s)|(?<=;\s))"
_STOP = r"(?<=[.”\"’]\s)"
_CLOSE = r"(?=\s?(?:[;)\]]|\.(?:[)\]]|\s|$)|,\s[A-Za-z]|$))"
_OF_RECORD = Pattern(
    rf"""
    (?:{_PLACE}
      |{_STOP}(?=(?:\d{{1,3}}\s)?(?:J\.?\s?A|Appx|ROA|R\.\s?R|CP|(?:V\.?)?R\.?P|[DGJP]T?X|A\.?R)))
    (?P<paper>(?:(?:\d{{1,3}}|[IVX]{{1,4}})\s)?
      (?: J\.?\s?A\.? | [ARS]\.\s?A\.(?=\s?\d) | A\.(?=\s?\d) | [FS]?\.?E\.?R\. | [FS]?ER | S\.?A\.
        | Add\. | Appx | ROA | R\.\s?R\. | RR | C\.?P\.? | (?:V\.?)?R\.?P\.? | R\.?T\.?
        | C\.?[TR]\.? | A\.?R\.? | AAR | CAR | N\.T\. | Tr?\. | R\.
        | AOB | ARB | RB | [DGJP]T?X ))
    (?:\sVol\.?\s(?:[IVX]{{1,5}}|\d{{1,2}}),?)?
    [ .-]{{0,2}}(?:at\s|pp?\.\s)?(?P<pages>{_PAGES}){_CLOSE}
    """,
    re.VERBOSE,
    accepts=[
        "(R. at 22.)",
        "See Tr. 19-31;",
        "(AR 512)",
        "He said so. J.A. 123.",
        "He said so. ROA.123-25.",
        "(3 RT 455.)",
        "(A. 12-14.)",
        "[JA 123]",
        "(CP 45)",
        "See Appx123.",
        "He said so. 3 V.R.P. 45.",
        "He said so. R.R. 12a.",
    ],
    refuses=["Fed. R. at 3", "Tr. 5 N.E.2d 7", "in JA 123", "Ct. App. 2010"],
)
# Volumes of excerpts of record in the Ninth Circuit: "2-ER-114", "3-SER-602-05".
_EXCERPTS = Pattern(
    r"(?<![\w-])(?P<volume>\d{1,2})-(?P<letters>F?(?:ER|SER|FER)|AA|JA)-(?P<pages>\d{1,5}(?:[-–]\d{1,5})?)(?![\w-])",
    accepts=["2-ER-114", "3-SER-602-05", "4-JA-12"],
    refuses=["12-ER", "A2-ER-114"],
)
# The Sixth Circuit cites the lower court's entry with the page that its filing system prints.
_PAGE_ID = Pattern(
    r"(?<![\w.])R(?:E|ec)?\.?\s?(?P<entry>\d{1,4}(?:-\d{1,3})?),?\s(?:[A-Z][\w.’' ]{0,40},\s)?"
    r"(?P<pin>(?:Page\s?ID|PID|Pg\.?\s?ID)\.?\s?(?:Nos?\.?\s?)?[#:]{0,2}\s?\d{1,6}(?:[-–]\d{1,6})?)",
    accepts=["R.38, PID 171", "R. 61, Page ID # 360-61", "RE 12, Compl., PageID 5"],
    refuses=["R.38, p. 171", "PID 172"],
)
# In the Supreme Court no "at" is printed: "Brief for Petitioner 12", "Tr. of Oral Arg. 15".
_BRIEFS = Pattern(
    r"(?<!\w)(?P<paper>(?:Supplemental\s|Reply\s|Opening\s)?Br(?:ief|\.)\s(?:for|of)"
    r"(?:\s(?:[A-Z][\w.’']{0,24}|as|of|et|al\.|the|and|in\sNo\.\s\d{2}-\d{1,5})){1,12}?"
    r"|Tr(?:anscript|\.)\sof\sOral\sArg(?:ument|\.)(?:\sin\sNo\.\s\d{2}-\d{1,5})?)"
    r",?\s(?:at\s|p\.\s)?(?P<pages>\d{1,4}a?(?:[-–]\d{1,4}a?)?)(?=[,;.)\s])",
    accepts=[
        "Brief for Petitioner 12,",
        "Br. for United States as Amicus Curiae 22-23.",
        "Tr. of Oral Arg. 15.",
    ],
    refuses=["Brief for Petitioner.", "the brief of 12 pages"],
)
# Pennsylvania's notes of testimony and opinions below, by their day.
_OF_DAY = Pattern(
    rf"(?<!\w)(?P<paper>N\.T\.|(?:Trial\s|PCRA\s|Orphans[’']\s)Court\sOp(?:inion|\.)|TCO|Tr\.\sCt\.\sOp\.)"
    rf"(?:,?\s(?:[A-Z][a-z]+,\s)?\d{{1,2}}/\d{{1,2}}/\d{{2,4}})?,?\sat\s(?P<pages>{PIN})",
    re.VERBOSE,
    accepts=["N.T., 3/4/20, at 12", "Trial Court Opinion, 3/4/2020, at 3-4", "N.T. at 12"],
    refuses=["the trial court opinion at 3", "N.T. Roe at 12"],
)
# An order's own letters for its exhibits: "(HU 77.)", if the order does so again.
_OWN_LETTERS = Pattern(
    rf"(?:(?<=\()|(?<=\(See\s)|(?<=;\s))(?P<paper>[A-Z]{{2,5}})\s(?:at\s)?(?P<pages>{_PAGES})(?=[;)]|\.\))",
    accepts=["(HU 77.)", "(See RX 12; PTO 13)"],
    refuses=["(HU 77 and others)", "HU 77."],
)
_YEAR = Pattern(
    r"(?:1[789]|20)\d\d",
    accepts=["1987", "2018"],
    refuses=["123", "20181"],
    by="fullmatch",
)
# Terms of a contract: "Lease § 3", "Settlement Agreement ¶ 4(a)", "Policy § II.B".
_TERMS = Pattern(
    r"(?<![\w.’'])(?P<paper>(?:[A-Z][\w’']{1,20}\s){0,3}(?:Agreement|Lease|Policy|Contract|Bylaws|Indenture"
    r"|Mortgage|Deed|Trust|Subcontract|Decree))\s(?:at\s)?"
    r"(?P<pin>(?:§{1,2}|¶{1,2}|[Aa]rt\.|[Ss]ec\.)\s?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}(?:\.[A-H])?|[A-H](?=\W))(?:\([a-z0-9]{1,4}\)){0,4})",
    accepts=["Lease § 3", "Settlement Agreement ¶ 4(a)", "Policy § II.B", "Trust art. IV"],
    refuses=["the lease § 3", "Agreement at 4"],
)


def find_record_pages(text: str) -> Iterator[Mention]:
    """Yield citations of the record and the briefs under review by page."""
    for match in _EXCERPTS.finditer(text):
        yield make_paper(match, f"{match['volume']} {match['letters']}", match["pages"])
    for match in _PAGE_ID.finditer(text):
        yield make_paper(match, f"R. {match['entry']}", match["pin"])
    for pattern in (_BRIEFS, _OF_DAY, _OF_RECORD):
        for match in pattern.finditer(text):
            if not _is_year(match["pages"]):
                yield make_paper(match, match["paper"], match["pages"])
    own = [match for match in _OWN_LETTERS.finditer(text) if not _is_year(match["pages"])]
    times = Counter(match["paper"] for match in own)
    for match in own:
        if times[match["paper"]] > 1:
            yield make_paper(match, match["paper"], match["pages"])
    for match in _TERMS.finditer(text):
        yield make_paper(match, match["paper"], match["pin"])


def make_paper(match: re.Match[str], name: str, pin: str | None) -> Mention:
    """Return a mention of a paper by its name, from where the name is printed."""
    named = "paper" in match.re.groupindex
    start = match.start("paper") if named else match.start()
    name = re.sub(r"\s+", " ", name).strip(" ,").replace("’", "'")
    return Mention(CitationKind.RECORD, start, match.end(), name, name=name, pin_cite=pin)


def _is_year(pages: str) -> bool:
    return _YEAR.fullmatch(pages) is not None
