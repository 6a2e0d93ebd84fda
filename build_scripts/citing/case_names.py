"""The name of a case before its citation."""

import re
from dataclasses import dataclass
from itertools import pairwise

from reporters_db import CASE_NAME_ABBREVIATIONS

from build_scripts.model.text.pattern import Pattern

_WINDOW = 260
_VERSUS = Pattern(
    r"\s(?:v\.?|vs\.?|versus)\s",
    accepts=["Roe v. Doe", "Roe vs. Doe", "People v Roe"],
    refuses=["Roe V. Doe", "Part v.", "rev. ed."],
)
# Names without a second party (Bluebook rule 10.2.1(b)).
_PROCEDURAL = Pattern(
    r"\b(?:In\s(?:re|the\s(?:Matter|Interest|Estate)\sof)|Ex\sparte|(?:(?:Matter|Estate|Application"
    r"|Petition|Marriage|Adoption|Guardianship|Conservatorship|Succession|Appeal|Will)\sof))"
    r"\s(?:the\s)?[A-Z]",
    accepts=["In re Winship", "Ex parte Young", "Matter of Roe", "In the Interest of the Doe"],
    refuses=["In the matter of fees", "in re Winship", "the Matter of fact"],
)
# Cases of many parties are named by their subject: "Slaughter-House Cases".
_FAMOUS_CASES = Pattern(
    r"(?:^|[.;(]\s?|\b(?:[Ss]ee|the|in|quoting|citing)\s)"
    r"(?P<name>(?:The\s)?(?!In\b|Both\b|These\b|Other\b)(?:[A-Z][\w’'.-]{3,}\s){1,3}Cases)$",
    accepts=["See Slaughter-House Cases", "(Civil Rights Cases", "the Prize Cases"],
    refuses=[
        "In Both Cases",
        "the Second Beebe Case",  # with these a court gives a case another name
    ],
)
# Admiralty cases are named by the ship (rule 10.2.1(b)): "The Pennsylvania", "The Ariadne".
_SHIP = Pattern(
    r"(?:^|[.;(]\s?|\b(?:[Ss]ee|[Ss]ee\salso|quoting|citing|[Cc]f\.)\s)(?P<name>The\s[A-Z][\w.]{2,}(?:\s[A-Z][\w.]*){0,2})(?<!\sCase)$",
    accepts=["See The Pennsylvania", "The Ariadne", "citing The Nereide"],
    refuses=["See The Slaughter Case", "see the Pennsylvania", "under The Pennsylvania"],
)
_CASE_BEFORE = Pattern(
    r"\sv\.\s[^,;]{2,60},\s(?:and\s)?(?=[A-Z][\w’'.& ]{1,60}$)",
    accepts=[" v. Comcar Industries, Ajaka"],
    refuses=[" v. Comcar Industries, 316 F.3d 1", " v. Doe"],
)
# A docket number printed between name and citation; it is a datum of its own.
DOCKET_NUMBER = Pattern(
    r"""
    (?<!Local)(?<!District)(?<!Dist\.)
    ,?\s(?:(?:Civil\s|Civ\.\s?|Criminal\s|Crim\.\s?|C\.(?=\s?A\.\sNo))?(?:\s?Action|Case|Docket|Cause|\s?A\.|Adv\.\s(?:Pro(?:c\.|\.)\s?)?)?\s?)
    (?P<label>Nos?\.|Number)\s?
    (?P<number>(?=[^,;]{0,40}\d)[A-Za-z0-9](?:(?!\sv\.\s|\)\.\s)[^;“”"]){2,70}?)
    ,?\s?$
    """,
    re.VERBOSE,
    accepts=[
        ", No. C 06-0652 SBA (EMC)",
        ", Nos. 80-1086 & 80-1133",
        ", Case No. 3:11-cv-03577-LHK",
        ", Civ. No. 12-7613 (PGS)",
    ],
    refuses=[
        ", Local No. 12",  # a union keeps its number
        ", No. 98-5611 (D.C. Cir. 1999). See Ashcroft v. Iqbal, ",  # the next case's
        ", No. 98-5611 (D.C. Cir. 1999). In re Roe, ",
    ],
)
# Louisiana's own: "Clement v. Frey, 95-1119 (La.1/16/96); 666 So.2d 607".
_LOUISIANA = Pattern(
    r",\s(?P<number>(?:\d{4}-[A-Z]{1,2}-)?\d{2,4}-\d{2,5})(?:,\spp?\.\s[\d-]{1,7})?,?\s\((?P<court>La\.?(?:\s?App\.?(?:\s?\d[a-z]{0,2}\s?Cir\.?)?)?)"
    r"\s?\d{1,2}/\d{1,2}/(?P<year>\d{2,4})\)[,;]?\s?(?:p\.\s?\d{1,2}[,;]\s?)?$",
    accepts=[
        "Clement v. Frey, 95-1119 (La.1/16/96); ",
        ", 2003-0987, p. 5 (La. App. 4 Cir. 1/16/04), ",
    ],
    refuses=["Clement v. Frey (La. 1996), ", ", 95-1119, "],
)
# Ohio's: "Concord Twp. v. Hazelwood, 11th Dist. No. 2004-L-012, 2005-Ohio-1791".
_OHIO = Pattern(
    r",\s\d{1,2}(?:st|nd|rd|th|d)\sDist\.(?:\s[A-Z][a-z]{2,12})?\sNos?\.\s(?P<number>[\w.-]{3,24}(?:,\s[\w.-]{3,24})?),?\s?$",
    accepts=["Concord Twp. v. Hazelwood, 11th Dist. No. 2004-L-012, "],
    refuses=["Hazelwood, School Dist. No. 12, ", ", No. 2004-L-012, "],
)
# Indiana's: "Minneman v. State (1982), Ind., 441 N.E.2d 673".
_INDIANA = Pattern(
    r"(?<=\d\)),\sInd\.(?:\s?App\.)?,?\s?$",
    accepts=["Minneman v. State (1982), Ind., ", "Roe v. State (1982), Ind. App., "],
    refuses=["Gary, Ind., ", "Minneman v. State (1982), "],
)
# New York's federal courts print no "No.": ", 02 CV 2893(JSM), ", ", 1:10-cv-01234-ABC, ".
_BARE_DOCKET = Pattern(
    r",\s(?P<number>(?:\d:)?\d{2}[\s-]?(?:CV|CIV\.?|Civ\.|CR|Cr\.|cv|cr|Cv\.|civ|MC|MD)[\s.-]{0,2}\d{2,5}(?:-\w{2,8})?"
    r"(?:\s?\([A-Z]{2,4}\)){0,2}),?\s?$",
    accepts=["Roe v. Doe, 02 CV 2893(JSM), ", "Roe v. Doe, 1:10-cv-01234-ABC, "],
    refuses=["Roe v. Doe, 410 U.S. 113, ", "Roe v. Doe, No. 12, "],
)
# Court and year before the citation, as in reporters until the 1950s.
_OLD_COURT_BEHIND = Pattern(
    r",\s(?:(?P<court>\d{1,2}\s?Cir\.|C\.\s?C\.\s?A\.(?:,?\s\d{1,2}(?:th|st|d|nd|rd)?)?|D\.\s?C\.,?(?:\s?[A-Z][\w.]{0,6}){0,3})"
    r"(?:,?\s(?P<dated>1[89]\d\d))?|(?<!\d,\s)(?P<year>1[89]\d\d|20[0-4]\d)),?\s?[(\[]?$",
    accepts=[", 9 Cir., 1939,", ", D.C. Mass. 1951,", ", C. C. A., 1934,", ", 1943,"],
    refuses=[
        ", on March 20, 1969",  # a name
    ],
)
# A citation of the case in an unlisted reporter: ", 81 Me., 365 (", ", 143 F.Supp.2d. 646", ",
# NYLJ, Aug. 1, 2008, at 26, col 1".
_UNKNOWN_REPORTER = Pattern(
    r",\s(?:\d{1,4}\s[A-Z][A-Za-z0-9.&’' ]{0,24}?\.?,?\s(?:at\s)?\d{1,5}"
    r"(?:[-–]\d{1,4})?(?:,\s\d{1,5}(?:[-–]\d{1,4})?){0,3}"
    r"|N\.?Y\.?L\.?J\.?,\s[^;]{0,50})[\s,]{0,2}[(\[]?$",
    accepts=[
        "Roe v. Doe, 81 Me., 365 (",
        "Roe v. Doe, 143 F.Supp.2d. 646",
        "Roe v. Doe, NYLJ, Aug. 1, 2008, at 26, col 1",
    ],
    refuses=["Roe v. Doe", "Roe v. Doe, No. 12"],
)
# Some reports print the court before the citation.
_COURT_BEHIND = Pattern(
    r",?\s?\((?:[^()]{0,40}\d{4}|C\.\s?C\.(?:\s?A\.?)?[^()]{0,20}|D\.\s?C\.|\d{1,2}(?:st|d|nd|rd|th)\sCir\.)\),?\s?$",
    accepts=[" (9th Cir. 1993)", ", (C. C. A.)"],
    refuses=[" (en banc)", " (Roe, J.)"],
)
_SLIP = Pattern(
    r",?\s(?:slip\s?op\.?(?:\sat\s\d{1,3})?|mem\.(?:\sop\.)?),?\s?$",
    accepts=["12-345, slip op. at 3", "12-345, mem. op."],
    refuses=["12-345", "slip op. of May 3"],
)
_CONNECTORS_WORDS = """
    of the and for re parte de la le du des del di von van der den ex rel. et al. al., & in on at
    to a an v. y e or upon by d/b/a aka a/k/a f/k/a n/k/a contre l’antisemitisme with as
"""
_CONNECTORS = frozenset(_CONNECTORS_WORDS.split())
_ABBREVIATIONS_WORDS = """
    inc corp co ltd llc llp bros ass'n assn dep't dept int'l nat'l gov't comm'n comm'r comm cnty
    ins indus mfg ry elec educ univ sys tech techs pharm pharms labs hosp med ctr auth bd dist sch
    fed st mt ft mr mrs ms dr jr sr no nos u.s s.a n.v ex rel al et prods prod serv servs transp
    sav loan assocs mgmt mut cas cty mun def envtl exch fin found fund gen grp guar hous indem
    info inst inv ltda mach mem'l mortg org pac pers prof'l pub publ'n rd res ret sec'y sec soc'y
    supp sur tel tr twp util vill chem cong const consol coop cent cap bank bankr auto am att'y
    adver acad admin adm'r broad bldg bus constr contr coll distrib div econ emp emps eng'g enter
    enters entm't equip exec expl fid gas house mktg merch metro nw ne se sw ref refin reg regul
    reins rests sci shipbldg solic stat subcomm telecomms tex cal fla ill mich minn miss mo neb
    nev okla or pa tenn va vt wash wis wyo ala ariz ark colo conn del ga ind kan ky la md me mass
    mont n.y n.j n.c n.d n.h n.m s.c s.d w.va d.c p.r o'c exp'r compen dev delib derm crt ct supt
    dir petr oil eur can trs partn p'ship rep reps pty vol lab'y lab'ys
"""
# With reporters-db's list of Bluebook table T6; each also with a plural "s".
_TABLE_T6 = frozenset(name.rstrip(".").lower() for name in CASE_NAME_ABBREVIATIONS)
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split()) | _TABLE_T6 | {f"{n}s" for n in _TABLE_T6}
_SIGNALS = Pattern(
    r"""^(?:(?:See|see|But|but|Cf\.|cf\.|Accord|accord|Compare|compare|Contra|E\.g\.,?|e\.g\.,?
    |also|generally|Citing|citing|Quoting|quoting|In|in|Under|under|With|with|And|and|Also|While
    |Although|Since|From|from|Unlike|Like|As|By|Both|Following|Applying|Relying|Overruling
    |overruling|discussing|However|Finally|Additionally|Lastly|Specifically|Accordingly|Likewise
    |Recently|Nonetheless|Nevertheless|Conversely|Notably|Instead|Relatedly|Cf|But\scf\.|Distinguishing
    |Similarly|Thus|Indeed|Moreover|Further|Even|Second|First|Third
    |The|the|Because|For|To|on|On|of|Of),?\s+)+""",
    re.VERBOSE,
    accepts=["See, e.g., Roe", "But see Roe", "In Roe", "Accordingly, Roe"],
    refuses=["Seeger", "Roe, see"],
    by="match",
)
_IN_NAMES = Pattern(
    r"^In\s(?:re|the\s(?:Matter|Interest|Estate))\b",
    accepts=["In re Winship", "In the Matter of Roe"],
    refuses=["In Roe", "In the case"],
    by="match",
)
# A reporter whose volume was not out yet: "United States v. Jones, — U.S. —, 132 S. Ct. 945",
# "United States v. Roe, ___ F.3d ___, No. 93-2317".
_NO_PAGE_YET = Pattern(
    r",?\s{1,2}(?:\d{1,4}\s|[—–_-]{1,6}\s?)?(?:U\.\s?S\.|F\.\s?(?:[234]d|4th|Supp\.\s?[23]d)|S\.\s?Ct\.)"
    r"\s?(?:[—–_-]{1,6}(?:,\s?)?\s?){0,3},?\s?$",
    accepts=["United States v. Jones, — U.S. —, ", "United States v. Roe, ___ F.3d ___, "],
    refuses=["United States v. Jones, 132 S. Ct. 945, ", "United States v. Jones, "],
)
# Words of the sentence that end in a comma: "pending before this Court, Satchell v. FedEx".
_BEFORE_COMMA = Pattern(
    r"^(?:[A-Z][a-z]+\s){0,4}(?:Court|Circuit|Appeals|Congress|Plaintiffs?|Defendants?|Petitioners?"
    r"|Respondents?|Government|Order|Amendment|Case|Opinion|Rule|Act|Here|However|Indeed|Thus),\s(?:in\s)?",
    accepts=["Court, Satchell", "Supreme Court, in Roe", "However, Roe"],
    refuses=["Satchell, Roe", "Thus Roe", "court, Roe"],
    by="match",
)
# A number in a list, or a provision joined to the case by "and".
_BEFORE_NAME = Pattern(
    r"^(?:\d{1,2}\.\s(?=[A-Z][a-z])|\d{1,4},\s(?:with|and|in)\s(?=[A-Z])|(?:(?!Local|Lodge|Post|District|No\.|Dist\.)\S{1,20}\s){0,7}?(?:\d[\w.-]*(?:\(\w{1,3}\))+"
    r"|(?:Rules?|Sections?|§{1,2}|Article|Procedure)\s\d[\w.-]*),?\s(?:and|or|&)\s)",
    accepts=["5. Roe", "Pennsylvania Rule of Appellate Procedure 1921 and ", "2516(2) and "],
    refuses=["Local 20 and Roe v. Doe", "Roe v. Doe", "5. roe"],
    by="match",
)
_CITED_WITHIN = Pattern(
    r",\s\d{1,4}\s[A-Z][\w.]{1,14}\s?\d",
    accepts=["Doe, 410 U.S. 113", "Doe, 5 F.3d 12"],
    refuses=["Doe, No. 12-345", "Local 12, Ironworkers"],
)
# A family name may begin small: "de la Torre v. Continental Ins. Co.".
_PARTICLES = Pattern(
    r"(?:(?:de|la|del|du|di|da|von|van|der|den)\s){1,3}[A-Z]",
    accepts=["de la Torre", "van der Berg", "von Roe"],
    refuses=["Dela Torre", "de facto", "la torre"],
    by="match",
)
_MARK = Pattern(
    r"[a-z]{1,2}[A-Z0-9]",
    accepts=["eBay", "hiQ", "i4i"],
    refuses=["ebay", "Roe", "the"],
    by="match",
)
_SIGNAL_ALONE = Pattern(
    r"(?:[Ss]ee|Cf\.|Accord|In|Compare|Also|But|E\.g\.|The|Under),?",
    accepts=["See", "E.g.,", "In"],
    refuses=["See Roe", "Roe", "also"],
    by="fullmatch",
)
_OPENERS = "“\"‘'([—–"


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name, its start, and the docket number printed between it and the citation."""

    text: str | None
    start: int
    docket_number: str | None
    court: str = ""  # as printed between name and citation
    year: int | None = None


def find_case_name(text: str, floor: int, core: int) -> PrintedName:
    """Return the case name that ends right before `core`, looking back no further than `floor`.

    Signals, introductory words and a docket number are split off. `text` is None if no readable
    case name is there.
    """
    floor = max(floor, core - _WINDOW)
    window = text[floor:core]
    docket_number = None
    window = _NO_PAGE_YET.sub("", window)
    if docket := _last_docket_number(window):
        docket_number = docket[1]
        window = window[: docket[0]]
    court, year = "", None
    if old := _OLD_COURT_BEHIND.search(window):
        court, year = old["court"] or "", _read_year(old["dated"] or old["year"])
        window = window[: old.start()]
    window = _UNKNOWN_REPORTER.sub("", window)
    for pattern in (_LOUISIANA, _OHIO, _BARE_DOCKET):
        if printed := pattern.search(window):
            docket_number, window = printed["number"], window[: printed.start()]
            if pattern is _LOUISIANA:
                court, year = printed["court"], _read_year(printed["year"])
    window = _INDIANA.sub("", window)
    window = _COURT_BEHIND.sub("", window).rstrip(" ,([")
    start, name = _read_back(window)
    if name is None:
        return PrintedName(None, floor + len(window) if docket_number else core, docket_number)
    return PrintedName(name, floor + start, docket_number, court.strip(" ,"), year)


def find_taxpayer_name(text: str, floor: int, core: int) -> tuple[str | None, int]:
    """Return the one party's name that boards and the Tax Court cite: "Leon Papineau, 28 T.C. 54".

    A single word does not count: it may end a sentence about anything.
    """
    name, start = find_short_name(text, floor, core)
    if name is None or len(name.split()) < 2 or re.search(r"\d|\bCourts?\b", name):
        return None, core
    return name, start


def _read_year(printed: str | None) -> int | None:
    """Read "1996", or the "96" of a date in Louisiana."""
    if printed is None:
        return None
    year = int(printed)
    return year if year > 99 else year + (1900 if year > 40 else 2000)


def find_short_name(text: str, floor: int, core: int) -> tuple[str | None, int]:
    """Return the name right before a short form ("Phillips, 515 F.3d at 228"), and its start.

    A full name with "v." is taken whole.
    """
    floor = max(floor, core - _WINDOW)
    window = text[floor:core].rstrip(" ,")
    if len(window) == core - floor or window.endswith((";", ":")):
        return None, core
    start, name = _read_back(window)
    if name is not None:
        return name, floor + start
    start = _start_of_capitalised_run(window)
    name, start = _strip_signals(window, start)
    return (name, floor + start) if _is_sane(name) else (None, core)


def _last_docket_number(window: str) -> tuple[int, str] | None:
    match = None
    for label in re.finditer(
        r",?\s(?:(?:Civil|Civ\.|Case|Docket|Crim\.|Criminal|C\.\s?A\.|Cause|Adv\.(?:\sProc?\.)?)\s)?Nos?\.\s",
        window,
    ):
        match = DOCKET_NUMBER.search(window, label.start()) or match
    if match is None:
        return None
    number = _SLIP.sub("", match["number"]).rstrip(" ,")
    return (match.start(), number) if re.search(r"\d", number) else None


def _read_back(window: str) -> tuple[int, str | None]:
    """Find "X v. Y" or "In re X" that runs to the end of `window`."""
    versus = next(reversed(list(_VERSUS.finditer(window))), None)
    procedural = next(reversed(list(_PROCEDURAL.finditer(window))), None)
    if versus is not None and _runs_on(window[versus.end() :]):
        start = _start_of_capitalised_run(window[: versus.start()])
        for earlier in _PROCEDURAL.finditer(window, 0, versus.start()):
            if earlier.start() >= start:
                start = earlier.start()
        if earlier_case := _CASE_BEFORE.search(window, start, versus.start()):
            start = earlier_case.end()  # "De Leon v. Comcar Industries, Ajaka v. BrooksAmerica"
        name, start = _strip_signals(window, start)
        if _is_sane(name):
            return start, name
        return 0, None
    if procedural is not None and _runs_on(window[procedural.start() :]):
        return procedural.start(), window[procedural.start() :]
    if famous := _FAMOUS_CASES.search(window):
        return famous.start("name"), famous["name"]
    if ship := _SHIP.search(window):
        return ship.start("name"), ship["name"]
    return 0, None


def _runs_on(tail: str) -> bool:
    """Return whether `tail` reads as one name: no sentence or citation ends within it."""
    if len(tail) > 200 or not tail or ";" in tail or "”" in tail or '"' in tail:
        return False
    if _CITED_WITHIN.search(tail):
        return False
    words = tail.split()
    for word, following in pairwise(words):
        # A long capitalised word with a stop is an abbreviation here ("Prods.", "Derivative."):
        # sentences end in lower-case words, and no citation follows one so closely.
        if word.endswith((".", "?")) and not (_is_abbreviation(word) or word[:1].isupper()):
            return False
        if word.endswith((")", ":")) and following[:1].islower():
            return False
    lower = sum(
        1 for w in words if w[:1].islower() and w.lower() not in _CONNECTORS and not _MARK.match(w)
    )
    return lower <= max(0, len(words) // 6)


def _start_of_capitalised_run(window: str) -> int:
    """Return where the run of name words that ends `window` begins."""
    tokens = list(re.finditer(r"\S+", window))
    start = len(window)
    for index in range(len(tokens) - 1, -1, -1):
        word = tokens[index].group()
        if index < len(tokens) - 1 and _ends_something(word):
            break
        bare = word.lstrip(_OPENERS)
        if not (_begins_name(bare) or word.lower() in _CONNECTORS):
            break
        start = tokens[index].start() + len(word) - len(bare)
        if bare != word:
            break
    while (
        (lead := re.match(r"(\S+)\s+", window[start:]))
        and lead[1].lower() in _CONNECTORS
        and (lead[1][:1].islower())
        and not _PARTICLES.match(window, start)
    ):
        start += lead.end()
    return start


def _begins_name(word: str) -> bool:
    """Return whether a word is capitalised, numbered, or a mark such as "eBay", "hiQ", "i4i"."""
    return word[:1].isupper() or word[:1].isdigit() or bool(_MARK.match(word))


def _ends_something(word: str) -> bool:
    """Return whether a sentence, clause or citation ends with `word`, so that no name spans it."""
    if word.endswith((";", ":", "”", '"', "]", "?", "”,", '",', ".)")):
        return True
    if word.endswith((")", "),")):
        return "(" not in word
    if word.endswith(").") and "(" not in word:
        return True
    return word.endswith(".") and not _is_abbreviation(word)


def _is_abbreviation(word: str) -> bool:
    bare = word.strip(_OPENERS + "?,)”’").rstrip(".").replace("’", "'").lower()
    if bare[:1].isdigit():
        return False  # "Section 2. Telex Corp. v. IBM": a sentence or heading ends
    return len(bare) <= 1 or "." in bare or bare in _ABBREVIATIONS or "'" in bare[1:]


def _strip_signals(window: str, start: int) -> tuple[str, int]:
    name = window[start:]
    if window[:start].endswith("¶ ") and (number := re.match(r"\d{1,3}\s", name)):
        start += number.end()  # the paragraph's own number
        name = window[start:]
    if (lead := _BEFORE_NAME.match(name)) and _begins_name(name[lead.end() :]):
        start += lead.end()
        name = window[start:]
    if (lead := _BEFORE_COMMA.match(name)) and _begins_name(name[lead.end() :]):
        start += lead.end()
        name = window[start:]
    if not _IN_NAMES.match(name) and (signals := _SIGNALS.match(name)):
        rest = name[signals.end() :]
        if _begins_name(rest) or _PARTICLES.match(rest):
            return rest, start + signals.end()
        return "", start + len(name)
    if _SIGNAL_ALONE.fullmatch(name):
        return "", start + len(name)
    return name, start


def _is_sane(name: str) -> bool:
    named = _begins_name(name) or _PARTICLES.match(name)
    return 1 < len(name) <= 220 and bool(named) and any(ch.isalpha() for ch in name)
