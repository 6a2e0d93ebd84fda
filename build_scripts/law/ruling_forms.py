"""Printed forms of rulings beside a motion and its verb: titles, closing words, stipulations."""

import re

from build_scripts.text.pattern import Pattern

TITLE_VERB = Pattern(
    r"\b(?P<verb>granting|denying|deferring|staying|dismissing|remanding|transferring|affirming"
    r"|reversing|vacating|overruling|sustaining|approving|allowing|adopting)\b",
    re.IGNORECASE,
    accepts=["GRANTING", "Denying in Part", "Order Remanding Case"],
    refuses=["MOTION TO DISMISS"],
)
# A title that names the outcome by its noun.
TITLE_NOUN = Pattern(
    r"""
    \b(?:order|suggestion|judgment)\s+of\s+(?P<noun>remand|transfer|dismissal)\b
    | \b(?P<before>remand|transfer|dismissal)\s+order\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["SUGGESTION OF REMAND AND TRANSFER ORDER", "ORDER OF DISMISSAL", "REMAND ORDER"],
    refuses=["ORDER RE MOTION TO REMAND", "ORDER TO SHOW CAUSE RE DISMISSAL"],
)
# The case as a title names it.
TITLE_CASE = Pattern(
    r"^\W*(?:(?:plaintiff[’']?s?|the|this|amended|first|second)\s+){0,3}"
    r"(?P<thing>complaint|action|case|petition|appeal)\b",
    re.IGNORECASE,
    accepts=[" COMPLAINT WITH LEAVE TO AMEND", " Action to State Court"],
    refuses=[" Motion"],
    by="match",
)
NO_OBJECT = Pattern(
    r"\b(?:in\s+part|and)\b|[&,;/]",
    re.IGNORECASE,
    accepts=[" IN PART AND ", " & "],
    refuses=[" MOTION TO DISMISS", " PARTIAL "],
)
BARE_OUTCOME = Pattern(
    r"""
    ^\W*(?:(?:judgment|order|decision|decree|conviction|sentence|appeal|award|ruling)s?\s
       (?:is\s|are\s)?)?
    (?:(?:affirmed|modified|reversed|vacated|remanded|dismissed)
    (?:\s+in\s+part)?(?:\s+with\s+instructions)?[\s,;.]{0,3}(?:and\s+)?){1,4}
    (?:for\s+(?:further\s+)?proceedings\b[\w\s]{0,60}|to\s+the\s+(?:district|trial)\s+court)?
    [\d*]{0,3}\W*$
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "AFFIRMED.",
        "REVERSED AND REMANDED.",
        "AFFIRMED in part; VACATED in part.",
        "AFFIRMED.13",  # a footnote mark glued on
        "Judgment affirmed.",
        "MODIFIED AND AFFIRMED.",
        (
            "Affirmed in part, reversed in part, and remanded for further proceedings "
            "consistent with this opinion."
        ),
    ],
    refuses=["Affirmed by the Supreme Court in 1999."],
    by="match",
)
STIPULATED = Pattern(
    r"\bstipulat(?:ed|ion)\b",
    re.IGNORECASE,
    accepts=["STIPULATED PROTECTIVE ORDER", "Stipulation and Order"],
    refuses=["PROTECTIVE ORDER", "The parties stipulate"],
)
ASKED_OF_PARTIES = Pattern(
    r"\b(?:directing|requiring|to\s+submit|to\s+file|to\s+show|denying|rejecting|regarding)\b",
    re.IGNORECASE,
    accepts=["ORDER DIRECTING PARTIES TO SUBMIT STIPULATED REDACTIONS"],
    refuses=["STIPULATED PROTECTIVE ORDER"],
)
ASKS_LEAVE = Pattern(
    r"\bexten|\bcontinu|\btime\b|\bleave\b",
    re.IGNORECASE,
    accepts=["STIPULATION AND ORDER EXTENDING TIME", "Stipulation to Continue Hearing"],
    refuses=["STIPULATION AND ORDER OF DISMISSAL", "Sometimes"],
)
PURSUANT = Pattern(
    r"\bpursuant\s+to\s+(?:the\s+)?(?:[\w’']+\s+){0,3}stipulation,?\s+it\s+is\s+(?:hereby\s+)?(?:so\s+)?ordered",
    re.IGNORECASE,
    accepts=[
        "PURSUANT TO STIPULATION, IT IS SO ORDERED.",
        "Pursuant to the parties’ stipulation, it is ordered",
    ],
    refuses=["pursuant to the stipulation of the parties"],
)
SO_ORDERED = Pattern(
    r"\bso\s+ordered\b|\bis\s+hereby\s+ordered\b",
    re.IGNORECASE,
    accepts=["IT IS SO ORDERED.", "It is hereby ordered that"],
    refuses=["The Court so orders.", "the disordered record"],
)
REST = Pattern(
    r"\b(?:in\s+all\s+other\s+respects|is\s+otherwise|are\s+otherwise|the\s+remainder\s+of"
    r"|to\s+the\s+extent\s+not\s+granted)\b",
    re.IGNORECASE,
    accepts=["In all other respects, the motion is denied.", "The motion is otherwise DENIED."],
    refuses=["The motion is denied."],
)
# What only a court above can decide.
APPEALED = Pattern(
    r"^\W*(?:the\s+|this\s+|[’']s\s+)?(?:appeals?|protests?|exceptions?|judgments?|convictions?)\b",
    re.IGNORECASE,
    accepts=["the appeal", "exceptions"],
    refuses=["complaint", "case"],
    by="match",
)
# D. Colorado's minutes: "[76] Defendant Acme's Motion".
NUMBER_BEFORE = Pattern(
    r"\[(?P<number>\d{1,4})\]\s{1,3}(?:[A-Z][\w.,’'&-]{0,30}\s{1,3}){0,9}$",
    accepts=["ORDERED: [76] Defendant Acme Corp.’s "],
    refuses=["[76] is the motion of "],
)
# A judgment that an opinion orders without deciding a motion.
JUDGMENT_FOR = Pattern(
    r"""
    \b(?:judgment|decision|decree)s?\s+(?:accordingly\s+)?
    (?:(?:will|shall|is|are|to|may|be|hereby|therefore)\s+){1,4}(?:rendered|enter(?:ed)?)\b
    | \b(?:enter|direct)(?:s|ed)?\s+(?:\w+\s+)?(?:judgment|decree)\b
    | ^\W*(?:judgment|decree|findings)\s+for\b
    | \b(?:is|are)\s+entitled\s+to\s+(?:a\s+)?(?:judgment|decree)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Decision will be entered for the respondent.",
        "Judgment for the plaintiff.",
        "Let judgment be entered",
        "The plaintiff is entitled to a decree.",
    ],
    refuses=["The judgment was entered in May", "moves for entry of judgment"],
)
# Relief that a court says will come.
ISSUES = Pattern(
    r"""
    \b(?:entitled\s+to|issues?|grants?)\s+(?:a|the|its|this)\s+
        (?P<relief>(?:preliminary|permanent)\s+injunction|temporary\s+restraining\s+order|writ\s+of\s\w+\s\w+)
    | \b(?P<issued>(?:preliminary|permanent)\s+injunction|temporary\s+restraining\s+order
        |writ\s+of\s\w+(?:\s\w+)?)\s+(?:shall|will)\s+(?:therefore\s+)?issue\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "The plaintiffs are entitled to a preliminary injunction",
        "A writ of habeas corpus shall issue",
    ],
    refuses=["the standard for a preliminary injunction"],
)
APPROVES = Pattern(
    r"\b(?:court\s+(?:hereby\s+)?(?:approves|authorizes|directs\s+the\s+unsealing\s+of)"
    r"|(?:is|are|be)\s+(?:hereby\s+)?(?:approved|authorized))\b",
    re.IGNORECASE,
    accepts=["The Court hereby approves the selection", "the sale is hereby authorized"],
    refuses=["an authorized sale", "the court approved"],
)
ADOPTED = Pattern(
    r"""
    \b(?:adopt|accept|approv|affirm|confirm)(?:s|es|ed|ing)?\b[^.;]{0,160}
        \b(?:recommendations?|r\s?&\s?r|findings|report)\b
    | \b(?:recommendations?|r\s?&\s?r|findings|report)\b[^.;]{0,160}
        \b(?:is|are|be)\s+(?:\w+,?\s+){0,4}(?:adopted|accepted|approved|affirmed)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "The Court ADOPTS the Report and Recommendation",
        "the findings and recommendations are adopted in full",
    ],
    refuses=["The report recommends", "objections to the report"],
)
HISTORY = Pattern(
    r"\b(?:adopted|accepted)\s+(?:\w+\s+)?(?:by|on)\b|\bhad\b|\bwhether\s+to\b|\bmay\b",
    re.IGNORECASE,
    accepts=["whether to adopt the report", "the judge may accept the report"],
    refuses=["The Court ADOPTS the report"],
)
RECOMMENDING = Pattern(
    r"\brecommend",
    re.IGNORECASE,
    accepts=["recommended that the motion be granted"],
    refuses=["the motion is granted"],
)
# What brings an application before the court that the order's commands grant.
UPON = Pattern(
    r"""
    \b(?:upon|on|pursuant\s+to|considered|considering|reviewed|application\s+of|petition\s+of|motion\s+of
      |before\s+(?:the|this)\s+court|presented|heard|filed)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["Upon the application of", "having come before the Court pursuant to an application"],
    refuses=["The applicant is a bank"],
)
GRANTS_BY_COMMAND = Pattern(
    r"""
    \b(?-i:ORDERED|ORDERS|ADJUDGED|DECREED)\b | \bit\s+is\s+(?:\w+\s+){0,2}ordered\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["IT IS ORDERED that Acme turn over the records"],
    refuses=["the court ordered a hearing"],
)
# Papers that nobody opposes.
ASKED_ALONE = Pattern(
    r"\b(?:application|petition|stipulation|ex\s+parte|unopposed|joint|agreed|consent|request)",
    re.IGNORECASE,
    accepts=["application under title 18", "unopposed motion to extend"],
    refuses=["motion to compel"],
)
ASKS_FIRST = Pattern(
    r"""
    \bshow\s+cause\b
    | \b(?:shall|must|to)\s+(?:\w+\s+){0,3}
        (?:file|serve|respond|submit|brief|appear|meet|confer|answer|supplement|reply)\b
    | \b(?:not|nor|denied|hearing|conference|trial|remains?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["ORDERED to show cause", "shall file a response", "remain under seal"],
    refuses=["ORDERED that Acme turn over the records"],
)
