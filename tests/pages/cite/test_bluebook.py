"""The Bluebook citation: a table of orders and how they are cited."""

from typing import Any

from build_scripts.pages.cite.bluebook import cite_bluebook
from build_scripts.pages.cite.citation import read_citation
from tests.pages.cite.conftest import archive_order
from tests.tables import as_tuples, each_row, none_if_empty


@each_row(values=none_if_empty)
def test_how_orders_are_cited(values: dict[str, Any], cited: str) -> None:
    assert cite_bluebook(read_citation(archive_order(**values))).text == cited


def test_the_name_alone_is_in_italics() -> None:
    cited = cite_bluebook(read_citation(archive_order()))
    assert cited.name == "Quill & Lantern Ltd. v. Does 1-10"
    assert cited.before_pin + cited.after_pin == (
        ", No. 5:31-cv-01234-ABC (N.D. Cal. May 30, 2031), ECF No. 8."
    )
    assert cite_bluebook(read_citation(archive_order(case_name=None))).name == ""


NUMBERED = "¶ 1 The facts.\n\n¶ 2 The law.\n\n¶ 3 The end."


def test_a_paragraph_is_cited_after_the_courts_own_number() -> None:
    values = {"own_citations": ("602 N.W.2d 1", "2031 ND 12"), "court": "nd", "text": NUMBERED}
    cited = cite_bluebook(read_citation(archive_order(**values)))
    assert (cited.before_pin, cited.after_pin) == (", 2031 ND 12", ", 602 N.W.2d 1.")
    assert (cited.pin_lead, cited.page_lead) == (", ¶ ", "")


@each_row(values=as_tuples)
def test_a_page_is_cited_only_where_it_is_known(
    values: dict[str, Any], lead: str, first_page: str | None
) -> None:
    citation = read_citation(archive_order(**values))
    assert cite_bluebook(citation).pin_lead == lead
    assert citation.first_page == first_page


def test_what_is_missing_is_named() -> None:
    citation = read_citation(archive_order(date=None, docket_numbers=None))
    assert citation.missing == ("docket number", "date")
    assert citation.missing
    assert not read_citation(archive_order()).missing
    assert read_citation(archive_order()).missing == ()
