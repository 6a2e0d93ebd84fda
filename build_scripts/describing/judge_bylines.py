"""Authors and panels of opinions: "Before: …", bylines, "Opinion by Judge …"."""

import re

from build_scripts.describing.judge_names import (
    OFFICE,
    NamedJudge,
    clean_name,
    iterate_judges,
    read_judge,
)
from build_scripts.describing.opening import LocatedBlock
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Claim, Judge, JudgeRole, Span
from build_scripts.text.pattern import Pattern

_FLAGS = re.VERBOSE | re.IGNORECASE
# A name with its office in one line, or at a paragraph's start.
_BYLINE = Pattern(
    rf"""
    ^\W*(?:(?:mr|mrs)\.\s+)?(?!the\s+hon)
    (?P<name>[^\W\d_][\w.'’ -]{{1,40}}?(?:,?\s+(?:jr|sr)\.?)?)\s*[*†]*,[*†]*\s*
    (?P<office>{OFFICE})
    (?P<part>,?\s*\(?(?:concurring|dissenting)[\w\s,]{{0,60}}\)?)?
    \s*[*†\d]{{0,3}}(?P<end>[:.—–-]|\s*$)
    """,
    _FLAGS,
    accepts=[
        "LOE, Circuit Judge:",
        "DAVID G. ROE, District Judge.",
        "Poe, Chief Judge: This case involves",
        "ROE, Circuit Judge, dissenting:",
    ],
    refuses=[
        "Jeffrey Roe, District Judge, Presiding",  # the judge below
    ],
    by="match",
)
_SHOUTED_NAME = Pattern(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ.’'-]{2,20}(?:\s[A-ZÀ-Þ.’'-]+){0,3},\s+(?:Senior\s|Chief\s)?Circuit\s",
    accepts=["LOE, Circuit Judge.", "ROE, Senior Circuit Judge, dissenting:"],
    refuses=["Loe, Circuit Judge.", "ROE, District Judge."],
    by="match",
)
_PRESIDING = Pattern(
    r"\bpresiding\b(?!\s+(?:judge|justice))",
    re.IGNORECASE,
    accepts=[", Presiding"],
    refuses=[", Presiding Judge", "president"],
)
_PANEL = Pattern(
    r"""
    (?: ^\W*(?:before|present|panel(?:\s+composed\s+of)?)\b
      | (?<=[\d.,)]\s)(?-i:Before|BEFORE|Present|PRESENT)\b(?=:|\s[A-Z]) )
    (?!\s*:?\s*(?:the|this)\s+(?:court|hon)) \s*:?
    """,
    _FLAGS,
    accepts=[
        "Before: ROE, POE, and LOE, Circuit Judges.",
        "No. 6:20-CR-118 Before Roe, Poe, and Loe",  # behind other lines only so
        "Appellees. Before:",
    ],
    refuses=["Before the Court is", "argued Before Roe", "Appellees. before Roe"],
)
_DELIVERED = Pattern(
    r"""
    (?P<office>(?:mr\.\s+)?(?:chief\s+|presiding\s+)?(?:justice|judge))\s+
    (?P<name>(?-i:[A-Z])[\w.'’-]+(?:\s(?-i:[A-Z])[\w.'’-]*){0,3}),?
    [\w\s,]{0,80}?\s(?:delivered|announced)\b
    """,
    _FLAGS,
    accepts=["MR. JUSTICE ROE delivered the opinion of the Court", "Chief Justice Roe announced"],
    refuses=["Justice Roe took no part", "The Court delivered its opinion"],
)
_ROLE_LINE = Pattern(
    r"""
    (?P<what>(?:(?:partial|opinion|concurrence|dissent|concurring|dissenting|statement)\b[\w\s]{0,40}?)?
       (?:opinion|concurrence|dissent)\b[\w\s]{0,40}?) \s* \bby\s+ (?:the\s+)?
    (?:(?:chief|senior|circuit|district)\s+){0,2}(?:judge|justice)\s+
    (?P<name>(?-i:[A-Z])[\w’']+(?:\.?\s(?-i:[A-Z])[\w’']*){0,3})
    """,
    _FLAGS,
    accepts=[
        "Opinion by Judge Loe",
        "Opinion for the Court filed by Chief Judge Poe.",
        "Partial Concurrence and Partial Dissent by Judge Roe",
        "Concurrence by Judge ROE",
    ],
    refuses=["the opinion of Judge Loe", "Order by Judge Loe"],
)
_APPEAL_LINE = Pattern(
    r"\b(?:appeals?|petition|review)\b.{0,60}\b(?:from|of|to|for)\b",
    re.IGNORECASE,
    accepts=["Appeal from the United States District Court", "On Petition for Review of an Order"],
    refuses=["United States Court of Appeals", "Roe, Circuit Judge."],
)
_LONGEST_LINE = 700
_PANEL_LINES = 4  # below "PRESENT:" in which its judges stand
_LONGEST_BARE_BYLINE = 120
_BELOW_REACH = 3  # lines behind "Appeal from" in which the judge below is printed


