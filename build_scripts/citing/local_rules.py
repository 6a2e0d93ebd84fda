"""Local rules of district courts: "Civ. L.R. 7-1(b)", "Local Rule 230"."""

import re

from build_scripts.citing.codes import make_provision
from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern_table import read_patterns

# "7-1(b)", "79-5.2.1", "230", "65.1(d)", "5.2-1", "16.1(c)(2)".
_PATTERNS = read_patterns(__package__, "local_rules.toml")


def find_local_rules(text: str) -> list[Mention]:
    """Return citations of local rules; "Civil Local Rule 7-1" and "Civ. L.R. 7-1" are one form."""
    found: list[Mention] = []
    for match in _PATTERNS.LOCAL_RULE.finditer(text):
        code = _name_set(match)
        start = match.start()
        for item in _PATTERNS.EACH.finditer(text, match.start("first"), match.end()):
            number = re.sub(r"\s", "", item[0])
            begin = start if item.start() == match.start("first") else item.start()
            found.append(
                make_provision(CitationKind.RULE, begin, item.end(), code, number, sign="")
            )
    return found


def _name_set(match: re.Match[str]) -> str:
    printed = match.group("subject", "inner", "letters", "after", "procedure", "short")
    subject = next(filter(None, printed), "").lower()
    names = (
        ("cv", "Civ. L.R."),
        ("civ", "Civ. L.R."),
        ("cr", "Crim. L.R."),
        ("adr", "ADR L.R."),
        ("pat", "Patent L.R."),
        ("adm", "Admiralty L.R."),
        ("hab", "Habeas L.R."),
        ("ba", "Bankr. L.R."),
    )
    code = next((name for start, name in names if subject.startswith(start)), "L.R.")
    return f"{match['court']} {code}" if match["court"] else code
