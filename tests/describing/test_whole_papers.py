"""What papers of courts and agencies say of themselves, from their text to the confirmed value."""

from build_scripts.convert.order import convert_order
from build_scripts.describing.case_name import propose_case_names
from build_scripts.model.description import is_claim_confirmed
from build_scripts.model.raw_order import RawOrder
from tests.tables import each_row


@each_row()
def test_a_name_is_confirmed(text: str, expected: str) -> None:
    name = convert_order(RawOrder.from_bytes("order.txt", text.encode())).description.case_name
    assert name is not None
    assert name.value == expected
    assert is_claim_confirmed("case_name", name)


@each_row()
def test_a_name_is_read(text: str, expected: str, others: str) -> None:
    clean = convert_order(RawOrder.from_bytes("order.txt", text.encode())).clean
    proposed = {each.value for each in propose_case_names(clean)}
    assert expected in proposed
    assert {each for each in proposed if each.startswith("In re")} == set(others.split("|")) - {""}


@each_row()
def test_judges_are_confirmed(text: str, expected: list[str]) -> None:
    judges = convert_order(RawOrder.from_bytes("order.txt", text.encode())).description.judges
    named = {f"{claim.value.name}, {claim.value.title}" for claim in judges}
    assert named == set(expected)
    assert all(is_claim_confirmed("judges", claim) for claim in judges)


@each_row()
def test_an_agency_is_known(text: str, court: str, date: str, number: str) -> None:
    described = convert_order(RawOrder.from_bytes("order.txt", text.encode())).description
    assert described.court is not None
    assert described.court.value.court_id == court
    assert described.date is not None
    assert str(described.date.value) == date
    assert "".join(claim.value.text for claim in described.docket_numbers) == number


@each_row()
def test_a_title_ends_before_a_party(text: str, expected: str) -> None:
    title = convert_order(RawOrder.from_bytes("order.txt", text.encode())).description.title
    assert title is not None
    assert title.value == expected
