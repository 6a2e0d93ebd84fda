"""What was asked and how it came out, counted over the archive."""

from dataclasses import replace

from build_scripts.archive import catalogue_orders
from build_scripts.model.archive import Archive, Facet
from build_scripts.model.description import Claim, MotionKind, Outcome, Qualifier, Ruling
from build_scripts.model.page import DEFAULT_CHOICES, Section
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.motion_pages import publish_motion_pages, view_motion, view_motions
from build_scripts.pages.summaries import (
    Coverage,
    RulingsRow,
    chart_rulings,
    count_by_motion,
    measure_coverage,
)
from build_scripts.pages.views import PageLink
from tests.changed import redescribe


def test_each_ruling_is_counted_under_its_motion_and_outcome(archive: Archive) -> None:
    index = build_index(archive)
    paths = [page.path for page in publish_motion_pages(index)]
    assert paths == ["motions/index.md", "motions/expedited-discovery.md"]
    table = view_motions(index, DEFAULT_CHOICES).table
    assert table
    assert table.columns == ("Motion", "Rulings", "Denied")
    here = "motions/expedited-discovery/"
    assert table.rows == (
        RulingsRow(
            PageLink("Motions for expedited discovery", here),
            PageLink("1", here),
            (PageLink("1", f"{here}#denied"),),
        ),
    )
    kind = view_motion(index, index.archive.groups[Facet.MOTION][0], DEFAULT_CHOICES)
    assert kind.lead == "Motion · 1 ruling, newest first."
    assert kind.coverage.found == "1 ruling recognized in 1 of 3 orders"
    (outcome,) = kind.outcomes
    assert outcome.section == Section("denied", "Denied (1)")
    (row,) = outcome.rows
    assert (row.motion, row.how, row.entries) == (
        "Motion for Expedited Discovery",
        "without prejudice",
        "7",
    )


def test_a_count_of_rulings_says_of_how_many_orders(archive: Archive) -> None:
    page = view_motions(build_index(archive), DEFAULT_CHOICES)
    assert page.coverage == Coverage(
        "1 ruling recognized in 1 of 3 orders",
        PageLink("2 orders have none", "quality/#no-rulings"),
    )
    (ruling,) = next(
        one.order.description.rulings for one in archive.orders if one.order.description.rulings
    )
    orders = tuple(redescribe(one, rulings=(ruling, ruling)) for one in archive.orders)
    everywhere = build_index(replace(archive, orders=orders))
    assert measure_coverage(everywhere, [0, 1, 2]) == Coverage(
        "6 rulings recognized in 3 of 3 orders"
    )


def test_a_list_names_the_orders_that_its_sums_leave_out(archive: Archive) -> None:
    index = build_index(archive)
    without = [i for i in range(3) if not index.describe(i).rulings]
    several = measure_coverage(index, range(3))
    assert several.without == PageLink("2 orders have none")
    assert {line.order.address for line in several.left_out} == {
        f"{index.order(i).address}/" for i in without
    }
    (one,) = without[:1]
    single = measure_coverage(index, [one])
    assert single.without == PageLink("1 order has none", f"{index.order(one).address}/")


def test_recommendations_are_in_no_count_and_appeals_follow_the_motions(archive: Archive) -> None:
    asked = (
        (MotionKind.APPEAL, Outcome.AFFIRMED, ()),
        (MotionKind.APPEAL, Outcome.REVERSED, ()),
        (MotionKind.DISMISS, Outcome.GRANTED, ()),
        (MotionKind.DISMISS, Outcome.DENIED, (Qualifier.RECOMMENDED,)),
    )
    claims = [
        Claim(Ruling(kind.value, outcome, qualifiers, (), kind), None, "by hand")
        for kind, outcome, qualifiers in asked
    ]
    given = (claims[:2], claims[2:3], claims[3:])
    ended = Claim(Outcome.GRANTED, None, "by hand")
    described = [
        replace(one.order.description, rulings=tuple(rulings), disposition=ended)
        for one, rulings in zip(archive.orders, given, strict=True)
    ]
    orders = [
        replace(one.order, description=said)
        for one, said in zip(archive.orders, described, strict=True)
    ]
    index = build_index(catalogue_orders(orders))
    page = view_motions(index, DEFAULT_CHOICES)
    assert page.table
    rows = [(row.name.label, row.total.label) for row in page.table.rows]
    assert rows == [("Motions to dismiss", "1"), ("Appeals", "2")]
    assert page.coverage
    assert page.coverage.found == "3 rulings (2 on appeals) recognized in 3 of 3 orders"
    charted = chart_rulings(count_by_motion(index, [0, 1, 2] * 20), "Rulings")
    assert charted is None  # one kind of motion is left
    dispositions = {g.slug: len(g.members) for g in index.archive.groups[Facet.DISPOSITION]}
    assert dispositions == {"granted": 2, "procedural": 1}  # who recommends decides nothing
