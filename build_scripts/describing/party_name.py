"""A party's short name, as a lawyer cites it (Bluebook rule 10.2.1 and table T6)."""

import re

from nameparser import HumanName

from build_scripts.text.name_case import GENERATION, is_capitals, to_normal_case
from build_scripts.text.pattern import Pattern

# What shows that a party is no natural person.
_ENTITY = Pattern(
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
      |parish|bar|holdco|warehouse|marketing|trucking|auto|leasing|rentals?|development|contractors
      |builders|consulting|staffing|packaging|chemicals?|plastics|apparel|nursing|rehabilitation|care)\b
    | [&\d@#] | \.com\b | \bex\s+rel\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["ACME HARDWARE CO.", "County of Kings", "7 Cups", "M/V Roe"],
    refuses=["Jane Roe", "Francine O'Poe"],
)
# Where the first party's name ends.
_NAME_END = Pattern(
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
_SUFFIX_WORD = (
    r"(?:inc|incorporated|llc|l\.\s?l\.\s?c|llp|l\.?p|ltd|limited|corp|corporation|co|company|n\.?\s?a|plc"
    r"|s\.?a|p\.?c|p\.?a|jr|sr|ii|iii|iv|fsb|lc|pllc|gmbh|n\.?v|b\.?v|national\s+association)"
)
_SUFFIX = Pattern(
    rf"^{_SUFFIX_WORD}\b\.?$",
    re.IGNORECASE,
    accepts=["Inc.", "N.A.", "National Association"],
    refuses=["Incline Mills", "Roe"],
    by="match",
)
# A union's local.
_LOCAL = Pattern(
    r"^(?:local|lodge|district\s+council)\s+(?:no\.\s+)?\d+$",
    re.IGNORECASE,
    accepts=["Local 16", "Lodge No. 4", "District Council 12"],
    refuses=["Brotherhood of Lock Tenders, Local 16", "Local Mills"],
    by="match",
)
# A second party behind a business suffix.
_SECOND_PARTY = Pattern(
    r"(?P<first>\b(?:inc|llc|l\.l\.c|llp|ltd|corp|co|n\.a|corporation|company)\b\.?),?\s+(?:and|&)\s+\S.*$",
    re.IGNORECASE,
    accepts=["BOLT INC. and BOLT AVIATION, INC."],
    refuses=["Acme & Bolt, Inc.", "Jane Roe and Acme Corp."],
)
# Table T6, as far as reporters and lawyers apply it to the short caption itself.
_ABBREVIATIONS = (
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
_SURNAME_IN_CAPITALS = Pattern(
    r"^(?:[^\s]+\s+){1,4}?(?P<surname>[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)$",
    accepts=["Salvador PEREZ", "Jane Q. ROE"],
    refuses=["Salvador Perez", "PEREZ"],
    by="match",
)
_MOST_PERSON_WORDS = 5
# Words of businesses that are surnames too.
_SURNAME_TOO = Pattern(
    r"^(?:mills|house|bank|church|press|parish|farms|homes?|works|bar|friends|steel"
    r"|care|state|water|power|school|mission|ranch)$",
    re.IGNORECASE,
    accepts=["Mills", "HOUSE"],
    refuses=["Mill", "Company"],
)
# "ST. PAUL FIRE and MARINE INSURANCE COMPANY" is one name, "JANE ROE and ROE PRESS, INC." two.
_INCORPORATED = Pattern(
    r"\b(?:inc|llc|l\.l\.c|ltd|llp|l\.p|corp|guarantee\s+company)\.?$",
    re.IGNORECASE,
    accepts=["CASTLE APOTHECARY, INC.", "Acme LLC"],
    refuses=["MARINE INSURANCE COMPANY", "Inc. Magazine"],
)
_NEXT_BUSINESS = Pattern(
    r"\b(?i:inc\.?|llc)(?=\s[A-Z]\w+\s[A-Z])|\b(?i:corp|co)\.(?=/)",
    accepts=["Acme Inc. Bolt Mills LLC", "Acme Corp./Bolt Bros."],
    refuses=["Acme Inc. of Ohio", "Acme Inc., Bolt"],
)
# What a business's name ends with: another's follows its "and".
_BUSINESS_END = Pattern(
    r"\w\s(?:bank|association|university|hospital|cent(?:er|re)|corporation|n\.a\.|foundation|authority)$",
    re.IGNORECASE,
    accepts=["ACME SAVINGS BANK", "Town Center"],
    refuses=["Bank", "ST. PAUL FIRE"],
)
_LONG_NAME = 8  # words: one party's name seldom has more
_RELATOR = Pattern(
    r"\b(?:ex\s+rel\.?|on\s+the\s+relation\s+of)\s+",
    re.IGNORECASE,
    accepts=["United States ex rel. Roe", "State on the relation of Roe"],
    refuses=["Roe v. Poe", "Aurex Rely Corp."],
)
_HONORIFIC = Pattern(
    r"^(?:(?:mr|mrs|ms|dr|hon|honorable|rev|sgt|officer|judge|warden|sheriff)\.?"
    r"|(?:(?:chief|staff|senior|master|first|second|gunnery|technical|lance|major|lieutenant|boatswain.s)\s+){0,2}"
    r"(?:private|specialist|corporal|sergeant|airman|seaman|recruit|lieutenant|captain|major|colonel"
    r"|commander|ensign|mate|petty\s+officer)(?:\s+(?:first|second|third)\s+class|\s+E-?\d)?)\s+",
    re.IGNORECASE,
    accepts=["Mr. Roe", "Dr. Jane Roe", "Sheriff Poe"],
    refuses=["Drew Roe", "Honora Poe"],
)
_SOVEREIGN = Pattern(
    r"^(?:The\s+)?(?P<sovereign>State|Commonwealth|People)(?:\s+of\s+the\s+State)?\s+of\s+(?P<place>[A-Z][\w’']+(?:\s[A-Z]\w+)?)$",
    re.IGNORECASE,
    accepts=["State of Indiana", "People of the State of New York", "Commonwealth of Virginia"],
    refuses=["State Farm Insurance Co.", "United States of America"],
    by="match",
)


def _first_party(side: str) -> str:
    """The first-named party of a side, without the others and without descriptions."""
    # "(Before a Referee) THE FLORIDA BAR": what stands in front says how, not who.
    text = (
        re.sub(r"\s+", " ", re.sub(r"^\W*\([^()]{1,40}\)\s*(?=\w)", "", side))
        .strip(" ,;-")
        .lstrip(".) ")
    )
    match = _NAME_END.search(text)
    if match and match.start() > 0:
        text = text[: match.start()]
    # Two lines, two businesses: "ACME INC." | "BOLT LLC"; one with its other name behind a stroke.
    next_name = _NEXT_BUSINESS.search(text)
    text = text[: next_name.end()] if next_name else text
    text = _SECOND_PARTY.sub(lambda found: found["first"], text)
    parts = [part.strip() for part in text.split(",")]
    name = parts[0]
    for part in parts[1:]:
        if not (_SUFFIX.match(part) or _LOCAL.match(part)):
            break
        name = f"{name}, {part}"
    return _first_of_two(name).strip(" ,;")


def _first_of_two(name: str) -> str:
    """The first of two persons, or of an agency and a person, joined by "and"."""
    halves = re.split(r"\s+(?:and|AND)\s+", name)
    if len(halves) < 2:
        return name
    # "… and the Environmental Quality Board …" names a second party.
    apart = re.split(r"\s+and\s+the\s+", name, maxsplit=1, flags=re.IGNORECASE)
    if len(apart) == 2 and (_SOVEREIGN.match(apart[0]) or len(name.split()) > _LONG_NAME):
        return apart[0]
    if not _ENTITY.search(name):
        # "JANE A. and JOHN ROE" share their surname.
        named = len(halves[0].split()) > 1 and not re.search(r"\s\w\.?$", halves[0])
        return halves[0] if named else halves[-1]
    # "EUPHEMIA CASTLE and CASTLE APOTHECARY, INC.": a person, then a company of two words or more.
    company = [word for word in halves[-1].split() if not _SUFFIX.match(word.strip(",."))]
    first_is_person = 1 < len(halves[0].split()) <= 4 and not _ENTITY.search(halves[0])
    incorporated = _INCORPORATED.search(halves[-1])
    if len(halves) == 2 and first_is_person and incorporated and len(company) > 1:
        return halves[0]
    if len(halves) == 2 and incorporated and len(company) > 1 and _BUSINESS_END.search(halves[0]):
        return halves[0]
    last_is_person = 1 < len(halves[-1].split()) <= 4 and not _ENTITY.search(halves[-1])
    if len(halves) == 2 and last_is_person and _ENTITY.search(halves[0]):
        return halves[0]
    return name


def _find_surname(name: str, prose: str) -> str:
    """A natural person's surname (rule 10.2.1(g)); initials and single names stay whole."""
    name = GENERATION.sub("", _HONORIFIC.sub("", name))
    words = name.replace(",", " ").split()
    if len(words) == 1 or all(re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?\.?", word) for word in words):
        return name
    printed = _SURNAME_IN_CAPITALS.match(name)
    if printed and not is_capitals(name):
        return printed["surname"]
    last = HumanName(name).last or name
    if len(last.strip(".")) == 1:
        return name  # "Jane M.": whose surname is withheld
    # "Jose De Jesus Roe-Poe": the prose says how much of it is the surname.
    *before, surname = last.split()
    if before:
        behind = rf"(?i:(?<!{re.escape(before[-1])} ){re.escape(surname)}\b)"
        if len(re.findall(behind, prose)) > 1:
            return surname
    return last


def _is_person(name: str, prose: str) -> bool:
    """Whether a name is a natural person's: no entity's word, and no "the" before its last word."""
    words = GENERATION.sub("", name).replace(",", " ").split()
    if not 1 < len(words) <= _MOST_PERSON_WORDS:
        return False
    if words[0].lower() == "the":
        return False
    last = re.escape(words[-1].strip("."))
    if re.search(rf"\b(?:Mr|Mrs|Ms|Dr|Officer)\.?\s+{last}\b", prose, re.IGNORECASE):
        return True
    if _SURNAME_TOO.search(words[-1]) and len(words) > 1:
        # "Janet T. Mills": an initial, or prose that says the last word alone, shows a person.
        alone = re.findall(rf"(?i:(?<!the )(?<!{re.escape(words[-2])} )\b{last}\b)", prose)
        if not _ENTITY.search(" ".join(words[:-1])):
            return bool(re.fullmatch(r"\w\.?", words[-2])) or len(alone) > 2
    # "Agence France Presse (“AFP”)": persons have no initials for short.
    short = re.search(rf"{last}\W{{0,3}}\s\(\W{{0,2}}([A-Z]{{2,6}})\W{{0,2}}\)", prose)
    initials = "".join(word[0].upper() for word in words)
    if _ENTITY.search(name) or (short and short[1] == initials):
        return False
    # Prose that says "the Collective", mostly, shows what "TAMALPAIS BAKERY COLLECTIVE" is; a
    # person's case is "the Roe court" now and then.
    before = words[-2].strip(".")
    found = re.findall(
        rf"(?i:(\w+)\.?\s+{last})(?![\w’']|\s(?:plaintiff|defendant|court|case|action|litigation))",
        prose,
    )
    alone = [word.lower() for word in found if word.lower() != before.lower()]
    return alone.count("the") * 2 <= len(alone)


def _name_sovereign(name: str, court_name: str | None) -> str:
    """A state as party (rule 10.2.1(f)): "State" in its own courts, else its name alone.

    A text that names no court ("") is a state report's: federal orders name theirs.
    """
    match = _SOVEREIGN.match(name)
    if not match or court_name is None:
        return name
    own = court_name == "" or (
        match["place"].lower() in court_name.lower() and "United States" not in court_name
    )
    return match["sovereign"].capitalize() if own else match["place"]


def names_entity(name: str) -> bool:
    """Whether a name holds a word that no natural person's does."""
    return _ENTITY.search(name) is not None


def shorten_party(side: str, prose: str, court_name: str | None = None) -> str:
    """One side of a caption as the short caption names it.

    `prose` gives the usual spelling of names printed in capitals; `court_name` tells a state's own
    courts. The result is empty where the side holds no name.
    """
    relator = _RELATOR.search(side)
    if relator:
        first = shorten_party(side[: relator.start()], prose, court_name)
        return f"{first} ex rel. {shorten_party(side[relator.end() :], prose, court_name)}"
    # Layout leaves a blank in ranges: "DOES 1 -10".
    name = re.sub(r"(\d)\s*[-–—]\s*(\d)", r"\1-\2", _first_party(side))
    # New York prints first names behind: "People v Roe (John)"; the services print ranks.
    name = re.sub(r"\s+\([A-Z][a-z]+\)$", "", _HONORIFIC.sub("", name))
    name = _find_surname(name, prose) if _is_person(name, prose) else name
    name = to_normal_case(name, prose).replace("'", "’")
    # Rule 10.2.1(d): no "The" as the first word of a party's name.
    name = re.sub(r"^The\s+", "", name)
    name = _name_sovereign(name, court_name)
    for pattern, short in _ABBREVIATIONS:
        name = pattern.sub(short, name)
    return re.sub(r"\s+", " ", name).strip(" ,;")
