"""The order's own docket numbers, parsed; those of lower courts and related cases kept apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from build_scripts.describing.opening import MOST_BLOCKS, LocatedBlock, find_opening, locate_body
from build_scripts.describing.text_order import read_text_order
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim, DocketNumber, Span

# A criminal defendant's number among several. Accepted: "-001" in "CR-18-00752-001-TUC-EWB", "-2".
_DEFENDANT = r"(?: [-–—](?P<defendant>\d{1,3})(?!\d) )?"
# Initials of one to three judges, as printed behind a number; what kind of case E.D. Cal. adds.
# Accepted: "-HRL", "-DMS-KSC", "-H-LL", " TJH (FFMx)", "-CAS(JCx)", "(BRM)(TJB)", "-PHX-DGC", "L",
#   "-TUC-EWB (LCK)", "(JPV/KQM)", " MFP/KBM", " TLN CKD P", "-WBS-KJN (PC)".
_WORDS = r"(?:IN|RE|OF|ON|TO|AND|THE|FOR|VS|JURY|DATE|TIME|ECF|DOC|DKT|NO|NOS)\b"
_INITIALS = rf"""
    (?P<initials>
        (?: \s?[-–—]\s?(?-i:[A-Z]{{1,4}}|[A-Z][a-z]{{1,2}}[A-Z])
          | \s?(?-i:\([A-Z]{{1,4}}x?(?:/[A-Z]{{1,4}})?\))
          | \s(?-i:(?!{_WORDS})[A-Z]{{2,4}}) | (?-i:[A-Z](?![-–—])) )
        (?![A-Za-z])
        (?: (?: \s?[-–—/]\s?(?-i:[A-Z]{{1,4}}) | \s(?-i:(?!{_WORDS})[A-Z]{{2,3}})
              | \s?(?-i:\([A-Z]{{1,4}}x?\)) )
            (?![A-Za-z]) )?
        (?: \s?(?-i:\([A-Z]{{1,4}}x?\)) )?
        (?: \s(?-i:P|PC|PS|HC) (?![A-Za-z]) )?
    )?
