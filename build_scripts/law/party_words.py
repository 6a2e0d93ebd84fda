"""Words of parties' names: of businesses and offices, of descriptions behind a name, of ranks, and
table T6 of the Bluebook as far as short captions use it.
"""

import re

from build_scripts.text.pattern import Pattern

# What shows that a party is no natural person.
ENTITY = Pattern(
    r"""
    \b(?:inc|incorporated|llc|l\.l\.c|llp|lp|l\.p|ltd|limited|co|company|companies|corp|corporation
      |plc|gmbh|n\.a|pty|s\.a|s\.p\.r\.l|ag|kabushiki|kaisha|bank|trust|insurance|ins|assurance
      |association|ass['’]n|society|club|church|union|local|lodge|foundation|fund|partners
      |partnership|group|holdings?|enterprises?|industries|services?|systems?|solutions
      |international|national|american|management|university|college|school|schools|academy
      |institute|hospital|center|centre|clinic|medical|health|county|city|town|township|village
      |borough|state|states|people|commonwealth|republic|kingdom|department|dep['’]t|agency
      |commission|commissioners?|board|bureau|authority|administration|office|district|dist
      |division|secretary|director|attorney\s+general|police|committee|council|army|navy
      |government|united|does|roes|unknown|certain|estate|heirs|[msft]/[vtbs]|s\.s|ss|l/b|vessel|yacht
      |yachts|railroad|railway|airlines?|airways|stores?|foods?|motors?|oil|gas|steel|iron|electric
      |power|energy|water|products?|manufacturing|mfg|bros|brothers|sons|associates|technologies
      |technology|software|labs?|laboratories|pharmaceuticals?|entertainment|media|records|music
      |pictures|studios|communications|telephone|networks?|properties|realty|homes|hotels?|resorts?
      |restaurants?|construction|engineering|transport(?:ation)?|lines|shipping|navigation|logistics
      |capital|financial|finance|credit|mortgage|loans?|securities|investments?|equity|life
      |collective|guild|brotherhood|league|federation|alliance|coalition|neighbors|cooperative|conference
      |congress|fellowship|project|residents|citizens|friends|owners|tenants|supply|lending|aggregates
      |of|the|exchange|workers|teamsters|nation|tribe|indians|dredging|firm|press|publishing|news|times
      |journal|magazine|program|plan|pension|research|sciences?|biotech|vineyards?|winery|farms?
      |ranch|mines?|mining|minerals|dairy|works|mills|distributors|apartments|gaming|games|nursery
      |superior\s+court|court|one|inspector|house|homes?|ministr(?:y|ies)|mission|shelter|(?:arch)?diocese
      |parish|bar|holdco|warehouse|masonry|plumbing|roofing|paving|party|protection|marketing|trucking|auto|leasing|rentals?|development|contractors
      |builders|consulting|staffing|packaging|chemicals?|plastics|apparel|nursing|rehabilitation|care)\b
    | [&\d@#] | \.com\b | \bex\s+rel\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["ACME HARDWARE CO.", "County of Kings", "7 Cups", "M/V Roe"],
    refuses=["Jane Roe", "Francine O'Poe"],
)
# Where the first party's name ends.
NAME_END = Pattern(
    r"""
    (?<!\s)\s*(?:
        ; | ,?\s*\bet\.?\s?a[lI1]s?\b | ,?\s*\bet\s+ux\b | \s+page\s+\d+\s+of\b | \s+present\s*:
      | ,?\s+(?:&|and)\s+(?:others|another|\w+\s+others)\b
      | \s*\(\d{1,3}\)
      | \s*\(\s*(?:an?\s|who\b|formerly|the\s|in\s|hereinafter|collectively|[“"]|consolidated)
      | [,\s]+ (?: individually | on\s+behalf\s+of | by\s+and\s+through | by\s+(?:his|her|its)\s
          | as\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}(?:owner|trustee|administrat\w+|executor|executrix
              |guardian|representative|next|successor|assignee|receiver|mother|father|parent|members?)
          | d\.?/?b\.?/?a\b | a/?k/?a\b | f/?k/?a\b | doing\s+business\s+as | also\s+known\s+as
          | formerly\s+known | in\s+(?:rem|personam|propria)
          | in\s+(?:his|her|their|its)\s+(?:official|individual|personal|capacity)
          | (?:an?|the)\s+(?:[\w-]+\s+){0,4}(?:corporation|company|partnership|individual|minor
              |municipal\w*|association|trust|citizen|natural|division)\b
          | inclusive\b | for\s+(?:himself|herself|themselves|itself) | successor
          | personal\s+representative | administrat(?:or|rix) | executor | executrix | collector\b
          | u\.\s?s\.\s+(?:army|navy|air\s+force|marine\s+corps|coast\s+guard)
          | united\s+states\s+(?:army|navy|air\s+force|marine\s+corps|coast\s+guard)
          | (?:(?:chief|staff|senior|master|first|technical)\s+)?(?:airman|seaman|sergeant)\b
          | receivers?\b | warden\b | deceased | composed\s+of | (?:her|his|its)\s+engines ) )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        ", et al.",
        "; BOLT INC.",
        ", individually and on behalf of",
        " d/b/a ",
        ", a Delaware corporation",
        ", in his official capacity",
        " Page 1 of 2",
        " (a Corporation)",
    ],
    refuses=[
        "(US), Inc.",  # part of the name
    ],
)
SUFFIX_WORD = (
    r"(?:inc|incorporated|llc|l\.\s?l\.\s?c|llp|l\.?\s?p|ltd|limited|corp|corporation|co|company|n\.?\s?a|plc"
    r"|s\.?a|p\.?c|p\.?a|jr|sr|ii|iii|iv|fsb|lc|pllc|gmbh|n\.?v|b\.?v|national\s+association)"
)
BUSINESS_SUFFIX = Pattern(
    rf"^{SUFFIX_WORD}\b\.?$",
    re.IGNORECASE,
    accepts=["Inc.", "N.A.", "National Association"],
    refuses=["Incline Mills", "Roe"],
    by="match",
)
# A union's local.
LOCAL = Pattern(
    r"^(?:local|lodge|district\s+council)\s+(?:no\.\s+)?\d+$",
    re.IGNORECASE,
    accepts=["Local 16", "Lodge No. 4", "District Council 12"],
    refuses=["Brotherhood of Lock Tenders, Local 16", "Local Mills"],
    by="match",
)
# A second party behind a business suffix.
SECOND_PARTY = Pattern(
    r"(?P<first>\b(?:inc|llc|l\.l\.c|llp|ltd|corp|co|n\.a|corporation|company)\b\.?),?\s+(?:and|&)\s+\S.*$",
    re.IGNORECASE,
    accepts=["BOLT INC. and BOLT AVIATION, INC."],
    refuses=["Acme & Bolt, Inc.", "Jane Roe and Acme Corp."],
)
# Table T6, as far as reporters and lawyers apply it to the short caption itself.
SHORT_FORMS = (
    (Pattern(r"\bCompany\b", accepts=["Acme Company"], refuses=["Acme Companies"]), "Co."),
    (Pattern(r"\bCompanies\b", accepts=["Acme Companies"], refuses=["Acme Company"]), "Cos."),
    (Pattern(r"\bCorporation\b", accepts=["Fern Corporation"], refuses=["Incorporation"]), "Corp."),
    (
        Pattern(
            r"\bIncorporated\b", accepts=["Acme, Incorporated"], refuses=["Unincorporated Group"]
        ),
        "Inc.",
    ),
    (
        Pattern(
            r"\bLimited\b(?! Partnership)",
            accepts=["Acme Limited"],
            refuses=["Acme Limited Partnership"],
        ),
        "Ltd.",
    ),
    (
        Pattern(r"\bBrothers\b", accepts=["Roe Brothers"], refuses=["Brotherhood of Lock Tenders"]),
        "Bros.",
    ),
    # "National Association" closes a bank's name like "Inc.", and stays.
    (
        Pattern(
            r"(?<!National )\bAssociation\b",
            accepts=["Plum Growers Association"],
            refuses=["Delta Bank National Association"],
        ),
        "Ass’n",
    ),
    (
        Pattern(
            r"\b(Ltd|Corp|Inc|Co)\b(?!\.)",
            accepts=["Acme Inc", "Fern Corp, Jr."],
            refuses=["Acme Inc.", "Incline Mills"],
        ),
        r"\1.",
    ),
    # Rule 10.2.1(c): an ampersand for "and".
    (
        Pattern(
            r"(?<=[\w.]) and (?=\w)",
            accepts=["Roe and Poe Co."],
            refuses=["Roe & Poe Co.", "Sandy Poe"],
        ),
        " & ",
    ),
    # Rule 10.2.1(h): no "Inc." after a word that says as much.
    (
        Pattern(
            r"(?<!& )(\bCo\.|\bBros\.|\bAss’n), Inc\.$",
            accepts=["Acme Security Co., Inc."],
            refuses=["Damson & Co., Inc.", "Acme, Inc."],
        ),
        r"\1",
    ),
    (
        Pattern(
            r"\bUnited States of America\b",
            accepts=["United States of America"],
            refuses=["United States"],
        ),
        "United States",
    ),
    (
        Pattern(
            r"^Commissioner of Internal Revenue$",
            accepts=["Commissioner of Internal Revenue"],
            refuses=["Roe, Commissioner of Internal Revenue"],
        ),
        "Commissioner",
    ),
)
# The surname in capitals, as reporters print it.
SURNAME_IN_CAPITALS = Pattern(
    r"^(?:[^\s]+\s+){1,4}?(?P<surname>[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)$",
    accepts=["Salvador PEREZ", "Jane Q. ROE"],
    refuses=["Salvador Perez", "PEREZ"],
    by="match",
)
# Words of businesses that are surnames too.
SURNAME_TOO = Pattern(
    r"^(?:mills|house|bank|church|press|parish|farms|homes?|works|bar|friends|steel"
    r"|care|state|water|power|school|mission|ranch)$",
    re.IGNORECASE,
    accepts=["Mills", "HOUSE"],
    refuses=["Mill", "Company"],
)
# "ST. PAUL FIRE and MARINE INSURANCE COMPANY" is one name, "JANE ROE and ROE PRESS, INC." two.
INCORPORATED = Pattern(
    r"\b(?:inc|llc|l\.l\.c|ltd|llp|l\.p|corp|guarantee\s+company)\.?$",
    re.IGNORECASE,
    accepts=["CASTLE APOTHECARY, INC.", "Acme LLC"],
    refuses=["MARINE INSURANCE COMPANY", "Inc. Magazine"],
)
NEXT_BUSINESS = Pattern(
    r"\b(?i:inc\.?|llc)(?=\s[A-Z]\w+\s[A-Z])|\b(?i:corp|co)\.(?=/)",
    accepts=["Acme Inc. Bolt Mills LLC", "Acme Corp./Bolt Bros."],
    refuses=["Acme Inc. of Ohio", "Acme Inc., Bolt"],
)
# What a business's name ends with: another's follows its "and".
BUSINESS_END = Pattern(
    r"\w\s(?:bank|association|university|hospital|cent(?:er|re)|corporation|n\.a\.|foundation|authority)$",
    re.IGNORECASE,
    accepts=["ACME SAVINGS BANK", "Town Center"],
    refuses=["Bank", "ST. PAUL FIRE"],
)
RELATOR = Pattern(
    r"\b(?:ex\s+rel\.?|on\s+the\s+relation\s+of)\s+",
    re.IGNORECASE,
    accepts=["United States ex rel. Roe", "State on the relation of Roe"],
    refuses=["Roe v. Poe", "Aurex Rely Corp."],
)
HONORIFIC = Pattern(
    r"^(?:(?:mr|mrs|ms|dr|hon|honorable|rev|sgt|officer|judge|warden|sheriff)\.?"
    r"|(?:(?:chief|staff|senior|master|first|second|gunnery|technical|lance|major|lieutenant|boatswain.s)\s+){0,2}"
    r"(?:private|specialist|corporal|sergeant|airman|seaman|recruit|lieutenant|captain|major|colonel"
    r"|commander|ensign|mate|petty\s+officer)(?:\s+(?:first|second|third)\s+class|\s+E-?\d)?)\s+",
    re.IGNORECASE,
    accepts=["Mr. Roe", "Dr. Jane Roe", "Sheriff Poe"],
    refuses=["Drew Roe", "Honora Poe"],
)
STATE_AS_PARTY = Pattern(
    r"^(?:The\s+)?(?P<sovereign>State|Commonwealth|People)(?:\s+of\s+the\s+State)?\s+of\s+(?P<place>[A-Z][\w’']+(?:\s[A-Z]\w+)?)$",
    re.IGNORECASE,
    accepts=["State of Indiana", "People of the State of New York", "Commonwealth of Virginia"],
    refuses=["State Farm Insurance Co.", "United States of America"],
    by="match",
)
# What prose says beside a name's last word, in small letters.
ADDRESSED = Pattern(
    r"\b(?:mr|mrs|ms|dr|officer)\.?\s+$",
    accepts=["that ms. ", "officer "],
    refuses=["that jane ", "mr. john "],
)
WORD_BEFORE = Pattern(r"(?<!\w)(\w+)\.?\s+$", accepts=["the ", "jane q. "], refuses=["(“", "the"])
SHORT_NAME = Pattern(
    r"\W{0,3}\s\(\W{0,2}([a-z]{2,6})\W{0,2}\)",
    accepts=[" (“afp”)", ", (afp)"],
    refuses=[" (5)", " said (afp)"],
    by="match",
)
ABOUT_CASE = Pattern(
    r"[\w’']|\s(?:plaintiff|defendant|court|case|action|litigation)",
    accepts=["’s motion", " court held"],
    refuses=[" moved to dismiss", "."],
    by="match",
)
