import pytest

from build_scripts.describing.order_type import find_order_type
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import OrderType
from build_scripts.model.law.order_types import classify_title
from tests.describing.specimens import Line, make_order


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("ORDER DENYING MOTION TO DISMISS", OrderType.ORDER),
        ("MEMORANDUM OPINION AND ORDER", OrderType.ORDER),
        ("MEMORANDUM OPINION", OrderType.OPINION),
        ("MEMORANDUM", OrderType.MEMORANDUM),
        ("OPINION GRANTING MOTION TO DISMISS", OrderType.OPINION),
        ("JUDGMENT", OrderType.JUDGMENT),
        ("ORDER AND JUDGEMENT", OrderType.ORDER),
        ("CIVIL MINUTES - GENERAL", OrderType.MINUTE_ORDER),
        ("[In Chambers] Order Denying Applications to Seal", OrderType.MINUTE_ORDER),
        ("ORDER SETTING INITIAL CASE MANAGEMENT CONFERENCE", OrderType.SCHEDULING_ORDER),
        ("STIPULATED PROTECTIVE ORDER", OrderType.STIPULATED_ORDER),
        ("STANDING ORDER FOR CIVIL CASES", OrderType.STANDING_ORDER),
        ("REPORT AND RECOMMENDATION", OrderType.REPORT_AND_RECOMMENDATION),
        ("SYLLABUS", None),
    ],
)
def test_classify_title(title: str, expected: OrderType | None) -> None:
    assert classify_title(title) is expected


@pytest.mark.parametrize(
    "line",
    [
        "LEE, Circuit Judge:",
        "PER CURIAM:",
        "Opinion for the Court filed by Chief Judge Edder.",
        "JUSTICE SOTO delivered the opinion of the Court.",
    ],
)
def test_an_opinion_without_a_title(line: str) -> None:
    claim = find_order_type(make_order("Front line", line))
    assert claim
    assert claim.value is OrderType.OPINION


def test_minutes_by_their_form_whatever_the_title() -> None:
    clean = make_order("CIVIL MINUTES—GENERAL", (BlockKind.TITLE, "ORDER TO SHOW CAUSE"))
    claim = find_order_type(clean)
    assert claim
    assert claim.value is OrderType.MINUTE_ORDER


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # without a title, an order is told by its operative words
        (("For good cause shown, IT IS HEREBY ORDERED that the file be opened.",), OrderType.ORDER),
        # a reviewing court's words decide
        (("The parties were heard below, and the judge ruled.", "AFFIRMED."), OrderType.OPINION),
        # a title outweighs the form of its text
        (
            ((BlockKind.TITLE, "JUDGMENT"), "IT IS ORDERED that Pat Lee recover nothing."),
            OrderType.JUDGMENT,
        ),
    ],
)
def test_signs_are_weighed(lines: tuple[Line, ...], expected: OrderType) -> None:
    claim = find_order_type(make_order(*lines))
    assert claim
    assert claim.value is expected


def test_nothing_says_what_it_is() -> None:
    assert find_order_type(make_order("A page of notes")) is None
