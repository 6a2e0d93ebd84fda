import pytest

from build_scripts.describing.disposition import derive_disposition
from build_scripts.model.description import Claim, OrderType, Outcome, Qualifier, Ruling, Span
from tests.describing.specimens import make_order

MOOT = (Qualifier.AS_MOOT,)


def rule(outcome: Outcome, qualifiers: tuple[Qualifier, ...] = ()) -> Claim[Ruling]:
    return Claim(Ruling("motion", outcome, qualifiers, ()), Span(0, 4), "test")


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


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [
        ((rule(Outcome.DENIED),), Outcome.DENIED),
        ((rule(Outcome.GRANTED), rule(Outcome.DENIED)), Outcome.GRANTED_IN_PART),
        # what became moot decides nothing
        ((rule(Outcome.GRANTED), rule(Outcome.DENIED, MOOT)), Outcome.GRANTED),
        ((rule(Outcome.DENIED, MOOT),), Outcome.DENIED),
        ((rule(Outcome.REMANDED), rule(Outcome.MOOT)), Outcome.REMANDED),
        # an appeal's outcome outranks side motions
        ((rule(Outcome.GRANTED), rule(Outcome.AFFIRMED)), Outcome.AFFIRMED),
        ((rule(Outcome.AFFIRMED), rule(Outcome.REVERSED)), Outcome.AFFIRMED_IN_PART),
        ((rule(Outcome.DISMISSED), rule(Outcome.VACATED)), Outcome.DISMISSED),
    ],
)
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
        rule(Outcome.GRANTED, (Qualifier.WITH_PREJUDICE,)),
        rule(Outcome.DENIED, MOOT),
    )
    order_type = Claim(OrderType.ORDER, None, "title")
    _, qualifiers = derive_disposition(rulings, order_type, make_order("Text"), appellate=False)
    assert qualifiers == (Qualifier.WITH_PREJUDICE,)
