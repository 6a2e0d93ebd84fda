"""Where in an order rulings stand: headings, commands, leads to lists, ends of sections."""

import re

from build_scripts.text.pattern import Pattern

CONCLUSION_HEADING = Pattern(
    r"""
    ^\W*(?:(?:[IVX]{1,5}|\d{1,2}|[A-Z])\.)?\s*
    (?:conclusions?|order|disposition|decision|relief|summary\s+and\s+conclusion|recommendation)\W*$
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["CONCLUSION", "IV. CONCLUSION", "ORDER", "V. Disposition"],
    refuses=["Order of Proof"],
    by="match",
)
INTRODUCTION_HEADING = Pattern(
    r"introduction|overview|summary|^\W*(?:order|opinion|memorandum)\W*$",
    re.IGNORECASE,
    accepts=["I. INTRODUCTION", "Summary of Decision", "OPINION"],
    refuses=["BACKGROUND", "ORDER OF PROOF"],
)
# Where a separate opinion begins: what it would do decides nothing.
SEPARATE_OPINION = Pattern(
    r"""
    ^\W*(?:(?:Chief\s+)?(?:Judge|Justice)\s+)? [A-Z][\w.'’-]{1,30}
    (?:[ ,]+[\w.'’-]{1,20}){0,6}? ,?\s*\(?(?:concurring|dissenting)\b
    | ^\W*(?i:concurring|dissenting)(?:\s+(?i:and\s+dissenting))?\s+(?i:opinion|statement)\b
    """,
    re.VERBOSE,
    accepts=[
        "POE, Circuit Judge, concurring in part and dissenting in part:",
        "Justice Roe, dissenting.",
        "ROE, J. (dissenting).",  # New York, Connecticut
        "DISSENTING OPINION BY ROE, J.:",  # Pennsylvania
    ],
    refuses=["Judge Roe concurred in the judgment"],
    by="match",
)
# Items of an order read as quotations because they are set in.
ITEM = Pattern(
    r"^\W{0,2}(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?:\s|(?=[A-Z]{3}))",
    accepts=["1. The motion is DENIED", "(1)GRANTS the motion"],
    refuses=["The motion is DENIED", "2021. The motion", "Roe) moves"],
    by="match",
)
# The court's command: what follows it decides wherever it stands.
COMMAND = Pattern(
    r"""
    \bit\s+is,?\s+(?:(?:hereby|therefore|accordingly|further|also|now|so),?\s+){0,4}
        (?:ordered|adjudged|decreed|recommended)\b
    | \b(?-i:ORDERED|O[ ]R[ ]D[ ]E[ ]R[ ]E[ ]D|ADJUDGED|DECREED|RECOMMENDED|RECOMMENDS)\b
    | \b(?:the\s+)?court\s+(?:hereby\s+)?(?:orders|rules)\b | ^\W*ordered\b
    """,
    re.VERBOSE | re.IGNORECASE,
    needs=["ordered", "o r d e r e d", "adjudged", "decreed", "recommend", "court"],
    accepts=[
        "IT IS HEREBY ORDERED that",
        "it is, therefore, ordered",
        "the Court ORDERS",
        "ORDERED:",
    ],
    refuses=["the court ordered briefs", "the order"],
)
# What leads to items: "the Court:", "IT IS ORDERED that:", "rules as follows:".
LEADS = Pattern(
    r"(?::|\bthat|\bcourt|\bordered|\bfollows|\bhereby)[\s:,.—–-]{0,4}$",
    re.IGNORECASE,
    accepts=["the Court:", "IT IS ORDERED that", "as follows.", "the Court hereby"],
    refuses=["The motion is denied."],
)
FOLLOWING = Pattern(
    r"\bfollowing\b[^.;:]{0,80}\b(?:is|are)\s+(?:hereby\s+)?"
    r"(?P<verb>granted|denied|moot|stricken|overruled|sustained)\b[^.;:]{0,80}:\s*$",
    re.IGNORECASE,
    accepts=["the following papers are STRICKEN by the Court of its own accord:"],
    refuses=["the following motions are pending:"],
)
LED = Pattern(
    r"\b(?:court|ordered|orders?|rules|hereby|recommends?|recommended|we|conclusion|rulings?)\b",
    re.IGNORECASE,
    accepts=["For these reasons, the Court", "IT IS ORDERED", "rules as follows"],
    refuses=["The parties agree that"],
)
# A line that says no more than an outcome: "GRANTED.", "Denied as moot."
BARE = Pattern(
    r"""
    ^\W*(?:ruling:?\s*)?(?:granted|denied|overruled|sustained|moot|withdrawn|deferred|reserved|allowed
      |dismissed|taken\s+under\s+advisement)\b[^.;]{0,60}[.;]?\W*$
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["GRANTED.", "Denied as moot.", "Ruling: SUSTAINED in part."],
    refuses=[
        "Granted that the record is thin, the claim still fails for want of any proof of it at all"
    ],
    by="match",
)
# Orders that a semicolon parts are sentences of their own.
BETWEEN_ORDERS = Pattern(
    r";(?=\s+(?:and\s+)?(?:it\s+is\s+|FURTHER\s+|is\s+)?(?:further\s+|hereby\s+|also\s+)*(?-i:ORDERED))",
    re.IGNORECASE,
    accepts=["is DENIED; it is FURTHER ORDERED that", "; and it is hereby ORDERED"],
    refuses=["is DENIED; the motion"],
)
CUT = Pattern(
    r"[a-z,’'][)\]]?$",
    accepts=["the Motion for Summary", "Accordingly, it is", "as to the claims,"],
    refuses=["is DENIED.", "as follows:", "JANE ROE"],
)
NAMES_MOTION = Pattern(
    r"\b(?:motion|application|petition|request|objection|stipulation|demurrer|no\.\s*\d{1,2})\b",
    re.IGNORECASE,
    accepts=["Motion in limine no. 3:", "Objection to exhibit 4"],
    refuses=["The motions"],
)
# A section that ends in its ruling.
SECTION_ENDING = Pattern(
    r"^\W*(?:accordingly|therefore|thus|consequently|for\s+(?:the|these|all)\s+\w*\s*reasons)\b"
    r"|\bcourt\s+(?:therefore|thus|accordingly)\s+(?:will\s+)?(?:grant|den)",
    re.IGNORECASE,
    needs=["accordingly", "therefore", "thus", "consequently", "reasons"],
    accepts=[
        "The Court therefore will grant summary judgment",
        "Accordingly, the motion is denied",
    ],
    refuses=["The Court will grant leave only where …"],
)
SECTION_END = Pattern(
    r"\b(?:court|we|hereby|therefore|will\s+be)\b",
    re.IGNORECASE,
    accepts=["The Court denies the motion", "the motion will be denied"],
    refuses=["In the first case the motion is granted"],
)
BEFORE_COURT = Pattern(
    r"\bbefore\s+(?:the|this)\s+court\b|\bcomes?\s+before\b|\bpending\s+before\b",
    re.IGNORECASE,
    accepts=["Before the Court is a motion.", "This matter comes before"],
    refuses=["Before: ROE and POE, Circuit Judges."],
)
REPORTS = Pattern(
    r"\brecommend",
    re.IGNORECASE,
    accepts=["REPORT AND RECOMMENDATION", "FINDINGS AND RECOMMENDATIONS"],
    refuses=["REPORT OF THE TRUSTEE"],
)
ADOPTS = Pattern(
    r"\b(?:adopt|accept|approv|reject|on\s+the\s+report|on\s+report|overrul)",
    re.IGNORECASE,
    accepts=["ORDER ADOPTING REPORT AND RECOMMENDATION"],
    refuses=["REPORT AND RECOMMENDATION"],
)
