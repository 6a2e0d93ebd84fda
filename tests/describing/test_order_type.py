from build_scripts.describing.order_type import find_order_type
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import OrderType
from build_scripts.model.law.order_types import classify_title
from tests.describing.specimens import Line, as_lines, make_order
from tests.tables import each_row


@each_row(expected=OrderType)
def test_classify_title(title: str, expected: OrderType | None) -> None:
    assert classify_title(title) is expected


@each_row()
def test_an_opinion_without_a_title(line: str) -> None:
    claim = find_order_type(make_order("Front line", line))
    assert claim
    assert claim.value is OrderType.OPINION


def test_minutes_by_their_form_whatever_the_title() -> None:
    clean = make_order("CIVIL MINUTES—GENERAL", (BlockKind.TITLE, "ORDER TO SHOW CAUSE"))
    claim = find_order_type(clean)
    assert claim
    assert claim.value is OrderType.MINUTE_ORDER


@each_row(lines=as_lines, expected=OrderType)
def test_signs_are_weighed(lines: tuple[Line, ...], expected: OrderType) -> None:
    claim = find_order_type(make_order(*lines))
    assert claim
    assert claim.value is expected


def test_nothing_says_what_it_is() -> None:
    assert find_order_type(make_order("A page of notes")) is None
