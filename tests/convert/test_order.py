"""What lies beside an order says where it came from; what is wrong with it is a finding."""

from dataclasses import replace

import pytest

from build_scripts.convert.order import convert_order
from build_scripts.model.order import Order
from build_scripts.model.provenance import Origin, join_facts, read_origins, write_origins
from build_scripts.model.raw_order import RawOrder, SideFile
from build_scripts.model.source_text import ExternalFacts
from build_scripts.problems import FindingCode
from tests.tables import each_row

TEXT = b"""UNITED STATES DISTRICT COURT

ORDER

The motion is DENIED.

IT IS SO ORDERED.
"""
RAW = RawOrder.from_bytes("a.txt", TEXT)
SAYS = ExternalFacts(
    court_id="cand",
    docket_numbers=("3:31-cv-00123",),
    date_filed="2031-03-04",
    document_number="45",
)
ORIGIN = Origin(
    "CourtListener", "45", "https://example.org/45", "2031-03-05", RAW.sha256, "x", SAYS
)


def convert(data: bytes | None) -> Order:
    return convert_order(replace(RAW, provenance=SideFile("a.txt.source.json", data)))


def test_what_a_source_says_is_claimed() -> None:
    order = convert(write_origins([ORIGIN]))
    said = order.description
    assert said.court is not None
    assert said.court.value.court_id == "cand"
    assert (said.entry, str(said.day)) == ("45", "2031-03-04")
    assert (order.source.service, order.source.fetched) == ("CourtListener", "2031-03-05")
    assert not [one for one in order.findings if one.code is FindingCode.BAD_SOURCE]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (None, "can't be read"),
        (b"{", "not used"),
        (b"[]", "lists no sources"),
        (b"[" * 100_000, "not used"),
        (b'{"sources": [5]}', "no object"),
        (b'{"sources": [{"id": "1"}]}', "names no service"),
        (b'{"sources": [{"service": 5}]}', "service is no text"),
        (b'{"sources": [{"service": "a", "says": []}]}', "says is no object"),
        (b'{"sources": [{"service": "a", "says": {"judge": "x"}}]}', "no judge"),
        (b'{"sources": [{"service": "a", "says": {"judges": "x"}}]}', "no list"),
        (b'{"sources": [{"service": "a", "says": {"date": 5}}]}', "date is no text"),
        (write_origins([replace(ORIGIN, sha256="0" * 64)]), "another file"),
    ],
)
def test_a_source_that_can_not_be_believed_is_told_and_not_used(
    data: bytes | None, what: str
) -> None:
    order = convert(data)
    (finding,) = (one for one in order.findings if one.code is FindingCode.BAD_SOURCE)
    assert what in finding.message
    assert finding.path == "a.txt.source.json"
    assert (order.source.service, order.description.entry) == ("", "")


def test_sources_are_written_as_they_are_read() -> None:
    other = Origin("Notice", "", says=ExternalFacts(judges=("Roe",), date_filed="2031-03-06"))
    assert read_origins(write_origins([ORIGIN, other])) == (ORIGIN, other)
    joined = join_facts(ExternalFacts(case_name="Roe v. Doe"), [ORIGIN, other])
    assert joined == replace(SAYS, case_name="Roe v. Doe", judges=("Roe",))


@each_row()
def test_who_gave_a_file(service: str, address: str, giver: str) -> None:
    origin = replace(ORIGIN, service=service, address=address)
    assert convert(write_origins([origin])).source.service == giver
