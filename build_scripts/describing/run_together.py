"""Split the head of a case in a law report that was run together in one paragraph.

"Civ. A. No. 92-578-RRM. ACME, INC., Plaintiff, v. BOLT CO., Defendant. Sept. 28, 1993. Jane Roe,
for plaintiff." holds docket number, parties, date and counsel.
"""

import re
from dataclasses import replace

from build_scripts.model.clean_order import Block, BlockKind
from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.pattern import Pattern

# Where this case itself is reported.
_OWN_CITATIONS = Pattern(
    r"^(?:\d{1,4}\s(?:[A-Z][A-Za-z.]{0,7}\s?){1,3}(?:[2-4]d|[4-9]th)?\s?\d{1,4}(?:\s|$)){1,4}",
    accepts=["138 U.S. 109 11 S.Ct. 283 34 L.Ed. 892 ", "110 A.3d 155 "],
    refuses=["7 Cups LLC"],
)
_DOCKET_HEAD = Pattern(
    r"""
    ^(?: (?:(?:no|nos|civ|civil|cr|crim|criminal|misc|mdl|case|action|docket|bankruptcy|adv|cause
            |a|c|master|file|appeal|magistrate)\b[.\s]{0,2}){1,7}
         # "No. 3 Mining Co." is a party.
         (?![.\s]{0,2}\d{1,2}\s(?-i:[A-Z][a-z]+\s){1,4}(?-i:Co|Corp|Inc|Ltd)\b)
         [A-Z]{0,4}[-–\s]?\d[\w:–-]*(?:\s?\([A-Z]{1,5}x?\)){0,2}(?:\s(?-i:[A-Z]{2,4})/(?-i:[A-Z]{2,4})\b)?
         (?:(?:,\s(?:and\s)?|\sand\s|;\s)(?:[A-Z]{0,4}-?)\d[\w:–-]+(?:\s?\([A-Z]{1,5}x?\))?){0,12}
         [.,]?\s
    ){1,3}(?=[A-Z])
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Civ. A. No. 92-578-RRM. ACME, INC.",
        "No. CIV.A. WMN-02-662. ROE",
        "Civ. Nos. 252-73, 309-73. ROE",
        "Misc. Action No. 15-1394 (ABJ) MDL Docket No. 2664 In re Acme",
        "Civ. 02505. ROE",
        "No. 24 ROE v. DOE",
    ],
    refuses=["No. 3 Mining Co. v. Roe", "Case Farms v. Roe"],
    by="match",
)
# A date of its own behind the parties.
_DATE = Pattern(
    rf"""
    (?:^|(?<=[.\])])
      # Behind a surname in capitals, or a comma, only with a full stop: "KEEL Oct. 10, 2002. ".
      |(?<=(?-i:[A-Z])|,)(?=\s(?-i:[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},\s\d{{4}}\.(?:\s|$)))
      |(?=\s(?-i:Signed|Filed|Entered|Decided|Argued|Submitted)\b)) \s*[(\[]?
    (?P<date>
      (?:(?:memorandum|opinion|as)\s+)?
      (?:(?:filed|signed|entered|decided|dated|argued|submitted|delivered|amended)
         (?:\s+under\s+seal)?[:\s]\s{{0,2}})?
      (?: {MONTH_BEGUN}\s?\d{{1,2}},\s\d{{4}} | \d\d/\d\d/\d{{4}} )
    ) [.\])]{{0,2}} (?=\s|$)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        ". Sept. 28, 1993. ",
        " Signed Oct. 9, 2014. ",
        ". Filed: April 19, 2016 ",
        ". (Filed: September 14, 2017) ",
        " Entered 07/07/2017 ",
        "Tommy KEEL Oct. 10, 2002. ",
    ],
    refuses=["the Act of May 3, 1921", "the Act of May 3, 1921. ", "TRUST OF MAY 3, 1921 FOR ROE"],
)
# The panel behind counsel.
_BENCH = Pattern(
    r"\b(?:Before|BEFORE)\b(?=:?\s[A-Z])",
    accepts=[". Before ROE, POE and LOE, Circuit Judges."],
    refuses=["Before the Court is", "heard before Roe"],
)
# A caption in one paragraph, by a role before its "v.".
_VERSUS = Pattern(
    r"\s(?:v|vs)\.?\s",
    accepts=[
        "Jane ROE, Plaintiff, v. John DOE",
        "People v Doe",  # New York prints it without its full stop
    ],
    refuses=["Jane ROE, Plaintiff, V. John DOE", "Part v"],
)
# Words with which prose brings up a case: "In Roe v. Wade", "The rule of Roe v. Wade".
_PROSE_WORDS = frozenset("In Under See As Since Unlike Like After Because But Cf.".split())
_NAME_WORDS = frozenset("a al al. al., an and d/b/a et ex for in of on re rel rel. the".split())
_CITED_BEHIND = Pattern(
    r"\d\s(?:[A-Z][\w.]*\s?){1,3}\d",
    accepts=["Wade, 410 U.S. 113"],
    refuses=["BOLT CO., No. 12 in the calendar", "DOE. Sept. 28, 1993."],
)
_ROLE_BEFORE = Pattern(
    r"""
    (?:\b(?:plaintiff|defendant|petitioner|respondent|appellant|appellee|debtor)s?\b|\bet\s+al\.?)
    [\s,.;-]{0,3}$
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["Jane ROE, Plaintiff, ", "John DOE, et al., "],
    refuses=["the plaintiff sued ", "Jane ROE, "],
)
_ROLE_REACH = 20
_NAME_REACH = 120
_CAPTION_REACH = 1000  # characters in which a caption's "v." stands
_FEWEST_CHARACTERS = 40
_SEARCHED = 6000  # characters in which the head's parts stand, even those of consolidated cases
_MOST_DATES = 3


def _holds_names(text: str) -> bool:
    """Return whether a text is names only: "TIDEWATER GRAIN COMPANY", not "The rule of Roe"."""
    words = text.split()
    return (
        bool(words)
        and words[0] not in _PROSE_WORDS
        and all(word in _NAME_WORDS or not word[0].islower() for word in words)
    )


def is_caption_run(text: str) -> bool:
    """Return whether a paragraph is a caption, even if it looks like prose."""
    versus = _VERSUS.search(text[:_CAPTION_REACH])
    if not versus:
        return False
    before = text[: versus.start()]
    if _ROLE_BEFORE.search(before[-_ROLE_REACH:]):
        return True
    behind = text[versus.end() : versus.end() + _NAME_REACH]
    return (
        len(before) <= _NAME_REACH
        and "." in versus.group()
        and _holds_names(before)
        and not _CITED_BEHIND.search(behind)
    )


def _slice(block: Block, start: int, end: int, kind: BlockKind) -> tuple[int, Block]:
    text = block.text[start:end]
    offset = start + len(text) - len(text.lstrip())
    piece = replace(
        block,
        kind=kind,
        text=text.strip(),
        places=block.places[:1],
        styles=(),
        page_marks=(),
        footnote_marks=(),
    )
    return offset, piece


def split_head(block: Block) -> tuple[tuple[int, Block], ...]:
    """Return the parts of a run-together head with their offsets; else the block alone.

    Citations, dates, counsel and panel become centred lines, docket numbers docket lines; the
    parties keep their kind.
    """
    text = block.text
    if len(text) < _FEWEST_CHARACTERS or not (
        block.kind is BlockKind.PARTIES
        or (block.kind is BlockKind.PARAGRAPH and is_caption_run(text))
    ):
        return ((0, block),)
    cuts: list[tuple[int, int, BlockKind]] = []
    start = 0
    cited = _OWN_CITATIONS.match(text)
    if cited:
        cuts.append((0, cited.end(), BlockKind.CENTRED))
        start = cited.end()
    docket = _DOCKET_HEAD.match(text[start:_SEARCHED])
    if docket:
        cuts.append((start, start + docket.end(), BlockKind.DOCKET))
        start += docket.end()
    parties = start
    for match in list(_DATE.finditer(text, start, min(len(text), _SEARCHED)))[:_MOST_DATES]:
        between = text[start : match.start("date")].strip(" .()[]")
        if between and start > parties:
            break  # a date among counsel's names
        cuts.append((start, match.start("date"), block.kind))
        cuts.append((match.start("date"), match.end(), BlockKind.CENTRED))
        start = match.end()
    if not cuts:
        return ((0, block),)
    if start == parties:
        cuts.append((start, len(text), block.kind))
    else:
        bench = _BENCH.search(text, start)
        counsel = bench.start() if bench else len(text)
        cuts += [(start, counsel, BlockKind.CENTRED), (counsel, len(text), BlockKind.CENTRED)]
    pieces = (_slice(block, first, end, kind) for first, end, kind in cuts)
    return tuple(piece for piece in pieces if re.search(r"\w", piece[1].text))
