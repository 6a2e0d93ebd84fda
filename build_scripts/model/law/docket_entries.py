"""Docket entries that a text cites: "Re: Dkt. Nos. 63 & 64" → 63, 64."""

import re

from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "docket_entries.toml")
_FEWEST_OF_RANGE = 100  # a higher number after the dash counts entries, not attachments
_LONGEST_RANGE = 30


def _spell_out(match: re.Match[str], *, several: bool) -> list[str]:
    """Return an entry, an attachment ("12-1"), or a range's entries ("169-171", "Docs. 14-16")."""
    first, last, to = int(match["first"]), int(match["last"] or 0), int(match["to"] or 0)
    counts = several or first >= _FEWEST_OF_RANGE
    end = last if counts and last > first else to
    if first < end <= first + _LONGEST_RANGE:
        return [str(number) for number in range(first, end + 1)]
    number = match["first"] if not last else f"{first}-{last}"
    return [number, str(to)] if to else [number]


def list_entries(text: str, *, brackets: bool = False) -> tuple[str, ...]:
    """List the distinct docket entries cited in `text`, in order; "[3]" only with `brackets`."""
    entries: dict[str, None] = {}
    for match in _PATTERNS.CITED.finditer(text):
        several = re.search(
            r"s\b\.?\W*$", text[match.start() : match.start("numbers")], re.IGNORECASE
        )
        for number in _PATTERNS.NUMBER.finditer(match["numbers"]):
            entries.update(dict.fromkeys(_spell_out(number, several=bool(several))))
    for match in _PATTERNS.NUMBERED_MOTION.finditer(text):
        entries[match["number"]] = None
    if brackets:
        for match in _PATTERNS.BRACKETED.finditer(text):
            for number in _PATTERNS.NUMBER.finditer(match["numbers"] or match["alone"]):
                entries.update(dict.fromkeys(_spell_out(number, several=False)))
    return tuple(entries)
