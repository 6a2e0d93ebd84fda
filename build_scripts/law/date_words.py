"""What papers print beside their dates, and what it tells of them."""

import re

from build_scripts.text.pattern import Pattern

# What is printed before a date, the most telling first: a label and how its date came about.
_BEHIND = r"[\s:;.,_*()\[\]—–-]*(?:(?:on|this|the|in|of|at|for|to[ ]wit)\b[\s:,_]*){0,3}$"
LABELS: tuple[tuple[str, Pattern[str]], ...] = (
    (
        "now",
        Pattern(
            r"^\W{0,3}(?:(?:and\s+)?now|this)\b(?:[\s,:]+(?:to|wit|this|on|the)\b){0,4}[\s,:]*$",
            re.IGNORECASE,
            accepts=["AND NOW, this ", "AND NOW, to wit, this ", "NOW, this ", "This the "],
            refuses=["and the parties now agree that on ", "AND NOW comes the Plaintiff, Roe, on "],
            by="match",
        ),
    ),
    (
        "term",
        Pattern(
            r"\b(?:city|county|courthouse|borough|brooklyn|new\s+york)\b[\w\s,.]{0,60},?\s+on(?:\s+the)?\s*$",
            re.IGNORECASE,
            # A session's line: the Second Circuit's, New York's trial parts'.
            accepts=["at a stated term, in the City of New York, on the "],
            refuses=["at a stated term, on ", "filed in Kings County; on "],
        ),
    ),
    (
        "the order's own",
        Pattern(
            r"\bdate\s+of\s+(?:judgment\s+entry(?:\s+on\s+appeal)?|decision|order|opinion|issuance)\b"
            + _BEHIND,
            re.IGNORECASE,
            accepts=["Date of Judgment Entry on Appeal: ", "Date of decision: "],
            refuses=["Date of judgment: ", "the date of the order is "],
        ),
    ),
    (
        "other event",
        Pattern(
            r"""
            \b(?: argu(?:ed|ment) | submitted | submission | heard | hearing | conference | trial
              | amended | modified | corrected | effective | deadline | due | before | until
              | than | by | from
              | between | through | since | after | visited | downloaded | printed
              | retrieved | accessed | page | session | term | motion | petition | application
              | complaint | indict(?:ed|ment) | served | mailed | received | postmarked | born | dob
              | expires? | sentenced | convicted | judgment | rehearing | notice | denied
              | time | meeting | arrest(?:ed)? | appealed | appeal | agreement | letter | rev
              | revised | warrant | opposition | brief | reply | response | published | considered
              | granted | overruled | withdrawn | reconsideration | refused | allowed | dismissed
              | assigned | calendar | copyright )\b
            (?:\s+(?:filed|dated|entered|issued|date|set|held|ended|beginning|ending|is|was
               |scheduled|and|continued|concluded|orally)\b){0,3}
            """
            + _BEHIND,
            re.VERBOSE | re.IGNORECASE,
            accepts=[
                "Argued: ",
                "Hearing on ",
                "Motion heard ",
                "no later than due by ",
                "filed by ",
            ],
            refuses=["Decided ", "Argued by Pat Poe, of counsel; filed "],
        ),
    ),
    (
        "ordered",
        Pattern(
            r"\b(?:so\s+ordered|ordered|adjudged|decreed|done(?:\s+and\s+(?:ordered|signed))?)\b"
            r"(?!\s+that)[\w\s,.()’']{0,60}?" + _BEHIND,
            re.IGNORECASE,
            accepts=["IT IS SO ORDERED this ", "DONE AND ORDERED in Chambers at Miami, on "],
            refuses=["Ordered by the clerk, filed; heard "],
        ),
    ),
    (
        "signed",
        Pattern(
            r"\b(?:signed|recommended|electronically\s+signed\s+by[\w\s.]{3,40})\b" + _BEHIND,
            re.IGNORECASE,
            accepts=["SIGNED this ", "Signed on ", "Recommended: "],
            refuses=["the agreement that was signed by Roe"],
        ),
    ),
    (
        "dated",
        Pattern(
            r"\b(?:dated?|dated\s+(?:and\s+(?:entered|filed|signed)|at[\w\s,]{3,40}))\b" + _BEHIND,
            re.IGNORECASE,
            accepts=["Dated: ", "DATED this ", "Date: ", "Dated at Albany, New York, "],
            refuses=["Updated ", "the dated instrument "],
        ),
    ),
    (
        "decided",
        Pattern(
            r"\b(?:decided|opinion\s+(?:filed|issued|delivered|released)|rendered|issued|delivered|announced"
            r"|handed\s+down|released|decision|opinion(?:\s+by\s[\w\s.]{3,60})?|memorandum|affirmed|reversed|officially\s+released"
            r"|decided\s+and\s+(?:filed|entered)|delivered\s+and\s+filed|published)\b" + _BEHIND,
            re.IGNORECASE,
            accepts=["Decided ", "Decided and Filed: ", "Opinion filed ", "Delivered and filed: "],
            refuses=["Argued ", "Decided by the court below, "],
        ),
    ),
    (
        "entered",
        Pattern(
            r"\benter(?:ed)?\b(?:\s+(?:at[\w\s,]{3,40}|and\s+filed))?" + _BEHIND,
            re.IGNORECASE,
            accepts=["ENTERED: ", "Entered this ", "Entered at Frankfort, Kentucky, this "],
            refuses=["entered the house; "],
        ),
    ),
    (
        "filed",
        Pattern(
            r"\b(?:e-?)?filed\b(?:\s+(?:under\s+seal|date))?" + _BEHIND,
            re.IGNORECASE,
            accepts=["Filed: ", "FILED ", "Filed under seal "],
            refuses=["Profiled ", "filed a motion in "],
        ),
    ),
)
# Labels that stand below a date, under a line to sign on.
BELOW = Pattern(
    r"\W{0,4}(?:date|dated|date\s+(?:of\s+)?(?:signed|entered|decision))\W{0,3}",
    re.IGNORECASE,
    accepts=["Date", "DATED"],
    refuses=["Date of birth"],
    by="fullmatch",
)
SENTENCE_START = Pattern(
    r"(?:^|[.;!)\]_]\s+|^.{0,60}\bso\s+)\W{0,4}(?:it\s+is\s+)?(?:so\s+)?(?:hereby\s+)?"
    r"(?:ordered|dated?|done|signed|entered|decided|filed|issued|opinion|delivered)\b[^.;]{0,90}$",
    re.IGNORECASE,
    accepts=["SO ORDERED. Dated: ", "IT IS SO ORDERED this ", "ENTERED this"],
    refuses=["the agreement dated ", "the judgment entered on "],
)
# The filing system's head of a page, as it is left where OCR misread it.
PAGE_HEAD = Pattern(
    r"\bDocument\s.{1,12}Filed\b",
    needs=["document"],
    accepts=["Case 1: 19-cv-00124-ABC Document 5-1 Filed 01/02/20 Page 1 of 2"],
    refuses=["Documents were filed on May 3, 2019"],
)
WEEKDAY = Pattern(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?$",
    re.IGNORECASE,
    accepts=["on Monday, "],
    refuses=["Monday's hearing of "],
)
HOUR = Pattern(
    r"^,?\W{0,3}(?:at\s+)?\d{1,2}[:.]\d\d\b",
    accepts=[" at 10:00 a.m.", ", 9:30 AM"],
    refuses=[" and 10 days later"],
    by="match",
)
PLACE_BEFORE = Pattern(
    r"^(?:No\.\s\d{1,5}\s[–-]\s|\W{0,2}(?:[A-Z][\w.]{1,14}\s){0,2}[A-Z][\w.]{1,14},\s(?:[A-Z][\w.]{1,14}(?:\s[A-Z][\w.]{1,14})?,?\s)?)$",
    accepts=[
        "No. 7300 – ",
        "Honolulu, ",
        "Saturday, ",
        "Wilmington, Delaware, ",
        "Salt Lake City, Utah ",
    ],
    refuses=["the hearing, ", "Honolulu "],
    by="match",
)
# "Signed at Houston, Texas on": a place between a label and its date.
_PLACE_BEHIND = Pattern(
    r"(?:\b(?:at|in)\s+)?(?:[A-Z][\w.]{1,14}(?:,\s|\s)){1,5}(?:on\s+)?(?:this\s+)?$",
    accepts=["Signed at Houston, Texas on ", "Dated: New York, New York "],
    refuses=["Dated: ", "signed in haste on "],
)
# A clerk's date before the heading.
HEADING_BEHIND = Pattern(
    r"^\s+(?:UNITED\s+STATES|SUPREME|\[?NOT\s+FOR|FOR\s+PUBLICATION)\b",
    accepts=[" UNITED STATES COURT OF APPEALS", " [NOT FOR PUBLICATION]"],
    refuses=[" letter", ", Supreme Court"],
    by="match",
)
# Who writes, below the date.
WRITER = Pattern(
    r"^\W*(?:per\s+curiam|[\w.’' -]{2,40},\s+[\w ]{0,25}(?:judge|justice|J\.))",
    re.IGNORECASE,
    accepts=["KEEL, Circuit Judge.", "Per Curiam.", "TILLER, Chief Justice."],
    refuses=["Jane Roe, for the appellant.", "The Judge."],
    by="match",
)
CLERK = Pattern(
    r"\b(?:clerk|filed|deputy)\b|\bcourt$",
    re.IGNORECASE,
    accepts=["CLERK, U.S. DISTRICT COURT", "FILED"],
    refuses=["Jane Clerke", "Decided"],
)
SIGNED_ON = Pattern(
    r"\bjudge\b[\w\s.’'-]{3,60}\bon\s+$",
    re.IGNORECASE,
    accepts=["signed by Judge Jane Roe on "],
    refuses=["Discovery closes on "],
)
APPEALS = Pattern(
    r"\b(?:courts?\s+of\s+appeals?|appellate\s+(?:court|division)|appellant)\b",
    re.IGNORECASE,
    accepts=["UNITED STATES COURT OF APPEALS", "Plaintiff-Appellant,"],
    refuses=["DISTRICT COURT", "appeals to the jury"],
)
_LABEL_REACH = 90


def read_label(before: str) -> tuple[str | None, bool]:
    """What the words before a date call it, and whether they do so amid a sentence."""
    near = before[-_LABEL_REACH:]
    for words in (near, _PLACE_BEHIND.sub("", near)):
        for name, label in LABELS:
            if words is not near and name == "other event":
                continue
            if match := label.search(words):
                return name, match.start() > 0 and match[0][0].islower()
    return None, False