def _role_of(words: str) -> JudgeRole:
    concurs, dissents = "concur" in words.lower(), "dissent" in words.lower()
    if concurs and dissents:
        return JudgeRole.CONCURRING_AND_DISSENTING
    if dissents:
        return JudgeRole.DISSENTING
    return JudgeRole.CONCURRING if concurs else JudgeRole.AUTHOR


def _claim(named: NamedJudge, role: JudgeRole, span: Span, reason: str) -> Claim[Judge]:
    return Claim(Judge(named.name, named.title, None, role), span, reason)


# A line of names and offices alone.
_BENCH_LINE = Pattern(
    r"^\W*[A-ZÀ-Þ](?:[\w.’',-]|\s(?=[A-ZÀ-Þ&])|\sand(?=\s)){8,160}\bJJ?\.\W*$",
    accepts=["ROE, C.J., POE, LOE, MOE, JJ."],
    refuses=["Roe and Poe, JJ., concur."],
    by="match",
)


def find_panel(lines: tuple[LocatedBlock, ...]) -> tuple[Claim[Judge], ...]:
    """The panel's members, from the line that begins "Before" (with the next, where it wraps).

    Else from a line of names that ends in "JJ.".
    """
    return _find_announced_panel(lines) or _find_bench_line(lines)


def _find_bench_line(lines: tuple[LocatedBlock, ...]) -> tuple[Claim[Judge], ...]:
    for line in lines:
        if len(line.text) <= _LONGEST_LINE and _BENCH_LINE.match(line.text):
            judges = tuple(iterate_judges(line.text))
            if len(judges) > 2:
                return tuple(
                    _claim(named, JudgeRole.PANEL, line.span(), "a line of the bench's names")
                    for named in judges
                )
    return ()


def _find_announced_panel(lines: tuple[LocatedBlock, ...]) -> tuple[Claim[Judge], ...]:
    for index, line in enumerate(lines):
        panel = _PANEL.search(line.text) if len(line.text) <= _LONGEST_LINE else None
        if not panel:
            continue
        text = line.text[panel.end() :]
        end = line.span().end
        for following in lines[index + 1 : index + 1 + _PANEL_LINES]:
            # "Before" | "Selya, Circuit Judge," | "Bownes, Senior Circuit Judge," | "and Cyr, …"
            goes_on = re.search(r"(?:[,;]|\band)\s*$", text)
            if any(iterate_judges(text)) and not (goes_on and any(iterate_judges(following.text))):
                break
            text = f"{text} {following.text[:_LONGEST_LINE]}"
            end = following.span().end
        span = Span(line.offset, end)
        judges = [
            _claim(named, JudgeRole.PANEL, span, "the panel's line")
            for named in iterate_judges(text)
        ]
        if judges:
            return tuple(judges)
    return ()


def find_bylines(lines: tuple[LocatedBlock, ...]) -> tuple[Claim[Judge], ...]:
    """Authors of the opinions in the text, in order; judges below are passed over."""
    found: list[Claim[Judge]] = []
    below = -_BELOW_REACH
    for index, line in enumerate(lines):
        if line.kind in (BlockKind.PARTIES, BlockKind.SIGNATURE):
            continue
        # A byline in capitals can be read as set in; others quote another opinion's.
        if line.kind is BlockKind.QUOTE and not _SHOUTED_NAME.match(line.text):
            continue
        if _APPEAL_LINE.search(line.text[:_LONGEST_LINE]) and len(line.text) < _LONGEST_LINE:
            below = index
        byline = _BYLINE.match(line.text[:_LONGEST_LINE])
        if not byline or _PANEL.match(line.text):
            continue
        office = byline["office"].lower()
        of_below = index - below < _BELOW_REACH and not re.search(r"circuit|justice", office)
        if of_below or _PRESIDING.search(line.text[byline.end() : byline.end() + 20]):
            continue
        named = read_judge(byline["name"], byline["office"])
        if named and (byline["end"] or len(line.text) < _LONGEST_BARE_BYLINE):
            span = line.span(byline.start("name"), byline.end("office"))
            found.append(_claim(named, _role_of(byline["part"] or ""), span, "byline"))
    return tuple(found)


def find_role_lines(lines: tuple[LocatedBlock, ...]) -> tuple[Claim[Judge], ...]:
    """Who wrote what, as the front says it."""
    found = []
    for line in lines:
        text = line.text[:_LONGEST_LINE]
        for match in _ROLE_LINE.finditer(text) if len(line.text) < _LONGEST_LINE else ():
            name = clean_name(match["name"])
            if name:
                span = line.span(match.start(), match.end())
                named = NamedJudge(name, None)
                found.append(_claim(named, _role_of(match["what"]), span, "“… by Judge …”"))
        delivered = _DELIVERED.search(text[:300])
        name = clean_name(delivered["name"]) if delivered else None
        if delivered and name:
            named = NamedJudge(name, delivered["office"].title())
            span = line.span(delivered.start(), delivered.end())
            found.append(_claim(named, JudgeRole.AUTHOR, span, "delivered the opinion"))
    return tuple(found)
