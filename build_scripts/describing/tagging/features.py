"""What the second reader sees of a piece: shapes and words of courts, dates, names and offices."""

import re
from collections.abc import Iterator, Sequence

from build_scripts.describing.tagging.segments import Segment
from build_scripts.model.text.dates import MONTH
from build_scripts.model.text.pattern import Pattern

SHAPES = {
    "date": Pattern(
        rf"\b{MONTH}\.?\s?\d{{1,2}}(?:st|nd|rd|th)?\s?,?\s?(?:19|20)\d\d|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:day\sof\s)?{MONTH},?\s(?:19|20)\d\d",
        re.IGNORECASE,
        accepts=["March 4, 2021", "this 4th day of March, 2021", "SEPTEMBER 4, 2021"],
        refuses=["March 4", "3/4/2021"],
    ),
    "numeric date": Pattern(
        r"\b\d{1,2}[/-]\d{1,2}[/-](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b",
        accepts=["3/4/2021", "03-04-21", "2021-03-04"],
        refuses=["12-345", "2021"],
    ),
    "month": Pattern(rf"\b{MONTH}\b", re.IGNORECASE, accepts=["March"], refuses=["Marching"]),
    "federal docket": Pattern(
        r"\b\d{0,2}:?\d\d\s?[-–]\s?(?:cv|cr|mc|md|mj|ec|gj|misc|bk|ap|civ|crim|cr\.|cv\.)\s?[-–]?\s?\d{1,6}",
        re.IGNORECASE,
        accepts=["3:21-cv-01234-ABC", "21-CR-12", "21 Civ. 1234"[:0] + "21-civ-1234"],
        refuses=["21-1234", "cv-1234"],
    ),
    "number with dash": Pattern(
        r"\b[A-Z]{0,4}\d{2,4}[-–][A-Z\d]{1,6}(?:[-–][A-Z\d]{1,6})*\b",
        accepts=["21-1234", "A-1234-21", "2021-CA-001234", "S21-12"],
        refuses=["1234", "ABC"],
    ),
    "long number": Pattern(r"\b[A-Z]?\d{5,9}\b", accepts=["E078123", "104567"], refuses=["1234"]),
    "number label": Pattern(
        r"\b(?:No|Nos|Case|Cause|Docket|Dkt|Civil|Criminal|Index|Civ|Crim|Action|File|Misc|Claim)\b",
        re.IGNORECASE,
        accepts=["Case No.", "Index"],
        refuses=["Note", "closed"],
    ),
    "versus": Pattern(
        r"^(?:-?\s?(?:v|vs|versus|against)\.?\s?-?,?)$|^[-–—]\s?(?:v|vs|against)",
        re.IGNORECASE,
        accepts=["v.", "vs.", "-against-", "V", "versus"],
        refuses=["v. Roe", "very"],
    ),
    "versus inside": Pattern(
        r"\S\s(?:v|vs|versus|against)\.?\s\S",
        re.IGNORECASE,
        accepts=["Roe v. Doe"],
        refuses=["v. Doe"],
    ),
    "versus first": Pattern(
        r"^(?:v|vs)\.?\s\S", re.IGNORECASE, accepts=["v. Doe"], refuses=["Roe v. Doe", "vs."]
    ),
    "role": Pattern(
        r"\b(?:Plaintiffs?|Defendants?|Petitioners?|Respondents?|Appell(?:ant|ee)s?|Debtors?|Claimants?|Relators?|Movants?|Appellants?|Complainants?|Intervenors?)\b",
        re.IGNORECASE,
        accepts=["Plaintiff,", "Defendants-Appellees"],
        refuses=["plaint", "the motion"],
    ),
    "role alone": Pattern(
        r"^(?:(?:Plaintiffs?|Defendants?|Petitioners?|Respondents?|Appell(?:ant|ee)s?|Debtors?|Cross|and|Third|Party|Counter|Real|in|Interest)[\s,./-]{0,3})+$",
        re.IGNORECASE,
        accepts=["Plaintiff,", "Defendant-Appellee."],
        refuses=["Roe, Plaintiff", "the plaintiff"],
    ),
    "in re": Pattern(
        r"^(?:In\s?re\b|In\sthe\s(?:Matter|Interest|Estate)|Matter\sof|Ex\sparte|Estate\sof|IN\sTHE\sMATTER)",
        re.IGNORECASE,
        accepts=["In re Roe", "IN THE MATTER OF"],
        refuses=["In the case", "Roe"],
    ),
    "court word": Pattern(
        r"\b(?:Court|District|Circuit|Division|Appeals|Bankruptcy|Superior|Supreme|Tribunal|Commission|Board|Judicial|County\sof|State\sof|Department)\b",
        re.IGNORECASE,
        accepts=["UNITED STATES DISTRICT COURT", "Board of Appeals"],
        refuses=["courtesy", "Roe"],
    ),
    "court line": Pattern(
        r"^(?:(?:IN\s)?THE\s)?(?:UNITED\sSTATES|U\.\s?S\.)\s(?:DISTRICT|BANKRUPTCY|TAX|COURT)|^(?:FOR\sTHE\s)?(?:NORTHERN|SOUTHERN|EASTERN|WESTERN|CENTRAL|MIDDLE)?\s?DISTRICT\sOF|COURT\sOF\s(?:APPEALS?|THE|COMMON|CRIMINAL|CLAIMS|CHANCERY)|(?:SUPREME|SUPERIOR|CIRCUIT|DISTRICT|CHANCERY|PROBATE|FAMILY)\sCOURT",
        re.IGNORECASE,
        accepts=[
            "IN THE UNITED STATES DISTRICT COURT",
            "Northern District of Ohio",
            "Court of Appeals",
        ],
        refuses=["the court held", "Roe"],
    ),
    "judge title": Pattern(
        r"\b(?:(?:Chief|Senior|Presiding|Associate|Acting|Administrative|Magistrate|District|Circuit|Bankruptcy|Superior\sCourt|County)\s){0,3}(?:Judges?|Justices?|Magistrate|Chancellor|Referee|Commissioner|JJ?\.|[CP]\.\s?J\.|J\.S\.C\.|[AP]\.?J\.|U\.S\.D\.J\.)",
        re.IGNORECASE,
        accepts=["United States District Judge", "Roe, J.", "Presiding Justice"],
        refuses=["adjudged", "judicial"],
    ),
    "honorable": Pattern(
        r"\bHon(?:orable|\.)", re.IGNORECASE, accepts=["The Honorable Roe"], refuses=["honor"]
    ),
    "before": Pattern(
        r"^(?:Before|Present|PRESENT|Panel)\b",
        re.IGNORECASE,
        accepts=["Before: ROE"],
        refuses=["the day before"],
    ),
    "signed": Pattern(
        r"/s/|^s/|^_{4,}|\b(?:so\sordered|by\sthe\scourt|per\scuriam)\b",
        re.IGNORECASE,
        accepts=["/s/ Roe", "SO ORDERED", "BY THE COURT:"],
        refuses=["ordered so", "the court"],
    ),
    "dated": Pattern(
        r"\b(?:Dated?|DATED|Decided|Filed|Entered|Signed|Issued|Rendered|Delivered|Released|Argued|Submitted|Opinion\sfiled|day\sof)\b",
        re.IGNORECASE,
        accepts=["DATED:", "Filed", "this 4th day of"],
        refuses=["update", "entering"],
    ),
    "title word": Pattern(
        r"\b(?:ORDER|OPINION|MEMORANDUM|JUDGMENT|DECISION|RULING|REPORT|RECOMMENDATIONS?|DECREE|ENTRY|FINDINGS|STIPULATION)\b",
        accepts=["MEMORANDUM OPINION AND ORDER"],
        refuses=["ordered", "the Opinion"],
    ),
    "title word, small": Pattern(
        r"^(?:[A-Z][a-z]+\s){0,3}(?:Order|Opinion|Memorandum|Judgment|Decision|Ruling|Report)\b",
        accepts=["Memorandum Opinion", "Order Granting Motion"],
        refuses=["The order", "ORDER"],
    ),
    "counsel": Pattern(
        r"\b(?:Attorneys?|Counsel|Esq|LLP|Law\sOffices?|Assistant|Bar\sNo|Telephone|Suite|Street|Facsimile|E-?mail|Clerk|Deputy)\b",
        re.IGNORECASE,
        accepts=["Roe, Esq.", "Attorney for Plaintiff"],
        refuses=["the court"],
    ),
    "business": Pattern(
        r"\b(?:Inc|Corp|Corporation|Co|Company|LLC|L\.L\.C|LP|LLP|Ltd|N\.A|Bank|Association|Trust|City\sof|County\sof|State\sof|United\sStates|People|Commonwealth)\b",
        re.IGNORECASE,
        accepts=["ROE, INC.", "United States of America"],
        refuses=["the motion"],
    ),
    "et al": Pattern(r"\bet\s?al\b", re.IGNORECASE, accepts=["ROE, et al.,"], refuses=["metal"]),
    "decide word": Pattern(
        r"\b(?:granted|denied|affirmed|reversed|dismissed|remanded|ordered|adjudged)\b",
        re.IGNORECASE,
        accepts=["IT IS ORDERED"],
        refuses=["order"],
    ),
    "page mark": Pattern(
        r"^(?:Page\s)?\d{1,3}(?:\sof\s\d{1,3})?$|Page\s?\d",
        re.IGNORECASE,
        accepts=["Page 3 of 4", "3"],
        refuses=["Roe"],
    ),
    "cited": Pattern(
        r"\d\s(?:U\.\s?S\.|F\.\s?\d?d?|S\.\s?Ct|N\.E|N\.W|S\.E|So\.|P\.\s?\dd|A\.\s?\dd|WL)(?:\s|\d|$)|§",
        accepts=["550 U.S. 544", "28 U.S.C. § 1331"],
        refuses=["Roe v. Doe"],
    ),
    "ends with comma": Pattern(r",\s?$", accepts=["ROE,"], refuses=["ROE"]),
    "ends with stop": Pattern(r"\.\s?$", accepts=["Roe."], refuses=["Roe"]),
    "colon": Pattern(r":", accepts=["DATED:"], refuses=["DATED"]),
}
_SEEN = ("court line", "versus", "federal docket", "date", "title word", "role", "judge title")
_NEAR = (
    "versus",
    "versus first",
    "role",
    "role alone",
    "judge title",
    "court line",
    "number label",
    "federal docket",
    "date",
    "dated",
    "title word",
    "signed",
    "in re",
    "honorable",
)
_WORDS_TOLD = 12


