"""Clean order in, description out: one file a field.

`describe_order` asks each field's file for its claim: `find_FIELD` in FIELD.py, unless it names
another function. A claim holds the value, the characters of the reading text that carry it, why it
was preferred and how sure it is: candidates are proposed from every place where the value can
stand, and one is chosen by the weight of what speaks for it.
Title, introduction and conclusion give the rulings, and the rulings give the disposition. What is
less than half sure leaves its field empty, as a guess: an empty field beats a wrong one.
`list_findings` says what is missing or disagrees, and what to do next. `read_corrections` reads
what an editor wrote beside the order, and `resolve_claims` lets facts beside the text outrank the
document's, and the editor's all others. `find_seal_mark` looks for what a sealed paper prints of
itself, `describe_withheld` says what may be told of an order that is withheld.
"""

from importlib import import_module
from typing import Any

from build_scripts.describing.case_name import find_case_name
from build_scripts.describing.corrections.edits import (
    add_withholding,
    edit_corrections,
    says_nothing,
    write_settings,
    write_withholding,
)
from build_scripts.describing.corrections.file import (
    NO_CORRECTIONS,
    Corrections,
    read_corrections,
    read_withholdings,
)
from build_scripts.describing.corrections.template import write_template
from build_scripts.describing.corrections.yaml_text import MistakeError
from build_scripts.describing.court import is_of_appeal
from build_scripts.describing.dates import find_date, find_date_filed
from build_scripts.describing.disposition import derive_disposition
from build_scripts.describing.docket_number import find_docket_numbers
from build_scripts.describing.document import find_document_number, find_page_count
from build_scripts.describing.findings import list_findings
from build_scripts.describing.full_caption import find_full_caption
from build_scripts.describing.guesses import set_guesses_apart
from build_scripts.describing.judge import find_judges
from build_scripts.describing.opening import holds_many_cases
from build_scripts.describing.order_type import find_order_type
from build_scripts.describing.paper_kind import judge_is_order
from build_scripts.describing.parties import begin_with_first_party, find_parties
from build_scripts.describing.resolver import list_settled, resolve_claims
from build_scripts.describing.rulings import doubt, find_rulings
from build_scripts.describing.seal_mark import SealMark, find_seal_mark
from build_scripts.describing.withheld_address import describe_withheld
from build_scripts.model.clean_order import CleanOrder, PartKind
from build_scripts.model.description import (
    FIELDS,
    Claim,
    Description,
    Ruling,
    is_claim_confirmed,
)
from build_scripts.model.law.papers import PaperKind

__all__ = [
    "NO_CORRECTIONS",
    "Corrections",
    "MistakeError",
    "SealMark",
    "add_withholding",
    "describe_order",
    "describe_withheld",
    "edit_corrections",
    "find_seal_mark",
    "list_findings",
    "list_settled",
    "read_corrections",
    "read_withholdings",
    "resolve_claims",
    "says_nothing",
    "write_settings",
    "write_template",
    "write_withholding",
]


def describe_order(clean: CleanOrder) -> Description:
    """Return the description of an order from its own text, each value with its evidence."""
    clean = clean.own_case
    order_type = find_order_type(clean)
    named = find_case_name(clean)
    parties = find_parties(clean, named)
    case_name = begin_with_first_party(clean, named, parties)
    is_order = judge_is_order(clean)
    rulings = _drop_of_other_case(find_rulings(clean, parties), clean)
    # What is surely another paper asks: it states no ruling without a mark. A paper that is doubted
    # for its silence alone is read a second time.
    is_silent = PaperKind.OTHER.value in is_order.reason
    asks = not (is_order.value or is_silent) and is_claim_confirmed("is_order", is_order)
    many = holds_many_cases(clean)
    if clean.is_unreadable or asks or many:
        rulings = tuple(map(doubt, rulings))
    disposition, qualifiers = (
        (None, ())
        if clean.is_unreadable and not rulings
        else derive_disposition(rulings, order_type, clean, appellate=is_of_appeal(clean))
    )
    found: dict[str, Any] = {
        "is_order": is_order,
        "case_name": case_name,
        "full_caption": find_full_caption(clean, case_name, parties),
        "docket_numbers": find_docket_numbers(clean),
        "judges": find_judges(clean),
        "parties": parties,
        "order_type": order_type,
        "date": find_date(clean),
        "date_filed": find_date_filed(clean),
        "document_number": find_document_number(clean),
        "page_count": find_page_count(clean),
        "pictures": (),  # only a person says what they show
        "rulings": rulings,
        "disposition": disposition,
        "disposition_qualifiers": qualifiers,
    }
    others = {name: _find(name, clean) for name in FIELDS if name not in found}
    found |= others
    if many:
        found |= {"case_name": None, "full_caption": None, "nature": None}
        found |= {"docket_numbers": (), "parties": ()}
    return set_guesses_apart(Description(**found))


def _drop_of_other_case(
    rulings: tuple[Claim[Ruling], ...], clean: CleanOrder
) -> tuple[Claim[Ruling], ...]:
    """Return the rulings without those of a first page of several on which another case ends: the
    order decides further on, and where columns were mixed no line is surely its own.
    """
    starts = [each.first for each in clean.parts if each.kind is PartKind.OTHER_CASE]
    pages = (
        [clean.blocks[at].places[0].page for at in (starts[-1], starts[0] - 1)] if starts else []
    )
    if pages[:1] != [1] or pages[1] == 1:
        return rulings
    return tuple(
        each
        for each in rulings
        if each.evidence and clean.map.find_line(each.evidence.start)[0] > 1
    )


def _find(name: str, clean: CleanOrder) -> Any:
    """Return what `find_NAME` of the module NAME of this package reads in the order."""
    return getattr(import_module(f"{__name__}.{name}"), f"find_{name}")(clean)
