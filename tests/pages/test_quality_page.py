"""What is known, by whom, and what is missing: each count is a list one can follow."""

import dataclasses
from pathlib import Path

import pytest

from build_scripts.model.archive import Archive, Facet, JudgeJoin, JudgeVariant
from build_scripts.model.description import Claim, ClaimSource
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.quality_page import (
    MOST_LISTED,
    FieldCount,
    QualityList,
    QualityPage,
    view_quality,
)
from build_scripts.pages.views import PageLink
from build_scripts.problems import Finding, FindingCode
from tests.changed import put_first, redescribe
from tests.pages.rendered import render_pages


def show(archive: Archive) -> QualityPage:
    return view_quality(build_index(archive))


def find_list(page: QualityPage, anchor: str) -> QualityList | None:
    return next((one for one in page.lists if one.anchor == anchor), None)


def list_addresses(page: QualityPage, anchor: str) -> list[str]:
    found = find_list(page, anchor)
    lines = [line for line, _ in found.orders] if found else []
    return [line.order.address for line in lines if not isinstance(line, str)]


def test_fields_are_counted_by_source_and_missing_ones_linked(archive: Archive) -> None:
    first = archive.orders[0]
    judge = dataclasses.replace(first.order.description.judges[0], source=ClaimSource.EDITOR)
    page = show(put_first(archive, redescribe(first, judges=(judge,))))
    assert page.orders == 3
    assert FieldCount("Judge", (1, 0, 1), 1, "no-judge") in page.fields
    assert list_addresses(page, "no-judge") == ["orders/unknown-court/no-docket/undated-order/"]
    assert [one.anchor for one in page.sections] == ["fields", *(one.anchor for one in page.lists)]


def test_orders_in_which_no_ruling_was_recognized_are_listed(archive: Archive) -> None:
    without = [f"{one.address}/" for one in archive.orders if not one.order.description.rulings]
    assert 0 < len(without) < len(archive.orders)
    assert list_addresses(show(archive), "no-rulings") == without


def test_disagreements_lead_to_their_orders(archive: Archive) -> None:
    path = archive.orders[0].order.source.path
    findings = (
        Finding(path, FindingCode.DISAGREEMENT, "Two names <b>.", "Look."),
        Finding("gone.txt", FindingCode.DISAGREEMENT, "Two days.", "Look."),
    )
    page = show(dataclasses.replace(archive, findings=findings))
    found = find_list(page, "disagreements")
    assert found
    (_, said), elsewhere = found.orders
    assert list_addresses(page, "disagreements") == [f"{archive.orders[0].address}/"]
    assert said == "Two names <b>."
    assert elsewhere == ("gone.txt", "Two days.")


def test_papers_that_are_no_orders_are_listed_here_alone(archive: Archive) -> None:
    *others, last = archive.orders
    paper = redescribe(last, is_order=Claim(False, None, "a letter"))
    page = show(dataclasses.replace(archive, orders=(*others, paper)))
    assert page.orders == 2
    assert list_addresses(page, "papers") == [f"{last.address}/"]


def test_the_page_does_not_grow_with_the_archive(archive: Archive) -> None:
    many = tuple(
        dataclasses.replace(archive.orders[2], address=f"orders/x/{number}")
        for number in range(MOST_LISTED + 7)
    )
    page = show(dataclasses.replace(archive, orders=many, groups={}))
    assert [(len(one.orders), one.more) for one in page.lists] == [(MOST_LISTED, 7)] * 6


def test_joined_names_of_judges_are_listed_for_review(archive: Archive) -> None:
    assert find_list(show(archive), "judges") is None
    group = archive.groups[Facet.JUDGE][0]
    variants = (JudgeVariant("A. <b>", 2, "a shorter form"), JudgeVariant("ABC", 1, "initials"))
    joins = (JudgeJoin(group.slug, group.label, variants),)
    found = find_list(show(dataclasses.replace(archive, judge_joins=joins)), "judges")
    judge = PageLink(group.label, f"{archive.orders[group.members[0]].address}/")  # of one order
    assert found
    assert found.judges == ((judge, joins[0]),)


@pytest.mark.build
def test_the_page_as_readers_get_it(archive: Archive, tmp_path: Path) -> None:
    group = archive.groups[Facet.JUDGE][0]
    joins = (JudgeJoin(group.slug, group.label, (JudgeVariant("A. <b>", 2, "shorter"),)),)
    path = archive.orders[0].order.source.path
    finding = Finding(path, FindingCode.DISAGREEMENT, "Two <i>names.", "Look.")
    whole = dataclasses.replace(archive, judge_joins=joins, findings=(finding,))
    page = render_pages(whole, tmp_path)["quality"]
    assert '<h2 id="fields">Fields of 3 orders</h2>' in page
    assert '<a href="#no-judge">1</a>' in page
    assert '<h2 id="no-judge">Judge not identified</h2>' in page
    assert "Two &lt;i&gt;names." in page
    assert "“A. &lt;b&gt;” in 2 orders (shorter)" in page
    assert 'under <a href="../changes/">Corrections</a>.' in page
