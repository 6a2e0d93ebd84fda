"""Parallel citations and short forms that look like full ones."""

import re
from collections.abc import Iterable
from dataclasses import replace

from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind

_GROUPED = (CitationKind.CASE, CitationKind.SHORT)
_USUAL_OPINION = 40  # pages
_HEADS = (CitationKind.CASE, CitationKind.SHORT, CitationKind.ID, CitationKind.SUPRA)


def mark_parallels(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mark a case citation that follows a case, short form, supra or Id. after a mere comma.

    "Id. at 714, 104 S. Ct. 3296" and "Will, 491 U.S. at 71, 109 S. Ct. 2304" each name one case.
    """
    marked: list[Mention] = []
    for mention in mentions:
        before = marked[-1] if marked else None
        if (
            before is not None
            and mention.kind in _GROUPED
            and before.kind in _HEADS
            and not mention.parallel
            and mention.start >= before.end
            and text[before.end : mention.start].strip() in (",", "")
            and len(text[before.end : mention.start]) <= 2
        ):
            kind, pin = mention.kind, mention.pin_cite
            if before.kind is CitationKind.SUPRA and kind is CitationKind.CASE:
                # Connecticut prints the pin in the place of the first page.
                kind, pin = CitationKind.SHORT, mention.normal_form.rsplit(" ", 1)[1]
            mention = replace(mention, parallel=True, kind=kind, pin_cite=pin)
        if (
            before is not None
            and before.kind is CitationKind.OTHER
            and mention.kind is CitationKind.CASE
            and mention.name is None
            and " WL " in mention.normal_form
            and text[before.end : mention.start] == ", "
        ):
            # "SSR 16-3p, 2017 WL 5180304": a ruling of an agency, not a case
            mention = replace(mention, kind=CitationKind.OTHER, parallel=True, court=None)
        if mention.parallel and before and before.kind is mention.kind is CitationKind.CASE:
            # A neutral citation was read by itself: its data hold for its parallels.
            mention = replace(
                mention,
                name=before.name,
                court=before.court or mention.court,
                year=before.year or mention.year,
                scope_start=before.scope_start,
            )
            if before.year is None and mention.year is not None:
                # "278 N.C. App. 990, 2021-NCCOA-990": only the neutral one has the year.
                for index in range(len(marked) - 1, -1, -1):
                    marked[index] = replace(marked[index], year=mention.year)
                    if not marked[index].parallel:
                        break
        marked.append(mention)
    return marked


def complete_names(mentions: list[Mention]) -> list[Mention]:
    """Give a full citation without a name the name that the order cites the same case by.

    "Saunders, 526 F.3d 142, 149 (4th Cir. 2008)" may be before or after the citation that has both
    parties; a citation in brackets may have no name at all.
    """
    names: dict[str, str] = {}
    for mention in mentions:
        if mention.kind is CitationKind.CASE and mention.name:
            names.setdefault(mention.normal_form, mention.name)
    return [
        replace(mention, name=names.get(mention.normal_form))
        if mention.kind is CitationKind.CASE and mention.name is None
        else mention
        for mention in mentions
    ]


def retype_short_forms(mentions: list[Mention]) -> list[Mention]:
    """Change into a short form what repeats a full citation without court and year.

    "Rogers, 2018 WL 3201784, at *9" has the form of a full citation; it is short once the case was
    cited in full. So is "in the Frankfeld case, 198 F.2d 689", where 198 F.2d 679 was.
    """
    seen: dict[str, list[int]] = {}  # first pages by volume and reporter
    retyped = []
    for mention in mentions:
        if mention.kind is CitationKind.CASE:
            volume, _, page = mention.normal_form.rpartition(" ")
            first = int(page) if page.isdigit() else -1
            bare = not mention.parallel and mention.scope_end == mention.end
            if bare and first in seen.get(volume, ()):
                mention = replace(mention, kind=CitationKind.SHORT)
            elif bare and _is_inside(mention, first, seen.get(volume, ())):
                mention = replace(mention, kind=CitationKind.SHORT, code=volume, pin_cite=page)
            else:
                seen.setdefault(volume, []).append(first)
        retyped.append(mention)
    return retyped


def _is_inside(mention: Mention, page: int, firsts: Iterable[int]) -> bool:
    """Return whether a citation without its own name begins inside a case cited before."""
    named = mention.name is not None and " v. " in mention.name
    year = re.match(r"\d{4}\s", mention.normal_form)
    return not named and not year and any(0 < page - first <= _USUAL_OPINION for first in firsts)
