"""Print among a caption's names that is no name: docket numbers, stamps, courts, clerks, dates.

Columns that ran together leave it amid a name: "JANE ROE v. Civil Action No. 3:24-cv-326 STATE
FARM". It is masked in place, so that every offset in the text stays.
"""

import re
from collections.abc import Iterator

from build_scripts.model.law.states import full_name_pattern
from build_scripts.model.text.dates import MONTH
from build_scripts.model.text.pattern import DIGITS, Pattern

MARK = "\x00"  # one for each character of noise
_FEWEST_RULED = 3  # lines with a rule between columns

_MONTH = rf"{MONTH}\b\.?"
_DATE = (
    rf"(?:{_MONTH}\s{{0,2}}\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s{{0,2}}\d{{4}}\b)?"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b)"
)
_NUMBER = (
    r"(?:(?:[A-Z]{0,6}[-–.:]?\s?(?:[A-Z]{1,3}[-\s])?\d|[l1]:)[\w:.–/§-]*(?:\s?\([A-Z]{1,6}x?\)){0,3})"
    # Pennsylvania "123 EDA 2018", Delaware "123, 2019", Louisiana "2019 KA 0123".
    r"(?:\s(?-i:[A-Z]{2,3})\s\d{2,4}\b|,\s\d{4}\b|\s(?-i:[A-Z]{2,4}(?:[-/][A-Z]{2,4})+)\b)?"
)
DOCKET_NUMBER = Pattern(
    rf"""
    (?<![\w.]) (?:(?:civil|civ|criminal|crim|cr|case|cause|docket|index|file|misc|miscellaneous
        |adv|adversary|bankruptcy|bankr|bk|action|appeal|claim|master|mdl|special|proceedings?|proc|dkt|ind
            |d\.\s?c
        |c\.?\s?a|w\.?\s?c|lead|related|superior|super|sup|circuit|cir|district|trial|lower|court|ct
            |agency
        |board|investigation|inv|consolidated|c\.p\.c|t\.\s?c|i\.\s?d|appellate|application|record
        |judicial|calendar|a)\b[.\s]{{0,3}}){{0,4}}
      (?:nos?\b|numbers?\b|\#) [.:,\s]{{0,4}} {_NUMBER} (?: (?:\s?[,;&]\s?(?:and\s)?
          |\sand\s) {_NUMBER} ){{0,8}}
    | (?<![\w.]) (?:(?:case|cause|docket|civil\s+action|misc|file)[.:]?\s{{0,2}}(?:nos?
        |n[o0]|l[o0])?[.:,]{{0,2}}\s{{0,2}})?
      (?:\d{{1,2}}|[l1]):\s?\d{{2}}[-–\s]?(?:[a-z]{{2,5}})[-–\s]?[\dl]{{2,6}}[\w–-]*(?:\s?\([A-Z/]{{1,9}}x?\)){{0,3}}
    | (?<![\w.]) \d{{2}}[-–](?:cv|cr|mc|md|bk|ap|mj|sw|ec|dm|gj|po|civ|crim)[-–]?\d{{2,6}}[\w–-]*
    | (?<![\w.]) \d{{2}}\s(?:civ|cv|cr|crim|misc|mag)\.?\s\d{{2,5}}(?:\s?\([A-Z]{{1,6}}x?\)){{0,3}}
    | (?<![\w.]) (?:cv|cr)[-–\s]{{0,2}}\d{{2}}[-–]\d{{2,6}}[\w–-]*
    | (?<![\w.]) \d{{2}}[-–]\d{{2,5}}(?:(?-i:[-–][A-Z]{{2,4}}){{1,4}}\b|\s?(?-i:\([A-Z/]{{2,9}}\)))
    | (?<![\w.]) (?-i:C\d\d-\d{{2,5}}(?:\s?[A-Z]{{2,3}}\b)?)
    | \bcons(?:\.|olidated)\s(?:w/|with)\s?\d[\d-]*
    | (?<![\w.]) [A-Z]{{1,3}}\d{{5,7}}\b | (?<![\w.]) [A-Z]{{1,2}}-[A-Z]?\d{{4,6}}-\d\d\b
    | (?<![\w.]) A\d\d[A-Z]\d{{4}}\b | (?<![\w.]) [A-Z]{{2}}-\d{{2,4}}-\d{{2,6}}\b
    | (?<![\w.]) misc\.?\s?(?:,\s)?n[o0][.,]\s?\d\w+
    """,
    re.VERBOSE | re.IGNORECASE,
    needs=[*DIGITS, "l:"],
    accepts=[
        "ROE v. Civil Action No. 3:19-cv-124-ABC BOLT CO.",
        "OF THE Misc.No. l:l9-DM-7 UNITED STATES",
        "COMMONWEALTH : No. 123 EDA 2018",
        "JANE ROE § No. 123, 2019",
        "2:19-cv-00412-DOC-KES",
        "MISC, NO, 19GJ1234",
        "ROE v. 25 Civ. 2886 (ABC)",
        "THE PEOPLE, B123456",
        "J-S01234-19",
        "VERSUS 22-573-SDD-RLB",
        "COMMISSION 03-4026(JCL)",
        "1:15cv57 (JCC/MSN)",
        "JANE ROE, CASE C14-794 MJP",
        "THE SEARCH Special Proceedings No. 17 CSW 9999",
        "cons. w/13-10306 THE ACME PROJECT",
    ],
    refuses=["JANE ROE, Plaintiff", "7 Cups LLC", "18 U.S.C. § 2703(d)"],
)
# Before "No. 12": the name of a union, a school district, a trust.
_NUMBERED = Pattern(
    r"\b(?:local|locals|lodge|union|district|dist\.?|unit|trust|post|council|company|co\.?|fund|series"
    r"|schools?|does?|roes?|town|ward|precinct|plant|mine|engine|chapter|branch|station|tract|parcel|lot|order"
    r"|warrant|patent|area|improvement|certificate|account|policy|vessel)\s*$",
    re.IGNORECASE,
    accepts=["Electrical Workers Local ", "King County Fire Protection District "],
    refuses=["Roe v. ", "Acme Corp., Civil Action "],
)
_STAMP = Pattern(
    rf"""
    \b(?: (?:electronically\s+)?(?:e-?)?filed(?:\s+(?:on|with|in|by
        |at))?[:\s]{{1,3}}(?:\w+\s){{0,3}}?{_DATE}
      | (?:entered|decided|argued|submitted|dated?|heard|released|delivered|rendered
          |opinion\s+filed)
        (?:\s+on)?[:\s]{{1,3}}{_DATE}
      | (?-i:[Ff]iled|FILED)\s+(?-i:[Uu]nder\s+[Ss]eal|UNDER\s+SEAL) | (?-i:UNDER\s+SEAL)
      | (?-i:FILED|ENTERED|E-FILED|RECEIVED|ELECTRONICALLY\s+FILED|SEALED)\b(?!\s+[a-z])
      | (?:not\s+)?(?:for|to\s+be)\s+publi(?:cation|shed)(?:\s+in\s+(?:the\s+)?official\s+reports)?
      | (?-i:UNPUBLISHED|PUBLISHED|PRECEDENTIAL|NON-?PRECEDENTIAL
          |NONPRECEDENTIAL)(?:\s+(?-i:OPINION))?
      | (?:deputy\s+)?(?-i:CLERK|Clerk)\b(?:,?\s+of\s+(?:the\s+)?(?:appellate\s+)?courts?
          |,?\s+u\.?\s?s\.?\s+(?:district|bankruptcy)\s+court)?(?:\s+(?-i:OF\s+APPEALS))?
      | (?:summary|regular|accelerated|non-argument)\s+calendar
      | \[?do\s+not\s+publish\]? | (?:page|pg\.?)\s+\d{{1,3}}\s+of\s+\d{{1,3}}
      | p\.?\s?o\.?\s(?:box|drawer)\s\d+ | (?-i:[A-Z][a-z]+,\s(?:[A-Z]{{2}}|D\.C\.)\s\d{{5}})\b
      | pageid\s?\#?:?\s?\d* | doc\s?\#: | ecf\s+nos?\.?\s+\d+ | jury\s+trial\s+demanded
      | appeal(?:s|ed)?\s+from\b:?.{{0,80}}$ | (?:not\s+)?designated\s+for\s+publication | in\s+banc
      | (?-i:CIVIL|Civil)\s+(?-i:ACTION|Action)\b | \(cite\s+as
          | \[?cite\s+as: | (?:iop|i\.o\.p\.?)\s+[\d.]+
      | (?-i:CA)\d(?:/\d{{1,2}})?\b
      | chapter\s+(?:7|9|11|12|13|15)\b | hearing\s+(?:date:?|site:[^\n]*)
      | nature\s+of\s+the\s+dispute:[^\n]* | class\s+action\s+complaint )
    """,
    re.VERBOSE | re.IGNORECASE,
    needs=[
        "filed",
        "entered",
        "decided",
        "argued",
        "submitted",
        "date",
        "heard",
        "released",
        "delivered",
        "rendered",
        "seal",
        "received",
        "publi",
        "precedential",
        "clerk",
        "calendar",
        "page",
        "doc",
        "pg",
        "ecf",
        "jury",
        "appeal",
        "banc",
        "civil",
        "cite",
        "iop",
        "i.o.p",
        "hearing",
        "dispute",
        "class",
        "chapter",
        *DIGITS,
    ],
    accepts=[
        "JANE ROE FILED MAY 3 2011",
        "Filed Under Seal",
        "CLERK, U.S. DISTRICT COURT",
        "NOT FOR PUBLICATION",
        "Page 1 of 2",
        "Washington, DC 20013 JANE ROE",
        "Hearing Site: Tampa, Florida",
        "Nature of the Dispute: Customer vs. Member",
    ],
    refuses=["Filed Security Company", "County Clerks Union"],
)
_DAY = Pattern(
    rf"(?<![\w.]){_DATE}",
    re.IGNORECASE,
    needs=DIGITS,
    accepts=["JANE ROE May 3, 2011", "ROE 5/3/11", "March 16"],
    refuses=["Mayfair Mills 3", "Marchmont Mills 12"],
)
# Before a day that belongs to a matter's name: "issued to Acme on June 10, 2011".
_DAY_OF = Pattern(
    r"\b(?:on|of|dated|since|from|for|and|entered|issued)[\s,]*$",
    re.IGNORECASE,
    accepts=["a Warrant Issued to Acme on ", "the Trust dated "],
    refuses=["JANE ROE, ", "FILED "],
)
_STATE = rf"(?:(?:the\s+)?{full_name_pattern()}|columbia|hawai['’‘ʻ]i)"
_COURT = Pattern(
    rf"""
    (?<![\w-]) (?: (?:in|before)\s+the\s+ )?
    (?: (?:united\s+states|u\.\s?s\.)\s+ (?:(?:district|bankruptcy|tax|supreme)\s+court\b
            |courts?\s+of\s+(?:appeals?|federal\s+claims|international\s+trade)\b
            |bankruptcy\s+appellate\s+panel\b)
        (?:[\s,]+(?:(?:for|of|in)\s+)?(?:the\s+)?(?:(?:northern|southern|eastern|western|central
            |middle)
            \s+)?districts?\s+of\s+{_STATE}|\s+for\s+the\s+\w+(?:\s+of\s+columbia)?\s+circuit)?
      | (?:for\s+)?(?:the\s+)?(?:northern|southern|eastern|western|central
          |middle)\s+districts?\s+of\s+{_STATE}
      | (?:for\s+the\s+)?district\s+of\s+{_STATE}
      | (?:united\s+states(?:\s+of\s+america)?\s+)?(?:merit\s+systems\s+protection\s+board
        |(?:patent\s+trial\s+and\s+appeal|national\s+labor\s+relations)\s+board(?=\W*$)
        |board\s+of\s+(?:veterans['’]?|immigration)\s+appeals)
      | (?:northern|southern|eastern|western|central|middle)\s+district\b(?!\s+of)
      | (?:\w+\s)?(?:supreme|superior|circuit|chancery|commonwealth|probate|family|municipal
          |district|county|criminal|civil
            |general|appellate|juvenile|common\s+pleas|surrogate['’]?s|justice|magistrates?|city
                |land|housing)
        \s+courts?\b (?:\s+(?:of|for|in|at)\s+(?:the\s+)?(?:state\s+of\s+|commonwealth\s+of\s+)?
            (?:{_STATE}|city\s+of\s+new\s+york|(?-i:(?:[A-Z][\w.]+\s+){{1,3}})(?:county|parish)))?
        (?:[\s,]+(?-i:(?:[A-Z][\w.]+\s+){{1,3}})(?:county|parish)(?:,\s+{_STATE})?)?
      | courts?\s+of\s+(?:criminal\s+|civil\s+|special\s+)?(?:appeals?|common\s+pleas|chancery
          |claims|errors)\b
        (?:\s+(?:of|for)\s+(?:the\s+)?(?:state\s+of\s+|commonwealth\s+of\s+)?(?:{_STATE}
            |\w+\s+county|\w+\s+circuit))?
      | (?:(?:missouri|tennessee|iowa|indiana|{_STATE})\s+)courts?\s+of\s+(?:criminal\s+)?appeals?\b
      | courts?\s+of\s+workers['’]\s+compensation\s+claims
      | (?<=\()(?-i:[A-Z][a-z]+\s|[A-Z]+\s){{1,2}}(?:county|parish)\b(?=\W*$)
      | (?:\w+|\d{{1,2}}(?:st|nd|rd|th))\s+appellate\s+district(?:\s+of\s+texas(?:\s+at\s+[a-z]+)?)?
      | appellate\s+(?:division|term)\b(?:,?\s+\w+\s+(?:judicial\s+)?department)?
      | (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|d\.?c\.?
          |\d{{1,2}}(?:st|nd|rd|th))
        \s+(?:district|circuit|(?:appellate|judicial)\s+(?:district|department|circuit)
            |department)\b
      | (?-i:[A-Z][\w.]+\s){{1,2}}division\b(?!\s+of) | (?-i:DIVISION)\s+(?:[ivx]{{1,4}}|one|two
          |three|four|five|six|seven|eight|\d)\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
    needs=[
        "court",
        "district",
        "board",
        "county",
        "parish",
        "appellate",
        "division",
        "circuit",
        "department",
    ],
    accepts=[
        "IN THE UNITED STATES DISTRICT COURT FOR THE EASTERN DISTRICT OF VIRGINIA",
        "COMMONWEALTH OF PENNSYLVANIA : IN THE SUPERIOR COURT OF PENNSYLVANIA",
        "Court of Appeals of Iowa",
        "FOR THE DISTRICT OF COLUMBIA",
        "Criminal Court of the City of New York, Kings County, The People",
    ],
    refuses=["United States of America", "Court Square Partners", "Roe v. District of Maple Ridge"],
)
_BOX = Pattern(
    r"_{2,}|l{5,}|(?<!\w)(?:[A-Z]\s){3,}[A-Z](?!\w)|[-–—=~]{3,}|\*(?:\s*\*)+|(?<!\S)(?!§\s?\d)[)(§:|>}{\]\[*┐┘│└┌+/\\•■~^#°«»]{1,4}(?!\S)|[┐┘│└┌█]+|[\ue000-\uf8ff]+"
    r"|(?<=\s)\)(?=\w)|(?<=\w)\*+(?=\W|$)|(?<=\S)\s[):§|]$",
    accepts=["____", "* * *", "ROE ) )", "JANE ROE, § v.", "FOR +) AN ORDER", "┐ UNITED STATES"],
    refuses=["No. 3 Mining Co.", "Roe (a minor)", "§ 2703(d)"],
)
# Citations of this decision itself: "2019 NY Slip Op 50123(U)", "[Cite as …, 2019-Ohio-1234.]".
_OWN_CITATION = Pattern(
    r"[\[(]?\bcite\s+as:?\s|\bT\.\s?C\.\s(?:Memo|Summary\sOpinion|No)\.?\s\d[\d-]*|,?\s?\b(?:19|20)\d\d[\s-](?:[A-Z][A-Za-z.]{0,6}[\s-]|\(\w{3}\)\s){1,4}\d{1,7}(?:-U|[NU]\b|\(U\))?[.\])]*",
    re.IGNORECASE,
    needs=[*DIGITS, "cite"],
    accepts=["People v Roe 2019 NY Slip Op 50123(U)", "[Cite as Roe", "Roe, 2019-Ohio-1234.]"],
    refuses=["Roe v. Poe", "the 2019 Season"],
)
# The decision's report, printed above the caption.
_REPORTED = Pattern(
    r"^\W*\d{1,4}\s(?:[A-Z][\w’]{0,7}\.\s?){1,4}(?:[2-5]d\s|[45]th\s)?\d{1,5}\b(?:\s\(\d{4}\))?",
    accepts=["919 F.2d 148", "445 A.2d 704 ACME", "442 Mass. 228 (2004)", "97 N. Y. S. 2d 12"],
    refuses=["3 Mining Co. v. Roe", "12 Elm St. Corp."],
)
# Letters of scripts that no court uses: a text layer without its character map.
_FOREIGN = Pattern(
    r"(?<!\S)[^\s\u0370-\u1dff\u2c00-\uffff]*+[\u0370-\u1dff\u2c00-\uffff]\S*",
    accepts=["ϰͬϭϵͬϮϬϮϭ Jane Roe"],
    refuses=["José Núñez", "Roe’s § 5 – “Poe”"],
)
BENCH = Pattern(
    r"""
    \bthree-judge\s+(?:court|panel)\b
    | \b(?:(?:assigned\s+to(?:\s+the)?|before(?:\s+the)?|presiding|present|by|trial)[:\s]\s{0,2})?
      (?:the\s+)?(?:hon(?:orable|\.)|mag(?:istrate\s+judge|\.)|(?:chief\s+|presiding\s+|senior\s+|magistrate\s+|district\s+
          |u\.s\.\s+
        |united\s+states\s+|bankruptcy\s+|circuit\s+|trial\s+){0,5}(?-i:Judge|JUDGE|Justice|JUSTICE))
      [:\s]\s{0,2}(?: (?-i:(?:[A-Z]\.){1,2}\s[A-Z][a-z]+\s[A-Z][a-z’'-]+) | (?-i:[A-Z][a-z'’-]+
          (?:\s(?:[A-Z]\.|[A-Z][a-z’'-]+|[A-Z][a-z]?[A-Z][a-z]+)){1,3})(?![\w.])
        | (?-i:[A-Z][\w.'’-]*+(?:\s[A-Z][\w.'’-]*+){1,3}|[A-Z](?=[\w.'’-]*[A-Z])[\w.'’-]*+)\s?
          (?=[,;:]|\s[)§:|*]|$|\n) )
      (?:,\s(?-i:Jr|Sr|II|III)\b\.?)?
    | ,?\s(?:presiding\s+)?(?:district|circuit|trial|magistrate|bankruptcy|special
        |superior\s+court)?\s?(?-i:Judge|JUDGE)(?:\s+presiding)?\b
      (?!\s(?-i:[A-Z][a-z]+\s[A-Z]|[A-Z]\.))
    """,
    re.VERBOSE | re.IGNORECASE,
    needs=["hon", "judge", "justice", "mag"],
    accepts=[
        "Hon. Jane Roe, ",
        "JUDGE JOHN POE",
        "Honorable Jane Q. Roe\n",
        "Hon. POE :",
        "MAG. DAVID R. ROE\n",
        "v. Magistrate Judge E.A. Jane Roe ACME",
    ],
    refuses=["Honda Motor Co.", "Judgement Recovery LLC", "Hon. Poe :"],
)
_TITLE_HEAD = (
    r"(?:MOTIONS?(?=\s(?:TO|FOR)\b)|MEMORANDUM|ORDER|OPINION|DECISION|JUDGE?MENT"
    r"|RECOMMENDATION|REPORT(?=\s+AND)|DISCONTINUANCE|SHOW\s+CAUSE|FINDINGS|RULING|DECREE|STIPULATION)"
)
_TITLE_WORD = (
    r"(?:(?:MEMORANDUM|ORDERS?|OPINION|DECISION|JUDGMENT|FINDINGS|RULING|DECREE|ON|TO|OF|AND|THE|FOR|RE|IN"
    r"|PART|AS|BY|WITH|WITHOUT|PREJUDICE|LEAVE|FROM|FACT|LAW|CONCLUSIONS|MOTIONS?|CROSS-MOTIONS?|DISMISS(?:AL|ING)?"
    r"|SUMMARY|GRANTING|DENYING|GRANTED|DENIED|ADOPTING|ENTERING|DIRECTING|SETTING|APPROVING|AFFIRMING"
    r"|REMAND(?:ING)?|TRANSFER(?:RING)?|STAY(?:ING)?|STRIKE|COMPEL|DISCOVERY|ARBITRATION|REPORT|RECOMMENDATION"
    r"|PRELIMINARY|INJUNCTION|TEMPORARY|RESTRAINING|PLAINTIFFS?['’]?S?['’]?|DEFENDANTS?['’]?S?['’]?|PETITION"
    r"|DEFAULT|SENTENCING|SUPPRESS|RECONSIDERATION|ATTORNEYS?['’]?|FEES|COSTS|CLASS|CERTIFICATION|SETTLEMENT"
    r"|SCHEDULING|PROTECTIVE|AMENDED|APPEAL|UNSEAL|SEAL|QUASH|SUBPOENA|HABEAS|CORPUS|REVIEW|PENDING)(?![\w.’'-]))"
)
_TITLE = Pattern(
    rf"(?<![\w-]){_TITLE_HEAD}(?![\w'’-])(?:[\s,&]{{1,3}}{_TITLE_WORD})*"
    r"|\b(?:Show\s+Cause\s+Order|Memorandum\s+(?:Opinion|Decision|and\s+Order|Order)(?:\s+and\s+Order)?"
    r"|(?:Opinion|Decision)\s+and\s+Order)\b",
    accepts=[
        "v. ORDER ON MOTION TO DISMISS JOHN POE",
        "BOLT COMPANY MEMORANDUM OPINION AND ORDER",
    ],
    refuses=["Order of the Eastern Star", "ORDERED"],
)
# Before an order that a matter is about: "In re Search Warrant", "for an Order".
_ABOUT = Pattern(
    r"\b(?:an|a|the|this|for|of|§\s?\S+|\(\w\)|fraternal|charitable)\s*$",
    re.IGNORECASE,
    accepts=["UNITED STATES FOR AN ", "the § 2703(d) ", "FRATERNAL "],
    refuses=["JANE ROE v. ", "BOLT COMPANY "],
)
_AGAINST = Pattern(
    r"(?:\bv\.?|\bvs\.?|versus|against|-)\s*(?:the\s+)?$",
    re.IGNORECASE,
    accepts=["JANE ROE v. ", "Roe -against- the "],
    refuses=["JANE ROE, ", "v. JOHN "],
)


# What follows a court, or the District of Columbia, that is a party.
_BEHIND_PARTY = Pattern(
    r"[\s,;]*(?:et\s+al\b[.,\s]*)?(?:respondent|defendant|appell(?:ee|ant)|petitioner)",
    re.IGNORECASE,
    accepts=[", Respondent", ", et al., Appellants."],
    refuses=["et al.", "for the District"],
    by="match",
)
_RULE = Pattern(
    r"\s[)§|│*:](?=\s|$)",
    accepts=["JANE ROE, ) No. 12", "v. §", "STATE OF LOUISIANA * NO. 2019-KA-0123"],
    refuses=["Roe (Jane) Doe", "In re: Roe"],
)
_LEFT_RULE = Pattern(
    r"[)§|│*:](?=\s|$)",
    accepts=[") Case No. 5", ":"],
    refuses=["JANE ROE )", "(a)"],
    by="match",
)
_LINE_NUMBER = Pattern(
    r"\d{1,2}\s+(?=[A-Za-z(])",
    accepts=["2 STATE OF NEW MEXICO"],
    refuses=["7. Roe", "123 Main"],
    by="match",
)
# Remains of a line that names a court, once its noise is masked; venues.
_COURT_REST = Pattern(
    rf"(?:\W|\b(?:in|at|of|the|for|and|on|by|to|from|before|state|commonwealth|county|parish|district|court|courts"
    rf"|division|appeals?|original|proceeding|mandamus|{_STATE}|city|office|special|masters?|no|nos|judicial"
    rf"|(?:appellate\s)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\b)*",
    re.IGNORECASE,
    accepts=[": Pennsylvania", "OF THE STATE OF"],
    refuses=["JANE ROE", "STATE OF OHIO v. ROE"],
    by="fullmatch",
)
_SOVEREIGN = Pattern(
    rf"^\W*(?:the\s+)?(?:state|commonwealth|people)(?:\s+of\s+(?:the\s+state\s+of\s+)?{_STATE})?\W*$",
    re.IGNORECASE,
    accepts=["STATE OF OHIO, ", "COMMONWEALTH OF PENNSYLVANIA", "State :"],
    refuses=["Pennsylvania", "OF THE STATE OF OHIO"],
    by="match",
)
_STATE_LINE = Pattern(
    rf"\s*(?:state|commonwealth)\s+of\s+{_STATE}[\s)\x00]*$",
    re.IGNORECASE,
    accepts=["STATE OF INDIANA ", "State of South Carolina )"],
    refuses=["STATE OF INDIANA,", "STATE OF OHIO v. ROE"],
    by="match",
)
_COUNTY_LINE = Pattern(
    r"\s*county\s+of\s+[a-z. ]{3,30}[\s)\x00]*$",
    re.IGNORECASE,
    accepts=["COUNTY OF KINGS", "County of St. Roe )"],
    refuses=["COUNTY OF KINGS,", "COUNTY OF KINGS v. ROE (1)"],
    by="match",
)
# In "v. ) Hon. Jane Roe" what stands to the right of the rule is the other column's.
_RULED_VERSUS = Pattern(
    r"^\W{0,3}(?:vs?\b|versus|against)[\s.–-]{1,5}(?P<other>[)§|│*:]\s.*)",
    re.IGNORECASE,
    accepts=["-vs- ) Hon. Jane Roe, Special Judge", "v. § Case No. 5"],
    refuses=["JANE ROE v. POE", "v. JOHN POE ) No. 5"],
)
_NOISE_LINE = Pattern(
    rf"""
    ^\W*(?: .{{0,40}},?\s+ss[.:]{{0,2}}\W*$ | (?:in|for)\s+(?:the|re)\W*$ | (?:in\s+)?and\s+for\b
          | ss[.:]{{0,2}}\W*$ | prepared\s+by\b
      | (?:(?:not\s+)?designated\s+for|not\s+for|to\s+be)\s+publi | (?:non-?)?preceden
          | (?:un)?published
      | (?:state|commonwealth)\s+of\s+{_STATE}\W{{0,2}}\s+(?:department|board|office|bureau
          |public|workers)
      | (?:department|bureau|board|division|office|commission)\s+of\s+(?:labor|industrial|workers
          |special|administrative)
      | {_STATE}\s+(?:(?:department|bureau|board|division)\s+of\s+)?(?:workers|labor|industrial)
      | (?:the\s+)?court\W*$ | (?:this|these|please|notice)\b | (?:before|present)\b
          | .{{0,12}}argued\s+at\b | by\s*: | for\s*:
      | (?:\w+\s)?(?:appellate|judicial)\s+district | at\s+[a-z]+(?:\s[a-z]+)?\W*$
      | appeals?\s+(?:by|from)
          | on\s+(?:appeal|petition|writ)
      | (?:opinion|order)\s+(?:filed|issued|no) | (?:civil|criminal)\s+(?:action|division|term
          |minutes)\W*$
      | decision\s+dated | i\.?o\.?p | assigned\s+on | the\s+honorable | hearing\s+officer
          | commissioner\W*$
      | judge\b | special\s+proc | vice\s+chancellor | chancellor\W*$ | page\s | \(.{{1,60}}\)\W*$
      | (?:submitted|argued|decided|filed|entered|dated?|rendered|released)\b )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "CUMBERLAND, ss.",
        "In The",
        "NOT DESIGNATED FOR PUBLICATION",
        "By: Pat Roe",
        "FOR THE",
        "IN AND FOR LEON COUNTY, FLORIDA",
    ],
    refuses=["JANE ROE,", "STATE OF OHIO,", "Beforest Mills"],
    by="match",
)


def is_noise_line(text: str) -> bool:
    """Return whether a printed line, its noise masked, contains no name."""
    if _NOISE_LINE.match(text.replace(MARK, " ").lstrip()):
        return True
    rest = text.replace(MARK, " ")
    return MARK in text and bool(_COURT_REST.fullmatch(rest)) and not _SOVEREIGN.match(rest)


def mark_column(texts: list[str]) -> list[str]:
    """Mask the text right of a drawn rule if at least three lines have one.

    Text that lost its layout keeps the rule between a caption's columns: "JANE ROE, ) No. 12".
    """
    ruled = [_RULE.search(text) or _LEFT_RULE.match(text) for text in texts]
    if sum(found is not None for found in ruled) < _FEWEST_RULED:
        return texts
    return [_mark_behind(text, found) for text, found in zip(texts, ruled, strict=True)]


def _mark_behind(text: str, rule: re.Match[str] | None) -> str:
    left = _LEFT_RULE.match(text)
    if left and (again := _RULE.search(text, left.end())):
        # ") JANE ROE, )": the first rule belongs to the line above.
        return (
            MARK * left.end()
            + text[left.end() : again.start()]
            + MARK * (len(text) - again.start())
        )
    return text if rule is None else text[: rule.start()] + MARK * (len(text) - rule.start())


def mark_venue(texts: list[str]) -> list[str]:
    """Mask "STATE OF OHIO" over "COUNTY OF KINGS", the place where a paper is filed."""
    marked = list(texts)
    for at, text in enumerate(texts):
        if not _STATE_LINE.match(text):
            continue
        for end in range(at + 1, min(at + 4, len(texts))):
            if _COUNTY_LINE.match(texts[end]):
                marked[at : end + 1] = [MARK * len(each) for each in texts[at : end + 1]]
    return marked


def mark_line_numbers(texts: list[str]) -> list[str]:
    """Mask the numbers at the beginning of at least three lines: those of a pleading's margin."""
    numbered = [_LINE_NUMBER.match(text) for text in texts]
    if sum(found is not None for found in numbered) < _FEWEST_RULED:
        return texts
    return [
        text if found is None else MARK * found.end() + text[found.end() :]
        for text, found in zip(texts, numbered, strict=True)
    ]


def mark_noise(text: str) -> str:
    """Mask every character that belongs to no name with `MARK`; the length stays."""
    for start, end in _iterate_noise(text):
        text = f"{text[:start]}{MARK * (end - start)}{text[end:]}"
    return text


def blank_noise(text: str) -> str:
    """Return the text with blanks in place of noise."""
    return mark_noise(text).replace(MARK, " ")


def _iterate_noise(text: str) -> Iterator[tuple[int, int]]:
    for found in DOCKET_NUMBER.finditer(text):
        if not _NUMBERED.search(text, max(0, found.start() - 40), found.start()):
            yield found.span()
    if ruled := _RULED_VERSUS.match(text):
        yield ruled.span("other")
    for found in _STAMP.finditer(text):
        yield found.span()
    for found in _DAY.finditer(text):
        if not _DAY_OF.search(text, max(0, found.start() - 12), found.start()):
            yield found.span()
    for found in _COURT.finditer(text):
        # In "Roe v. Superior Court of Kings County, Respondent" a court is a party.
        behind = text[found.end() : found.end() + 40]
        party = _BEHIND_PARTY.match(behind)
        before = text[max(0, found.start() - 12) : found.start()]
        if not (party and (_AGAINST.search(before) or before.strip().lower() in ("", "the"))):
            yield found.span()
    for found in BENCH.finditer(text):
        # A judge is a party if a role or a comma follows the name, not if the name ends the line.
        sued = _AGAINST.search(text, max(0, found.start() - 12), found.start() + 1)
        if not sued or not text[found.end() :].strip():
            yield found.span()
    for found in _TITLE.finditer(text):
        if not _ABOUT.search(text, max(0, found.start() - 20), found.start()):
            yield found.span()
    for pattern in (_OWN_CITATION, _REPORTED, _FOREIGN):
        yield from (found.span() for found in pattern.finditer(text))
    for found in _BOX.finditer(text):
        yield found.span()
