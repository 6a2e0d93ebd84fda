"""Id., Ibid. and supra as printed, before they are resolved."""

import re
from collections.abc import Sequence

from build_scripts.citing.case_names import find_short_name
from build_scripts.citing.internal import (
    AFTER_SUPRA,
    BEFORE_SUPRA,
    make_internal,
    name_place,
)
from build_scripts.citing.mentions import Mention, find_next_start
from build_scripts.citing.pins import AFTER_ID
from build_scripts.citing.rules import RULE_NUMBER
from build_scripts.citing.sections import GUIDELINE_NUMBER, SECTION
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern import Pattern

_ID = Pattern(
    r"""
    (?<![\w.])(?:
        [Ii]d\. | [Ii]bid\. | Tbid\. | Idem\.(?=\s|$)
      | (?:I[dD]|id)\.?(?=,?\s?(?:at\s(?:pp?\.\s|¶)?[\d*_]|¶|§\s?\d|PID\s\d))
      | (?<=\()(?:Id|[Ii]bid)(?=\s?\)) | (?:(?<=[.;]\s)|(?<=[Ss]ee\s))(?:Id|[Ii]bid)(?=[;,.)])
    )
    # What machines read for the first letter, where only this word can stand.
    | (?:(?<=[.;”"’)\]]\s)|(?<=\()|(?<=[Ss]ee\s)|(?<=^))
      [l1/J|!\[{](?:d\.|d(?=\sat))(?=\s(?:at\s[\d*]|§|¶)|\)|\s[A-Z“"(]|$)
    """,
    re.VERBOSE | re.MULTILINE,
    accepts=[
        "Id.",
        "id.",
        "Ibid.",
        "Id at 746",  # the stop is lost
        "Id, at 746",
        "ID. at 5",
        "(Id).",
        "It is so. ld. at 679",
        "It is so. Jd. at 679",
        "It is so. /d. § 3",
    ],
    refuses=[
        "ID",
        "id",  # in running text
        "the Id and the ego",
        "Wid. at 5",
    ],
)
# "Id. § 2510(18)", "id. Sec. 2671", "id. 2671" (a section without its sign).
_ID_SECTION = Pattern(
    rf"(?:,?\s(?:§{{1,2}}|[Ss]ecs?\.|ss?(?=\s\d))\s?|\s(?=\d{{3,5}}(?:\([a-z0-9]|[;,.]\s|\))))"
    rf"(?P<section>{GUIDELINE_NUMBER}|{SECTION})",
    accepts=[" § 2510(18)", ", Sec. 2671", " 2671(a)"],
    refuses=[" at 746", " 12 years"],
    by="match",
)
_ID_RULE = Pattern(
    rf",?\s(?:R(?:ule|\.)\s)(?P<section>{RULE_NUMBER})",
    accepts=[" Rule 9(b)", ", R. 12"],
    refuses=[" Rules of evidence", " at 12"],
    by="match",
)
_SLIP_OPINION = Pattern(
    r",\s(?P<slip>slip\sop\.,?\sat\s(?P<pin>\d{1,3}(?:[-–]\d{1,3})?))",
    accepts=["Id., slip op. at 12"],
    refuses=["(slip op.)", "slip opinion at 12"],
)
_SUPRA = Pattern(
    r"(?<!\w)(?:[Ss]upra|[Ii]nfra)\b,?",
    accepts=["Twombly, supra, at 570", "infra note 6"],
    refuses=["the Supraventricular claim", "supranational"],
)
# A name that is a provision's: "Section 522", "Rule 9(b)", "§ 1404", "Article 12".
_PROVISION = Pattern(
    r"(?:^|\s)(?:Sections?|Secs?\.|Rules?|Articles?|§{1,2})\s?[\w.()-]{1,20}$",
    accepts=["Section 522", "see Rule 9(b)", "§ 1404"],
    refuses=["Twombly", "Section 522 Trust"],
)
# Before "supra": "page 3, supra".
_PAGE_BEFORE = Pattern(
    r"(?<!\w)pages?\s(?P<page>\d{1,3})(?:[-–]\d{1,3})?,?\s$",
    accepts=["as said on page 3, ", "pages 3-4 "],
    refuses=["Webpage 3, ", "page 3"],
)
_NOTE_AFTER = Pattern(
    r"\s?(?:at\s)?(?:notes?|n\.|fn\.)\s?(?P<note>\d{1,3})",
    accepts=[" note 4", " n. 12"],
    refuses=[" at 4", " noted 4"],
    by="match",
)
_PAGES_AFTER = Pattern(
    r",?\s?(?:at\s(?:pp?\.\s|pages?\s)?|pp?\.\s|(?:at\s)?(?P<paragraph>¶{1,2}\s?))"
    r"(?P<pin>\d{1,4}(?:[-–]\d{1,4})?(?(paragraph)(?:,\s\d{1,3}(?![\d\s]))?|(?:,\s(?:and\s)?nn?\.\s?\d{1,3})?))",
    accepts=[", at 570", " at pp. 12-13, n. 4", ", p. 7", " ¶¶ 12-14"],
    refuses=[", 550 U.S. 544", " 12"],
    by="match",
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
            pin = (tail["pin"] or tail["paragraph"] or tail["place"] or tail["page"]).strip()
            end = tail.end()
        printed = text[start:end]
        found.append(Mention(CitationKind.ID, start, end, printed, pin_cite=pin, section=section))
    return found


def find_slip_opinions(text: str) -> list[Mention]:
    """Return short forms of slip opinions: "Phinney, slip op. at 8-9"."""
    found = []
    for match in _SLIP_OPINION.finditer(text):
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
    for match in _SUPRA.finditer(text):
        floor = max(0, match.start() - 260, text.rfind("\n", 0, match.start()) + 1)
        found += _find_inner_place(text, match, floor) or _find_named_supra(text, match, floor)
    return found


def _find_inner_place(text: str, supra: re.Match[str], floor: int) -> list[Mention]:
    """Return the part or note that the words around "supra" name, if no work is named before it."""
    start, end = supra.span()
    if page := _PAGE_BEFORE.search(text, max(floor, start - 24), start):
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
    if name is not None and _PROVISION.search(name):
        return []  # "Section 522, supra" is a section, and another finder finds it
    end = supra.end()
    if note := _NOTE_AFTER.match(text, end):
        end = note.end()
    pin, numbered = None, "page"
    if pages := _PAGES_AFTER.match(text, end):
        pin, end = pages["pin"], pages.end()
        numbered = "¶" if pages["paragraph"] else "page"
    end -= text[end - 1] == ","
    if name is None:
        # # "as discussed supra" names no place
        if pin is None:
            return []
        return [make_internal(supra.start(), end, f"{numbered} {re.split(r'[-–,]', pin)[0]}", pin)]
    return [Mention(CitationKind.SUPRA, start, end, text[start:end], name=name, pin_cite=pin)]
