"""Where an order itself is reported, as law reports and their copies print it above the caption."""

import re
from collections.abc import Iterator

from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim, Span
from build_scripts.model.law.neutral_citations import OWN_NEUTRAL
from build_scripts.model.text.pattern import Pattern

_MOST_BLOCKS = 6
_LONGEST_MARK = 40  # characters of a line with a court's own mark
_HEAD = (BlockKind.CENTRED, BlockKind.COURT, BlockKind.PARTIES, BlockKind.DOCKET)
_REASON = "a citation that stands alone above the caption"
_CITATION = (
    r"(?P<{name}>\d{{1,4}}\s(?!U\.\s?S\.\s?C)"
    r"[A-Z][\w.’']{{0,11}}\.(?:\s?[\w.]{{1,7}}){{0,4}}\s\d{{1,5}})"
)
_ALONE = Pattern(
    _CITATION.format(name="first")
    + rf"(?:[,;]\s{_CITATION.format(name='second')})?(?:[,;]\s{_CITATION.format(name='third')})?"
    + r"(?:\s\(\d{4}\))?",
    accepts=[
        "14 F.3d 662",
        "607 F.3d 283 (2010)",
        "27 Fed. R. Serv. 3d 1582",
        "138 U.S. 109, 11 S.Ct. 283",
    ],
    refuses=["No. 93-1722", "28 U.S.C. § 1331", "12 June 1994"],
    by="fullmatch",
)


def find_own_citations(clean: CleanOrder) -> tuple[Claim[str], ...]:
    """Return the citations that head the order, before anything that is no part of a caption."""
    found: dict[str, Claim[str]] = {}
    for each in _read_head(clean):
        found.setdefault(each.value, each)  # a service prints it in its line and below
    return tuple(found.values())


# A publisher's first line: the case's name and where it is reported.
_NAMED = Pattern(
    _CITATION.format(name="first").join(
        (r"^[^\n]{3,120}?\sv\.\s[^\n]{2,120}?,\s", r"\s\(\d{4}\)$")
    ),
    accepts=["Roe v. Poe Corp., 183 F.R.D. 264 (1998)"],
    refuses=["Roe v. Poe, 410 U.S. 113", "See Roe, 183 F.R.D. 264 (1998)"],
    by="fullmatch",
)


def _read_head(clean: CleanOrder) -> Iterator[Claim[str]]:
    head = True
    for index, (offset, block) in enumerate(clean.map.located[:_MOST_BLOCKS]):
        # A court's own mark stands below its caption too: "2022-NCSC-1".
        own = OWN_NEUTRAL.search(block.text) if len(block.text) < _LONGEST_MARK else None
        if own and not re.search(r"\w", block.text[: own.start()] + block.text[own.end() :]):
            yield Claim(own[0], Span(offset + own.start(), offset + own.end()), _REASON)
        head = head and block.kind in _HEAD
        match = _ALONE.fullmatch(block.text) if head and len(block.text) < 120 else None
        match = match or (None if index else _NAMED.fullmatch(block.text[:300]))
        for name in match.re.groupindex if match else ():
            if match and match[name]:
                start, end = match.span(name)
                yield Claim(match[name], Span(offset + start, offset + end), _REASON)
