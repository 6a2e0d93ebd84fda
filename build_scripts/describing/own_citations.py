"""Where an order itself is reported, as law reports and their copies print it above the caption."""

from collections.abc import Iterator

from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim, Span
from build_scripts.text.pattern import Pattern

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
    return tuple(_read_head(clean))


def _read_head(clean: CleanOrder) -> Iterator[Claim[str]]:
    for offset, block in clean.locate_blocks()[:6]:
        if block.kind not in _HEAD:
            return
        match = _ALONE.fullmatch(block.text) if len(block.text) < 120 else None
        for name in ("first", "second", "third") if match else ():
            if match and match[name]:
                start, end = match.span(name)
                yield Claim(match[name], Span(offset + start, offset + end), _REASON)
