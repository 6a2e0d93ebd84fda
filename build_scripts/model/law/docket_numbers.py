"""Docket numbers as courts print them: a pattern for each form, and the meaning of the parts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_scripts.model.description import DocketNumber
from build_scripts.model.text.pattern import DIGITS, Pattern

LONGEST_LINE = 400
"""Numbers after this offset in a longer line are ignored."""

# A criminal defendant's number among several. Accepted: "-001" in "CR-18-00752-001-TUC-EWB", "-2".
_DEFENDANT = r"(?: [-–—](?P<defendant>\d{1,3})(?!\d) )?"
# Initials of one to three judges, as printed after a number; E.D. Cal.'s mark for the kind of case.
# Accepted: "-HRL", "-DMS-KSC", "-H-LL", " TJH (FFMx)", "-CAS(JCx)", "(BRM)(TJB)", "-PHX-DGC", "L",
# "-TUC-EWB (LCK)", "(JPV/KQM)", " MFP/KBM", " TLN CKD P", "-WBS-KJN (PC)".
_WORDS = r"(?:A|AN|IN|RE|OF|ON|TO|AND|THE|FOR|VS|JURY|DATE|TIME|ECF|DOC|DKT|NO|NOS)\b"
_INITIALS = rf"""
    (?P<initials>
        (?: \s?[-–—]\s?(?-i:[A-Z]{{1,4}}|[A-Z][a-z]{{1,2}}[A-Z])
          | \s?(?-i:\([A-Z]{{1,4}}x?(?:[-–/][A-Z]{{1,4}}x?)?\))
          | \s(?-i:(?!{_WORDS})[A-Z]{{2,4}}) | (?-i:[A-Z](?![-–—])) )
        (?![A-Za-z])
        (?: (?: \s?[-–—/]\s?(?-i:[A-Z]{{1,4}}x?) | \s(?-i:(?!{_WORDS})[A-Z]{{2,3}})
              | \s?(?-i:\([A-Z]{{1,4}}x?\)) )
            (?![A-Za-z]) )?
        (?: \s?(?-i:\([A-Z]{{1,4}}x?\)) )?
        (?: \s(?-i:P|PC|PS|HC) (?![A-Za-z]) )?
        (?: (?-i:-[a-z]{{2,3}}) (?![A-Za-z]) )?
    )?
