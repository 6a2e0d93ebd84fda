"""The kinds of decisions, by what their titles and texts print."""

import re

from build_scripts.model.description import OrderType
from build_scripts.text.pattern import Pattern

# Tried in this order: the narrower kind first.
_BY_TITLE: tuple[tuple[Pattern[str], OrderType], ...] = (
    (
        Pattern(
            r"^(?!.*\b(?:adopt|accept|approv|overrul|reject|affirm|modif)\w*).*"
            r"(?:report\s+(?:and|&)\s+recommendation|findings(?:,\s+\w+)?,?\s+and\s+recommendation)",
            re.IGNORECASE,
            accepts=["REPORT AND RECOMMENDATION", "FINDINGS AND RECOMMENDATIONS TO DISMISS"],
            refuses=[
                "ORDER ADOPTING REPORT AND RECOMMENDATION",  # the district judge's on such a report
                "REPORT",
            ],
        ),
        OrderType.REPORT_AND_RECOMMENDATION,
    ),
    (
        Pattern(
            r"\bcivil\s+minutes|\bminute\s+(?:order|entry)|\bminutes\b|in\s+chambers",
            re.IGNORECASE,
            accepts=["[IN CHAMBERS] ORDER DENYING MOTION", "MINUTE ENTRY"],
            refuses=["ORDER DENYING MOTION", "FIFTEEN-MINUTE LIMIT"],
        ),
        OrderType.MINUTE_ORDER,
    ),
    (
        Pattern(
            r"\bstanding\s+order",
            re.IGNORECASE,
            accepts=["STANDING ORDER FOR CIVIL CASES"],
            refuses=["ORDER DISMISSING FOR LACK OF STANDING"],
        ),
        OrderType.STANDING_ORDER,
    ),
    (
        Pattern(
            r"^(?!.*\bdenying)\W*+(?:(?:proposed|joint|amended|revised|agreed|second"
            r"|third|first|parties[’']|final)\W+){0,4}(?:stipulat(?:ion|ed)\b"
            r"|order\s+(?:\w+\s+){0,3}?(?:stipulation\b|stipulated\s+(?:request|motion|protective)))",
            re.IGNORECASE,
            accepts=[
                "STIPULATED PROTECTIVE ORDER",
                "JOINT STIPULATION AND [PROPOSED] ORDER",
                "ORDER GRANTING STIPULATION",
            ],
            refuses=[
                "STIPULATION AND ORDER DENYING EXTENSION",
                "ORDER DIRECTING PARTIES TO SUBMIT STIPULATED REDACTIONS",
            ],
        ),
        OrderType.STIPULATED_ORDER,
    ),
    (
        Pattern(
            r"\bschedul(?:ing|e)\b|case\s+management\s+(?:and\s+\w+\s+)?(?:order|conference)"
            r"|pretrial\s+order|order\s+setting\b",
            re.IGNORECASE,
            accepts=[
                "SCHEDULING ORDER",
                "CASE MANAGEMENT AND PRETRIAL ORDER",
                "ORDER SETTING TRIAL",
            ],
            refuses=["ORDER SETTLING ACCOUNTS", "PRETRIAL MEMORANDUM"],
        ),
        OrderType.SCHEDULING_ORDER,
    ),
    (
        Pattern(
            r"^\W*errat(?:a|um)\b",
            re.IGNORECASE,
            accepts=["ERRATA"],
            refuses=["ORDER CORRECTING ERRATA"],
        ),
        OrderType.OTHER,
    ),
    (
        Pattern(
            r"\border\b",
            re.IGNORECASE,
            accepts=["OPINION AND ORDER"],
            refuses=["MEMORANDUM OPINION", "BORDER SEARCH OPINION"],
        ),
        OrderType.ORDER,
    ),
    (
        Pattern(
            r"\bopinion\b",
            re.IGNORECASE,
            accepts=["MEMORANDUM OPINION"],
            refuses=["MEMORANDUM", "OPINIONS BELOW"],
        ),
        OrderType.OPINION,
    ),
    (
        Pattern(
            r"\bmemorandum\b",
            re.IGNORECASE,
            accepts=["MEMORANDUM*"],
            refuses=["MEMORANDA"],
        ),
        OrderType.MEMORANDUM,
    ),
    (
        Pattern(
            r"\bjudge?ment\b|\bdecree\b",
            re.IGNORECASE,
            accepts=["FINAL JUDGMENT", "CONSENT DECREE"],
            refuses=["DEGREE"],
        ),
        OrderType.JUDGMENT,
    ),
    (
        Pattern(
            r"\bruling\b|\bdecision\b",
            re.IGNORECASE,
            accepts=["RULING ON MOTION TO COMPEL", "DECISION"],
            refuses=["OVERRULING"],
        ),
        OrderType.ORDER,
    ),
)
MINUTES_FORM = Pattern(
    r"^\W*(?:civil|criminal)\s+minutes\b",
    re.IGNORECASE,
    accepts=["CIVIL MINUTES – GENERAL", "CRIMINAL MINUTES"],
    refuses=["MINUTE ORDER", "the civil minutes"],
    by="match",
)
OPINION_LINE = Pattern(
    r"""
    ^\W*(?:
        opinion\s+(?:for|by|of)\b | per\s+curiam\b
      | [\w.'’ ]{2,40},\s+
        (?:(?:senior|chief|united\s+states|circuit|district|associate|presiding)\s+){0,3}
        (?:judge|justice|j\.|c\.?\s?j\.)\W{0,3}(?:$|\s)
      | (?:mr\.\s+)?(?:chief\s+)?justice\b.{0,90}delivered\b
      | (?-i:[A-Z][a-zA-Z’'-]{2,20},?\s(?:C\.\s?|P\.\s?|V\.\s?C\.\s?)?J)\.?\W*$
    )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "LOE, Circuit Judge:",
        "PER CURIAM.",
        "Opinion for the Court filed by Chief Judge Poe",
        "Mr. Justice ROE delivered the opinion",
        "BOWER, J.:",
        "Hollis J.",
    ],
    refuses=["Order of the Court"],
    by="match",
)


DECISION = Pattern(
    r"\W*(?:final\s+)?(?:decision|ruling)s?\W*(?:on\b.*)?",
    re.IGNORECASE,
    accepts=["DECISION", "RULING ON MOTION"],
    refuses=["DECISION AND ORDER"],
    by="fullmatch",
)
# What a paper says in its text, where its title is silent.
BODY_SIGNS: tuple[tuple[Pattern[str], OrderType, str], ...] = (
    (
        Pattern(
            r"\bit\s+is\s+(?:\w+,?\s+){0,3}ordered\b|\bso\s+ordered\b|(?m:^\W*ordered\s+that\b)"
            r"|(?-i:\b(?:hereby|therefore)\s+ORDERED\b)|\b(?:passes|enters)\s+the\s+following\s+order\b",
            re.IGNORECASE,
            accepts=["IT IS HEREBY ORDERED", "SO ORDERED", "ORDERED that the motion is denied"],
            refuses=["the court ordered that", "ordering"],
        ),
        OrderType.ORDER,
        "it orders",
    ),
    (
        Pattern(
            r"\b(?:I|the\s+undersigned|this\s+court)\s+(?:\w+\s+){0,2}recommends?\s+that\b"
            r"|\bit\s+is\s+(?:\w+\s+){0,2}recommended\b",
            re.IGNORECASE,
            needs=["recommend"],
            accepts=["the undersigned respectfully recommends that", "IT IS HEREBY RECOMMENDED"],
            refuses=["counsel recommends that", "the recommended sentence"],
        ),
        OrderType.REPORT_AND_RECOMMENDATION,
        "it recommends",
    ),
    (
        Pattern(
            r"\b(?:hereby\s+)?stipulate(?:d)?\s+and\s+agree(?:d)?\b|\bstipulated\s+by\s+and\s+between",
            re.IGNORECASE,
            needs=["stipulate"],
            accepts=["the parties stipulate and agree", "HEREBY STIPULATED AND AGREED"],
            refuses=["they agree and stipulate"],
        ),
        OrderType.STIPULATED_ORDER,
        "the parties stipulate",
    ),
    (
        Pattern(
            r"\b(?:judge?ments?|orders?|decisions?|decrees?)\s+(?:is\s+)?(?:affirmed|reversed|vacated)\b"
            r"|\bwe\s+(?:therefore\s+|accordingly\s+)?(?:affirm|reverse|vacate)\b"
            r"|(?m:^\W*(?:affirmed|reversed|vacated)(?:\s+and\s+\w+)?\W*$)",
            re.IGNORECASE,
            needs=["affirm", "revers", "vacat"],
            accepts=["Judgment affirmed.", "AFFIRMED.", "the order is reversed"],
            refuses=["we affirmed the rule"],
        ),
        OrderType.OPINION,
        "it affirms or reverses",
    ),
    (
        Pattern(
            r"\A\W*(?:order|judgment|decree),?\s+(?:\([^)]{0,80}\),?\s+)?(?:of\s+the\s+)?(?:supreme|family"
            r"|surrogate|county|civil|criminal)(?:[’']s)?\s+court\b",
            re.IGNORECASE,
            accepts=["Order, Supreme Court, New York County (Roe, J.)"],
            refuses=["The order of the Supreme Court"],
        ),
        OrderType.ORDER,
        "it begins with the order reviewed",  # New York's Appellate Division, First Department
    ),
    (
        Pattern(
            r"\A.{0,900}\n\W*(?:(?:motion|application|leave|petition|appeal)\b.{0,60}\s)?(?:denied|granted"
            r"|dismissed)\b.{0,600}\Z",
            re.IGNORECASE | re.DOTALL,
            accepts=["Roe v. Doe\n\nDenied.", "Roe v. Doe\n\nMotion for leave to appeal denied."],
            refuses=["Roe v. Doe\n\nThe motion is denied."],
        ),
        OrderType.ORDER,
        "it decides in a word",
    ),
    (
        Pattern(
            r"\b(?:un)?published\s+(?:per\s+curiam\s+)?opinion\b|(?-i:\bPER\s+CURIAM\b)",
            re.IGNORECASE,
            needs=["published", "per curiam"],
            accepts=["Affirmed by unpublished PER CURIAM opinion.", "PER CURIAM:"],
            refuses=["per curiam", "the opinion was published"],
        ),
        OrderType.OPINION,
        "by the whole court",
    ),
    (
        Pattern(
            r"(?:^|[.:]\s)[A-Z][A-Z’'-]{2,20}(?:,\sJr\.)?,\s(?:(?:Chief|Senior|Circuit|District|Presiding"
            r"|Associate|Magistrate|United\sStates)\s){0,3}(?:Judge|Justice|[CP]?\.?\s?J)\b[.:]",
            accepts=["for defendants. ROE, Chief Judge. On this appeal", "POE, J.: We affirm"],
            refuses=["Jane Roe, District Judge"],
        ),
        OrderType.OPINION,
        "a byline within a line",
    ),
    (
        Pattern(
            r"^\W*(?:memorandum\s+)?opinion\b",
            re.IGNORECASE | re.MULTILINE,
            accepts=["OPINION", "Memorandum Opinion by Roe"],
            refuses=["the opinion"],
        ),
        OrderType.OPINION,
        'a line begins with "opinion"',
    ),
    (
        Pattern(
            r"\b(?:court\s+reporter|courtroom\s+(?:deputy|manager|clerk)|deputy\s+clerk|court\s+action"
            r"|(?-i:REPORTER)|appearances?)\s*:"
            r"|^\W*(?:minute\s+(?:entry|order)|in\s+court\s+hearing)\b",
            re.IGNORECASE | re.MULTILINE,
            needs=[
                "reporter",
                "courtroom",
                "deputy clerk",
                "court action",
                "appearance",
                "minute",
                "court hearing",
            ],
            accepts=["Court Reporter: None", "MINUTE ENTRY for proceedings"],
            refuses=["the court reporter said"],
        ),
        OrderType.MINUTE_ORDER,
        "a hearing's form",
    ),
)


def classify_title(title: str) -> OrderType | None:
    """The kind that a printed title names, else None."""
    return next((kind for pattern, kind in _BY_TITLE if pattern.search(title)), None)
