"""Federal and state rules of procedure and evidence, rules of circuit courts, general orders."""

import re
from collections.abc import Iterator

from build_scripts.citing.codes import make_provision
from build_scripts.citing.mentions import Mention
from build_scripts.citing.sections import Item, read_continuations, stretch
from build_scripts.model.citation import CitationKind
from build_scripts.model.law.states import name_state, state_pattern
from build_scripts.model.text.pattern import Pattern

# "12(b)(6)", "5.2", "26(a)(1)(A)(i)", "30(b)(6)". OCR reads "(1)" as "(l)".
RULE_NUMBER = r"\d{1,4}(?:\.\d{1,2})?(?:\s?\([0-9A-Za-z]{1,4}\)){0,6}"
RULE_LIST = (
    rf"{RULE_NUMBER}(?:(?:,\s?(?:and\s|&\s|or\s)?|\s(?:and|&|or)\s)(?:Rules?\s)?"
    rf"{RULE_NUMBER}(?!\d|\s?F\.|\s?U\.)|(?:,\s?(?:and\s|&\s|or\s)?|\s(?:and|&|or)\s)"
    r"(?:\([0-9A-Za-z]{1,4}\)){1,4}){0,8}"
)
_SETS = {
    "civ": "Fed. R. Civ. P.",
    "cr": "Fed. R. Crim. P.",
    "app": "Fed. R. App. P.",
    "ev": "Fed. R. Evid.",
    "b": "Fed. R. Bankr. P.",
}
_SUBJECT = (
    r"(?P<subject>Civ(?:il|\.)?|Crim(?:inal|\.)?|App(?:ellate|\.)?|Bankr(?:uptcy|\.)?)\s?"
    r"(?:P(?:ro(?:c(?:edure|\.)?|\.)|\.)?)?(?!\w)|(?P<evidence>Evid(?:ence|\.)?)"
)
_NAMED_FIRST = Pattern(
    rf"""
    (?<!\w)(?:Fed(?:eral|\.)?|F\.)\s?R(?:ules?|\.)\s?(?:of\s)?(?:{_SUBJECT})
    (?:\s\([“"][^”"()]{{2,30}}[”"]\))?,?\s?(?:Rules?\s|§\s?)?(?P<list>{RULE_LIST})
    """,
    re.VERBOSE,
    accepts=[
        "Federal Rule of Civil Procedure 12(b)(6)",
        "Federal Rules of Evidence 702 and 703",
        "Fed. R. Civ. P. 12(b)(6)",
        "Fed.R.Civ.P. 56(c)",
        "F.R. Civ. P. 26(f)",
        "Fed. R. Civ. Proc. 8",
    ],
    refuses=["the Federal Rules of Civil Procedure", "N.C. R. Civ. P. 12", "Federal Register 12"],
)
_LETTERED = Pattern(
    rf"(?<![\w.])(?P<letters>F\.?R\.?C\.?P\.?|F\.?R\.?Cr(?:im)?\.?P\.?|F\.?R\.?E\.?|F\.?R\.?A\.?P\.?)"
    rf"\s(?:Rules?\s)?(?P<list>{RULE_LIST})",
    accepts=["FRCP 12(b)(6)", "F.R.C.P. 12", "FRE 403", "FRAP 4"],
    refuses=["FREE 403", "5 F.R.D. 12"],
)
_NAMED_LAST = Pattern(
    rf"""
    (?<!\w)[Rr]ules?\s(?P<list>{RULE_LIST})
    (?:,?\s|\s?\(|\s(?:of|under)\s(?:the\s)?)(?:Fed(?:eral|\.)?|F\.)\s?R(?:ules?|\.)\s?(?:of\s)?(?:{_SUBJECT})
    """,
    re.VERBOSE,
    accepts=[
        "Rules 12(b)(2) and 12(b)(6) of the Federal Rules of Civil Procedure",
        "Rule 56, Fed. R. Civ. P.",
    ],
    refuses=["Rule 56 of the Local Rules", "the Federal Rules of Civil Procedure"],
)
_CIRCUIT = Pattern(
    r"""
    (?<!\w)(?P<court>(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh
      |D\.?\s?C\.?|Federal|\d{1,2}(?:st|nd|rd|th|d))\s?Cir(?:cuit|\.)|Sup(?:reme|\.)\s?(?:Court|Ct\.))
    \s?(?:Local\s)?R(?:ules?|\.)\s?(?P<number>\d{1,3}(?:[-.]\d{1,3})?[a-z]?(?:\([0-9A-Za-z]{1,3}\)){0,4})
    """,
    re.VERBOSE,
    accepts=[
        "Ninth Circuit Rule 36-3",
        "9th Cir. R. 36-3",
        "Sixth Circuit Rule 206",
        "Sup. Ct. R. 10",
    ],
    refuses=["Ninth Circuit’s rule", "Circuit Rule 36-3", "9th Cir. 2006"],
)
_STATE = Pattern(
    rf"""
    (?<![\w.])(?P<state>{state_pattern()})\s?
    (?:(?:Supreme\s|Superior\s)?Court\s)?R(?:ules?|\.)\s?(?:of\s)?
    (?:(?P<subject>Civ(?:il|\.)?\s?P(?:roc(?:edure|\.)?|\.)|Crim(?:inal|\.)?\s?P(?:roc(?:edure|\.)?|\.)
      |App(?:ellate|\.)?\s?P(?:roc(?:edure|\.)?|\.)|A\.\s?P\.|Evid(?:ence|\.)?|(?:Court|Ct\.)|Prof(?:essional|['’]l|\.)\s?(?:Conduct|Resp\.))
    ,?\s?(?:[Rr]ules?\s)?|(?<=[es]\s))(?P<number>\d[\d.:-]{{0,8}}(?:\s?\([0-9A-Za-z]{{1,4}}\)){{0,5}})
    """,
    re.VERBOSE,
    accepts=[
        "N.C. R. Civ. P. 12(b)(6)",
        "Tex. R. Evid. 702",
        "Cal. Rules of Court, rule 8.1115",
        "Maryland Rule 5-901",
        "N.J. Court Rule 4:26-4",
    ],
    refuses=["Fed. R. Civ. P. 12", "Tex. Penal Code § 1", "Maryland ruled 5-4"],
)
# Rules known by their letters, and a state's "Court Rules".
_OF_COURT = Pattern(
    r"""
    (?<![\w.])
    (?P<code>RCFC|MCR|Mich\.\sCt\.\sR\.|Tax\sCt(?:\.|ourt)\sR(?:\.|ule)|Mass\.\sG\.\sEvid\.\s§)
    \s?(?P<number>\d[\d.]{0,8}(?:\([0-9A-Za-z]{1,4}\)){0,5})
    """,
    re.VERBOSE,
    accepts=[
        "RCFC 12(b)(1)",
        "MCR 6.508(D)(3)",
        "Mich. Ct. R. 6.508",
        "Tax Ct. R. 142(a)",
        "Mass. G. Evid. § 404(b)",
    ],
    refuses=["Ct. R. 12", "MCRA 6.508"],
)
_COURT_SETS = {
    "RCF": "RCFC",
    "MCR": "Mich. Ct. R.",
    "Mic": "Mich. Ct. R.",
    "Tax": "Tax Ct. R.",
    "Mas": "Mass. G. Evid. §",
}
# North Carolina enacts its rules as statutes: "N.C. Gen. Stat. § 1A-1, Rule 56(c)".
_ENACTED = Pattern(
    r"§\s?(?P<chapter>1A-1|8C-1),\s(?P<rule>Rule\s(?P<number>\d{1,4}(?:\([0-9A-Za-z]{1,4}\)){0,4}))",
    accepts=["N.C. Gen. Stat. § 1A-1, Rule 56(c)"],
    refuses=["N.C. Gen. Stat. § 1A-1", "Rule 56(c)"],
)
# Rules of habeas cases: "Rule 11(a) of the Rules Governing Section 2254 Cases", "Habeas Rule 4".
_HABEAS = Pattern(
    r"""
    (?<!\w)(?:
      Rules?\s(?P<number>\d{1,2}(?:\([a-z0-9]\)){0,3})(?:,\s|\s(?:of|in)\s(?:the\s)?)
      (?:Federal\s)?Rules\sGoverning\s(?:§|[Ss]ection)\s?(?P<section>2254|2255)\s(?:Cases|Proceedings)
      | (?:Rules\sGoverning\s(?:§|[Ss]ection)\s?(?P<before>2254|2255)
          \s(?:Cases|Proceedings),?\sR(?:ule|\.)
        | (?P<habeas>Habeas\sRules?))\s(?P<behind>\d{1,2}(?:\([a-z0-9]\)){0,3}) )
    """,
    re.VERBOSE,
    accepts=[
        "Rule 11(a) of the Rules Governing Section 2254 Cases",
        "Rules Governing § 2255 Proceedings, Rule 4",
        "Habeas Rule 4",
    ],
    refuses=["Rule 11(a) of the Federal Rules", "Habeas relief under Rule 60"],
)
# Rules of the Securities and Exchange Commission under the 1934 Act have the numbers of 17 C.F.R.
# pt. 240: "Rule 10b-5".
_EXCHANGE_ACT = Pattern(
    r"(?<!\w)(?:SEC\s)?Rules?\s(?P<number>(?:10b|14[ade]|13[adeg]|15[acd]|16[ab]|12[bg])\d?-\d{1,2}(?:\([a-z0-9]{1,4}\)){0,4})(?!\w)",
    accepts=["Rule 10b-5", "SEC Rule 14a-9(a)", "Rule 16b-3"],
    refuses=["Rule 10(b)", "Rule 11b-5"],
)
_GENERAL_ORDER = Pattern(
    r"(?<!\w)General\sOrder\s(?:Nos?\.\s?)?(?P<number>\d[\d-]{0,7})",
    accepts=["General Order No. 56", "General Order 72-5"],
    refuses=["the general order 56", "General Orders"],
)
_CIRCUITS = {
    "first": "1st",
    "second": "2d",
    "third": "3d",
    "fourth": "4th",
    "fifth": "5th",
    "sixth": "6th",
    "seventh": "7th",
    "eighth": "8th",
    "ninth": "9th",
    "tenth": "10th",
    "eleventh": "11th",
}
_EACH_NUMBER = Pattern(
    RULE_NUMBER,
    accepts=["12(b)(6) and 56"],
    refuses=["(b)"],
)


