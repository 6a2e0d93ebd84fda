"""The name of a case before its citation."""

import re
from dataclasses import dataclass
from itertools import pairwise

from reporters_db import CASE_NAME_ABBREVIATIONS

from build_scripts.model.text.pattern_table import read_patterns

_WINDOW = 260
_PATTERNS = read_patterns(__package__, "case_names.toml")
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
    window = _PATTERNS.NO_PAGE_YET.sub("", window)
    if docket := _last_docket_number(window):
        docket_number = docket[1]
        window = window[: docket[0]]
    court, year = "", None
    if old := _PATTERNS.OLD_COURT_AFTER.search(window):
        court, year = old["court"] or "", _read_year(old["dated"] or old["year"])
        window = window[: old.start()]
    window = _PATTERNS.UNKNOWN_REPORTER.sub("", window)
    for pattern in (_PATTERNS.LOUISIANA, _PATTERNS.OHIO, _PATTERNS.BARE_DOCKET):
        if printed := pattern.search(window):
            docket_number, window = printed["number"], window[: printed.start()]
            if pattern is _PATTERNS.LOUISIANA:
                court, year = printed["court"], _read_year(printed["year"])
    window = _PATTERNS.INDIANA.sub("", window)
    window = _PATTERNS.COURT_AFTER.sub("", window).rstrip(" ,([")
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
        match = _PATTERNS.DOCKET_NUMBER.search(window, label.start()) or match
    if match is None:
        return None
    number = _PATTERNS.SLIP.sub("", match["number"]).rstrip(" ,")
    return (match.start(), number) if re.search(r"\d", number) else None


def _read_back(window: str) -> tuple[int, str | None]:
    """Find "X v. Y" or "In re X" that runs to the end of `window`."""
    versus = next(reversed(list(_PATTERNS.VERSUS.finditer(window))), None)
    procedural = next(reversed(list(_PATTERNS.PROCEDURAL.finditer(window))), None)
    if versus is not None and _runs_on(window[versus.end() :]):
        start = _start_of_capitalised_run(window[: versus.start()])
        for earlier in _PATTERNS.PROCEDURAL.finditer(window, 0, versus.start()):
            if earlier.start() >= start:
                start = earlier.start()
        if earlier_case := _PATTERNS.CASE_BEFORE.search(window, start, versus.start()):
            start = earlier_case.end()  # "De Leon v. Comcar Industries, Ajaka v. BrooksAmerica"
        name, start = _strip_signals(window, start)
        if _is_sane(name):
            return start, name
        return 0, None
    if procedural is not None and _runs_on(window[procedural.start() :]):
        return procedural.start(), window[procedural.start() :]
    if famous := _PATTERNS.FAMOUS_CASES.search(window):
        return famous.start("name"), famous["name"]
    if ship := _PATTERNS.SHIP.search(window):
        return ship.start("name"), ship["name"]
    return 0, None


def _runs_on(tail: str) -> bool:
    """Return whether `tail` reads as one name: no sentence or citation ends within it."""
    if len(tail) > 200 or not tail or ";" in tail or "”" in tail or '"' in tail:
        return False
    if _PATTERNS.CITED_WITHIN.search(tail):
        return False
    words = tail.split()
    for word, following in pairwise(words):
        # A long capitalised word with a stop is an abbreviation here ("Prods.", "Derivative."):
        # sentences end in lower-case words, and no citation follows one so closely.
        if word.endswith((".", "?")) and not (_is_abbreviation(word) or word[:1].isupper()):
            return False
        if word.endswith((")", ":")) and following[:1].islower():
            return False
    lower = [word for word in words if word[:1].islower() and word.lower() not in _CONNECTORS]
    odd = [word for word in lower if not _PATTERNS.MARK.match(word)]
    return len(odd) <= max(0, len(words) // 6)


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
        and not _PATTERNS.PARTICLES.match(window, start)
    ):
        start += lead.end()
    return start


def _begins_name(word: str) -> bool:
    """Return whether a word is capitalised, numbered, or a mark such as "eBay", "hiQ", "i4i"."""
    return word[:1].isupper() or word[:1].isdigit() or bool(_PATTERNS.MARK.match(word))


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
    if (lead := _PATTERNS.BEFORE_NAME.match(name)) and _begins_name(name[lead.end() :]):
        start += lead.end()
        name = window[start:]
    if (lead := _PATTERNS.BEFORE_COMMA.match(name)) and _begins_name(name[lead.end() :]):
        start += lead.end()
        name = window[start:]
    if not _PATTERNS.IN_NAMES.match(name) and (signals := _PATTERNS.SIGNALS.match(name)):
        rest = name[signals.end() :]
        if _begins_name(rest) or _PATTERNS.PARTICLES.match(rest):
            return rest, start + signals.end()
        return "", start + len(name)
    if _PATTERNS.SIGNAL_ALONE.fullmatch(name):
        return "", start + len(name)
    return name, start


def _is_sane(name: str) -> bool:
    named = _begins_name(name) or _PATTERNS.PARTICLES.match(name)
    return 1 < len(name) <= 220 and bool(named) and any(ch.isalpha() for ch in name)
