"""The orders that cite an order, each with its citing sentences."""

import datetime
import re

from build_scripts.model.archive import Archive, ArchivedOrder, CitedBy, Mention
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import CleanOrder
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.cited_by import CitedBySection, view_cited_by
from build_scripts.pages.quotations import Words
from build_scripts.pages.views import PageLink
from tests.pages.conftest import block, describe, order

CITED = "orders/cand/5-31-cv-1/2031-01-01-order"
TEXT = (
    "One says 700 F.4th 12. Two says id. at 3. Three says id. at 4. Four says id. at 5; id. at 6."
)


def citing(number: int) -> ArchivedOrder:
    clean = CleanOrder((block(TEXT),), (), (), (), (), 1)
    citations = tuple(
        Citation(
            CitationKind.ID,
            found[0],
            found.start(),
            found.end(),
            "700 F.4th 12",
            "700 F.4th 12",
            sentence=next(
                (one.start(), one.end())
                for one in re.finditer(r"(?:One|Two|Three|Four).*?\d\.(?= |$)", TEXT)
                if one.start() <= found.start() < one.end()
            ),
        )
        for found in re.finditer(r"700 F\.4th 12|id\. at \d", TEXT)
    )
    day = datetime.date(2031, 2, 1) + datetime.timedelta(number)
    description = describe(title=f"Order {number}", date=day)
    return ArchivedOrder(f"orders/b/{number:03}", order(clean, description, citations), (), ())


def archive(count: int) -> Archive:
    orders = tuple(citing(number) for number in range(count))
    by = tuple(
        CitedBy(one.address, tuple(Mention(at + 1, place) for place in range(5)))
        for at, one in enumerate(orders)
    )
    clean = CleanOrder((block("Cited."),), (), (), (), (), 1)
    cited = ArchivedOrder(CITED, order(clean, describe(title="Cited"), ()), (), by)
    return Archive((cited, *orders), {})


def view(whole: Archive) -> CitedBySection | None:
    return view_cited_by(whole.orders[0], build_index(whole))


def test_three_sentences_are_quoted_and_the_others_counted() -> None:
    section = view(archive(1))
    assert section
    (one,) = section.orders
    assert ["".join(words.text for words in quote.words) for quote in one.quotes] == [
        "One says 700 F.4th 12.",
        "Two says id. at 3.",
        "Three says id. at 4.",
    ]
    assert one.more == PageLink("and 2 more", "orders/b/000/#cite-4")
    assert one.quotes[1].words[1] == Words("id. at 3", False, "orders/b/000/#cite-2")


def test_the_newest_stand_first_and_a_long_list_is_quoted_only_in_its_beginning() -> None:
    section = view(archive(60))
    assert section
    titles = [one.line.order.label for one in section.orders]
    assert titles == [f"Order {number}" for number in range(59, -1, -1)]
    assert [len(one.quotes) for one in section.orders] == [3] * 40 + [0] * 20
    assert section.more is None


def test_of_very_many_orders_the_others_are_counted() -> None:
    section = view(archive(103))
    assert section
    assert len(section.orders) == 100
    assert section.more == PageLink("and 3 more")


def test_an_order_that_none_cites_has_no_such_section() -> None:
    assert view(archive(0)) is None
