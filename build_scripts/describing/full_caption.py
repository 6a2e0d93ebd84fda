"""The whole caption as printed, on one line."""

import re
from collections.abc import Sequence

from build_scripts.describing.caption import drop_lead
from build_scripts.describing.caption_lines import VERSUS, join_party_lines, list_party_lines
from build_scripts.describing.opening import find_opening
from build_scripts.describing.party_roles import iterate_roles
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, Party, Span

_LONGEST = 20_000  # characters


def find_full_caption(
    clean: CleanOrder, case_name: Claim[str] | None, parties: Sequence[Claim[Party]] = ()
) -> Claim[str] | None:
    """Return every party with its role in the caption's words: "ACME, Plaintiff, v. DOES 1-8, …".

    Spelling and capitals are the order's own; the box, blanks and line breaks are gone, and the
    caption ends in a full stop. None where the front shows no caption or one longer than any.
    `case_name` has evidence that says where the caption is. The caption is as sure as the `parties`
    that were read in it.
    """
    lines = list_party_lines(find_opening(clean), case_name)
    if not lines:
        return None
    text = _join(_drop_below_parties(drop_lead(join_party_lines(lines)), parties))
    if not text or len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return None
    if any(not any(map(str.isalpha, text[at.end() :])) for at in VERSUS.finditer(text)):
        return None
    span = Span(lines[0].offset, lines[-1].offset + len(lines[-1].text))
    sure = parties[0].confidence if parties else None
    return Claim(text, span, "the caption", confidence=sure)


def _drop_below_parties(text: str, parties: Sequence[Claim[Party]]) -> str:
    """Drop what follows the last role and names none of the parties: counsel, prose."""
    last = max((role.end for role in iterate_roles(text)), default=len(text))
    below = text[last:].replace("'", "’").casefold()
    named = any(each.value.name.casefold() in below for each in parties)
    return text if named or not parties or VERSUS.search(text, last) else text[:last]


def _join(text: str) -> str:
    """Return the text with one blank between words, none before a comma, one full stop at the end.

    A role on a line of its own is set off by a comma: "ROE" | "Plaintiff" | "v.".
    """
    for role in reversed(list(iterate_roles(text))):
        before = text[: role.start].rstrip()
        if before and before[-1].isalpha() and re.match(r"\s*$|[\s,.;]*[vV]", text[role.end :]):
            text = f"{before}, {text[role.start :]}"
    flat = re.sub(r"\s+", " ", text).strip(" ,;:)(").lstrip("-–— ")
    flat = re.sub(r"\s+([,;])", r"\1", flat)
    flat = re.sub(r",(?:\s?,)+", ",", flat)
    return flat if flat.endswith(".") else f"{flat}."
