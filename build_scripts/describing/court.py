"""Which court: from the caption's heading, else from other lines that name the issuing court."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from build_scripts.describing.court_table import (
    DIRECTIONS,
    CourtTable,
    find_known_court,
    load_court_table,
    normalise_name,
)
from build_scripts.describing.opening import MOST_BLOCKS, LocatedBlock, locate_body
from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from build_scripts.model.description import Claim, Court, Span
from build_scripts.text.pattern import Pattern

# A federal court in words, or as law reports abbreviate it.
_DISTRICT_COURT = Pattern(
    r"""
    (?:(?:united\s+states|unites\s+states|u\.\s?s\.)\s+)?
    (?P<kind>district|bankruptcy)\s+courts?\b (?!\s+of\s+appeal)
    [\s,.]* (?:(?:for|in|of)\s+)? (?:the\s+)?
    (?:(?P<direction>northern|southern|eastern|western|middle|central|[nsewmc]\.)\s*)?
    (?P<label>district\s+of\s+|d\.\s*(?:of\s+)?)?
    (?P<place>[a-z]+(?:\s+[a-z]+){0,3})
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "UNITED STATES DISTRICT COURT NORTHERN DISTRICT OF CALIFORNIA",
        "United States District Court, N.D. California",
        "U.S. Bankruptcy Court for the District of Delaware",
        "United States District Court, District of Columbia",
    ],
    refuses=[
        "District Court of Appeal of Florida",  # a state court
    ],
)
# Districts that are printed without the word: "District Court of the Virgin Islands".
_UNLABELLED = frozenset(
    {"virgin islands", "northern mariana islands", "district of columbia", "guam"}
)
_CIRCUIT_COURT = Pattern(
    r"""
    (?: (?P<panel>(?:united\s+states\s+)?bankruptcy\s+appellate\s+panel)
      | (?:(?:united|unites)\s+states|u\.\s?s\.)\s+(?:circuit\s+)?court\s+of\s+appeals
      | circuit\s+court\s+of\s+appeals )
    [\s,.]* (?:(?:for|of)\s+)? (?:the\s+)?
    (?P<circuit>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh
        |federal|district\s+of\s+columbia|d\.\s?c\.) \s+ circuit
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT",
        "United States Court of Appeals, Tenth Circuit",
        "United States Bankruptcy Appellate Panel of the Ninth Circuit",
    ],
    refuses=["Court of Appeal of Louisiana, Fifth Circuit"],
)
# The court below stands in the same heading as the court above.
_COURT_BELOW = Pattern(
    r"""
    \bappeals?\b(?!\s+panel)[^.]{0,60}\bfrom\b | \bcertiorari\b | \bcertification\s+from\b
    | \bpetitions?\s+for\b | \breview\s+of\b | \bremoved\s+from\b | \btransferred\s+(?:from|to)\b
    | \bpresiding\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Appeal from the",
        "On Writ of Certiorari to the",
        "Jeffrey Roe, District Judge, Presiding",
        "Certification from the",
    ],
    refuses=["BANKRUPTCY APPELLATE PANEL"],
)
_MOST_HEADING_LINES = 4
_LONGEST_HEADING = 400
_MOST_NAME_WORDS = 14
_SHORT_DIRECTIONS = {f"{initial.lower()}.": name for initial, name in DIRECTIONS.items()}


@dataclass(frozen=True, slots=True)
class CourtMatch:
    """A court that a text names, and where."""

    court: Court
    start: int
    end: int


def _look_up_district(match: re.Match[str], table: CourtTable) -> CourtMatch | None:
    printed = (match["direction"] or "").lower()
    direction = _SHORT_DIRECTIONS.get(printed, printed.capitalize())
    courts = table.districts if match["kind"].lower() == "district" else table.bankruptcy
    words = match["place"].split()
    # The state is the longest run of words that names one: "New York Civil Minutes" is New York.
    for length in range(len(words), 0, -1):
        place = " ".join(words[:length]).lower()
        if place == "columbia":
            place = "district of columbia"
        court = courts.get((direction, place))
        if court and (match["label"] or place in _UNLABELLED):
            tail = len(match["place"]) - len(" ".join(words[:length]))
            return CourtMatch(court, match.start(), match.end() - tail)
    return None


def _match_district(text: str, table: CourtTable) -> CourtMatch | None:
    found = (_look_up_district(match, table) for match in _DISTRICT_COURT.finditer(text))
    return next((match for match in found if match), None)


def _match_circuit(text: str, table: CourtTable) -> CourtMatch | None:
    match = _CIRCUIT_COURT.search(text)
    if not match:
        return None
    circuit = re.sub(r"\s+", " ", match["circuit"].lower())
    if circuit.startswith("d."):
        circuit = "district of columbia"
    court = (table.panels if match["panel"] else table.circuits).get(circuit)
    return CourtMatch(court, match.start(), match.end()) if court else None


