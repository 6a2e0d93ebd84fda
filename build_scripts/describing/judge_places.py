"""Where a judge's name can stand: signatures, bylines, panels, votes, captions, minutes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.describing.opening import LocatedBlock, is_prose
from build_scripts.law.judges import OFFICE, NamedJudge, clean_name, iterate_judges, read_judge
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Claim, Judge, JudgeRole, Span
from build_scripts.text.pattern import Pattern

_FLAGS = re.VERBOSE | re.IGNORECASE
_LONGEST_LINE = 160
_TAIL = 24  # blocks at the end in which a signature stands
_LINES_ABOVE = 3  # between a signature's name and its office
_ORDERS_ABOVE = 5  # between "SO ORDERED" and a signature


@dataclass(frozen=True, slots=True)
class Place:
    """Judges of one place, and what is seen there."""

    claims: tuple[Claim[Judge], ...]
    signals: frozenset[str]


def place(named: NamedJudge, role: JudgeRole, span: Span, reason: str, *signals: str) -> Place:
    """One judge of one place."""
    judge = Judge(named.name, named.title, None, role)
    return Place((Claim(judge, span, reason),), frozenset({reason, *signals}))


_OFFICE_LINE = Pattern(
    rf"^\W*(?:hon\.\s+)?(?:as\s+)?(?P<office>{OFFICE})(?:[\s,]+(?:of|for|in)\s[\w\s,.]{{3,60}})?\W*$",
    _FLAGS,
    accepts=["United States Magistrate Judge", "HON. JUDGE", "Judge of the Superior Court"],
    refuses=["Judge Roe denied the motion"],
    by="match",
)
# The same as OCR and cut lines give it.
_ODD_OFFICE = Pattern(
    r"^\W*(?:\w{2,8}\s){1,3}(?:States\s)?(?:District|Magistrate|Bankruptcy|Circuit)\s+Judg?e?\W{0,6}$",
    re.IGNORECASE,
    accepts=["fed States Magistrate Judge ,.", "United States District Judg"],
    refuses=["District Judge Roe", "the Magistrate Judge found"],
    by="match",
)
_NAME = r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){0,5}?(?:,?\s+(?:jr|sr|ii|iii|iv)\b\.?)?"
_NAME_AND_OFFICE = Pattern(
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
_HONORED = Pattern(
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
_SIGNED = Pattern(
    r"^.{0,40}?(?:/s/|(?<![a-z])[Il1]?s/|\b(?:e-?|electronically\s+|digitally\s+)?signed\s+by:?\s)\W*"
    r"(?P<name>[^\d,;:]{5,45}?(?:,?\s(?:jr|sr|ii|iii|iv)\b\.?)?)\W*$",
    re.IGNORECASE,
    accepts=["/s/ Jane Roe", "Is/Jane Roe", "Electronically signed by: Jane Roe"],
    refuses=["/s/", "and/or Jane Roe"],
    by="match",
)
_ORDERED = Pattern(
    r"\b(?:so\s+ordered|by\s+the\s+court|ordered|entered|dated?|done|signed|adjudged)\b|\b\d{4}\W*$",
    re.IGNORECASE,
    accepts=["IT IS SO ORDERED.", "BY THE COURT:", "ENTERED this 3rd day", "May 3, 2019"],
    refuses=["Attorney for Plaintiff"],
)
_COUNSEL = Pattern(
    r"\b(?:attorneys?|counsel|esq|llp|bar\s+no|for\s+(?:the\s+)?(?:plaintiff|defendant|petitioner"
    r"|respondent|appell|united\s+states)|clerk|deputy|assistant|approved\s+(?:by|as)"
    r"|submitted|law\s+office|consented|reporter|secretary)",
    re.IGNORECASE,
    accepts=["Attorney for Plaintiff", "Deputy Clerk", "Roe & Poe LLP"],
    refuses=["United States District Judge"],
)
_COPIES = Pattern(
    r"^\W*(?:cc?\b|copies|copy|served|to:|original|distribution|x?c:)",
    re.IGNORECASE,
    accepts=["Copies to: counsel of record", "cc: Clerk"],
    refuses=["Attorney for Plaintiff"],
    by="match",
)
# A signature that runs on behind the last paragraph.
_RUN_ON = Pattern(
    rf"""
    (?:/s/\s*|\d{{4}}[.,]?\s+|(?-i:ORDERED)[.,]*\s+|_{{3,}}\s*|[Cc]ourt:\s+)
    (?P<name>(?-i:[A-ZÀ-Þ])[\w.'’-]+(?:\s(?-i:[A-ZÀ-Þ])[\w.'’-]*){{1,4}}?(?:,?\s(?:jr|sr|ii|iii|iv)\b\.?)?)
    ,?\s+(?P<office>{OFFICE})\W{{0,4}}(?:[\w\s.,]{{0,60}})$
    """,
    _FLAGS,
    accepts=[
        "IT IS SO ORDERED. JANE Q. ROE United States District Judge",
        "Dated: May 3, 2019 Jane Roe, District Judge.",
    ],
    refuses=["on May 3, 2019 the Magistrate Judge", "Judge Roe ordered that Jane Poe pay"],
)
# Place and name on one line.
_BEHIND_PLACE = Pattern(
    r"^[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s+"
    r"(?P<name>[A-Z][A-Z.'’-]*(?:\s[A-Z][A-Z.'’-]*){1,4})$",
    accepts=["Wilmington, Delaware CORDELIA T. WINSLOW"],
    refuses=["Wilmington, Delaware", "Wilmington, Delaware Cordelia Winslow"],
    by="match",
)


def _read_signer(text: str) -> str | None:
    behind = _BEHIND_PLACE.match(text.strip())
    signed = _SIGNED.match(text)
    return clean_name((behind or signed or {"name": text})["name"])


def find_signatures(lines: Sequence[LocatedBlock]) -> Iterator[Place]:
    """Everyone who signs with an office, or below the words that order; the last first."""
    tail = [
        line
        for index, line in enumerate(lines)
        if line.kind is BlockKind.SIGNATURE or index >= len(lines) - _TAIL
    ]
    for index in range(len(tail) - 1, -1, -1):
        line = tail[index]
        seen = set()
        above = tail[max(0, index - _ORDERS_ABOVE) : index]
        if line.kind is BlockKind.SIGNATURE:
            seen.add("in a signature's block")
        if any(_ORDERED.search(each.text[-120:]) for each in above):
            seen.add("below what orders")
        if any(
            _COUNSEL.search(each.text)
            for each in tail[max(0, index - 2) : index + 3]
            if len(each.text) < _LONGEST_LINE and not _COPIES.match(each.text)
        ):
            seen.add("counsel or clerk beside it")
        if index >= len(tail) - 6:
            seen.add("at the very end")
        yield from _read_signature(tail, index, seen)


def _read_signature(tail: Sequence[LocatedBlock], index: int, seen: set[str]) -> Iterator[Place]:
    line = tail[index]
    if len(line.text) > _LONGEST_LINE:
        if match := _RUN_ON.search(line.text[-200:]):
            named = read_judge(match["name"], match["office"])
            if named:
                yield place(named, JudgeRole.AUTHOR, line.span(), "a signature that runs on", *seen)
        return
    office = _OFFICE_LINE.match(line.text)
    if office or _ODD_OFFICE.match(line.text):
        title = office["office"] if office else "Judge"
        yield from _read_above(tail, index, title, seen | (set() if office else {"office misread"}))
        return
    for pattern, reason in ((_NAME_AND_OFFICE, "signature in a line"), (_HONORED, "an honorific")):
        if match := pattern.match(line.text):
            title = match["office"] or match.groupdict().get("before") or "Judge"
            named = read_judge(match["name"], title)
            if named and (" " in named.name or reason == "an honorific"):
                yield place(named, JudgeRole.AUTHOR, line.span(), reason, *seen)
                return
    if signed := _SIGNED.match(line.text):
        named = NamedJudge(name, None) if (name := clean_name(signed["name"])) else None
        if named and " " in named.name and "counsel or clerk beside it" not in seen:
            yield place(named, JudgeRole.AUTHOR, line.span(), "a mark of signing", *seen)


def _read_above(
    tail: Sequence[LocatedBlock], index: int, office: str, seen: set[str]
) -> Iterator[Place]:
    end = tail[index].offset + len(tail[index].text)
    for distance, above in enumerate(reversed(tail[max(0, index - _LINES_ABOVE) : index])):
        if len(above.text) > _LONGEST_LINE:
            return
        name = _read_signer(above.text)
        named = read_judge(name, office) if name else None
        if named:
            near = {"office just below"} if distance == 0 else {"office further below"}
            if " " not in named.name:
                near.add("a surname alone")
            span = Span(above.offset, end)
            yield place(named, JudgeRole.AUTHOR, span, "signature", *seen, *near)
            return
    if index + 1 < len(tail):
        below = tail[index + 1]
        name = _read_signer(below.text) if len(below.text) < _LONGEST_LINE else None
        if name and " " in name:
            span = Span(tail[index].offset, below.offset + len(below.text))
            named = read_judge(name, office)
            if named:
                yield place(named, JudgeRole.AUTHOR, span, "a name below its office", *seen)


# Civil minutes, letterheads, captions and titles.
_MINUTES = Pattern(
    rf"""
    (?:^|(?<!attorneys\s)\b)(?: present | before | presiding | judge | proceedings?\s+before
              | chambers\s+of | (?:district|magistrate)\s+judge | assigned\s+judge )\s*:?\s*
    (?:the\s+)?(?:hon(?:orable|\.)|(?<=:\s)|(?<=judge\s)|(?<=of\s))\s*:?\s*
    (?P<name>(?-i:[A-ZÀ-Þ])[\w.'’-]*(?:\s(?-i:[A-ZÀ-Þ])[\w.'’-]*){{1,4}}?(?:,?\s(?:jr|sr|ii|iii|iv)\b\.?)?)
    (?:\s*,?\s*(?P<office>{OFFICE}))?(?=\s*[,;:|.(]|\s*$|\s(?:date|case|time|deputy|court|clerk|dept)\b)
    """,
    _FLAGS,
    accepts=[
        "Present: The Honorable JANE ROE, UNITED STATES DISTRICT JUDGE",
        "Judge: Jane Roe",
        "Chambers of Hon. Jane Roe",
        "MEMORANDUM OPINION JUDGE JANE Q. ROE",
        "Before the Honorable Jane Roe, District Judge",
    ],
    refuses=["Attorneys Present: Hon. Jane Roe", "the judge found that Jane Roe"],
)
_HONORABLE = Pattern(
    rf"""
    \b(?:hon(?:orable\b|\.))\s*:?\s*
    (?P<name>(?-i:[A-ZÀ-Þ])[\w.'’-]*(?:\s(?-i:[A-ZÀ-Þ])[\w.'’-]*){{1,4}}?(?:,?\s(?:jr|sr|ii|iii|iv)\b\.?)?)
    (?:\s*,?\s*(?P<office>{OFFICE}))?(?=\s*[,;:|.(]|\s*$)
    """,
    _FLAGS,
    accepts=["Hon. Jane Roe", "HONORABLE JANE ROE, U.S.D.J."],
    refuses=["the honorable court", "Honoria Roe"],
)
_BELOW = Pattern(
    r"(?<!court\sof\s)\b(?:appeals?|petition|review|certiorari|affirm|trial\s+court|circuit\s+court\s+of|below|lower"
    r"|presiding|tribunal|referred\s+to|assigned\s+to|cc|copies|clerk)\b|\bfrom\s+(?:the|an?)\b",
    re.IGNORECASE,
    accepts=[
        "Appeal from the Circuit Court of Roe County",
        "Hon. Jane Roe, Presiding",
        "cc: Hon. Roe",
    ],
    refuses=["Hon. Jane Roe, District Judge"],
)
_BELOW_REACH = 3  # lines behind "Appeal from" in which the judge below is printed


def find_front_judges(front: Sequence[LocatedBlock]) -> Iterator[Place]:
    """Whom the head names as its judge: minutes, letterhead, caption, title."""
    for index, line in enumerate(front):
        text = line.text[:400]
        near = [each.text[:300] for each in front[max(0, index - _BELOW_REACH) : index]]
        seen = {f"in a block of {line.kind}", "in the head"}
        if _BELOW.search(text) or any(_BELOW.search(each) for each in near):
            seen.add("words of a court below beside it")
        if len(line.text) > 400:
            seen.add("in a long block")
        for pattern, reason in (
            (_MINUTES, "the head names the judge"),
            (_HONORABLE, "an honorific"),
        ):
            for match in pattern.finditer(text):
                named = read_judge(match["name"], match["office"] or "Judge")
                if named:
                    span = line.span(match.start(), match.end())
                    what = match[0].split()[0].strip(":").lower()
                    yield place(named, JudgeRole.AUTHOR, span, reason, f"behind “{what}”", *seen)
        if run_on := _RUN_ON.search(line.text[-200:]):
            named = read_judge(run_on["name"], run_on["office"])
            if named:
                yield place(
                    named, JudgeRole.AUTHOR, line.span(), "a name that ends the head", *seen
                )
        if office := _OFFICE_LINE.match(text):
            yield from _read_above(front, index, office["office"], {"in the head", *seen})


# Bylines.
_BYLINE = Pattern(
    rf"""
    ^[\W\d]*(?:(?:mr|mrs)\.\s+)?(?!the\s+hon)
    (?P<name>[^\W\d_][\w.'’ -]{{1,40}}?(?:,?\s+(?:jr|sr|ii|iii|iv)\.?)?)\s*[*†]*,[*†]*\s*
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
_JUSTICE_LINE = Pattern(
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
_APPEAL_LINE = Pattern(
    r"^.{0,40}\b(?:appeals?|petitions?|review)\b.{0,60}\b(?:from|of|to|for)\b",
    re.IGNORECASE,
    accepts=["Appeal from the United States District Court", "On Petition for Review of an Order"],
    refuses=["United States Court of Appeals", "Roe, Circuit Judge."],
    by="match",
)
_DELIVERED = Pattern(
    r"""
    (?: (?P<office>(?:mr\.\s+)?(?:chief\s+|presiding\s+|vice\s+chief\s+)?(?:justice|judge))\s+
        (?P<name>(?-i:[A-Z])[\w.'’-]+(?:\s(?-i:[A-Z])[\w.'’-]*){0,3})
      | (?P<name2>(?-i:[A-Z])[\w.'’-]+(?:\s(?-i:[A-Z])[\w.'’-]*){0,3}),\s
        (?P<office2>[CPS]?\.?\s?J\.) ),?
    [\w\s,.]{0,80}?\s(?:delivered|announced|authored|filed\s+the|wrote)\b
    """,
    _FLAGS,
    accepts=[
        "MR. JUSTICE ROE delivered the opinion of the Court",
        "Chief Justice Roe announced",
        "ROE, J., delivered the opinion of the court",
    ],
    refuses=["Justice Roe took no part", "The Court delivered its opinion"],
)
_ROLE_LINE = Pattern(
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
_REASON_BYLINE = "byline"
_LONGEST_BYLINE = 700
_LONGEST_BARE_BYLINE = 120


def role_of(words: str) -> JudgeRole:
    """What the words of a byline say that a judge did."""
    concurs, dissents = "concur" in words.lower(), "dissent" in words.lower()
    if concurs and dissents:
        return JudgeRole.CONCURRING_AND_DISSENTING
    if dissents:
        return JudgeRole.DISSENTING
    return JudgeRole.CONCURRING if concurs else JudgeRole.AUTHOR


def find_bylines(lines: Sequence[LocatedBlock]) -> Iterator[Place]:
    """Authors of the opinions in the text, in order; judges below are passed over."""
    below = -_BELOW_REACH
    for index, line in enumerate(lines):
        if line.kind is BlockKind.PARTIES:
            continue
        # A byline in capitals can be read as set in; others quote another opinion's.
        if line.kind is BlockKind.QUOTE and not _SHOUTED_NAME.match(line.text):
            continue
        byline = _BYLINE.match(line.text[:_LONGEST_BYLINE]) or (
            _JUSTICE_LINE.match(line.text[:_LONGEST_BARE_BYLINE])
        )
        if not byline or PANEL.match(line.text):
            if len(line.text) < _LONGEST_BYLINE and _APPEAL_LINE.match(line.text):
                below = -_BELOW_REACH if is_prose(line.block) else index
            continue
        office = byline["office"].lower()
        of_below = index - below < _BELOW_REACH and not re.search(r"circuit|justice", office)
        if of_below or _PRESIDING.search(line.text[byline.end() : byline.end() + 20]):
            continue
        named = read_judge(byline["name"], byline["office"])
        ends = byline[0].rstrip()[-1:] in ":.—–-" or len(line.text) < _LONGEST_BARE_BYLINE
        if named and ends:
            span = line.span(byline.start("name"), byline.end("office"))
            if span.start > span.end:
                span = line.span()
            role = role_of(byline["part"] or "")
            where = (
                "byline in the first half" if index < max(40, len(lines) // 2) else "byline late"
            )
            yield place(named, role, span, _REASON_BYLINE, where)


def find_role_lines(lines: Sequence[LocatedBlock]) -> Iterator[Place]:
    """Who wrote what, as the front says it."""
    for line in lines:
        text = line.text[:_LONGEST_BYLINE]
        for match in _ROLE_LINE.finditer(text) if len(line.text) < _LONGEST_BYLINE else ():
            office = match["office"] or match["office2"]
            named = read_judge(match["name"] or match["name2"], office)
            if named:
                named = NamedJudge(named.name, None) if "." not in office else named
                span = line.span(match.start(), match.end())
                yield place(named, role_of(match["what"]), span, "“… by Judge …”")
        delivered = _DELIVERED.search(text[:300])
        if delivered:
            name = clean_name(delivered["name"] or delivered["name2"])
            if name:
                office = delivered["office"]
                named = NamedJudge(name, office.title() if office else "Judge")
                span = line.span(delivered.start(), delivered.end())
                yield place(named, JudgeRole.AUTHOR, span, "delivered the opinion")


# Panels.
PANEL = Pattern(
    r"""
    (?: ^\W*(?:before(?:\s+(?:special\s+)?division\s+\w+)?|present|judges?\s*:|submitted\s+to
            |panel(?:\s+(?:composed|consists?)\s+of)?
            |(?:heard|considered)(?:[\w\s,]{0,40}?)\s+by|\(?court\s+composed\s+of|justices?\s*:)
      | (?<=[\d.,)]\s)(?-i:Before|BEFORE|Present|PRESENT|PANEL|Panel[ ]consists[ ]of)\b
        (?=:|\s[A-Z]) )
    (?!\s*:?\s*(?:(?:the|this)\s+(?:court|hon)|all\b|an?\s))\s*:?
    """,
    _FLAGS,
    accepts=[
        "Before: ROE, POE, and LOE, Circuit Judges.",
        "No. 6:20-CR-118 Before Roe, Poe, and Loe",  # behind other lines only so
        "Appellees. Before:",
        "Panel consists of Justices Roe, Poe, and Loe.",
        "Considered and decided by Roe, Presiding Judge; Poe, Judge",
        "(Court composed of Judge Jane Roe",
    ],
    refuses=["Before the Court is", "argued Before Roe", "Appellees. before Roe"],
)
# A line of names and offices alone.
_BENCH_LINE = Pattern(
    r"^\W*(?:By:\s)?[A-ZÀ-Þ](?:[\w.’',*]|-|\s(?=[A-ZÀ-Þ&])|\sand(?=\s)){8,160}\b(?:JJ?\.|Js\.)\W*$",
    accepts=["ROE, C.J., POE, LOE, MOE, JJ.", "(By: Roe, C.J., Poe and Loe, JJ.)"],
    refuses=["Roe and Poe, JJ., concur."],
    by="match",
)
_JUSTICES = Pattern(
    r"\b(?P<office>(?:(?i:chief|presiding|president|associate|senior|acting|vice\schief)\s){0,2}"
    r"(?:Justices?|JUSTICES?|Judges?|JUDGES?))\s"
    r"(?P<names>[A-ZÀ-Þ][\w.'’-]*(?:(?:,\s|\s(?:and|AND|&)\s|,\s(?:and|AND)\s|\s)(?!(?i:justice|judge|chief|presid|senior|hon))[A-ZÀ-Þ][\w.'’-]*)*)",
    accepts=["Justices Roe, Poe, and Loe", "Chief Justice Roe"],
    refuses=["justices of this court", "Judge"],
)
_VOTE_LABEL = Pattern(
    r"^\W*(?:concur(?:ring|s|red)?(?:\s+in\s+(?:result|part))?|joined\s+by|we\s+concur)\W*:\s*",
    re.IGNORECASE,
    accepts=["CONCUR: Poe, C.J., Loe, Moe, JJ."],
    refuses=["Poe, J., concurs: the rule"],
    by="match",
)
_VOTE_LINE = Pattern(
    r"\b(?:concurs?|concurring|concurred|joins?|joined|participating)\b[^.]{0,60}\W*$",
    re.IGNORECASE,
    accepts=[
        "Poe, C. J., and Loe, J., concur.",
        "Judges POE and LOE concur.",
        "in which Roe joined.",
    ],
    refuses=["Roe, Circuit Judge", "Justice Roe, concurring in Poe v. Loe, wrote that it was so."],
)
_WE_CONCUR = Pattern(
    r"^\W*(?:we|i|all)\s+(?:all\s+)?concur\b[^.:]{0,30}[:.]*\W*$",
    re.IGNORECASE,
    accepts=["WE CONCUR:", "I concur:"],
    refuses=["We concur with the majority's reasoning on that point."],
    by="match",
)
_PANEL_LINES = 6  # below "PRESENT:" in which its judges stand
_CONCUR_LINES = 10  # below "WE CONCUR:"
_LONGEST_VOTE = 300  # characters at a block's end in which votes stand


def iterate_bench(text: str) -> Iterator[NamedJudge]:
    """Every judge of a line, whether the offices stand before the names or behind them."""
    led = [
        judge
        for match in _JUSTICES.finditer(text)
        for part in re.split(r",|\b(?:and|AND)\b|&", match["names"])
        if (judge := read_judge(part, match["office"]))
    ]
    behind = list(iterate_judges(text))
    yield from led if len(led) > len(behind) else behind


def find_panel(lines: Sequence[LocatedBlock]) -> tuple[Claim[Judge], ...]:
    """The panel's members, from the line that begins "Before" (with the next, where it wraps).

    Else from a line of names that ends in "JJ.".
    """
    return _find_announced_panel(lines) or _find_bench_line(lines)


def _seat(judges: Iterable[NamedJudge], span: Span, reason: str) -> tuple[Claim[Judge], ...]:
    return tuple(
        Claim(Judge(named.name, named.title, None, JudgeRole.PANEL), span, reason)
        for named in judges
    )


def _find_bench_line(lines: Sequence[LocatedBlock]) -> tuple[Claim[Judge], ...]:
    for line in lines:
        if len(line.text) <= _LONGEST_BYLINE and _BENCH_LINE.match(line.text):
            judges = tuple(iterate_judges(line.text.removeprefix("(By:")))
            if len(judges) > 2:
                return _seat(judges, line.span(), "a line of the bench's names")
    return ()


def _find_announced_panel(lines: Sequence[LocatedBlock]) -> tuple[Claim[Judge], ...]:
    for index, line in enumerate(lines):
        panel = PANEL.search(line.text) if len(line.text) <= _LONGEST_BYLINE else None
        if not panel:
            continue
        text = line.text[panel.end() :]
        end = line.span().end
        for following in lines[index + 1 : index + 1 + _PANEL_LINES]:
            # "Before" | "Selya, Circuit Judge," | "Bownes, Senior Circuit Judge," | "and Cyr, …"
            goes_on = re.search(r"(?:[,;]|\band)\s*$", text) or re.match(
                r"\W*(?:and\b|hon(?:orable|\.))", following.text, re.IGNORECASE
            )
            if any(iterate_bench(text)) and not (goes_on and any(iterate_bench(following.text))):
                break
            if _COUNSEL.search(following.text[:_LONGEST_BYLINE]):
                break
            text = f"{text} {following.text[:_LONGEST_BYLINE]}"
            end = following.span().end
        judges = tuple(iterate_bench(text))
        if judges:
            return _seat(judges, Span(line.offset, end), "the panel's line")
    return ()


def find_votes(lines: Sequence[LocatedBlock]) -> Iterator[Claim[Judge]]:
    """Who concurs or joins, in a line of its own or below "WE CONCUR:"."""
    for index, line in enumerate(lines):
        if _WE_CONCUR.match(line.text):
            for below in lines[index + 1 : index + 1 + _CONCUR_LINES]:
                if len(below.text) > _LONGEST_LINE:
                    break
                judges = [*iterate_bench(below.text)]
                signed = _SIGNED.match(below.text)
                if not judges and (name := clean_name(signed["name"] if signed else "")):
                    judges = [NamedJudge(name, None)]
                yield from _seat(judges, below.span(), "below “We concur”")
        elif line.kind is BlockKind.QUOTE:
            continue
        elif (label := _VOTE_LABEL.match(line.text)) or _VOTE_LINE.search(line.text[-120:]):
            text = line.text[label.end() :] if label else line.text[-_LONGEST_VOTE:]
            voters = iterate_bench(text) if len(line.text) < _LONGEST_BYLINE else ()
            yield from _seat(voters, line.span(), "a line of votes")


_CLERK = Pattern(
    r"\bclerk\b",
    re.IGNORECASE,
    accepts=["Pat Poe, Clerk of Court"],
    refuses=["Jane Clerke, District Judge"],
)


def find_nameless_office(lines: Sequence[LocatedBlock]) -> str | None:
    """The office under which someone signed by hand: no name is printed with it."""
    for line in reversed(lines[-_LINES_ABOVE - 3 :]):
        if match := _OFFICE_LINE.match(line.text):
            return match["office"].lower()
    return None


def is_signed_by_clerk(lines: Sequence[LocatedBlock]) -> bool:
    """Whether the clerk of court signed: then no judge did."""
    return any(
        line.kind is BlockKind.SIGNATURE and _CLERK.search(line.text) for line in lines[-_TAIL:]
    )
