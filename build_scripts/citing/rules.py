"""Federal and state rules of procedure and evidence, rules of circuit courts, general orders."""

import re
from collections.abc import Iterator

from build_scripts.citing.codes import make_provision
from build_scripts.citing.mentions import Mention
from build_scripts.citing.sections import Item, read_continuations, stretch
from build_scripts.model.citation import CitationKind
from build_scripts.model.law.states import name_state, state_pattern
from build_scripts.model.text.pattern_table import read_patterns

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
_PATTERNS = read_patterns(
    __package__,
    "rules.toml",
    rule_list=RULE_LIST,
    state=state_pattern(),
    rule_number=RULE_NUMBER,
)
_COURT_SETS = {
    "RCF": "RCFC",
    "MCR": "Mich. Ct. R.",
    "Mic": "Mich. Ct. R.",
    "Tax": "Tax Ct. R.",
    "Mas": "Mass. G. Evid. §",
}
_CIRCUITS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh".split(),
        "1st 2d 3d 4th 5th 6th 7th 8th 9th 10th 11th".split(),
        strict=True,
    )
)


def find_rules(text: str) -> list[Mention]:
    """Return citations of rules that name their set of rules, one for each rule of a list."""
    found: list[Mention] = []
    for pattern in (_PATTERNS.NAMED_LAST, _PATTERNS.NAMED_FIRST, _PATTERNS.LETTERED):
        for match in pattern.finditer(text):
            found += _read_list(match)
    for match in _PATTERNS.CIRCUIT.finditer(text):
        found.append(_rule(match, f"{_name_circuit(match['court'])} R.", match["number"]))
    for match in _PATTERNS.STATE.finditer(text):
        subject = f" {_name_subject(match['subject'])}" if match["subject"] else ""
        code = f"{name_state(match['state'])} R.{subject}"
        found.append(_rule(match, code, match["number"].rstrip(".:-")))
    for match in _PATTERNS.OF_COURT.finditer(text):
        code = _COURT_SETS[match["code"][:3]]
        found.append(_rule(match, code, match["number"].rstrip(".-")))
    found += _find_habeas_rules(text)
    for match in _PATTERNS.ENACTED.finditer(text):
        code = "N.C. R. Evid." if match["chapter"] == "8C-1" else "N.C. R. Civ. P."
        span = match.span("rule")
        found.append(make_provision(CitationKind.RULE, *span, code, match["number"], sign=""))
    for match in _PATTERNS.EXCHANGE_ACT.finditer(text):
        section = f"240.{match['number']}"
        found.append(make_provision(CitationKind.REGULATION, *match.span(), "17 C.F.R.", section))
    for match in _PATTERNS.GENERAL_ORDER.finditer(text):
        found.append(_rule(match, "General Order", match["number"].rstrip("-")))
    return found


def read_rule_numbers(text: str, start: int, end: int) -> list[Item]:
    """Return each rule in a list, its number without blanks."""
    items = []
    for match in _PATTERNS.EACH_NUMBER.finditer(text, start, end):
        number = re.sub(r"\s", "", match[0]).replace("(l)", "(1)")
        items.append(Item(match.start(), match.end(), number))
        items += read_continuations(text, match.end(), number, end)
    return items


def _find_habeas_rules(text: str) -> Iterator[Mention]:
    for match in _PATTERNS.HABEAS.finditer(text):
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