def _match_named(text: str, table: CourtTable) -> CourtMatch | None:
    """A specialised or state court whose name begins the line."""
    words = text.split()
    for length in range(min(len(words), _MOST_NAME_WORDS), 1, -1):
        head = " ".join(words[:length])
        court = table.named.get(normalise_name(head))
        if court and re.search(r"\b(?:court|panel)\b", head, re.IGNORECASE):
            return CourtMatch(court, 0, len(head))
    return None


def match_federal_court(text: str) -> CourtMatch | None:
    """The federal circuit or district court that `text` names anywhere, else None."""
    table = load_court_table()
    return _match_circuit(text, table) or _match_district(text, table)


def match_court(text: str) -> CourtMatch | None:
    """The court that `text` names: a circuit or district anywhere, another court at its start."""
    return match_federal_court(text) or _match_named(text, load_court_table())


def _match_heading(lines: tuple[LocatedBlock, ...], index: int) -> Claim[Court] | None:
    """The court that the line at `index` names, alone or with the lines that follow it."""
    first = lines[index]
    text = ""
    for line in lines[index : index + _MOST_HEADING_LINES]:
        text = f"{text} {line.text}".strip()
        if len(text) > _LONGEST_HEADING or (line is not first and _COURT_BELOW.search(line.text)):
            return None
        found = match_court(text)
        if found and found.start <= len(first.text):
            whole = Span(first.offset, line.offset + len(line.text))
            # Offsets of the joined text hold only within the first line.
            within = found.end <= len(first.text)
            span = first.span(found.start, found.end) if within else whole
            return Claim(found.court, span, "named in the heading")
    return None


def _find_in_lines(lines: tuple[LocatedBlock, ...]) -> Claim[Court] | None:
    below = -_MOST_HEADING_LINES
    for index, line in enumerate(lines):
        if _COURT_BELOW.search(line.text):
            below = index
        names_court = re.search(r"court|panel", line.text, re.IGNORECASE)
        claim = _match_heading(lines, index) if names_court and index - below > 1 else None
        if claim:
            return claim
    return None


_DIVISION = Pattern(
    r"\bappellate\s+division\b",
    re.IGNORECASE,
    accepts=[
        "Supreme Court, Appellate Division",
        "SUPERIOR COURT OF NEW JERSEY APPELLATE DIVISION",
    ],
    refuses=["Supreme Court, Appellate Term", "Superior Court, Law Division"],
)
_TERM = Pattern(
    r"\bappellate\s+term\b",
    re.IGNORECASE,
    accepts=["Supreme Court, Appellate Term, First Department"],
    refuses=["Supreme Court, Appellate Division", "the appellate terms"],
)
# A tier of a court that is a court of its own: (id of the court, words on the front) → its id.
_TIERS = (
    ("nysupct", _DIVISION, "nyappdiv"),
    ("nysupct", _TERM, "nyappterm"),
    ("njsuper", _DIVISION, "njsuperctappdiv"),
)
_TIER_LINES = 12
# New York's trial court.
_COUNTY = Pattern(
    r"^\W*supreme\s+court,\s+[a-z. ]{3,25}\scounty\b",
    re.IGNORECASE,
    accepts=["Supreme Court, Bronx County,"],
    refuses=["Supreme Court", "Supreme Court of Kings County"],
    by="match",
)
# Where the case itself is reported: a reporter of one court tells the court.
_REPORTED = r"^\W*(?:cite\s+as:?\s+)?\d{1,3}\s+"
_PAGE = r"\s+(?:\d{1,4}|_+)(?=\s|$|\.|\])"
_OWN_REPORTS = (
    (
        Pattern(
            rf"{_REPORTED}U\.\s?S\.{_PAGE}",
            re.IGNORECASE,
            accepts=["138 U.S. 109", "Cite as: 569 U. S. ____ (2013)"],
            refuses=[
                "410 U.S. 113, 120",  # a citation in prose
                "28 U.S.C. 1915",
            ],
            by="match",
        ),
        "scotus",
    ),
    (
        Pattern(
            rf"{_REPORTED}A\.?\s?D\.?\s?[23]d{_PAGE}",
            re.IGNORECASE,
            accepts=["[77 AD3d 1234]", "12 A.D.2d 345"],
            refuses=["77 AD3d 1234, 1235", "see 77 AD3d 1234"],
            by="match",
        ),
        "nyappdiv",
    ),
    (
        Pattern(
            rf"{_REPORTED}N\.?\s?Y\.?\s?[23]d{_PAGE}",
            re.IGNORECASE,
            accepts=["12 NY3d 345", "4 N.Y.2d 56"],
            refuses=[
                "717 NYS2d 63",  # of several courts
            ],
            by="match",
        ),
        "ny",
    ),
    (
        Pattern(
            rf"{_REPORTED}Cal\.\s?App\.\s?(?:2d|3d|4th|5th){_PAGE}",
            re.IGNORECASE,
            accepts=["98 Cal.App.4th 12"],
            refuses=["98 Cal.4th 12", "98 Cal.Rptr.2d 12"],
            by="match",
        ),
        "calctapp",
    ),
    (
        Pattern(
            rf"{_REPORTED}Cal\.\s?(?:2d|3d|4th|5th){_PAGE}",
            re.IGNORECASE,
            accepts=["98 Cal.4th 12"],
            refuses=["98 Cal.App.4th 12", "98 Cal.Rptr.2d 12"],
            by="match",
        ),
        "cal",
    ),
)
# Trial courts and courts of appeal whose own reports name the place alone.
_BY_PLACE = (
    (
        Pattern(
            r"^\W*superior\s+court,?\s+(?:geographical\s+area|judicial\s+district)\b",
            re.IGNORECASE,
            accepts=[
                "Superior Court Geographical Area No. 14 at Hartford",
                "Superior Court, Judicial District of Danbury",
            ],
            refuses=[
                "Superior Court of Danbury",
                "the Superior Court, Judicial District of Danbury",
            ],
            by="match",
        ),
        "connsuperct",
        "a part of Connecticut's trial court",
    ),
    (
        Pattern(
            r"^\W*(?:first|second|third|fourth|fifth|sixth)\s+dist\.,?\s+div\.\s+\w+\.?\W*$",
            re.IGNORECASE,
            accepts=["Fourth Dist., Div. Two."],
            refuses=["Fourth District Court"],
            by="match",
        ),
        "calctapp",
        "a division of California's court of appeal",
    ),
    (
        Pattern(
            r"^\W*(?:supreme\s+court,?\s+)?appellate\s+division\b.{0,160}?\b"
            r"(?:first|second|third|fourth)\s+(?:judicial\s+)?department\b",
            re.IGNORECASE,
            accepts=["Supreme Court, Appellate Division Third Judicial Department"],
            refuses=["Supreme Court, Appellate Division", "Supreme Court, Third Department"],
            by="match",
        ),
        "nyappdiv",
        "a department of New York's appellate division",
    ),
)
_REPORT_LINES = 8


