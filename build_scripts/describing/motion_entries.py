"""Which docket entries the motions ruled on are."""

import re
from dataclasses import dataclass, replace

from build_scripts.describing.motions import (
    Motion,
    are_others_entries,
    are_two_movants,
    cut_behind,
    find_motions,
    find_mover,
    list_movant_words,
)
from build_scripts.describing.opening import find_opening, locate_body
from build_scripts.describing.ruling_sentences import RulingSentence, Weight
from build_scripts.describing.title import find_printed_title
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Span
from build_scripts.model.law.docket_entries import list_entries
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.model.text.sentences import split_sentences

_PATTERNS = read_patterns(__package__, "motion_entries.toml")
_CITATION_REACH = 60  # characters behind a motion's name in which its own entry is cited


def _first_citation(text: str) -> tuple[str, ...]:
    """Return the entries of the text's first record citation: the motion's, not the briefs'."""
    for piece in re.split(r"(?<=[)\]])|;\s", text):
        entries = tuple(entry for entry in list_entries(piece, brackets=True) if "-" not in entry)
        if entries:
            return (
                entries
                if re.search(r"\bn(?:o|umber)s\b|\]\[", piece, re.IGNORECASE)
                else entries[:1]
            )
    return ()


def list_announcements(places: tuple[RulingSentence, ...]) -> tuple[Motion, ...]:
    """Return the motions that the introduction brings before the court, in order."""
    announcements = []
    for place in places:
        if place.weight is Weight.MIDDLE or not _PATTERNS.BEFORE_COURT.search(place.text):
            continue
        announcements += _list_brought(place.text)
        announcements += _list_moved(place.text)
    return tuple(announcements)


def _list_brought(text: str) -> list[Motion]:
    """Return the motions that a sentence names, each with the first citation of its clause; of
    several that motions of different kinds share it is not known which is whose.
    """
    motions = [
        replace(
            each,
            entries=()
            if _PATTERNS.RESPONDS.search(text[: each.start])
            else _first_citation(re.split(r";\s", text[each.start :])[0]),
        )
        for each in find_motions(text)
    ]
    kinds: dict[tuple[str, ...], set[str | None]] = {}
    for each in motions:
        kinds.setdefault(each.entries, set()).add(each.kind)
    return [
        replace(each, entries=())
        if len(each.entries) > 1 and len(kinds[each.entries]) > 1
        else each
        for each in motions
    ]


def _list_moved(text: str) -> list[Motion]:
    """Return the motions that a sentence names by their verb, "Roe moved to compel (Doc. 12)"."""
    moves = list(_PATTERNS.MOVES.finditer(text))
    ends = [*(each.start() for each in moves), len(text)][1:]
    return [
        replace(
            motion,
            entries=_first_citation(text[each.start() : end]),
            movant=find_mover(text[: each.start()]),
        )
        for each, end in zip(moves, ends, strict=True)
        for motion in find_motions(f"motion {each['what']}")
    ]


def list_titled_motions(clean: CleanOrder) -> tuple[Motion, ...]:
    """Return the motions that a title names, each with the entries after it: "… TO SEAL [80]"."""
    found = find_printed_title(clean)
    # Behind "IN RE" the case is named: "IN RE APPLICATION FOR AN ORDER".
    title = re.split(r"(?i)(?<!\border )\bin re\b", found[1].text)[0] if found else ""
    motions = find_motions(title)
    if not motions:
        return ()
    ends = [*(motion.start for motion in motions[1:]), len(title)]
    return tuple(
        replace(motion, entries=list_entries(title[motion.start : end], brackets=True))
        for motion, end in zip(motions, ends, strict=True)
    )


def find_deferred(
    clean: CleanOrder, places: tuple[RulingSentence, ...], announcements: tuple[Motion, ...]
) -> tuple[Motion, Span] | None:
    """Return the motion that waits for more papers, with the place that requests them, or None."""
    found = find_printed_title(clean)
    asked = found[1].span() if found and _PATTERNS.MORE_WANTED.search(found[0]) else None
    if asked is None:
        orders = (
            place
            for place in places
            if _PATTERNS.MORE_WANTED.search(place.text)
            and "order" in place.text.lower()
            and not _PATTERNS.PAST.search(place.text)
        )
        asked = next((place.span for place in orders), None)
    named = [each for each in announcements if each.kind]
    if asked is None or not named or len({each.kind for each in named}) > 2:
        return None
    first = max(named[:2], key=lambda each: bool(each.entries))
    return first, asked


