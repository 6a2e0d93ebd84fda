"""The lines of the front that name the parties."""

import re

from build_scripts.describing.caption import EX_PARTE, IN_RE
from build_scripts.describing.docket_lines import is_docket_line
from build_scripts.describing.opening import LocatedBlock
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Claim
from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.pattern import Pattern

# Between the sides.
VERSUS = Pattern(
    r"(?<![\w.&/])(?:v\.|vs?\)|(?i:vs\.|versus|[-–—~]\s?against\s?[-–—~·.])|[-–—]\s?vs?\.?\s?[-–—]|v(?=\s|$)"
    r"|(?<!Part )(?<!Title )V\.?(?=\s|$))(?!\w)",
    accepts=[
        " v. ",
        " vs. ",
        " versus ",
        "V.",  # alone on its line
        "–v.–",
        "-against-",
        " Versus ",
        "-AGAINST-",
    ],
    refuses=["Vera Roe", "reversed", "Part V.", "2 v.i. 4"],
)
_OTHER_KINDS = frozenset(
    {
        BlockKind.COURT,
        BlockKind.DOCKET,
        BlockKind.TITLE,
        BlockKind.REFERENCE,
        BlockKind.SIGNATURE,
        BlockKind.QUOTE,
    }
)
# Lines of the front that name no party.
_NO_PARTY = Pattern(
    r"""
    ^\W*(?:
        (?:not\s+)?(?:recommended\s+)?for\s+(?:full.text\s+)?publication | (?:un)?published
      | (?:not\s+|non)?-?precedential | publish\b | filed\b | dated?\b | decided\b | argued\b
      | submitted\b | signed\b | issued\b | before:? | appeals?\s+from
      | on\s+(?:appeal|petition|writ)
      | certiorari | civil\s+minutes | re\s*: | united\s+states\s+(?:district|bankruptcy|tax|court)
      | in\s+the\s+(?:united\s+states\s+\w+\s+court|supreme|court) | (?:supreme|superior)\s+court
      | opinion\b | order\b | memorandum\b | judge?ment\b | decision\b | \[?do\s+not\s+publish
      | slip\s+op | wo?\W*$ | \d{1,2}/\d{1,2}/\d{2,4} | (?:in|en)\s+banc?\b | present\b | page\s+\d
      | consolidated\b | summary\s+calendar\W*$ | for\s+the\s+\w+
      | (?:first|second|third|fourth)\s+(?:judicial\s+)?department | syllabus
      | """
    + MONTH_BEGUN
    + r"""\s+\d{1,2},?\s+\d{4}
    )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "NOT FOR PUBLICATION",
        "Argued May 3, 2011",
        "Appeal from the Superior Court",
        "May 3, 2011",
    ],
    refuses=["JANE ROE, Plaintiff,", "Mayfield Mills, Inc."],
    by="match",
)
_EVENT_LINE = Pattern(
    r"\b(?:argued|decided|filed|submitted)\b.{0,30}\d{4}",
    re.IGNORECASE,
    accepts=["Argued: May 3, 2011"],
    refuses=["Roe filed her complaint.", "May 3, 2011"],
)
# A citation of another case has a "v." too.
CITATION = Pattern(
    r"\b\d{1,4}\s+(?:[A-Z][\w.]{0,9}\s?){1,3}\s?\d{1,5}\b",
    accepts=["Roe v. Wade, 410 U.S. 113"],
    refuses=["Roe v. Doe, No. 22-cv-1985"],
)
_ROLE_ONLY = Pattern(
    r"^\W*(?:(?:plaintiff|defendant|petitioner|respondent|appell\w+|cross|counter|claimant|debtor"
    r"|intervenor|movant|and)s?\W*)*$",
    re.IGNORECASE,
    accepts=["Plaintiffs-Appellants,", "Defendant and Respondent."],
    refuses=["JANE ROE, Plaintiff,"],
    by="match",
)
_GOES_ON = Pattern(
    r"(?:[,;&]|\b(?:and|of|the|for|on|behalf))\s*$",
    re.IGNORECASE,
    accepts=["JANE ROE and", "Receiver for", "Acme Corp.,"],
    refuses=["JANE ROE", "Acme Land"],
)
# More parties stand on the next line.
_MORE = Pattern(
    r"(?:[;&]|\band)\s*$",
    re.IGNORECASE,
    accepts=["JANE ROE and", "Acme Corp.;"],
    refuses=["JANE ROE,", "Acme Land"],
)
_COUNSEL = Pattern(
    r"\battorneys?\s+for\s+(?:appell|plaintiff|defendant|petit|respond)",
    re.IGNORECASE,
    accepts=["ATTORNEYS FOR APPELLANT: Pat Poe", "Attorney for Plaintiff"],
    refuses=["Roe, Attorney General", "District Attorney for Kings County"],
)
_MOST_LINES = 12
_LONGEST_LINE = 1500


def goes_on(text: str) -> bool:
    """Return whether a line of names continues in the next."""
    return _GOES_ON.search(text) is not None


def is_role_only(text: str) -> bool:
    """Return whether a line holds parties' roles and nothing else."""
    return _ROLE_ONLY.match(text) is not None


def may_name_party(line: LocatedBlock) -> bool:
    """Return whether a line can name a party, by its kind and its words."""
    if line.kind is BlockKind.PARTIES:
        return True
    text = line.text
    versus = VERSUS.search(text)
    return not (
        line.kind in _OTHER_KINDS
        # "(2544) Roe v. Poe decided May 3, 1925" is a caption for all its numbers.
        or (is_docket_line(line) and not versus)
        or len(text) > _LONGEST_LINE
        or _NO_PARTY.match(text)
        or (_EVENT_LINE.search(text) and not versus)
    )


def list_party_lines(
    opening: tuple[LocatedBlock, ...], named: Claim[str] | None
) -> tuple[LocatedBlock, ...]:
    """Return the caption's own blocks if they hold both sides, else those with the name too."""
    marked = [
        line
        for line in opening
        # Indiana prints counsel beside the court, above the parties.
        if line.kind is BlockKind.PARTIES and not _COUNSEL.search(line.text)
    ]
    text = "\n".join(line.text for line in marked)
    if all(re.search(r"\w", side) for side in VERSUS.split(text)) and (
        VERSUS.search(text)
        or any(IN_RE.match(line.text) or EX_PARTE.match(line.text) for line in marked)
    ):
        return tuple(marked)
    span = named.evidence if named else None
    if not VERSUS.search(text) or span is None:
        marked = []
    lines: list[LocatedBlock] = []
    for line in opening:
        within = span and line.offset < span.end and span.start < line.span().end
        more = lines and _MORE.search(lines[-1].text) and len(lines) < _MOST_LINES
        if line in marked or ((within or more) and may_name_party(line)):
            lines.append(line)
    return tuple(lines)