def refine_tier(court: Court, texts: Iterable[str]) -> Court:
    """The division of a court that sat, where `texts` name it and it is a court of its own."""
    fitting = [(words, tier) for court_id, words, tier in _TIERS if court_id == court.court_id]
    for words, tier in fitting:
        division = find_known_court(tier)
        if division and any(words.search(text[:200]) for text in texts):
            return division
    return court


# A court named behind counsel's names.
_NAMED_BEHIND = Pattern(
    r"\bIn\s+the\s+(?P<name>(?:[A-Z][a-z]+\s+){1,3}(?:Supreme\s+Court|Court\s+of\s+Appeals|Court))\b",
    accepts=["… Roe & Poe In the Indiana Supreme Court"],
    refuses=["… Roe & Poe in the Supreme Court", "In the Court"],
)


def _find_behind_counsel(lines: tuple[LocatedBlock, ...]) -> Claim[Court] | None:
    for line in lines[:_TIER_LINES]:
        match = _NAMED_BEHIND.search(line.text)
        found = match_court(match["name"]) if match else None
        if match and found:
            span = line.span(match.start("name"), match.end("name"))
            return Claim(found.court, span, "named beside counsel")
    return None


def _find_by_report(lines: tuple[LocatedBlock, ...]) -> Claim[Court] | None:
    for line in lines[:_REPORT_LINES]:
        for pattern, court_id in _OWN_REPORTS:
            match = pattern.match(line.text)
            court = find_known_court(court_id) if match else None
            if match and court:
                return Claim(court, line.span(0, match.end()), "the reporter that prints the case")
    return None


def _find_by_place(lines: tuple[LocatedBlock, ...]) -> Claim[Court] | None:
    for index, line in enumerate(lines[:_TIER_LINES]):
        front = " ".join(each.text[:_LONGEST_HEADING] for each in lines[index : index + 5])
        for pattern, court_id, reason in _BY_PLACE:
            match = pattern.match(line.text) or pattern.match(front)
            court = find_known_court(court_id) if match else None
            if match and court:
                return Claim(court, line.span(0, min(match.end(), len(line.text))), reason)
    return None


def find_court(clean: CleanOrder) -> Claim[Court] | None:
    """The issuing court, or None where no line of the front or margin names a known court."""
    lines = locate_body(clean)[:MOST_BLOCKS]
    heading = tuple(line for line in lines if line.kind is BlockKind.COURT)
    claim = _find_in_lines(heading) or _find_in_lines(lines)
    if claim:
        texts = [line.text for line in lines[:_TIER_LINES]]
        return replace(claim, value=refine_tier(claim.value, texts))
    # Pleading paper prints the court's name in the margin, which cleaning takes out.
    reasons = (RemovalReason.MARGIN_NAME,)
    margin = " ".join(removal.text for removal in clean.removals if removal.reason in reasons)
    found = match_court(margin)
    if found:
        return Claim(found.court, None, "named in the margin")
    county = next((line for line in lines[:_TIER_LINES] if _COUNTY.match(line.text)), None)
    court = find_known_court("nysupct") if county else None
    if county and court:
        return Claim(court, county.span(), "a county of New York's trial court")
    return _find_by_report(lines) or _find_by_place(lines) or _find_behind_counsel(lines)
