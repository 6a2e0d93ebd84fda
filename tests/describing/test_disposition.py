from dataclasses import replace

import pytest

from build_scripts.describing.disposition import derive_disposition
from build_scripts.describing.ruling_statements import PART_OF_CASE
from build_scripts.model.description import (
    Claim,
    MotionKind,
    OrderType,
    Outcome,
    Qualifier,
    Ruling,
    Span,
    is_claim_confirmed,
)
from tests.describing.specimens import make_order
from tests.tables import call, each_row, tuple_of


def rule(outcome: str, *qualifiers: str) -> Claim[Ruling]:
    ruling = Ruling("motion", Outcome(outcome), tuple(map(Qualifier, qualifiers)), ())
    return Claim(ruling, Span(0, 4), "test")


def derive(
    *rulings: Claim[Ruling],
    kind: OrderType = OrderType.ORDER,
    appellate: bool = False,
    truncated: bool = False,
) -> Outcome | None:
    claim, _ = derive_disposition(
        rulings,
        Claim(kind, None, "title"),
        make_order("Text", truncated=truncated),
        appellate=appellate,
    )
    return claim.value if claim else None


@each_row(rulings=tuple_of(call(rule)), expected=Outcome)
def test_derive_disposition(rulings: tuple[Claim[Ruling], ...], expected: Outcome) -> None:
    assert derive(*rulings) is expected


def test_without_rulings() -> None:
    assert derive() is Outcome.NONE
    assert derive(kind=OrderType.SCHEDULING_ORDER) is Outcome.NONE
    assert derive(kind=OrderType.OPINION) is None  # an opinion decides; the text did not show it
    assert derive(truncated=True) is None


def test_an_appeal_stays_open_where_only_a_side_motion_is_decided() -> None:
    granted = rule(Outcome.GRANTED)
    assert derive(granted, kind=OrderType.MEMORANDUM, appellate=True) is None


def test_qualifiers_come_from_the_rulings_that_carry_the_outcome() -> None:
    rulings = (
        rule(Outcome.GRANTED, Qualifier.WITH_PREJUDICE),
        rule(Outcome.DENIED, Qualifier.AS_MOOT),
    )
    order_type = Claim(OrderType.ORDER, None, "title")
    _, qualifiers = derive_disposition(rulings, order_type, make_order("Text"), appellate=False)
    assert qualifiers == (Qualifier.WITH_PREJUDICE,)


def test_a_qualifier_of_one_motion_is_not_the_orders() -> None:
    rulings = (rule("denied", "as moot"), rule("denied"), rule("granted"))
    order_type = Claim(OrderType.ORDER, None, "its title")
    _, qualifiers = derive_disposition(rulings, order_type, make_order("Text"), appellate=False)
    assert qualifiers == ()


def test_what_a_friend_of_the_court_asks_decides_nothing() -> None:
    petition = Ruling("petition to file a brief amicus curiae", Outcome.GRANTED, (), ())
    assert derive(rule(Outcome.DENIED), Claim(petition, None, "test")) is Outcome.DENIED


@pytest.mark.parametrize(
    "ruling",
    [
        Claim(rule(Outcome.DENIED).value, None, "test", confidence=0.6),
        Claim(replace(rule(Outcome.DISMISSED).value, motion=PART_OF_CASE), None, "test"),
    ],
)
def test_doubtful_rulings_and_parts_make_a_doubtful_disposition(ruling: Claim[Ruling]) -> None:
    claim, _ = derive_disposition((ruling,), None, make_order("Text"), appellate=False)
    assert claim
    assert not is_claim_confirmed("disposition", claim)


def test_a_long_paper_is_not_about_what_it_seals() -> None:
    sealed = Claim(Ruling("motion to seal", Outcome.GRANTED, (), (), MotionKind.SEAL), None, "test")
    for length, confirmed in ((3, True), (60, False)):
        clean = make_order(*["Text"] * length)
        claim, _ = derive_disposition((sealed,), None, clean, appellate=False)
        assert claim
        assert is_claim_confirmed("disposition", claim) is confirmed


def test_who_is_enjoined_in_the_end_lost_more_than_a_motion() -> None:
    denied = rule(Outcome.DENIED)
    for end, sure in (
        ("Defendants are enjoined from mowing.", False),
        ("It is ORDERED that Quillon recover of the defendants the sum of $400.", False),
        ("So ordered.", True),
    ):
        clean = make_order("The motion to dismiss is denied.", end)
        claim, _ = derive_disposition((denied,), None, clean, appellate=False)
        assert claim is not None
        assert is_claim_confirmed("disposition", claim) is sure