def find_rules(text: str) -> list[Mention]:
    """Return citations of rules that name their set of rules, one for each rule of a list."""
    found: list[Mention] = []
    for pattern in (_NAMED_LAST, _NAMED_FIRST, _LETTERED):
        for match in pattern.finditer(text):
            found += _read_list(match)
    for match in _CIRCUIT.finditer(text):
        found.append(_rule(match, f"{_name_circuit(match['court'])} R.", match["number"]))
    for match in _STATE.finditer(text):
        subject = f" {_name_subject(match['subject'])}" if match["subject"] else ""
        code = f"{name_state(match['state'])} R.{subject}"
        found.append(_rule(match, code, match["number"].rstrip(".:-")))
    for match in _OF_COURT.finditer(text):
        code = _COURT_SETS[match["code"][:3]]
        found.append(_rule(match, code, match["number"].rstrip(".-")))
    found += _find_habeas_rules(text)
    for match in _ENACTED.finditer(text):
        code = "N.C. R. Evid." if match["chapter"] == "8C-1" else "N.C. R. Civ. P."
        span = match.span("rule")
        found.append(make_provision(CitationKind.RULE, *span, code, match["number"], sign=""))
    for match in _EXCHANGE_ACT.finditer(text):
        section = f"240.{match['number']}"
        found.append(make_provision(CitationKind.REGULATION, *match.span(), "17 C.F.R.", section))
    for match in _GENERAL_ORDER.finditer(text):
        found.append(_rule(match, "General Order", match["number"].rstrip("-")))
    return found


