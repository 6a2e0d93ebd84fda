"""Parallel citations and short forms that look like full ones."""

from dataclasses import replace

from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind

_GROUPED = (CitationKind.CASE, CitationKind.SHORT)
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
                # Connecticut prints the pin where others print the first page.
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
            # A neutral citation was read by itself: what it says holds for its parallels.
            mention = replace(
                mention,
                name=before.name,
                court=before.court or mention.court,
                year=before.year or mention.year,
                scope_start=before.scope_start,
            )
            if before.year is None and mention.year is not None:
                # "278 N.C. App. 990, 2021-NCCOA-990": the neutral one alone has the year.
                for index in range(len(marked) - 1, -1, -1):
                    marked[index] = replace(marked[index], year=mention.year)
                    if not marked[index].parallel:
                        break
        marked.append(mention)
    return marked


def complete_names(mentions: list[Mention]) -> list[Mention]:
    """Give a full citation without a name the name that the order cites the same case by.

    "Saunders, 526 F.3d 142, 149 (4th Cir. 2008)" may stand before or behind the citation that has
    both parties; a citation in brackets may have no name at all.
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
    """Make short what repeats a full citation without court and year.

    "Rogers, 2018 WL 3201784, at *9" has the form of a full citation; it is short once the case
    was cited in full.
    """
    seen: set[str] = set()
    retyped = []
    for mention in mentions:
        if (
            mention.kind is CitationKind.CASE
            and not mention.parallel
            and mention.normal_form in seen
            and mention.scope_end == mention.end
        ):
            mention = replace(mention, kind=CitationKind.SHORT)
        elif mention.kind is CitationKind.CASE:
            seen.add(mention.normal_form)
        retyped.append(mention)
    return retyped
