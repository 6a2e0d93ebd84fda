"""Which docket entries the motions ruled on are."""

import re
from dataclasses import dataclass

from build_scripts.describing.docket_entries import list_entries
from build_scripts.describing.motions import find_motions
from build_scripts.describing.opening import find_opening, locate_body
from build_scripts.describing.ruling_sentences import RulingSentence, Weight
from build_scripts.describing.title import find_printed_title
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Span
from build_scripts.sentences import split_sentences
from build_scripts.text.pattern import Pattern

# The sentence that brings the motion before the court.
_BEFORE_COURT = Pattern(
    r"""
    \bbefore\s+(?:the|this)\s+court\b | \bpending\b | \bmoves?\b | \bmoved\b | \bcomes?\s+before\b
    | \b(?:instant|present)\s+motion\b | \bseeks?\b | \bfiled\s+(?:the|this|a|an|his|her|its)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Before the Court is",
        "Pending before the Court",
        "Acme now moves to dismiss",
        "This matter comes before the Court on",
        "Defendant seeks",
    ],
    refuses=["The motion was argued"],
)
_MOVES = Pattern(
    r"\bmove[sd]?\s+(?:the\s+court\s+)?(?P<what>(?:to|for)\s+[^,.;()\[\]]{3,90})",
    re.IGNORECASE,
    accepts=["moves to dismiss the complaint", "moved for summary judgment"],
    refuses=["moves the goods to market", "the motion to dismiss"],
)
# A line of the front that says what is ruled on.
_REFERENCE = Pattern(
    r"^\W*(?:re\s*:|(?<=[\[(])(?:ecf|dkt|docket|doc)\b)",
    re.IGNORECASE,
    accepts=["Re: Dkt. No. 7", "[ECF No. 38]"],
    refuses=["Reply, Dkt. No. 7", "ECF No. 38"],
    by="match",
)
# A sentence that tells of a motion's filing.
_FILING = Pattern(
    r"\b(?:filed|moves?|moved|brought|submitted)\b",
    re.IGNORECASE,
    accepts=["Acme filed a motion (ECF No. 30)"],
    refuses=["the motion (ECF No. 30) is late", "a filing"],
)
_CITATION_REACH = 60  # characters behind a motion's name in which its own entry is cited
# What asks for more before a motion is decided.
_MORE_WANTED = Pattern(
    r"""
    \bto\s+supplement\b
    | \b(?:requiring|directing|requesting|ordering|orders|for|order\s+re:?|order\s+regarding)\s+
        (?:further|supplemental)\s+(?:filing|briefing|submission|information)s?
    | \bfile\s+(?:a\s+)?supplemental\s+(?:brief|memorand|declaration)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "ORDER TO SUPPLEMENT",
        "ORDER REQUIRING FURTHER FILING IN SUPPORT OF",
        "ORDERS Acme to supplement its Motion",
        "ORDER FOR SUPPLEMENTAL BRIEFING",
        "ORDER RE: SUPPLEMENTAL BRIEFING",
    ],
    refuses=[
        "a supplemental complaint",
        "after supplemental briefing",  # it was had already
    ],
)
# The motion cited by its short name.
_SHORT_CITATION = Pattern(
    r"\bMot\.\s[^;\[\]]{0,90}?(?P<citation>\b(?:ECF|Dkt\.|Doc\.|Docket)\s+(?:Nos?\.\s+)?\d[^;)\]]{0,20})",
    accepts=["(Def.’s Mot. to Dismiss at 7, ECF No. 26.)"],
    refuses=["(Def.’s Mot. to Dismiss at 7.)", "Motion, ECF No. 26"],
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


def list_titled_motions(clean: CleanOrder) -> tuple[Announcement, ...]:
    """The motions that a title names, each with the entries behind it: "… TO SEAL [80]"."""
    found = find_printed_title(clean)
    title = found[1].text if found else ""
    motions = find_motions(title)
    if not motions:
        return ()
    ends = [*(motion.start for motion in motions[1:]), len(title)]
    return tuple(
        Announcement(
            motion.wording, motion.kind, list_entries(title[motion.start : end], brackets=True)
        )
        for motion, end in zip(motions, ends, strict=True)
    )


def find_deferred(
    clean: CleanOrder, places: tuple[RulingSentence, ...], announcements: tuple[Announcement, ...]
) -> tuple[Announcement, Span] | None:
    """The motion that waits for more papers, with the place that asks for them; else None."""
    found = find_printed_title(clean)
    asked = found[1].span() if found and _MORE_WANTED.search(found[0]) else None
    if asked is None:
        orders = (
            place
            for place in places
            if _MORE_WANTED.search(place.text) and "order" in place.text.lower()
        )
        asked = next((place.span for place in orders), None)
    named = [each for each in announcements if each.kind]
    if asked is None or not named or len({each.kind for each in named}) > 2:
        return None
    first = max(named[:2], key=lambda each: bool(each.entries))
    return first, asked


def find_filed_entry(clean: CleanOrder, kind: str) -> tuple[str, ...]:
    """The entry that the text cites where it tells how the motion was filed."""
    for block in clean.blocks:
        if block.kind is not BlockKind.PARAGRAPH or not _FILING.search(block.text):
            continue
        for sentence in split_sentences(block.text):
            if not _FILING.search(sentence.text):
                continue
            for motion in find_motions(sentence.text):
                if motion.kind == kind:
                    behind = sentence.text[motion.end : motion.end + _CITATION_REACH]
                    entries = _first_citation(behind)
                    if entries:
                        return entries
    return ()


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
