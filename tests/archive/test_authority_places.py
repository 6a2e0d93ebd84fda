"""Where authorities stand: runs are fixed, whatever else is cited."""

from build_scripts.archive.authority_places import Unplaced, find_place, place_authorities
from build_scripts.model.archive import AuthorityKind, Mention
from tests.tables import each_row

K = AuthorityKind


def make(kind: AuthorityKind, form: str, court: str | None = None, orders: int = 1) -> Unplaced:
    mentions = tuple(Mention(number, 0) for number in range(orders))
    return Unplaced(kind, "slug", (form,), None, court, None, None, mentions)


@each_row(kind=AuthorityKind)
def test_an_authority_stands_in_its_run(
    kind: AuthorityKind, form: str, court: str | None, place: str
) -> None:
    found = find_place(make(kind, form, court))
    assert f"{found.run}#{found.anchor}" == place


def test_a_run_is_divided_into_fixed_blocks() -> None:
    blocks = [
        find_place(make(K.CASE, form)).block
        for form in ("433 F.3d 1199", "5 U.S. 137", "2022-NCSC-1", "12 Cal. App. 5th 200")
    ]
    assert blocks == ["432-435", "1-9", "ncsc-2020-2029", "1-99"]


def test_two_of_one_anchor_are_told_apart() -> None:
    one, other = place_authorities([make(K.CASE, "5 U.S. 137")] * 2, 10)
    assert (one.place.anchor, other.place.anchor) == ("5-137", "5-137--2")
    assert one.address == "authorities/us/1-49/#5-137"


@each_row()
def test_what_many_orders_cite_has_a_page(orders: int, own_page_from: int, path: str) -> None:
    (one,) = place_authorities([make(K.CASE, "5 U.S. 137", orders=orders)], own_page_from)
    assert one.path == path
