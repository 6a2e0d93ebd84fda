"""The Bluebook citation: a table of orders and how they are cited."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from build_scripts.model.archive import ArchivedOrder
from build_scripts.pages.cite.bluebook import cite_bluebook
from build_scripts.pages.cite.citation import read_citation
from tests.tables import as_tuples, each_row

CITED: tuple[tuple[dict[str, Any], str], ...] = (
    # a district court's order: number, court, whole date, docket entry
    (
        {},
        (
            "Quill & Lantern Ltd. v. Does 1-10, No. 5:31-cv-01234-ABC (N.D. Cal. May 30, 2031), "
            "ECF No. 8."
        ),
    ),
    # an appeal has no ECF number; a month that the Bluebook shortens
    (
        {
            "case_name": "United States v. Ostrich",
            "court": "ca9",
            "docket_numbers": ("31-5510",),
            "document_number": None,
            "date": datetime.date(2031, 9, 2),
        },
        "United States v. Ostrich, No. 31-5510 (9th Cir. Sept. 2, 2031).",
    ),
    (
        {"docket_numbers": ("31-101", "31-102"), "court": "scotus", "document_number": None},
        "Quill & Lantern Ltd. v. Does 1-10, Nos. 31-101, 31-102 (U.S. May 30, 2031).",
    ),
    # a multidistrict order lists dozens: the first-listed case stands for all
    (
        {"docket_numbers": ("1:31-md-1", "1:31-cv-2", "1:31-cv-3", "1:31-cv-4")},
        "Quill & Lantern Ltd. v. Does 1-10, No. 1:31-md-1 (N.D. Cal. May 30, 2031), ECF No. 8.",
    ),
    # reported: the Supreme Court is named by its own reports
    (
        {"court": "scotus", "own_citations": ("183 S.Ct. 283", "938 U. S. 109")},
        "Quill & Lantern Ltd. v. Does 1-10, 938 U.S. 109 (2031).",
    ),
    (
        {"court": "ca9", "own_citations": ("14 F. 3d 662",)},
        "Quill & Lantern Ltd. v. Does 1-10, 14 F.3d 662 (9th Cir. 2031).",
    ),
    (
        {"own_citations": ("927 F.Supp.2d 12 (2031)",)},
        "Quill & Lantern Ltd. v. Does 1-10, 927 F. Supp. 2d 12 (N.D. Cal. 2031).",
    ),
    # state courts: less of the court where the reporter tells it
    (
        {"court": "calctapp", "own_citations": ("98 Cal.App.4th 12",)},
        "Quill & Lantern Ltd. v. Does 1-10, 98 Cal. App. 4th 12 (Ct. App. 2031).",
    ),
    (
        {"court": "cal", "own_citations": ("12 Cal.4th 345", "911 P.2d 5")},
        "Quill & Lantern Ltd. v. Does 1-10, 911 P.2d 5 (Cal. 2031).",
    ),
    # annotations and a weekly are no reports to be preferred
    (
        {"court": "cal", "own_citations": ("45 A.L.R.5th 1", "911 P.2d 5")},
        "Quill & Lantern Ltd. v. Does 1-10, 911 P.2d 5 (Cal. 2031).",
    ),
    (
        {"court": "scotus", "own_citations": ("81 U.S.L.W. 4415", "183 S. Ct. 283")},
        "Quill & Lantern Ltd. v. Does 1-10, 183 S. Ct. 283 (2031).",
    ),
    (
        {"court": "cal", "own_citations": ("12 Cal.4th 345",)},
        "Quill & Lantern Ltd. v. Does 1-10, 12 Cal. 4th 345 (2031).",
    ),
    (
        {"court": "nd", "own_citations": ("602 N.W.2d 1",)},
        "Quill & Lantern Ltd. v. Does 1-10, 602 N.W.2d 1 (N.D. 2031).",
    ),
    # a number that the court gave, before the report
    (
        {"court": "nd", "own_citations": ("602 N.W.2d 1", "2031 ND 12")},
        "Quill & Lantern Ltd. v. Does 1-10, 2031 ND 12, 602 N.W.2d 1.",
    ),
    # a database beside the docket number
    (
        {"own_citations": ("2031 WL 2361889",), "document_number": None},
        (
            "Quill & Lantern Ltd. v. Does 1-10, No. 5:31-cv-01234-ABC, 2031 WL 2361889 "
            "(N.D. Cal. May 30, 2031)."
        ),
    ),
    # bound pages to come: cited by its number still
    (
        {"court": "scotus", "own_citations": ("969 U.S. ___ (2031)",), "document_number": None},
        "Quill & Lantern Ltd. v. Does 1-10, No. 5:31-cv-01234-ABC (U.S. May 30, 2031).",
    ),
    # what is not known is left out
    (
        {"date": None},
        "Quill & Lantern Ltd. v. Does 1-10, No. 5:31-cv-01234-ABC (N.D. Cal.), ECF No. 8.",
    ),
    ({"docket_numbers": None}, "Quill & Lantern Ltd. v. Does 1-10 (N.D. Cal. May 30, 2031), ECF No. 8."),
    ({"case_name": None}, "No. 5:31-cv-01234-ABC (N.D. Cal. May 30, 2031), ECF No. 8."),
    (
        {"case_name": " \n ", "docket_numbers": None, "title": "Order\nto Show Cause"},
        "Order to Show Cause (N.D. Cal. May 30, 2031), ECF No. 8.",
    ),
    (dict.fromkeys(("case_name", "docket_numbers", "court", "date", "document_number")), "Order."),
)  # fmt: skip


@pytest.mark.parametrize(("values", "cited"), CITED, ids=[cited[:60] for _, cited in CITED])
def test_how_orders_are_cited(
    archive_order: Callable[..., ArchivedOrder], values: dict[str, Any], cited: str
) -> None:
    assert cite_bluebook(read_citation(archive_order(**values))).text == cited


def test_the_name_alone_is_in_italics(archive_order: Callable[..., ArchivedOrder]) -> None:
    cited = cite_bluebook(read_citation(archive_order()))
    assert cited.name == "Quill & Lantern Ltd. v. Does 1-10"
    assert cited.before_pin + cited.after_pin == (
        ", No. 5:31-cv-01234-ABC (N.D. Cal. May 30, 2031), ECF No. 8."
    )
    assert cite_bluebook(read_citation(archive_order(case_name=None))).name == ""


NUMBERED = "¶ 1 The facts.\n\n¶ 2 The law.\n\n¶ 3 The end."


def test_a_paragraph_is_cited_after_the_courts_own_number(
    archive_order: Callable[..., ArchivedOrder],
) -> None:
    values = {"own_citations": ("602 N.W.2d 1", "2031 ND 12"), "court": "nd", "text": NUMBERED}
    cited = cite_bluebook(read_citation(archive_order(**values)))
    assert (cited.before_pin, cited.after_pin) == (", 2031 ND 12", ", 602 N.W.2d 1.")
    assert (cited.pin_lead, cited.page_lead) == (", ¶ ", "")


@each_row(values=as_tuples)
def test_a_page_is_cited_only_where_it_is_known(
    archive_order: Callable[..., ArchivedOrder],
    values: dict[str, Any],
    lead: str,
    first_page: str | None,
) -> None:
    citation = read_citation(archive_order(**values))
    assert cite_bluebook(citation).pin_lead == lead
    assert citation.first_page == first_page


def test_what_is_missing_is_named(archive_order: Callable[..., ArchivedOrder]) -> None:
    citation = read_citation(archive_order(date=None, docket_numbers=None))
    assert citation.missing == ("docket number", "date")
    assert not citation.is_complete
    assert read_citation(archive_order()).is_complete
    assert read_citation(archive_order()).missing == ()
