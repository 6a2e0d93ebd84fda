from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.archive import Archive
from build_scripts.pages.facts import read_facts
from build_scripts.pages.order_markdown import write_front_matter
from tests.pages.conftest import SECOND

SCALARS = st.none() | st.booleans() | st.text() | st.sampled_from(["5:17", "NO", "012", "1e3", "~"])
VALUES = st.dictionaries(
    st.from_regex(r"[a-z_]{1,8}", fullmatch=True),
    SCALARS | st.lists(st.text(), max_size=3),
    max_size=5,
)


def read(front_matter: str) -> Any:
    assert front_matter.startswith("---\n")
    assert front_matter.endswith("\n---\n")
    return yaml.safe_load(front_matter[4:-4])


@given(values=VALUES)
def test_every_value_reads_back_as_it_was(values: dict[str, Any]) -> None:
    assert (read(write_front_matter(values)) or {}) == values


def test_identifiers_are_quoted(archive: Archive) -> None:
    written = write_front_matter(read_facts(archive.orders[0]))
    assert 'docket_number: "5:31-cv-01234-ABC"' in written
    assert 'document_number: "8"' in written
    assert 'date: "2031-03-04"' in written
    assert '- "7"' in written


def test_what_an_order_says(archive: Archive) -> None:
    values = read(write_front_matter(read_facts(archive.orders[0])))
    assert values == {
        "title": "Order Denying Motion for Expedited Discovery",
        "case": "Quill & Lantern Ltd. v. Ostrich Freight Inc.",
        "court": "United States District Court for the Northern District of California",
        "court_id": "cand",
        "is_order": True,
        "page_count": 2,
        "division": "San Jose Division",
        "docket_number": "5:31-cv-01234-ABC",
        "docket_numbers": ["5:31-cv-01234-ABC"],
        "judge": "Amelia B. Cartwright",
        "judges": ["Amelia B. Cartwright"],
        "date": "2031-03-04",
        "document_number": "8",
        "order_type": "order",
        "disposition": "denied",
        "disposition_qualifiers": ["without prejudice"],
        "rulings": [
            {
                "motion": "Motion for Expedited Discovery",
                "outcome": "denied",
                "qualifiers": ["without prejudice"],
                "entries": ["7"],
            }
        ],
        "ruled_on": ["7"],
        "cites": [
            "433 F.3d 1199",
            "2030 WL 1234567",
            "465 U.S. 783",
            "104 S. Ct. 1482",
            "79 L. Ed. 2d 804",
        ],
        "source": {"path": "specimens/a.md", "format": "markdown"},  # words of it are withheld
        "specimen": True,
        "citation": (
            "Quill & Lantern Ltd. v. Ostrich Freight Inc., No. 5:31-cv-01234-ABC (N.D. Cal. Mar. 4, "
            "2031), ECF No. 8."
        ),
        "cited_by": [SECOND],
    }


def test_what_an_order_does_not_say_is_left_out(archive: Archive) -> None:
    values = read_facts(archive.orders[2])
    assert not {"case", "court", "court_id", "judge", "date", "disposition"} & set(values)
