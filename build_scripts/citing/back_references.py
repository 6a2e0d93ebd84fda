"""Id., Ibid. and supra as printed, before they are tied to what they go back to."""

import re
from collections.abc import Sequence

from build_scripts.citing.case_names import find_short_name
from build_scripts.citing.mentions import Mention, find_next_start
from build_scripts.citing.pins import AFTER_ID
from build_scripts.citing.rules import RULE_NUMBER
from build_scripts.citing.sections import SECTION
from build_scripts.model.citation import CitationKind

# Accepted: "Id.", "id.", "Ibid.", "Id at 746" (the stop lost). Refused: "ID", "id" in running text.
_ID = re.compile(r"(?<![\w.])(?:[Ii]d\.|[Ii]bid\.|Id(?=\s(?:at|§)\s))")
# "Id. § 2510(18)", "id. Sec. 2671", "id. 2671" (a section without its sign).
_ID_SECTION = re.compile(
    rf"(?:,?\s(?:§{{1,2}}|[Ss]ecs?\.|ss?(?=\s\d))\s?|\s(?=\d{{3,5}}(?:\([a-z0-9]|[;,.]\s|\))))(?P<section>{SECTION})"
)
_ID_RULE = re.compile(rf",?\s(?:R(?:ule|\.)\s)(?P<section>{RULE_NUMBER})")
_SLIP_OPINION = re.compile(r",\s(?P<slip>slip\sop\.,?\sat\s(?P<pin>\d{1,3}(?:[-–]\d{1,3})?))")
_SUPRA = re.compile(r"(?<!\w)[Ss]upra\b,?")
# "note 6 supra", "supra note 5", "supra, at 16-18", "Part II.A, supra".
_NOTE_BEFORE = re.compile(r"(?:notes?|n\.|nn\.)\s(?P<note>\d{1,3})(?:[-–]\d{1,3})?,?\s$")
_NOTE_AFTER = re.compile(r"\s?(?:at\s)?(?:notes?|n\.)\s?(?P<note>\d{1,3})")
_PAGES_AFTER = re.compile(
    r"\s?at\s(?:pp?\.\s)?(?P<pin>\d{1,4}(?:[-–]\d{1,4})?(?:,\s(?:and\s)?nn?\.\s?\d{1,3})?)"
)


def find_ids(text: str, cases: Sequence[Mention]) -> list[Mention]:
    """Return every Id. and Ibid. with its pin cite, or with the section it names.

    A pin cite ends where the next of `cases` begins: "Id. at 221, 81 S. Ct. at 1056".
    """
    found = []
    for match in _ID.finditer(text):
        start, end = match.span()
        section = pin = None
        if (tail := _ID_SECTION.match(text, end)) or (tail := _ID_RULE.match(text, end)):
            raw = tail["section"].rstrip(".-–: ")
            section, end = re.sub(r"\s", "", raw), tail.start("section") + len(raw)
            pin = text[tail.start() : end].strip(" ,")
        elif tail := AFTER_ID.match(text, end, find_next_start(cases, end, text)):
            pin = (tail["pin"] or tail["paragraph"] or tail["page"]).strip()
            end = tail.end()
        printed = text[start:end]
        found.append(
            Mention(CitationKind.ID, start, end, printed, start, end, pin_cite=pin, section=section)
        )
    return found


def find_slip_opinions(text: str) -> list[Mention]:
    """Return short forms of slip opinions: "Phinney, slip op. at 8-9"."""
    found = []
    for match in _SLIP_OPINION.finditer(text):
        floor = max(0, match.start() - 160, text.rfind("\n", 0, match.start()) + 1)
        name, start = find_short_name(text, floor, match.start("slip"))
        if name is not None:
            found.append(
                Mention(
                    CitationKind.SHORT,
                    start,
                    match.end(),
                    text[start : match.end()],
                    start,
                    match.end(),
                    name=name,
                    pin_cite=match["pin"],
                )
            )
    return found


def find_supras(text: str) -> list[Mention]:
    """Return every supra with the name or note number it goes by."""
    found = []
    for match in _SUPRA.finditer(text):
        floor = max(0, match.start() - 260, text.rfind("\n", 0, match.start()) + 1)
        start, end = match.span()
        name = pin = antecedent = None
        if note := _NOTE_BEFORE.search(text, floor, start):
            start, antecedent = note.start(), f"note {note['note']} of this opinion"
        else:
            name, start = find_short_name(text, floor, match.start())
            if note := _NOTE_AFTER.match(text, end):
                end = note.end()
                if name is None:
                    antecedent = f"note {note['note']} of this opinion"
            if pages := _PAGES_AFTER.match(text, end):
                pin, end = pages["pin"], pages.end()
            if name is None and antecedent is None and pin:
                antecedent = "this opinion"
        if name is None and antecedent is None:
            continue  # "as discussed supra" points nowhere that could be followed
        end -= text[end - 1] == ","
        printed = text[start:end]
        found.append(
            Mention(
                CitationKind.SUPRA,
                start,
                end,
                antecedent or printed,
                start,
                end,
                name=name,
                pin_cite=pin,
                antecedent=antecedent,
            )
        )
    return found
