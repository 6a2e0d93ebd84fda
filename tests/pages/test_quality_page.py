"""What is known, by whom, and what is missing: each count is a list one can follow."""

import dataclasses

from build_scripts.model.archive import Archive, Facet, JudgeJoin, JudgeVariant
from build_scripts.model.description import Claim, ClaimSource
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.quality_page import MOST_LISTED, publish_quality
from build_scripts.problems import Finding, FindingCode


def show(archive: Archive) -> str:
    return publish_quality(build_index(archive)).text


def test_fields_are_counted_by_source_and_missing_ones_linked(archive: Archive) -> None:
    first, *others = archive.orders
    description = dataclasses.replace(
        first.order.description,
        judges=(dataclasses.replace(first.order.description.judges[0], source=ClaimSource.EDITOR),),
    )
    changed = dataclasses.replace(
        first, order=dataclasses.replace(first.order, description=description)
    )
    page = show(dataclasses.replace(archive, orders=(changed, *others)))
    assert "## Fields of 3 orders" in page
    assert "| Judge | 1 | 0 | 1 | [1](#no-judge) |" in page
    section = page.split("## Judge not identified {#no-judge}")[1].split("##")[0]
    assert "(orders/unknown-court/no-docket/undated-order.md)" in section


def test_orders_in_which_no_ruling_was_recognized_are_listed(archive: Archive) -> None:
    section = show(archive).split("## No ruling recognized {#no-rulings}")[1].split("##")[0]
    without = [one for one in archive.orders if not one.order.description.rulings]
    assert 0 < len(without) < len(archive.orders)
    assert section.count(".md)") == len(without)
    assert all(f"({one.address}.md)" in section for one in without)


def test_disagreements_lead_to_their_orders(archive: Archive) -> None:
    path = archive.orders[0].order.source.path
    finding = Finding(path, FindingCode.DISAGREEMENT, "Two names <b>.", "Look.")
    page = show(dataclasses.replace(archive, findings=(finding,)))
    line = page.split("## Disagreements")[1]
    assert f"({archive.orders[0].address}.md)" in line
    assert "Two names &lt;b>" in line


def test_papers_that_are_no_orders_are_listed_here_alone(archive: Archive) -> None:
    *others, last = archive.orders
    description = dataclasses.replace(
        last.order.description, is_order=Claim(False, None, "a letter")
    )
    paper = dataclasses.replace(
        last, order=dataclasses.replace(last.order, description=description)
    )
    page = show(dataclasses.replace(archive, orders=(*others, paper)))
    assert "## Fields of 2 orders" in page
    assert last.address in page.split("## Documents that may not be court orders")[1]


def test_the_page_does_not_grow_with_the_archive(archive: Archive) -> None:
    many = tuple(
        dataclasses.replace(archive.orders[2], address=f"orders/x/{number}")
        for number in range(MOST_LISTED + 7)
    )
    page = show(dataclasses.replace(archive, orders=many, groups={}))
    assert page.count("- and 7 more") == 6


def test_joined_names_of_judges_are_listed_for_review(archive: Archive) -> None:
    assert "## Judges known by several names" not in show(archive)
    group = archive.groups[Facet.JUDGE][0]
    variants = (JudgeVariant("A. <b>", 2, "a shorter form"), JudgeVariant("ABC", 1, "initials"))
    joins = (JudgeJoin(group.slug, group.label, variants),)
    page = show(dataclasses.replace(archive, judge_joins=joins))
    line = page.split("## Judges known by several names {#judges}")[1]
    assert f"(judges/{group.slug}.md)" in line
    assert "“A. &lt;b>” in 2 orders (a shorter form); “ABC” in 1 order (initials)" in line
