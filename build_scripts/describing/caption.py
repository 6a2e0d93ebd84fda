"""The caption's sides: who against whom, as printed."""

import re
from dataclasses import dataclass

from build_scripts.model.description import Span
from build_scripts.model.text.pattern import Pattern

# A party's role, where a name ends.
ROLE = Pattern(
    r"""
    [,;\s(]{0,20} \b(?P<role>
        (?:(?:cross|counter|third[-\s]party|lead|nominal|consolidated|intervenor|putative|defendant)
           [-–—/\s]{1,3})?
        (?:plaintiffs?|defendants?|petitioners?|respondents?|appellants?|appellees?|debtors?
           |claimants?|intervenors?|relators?|movants?|garnishees?|counter-?claimants?
           |cross-?claimants?|complainants?|libell?ants?
           |(?<=,\s)(?:employees?|employers?|insurers?|carriers?|agency)(?=\W*(?:$|\n|and\b)))
    ) \b (?!['’])
    """,
    re.VERBOSE | re.IGNORECASE,
    needs=[
        "plaintiff",
        "defendant",
        "petitioner",
        "respondent",
        "appell",
        "debtor",
        "claimant",
        "intervenor",
        "relator",
        "movant",
        "garnishee",
        "complainant",
        "libel",
        "employee",
        "employer",
        "insurer",
        "carrier",
        "agency",
    ],
    accepts=[
        "Plaintiff",
        "Defendants-Appellees",
        "Appellee/Cross-Appellant",
        "Third-Party Plaintiff",
        "Debtor",
        "Respondent – Appellee",
        "ACME CORP., Employer, and",
    ],
    refuses=["Plaintiff's", "Acme, Employers Mutual Co."],
)
IN_RE = Pattern(
    r"""
    ^\W*(?P<phrase> (?:in\s+)?re(?:\s+in\s+the\s+matter\s+of)? | (?:in\s+)?(?:the\s+)?matters?\s+of
      | in\s+the\s+interest\s+of | appeals?\s+of | (?=(?:complaint|petition|application)\s+of\b) )
    \b \s* :? \s*
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "In re: ",
        "IN THE MATTER OF ",
        "Matter of ",
        "Re ",
        "Appeal of ",
        "Complaint of Acme Corp.",  # the name of the matter: nothing is taken off
    ],
    refuses=["In regard to"],
    by="match",
)
EX_PARTE = Pattern(
    r"^\W*ex\s+parte\s+",
    re.IGNORECASE,
    accepts=["Ex parte Roe", "EX PARTE JOHN POE."],
    refuses=["Roe, ex parte", "Ex partes"],
    by="match",
)
# A matter that is the whole case, whatever parties follow, and ends with this word.
LITIGATION = Pattern(
    r"\b(?:litigation|cases|proceedings?|liab(?:ility|\.)\s+litig\.)",
    re.IGNORECASE,
    accepts=["Acme Data Breach Litigation", "Acme Pelvic Mesh Liab. Litig."],
    refuses=["Jane Roe", "Acme Litigators LLP"],
)
# A matter named by what was asked.
PROCEEDING = Pattern(
    r"\b(?:application|complaint|subpoenas?|grand\s+jury|search|extradition|petition)\b",
    re.IGNORECASE,
    accepts=["the Complaint of Acme Corp.", "Search of Premises"],
    refuses=["Acme Research Corp.", "Jane Roe, a Petitioner"],
)
ABBREVIATED_END = Pattern(
    r"(?:\b\w|\b(?:Inc|Co|Cos|Corp|Ltd|Jr|Sr|Bros|Ass['’]n|Dist|Dep['’]t|al|St|No|vs?))\.$",
    re.IGNORECASE,
    accepts=["Acme Bank, N.A.", "Acme Corp.", "Roe, Jr."],
    refuses=["Jane Roe.", "Acme Corp"],
)


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption in parts, as printed: a matter ("In re …"), or two sides."""

    matter: str | None
    left: str | None
    right: str | None
    span: Span


def _strip_name(text: str) -> str:
    """Take off what parts names; a full stop that belongs to the name stays: "N.A.", "Inc."."""
    stripped = text.strip(" ,;")
    return stripped if ABBREVIATED_END.search(stripped) else stripped.rstrip(".")


def cut_at_role(text: str) -> tuple[str, str | None, str]:
    """Return the name before the first role, the role, and what follows it."""
    match = ROLE.search(text)
    if not match:
        return _strip_name(text), None, ""
    before = _strip_name(text[: match.start()])
    if not before:
        # The role stands in front: "Plaintiff Robert Roe".
        name, _, rest = cut_at_role(text[match.end() :])
        return name, match["role"], rest
    return before, match["role"], text[match.end() :]


# What stands before the name of a case on its line.
LABEL = Pattern(
    r"^\W{0,3}(?:(?:re|oscn\s+found\s+document|case(?:\s+(?:name|title|caption))?|title|caption|styled?|matter|subject)\s?[:.]\s*"
    r"|(?:case\s+)?title\s+(?!(?:insurance|guarant|trust|company|co\b|and\b|&)))",
    re.IGNORECASE,
    accepts=[
        "RE: Roe v. Poe",
        "Case Name: Roe v. Poe",
        "Title Roe v. Poe",
        "OSCN Found Document:ROE v. POE",
    ],
    refuses=["Reed v. Poe", "In re: Roe", "Title Guaranty Co. v. Roe"],
    by="match",
)
# What else can stand before the parties, and is no noise: a docket's number, a board's name.
_LEAD = Pattern(
    r"^\W*(?:.{0,120}?\bappeals\s+board|\(\d{2,6}\))[\s,.]+",
    re.IGNORECASE,
    accepts=["(3107) Keel & Co.", "WORKERS’ COMPENSATION APPEALS BOARD Jane Roe"],
    refuses=["Court Square Partners v. Roe", "(the Acme Company)"],
)


def drop_lead(text: str) -> str:
    """Return a caption without the text before the parties; its noise is blanked."""
    return _LEAD.sub("", LABEL.sub("", text))