"""
_TYPES = r"cv|cr|ec|gj|dm|civ|crim|mc|md|mdl|ml|mj|bk|ap|adv|sw|po|ct|cf|cm|misc|ms|wp|tc"
# The form of the electronic filing system, with or without its office.
_FILED_FORM = Pattern(
    rf"""
    (?<![\w:])
    (?:(?P<office>\d{{1,2}}(?=\s?:)|(?-i:[A-Z]{{1,2}})(?=:|-\d\d-CV|-\d\d-CR))\s?[:-]\s?)?
    (?P<year>(?:19|20)?\d\d) [-–—\s]? (?P<type>{_TYPES})\.? [-–—\s]{{0,2}} (?P<serial>\d{{1,6}})
    {_INITIALS} {_DEFENDANT} (?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "5:17-cv-02540-HRL",
        "22-cv-1985-DMS-KSC",
        "21cv31-H-LL",
        "14-CV-6023L",
        "3:18-cv-16281(BRM)(TJB)",
        "2019-cv-00012",
        "05 Civ. 10851 (RMB)",
        "8:16-cv-1261 DOC (KESx)",
        "MO:25-CV-00327-DX",  # W.D. Tex.
        "SA-19-CV-00124-XR",
        "1:21-cv-01085-STA-jay",
    ],
    refuses=[
        "17 C.F.R. 240",  # no case type
        "42 Civ",  # no serial
    ],
)
# N.D. Illinois.
_ILLINOIS_FORM = Pattern(
    r"(?<![\w:-])(?P<year>\d\d)\s(?P<type>C|CR|cr)\s(?P<serial>\d{2,5})(?P<defendant>-\d{1,2})?(?![\w-])",
    accepts=["18 C 5521", "09 CR 383"],
    refuses=["17 C.F.R. 240", "18 C 5"],
)
# A bankruptcy appellate panel's, with the state in front.
_PANEL_FORM = Pattern(
    r"(?<![\w-])(?P<office>[A-Z]{2})-(?P<year>\d\d)-(?P<serial>\d{3,4})(?P<initials>-[A-Za-z]{2,6})(?![\w-])",
    accepts=["NV-19-1288-LBT"],
    refuses=["NV-19-1288", "PHX-19-1288-DGC"],
)
# Numbers of state courts that are recognisable by their form alone.
_STATE_FORM = Pattern(
    r"""(?<![\w-])(?P<text>
      (?P<appellate>
        [A-HS]\d{6}                                           # California, Oregon
      | \d\d[SA]\d\d-\d{4}-[A-Z]{2}-\d{1,5}                  # Indiana: S or A tells the court
      | \d\d[AST]-[A-Z]{2}-\d{1,5}                           # Indiana since 2018
      | A-\d{4}-\d\d(?:T\d|[A-Z]{1,2}\d?)?                   # New Jersey
      | [MWE](?:SC|)\d{4}-\d{5}-[A-Z]{2,4}-[A-Z0-9]{2,4}(?:-[A-Z]{2,4})?  # Tennessee
      | \d\d-\d\d-\d{5}-(?:CV|CR)                            # Texas, courts of appeals
      | (?:PD|WR|AP)-\d{2,4},?\d{0,3}-\d\d                   # Texas, criminal appeals
      | [1-6]D\d{2,4}-\d{1,5} | SC(?:\d\d|20\d\d)-\d{1,5}    # Florida
      | [1-5]-\d\d-\d{4}(?:WC)?                              # Illinois
      | COA\d\d-\d{1,4}(?:-\d)?                             # North Carolina
      | [AS]\d\d[A-Z]\d{4}                                  # Georgia
      | A\d\d-\d{4}                                        # Minnesota
      | [WES]D\s?\d{5,6}                                    # Missouri
      | 20\d\dAP\d{1,6}(?:-[A-Z]{2,3})?                      # Wisconsin
      | (?:CAAP|SCWC|SCAP|SCPW|SCEC|SCAD)-\d\d-\d{7}         # Hawaii
      | (?:DA|OP|PR)\s\d\d-\d{4}                            # Montana
      | S-\d\d-\d{4}                                       # Wyoming, Nebraska
      | [AS]-\d{5}                                         # Alaska
      | 20\d\d-(?:CA|SC)-\d{6}(?:-[A-Z]{2,3})?               # Kentucky
      | 20\d\d-(?:CA|CT|KA|IA|M|DR)-\d{5}-(?:COA|SCT)        # Mississippi
      | 20\d\d[- ](?:CA|KA|CW|KW|CU|CJ|CC|KP|KH)[- ]\d{4}    # Louisiana
      | [12]\sCA-[A-Z]{2}\s(?:20)?\d\d-\d{4}                 # Arizona
      | [AS]-1-(?:CA|SC)-\d{5}                              # New Mexico
      | \d\d-P-\d{1,4} | SJC-\d{5} | SJ-20\d\d-\d{4}         # Massachusetts
      | \d\d(?:CA|SC|SA)\d{1,4}                             # Colorado
      | \d{5}-\d-I{1,3}                                    # Washington
      | (?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z]{2}-\d\d-\d{1,4}  # Maine
      | (?:SC|CL|CR)-20\d\d-\d{4}                          # Alabama
      | \d{1,4}\s(?:EDA|WDA|MDA|EAL|MAL|WAL|EAP|MAP|WAP|C\.D\.|M\.D\.)\s20\d\d  # Pennsylvania
      )
      | \d\d[A-Z]{2}(?:CV|CP|UD|ST|CM|SC)\d{5,6}              # California: Los Angeles
      | [A-Z]{3}-[A-Z]{1,2}-\d{1,6}-\d\d                      # New Jersey
      | \d{5,6}/(?:19|20)\d\d[A-Z]?                          # New York
      | [NKS]\d\d[A-Z]-\d\d-\d{3}(?:\s[A-Z]{2,4})?          # Delaware
      | (?:19|20)?\d\d[- ](?:L|CH|D|P|M\d?|MR|LA|AR)[- ]\d{3,6}  # Illinois
      | (?:\d\d-)?20\d\d-?(?:CA|CC|CF|SC|DR|CP)-?\d{4,6}(?:-[A-Z\d]{2,4}){0,3}  # Florida
      | (?:20)?\d\d\s(?:CA|CF[123]|CMD|CSW|DVM|ADM|LTB|PRO|SC)\s\d{4,6}(?:\s[A-Z]\b)?  # D.C.
      | A-\d\d-\d{6}-[A-Z]                                 # Nevada
      | D-\d{3,4}-[A-Z]{2}-(?:19|20)\d\d-\d{5}              # New Mexico
      | \d\d-[A-Z]{2}-\d\d-\d{1,6}                         # Minnesota
      | C[JVFMS]-(?:19|20)\d\d-\d{1,6}                      # Oklahoma
      | [PKNW][CM]-20\d\d-\d{4,5}                           # Rhode Island
      | X\d\d-[A-Z]{3}-CV-?\d\d-?\d{7}-S                   # Connecticut's complex litigation
      | D-1-[A-Z]{2}-\d\d-\d{6} | 20\d\d[A-Z]{2}\d{5} | \d{3}-\d{5}-20\d\d  # Texas
      | \d{1,6}\s(?:CIVIL|CV|CR)\s(?:19|20)\d\d             # Pennsylvania
      | [A-Z]{2}-\d{4}-\d\d-\d{4}-[A-Z]-\d{1,2}             # Merit Systems Protection Board
      | (?:IPR|PGR|CBM)20\d\d-\d{5}                         # Patent Trial and Appeal Board
      | \d\d-(?:CA|CB|RC|RD|UC|CE)-\d{4,6}                  # National Labor Relations Board
      | [A-Z]{2,3}-(?:CV|FA|CR)-?\d\d-\d{7}-S               # Connecticut
      | \d\d-\d-\d{5}-\d(?:\s(?:SEA|KNT))?                  # Washington
      | \d\d\s?(?:CVS|CRS|CVD|JA|JT)\s?\d{1,6}               # North Carolina
      | \d{1,4}-\d{1,2}-\d\d\s[A-Z][a-z](?:cv|cr|fa|dm|pr|jv)  # Vermont
    )(?![\w-]|\d)""",
    re.VERBOSE,
    needs=DIGITS,
    accepts=[
        "B256611",
        "S113136",
        "20S00-9810-CR-611",
        "19A-CR-1234",
        "A-1234-18T1",
        "M2019-00123-COA-R3-CV",
        "05-19-01234-CV",
        "3D19-1234",
        "SC19-123",
        "1-19-0123",
        "A20A1234",
        "2019AP001234-CR",
        "CAAP-19-0000123",
        "1 CA-CR 19-0123",
        "N19C-01-123 ABC",
        "123-4-19 Wncv",
        "1234 EDA 2019",
        "SJC-12345",
        "17 CSW 9999",
        "2019 CA 009999 B",
        "Ken-18-123",
        "19 CVS 1234",
        "MER-L-000123-20",
        "650001/2020",
        "2020-L-001234",
        "27-CV-20-1234",
        "CJ-2020-1234",
        "AT-0752-20-0123-I-1",
        "02-CA-123456",
        "7312 CIVIL 2013",
    ],
    refuses=[
        "Aug-26-04",
        "P087712",
        "20C01-9712-CF-00066",  # a trial court's in Indiana
        "555-12-3456",
    ],
)
# The form with the case type in front, as clerks wrote it before electronic filing.
_LEADING_FORM = Pattern(
    rf"""
    (?<![\w:]) (?:(?P<office>\d{{1,2}})\s?:\s?)?
    (?P<type>(?-i:CV|CR|CIV|CRIM|Civ|Crim|MDL|MD|MC|ML|C|SACV|EDCV|SACR|EDCR|H|L|WDQ))\.?
    [-–—\s]{{0,2}} (?P<year>(?:19|20)?\d\d)[-–—](?P<serial>\d{{1,6}}) {_DEFENDANT} {_INITIALS}
    (?!\d)
    """,
    re.VERBOSE,
    accepts=[
        "C 17-2540 HRL",
        "CV 16-05234 TJH (FFMx)",
        "C07-0797-JCC",
        "C-83-2697 EFL",
        "MDL 15-02641-PHX-DGC",
        "CIV. 98-0123 WBS",
        "CV 20-6449-GX-JEMx",
        "CR-18-00752-001-TUC-EWB (LCK)",
    ],
    refuses=[
        "No. 96-7169",  # nothing but a label in front
    ],
)
# Before electronic filing: the office after the kind of case, or in front of the year.
_OFFICE_FORM = Pattern(
    r"(?<![\w-])(?:(?P<type>CV|CR)(?P<office>\d)(?P<year>\d\d)[-–](?P<serial>\d{1,4})"
    r"|(?P<office_2>[A-Z])-(?P<year_2>\d\d)-(?P<serial_2>\d{1,4})-(?P<type_2>CA|CV|CR))(?![\w-])",
    accepts=["CV406-096", "P-80-8-CA"],
    refuses=["CV-20-934567", "A-20-812345-C"],
)
# The judge's initials in front.
_JUDGE_FIRST_FORM = Pattern(
    r"""
    (?<![\w-]) (?P<initials>(?!MDL|CIV|CR|CV|NO|AND|DOC|ECF|DKT|THE|AT|TO|OF|IN
        |JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{2,4}) [-–—\s]
    (?P<year>\d\d) [-–—] (?:cv[-–—])? (?P<serial>\d{1,5}) (?![\w-])
    """,
    re.VERBOSE,
    accepts=["WMN-02-662", "RDB 05-1234"],
    refuses=["PHX-DGC", "APR-02-1996"],
)
# Year and serial alone, as appellate courts number, and districts now and then.
_PLAIN_FORM = Pattern(
    rf"""
    (?<![\w:.,-]) (?:(?P<office>\d)[-–—](?=\d\d[-–—]\d{{2,4}}[-–—][A-Z]))?
    (?P<year>(?:19|20)?\d\d)[-–—](?P<serial>\d{{1,6}})
    (?:[-–—](?P<type>(?i:civ|cv|cr|ag|bk|op|pr))\b)?
    (?: -(?P<judge>[A-Z]{{5,}})(?:/[A-Z][A-Za-z]+)? | (?:-Ft\.\s?M\.)?{_INITIALS} ) (?![\d-])
    """,
    re.VERBOSE,
    accepts=[
        "96-7169",
        "11–889",
        "08-6301-cv",
        "08-99 (RWR)",
        "16-4466 (RMX-JX)",
        "92-578-RRM",
        "09-10393-NMG",
        "05-4173-CV-C-FJG",  # W.D. Mo.
        "21-81391-CV-QUIMBY/Roe",  # S.D. Fla.
        "3-79-0565-R",  # N.D. Tex.
    ],
    refuses=[
        "555-1234-99",
        "1331-1332",  # no year
    ],
)
# Other forms, where a label marks them as a number.
_KIND = (
    r"(?:GJ|EC|DM|SW|MJ|ML|MC|MR|CR|CV|CA|CF|CH|CP|CD|CC|CM|CT|AP|SC|DR|PR|JV|L|C|D|F|M|U|O|T"
    r"|EDA|WDA|MDA|EAL|WAL|MAL|EAP|WAP|MAP|C\.D\.|M\.D\.|Civ\.?|CIV\.?|Cr\.?|CRIM|Crim\.?|Misc\.?|MISC\.?)"
)
_TOKEN = rf"""
    (?:[\dlI]{{1,2}}:\s?)?
    (?:(?!N[O0]S?\b)[A-Z]{{1,5}}(?:\.[A-Z]\.)?[-. ]{{0,2}})?(?:[A-Z]{{2}}-)?
    \d[\dA-Zl]* (?:,\d{{3}}(?!\d))?
    (?: [-–—/:.][\dA-Za-z]{{1,10}}(?:,\d{{3}}(?!\d))? | \s?{_KIND}[-–— ]{{0,2}}\d{{1,7}} ){{0,6}}
    (?:\s?\([A-Z\d]{{1,4}}\)){{0,2}}
"""
_LABELLED_FORM = Pattern(
    rf"""\b(?:nos?|numbers?)[.,:;\s]{{1,3}}(?P<text>(?-i:{_TOKEN}))""",
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "No. S113136",
        "No. 10141",
        "No. A15A1282",
        "No. SC87654",
        "Docket No. 1633-65",
        "MISC, NO, 19GJ1234",
        "NO. 19 GJ 1234",
        "No. 2019-00,123(4A)",
    ],
    refuses=["note 5", "Number of pages 12", "A15A1282"],
)
TOKEN = Pattern(
    rf"\s{{0,3}}[\[(]?(?P<text>{_TOKEN})(?![\w~-]|['’][a-z]|\s{{1,3}}\d\s)",
    re.VERBOSE,
    accepts=[
        "1:19 EC 123",
        "19 GJ 1234",
        "19GJ1234",
        "N19C-01-123",
        "123456/2019",
        "108,123",
        "SC-SP-01-99",
    ],
    refuses=["No. 5", "(the 5th)", "2007~-28~", "2007'cA", "2 0  2  4CP"],
    by="match",
)
# A number after another one of its list, in a form that no pattern knows.
_NEXT_NUMBER = Pattern(
    r"\W{0,3}(?:and\s{1,3})?(?P<text>[A-Z]{0,4}[- ]?\d[\dA-Z]*(?:[-–—][\dA-Z]+){0,3})(?![\w-])",
    accepts=[", 10142 and", " & A15A1283.", ", and 27735-13,", "11905-14."],
    refuses=[" Filed February 20", ", 2d Dist."],
    by="match",
)
_FORMS = (
    _FILED_FORM,
    _ILLINOIS_FORM,
    _LEADING_FORM,
    _OFFICE_FORM,
    _PANEL_FORM,
    _JUDGE_FIRST_FORM,
    _PLAIN_FORM,
)
_CASE_TYPES = {
    "civ": "cv",
    "c": "cv",
    "crim": "cr",
    "mdl": "md",
    "ml": "md",
    "sacv": "cv",
    "edcv": "cv",
    "sacr": "cr",
    "edcr": "cr",
    "misc": "mc",
    "adv": "ap",
    "ca": "cv",
}
_NO_CASE_TYPE = frozenset({"h", "l", "wdq"})
# What E.D. Cal. adds after the initials: prisoner, prisoner civil, pro se, habeas corpus.
_CASE_KINDS = frozenset({"P", "PC", "PS", "HC"})

