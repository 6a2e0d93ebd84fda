"""Which docket entries the motions ruled on are."""

import re
from dataclasses import dataclass

from build_scripts.describing.docket_entries import list_entries
from build_scripts.describing.motions import find_motions
from build_scripts.describing.opening import find_opening, locate_body
from build_scripts.describing.ruling_sentences import RulingSentence, Weight
from build_scripts.model.clean_order import BlockKind, CleanOrder

# The sentence that brings the motion before the court.
# Accepted: "Before the Court is", "Pending before the Court", "Acme now moves to dismiss",
#   "This matter comes before the Court on", "Defendant seeks". Refused: "The motion was argued".
_BEFORE_COURT = re.compile(
    r"""
    \bbefore\s+(?:the|this)\s+court\b | \bpending\b | \bmoves?\b | \bmoved\b | \bcomes?\s+before\b
    | \b(?:instant|present)\s+motion\b | \bseeks?\b | \bfiled\s+(?:the|this|a|an|his|her|its)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Accepted: "moves to dismiss the complaint", "moved for summary judgment".
_MOVES = re.compile(
    r"\bmove[sd]?\s+(?:the\s+court\s+)?(?P<what>(?:to|for)\s+[^,.;()\[\]]{3,90})", re.IGNORECASE
)
# A line of the front that says what is ruled on. Accepted: "Re: Dkt. No. 7", "[ECF No. 38]".
_REFERENCE = re.compile(r"^\W*(?:re\s*:|(?<=[\[(])(?:ecf|dkt|docket|doc)\b)", re.IGNORECASE)
# The motion cited by its short name. Accepted: "(Def.’s Mot. to Dismiss at 7, ECF No. 26.)".
_SHORT_CITATION = re.compile(
    r"\bMot\.\s[^;\[\]]{0,90}?(?P<citation>\b(?:ECF|Dkt\.|Doc\.|Docket)\s+(?:Nos?\.\s+)?\d[^;)\]]{0,20})"
)


@dataclass(frozen=True, slots=True)
class Announcement:
    """A motion before the court, as a sentence of the introduction brings it up."""

    wording: str
    kind: str | None
    entries: tuple[str, ...]


def _first_citation(text: str) -> tuple[str, ...]:
    """The entries of the text's first record citation: the motion's own, before the briefs'."""
    for piece in re.split(r"(?<=[)\]])|;\s", text):
        entries = tuple(entry for entry in list_entries(piece, brackets=True) if "-" not in entry)
        if entries:
            return (
                entries
                if re.search(r"\bn(?:o|umber)s\b|\]\[", piece, re.IGNORECASE)
                else entries[:1]
            )
    return ()


def list_announcements(places: tuple[RulingSentence, ...]) -> tuple[Announcement, ...]:
    """The motions that the introduction brings before the court, in order."""
    announcements = []
    for place in places:
        if place.weight is Weight.MIDDLE or not _BEFORE_COURT.search(place.text):
            continue
        motions = [*find_motions(place.text)]
        for motion in motions:
            entries = _first_citation(place.text[motion.start :])
            announcements.append(Announcement(motion.wording, motion.kind, entries))
        moves = _MOVES.search(place.text)
        if moves:
            entries = _first_citation(place.text[moves.start() :])
            announcements += [
                Announcement(motion.wording, motion.kind, entries)
                for motion in find_motions(f"motion {moves['what']}")
            ]
    return tuple(announcements)


def list_reference_entries(clean: CleanOrder) -> tuple[str, ...]:
    """The entries of the front's reference line."""
    entries: dict[str, None] = {}
    for line in find_opening(clean):
        if line.kind is BlockKind.REFERENCE or _REFERENCE.match(line.text):
            entries.update(dict.fromkeys(list_entries(line.text)))
    return tuple(entries)


def find_short_citation(clean: CleanOrder) -> tuple[str, ...]:
    """The entry of the first citation of "the motion" by its short name."""
    for block in locate_body(clean):
        match = _SHORT_CITATION.search(block.text) if block.kind is BlockKind.PARAGRAPH else None
        if match:
            entries = list_entries(match["citation"])[:1]
            return entries if entries and "-" not in entries[0] else ()
    return ()