"""
_TYPES = r"cv|cr|civ|crim|mc|md|mdl|ml|mj|bk|ap|adv|sw|po|ct|cf|cm|misc|ms|wp|tc"
# The form of the electronic filing system, with its office or without.
# Accepted: "5:17-cv-02540-HRL", "22-cv-1985-DMS-KSC", "21cv31-H-LL", "14-CV-6023L",
#   "3:18-cv-16281(BRM)(TJB)", "2019-cv-00012", "05 Civ. 10851 (RMB)", "8:16-cv-1261 DOC (KESx)".
# Refused: "17 C.F.R. 240" (no case type), "42 Civ" (no serial).
_FILED_FORM = re.compile(
    rf"""
    (?<![\w:]) (?:(?P<office>\d{{1,2}})\s?:\s?)? (?P<year>(?:19|20)?\d\d)
    [-–—\s]? (?P<type>{_TYPES})\.? [-–—\s]{{0,2}} (?P<serial>\d{{1,6}}) {_INITIALS} {_DEFENDANT}
    (?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# N.D. Illinois. Accepted: "18 C 5521", "09 CR 383". Refused: "17 C.F.R. 240", "18 C 5".
_ILLINOIS_FORM = re.compile(
    r"(?<![\w:-])(?P<year>\d\d)\s(?P<type>C|CR|cr)\s(?P<serial>\d{2,5})(?P<defendant>-\d{1,2})?(?![\w-])"
)
# A bankruptcy appellate panel's, with the state in front. Accepted: "NV-19-1288-LBT".
_PANEL_FORM = re.compile(
    r"(?<![\w-])(?P<office>[A-Z]{2})-(?P<year>\d\d)-(?P<serial>\d{3,4})(?P<initials>-[A-Za-z]{2,6})(?![\w-])"
)
# California's appellate courts. Accepted: "B256611", "S113136". Refused: "P087712".
# Indiana's: the S or A of its office tells the Supreme Court or the Court of Appeals.
# Accepted: "20S00-9810-CR-611". Refused: "20C01-9712-CF-00066" (a trial court's).
_STATE_FORM = re.compile(
    r"(?<![\w-])(?P<text>[A-HS]\d{6}|\d\d[SA]\d\d-\d{4}-[A-Z]{2}-\d{1,5})(?![\w-]|\d)"
)
# The Tax Court's, the serial first. Accepted: "19031-13", "1234-56S". Refused: "2020-26".
_TAX_FORM = re.compile(
    r"(?<![\w:.,-])(?P<text>(?!(?:19|20)\d\d-)\d{3,5}-\d\d[SLPRXD]{0,2})(?![\w-])"
)
# The form with the case type in front, as clerks wrote it before electronic filing.
# Accepted: "C 17-2540 HRL", "CV 16-05234 TJH (FFMx)", "C07-0797-JCC", "C-83-2697 EFL",
#   "MDL 15-02641-PHX-DGC", "CIV. 98-0123 WBS", "CR-18-00752-001-TUC-EWB (LCK)".
# Refused: "No. 96-7169" (nothing in front but a label).
_LEADING_FORM = re.compile(
    rf"""
    (?<![\w:]) (?:(?P<office>\d{{1,2}})\s?:\s?)?
    (?P<type>(?-i:CV|CR|CIV|CRIM|Civ|Crim|MDL|MD|MC|ML|C|SACV|EDCV|SACR|EDCR|H|L|WDQ))\.?
    [-–—\s]{{0,2}} (?P<year>(?:19|20)?\d\d)[-–—](?P<serial>\d{{1,6}}) {_DEFENDANT} {_INITIALS}
    (?!\d)
    """,
    re.VERBOSE,
)
# The judge's initials in front. Accepted: "WMN-02-662", "RDB 05-1234". Refused: "PHX-DGC".
_JUDGE_FIRST_FORM = re.compile(
    r"""
    (?<![\w-]) (?P<initials>(?!MDL|CIV|CR|CV|NO)[A-Z]{2,4}) [-–—\s]
    (?P<year>\d\d) [-–—] (?:cv[-–—])? (?P<serial>\d{1,5}) (?![\w-])
    """,
    re.VERBOSE,
)
# Year and serial alone, as appellate courts number, and districts now and then.
# Accepted: "96-7169", "11–889", "08-6301-cv", "08-99 (RWR)", "92-578-RRM", "09-10393-NMG".
# Refused: "555-1234-99", "1331-1332" (no year).
_PLAIN_FORM = re.compile(
    rf"""
    (?<![\w:.,-]) (?P<year>(?:19|20)?\d\d)[-–—](?P<serial>\d{{1,6}})
    (?:[-–—](?P<type>cv|cr|ag|bk|op|pr)\b)? {_INITIALS} (?![\d-])
    """,
    re.VERBOSE,
)
# What courts number otherwise: state high courts, the Tax Court, old reports.
# Accepted: "No. S113136", "No. 10141", "A15A1282", "SC87654", "Docket No. 1633-65".
_LABELLED_FORM = re.compile(
    r"""\bnos?\.\s*(?P<text>[A-Z]{0,4}[- ]?\d[\dA-Z,]*(?:[-–—][\dA-Z]+){0,3})""",
    re.VERBOSE | re.IGNORECASE,
)
_FORMS = (
    _FILED_FORM,
    _ILLINOIS_FORM,
    _LEADING_FORM,
    _PANEL_FORM,
    _JUDGE_FIRST_FORM,
    _PLAIN_FORM,
)
_CASE_TYPES = {
    "civ": "cv",
    "c": "cv",
    "crim": "cr",
    "mdl": "md",
    "ml": "md",
    "sacv": "cv",
    "edcv": "cv",
    "sacr": "cr",
    "edcr": "cr",
    "misc": "mc",
    "adv": "ap",
}
_NO_CASE_TYPE = frozenset({"h", "l", "wdq"})
# What E.D. Cal. adds behind the initials: prisoner, prisoner civil, pro se, habeas corpus.
_CASE_KINDS = frozenset({"P", "PC", "PS", "HC"})

# Arizona prints the division where others print the judge: Phoenix, Tucson, Prescott.
_DIVISION_CODES = frozenset({"PHX", "TUC", "PCT"})

# A line that numbers this case. Accepted: "Case No.: 22-cv-1985", "Nos. 96-7169, 96-7186",
#   "Civil Action No. 08-99", "CV 16-05234", "MDL No. 15-2641". Refused: "Re: Dkt. No. 16".
_DOCKET_LINE = re.compile(
    r"""
    ^\W{0,3}(?:\(?\s*(?:case|civil|criminal|crim|civ|action|docket|misc|mdl|adv|cause|court|record
        |bankruptcy|chapter|cv|cr|c|calendar)\b[\s.:]{0,4}){0,5}
    (?:action|case|number|proceeding|a\.)?\s{0,3} (?:nos?\b[.:\s]{0,3})? \s{0,3}
    (?:[A-Z.]{1,6}[-–—\s]{0,2}){0,2} [\[(]?\d
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENTRY_LINE = re.compile(r"\b(?:re\s*:|dkt|ecf\s+nos?|docs?\.|document)", re.IGNORECASE)
# Accepted: "D.C. No. 4:20-cv-02860-JSW", "D. C. Docket No.", "Agency No. A12-345", "BAP No."
_LOWER_LABEL = re.compile(
    r"\b(?:d\.\s?c\.(?!\s+cir)|agency|bap|bankr\w*\.?\s+court|tax\s+ct|district\s+court|lower)"
    r"(?!\w)[\w\s.]{0,20}\b(?:nos?|docket)\b|\bd\.\s?ct\.",
    re.IGNORECASE,
)
# In an appellate panel's own caption the bankruptcy case is the lower one.
_BANKRUPTCY_LABEL = re.compile(r"\b(?:bk|bankr|adv)\w*\.?\s+(?:case\s+)?nos?\b", re.IGNORECASE)
_PANEL_COURT = re.compile(r"\bbankruptcy\s+appellate\s+panel\b", re.IGNORECASE)
# An adversary proceeding has a number of its own; the bankruptcy case is the related one.
_ADVERSARY_LABEL = re.compile(r"\badv(?:ersary)?\b", re.IGNORECASE)
# A docket line that tells of this case's own course. Accepted: "No. 10-1377. Argued … Decided …".
_OWN_EVENT = re.compile(r"\b(?:argued|decided|submitted)\b.{0,40}\d{4}", re.IGNORECASE)
# A docket line with which a syllabus begins: "No. 11–889. Argued …—Decided … The Compact …".
_EVENTS_BEHIND = re.compile(
    r"^\W{0,2}(?P<numbers>Nos?\.\s.{3,60}?)\b(?:Argued|Decided|Submitted)\b"
)
# The Tax Court's line, which reads like a reference. Accepted: "Docket Nos. 19031-13, 27735-13".
_TAX_LINE = re.compile(r"^\W*Docket\s+Nos?\.\s+\d{3,5}-\d\d\b(?!-)")
# Where the Tax Court reports its memoranda. Accepted: "T.C. Memo. 2020-26".
_OWN_REPORT = re.compile(r"^\W*T\.\s?C\.\s+(?:Memo|Summary|No)\b", re.IGNORECASE)
_APPEAL_LINE = re.compile(
    r"\bappeals?\b.{0,60}\bfrom\b|\bcertiorari\s+to\b|\bpetitions?\s+for\b|\bdistrict\s+judge\b",
    re.IGNORECASE,
)
_CONSOLIDATED = re.compile(r"\bconsolidated\b|\band\s+related\b", re.IGNORECASE)
_RELATED_LABEL = re.compile(r"\brelated?(?:s)?\b|\bmember\s+case", re.IGNORECASE)


# Courts that print their number bare, and the number as they print it: a line of its own, or the
# end of the line of the decision's date. Accepted: "509876", "Decided and Entered: December 2,
#   2010 509876" (New York), "WD71234" (Missouri). Refused: "Index No. 509876", "12207".
_BARE_NUMBERS = (
    (
        re.compile(
            r"\bappellate\s+division\b.{0,300}?\bdep(?:artmen)?t\b", re.IGNORECASE | re.DOTALL
        ),
        re.compile(
            r"^\W*(?:decided\s+and\s+entered:.{8,30}\s)?(?P<text>[1-9]\d{5})\W*$", re.IGNORECASE
        ),
    ),
    (
        re.compile(r"\bmissouri\s+court\s+of\s+appeals\b", re.IGNORECASE),
        re.compile(r"^\W*(?P<text>(?:[WES]D|SC)\s?\d{5,6})\W*$"),
    ),
)

_LONGEST_LINE = 400  # a line that runs longer numbers nothing behind that


class Relation(Enum):
    """Whose docket number it is."""

    OWN = "own"
    LOWER = "lower"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class DocketMention:
    """A docket number on the front, where it stands, and whose it is."""

    number: DocketNumber
    span: Span
    relation: Relation


def _year(printed: str) -> int:
    year = int(printed)
    if year > 99:
        return year
    # Federal dockets of this numbering begin in the 1930s; none is dated ahead of the century.
    return year + (2000 if year < 50 else 1900)


def _initials(printed: str | None) -> str | None:
    """Judges' initials in one spelling: " TJH (FFMx)" → "TJH-FFM", "(BRM)(TJB)" → "BRM-TJB"."""
    if not printed:
        return None
    parts = [part.removesuffix("x") for part in re.findall(r"[A-Za-z]+", printed)]
    if len(parts) > 1 and parts[-1] in _CASE_KINDS:
        parts.pop()
    return "-".join(part for part in parts if part not in _DIVISION_CODES) or None


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" -–—.,;")


def _from_match(match: re.Match[str]) -> DocketNumber:
    groups = match.groupdict()
    case_type = (groups.get("type") or "").lower() or None
    if case_type in _NO_CASE_TYPE:
        case_type = None
    return DocketNumber(
        text=_tidy(match.group()),
        office=groups.get("office"),
        year=_year(groups["year"]),
        case_type=_CASE_TYPES.get(case_type, case_type) if case_type else None,
        serial=int(groups["serial"]),
        initials=_initials(groups.get("initials")),
        defendant=int(groups["defendant"].strip("-")) if groups.get("defendant") else None,
    )


def _iterate_numbers(text: str) -> Iterator[tuple[int, int, DocketNumber]]:
    text = text[:_LONGEST_LINE]
    position = 0
    while position < len(text):
        matches = [match for form in _FORMS if (match := form.search(text, position))]
        if not matches:
            return
        # The form that begins first, and of those the longest, holds the whole number.
        best = min(matches, key=lambda match: (match.start(), -match.end()))
        yield best.start(), best.start() + len(best.group().rstrip(" -–—.,;")), _from_match(best)
        position = best.end()


def parse_docket_number(text: str) -> DocketNumber:
    """Parse a printed docket number; where no known form fits, only `text` is filled."""
    for _, _, number in _iterate_numbers(text):
        return number
    labelled = _LABELLED_FORM.search(text)
    return DocketNumber(_tidy(labelled["text"] if labelled else text))


def agree(one: DocketNumber, other: DocketNumber) -> bool:
    """Whether two printings number one case: year, serial and, where both print it, type."""
    if one.serial is None or other.serial is None:
        return one.text == other.text
    types = {one.case_type, other.case_type} - {None}
    return (one.year, one.serial) == (other.year, other.serial) and len(types) < 2


def is_docket_line(line: LocatedBlock) -> bool:
    """Whether a line of the front numbers a case, by its kind or its own words."""
    if line.kind is BlockKind.DOCKET:
        return True
    if _TAX_LINE.match(line.text):
        return True
    if line.kind in (BlockKind.COURT, BlockKind.TITLE, BlockKind.REFERENCE):
        return False
    if _OWN_REPORT.match(line.text):
        return False
    if _EVENTS_BEHIND.match(line.text):
        return True
    return (
        len(line.text) < 160
        and not _ENTRY_LINE.search(line.text)
        and bool(_DOCKET_LINE.match(line.text))
    )


def _find_course(line: LocatedBlock, own_panel: bool, below: bool) -> bool:
    """Whether, with this line, the numbers are those of the court below."""
    if _CONSOLIDATED.search(line.text):
        below = False
    label = _LOWER_LABEL.search(line.text)
    if own_panel:
        own = bool(re.match(r"\W*bap\b", line.text, re.IGNORECASE))
        label = None if own else label or _BANKRUPTCY_LABEL.search(line.text)
        below = below and not own
    if is_docket_line(line) and _OWN_EVENT.search(line.text[:_LONGEST_LINE]):
        return False
    if label or _APPEAL_LINE.search(line.text):
        return True
    return below and line.kind not in (BlockKind.PARTIES, BlockKind.TITLE)


def _iterate_line(line: LocatedBlock, below: bool) -> Iterator[tuple[int, int, DocketNumber]]:
    """The numbers of a line of the front."""
    numbers = is_docket_line(line)
    behind = _EVENTS_BEHIND.match(line.text)
    text = behind["numbers"] if behind else line.text
    found = list(_iterate_numbers(text)) if numbers or below else []
    if _TAX_LINE.match(text):
        found = [
            (match.start("text"), match.end("text"), DocketNumber(match["text"]))
            for match in _TAX_FORM.finditer(text[:_LONGEST_LINE])
        ]
    labelled = _LABELLED_FORM.search(line.text) if numbers and not found else None
    if labelled:
        number = DocketNumber(_tidy(labelled["text"]))
        found = [(labelled.start("text"), labelled.end("text"), number)]
    if not found:
        found = [
            (match.start(), match.end(), DocketNumber(match["text"]))
            for match in _STATE_FORM.finditer(line.text[:_LONGEST_LINE])
        ]
    yield from found


def list_docket_mentions(clean: CleanOrder) -> tuple[DocketMention, ...]:
    """Every docket number on the front with its relation, in order of appearance."""
    mentions: list[DocketMention] = []
    below = False
    opening = find_opening(clean) or locate_body(clean)[:MOST_BLOCKS]
    own_panel = any(
        _PANEL_COURT.search(line.text) and not _APPEAL_LINE.search(line.text)
        for line in opening[:12]
    )
    adversary = any(is_docket_line(line) and _ADVERSARY_LABEL.search(line.text) for line in opening)
    for line in opening:
        below = _find_course(line, own_panel, below)
        relation = Relation.LOWER if below else Relation.OWN
        main_case = adversary and not _ADVERSARY_LABEL.search(line.text)
        if _RELATED_LABEL.search(line.text) or (main_case and not below and not own_panel):
            relation = Relation.RELATED
        mentions += [
            DocketMention(number, line.span(start, end), relation)
            for start, end, number in _iterate_line(line, below)
        ]
    if not any(each.relation is Relation.OWN for each in mentions):
        mentions += _list_bare_numbers(opening)
    return tuple(mentions)


def _list_bare_numbers(opening: tuple[LocatedBlock, ...]) -> tuple[DocketMention, ...]:
    front = "\n".join(line.text[:_LONGEST_LINE] for line in opening)
    forms = [number for court, number in _BARE_NUMBERS if court.search(front)]
    return tuple(
        DocketMention(DocketNumber(match["text"]), line.span(*match.span("text")), Relation.OWN)
        for line in opening
        for form in forms
        if (match := form.match(line.text))
    )


def find_docket_numbers(clean: CleanOrder) -> tuple[Claim[DocketNumber], ...]:
    """The order's own docket numbers, each in its most complete printed form.

    The stamp of the electronic filing system prints office, type and initials and wins where it
    agrees with the caption in year, type and serial. Its span is the caption's. Where there is a
    stamp, further numbers of the caption belong to related cases.
    """
    text_order = read_text_order(clean)
    if text_order and text_order.docket_number and not clean.stamps:
        printed = text_order.docket_number
        return (Claim(parse_docket_number(printed.text), printed.span, "the notice"),)
    own: list[DocketMention] = []
    for mention in list_docket_mentions(clean):
        if mention.relation is Relation.OWN and not any(
            agree(mention.number, other.number) for other in own
        ):
            own.append(mention)
    if not clean.stamps:
        return tuple(Claim(each.number, each.span, "printed in the caption") for each in own)
    stamped = parse_docket_number(clean.stamps[0].docket_number)
    agreeing = next((each.span for each in own if agree(each.number, stamped)), None)
    reason = "ECF stamp, as in the caption" if agreeing else "ECF stamp"
    return (Claim(stamped, agreeing, reason),)
