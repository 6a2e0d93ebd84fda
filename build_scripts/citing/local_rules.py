"""Local rules of district courts: "Civ. L.R. 7-1(b)", "Local Rule 230"."""

import re

from build_scripts.citing.codes import make_provision
from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern import Pattern

# "7-1(b)", "79-5.2.1", "230", "65.1(d)", "5.2-1", "16.1(c)(2)".
_NUMBER = r"\d{1,4}(?:[-.]\d{1,3}){0,3}(?:\s?\([0-9A-Za-z]{1,4}\)){0,5}"
_SUBJECT = (
    r"Civil|Civ\.?|Criminal|Crim\.?|ADR|Patent|Pat\.?|Admiralty|Adm\.|Habeas|Bankruptcy|Bankr\.?"
)
_LOCAL_RULE = Pattern(
    rf"""
    (?<![\w&])(?<!P\.)
    (?:(?P<court>(?:[NSEWCM]\.\s?)?D\.\s?(?:[A-Z][a-z]{{2,5}}\.?|[A-Z]\.\s?[A-Z]\.))\s)?
    (?: (?:(?P<subject>{_SUBJECT})\s?)?
        (?:L\.?\s?R\.?|Local\s(?:(?P<inner>Civil|Criminal|Bankruptcy|Admiralty|Patent)\s)?Rules?)
      | L\.?\s?(?P<letters>Cv|Civ\.?|Cr|Crim\.?)\.?\s?R\.?
      | L\.?\s?R\.?\s?(?P<after>Civ|Cv|Crim|Cr)\.?(?:\sP\.)?
      | (?(court)(?P<short>Civ|Crim)\.\sR\.|(?!))
      | (?<=\.\s)(?(court)|(?!))Rules?
      | Local\sRules?\s(?P<procedure>Civ|Crim)\.\sP\. )
    \s?(?:Nos?\.\s)?(?P<first>{_NUMBER})
    (?P<more>(?:(?:,\s?(?:and\s|&\s)?|\s(?:and|&|or)\s){_NUMBER}(?=[\s,.;)])){{0,5}})
    """,
    re.VERBOSE,
    accepts=[
        "Civ. L.R. 7-1(b)",
        "Civil Local Rule 79-5",
        "C.D. Cal. L.R. 79-5.2.1",
        "ADR L.R. 3",
        "L. R. 7-3",
        "Local Rules 230 and 251",
        "LCvR 7(h)",
        "L.Civ.R. 7.1",
        "Local Civil Rule 65.1(d)",
        "CivLR 7.1",
        "LRCiv 7.2(e)",
        "Local Rule Civ. P. 7.1",
        "D. Kan. Rule 6.1(a)",
        "S.D. Ohio Civ. R. 7.2",
    ],
    refuses=["Rule 12"],
)
_EACH = Pattern(
    _NUMBER,
    accepts=["7-1(b) and 79-5.2.1"],
    refuses=["(b)", "II"],
)


def find_local_rules(text: str) -> list[Mention]:
    """Return citations of local rules; "Civil Local Rule 7-1" and "Civ. L.R. 7-1" are one form."""
    found: list[Mention] = []
    for match in _LOCAL_RULE.finditer(text):
        code = _name_set(match)
        start = match.start()
        for item in _EACH.finditer(text, match.start("first"), match.end()):
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