# Arizona prints the division where others print the judge: Phoenix, Tucson, Prescott.
_DIVISION_CODES = frozenset({"PHX", "TUC", "PCT"})


Found = tuple[int, int, DocketNumber]
"""A number, and where it begins and ends in its line."""


def _year(printed: str) -> int:
    year = int(printed)
    if year > 99:
        return year
    # Federal dockets of this numbering begin in the 1930s; years below 50 are of this century.
    return year + (2000 if year < 50 else 1900)


def _initials(printed: str | None) -> str | None:
    """Return initials in one spelling: " TJH (FFMx)" → "TJH-FFM", "(BRM)(TJB)" → "BRM-TJB"."""
    if not printed:
        return None
    parts = [part.removesuffix("x") for part in re.findall(r"[A-Za-z]+", printed)]
    if len(parts) > 1 and parts[-1] in _CASE_KINDS:
        parts.pop()
    return "-".join(part for part in parts if part not in _DIVISION_CODES) or None


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" -–—.,;")


def _from_match(match: re.Match[str]) -> DocketNumber:
    groups = {key.removesuffix("_2"): value for key, value in match.groupdict().items() if value}
    case_type = (groups.get("type") or "").lower() or None
    if case_type in _NO_CASE_TYPE:
        case_type = None
    return DocketNumber(
        text=_tidy(match.group()),
        office=groups.get("office"),
        year=_year(groups["year"]),
        case_type=_CASE_TYPES.get(case_type, case_type) if case_type else None,
        serial=int(groups["serial"]),
        initials=_initials(groups.get("initials")),
        defendant=int(groups["defendant"].strip("-")) if groups.get("defendant") else None,
    )


