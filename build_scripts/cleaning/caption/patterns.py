"""List the words that distinguish a caption's cells."""

import re

from build_scripts.cleaning.lines import Line
from build_scripts.model.source_text import Style
from build_scripts.model.text.pattern import Pattern

COURT = Pattern(
    r"""
      (?: (?:in\s+the\s+)?
          (?: united\s+states | u\.\s?s\. | superior | supreme | circuit | district | tax
            | bankruptcy | court\s+of | appellate | commonwealth | state\s+of ) \b
          [\w\s,.&'’-]{0,60} )?
      \b courts? \b [\w\s,.&'’-]{0,50}
    | (?:united\s+states\s+)? bankruptcy \s+ appellate \s+ panel
    | (?:(?:for|in)\s+the\s+)? (?:(?:northern|southern|eastern|western|central|middle)\s+)?
      district \s+ of \s+ [\w\s.]{3,40}
    | (?:for\s+the\s+)? [\w\s.]{3,40} \s circuit
    | (?:at\s+)? [\w\s.-]{3,30} \s division
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "UNITED STATES DISTRICT COURT",
        "Supreme Court of the United States",
        "FOR THE NINTH CIRCUIT",
        "NORTHERN DISTRICT OF CALIFORNIA",
        "San Francisco Division",
        "for the District of Columbia Circuit",
        "UNITED STATES BANKRUPTCY APPELLATE PANEL",
    ],
    refuses=["the district court erred", "DISTRICT JUDGE"],
    by="fullmatch",
)

_PARTY = (
    "plaintiff|defendant|petitioner|respondent|appellant|appellee|debtor|intervenor|movant"
    "|claimant|relator|creditor|garnishee|trustee|objector|applicant"
)
_BEFORE = "counter|cross|third[- ]party|lead|nominal|intervenor|consolidated|real\\s+party"
ROLE = Pattern(
    rf"""
    (?:(?:{_BEFORE}) [- ]{{0,2}} (?:claim\s*)? )? (?:{_PARTY}) (?:s|\(s\))?
    (?: \s* [-/\u2013,]? \s* (?:and\s+)?
        (?: in\s+intervention | (?:(?:{_BEFORE}) [- ]?)? (?:{_PARTY}) (?:s|\(s\))? ) ){{0,3}}
    [.,;:]?
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Plaintiff,",
        "Defendants-Appellees.",
        "Appellants/Cross-Appellees",
        "Debtor.",
        "Counter-Defendant,",
        "Petitioner(s)",
    ],
    refuses=["Plaintiff alleges", "Defendant Build.com", "Jane Roe, Plaintiff"],
    by="fullmatch",
)
VERSUS = Pattern(
    r"-?\s*(?:v\.?|vs\.?|versus|against)\s*-?",
    re.IGNORECASE,
    accepts=["v.", "vs.", "- against -", "versus"],
    refuses=["Roe v. Doe", "V.I.", "over and against"],
    by="fullmatch",
)

