"""Lists of authorities: bounded, complete, at addresses that stay."""

import dataclasses
import re

import pytest

from build_scripts.model.archive import Authority, AuthorityKind
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.pages.authority_pages.index_pages import (
    MOST_CITED,
    ROWS,
    publish_authority_indexes,
)
from build_scripts.pages.authority_pages.paging import link_pages
from build_scripts.pages.authority_pages.shelf_marks import find_shelf_mark
from build_scripts.pages.authority_pages.tallies import Tally, YearCount
from tests.pages.authority_pages.conftest import (
    cite_calder,
    make_order,
    publish,
    write_clean,
)
from tests.pages.conftest import cite

K = CitationKind


def list_rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("| [")]


def test_the_overview_names_the_most_cited_of_each_kind() -> None:
    clean = write_clean("Calder, 465 U.S. 783. Also 28 U.S.C. § 1331 and 28 U.S.C. § 1332.")
    statutes = tuple(
        cite(clean, f"28 U.S.C. § {number}", K.STATUTE, f"28 U.S.C. § {number}")
        for number in (1331, 1332)
    )
    pages = publish(
        make_order(0, clean, (cite_calder(clean), *statutes)),
        make_order(1, clean, statutes[1:]),
    )
    overview = pages["authorities/index.md"]
    assert "## Cases (1)" in overview
    assert "## Rules" not in overview
    assert list_rows(overview) == [
        (
            "| [*Calder v. Jones*, 465 U.S. 783 (1984)](../authorities/cases/465-u-s-783.md)"
            " | 1 | 1 | Mar.\u00a01,\u00a02031 |"
        ),
        (
            "| [28 U.S.C. § 1332](../authorities/statutes/28-u-s-c-1332.md)"
            " | 2 | 2 | Mar.\u00a02,\u00a02032 |"
        ),
        (
            "| [28 U.S.C. § 1331](../authorities/statutes/28-u-s-c-1331.md)"
            " | 1 | 1 | Mar.\u00a01,\u00a02031 |"
        ),
    ]
    assert "[All statutes](../authorities/statutes/index.md)" in overview
    assert 'href="../authorities.json"' in overview
    assert 'href="../citations.csv"' in overview
    assert "None yet." in pages["authorities/rules/index.md"]
    kind = pages["authorities/statutes/index.md"]
    assert [row[:22] for row in list_rows(kind)] == [
        "| [28 U.S.C. § 1331](.",
        "| [28 U.S.C. § 1332](.",
    ]


def make_tally(kind: AuthorityKind, number: int, form: str, name: str | None = None) -> Tally:
    authority = Authority(kind, f"slug-{number}", (form,), name, None, None, None, ())
    return Tally(authority, {number: (0,)}, (YearCount(None, 1, 1),), None)


def list_linked(text: str) -> list[str]:
    return re.findall(r"authorities/\w+/(slug-\d+)\.md", text)


def test_a_long_list_of_cases_is_divided_by_letter_and_page() -> None:
    """No page is longer than it may be, and every case stands on one page of a letter."""
    names = [
        "Zed v. Wy",
        "’Aloha v. Ek",
        "Émile v. Zola",
        "United States v. Smith",
        "3M v. Co",
        None,
    ]
    tallies = [
        make_tally(
            AuthorityKind.CASE, number, f"{number} F.3d 1", names[number % 5] if number else None
        )
        for number in range(3000)
    ]
    pages = {page.path: page.text for page in publish_authority_indexes(tallies)}
    letters = sorted(
        {path.split("/")[2].removesuffix(".md") for path in pages if "/cases/" in path}
    )
    assert letters == ["a", "e", "index", "other", "u", "z"]
    assert "authorities/cases/a/3.md" in pages
    assert all(len(list_rows(text)) <= ROWS for text in pages.values())
    assert all(len(text.encode()) < 100_000 for text in pages.values())
    shown = [
        slug
        for path, text in pages.items()
        if path.startswith("authorities/cases/") and not path.endswith("index.md")
        for slug in list_linked(text)
    ]
    assert sorted(shown) == sorted(tally.authority.slug for tally in tallies)
    assert len(list_linked(pages["authorities/index.md"])) == MOST_CITED
    index = pages["authorities/cases/index.md"]
    assert "| [A](../../authorities/cases/a.md) | 600 | " in index
    assert (
        "Page 2 of 3. Pages: [1](../../../authorities/cases/a.md)"
        in pages["authorities/cases/a/2.md"]
    )


