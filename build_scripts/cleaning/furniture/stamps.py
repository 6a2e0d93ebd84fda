"""The line that an electronic filing system stamps on each page."""

import re
from collections.abc import Sequence

from build_scripts.cleaning.lines import Cut, Line, cut_whole
from build_scripts.model.clean_order import EcfStamp, RemovalReason
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "stamps.toml")
ECF_STAMP = _PATTERNS.ECF_STAMP
LONGEST_STAMP = 9  # lines, blank ones included


def find_ecf_stamps(lines: Sequence[Line]) -> tuple[list[Cut], dict[int, EcfStamp]]:
    """Return every ECF stamp as a cut, and its content by line (the first of doubled stamps)."""
    cuts = []
    stamps: dict[int, EcfStamp] = {}
    for index, line in enumerate(lines):
        pieces = _list_pieces(lines, index)
        joined = " ".join(lines[piece].content for piece in pieces)
        if len(pieces) > 1 and (match := ECF_STAMP.fullmatch(joined)):
            cuts += [cut_whole(i, lines[i], RemovalReason.ECF_STAMP) for i in pieces]
            stamps[index] = _read_stamp(match)
            continue
        if not _PATTERNS.MAY_STAMP.search(line.text):
            continue
        for match in ECF_STAMP.finditer(line.text):
            cuts.append(Cut(index, match.start(), match.end(), RemovalReason.ECF_STAMP))
            stamps.setdefault(index, _read_stamp(match))
            below = next((i for i in range(index + 1, len(lines)) if not lines[i].blank), None)
            if (
                below is not None
                and _PATTERNS.WRAPPED.search(match[0])
                and _PATTERNS.WRAPPED_NUMBER.fullmatch(lines[below].content)
            ):
                cuts.append(cut_whole(below, lines[below], RemovalReason.ECF_STAMP))
    return cuts, stamps


def _list_pieces(lines: Sequence[Line], start: int) -> list[int]:
    """Return the lines over which a tool split a stamp: "Document 19", "Page 2 of 4"."""
    pieces = [start]
    for index in range(start + 1, min(start + LONGEST_STAMP, len(lines))):
        if not lines[index].blank:
            if not _PATTERNS.PIECE.match(lines[index].content):
                break
            pieces.append(index)
    return pieces


def _read_stamp(match: re.Match[str]) -> EcfStamp:
    docket = match["docket"] or match["alone"]
    return EcfStamp(
        "".join(docket.split()) if ":" in docket else docket,  # OCR's blanks
        match["document"],
        match["filed"] or match["entered"] or match["bare"],
        int(match["page"]) if match["page"] else None,
        int(match["count"]) if match["count"] else None,
    )
