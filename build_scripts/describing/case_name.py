"""The short caption, as a lawyer cites the case (Bluebook rule 10.2.1)."""

import re

from build_scripts.describing.caption import LITIGATION, PROCEEDING, find_caption
from build_scripts.describing.caption_lines import VERSUS
from build_scripts.describing.opening import join_prose
from build_scripts.describing.party_name import shorten_party
from build_scripts.describing.text_order import read_text_order
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, Court
from build_scripts.text.name_case import to_normal_case

# A short caption longer than this has swallowed other lines.
_MOST_SIDE_WORDS = 14


def _name_matter(matter: str, prose: str, court_name: str | None) -> str:
    first = re.split(r";|,?\s+et\s+al\b", matter)[0].strip(" ,;:")
    if first.lower().startswith("ex parte"):
        return f"Ex parte {shorten_party(first[8:], prose, court_name)}"
    if not (PROCEEDING.search(first) or LITIGATION.search(first)):
        return f"In re {shorten_party(first, prose, court_name)}"
    name = to_normal_case(first, prose).replace("'", "’")
    return f"In re {re.sub(r'^(?i:the) ', '', name)}"


def find_case_name(clean: CleanOrder, court: Claim[Court] | None = None) -> Claim[str] | None:
    """The short caption, or None where the front shows no caption.

    First party a side, natural persons by surname, no "et al.", table T6 for business words, in
    normal case as the order's own prose spells the name.
    """
    text_order = read_text_order(clean)
    if text_order and text_order.case_name:
        named = text_order.case_name
        sides = [shorten_party(side, "", "") for side in VERSUS.split(named.text, maxsplit=1)]
        name = " v. ".join(sides) if len(sides) == 2 and all(sides) else named.text.strip()
        return Claim(name, named.span, "the notice")
    caption = find_caption(clean)
    if not caption:
        return None
    court_name = court.value.name if court else ""
    prose = join_prose(clean)
    if caption.left and caption.right:
        sides = [shorten_party(side, prose, court_name) for side in (caption.left, caption.right)]
        if all(sides) and all(len(side.split()) <= _MOST_SIDE_WORDS for side in sides):
            return Claim(" v. ".join(sides), caption.span, "the caption's first parties")
    if caption.matter:
        name = _name_matter(caption.matter, prose, court_name)
        return Claim(name, caption.span, "the caption's matter")
    return None
