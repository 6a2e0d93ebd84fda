"""Parties' roles as captions print them, and the controlled words for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.description import PartyRole
from build_scripts.model.text.pattern import Pattern

_BEFORE = (
    r"(?:(?:additional\s)?(?:cross|counter)(?:claim)?|third[-\s]party|fourth[-\s]party|lead|nominal"
    r"|consolidated|putative)"
)
_NOUN = (
    r"(?:plaintiffs?|defendants?|petitioners?|respondents?|appell(?:ant|ee)s?|debtors?|claimants?"
    r"|interven[oe]rs?(?:[-\s](?:plaintiff|defendant|appell(?:ant|ee)|respondent|petitioner)s?)?"
    r"|intervenants?|relators?|movants?|garnishees?|objectors?|complainants?|libell?ants?|creditors?"
    r"|trustees?|contestants?|caveators?)"
)
_ONE = rf"(?:{_BEFORE}[-–—/\s]{{0,3}})?{_NOUN}(?:[-\s]in[-\s](?:intervention|error))?"
# One role, or several of one party.
_ROLE = Pattern(
    rf"""
    (?<![\w’'-]) (?P<words> {_ONE}
      (?: (?: \s?[-–—/&,(]{{1,2}}\s? | \s+and\s+ | \s+ | (?<=s)(?=(?-i:A)ppell) )
          {_ONE} \)? ){{0,4}} )
    (?![\w’'-]) (?!\s+(?:of|for|in\s+bankruptcy)\b) (?:\s+below\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Plaintiff",
        "Defendants-Appellees",
        "Plaintiff, Appellant",
        "Appellee/Cross-Appellant",
        "Appellee (Plaintiff)",
        "Plaintiffs and Respondents",
        "Counter-Claimant",
        "Plaintiff/Counterdefendant",
    ],
    refuses=["Plaintiff's", "Trustee of the Trust"],
)
_SINGLE = Pattern(
    _ONE,
    re.IGNORECASE,
    accepts=["Cross-Appellant", "Third-Party Plaintiffs", "Defendant in Intervention"],
    refuses=["Jane Roe", "Attorney"],
)
# In longest-first order: the first that a printed role holds is its word.
_WORDS = (
    ("fourthparty", PartyRole.THIRD_PARTY_DEFENDANT),
    ("thirdpartyplaintiff", PartyRole.THIRD_PARTY_PLAINTIFF),
    ("thirdpartydefendant", PartyRole.THIRD_PARTY_DEFENDANT),
    ("counterclaimant", PartyRole.COUNTER_CLAIMANT),
    ("counterclaimdefendant", PartyRole.COUNTER_DEFENDANT),
    ("crossclaimdefendant", PartyRole.CROSS_DEFENDANT),
    ("counterclaimplaintiff", PartyRole.COUNTER_CLAIMANT),
    ("counterplaintiff", PartyRole.COUNTER_CLAIMANT),
    ("counterdefendant", PartyRole.COUNTER_DEFENDANT),
    ("crossclaimant", PartyRole.CROSS_CLAIMANT),
    ("crossplaintiff", PartyRole.CROSS_CLAIMANT),
    ("crossdefendant", PartyRole.CROSS_DEFENDANT),
    ("crossappellant", PartyRole.CROSS_APPELLANT),
    ("crossappellee", PartyRole.CROSS_APPELLEE),
    ("interven", PartyRole.INTERVENOR),
    ("plaintiff", PartyRole.PLAINTIFF),
    ("defendant", PartyRole.DEFENDANT),
    ("petitioner", PartyRole.PETITIONER),
    ("respondent", PartyRole.RESPONDENT),
    ("appellant", PartyRole.APPELLANT),
    ("appellee", PartyRole.APPELLEE),
    ("debtor", PartyRole.DEBTOR),
    ("claimant", PartyRole.CLAIMANT),
    ("relator", PartyRole.RELATOR),
    ("movant", PartyRole.MOVANT),
    ("garnishee", PartyRole.GARNISHEE),
    ("creditor", PartyRole.CREDITOR),
    ("trustee", PartyRole.TRUSTEE),
    ("objector", PartyRole.OBJECTOR),
    ("complainant", PartyRole.PLAINTIFF),
    ("libel", PartyRole.PLAINTIFF),
)


@dataclass(frozen=True, slots=True)
class PrintedRole:
    """A role at its place: characters `start` to `end`, its wording, its controlled words."""

    start: int
    end: int
    printed: str
    roles: tuple[PartyRole, ...]


def iterate_roles(text: str) -> Iterator[PrintedRole]:
    """Yield every role of a caption's text, those of one party together, in order."""
    for match in _ROLE.finditer(text):
        printed = re.sub(r"\s+", " ", match["words"]).strip()
        singles = (single[0] for single in _SINGLE.finditer(match["words"]))
        named = dict.fromkeys(role for single in singles if (role := _read(single)))
        if named:
            yield PrintedRole(match.start(), match.end(), printed, tuple(named))


def _read(single: str) -> PartyRole | None:
    letters = re.sub(r"[^a-z]", "", single.lower())
    return next((role for word, role in _WORDS if word in letters), None)