def iterate_numbers(text: str) -> Iterator[Found]:
    """Yield the numbers of the filing system's and the older forms, from left to right."""
    text = text[:LONGEST_LINE]
    position = 0
    while position < len(text):
        matches = [match for form in _FORMS if (match := form.search(text, position))]
        if not matches:
            return
        # The form that begins first, and among those the longest, holds the whole number.
        best = min(matches, key=lambda match: (match.start(), -match.end()))
        yield best.start(), best.start() + len(best.group().rstrip(" -–—.,;")), _from_match(best)
        position = best.end()


def parse_docket_number(text: str) -> DocketNumber:
    """Parse a printed docket number; if no known form fits, only `text` is filled."""
    for _, _, number in iterate_numbers(text):
        return number
    labelled = _LABELLED_FORM.search(text)
    return DocketNumber(_tidy(labelled["text"] if labelled else text))


def _fold(text: str) -> str:
    """Return a number without what differs between printings: leading zeros, dashes, capitals."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<!\d)0+(?=\d)", "", text.lower()))


def agree(one: DocketNumber, other: DocketNumber) -> bool:
    """Return whether two printings number one case: year, serial and, if both print it, type."""
    if one.serial is None or other.serial is None:
        return _fold(one.text) == _fold(other.text)
    types = {one.case_type, other.case_type} - {None}
    return (one.year, one.serial) == (other.year, other.serial) and len(types) < 2


def pick_numbers(text: str, labels: Iterable[int]) -> list[tuple[int, int, DocketNumber, str]]:
    """Return the numbers of known forms and those after a label, each with the name of its form.

    Of two readings of one place the longer counts.
    """
    readings = [(*found, _name_form(found[2])) for found in iterate_numbers(text)]
    for match in _STATE_FORM.finditer(text):
        form = "of an appellate court" if match["appellate"] else "of a state's court"
        readings.append((*_keep(match), form))
    for end in labels:
        if token := TOKEN.match(text, end):
            printed = _tidy(token["text"])
            start = token.start("text")
            digits = sum(letter.isdigit() for letter in printed)
            form = "digits" if printed.isdigit() else "letters and digits"
            form = "few digits" if digits < 3 else form
            readings.append((start, start + len(printed), _parse_whole(printed), form))
    kept: list[tuple[int, int, DocketNumber, str]] = []
    for reading in sorted(readings, key=lambda each: each[0] - each[1]):
        if all(reading[1] <= other[0] or reading[0] >= other[1] for other in kept):
            kept.append(reading)
    return sorted(kept, key=lambda each: each[0])


def _name_form(number: DocketNumber) -> str:
    if number.office and not number.case_type:
        return "of an appellate court"  # a bankruptcy appellate panel's, with its state
    return "with the kind of case" if number.case_type else "year and serial"


def _parse_whole(printed: str) -> DocketNumber:
    """Return a number of a known form if it begins with one that shows its kind, else its text."""
    mended = _MISREAD.sub(lambda letter: "0" if letter[0] == "O" else "1", printed)
    for start, end, number in iterate_numbers(mended):
        if end - start == len(printed) or (start == 0 and number.case_type):
            return replace(number, text=printed)
        break
    return DocketNumber(printed)


# Letters that OCR read for digits: "1O-cv-178", "l:ll-cv-3".
_MISREAD = Pattern(
    r"(?<![A-Za-z])[OlI](?=[OlI]?[\d:])|(?<=\d)[OlI](?![A-Za-z])",
    accepts=["1O-cv-178", "l:11-cv-3"],
    refuses=["Old", "IL-123"],
)


def list_alike(text: str, start: int, like: str) -> Iterator[Found]:
    """Yield the numbers that follow each other in a text, as long as each resembles another."""
    while (match := _NEXT_NUMBER.match(text, start)) and _measure(match["text"]) == _measure(like):
        yield _keep(match)
        start = match.end()


def _measure(number: str) -> str:
    """Return what numbers of one form share: signs, and letters in front; bare ones their length.

    Letters at the end show the kind of case: "4190-14S" is a small one.
    """
    if number.isdigit():
        return str(len(number))
    return re.sub(r"\d+", "0", number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _keep(match: re.Match[str]) -> Found:
    return match.start("text"), match.end("text"), DocketNumber(match["text"])