def list_features(segments: Sequence[Segment]) -> list[list[str]]:
    """Return each piece's features, sorted; the same for the same pieces."""
    shapes = [frozenset(_list_shapes(each.text)) for each in segments]
    rows = [each.row for each, seen in zip(segments, shapes, strict=True) if "versus" in seen]
    told: list[list[str]] = []
    seen: set[str] = set()
    for place, segment in enumerate(segments):
        features = set(shapes[place])
        features |= set(_list_places(segment))
        features |= {f"word {word}" for word in _list_words(segment.text)}
        features |= {f"not seen {each}" for each in _SEEN if each not in seen}
        if rows:
            nearest = min((segment.row - row for row in rows), key=abs)
            if abs(nearest) <= 6:
                features.add(f"rows from versus {nearest}")
        for name, at in (
            ("before", place - 1),
            ("behind", place + 1),
            ("above", segment.above),
            ("below", segment.below),
        ):
            if 0 <= at < len(segments):
                features |= {f"{name}: {each}" for each in _NEAR if each in shapes[at]}
                features |= {f"{name}: capitals"} if "capitals" in shapes[at] else set()
            else:
                features.add(f"{name}: nothing")
        seen |= shapes[place]
        told.append(sorted(features))
    return told


def _list_shapes(text: str) -> Iterator[str]:
    for name, pattern in SHAPES.items():
        if pattern.search(text):
            yield name
    letters = [char for char in text if char.isalpha()]
    if letters and sum(char.isupper() for char in letters) >= 0.85 * len(letters):
        yield "capitals"
    words = re.findall(r"[^\W\d_]+", text)
    if len(words) >= 2 and all(word[0].isupper() for word in words if len(word) > 3):
        yield "each word begins with a capital"
    if text[:1].islower():
        yield "begins small"
    if any(char.isdigit() for char in text):
        yield "digit"
    count = len(text.split())
    yield f"words {_bin(count, (5, 9, 16))}"


def _bin(count: int, bounds: Sequence[int]) -> str:
    """Return the number itself below the first bound, else the bound that it reaches."""
    return str(count) if count < bounds[0] else f"{max(b for b in bounds if count >= b)}+"


def _list_places(segment: Segment) -> Iterator[str]:
    yield f"row {_bin(segment.row, (4, 8, 16, 31, 61))}"
    yield f"rows behind {_bin(segment.from_end, (3, 7, 16, 41))}"
    yield f"column {min(segment.column, 2)} of {min(segment.width, 3)}"
    yield f"indent {min(segment.start // 8, 6)}"
    if segment.centred:
        yield "centred"
    if segment.bold:
        yield "bold"


def _list_words(text: str) -> list[str]:
    words = re.findall(r"[a-z][a-z.'’-]*[a-z.]|[a-z]|\d{1,2}(?=\W|$)", text.lower())
    return [re.sub(r"\d", "0", word) for word in words[:_WORDS_TOLD]]
