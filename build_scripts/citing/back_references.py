"""Id., Ibid. and supra as printed, before they are resolved."""

import re
from collections.abc import Sequence

from build_scripts.citing.case_names import find_short_name
from build_scripts.citing.internal import AFTER_SUPRA, BEFORE_SUPRA, make_internal, name_place
from build_scripts.citing.mentions import Mention, find_next_start
from build_scripts.citing.pins import AFTER_ID
from build_scripts.citing.rules import RULE_NUMBER
from build_scripts.citing.sections import GUIDELINE_NUMBER, SECTION
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(
    __package__,
    "back_references.toml",
    guideline_number=GUIDELINE_NUMBER,
    section=SECTION,
    rule_number=RULE_NUMBER,
)


def find_ids(text: str, cases: Sequence[Mention]) -> list[Mention]:
    """Return every Id. and Ibid. with its pin cite, or with the section it names.

    A pin cite ends where the next of `cases` begins: "Id. at 221, 81 S. Ct. at 1056".
    """
    found = []
    for match in _PATTERNS.ID.finditer(text):
        start, end = match.span()
        section = pin = None
        if (tail := _PATTERNS.ID_SECTION.match(text, end)) or (
            tail := _PATTERNS.ID_RULE.match(text, end)
        ):
            raw = tail["section"].rstrip(".-–: ")
            section, end = re.sub(r"\s", "", raw), tail.start("section") + len(raw)
            pin = text[tail.start() : end].strip(" ,")
        elif tail := AFTER_ID.match(text, end, find_next_start(cases, end, text)):
            pin = (tail["pin"] or tail["paragraph"] or tail["place"] or tail["page"]).strip()
            end = tail.end()
        printed = text[start:end]
        found.append(Mention(CitationKind.ID, start, end, printed, pin_cite=pin, section=section))
    return found


def find_slip_opinions(text: str) -> list[Mention]:
    """Return short forms of slip opinions: "Phinney, slip op. at 8-9"."""
    found = []
    for match in _PATTERNS.SLIP_OPINION.finditer(text):
        floor = max(0, match.start() - 160, text.rfind("\n", 0, match.start()) + 1)
        name, start = find_short_name(text, floor, match.start("slip"))
        if name is not None:
            end, pin = match.end(), match["pin"]
            printed = text[start:end]
            found.append(Mention(CitationKind.SHORT, start, end, printed, name=name, pin_cite=pin))
    return found


def find_supras(text: str) -> list[Mention]:
    """Return every supra and infra: of a work by its name, else of a place in the order itself.

    "Doe, supra note 4, at 12" refers to Doe; "supra note 4" to the order's own note.
    """
    found = []
    for match in _PATTERNS.SUPRA.finditer(text):
        floor = max(0, match.start() - 260, text.rfind("\n", 0, match.start()) + 1)
        found += _find_inner_place(text, match, floor) or _find_named_supra(text, match, floor)
    return found


def _find_inner_place(text: str, supra: re.Match[str], floor: int) -> list[Mention]:
    """Return the part or note that the words around "supra" name, if no work is named before it."""
    start, end = supra.span()
    if page := _PATTERNS.PAGE_BEFORE.search(text, max(floor, start - 24), start):
        end -= text[end - 1] == ","
        return [make_internal(page.start(), end, f"page {page['page']}", page["page"])]
    if before := BEFORE_SUPRA.search(text, max(floor, start - 60), start):
        return [make_internal(before.start(), end - (text[end - 1] == ","), name_place(before))]
    after = AFTER_SUPRA.match(text, end)
    if after is None or (after["note"] and find_short_name(text, floor, start)[0]):
        return []
    return [make_internal(start, after.end(), name_place(after))]


def _find_named_supra(text: str, supra: re.Match[str], floor: int) -> list[Mention]:
    name, start = find_short_name(text, floor, supra.start())
    if name is not None and _PATTERNS.PROVISION.search(name):
        return []  # "Section 522, supra" is a section, and another finder finds it
    end = supra.end()
    if note := _PATTERNS.NOTE_AFTER.match(text, end):
        end = note.end()
    pin, numbered = None, "page"
    if pages := _PATTERNS.PAGES_AFTER.match(text, end):
        pin, end = pages["pin"], pages.end()
        numbered = "¶" if pages["paragraph"] else "page"
    end -= text[end - 1] == ","
    if name is None:
        # # "as discussed supra" names no place
        if pin is None:
            return []
        return [make_internal(supra.start(), end, f"{numbered} {re.split(r'[-–,]', pin)[0]}", pin)]
    return [Mention(CitationKind.SUPRA, start, end, text[start:end], name=name, pin_cite=pin)]
