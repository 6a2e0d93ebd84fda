"""How papers print who decides: signatures, bylines, panels, votes, minutes.

Used by what finds judges; a pattern says how a line looks, never where it may stand.
"""

import re

from build_scripts.law.judges import OFFICE
from build_scripts.text.name_case import GENERATION_END
from build_scripts.text.pattern import Pattern

_FLAGS = re.VERBOSE | re.IGNORECASE
_NAME = rf"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){{0,5}}?{GENERATION_END}"
OFFICE_LINE = Pattern(
    rf"^\W*(?:hon\.\s+)?(?:as\s+)?(?P<office>{OFFICE})(?:,?\s+presiding)?"
    r"(?:(?:\s*,|\s+(?:of|for|in))\s[\w\s,.]{3,60})?\W*$",
    _FLAGS,
    accepts=[
        "JUDGE PRESIDING",
        "Justice, Superior Court",
        "United States Magistrate Judge",
        "HON. JUDGE",
        "Judge of the Superior Court",
    ],
    refuses=["Judge Roe denied the motion"],
    by="match",
)
# Who decides in agencies: read at an order's end alone, since parties hold such offices too.
AGENCY_OFFICE = Pattern(
    rf"^(?:.*/s/)?\W*(?:(?P<name>{_NAME})\s*,\s+)?"
    r"(?P<office>(?:(?:vice|acting|deputy|chief|associate)\s+)?"
    r"(?:chair(?:man|woman|person)?|commissioner|(?:hearing\s+|trial\s+)?examiner|arbitrator))\W*$",
    re.IGNORECASE,
    accepts=["Jane Roe, Commissioner", "Hearing Examiner", "Vice Chairman"],
    refuses=["Jane Roe, Commissioner of Social Security,", "the commissioner found"],
    by="match",
)
# The same as OCR and cut lines give it.
ODD_OFFICE = Pattern(
    r"^\W*(?:\w{2,8}\s){1,3}(?:States\s)?(?:District|Magistrate|Bankruptcy|Circuit)\s+Judg?e?\W{0,6}$",
    re.IGNORECASE,
    accepts=["fed States Magistrate Judge ,.", "United States District Judg"],
    refuses=["District Judge Roe", "the Magistrate Judge found"],
    by="match",
)
NAME_AND_OFFICE = Pattern(
    rf"""
    ^(?:.*/s/)?\W*(?P<name>{_NAME})\s*(?:,|\s[-–—])?\s+
    (?P<office>{OFFICE})(?:[\s,]+(?:of|for|in)\s[\w\s,.]{{3,60}}|\s+\d[\w\s.,]{{5,90}})?\W*$
    """,
    _FLAGS,
    accepts=[
        "BRIAN M. ROE, UNITED STATES DISTRICT JUDGE",
        "/s/ Jane Roe U.S. Magistrate Judge",
        "Jane Roe, Referee 1 Main Street Townville",
    ],
    refuses=["Jane Roe, Clerk of Court", "Judge Roe denied the motion"],
    by="match",
)
HONORED = Pattern(
    rf"""
    ^\W*(?:(?:by|signed)\s*:?\s+)?(?:
        (?:the\s+)?hon(?:orable|\.|\b)\s*:?\s*
      | (?P<before>(?:chief\s+|presiding\s+)?(?:judge|justice))\s+
      )
    (?P<name>{_NAME})
    (?:\s*,?\s+(?P<office>{OFFICE}))?(?:[\s,]+(?:of|for|in)\s[\w\s,.]{{3,60}})?\W*$
    """,
    _FLAGS,
    accepts=["THE HONORABLE JANE ROE", "Hon. Jane Roe, J.S.C.", "Judge Jane Roe"],
    refuses=["Judge", "the honorable court, having heard the motion"],
    by="match",
)
SIGNED = Pattern(
    r"^.{0,40}?(?:/s/|(?<![a-z])[Il1]?s/|\b(?:e-?|electronically\s+|digitally\s+)?signed(?:\s+by:?|:)\s)\W*"
    rf"(?P<name>[^\d,;:]{{5,45}}?{GENERATION_END})\W*$",
    re.IGNORECASE,
    accepts=["/s/ Jane Roe", "Is/Jane Roe", "Electronically signed by: Jane Roe"],
    refuses=["/s/", "and/or Jane Roe"],
    by="match",
)
ORDERED = Pattern(
    r"\b(?:so\s+ordered|by\s+the\s+court|ordered|entered|dated?|done|signed|adjudged)\b|\b\d{4}\W*$",
    re.IGNORECASE,
    accepts=["IT IS SO ORDERED.", "BY THE COURT:", "ENTERED this 3rd day", "May 3, 2019"],
    refuses=["Attorney for Plaintiff"],
)
COUNSEL = Pattern(
    r"\b(?:attorneys?|counsel|esq|llp|bar\s+no|for\s+(?:the\s+)?(?:plaintiff|defendant|petitioner"
    r"|respondent|appell|united\s+states)|clerk|deputy|assistant|approved\s+(?:by|as)"
    r"|submitted|law\s+office|consented|reporter|secretary)",
    re.IGNORECASE,
    accepts=["Attorney for Plaintiff", "Deputy Clerk", "Roe & Poe LLP"],
    refuses=["United States District Judge"],
)
COPIES = Pattern(
    r"^\W*(?:cc?\b|copies|copy|served|to:|original|distribution|x?c:|approved|prepared)",
    re.IGNORECASE,
    accepts=["Copies to: counsel of record", "cc: Clerk"],
    refuses=["Attorney for Plaintiff"],
    by="match",
)
# A signature that runs on behind the last paragraph.
RUN_ON = Pattern(
    rf"""
    (?:/s/\s*|\d{{4}}[.,]?\s+|(?-i:ORDERED)[.,]*\s+(?:/?s/?\s+)?|(?<!_)_{{3,}}+\s*|[Cc]ourt:\s+
      |(?-i:[A-Z][a-z]+),\s(?:(?:New|North|South|West|Rhode)\s)?(?-i:[A-Z][a-z]+)\s+)
    (?P<name>(?-i:[A-ZÀ-Þ])[\w.'’-]+(?:\s(?-i:[A-ZÀ-Þ])[\w.'’-]*){{1,4}}?{GENERATION_END})
    ,?\s+(?P<office>{OFFICE})\W{{0,4}}(?:[\w\s.,]{{0,60}})$
    """,
    _FLAGS,
    accepts=[
        "IT IS SO ORDERED. JANE Q. ROE United States District Judge",
        "Dated: May 3, 2019 Jane Roe, District Judge.",
        "Brooklyn, New York Jane Roe, Jr. U.S.D.J.",
    ],
    refuses=["on May 3, 2019 the Magistrate Judge", "Judge Roe ordered that Jane Poe pay"],
)
# Place, or date, and name on one line.
BEHIND_PLACE = Pattern(
    r"^.{0,40}(?:[a-z]{3},\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|\d{4}[_\s]*)\s+"
    r"(?P<name>[A-Z][A-Z.'’-]*(?:\s[A-Z][A-Z.'’-]*){1,4})$",
    accepts=["Wilmington, Delaware CORDELIA T. WINSLOW", "Dated: May 3, 2019     JANE Q. ROE"],
    refuses=["Wilmington, Delaware", "Wilmington, Delaware Cordelia Winslow"],
    by="match",
)
# Civil minutes, letterheads, captions and titles.
MINUTES = Pattern(
    rf"""
    (?:^|(?<!attorneys\s)\b)(?: present | before | presiding | judge
              | (?:ordered|order|entered|signed|entry)\s+(?:by|before) | proceedings?\s+before
              | chambers\s+of | (?:district|magistrate)\s+judge | assigned\s+judge )\s*:?\s*
    (?:the\s+)?(?:hon(?:orable|\.)|(?:(?:chief|senior|district|magistrate)\s+){{0,2}}judge\b
       |(?<=:\s)|(?<=judge\s)|(?<=of\s))\s*:?\s*
    (?P<name>(?-i:[A-ZÀ-Þ])[\w.'’-]*(?:\s(?-i:[A-ZÀ-Þ])[\w.'’-]*){{1,4}}?{GENERATION_END})
    (?:\s*,?\s*(?P<office>{OFFICE}))?(?=\s*[,;:|.(]|\s*$
       |\s(?:date|case|civil|criminal|action|time|deputy|court|courtroom|clerk|dept|part|justice|on|upon
             |granting|denying|re|this|the|it|order|minutes|reporter|interpreter|location|counsel
             |probation|law)\b)
    """,
    _FLAGS,
    accepts=[
        "ORDER by Judge Jane Roe granting 12 Motion",
        "MINUTE entry before the Honorable Jane Roe:",
        "Present: The Honorable JANE ROE, UNITED STATES DISTRICT JUDGE",
        "Judge: Jane Roe",
        "Chambers of Hon. Jane Roe",
        "MEMORANDUM OPINION JUDGE JANE Q. ROE",
        "Before the Honorable Jane Roe, District Judge",
    ],
    refuses=["Attorneys Present: Hon. Jane Roe", "the judge found that Jane Roe"],
)
HONORABLE = Pattern(
    rf"""
    \b(?:hon(?:orable\b|\.))\s*:?\s*
    (?P<name>(?-i:[A-ZÀ-Þ])[\w.'’-]*(?:\s(?-i:[A-ZÀ-Þ])[\w.'’-]*){{1,4}}?{GENERATION_END})
    (?:\s*,?\s*(?P<office>{OFFICE}))?(?=\s*[,;:|.(]|\s*$|\s(?:\d|v\b|order\b|case\b))
    """,
    _FLAGS,
    accepts=["Hon. Jane Roe", "HONORABLE JANE ROE, U.S.D.J."],
    refuses=["the honorable court", "Honoria Roe"],
)
BELOW = Pattern(
    r"(?<!court\sof\s)\b(?:appeals?|petition|review|certiorari|affirm|trial\s+court|circuit\s+court\s+of|(?:court|judge)\s+below|lower"
    r"|judge,\s+presiding|tribunal|referred\s+to|assigned\s+to|cc|copies)\b|\bfrom\s+(?:the|an?)\b",
    re.IGNORECASE,
    needs=[
        "appeal",
        "petition",
        "review",
        "certiorari",
        "affirm",
        "court",
        "below",
        "lower",
        "judge",
        "tribunal",
        "referred",
        "assigned",
        "cc",
        "copies",
        "from",
    ],
    accepts=[
        "Appeal from the Circuit Court of Roe County",
        "Jane Roe, District Judge, Presiding",
        "cc: Hon. Roe",
    ],
    refuses=["Hon. Jane Roe, District Judge"],
)
# Bylines.
BYLINE = Pattern(
    rf"""
    ^[\W\d]*(?:(?:mr|mrs)\.\s+)?(?!the\s+hon)
    (?P<name>[^\W\d_][\w.'’ -]{{1,40}}?{GENERATION_END})\s*[*†]*,[*†]*\s*
    (?P<office>{OFFICE})
    (?P<part>,?\s*\(?(?:specially\s+)?(?:concurring|dissenting|concurs|dissents)[\w\s,]{{0,60}}\)?)?
    (?:,?\s(?:of\sthe\s)?united\sstates\s(?:district|bankruptcy)\scourt)?
    \s*[*†\d]{{0,3}}(?P<end>[:.—–-]|\s*$)
    """,
    _FLAGS,
    accepts=[
        "LOE, Circuit Judge:",
        "DAVID G. ROE, District Judge.",
        "Poe, Chief Judge: This case involves",
        "ROE, Circuit Judge, dissenting:",
        "ROE, J.: The plaintiff appeals",
        "¶ 1 ROE, P.J. — The defendant",
    ],
    refuses=[
        "Jeffrey Roe, District Judge, Presiding",  # the judge below
    ],
    by="match",
)
# A byline amid a head that runs on into the opinion.
RUN_ON_BYLINE = Pattern(
    rf"""
    (?<=[.:)]\s)(?P<name>(?-i:[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){{0,3}})),\s
    (?P<office>{OFFICE})\s?[.:—](?=\s(?-i:[A-Z]))
    """,
    _FLAGS,
    accepts=["for defendants. ROE, Chief Judge. On Friday, this court"],
    refuses=["for defendants. Roe, Chief Judge. On Friday", "see ROE, Judge."],
)
JUSTICE_LINE = Pattern(
    r"""
    ^\W*(?:(?:mr|mrs|ms|madam)\.?\s+)?
    (?P<office>(?:(?:chief|presiding|president|senior|associate|vice[ ]chief)\s+)?
       (?:justice|judge))\s+
    (?P<name>(?-i:[A-ZÀ-Þ])[\w.'’-]*(?:\s(?-i:[A-ZÀ-Þ])[\w.'’-]*){0,3})
    (?P<part>,?\s*(?:concurring|dissenting)[\w\s,]{0,60})?\s*(?:[:.—–]?\s*$|:\s(?=\S))
    """,
    _FLAGS,
    accepts=["JUSTICE ROE:", "Judge Jane Roe", "MR. CHIEF JUSTICE ROE."],
    refuses=["Justice Roe took no part."],
    by="match",
)
SHOUTED_NAME = Pattern(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ.’'-]{2,20}(?:\s[A-ZÀ-Þ.’'-]+){0,3},\s+(?:Senior\s|Chief\s)?Circuit\s",
    accepts=["LOE, Circuit Judge.", "ROE, Senior Circuit Judge, dissenting:"],
    refuses=["Loe, Circuit Judge.", "ROE, District Judge."],
    by="match",
)
PRESIDING = Pattern(
    r"\bpresiding\b(?!\s+(?:judge|justice))",
    re.IGNORECASE,
    accepts=[", Presiding"],
    refuses=[", Presiding Judge", "president"],
)
APPEAL_LINE = Pattern(
    r"^.{0,40}\b(?:appeals?|petitions?|review)\b.{0,60}\b(?:from|of|to|for)\b",
    re.IGNORECASE,
    accepts=["Appeal from the United States District Court", "On Petition for Review of an Order"],
    refuses=["United States Court of Appeals", "Roe, Circuit Judge."],
    by="match",
)
DELIVERED = Pattern(
    r"""
    (?: (?P<office>(?:mr\.\s+)?(?:chief\s+|presiding\s+|vice\s+chief\s+)?(?:justice|judge))\s+
        (?P<name>(?-i:[A-Z])[\w.'’-]+(?:\s(?-i:[A-Z])[\w.'’-]*){0,3})
      | (?P<name2>(?-i:[A-Z])[\w.'’-]+(?:\s(?-i:[A-Z])[\w.'’-]*){0,3}),\s
        (?P<office2>[CPS]?\.?\s?J\.) ),?
    [\w\s,.]{0,80}?\s(?:delivered|announced|authored|filed\s+the|wrote)\b
    """,
    _FLAGS,
    needs=["delivered", "announced", "authored", "filed", "wrote"],
    accepts=[
        "MR. JUSTICE ROE delivered the opinion of the Court",
        "Chief Justice Roe announced",
        "ROE, J., delivered the opinion of the court",
    ],
    refuses=["Justice Roe took no part", "The Court delivered its opinion"],
)
ROLE_LINE = Pattern(
    r"""
    (?P<what>(?:(?:partial|opinion|concurrence|dissent|concurring|dissenting|statement)\b[\w\s]{0,40}?)?
       (?:opinion|concurrence|dissent|memorandum)\b[\w\s]{0,40}?) \s* \bby:?\s+ (?:the\s+)?
    (?:hon(?:orable|\.)\s+)?
    (?:(?:(?P<office>(?:(?:chief|senior|circuit|district|presiding|president|associate)\s+){0,2}
       (?:judge|justice))\s+)
    (?P<name>(?-i:[A-Z])[\w’'-]+(?:\.?\s(?-i:[A-Z])[\w’'-]*){0,3}?)
       (?=\W*$|\s*[,;.:(]|\s+(?:joined|filed|in|and)\b|\s(?-i:[A-Z]))
     | (?P<name2>(?-i:[A-Z])[\w’'.-]*(?:\s(?-i:[A-Z])[\w’'.-]*){0,3}),\s(?P<office2>"""
    + OFFICE
    + r"""))
    """,
    _FLAGS,
    needs=["opinion", "concurrence", "dissent", "memorandum"],
    accepts=[
        "Opinion by Judge Loe",
        "Opinion for the Court filed by Chief Judge Poe.",
        "Partial Concurrence and Partial Dissent by Judge Roe",
        "Concurrence by Judge ROE",
        "MEMORANDUM BY ROE, J.",
        "OPINION BY: JUSTICE ROE",
        "OPINION BY JANE ROE, PRESIDING JUDGE:",
    ],
    refuses=["the opinion of Judge Loe", "Order by Judge Loe"],
)
# Panels.
PANEL = Pattern(
    r"""
    (?: ^\W*(?:before(?:\s+(?:special\s+)?division\s+\w+)?|argued\s+before(?=:)|present
            |judges?\s*:|submitted\s+to
            |panel(?:\s+(?:composed|consists?)\s+of)?
            |(?:heard|considered)(?:[\w\s,]{0,40}?)\s+by|\(?court\s+composed\s+of|justices?\s*:)
      | (?<=[\d.,)]\s)(?-i:Before|BEFORE|Present|PRESENT|PANEL|Panel[ ]consists[ ]of)\b
        (?=:|\s[A-Z])
      | \b(?-i:BEFORE):\s+(?:board\s+)?panel )
    (?!\w)(?!\s*:?\s*(?:(?:the|this)\s+(?:court|hon)|all\b|an?\s))\s*:?
    """,
    _FLAGS,
    accepts=[
        "Before: ROE, POE, and LOE, Circuit Judges.",
        "No. 6:20-CR-118 Before Roe, Poe, and Loe",  # behind other lines only so
        "Appellees. Before:",
        "Panel consists of Justices Roe, Poe, and Loe.",
        "Considered and decided by Roe, Presiding Judge; Poe, Judge",
        "(Court composed of Judge Jane Roe",
        "ARGUED BEFORE: ROE, C.J., POE and LOE, JJ.",
        "Miami, Florida BEFORE: Board Panel: ROE and POE, Appellate Immigration Judges",
    ],
    refuses=["Before the Court is", "argued Before Roe", "Appellees. before Roe"],
)
RUN_ON_PANEL = Pattern(
    r"(?:^|(?<=[.,)]\s))(?:Before|BEFORE):?\s"
    r"(?P<bench>[A-Z][^.:;]?.{10,300}?\b(?:Judges|JUDGES|Justices|JJ\.))",
    accepts=["for Appellees. Before: JANE Q. ROE, PAT POE, and SAM LOE, Circuit Judges."],
    refuses=["Before: ROE, Circuit Judge.", "argued. Before the Court is"],
)
# A line that goes on in the next, which may hold more judges.
OPEN_LINE = Pattern(
    r"(?:,|\band|\bin\s+which|\bwith\s+whom|\bjoined\s+by)\s*$",
    re.IGNORECASE,
    accepts=["JUSTICE ROE authored the opinion of the Court, in which", "JUSTICE POE,"],
    refuses=["JUSTICE ROE joined."],
)
# A line of names and offices alone.
BENCH_LINE = Pattern(
    r"^\W*(?:By:\s)?[A-ZÀ-Þ](?:[\w.’',*]|-|\s(?=[A-ZÀ-Þ&])|\sand(?=\s)){8,160}\b(?:JJ?\.|Js\.)\W*$",
    accepts=["ROE, C.J., POE, LOE, MOE, JJ.", "(By: Roe, C.J., Poe and Loe, JJ.)"],
    refuses=["Roe and Poe, JJ., concur."],
    by="match",
)
JUSTICES = Pattern(
    r"\b(?P<office>(?:(?i:chief|presiding|president|associate|senior|acting|vice\schief)\s){0,2}"
    r"(?:Justices?|JUSTICES?|Judges?|JUDGES?))\s"
    r"(?P<names>[A-ZÀ-Þ][\w.'’-]*(?:(?:,\s|\s(?:and|AND|&)\s|,\s(?:and|AND)\s|\s)(?!(?i:justice|judge|chief|presid|senior|hon|associate|acting|vice))[A-ZÀ-Þ][\w.'’-]*)*)",
    accepts=["Justices Roe, Poe, and Loe", "Chief Justice Roe"],
    refuses=["justices of this court", "Judge"],
)
VOTE_LABEL = Pattern(
    r"^\W*(?:concur(?:ring|s|red)?(?:\s+in\s+(?:result|part))?|joined\s+by|we\s+concur)\s*(?:[:—–]|\s-)\s*",
    re.IGNORECASE,
    accepts=["CONCUR: Poe, C.J., Loe, Moe, JJ.", "Concur — Roe, J.P., Poe and Loe, JJ."],
    refuses=["Poe, J., concurs: the rule"],
    by="match",
)
VOTE_LINE = Pattern(
    r"\b(?:concurs?|concurring|concurred|joins?|joined|participating)\b[^.]{0,60}\W*$",
    re.IGNORECASE,
    needs=["concur", "join", "participating"],
    accepts=[
        "Poe, C. J., and Loe, J., concur.",
        "Judges POE and LOE concur.",
        "in which Roe joined.",
    ],
    refuses=["Roe, Circuit Judge", "Justice Roe, concurring in Poe v. Loe, wrote that it was so."],
)
AUTHORIZED = Pattern(
    r"\bauthorized\s+to\s+(?:state|say)\s+that\s+(?P<who>.{5,200}?)\s+joins?\b",
    re.IGNORECASE,
    needs=["authorized"],
    accepts=["I am authorized to state that Justices ROE and POE join this dissent."],
    refuses=["Roe was authorized to state that the account was closed."],
)
WE_CONCUR = Pattern(
    r"^\W*(?:we|i|all)\s+(?:all\s+)?concur\b[^.:]{0,30}[:.]*\W*$",
    re.IGNORECASE,
    accepts=["WE CONCUR:", "I concur:"],
    refuses=["We concur with the majority's reasoning on that point."],
    by="match",
)
CLERK = Pattern(
    r"\bclerk\b",
    re.IGNORECASE,
    accepts=["Pat Poe, Clerk of Court"],
    refuses=["Jane Clerke, District Judge"],
)