def read_rule_numbers(text: str, start: int, end: int) -> list[Item]:
    """Return each rule in a list, its number without blanks."""
    items = []
    for match in _EACH_NUMBER.finditer(text, start, end):
        number = re.sub(r"\s", "", match[0]).replace("(l)", "(1)")
        items.append(Item(match.start(), match.end(), number))
        items += read_continuations(text, match.end(), number, end)
    return items


def _find_habeas_rules(text: str) -> Iterator[Mention]:
    for match in _HABEAS.finditer(text):
        section = match["section"] or match["before"] or "2254"
        number = match["number"] or match["behind"]
        code = f"Rules Governing § {section} Cases R."
        yield make_provision(CitationKind.RULE, *match.span(), code, number, sign="")


def _read_list(match: re.Match[str]) -> Iterator[Mention]:
    code = _name_set(match)
    items = read_rule_numbers(match.string, *match.span("list"))
    last = match.end() if match.end() > match.end("list") else None
    for item in stretch(items, match.start(), last):
        yield make_provision(CitationKind.RULE, item.start, item.end, code, item.number, sign="")


def _name_set(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if letters := groups.get("letters"):
        key = letters.replace(".", "").upper()
        return _SETS[{"FRCP": "civ", "FRE": "ev", "FRAP": "app"}.get(key, "cr")]
    if groups.get("evidence"):
        return _SETS["ev"]
    subject = (groups.get("subject") or "").lower()
    return next(code for start, code in _SETS.items() if subject.startswith(start))


def _rule(match: re.Match[str], code: str, number: str) -> Mention:
    number = re.sub(r"\s", "", number)
    end = match.start("number") + len(match["number"].rstrip(".:-"))
    return make_provision(CitationKind.RULE, match.start(), end, code, number, sign="")


def _name_circuit(printed: str) -> str:
    first = printed.lower().split()[0]
    if first.startswith("sup"):
        return "Sup. Ct."
    if first.startswith("d"):
        return "D.C. Cir."
    return f"{_CIRCUITS.get(first, 'Fed.' if first == 'federal' else first)} Cir."


def _name_subject(printed: str) -> str:
    lower = printed.lower()
    names = {
        "civ": "Civ. P.",
        "crim": "Crim. P.",
        "app": "App. P.",
        "a.": "App. P.",
        "ev": "Evid.",
        "prof": "Prof'l Conduct",
    }
    return next((name for start, name in names.items() if lower.startswith(start)), "Ct.")