def find_entries(
    kind: str | None,
    number: int | None,
    movant: str | None,
    announcements: tuple[Motion, ...],
    clean: CleanOrder,
    *,
    alone: bool,
    several: bool,
) -> tuple[str, ...]:
    """Return the entries printed elsewhere with a motion's name, by kind, number and movant.

    First where the motion is brought before the court (of `several` motions of one kind where each
    is), then where its filing is told, then wherever its name has a citation of its own; those of
    responses to it do not count.
    """
    kinds = (kind, None) if alone else (kind,)
    brought = [each for each in announcements if each.entries and each.kind in kinds]
    if not several:
        # "The motions (Dkt. 12) were argued" does not say whose entry it is.
        brought = [each for each in brought if not _PATTERNS.MOTIONS.search(each.wording)]
    if several and brought:
        return tuple(dict.fromkeys(entry for each in brought for entry in each.entries))
    if brought:
        own = (each for each in brought if not are_two_movants(each.movant, movant))
        known = (each.entries for each in own if number is None or number in each.numbers)
        return next(known, ())
    named = [
        each
        for each in list_named(clean)
        if each.motion.kind == kind
        and (alone or kind)
        and (number is None or number in each.motion.numbers)
    ]
    if kind is None and alone and not named:
        # "The request is granted": the one paper with an entry that the order names.
        any_kind = list_named(clean)
        named = any_kind if len({each.motion.entries for each in any_kind}) == 1 else []
    if not named:
        return find_short_citation(clean) if alone else ()
    named = [each for each in named if not are_two_movants(each.motion.movant, movant)] or named
    if several:
        return tuple(dict.fromkeys(entry for each in named for entry in each.motion.entries))
    # "Acme filed a motion to dismiss (Doc. 3); Bolt filed another (Doc. 5)": one sentence.
    together = [each for each in named if each.sentence == named[0].sentence]
    movers = [list_movant_words(each.motion.movant or "") for each in together]
    if movant and list_movant_words(movant) in movers:
        pairs = zip(together, movers, strict=True)
        together = [each for each, own in pairs if own == list_movant_words(movant)]
    return tuple(dict.fromkeys(entry for each in together for entry in each.motion.entries))


@dataclass(frozen=True, slots=True)
class _Named:
    motion: Motion
    filed: bool
    sentence: int  # where it begins in the text


def list_named(clean: CleanOrder) -> list[_Named]:
    """Return every motion with its own citation after its name; mentioned filings first."""
    found = []
    noted = {note.label: note.blocks[0].text for note in clean.footnotes if note.blocks}
    for offset, block in clean.map.located:
        marks = [
            (mark.offset, cited)
            for mark in block.footnote_marks
            if (cited := _PATTERNS.RECORD_NOTE.match(noted.get(mark.label, "")))
        ]
        if not (marks or list_entries(block.text, brackets=True)):
            continue
        for sentence in split_sentences(block.text):
            text, begin = sentence.text, offset + sentence.start
            motions = find_motions(text)
            for place, motion in enumerate(motions):
                reach = motions[place + 1].start if motions[place + 1 :] else len(text)
                behind = text[motion.end : min(motion.end + _CITATION_REACH, reach)]
                behind = cut_behind(behind) if place else behind
                apart = are_others_entries(motion.wording, behind)
                entries = () if apart else _first_citation(behind)
                if not entries:
                    # "… motion to dismiss.1" with the note "R. Doc. 12."
                    own = (
                        list_entries(cited[0])
                        for at, cited in marks
                        if motion.end <= at - sentence.start <= reach
                    )
                    entries = next(own, ())[:1]
                others = _PATTERNS.RESPONDS.search(text[: motion.start])
                if entries and not others and not _PATTERNS.WITHDREW.search(text):
                    filed = bool(_PATTERNS.FILING.search(text))
                    found.append(_Named(replace(motion, entries=entries), filed, begin))
            found += [_Named(each, True, begin) for each in _list_moved(text) if each.entries]
    return sorted(found, key=lambda each: not each.filed)


def list_terminated(clean: CleanOrder) -> tuple[str, ...]:
    """Return the entries that the clerk is to terminate, or that the order resolves."""
    entries: dict[str, None] = {}
    for block in locate_body(clean):
        for match in _PATTERNS.TERMINATES.finditer(block.text):
            sentence = re.split(r"(?<=\d)\W*\.\s", match["entries"])[0]
            entries.update(dict.fromkeys(list_entries(sentence)))
    return tuple(entries)


def list_reference_entries(clean: CleanOrder) -> tuple[str, ...]:
    """Return the entries of the front's reference line."""
    entries: dict[str, None] = {}
    for line in find_opening(clean):
        # "Doc. 38" alone is what a service prints: the order's own number.
        own = line.kind is BlockKind.REFERENCE and not _PATTERNS.BARE_NUMBER.match(line.text)
        if own or _PATTERNS.REFERENCE.match(line.text):
            text = _PATTERNS.ANSWERING.sub("", line.text)
            entries.update(dict.fromkeys(list_entries(text)))
    return tuple(entries)


def find_short_citation(clean: CleanOrder) -> tuple[str, ...]:
    """Return the entry of the first citation of "the motion" by its short name."""
    for block in locate_body(clean):
        match = (
            _PATTERNS.SHORT_CITATION.search(block.text)
            if block.kind is BlockKind.PARAGRAPH
            else None
        )
        if match:
            entries = list_entries(match["citation"])[:1]
            return entries if entries and "-" not in entries[0] else ()
    return ()


def find_report_entry(clean: CleanOrder) -> tuple[str, ...]:
    """Return the entry of the report and recommendation that an order adopts or rejects."""
    for block in locate_body(clean):
        for match in _PATTERNS.REPORT.finditer(block.text):
            if _PATTERNS.RESPONDS.search(block.text[: match.start()]):
                continue
            entries = _first_citation(block.text[match.end() : match.end() + _CITATION_REACH])
            if entries:
                return entries[:1]
    return ()