def test_a_long_list_of_codes_is_divided_itself() -> None:
    tallies = [
        make_tally(AuthorityKind.STATUTE, number, f"{number} Del. C. § 1")
        for number in range(1, 451)
    ]
    pages = {page.path: page.text for page in publish_authority_indexes(tallies)}
    assert "authorities/statutes/code/450-del-c.md" in pages
    parts = [f"authorities/statutes/{name}.md" for name in ("index", "2", "3")]
    rows = [row for path in parts for row in list_rows(pages[path])]
    assert [len(list_rows(pages[path])) for path in parts] == [ROWS, ROWS, 50]
    assert rows[8].startswith("| [9 Del. C.](")
    assert rows[9].startswith("| [10 Del. C.](")


def test_a_list_of_long_names_keeps_its_size() -> None:
    tallies = [
        make_tally(AuthorityKind.CASE, number, f"{number} F.3d 1", "Doe and others " * 400)
        for number in range(ROWS)
    ]
    pages = {page.path: page.text for page in publish_authority_indexes(tallies)}
    assert len(pages["authorities/cases/index.md"].encode()) < 100_000
    assert len(list_rows(pages["authorities/cases/index.md"])) == ROWS


@pytest.mark.parametrize(
    ("kind", "form", "slug", "label"),
    [
        (AuthorityKind.STATUTE, "18 U.S.C. § 2510", "code/18-u-s-c", "18 U.S.C."),
        (AuthorityKind.STATUTE, "Cal. Penal Code § 632", "code/cal-penal-code", "Cal. Penal Code"),
        (AuthorityKind.STATUTE, "100 Stat. 1848", "code/stat", "Stat."),
        (AuthorityKind.STATUTE, "Pub. L. No. 99-508", "code/pub-l-no", "Pub. L. No."),
        (AuthorityKind.RULE, "Fed. R. Civ. P. 12", "code/fed-r-civ-p", "Fed. R. Civ. P."),
        (AuthorityKind.RULE, "L.R. 56 (D. Conn.)", "code/l-r-d-conn", "L.R. (D. Conn.)"),
        (AuthorityKind.REGULATION, "27 C.F.R. § 4.39", "code/27-c-f-r", "27 C.F.R."),
        (AuthorityKind.CONSTITUTION, "U.S. Const. amend. IV", "code/u-s-const", "U.S. Const."),
        (AuthorityKind.OTHER, "124 Harv. L. Rev. 1082", "code/harv-l-rev", "Harv. L. Rev."),
        (AuthorityKind.OTHER, "14 Const. Comment. 289", "code/const-comment", "Const. Comment."),
        (AuthorityKind.RULE, "9th Cir. R. 36-3", "code/9th-cir-r", "9th Cir. R."),
        (AuthorityKind.OTHER, "§§§", "other", "Other"),
    ],
)
def test_what_a_provision_is_filed_under(
    kind: AuthorityKind, form: str, slug: str, label: str
) -> None:
    mark = find_shelf_mark(make_tally(kind, 1, form).authority)
    assert (mark.slug, mark.label) == (slug, label)


def test_pages_link_only_their_neighbours() -> None:
    """A letter of 100,000 cases has 500 pages: each linking all would be 250,000 links."""
    line = link_pages("authorities/cases/u", 250, 500)
    assert re.findall(r"\[(\w+)", line) == ["1", "248", "249", "251", "252", "500", "Next"]
    assert link_pages("authorities/cases/u", 1, 1) == ""


def test_an_archive_that_cites_nothing_has_empty_lists() -> None:
    pages = publish()
    assert "None yet." in pages["authorities/index.md"]
    assert len(pages) == 7


def test_a_tally_counts_what_the_archive_has() -> None:
    clean = write_clean("Calder, 465 U.S. 783. Again 465 U.S. 783.")
    again: Citation = dataclasses.replace(cite_calder(clean, after=20))
    pages = publish(make_order(0, clean, (cite_calder(clean), again)))
    assert "1 cited here, 2 mentions" in pages["authorities/cases/index.md"]
