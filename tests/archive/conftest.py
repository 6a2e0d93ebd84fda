"""Orders by hand, as the catalogue sees them: a description and citations, hardly any text."""

import datetime
from typing import Any

from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place
from build_scripts.model.description import Claim, Court, Description, DocketNumber, Judge, Outcome
from build_scripts.model.order import Order, SourceFile
from build_scripts.model.source_text import SourceFormat

COURTS = {
    "cand": Court("cand", "Northern District of California", "N.D. Cal."),
    "cacd": Court("cacd", "Central District of California", "C.D. Cal."),
    "ca9": Court("ca9", "Court of Appeals for the Ninth Circuit", "9th Cir."),
}


def _claim(value: Any) -> Claim[Any] | None:
    return None if value is None else Claim(value, None, "by hand")


def make_order(
    name: str,
    *,
    court: str | None = "cand",
    dockets: tuple[DocketNumber, ...] = (),
    judges: tuple[Judge, ...] = (),
    title: str | None = "Order",
    date: datetime.date | None = datetime.date(2031, 3, 4),
    document: str | None = None,
    case: str | None = "Quill v. Ostrich",
    disposition: Outcome | None = None,
    own: tuple[str, ...] = (),
    text: str = "",
    citations: tuple[Citation, ...] = (),
) -> Order:
    """An order whose file is `name` and whose digest begins with it."""
    clean = CleanOrder(
        (Block(BlockKind.PARAGRAPH, text, (Place(0, 1, 1),)),), (), (), (), (), 1
    )  # fmt: skip
    description = Description(
        is_order=Claim(True, None, "by hand"),
        case_name=_claim(case),
        docket_numbers=tuple(Claim(number, None, "by hand") for number in dockets),
        court=_claim(COURTS[court] if court else None),
        judges=tuple(Claim(judge, None, "by hand") for judge in judges),
        title=_claim(title),
        date=_claim(date),
        document_number=_claim(document),
        disposition=_claim(disposition),
        own_citations=tuple(Claim(citation, None, "by hand") for citation in own),
    )
    digest = f"{name.encode().hex():0<64}"[:64]
    source = SourceFile(f"{name}.txt", SourceFormat.PLAIN, digest)
    return Order(source, clean, description, citations)


def make_docket(text: str, **parts: Any) -> DocketNumber:
    return DocketNumber(text, **parts)


def make_citation(kind: CitationKind, normal_form: str, **more: Any) -> Citation:
    more.setdefault("authority", normal_form)
    start = more.pop("start", 0)
    return Citation(kind, normal_form, start, start + len(normal_form), normal_form, **more)