DOCKET = Pattern(
    r"""
    \(? (?:
      (?: (?:lead|consolidated|related|master) \s+ )?
      (?: case | cause | civil(?:\s+action)? | criminal(?:\s+action)? | docket | d\.\s?c\. | agency
        | index | file | bap | adversary | mdl )? \s*
      (?: nos? | numbers? | \# ) (?![a-z]) \s* [.:]{0,2} \s*
      (?= $ | [\w(-]{0,12}\d | [A-Z]{1,4}[\s-]{1,2}\d )
    | (?: CV | CR | C | MDL | EDCV | SACV ) [\s-]? \d{2}-\d{2,6}
    | \d{1,2}:\d{2}-[a-z]{2}-\d
    | \d{2}-?[a-z]{2}-?\d{2,6}\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Case No. 25-cv-02124-DMR",
        "No. 96-7169",
        "D.C. Nos.",
        "Case No.: 21cv31-H-LL",
        "(No. 94cv00385)",
        "CIVIL ACTION NO. 2:19-cv-1",
        "CV 16-05234 TJH (FFMx)",
        "No. C 17-2540 HRL",
    ],
    refuses=["NO. OF PAGES", "Re: Dkt. No. 7", "November 3"],
    by="match",
)

REFERENCE = Pattern(
    r"[\[(]?\s*(?:re\s?:|(?:related\s+(?:to\s+)?|ref\.?\s+)?(?:ecf|dkts?|docket|docs?)\b\.?\s*"
    r"(?:entr(?:y|ies)\b:?)?\s*(?:nos?\b\.?)?\s*"
    r"\d{1,5}(?:-\d{1,2})?\b(?![-:–]?\w))",
    re.IGNORECASE,
    accepts=[
        "Re: Dkt. No. 7",
        "[ECF No. 38]",
        "Re: ECF Nos. 63 & 64",
        "(Dkt. 12)",
        "(Docs. 12, 14)",
    ],
    refuses=[
        "Response to",
        "REPORT AND",
        "Docket No. 08-6301-cv",  # a docket number
    ],
    by="match",
)

# How an order's first sentence begins.
FIRST_WORDS = Pattern(
    r"""
    (?:(?:presently|currently|now|pending)\s+){0,2}before\s+(?:the|this)\s+court\s(?!of\s)
    | (?:the|this)\s+(?:above-captioned\s+)?(?:matter|cause|case|action)\s
      (?:is|was|comes|came|arises|having)\s
    | (?:plaintiff|defendant|petitioner|respondent)s?\s (?:[\w.,&’'-]{1,20}\s){0,6}?
      (?:moves?|filed|seeks?|brings?|brought|has|have)\s
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Before the Court is Defendant Quill’s Motion",
        "THIS MATTER is before the Court on",
        "Pending before the Court are",
        "Plaintiff Roe moves for Summary Judgment",
    ],
    refuses=[
        "Before: ROE and POE",
        "Before the Court of Common Pleas",
        "This is a capital case",
        "Plaintiff, v.",
        "IN THE MATTER OF",
    ],
    by="match",
)

_TITLE_ADJECTIVES = (
    r"\[?(?:proposed|amended|corrected|second|third|redacted|sealed|tentative|final|joint"
    r"|ex\s+parte|published|unpublished|interim|consent|partial|default|initial|civil)\]?\s+"
)
TITLE = Pattern(
    rf"""
    (?:{_TITLE_ADJECTIVES}){{0,3}}
    (?: order | memorandum | opinion | judge?ment | decision | report\s+(?:and|&) | findings
      | stipulat\w{{2,8}} | scheduling | protective | standing | minutes? | ruling | decree
      | injunction | temporary\s+restraining | preliminary\s+injunction | pretrial
      | case\s+management | notice | \[?in\s+chambers | suggestion | certificate | mandate
      | magistrate\s+judge['’]s | court['’]s | motion | complaint
      | (?:plaintiff|defendant|the) \b [\w\s'’]{{0,30}} \b (?:motion|order) )
    \b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "ORDER DENYING MOTION",
        "[PROPOSED] ORDER",
        "MEMORANDUM",
        "OPINION",
        "FINDINGS OF FACT",
        "PLAINTIFF'S MOTION TO COMPEL",
        "JUDGMENT",
    ],
    refuses=["Ordered", "JANE ROE", "Case No. 5"],
    by="match",
)

NOTICE = Pattern(
    r"\(?\s*(?:not\s+)?(?:for\s+publication|argued|decided|submitted|slip\s+opinion|unpublished"
    r"|published|wo\s*$|consolidated\s+with|\w+\s+term|filed\s*:?\s+\w+\s+\d)\b.*",
    re.IGNORECASE,
    accepts=["FOR PUBLICATION", "Argued … Decided …", "Consolidated with", "Submitted on briefs"],
    refuses=["Before the Court is", "Filed Security Company"],
    by="fullmatch",
)
# What stands below an appellate caption: where the case came from.
ORIGIN = Pattern(
    r"(?:on\s+)?(?:appeals?\s+from|petitions?\s+for|(?:on\s+)?writ\s+of|certiorari\s+to)\b",
    re.IGNORECASE,
    accepts=[
        "Appeal from the United States District Court",
        "On Petition for Review",
        "Certiorari to the Court of Appeals",
    ],
    refuses=["Appellant’s brief", "The appeal from the judgment"],
    by="match",
)
# The labels of a minute order's form (C.D. Cal. CV-90).
MINUTES = Pattern(
    r"(?:civil|criminal|bankruptcy)\s+minutes\b",
    re.IGNORECASE,
    accepts=["CIVIL MINUTES – GENERAL", "CRIMINAL MINUTES", "Bankruptcy Minutes"],
    refuses=["Minutes of the board meeting", "the civil minute order"],
)
MINUTES_TITLE = Pattern(
    r"title\s*(?::\s*|\s{2,})\S",
    re.IGNORECASE,
    accepts=["Title: Roe v. Doe", "Title   ROE V. DOE"],
    refuses=["Title VII", "Title 28 of the Code"],
    by="match",
)
MINUTES_PRESENT = Pattern(
    r"present\s*:",
    re.IGNORECASE,
    accepts=["Present: The Honorable Jane Roe", "PRESENT : Judge Roe"],
    refuses=["Present at the hearing"],
    by="match",
)
PROCEEDINGS = Pattern(
    r"proceedings\s*(?::|\(in\s+chambers\)\s*:?)",
    re.IGNORECASE,
    accepts=["Proceedings:  [In Chambers] Order", "PROCEEDINGS (IN CHAMBERS): ORDER"],
    refuses=["Proceedings in the district court", "The proceedings: a summary"],
    by="match",
)
MARKS = "*†‡0123456789 "


def is_title(line: Line) -> bool:
    """Return whether a line begins a printed title: with a title's word, in capitals or bold."""
    content = line.content.strip(MARKS)
    if not TITLE.match(content):
        return False
    return content.isupper() or line.heading_level > 0 or is_bold(line)


def is_bold(line: Line) -> bool:
    """Return whether any part of a line is bold."""
    return any(span.style is Style.BOLD for span in line.styles)


def is_role(content: str) -> bool:
    """Return whether a cell is a party's role or the "v." between the sides."""
    return bool(ROLE.fullmatch(content) or VERSUS.fullmatch(content))


def ends_with_role(content: str) -> bool:
    """Return whether a name and its role share a line: "Eric H. HOLDER, Jr., Respondent."."""
    _, comma, last = content.rstrip(" .,;:").rpartition(",")
    return bool(comma) and ROLE.fullmatch(last.strip()) is not None
