"""What the section shows before any script, and what it hands to the script."""

import json

import pytest

from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.cite.reference import view_citing
from tests.pages.cite.conftest import archive_order
from tests.pages.cite.test_forms import HOSTILE, URL


def test_the_section() -> None:
    section = view_citing(read_citation(archive_order()), URL)
    assert (section.first_page, section.bluebook.pin_lead) == ("1", ", slip op. at ")
    assert section.missing == ""
    assert json.loads(section.values) == {
        "key": "cand:5-31-cv-01234:2031-05-30-order",
        "title": "Quill & Lantern Ltd. v. Does 1-10",
        "published": "No. 5:31-cv-01234-ABC",
        "numbers": "5:31-cv-01234-ABC",
        "institution": "United States District Court for the Northern District of California",
        "court": "N.D. Cal.",
        "year": 2031,
        "month": 5,
        "day": 30,
        "entry": "ECF No. 8",
        "url": URL,
    }


def test_what_the_order_does_not_state() -> None:
    section = view_citing(read_citation(archive_order(date=None, court=None)))
    assert section.missing == ("We could not find the court or date. Please complete the citation.")
    assert not {"court", "year", "month", "day", "url"} & set(json.loads(section.values))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_values_do_not_leave_the_attribute(name: str) -> None:
    archived = archive_order(case_name=name, docket_numbers=(name,), document_number=name)
    values = view_citing(read_citation(archived)).values
    assert values.isascii()
    assert not hasattr(values, "__html__")  # so the template escapes it
    assert json.loads(values)["title"] == read_citation(archived).case_name
