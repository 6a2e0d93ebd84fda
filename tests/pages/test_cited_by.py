"""The orders that cite an order, each with its citing sentences."""

import datetime
import re
from collections.abc import Callable

from build_scripts.model.archive import Archive, ArchivedOrder, CitedBy, Mention
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import CleanOrder
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.cited_by import render_cited_by
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


def test_three_sentences_are_quoted_and_the_others_counted(render: Callable[[str], str]) -> None:
    whole = archive(1)
    page = render(render_cited_by(whole.orders[0], build_index(whole), f"{CITED}.md"))
    quotes = re.findall(r"<li>“(.*?)”</li>", page)
    assert [re.sub("<[^>]*>", "", quote) for quote in quotes] == [
        "One says 700 F.4th 12.",
        "Two says id. at 3.",
        "Three says id. at 4.",
    ]
    assert '<a href="../../../orders/b/000.md#cite-4">and 2 more</a>' in page
    assert re.search(r'href="\.\./\.\./\.\./orders/b/000\.md#cite-2"><mark>id. at 3</mark>', page)


def test_the_newest_stand_first_and_a_long_list_is_quoted_only_in_its_beginning() -> None:
    whole = archive(60)
    section = render_cited_by(whole.orders[0], build_index(whole), f"{CITED}.md")
    lines = section.split("\n")
    titles = [int(found) for found in re.findall(r"^- .*?\[Order (\d+)\]", section, re.MULTILINE)]
    assert titles == list(range(59, -1, -1))
    assert sum(line.startswith("    - “") for line in lines) == 3 * 40


def test_an_order_that_none_cites_has_no_such_section() -> None:
    whole = archive(0)
    assert render_cited_by(whole.orders[0], build_index(whole), f"{CITED}.md") == ""
