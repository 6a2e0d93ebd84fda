"""Orders of other cases that are similar to an order, each with what both have, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.similar_order import SimilarOrder
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.i18n import t, term
from build_scripts.pages.views import OrderLine, line_order, shorten

_LONGEST = 60
"""Characters of an authority's name in a reason."""


@dataclass(frozen=True, slots=True)
class SimilarLine:
    """An order, and why it is here: "both cite 18 U.S.C. § 2510; both say “cordless”"."""

    line: OrderLine
    reason: str


def list_similar(archived: ArchivedOrder, index: ArchiveIndex) -> Iterator[SimilarLine]:
    """Yield the orders that are similar to an order, the nearest first."""
    for one in archived.similar:
        yield SimilarLine(line_order(index, index.by_address[one.address]), _describe(one))


def _describe(one: SimilarOrder) -> str:
    reasons = []
    if one.authorities:
        names = ", ".join(shorten(name, _LONGEST) for name in one.authorities)
        reasons.append(t("order_page.both_cite", authorities=names))
    for kind, outcome in one.rulings:
        ruling = f"{term('motions', kind.value)} {term('outcomes', outcome.value)}"
        reasons.append(t("order_page.both_rule", ruling=ruling))
    if one.words:
        words = ", ".join(t("order_page.quoted", word=word) for word in one.words)
        reasons.append(t("order_page.both_say", words=words))
    return "; ".join(reasons)
