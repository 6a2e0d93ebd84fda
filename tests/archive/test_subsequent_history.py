"""What became of orders: only words tie two, and they are shown."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.citing import cite_order
from build_scripts.model.archive import Archive
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place
from build_scripts.model.description import Claim, DocketNumber, MotionKind, Outcome, Ruling, Span
from build_scripts.model.order import Order
from build_scripts.model.subsequent_history import HistoryKind as K
from build_scripts.model.subsequent_history import HistoryTie, KnownBy
from tests.archive.conftest import make_order
from tests.tables import each_row, list_of

CASE = DocketNumber("5:31-cv-01234-ABC", "5", 2031, "cv", 1234, "ABC")
MARCH, JUNE, JULY = datetime.date(2031, 3, 3), datetime.date(2031, 6, 2), datetime.date(2031, 7, 9)


def lay_out(*blocks: str | tuple[BlockKind, str]) -> CleanOrder:
    """Blocks of text, one a page and a printed line below another."""
    laid = []
    for number, one in enumerate(blocks, start=1):
        kind, text = one if isinstance(one, tuple) else (BlockKind.PARAGRAPH, one)
        laid.append(Block(kind, text, (Place(0, number, number, 10 + number),)))
    return CleanOrder(tuple(laid), (), (), (), (), len(laid))


def rule(order: Order, kind: MotionKind, motion: str, outcome: Outcome, words: str) -> Order:
    """The order with one more ruling, which stands in `words` of it."""
    start = order.clean.reading_text.index(words)
    claim = Claim(Ruling(motion, outcome, (), (), kind), Span(start, start + len(words)), "by hand")
    said = order.description
    return replace(order, description=replace(said, rulings=(*said.rulings, claim)))


def write(order: Order, *blocks: str | tuple[BlockKind, str]) -> Order:
    """The order with a text, and the citations in it."""
    clean = lay_out(*blocks)
    written = replace(order, clean=clean)
    return replace(written, citations=cite_order(clean))


def list_ties(*orders: Order) -> list[HistoryTie]:
    archive: Archive = catalogue_orders(orders)
    return [tie for one in archive.orders for tie in one.subsequent]


def of_case(*blocks: str | tuple[BlockKind, str], ruling: Any = None) -> list[HistoryTie]:
    """The ties of an order that says something of two orders of its case, ECF Nos. 20 and 45."""
    report = make_order("a", dockets=(CASE,), date=MARCH, document="20", title="Report")
    order = make_order("b", dockets=(CASE,), date=JUNE, document="45")
    later = write(make_order("c", dockets=(CASE,), date=JULY, document="60"), *blocks)
    return list_ties(report, order, rule(later, *ruling) if ruling else later)


@each_row(kind=K, by=KnownBy)
def test_an_order_says_what_it_does_to_one_of_its_case(text: str, kind: K, by: KnownBy) -> None:
    (tie,) = of_case("The matter was briefed.", text)
    assert (tie.kind, tie.known_by) == (kind, by)
    assert tie.said_by == tie.later
    assert [(words.text, words.page, words.line) for words in tie.words] == [(text, "2", 12)]


@each_row()
def test_other_words_tie_nothing(text: str) -> None:
    assert of_case(text) == []


@each_row(outcome=Outcome, kind=K)
def test_a_motion_about_an_order_is_decided_where_the_ruling_stands(
    asked: str, outcome: Outcome, kind: K | None
) -> None:
    first = f"Before the Court is the {asked} (ECF No. 50) of the Order dated June 2, 2031."
    last = "The motion is decided as follows."
    ties = of_case(first, last, ruling=(MotionKind.OTHER, asked, outcome, last))
    assert [tie.kind for tie in ties] == ([kind] if kind else [])
    for tie in ties:
        assert [words.text for words in tie.words] == [first, last]


def test_the_one_report_that_an_order_names_is_adopted_further_on() -> None:
    named = "The magistrate judge issued a Report and Recommendation (ECF No. 20)."
    (tie,) = of_case(named, "No party objected.", "The Court ADOPTS the Report and Recommendation.")
    assert tie.kind is K.ADOPTED
    assert [words.page for words in tie.words] == ["1", "3"]
    two = f"{named} A second Report and Recommendation (ECF No. 45) followed."
    assert of_case(two, "The Court ADOPTS the Report and Recommendation.") == []
    assert of_case(named, "The Court adopts the plan of the parties.") == []
    assert of_case(named, "The report recommends that the Court adopt the schedule.") == []


@each_row(kind=K)
def test_an_amended_opinion_prints_both_days(head: str, kind: K | None) -> None:
    assert [tie.kind for tie in of_case(head, "We affirm.")] == ([kind] if kind else [])


@each_row(kinds=list_of(K))
def test_an_opinion_is_reheard_en_banc(bench: str, told: str, kinds: list[K]) -> None:
    values = {"court": "ca9", "dockets": (CASE,)}
    panel = make_order("a", date=MARCH, own=("120 F.4th 34",), **values)
    cited = "A panel affirmed. Quill v. Ostrich, 120 F.4th 34 (9th Cir. 2031)."
    whole = write(make_order("b", date=JUNE, **values), bench, f"{cited} {told}")
    assert [tie.kind for tie in list_ties(panel, whole)] == kinds


@each_row(kinds=list_of(K))
def test_an_opinion_replaces_one_that_it_says_was_withdrawn(told: str, kinds: list[K]) -> None:
    values = {"court": "ca9", "dockets": (CASE,)}
    first = make_order("a", date=MARCH, own=("120 F.4th 34",), **values)
    cited = "In March we reversed. Quill v. Ostrich, 120 F.4th 34 (9th Cir. 2031)."
    second = write(make_order("b", date=JUNE, **values), f"{cited} {told} We now affirm.")
    assert [tie.kind for tie in list_ties(first, second)] == kinds


def test_a_day_that_two_orders_share_ties_none() -> None:
    two = [make_order(name, dockets=(CASE,), date=JUNE, document=name) for name in ("4", "5")]
    later = make_order("c", dockets=(CASE,), date=JULY)
    assert list_ties(*two, write(later, "The Court VACATES its June 2, 2031 Order.")) == []


BELOW = datetime.date(2030, 5, 6)


def review(*blocks: str, outcome: Outcome = Outcome.AFFIRMED, **below: Any) -> list[HistoryTie]:
    """The ties of an appellate opinion, beside the decision of a district court."""
    values = {
        "dockets": (CASE,), "date": BELOW, "own": ("900 F. Supp. 3d 12",),
        "disposition": Outcome.GRANTED, "case": "Quill v. Ostrich", **below,
    }  # fmt: skip
    opinion = make_order("opinion", court="ca9", date=JUNE, disposition=outcome)
    written = write(opinion, *blocks)
    decided = rule(written, MotionKind.APPEAL, "appeal", outcome, blocks[-1])
    return list_ties(make_order("below", **values), decided)


def test_an_appellate_caption_prints_the_number_of_the_case_below() -> None:
    (tie,) = review("D.C. No. 5:31-cv-01234-ABC", "We affirm the judgment.")
    assert (tie.kind, tie.known_by) == (K.AFFIRMED, KnownBy.DOCKET)
    assert [one.text for one in tie.words] == ["D.C. No. 5:31-cv-01234-ABC", "We affirm the judgment."]  # fmt: skip


def test_an_opinion_cites_the_decision_that_it_reviews() -> None:
    cited = "The court dismissed. Quill v. Ostrich, 900 F. Supp. 3d 12 (N.D. Cal. 2030)."
    (tie,) = review(cited, "The judgment is reversed.", outcome=Outcome.REVERSED)
    assert (tie.kind, tie.known_by) == (K.REVERSED, KnownBy.REPORT)


@pytest.mark.parametrize(
    "below",
    [
        {"case": "Heron v. Wren"},
        {"date": JULY},
        {"court": "ca9"},
        {"dockets": (DocketNumber("5:31-cv-01299", "5", 2031, "cv", 1299),)},
        {"disposition": Outcome.NONE},
    ],
)
def test_no_other_decision_is_taken_for_the_one_below(below: dict[str, Any]) -> None:
    assert review("D.C. No. 5:31-cv-01234-ABC", "We affirm the judgment.", **below) == []


def test_an_opinion_says_where_the_decision_of_other_parties_is_reported() -> None:
    """A codefendant's name is the decision's, another's the appeal's."""
    below = {"case": "United States v. Heron"}
    said = "The district court opinion is reported at 900 F. Supp. 3d 12 (N.D. Cal. 2030)."
    (tie,) = review(said, "We affirm.", **below)
    assert (tie.kind, tie.known_by) == (K.AFFIRMED, KnownBy.REPORT)
    relied = "The district court relied on United States v. Heron, 900 F. Supp. 3d 12 (N.D. Cal. 2030)."  # fmt: skip
    assert review(relied, "We affirm.", **below) == []


@each_row()
def test_an_officials_successor_is_the_party_in_his_place(
    caption: str, before: str, below: str, found: bool
) -> None:
    """Fed. R. Civ. P. 25(d): the appeal has another name than the decision."""
    first = make_order("a", date=BELOW, own=("900 F. Supp. 3d 12",), dockets=(CASE,), case=below)
    opinion = make_order("b", court="ca9", date=JUNE, disposition=Outcome.VACATED)
    said = replace(opinion.description, full_caption=Claim(caption, Span(0, 5), "by hand"))
    text = f"{before} {below}, 900 F. Supp. 3d 12 (N.D. Cal. 2030)."
    written = write(replace(opinion, description=said), text, "We vacate.")
    decided = rule(written, MotionKind.APPEAL, "appeal", Outcome.VACATED, "We vacate.")
    assert bool(list_ties(first, decided)) is found


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("rendered pursuant to its decision, C. D. 9453, overruling the protest.", True),
        ("rendered pursuant to its decision, C. D. 94531, overruling the protest.", False),
        (f"{'so ' * 984}  C. D. 9453", True),  # all that is read ends with it
    ],
)
def test_an_opinion_names_a_decision_by_its_number_in_a_series(printed: str, found: bool) -> None:
    first = make_order("a", date=BELOW, disposition=Outcome.DENIED)
    first = write(first, "(C. D. 9453)", "Quill v. Ostrich")
    opinion = make_order("b", court="ca9", date=JUNE, disposition=Outcome.AFFIRMED)
    written = write(opinion, f"This is an appeal from the judgment {printed}", "We affirm.")
    ties = list_ties(
        first, rule(written, MotionKind.APPEAL, "appeal", Outcome.AFFIRMED, "We affirm.")
    )
    assert [tie.known_by for tie in ties] == ([KnownBy.DOCKET] if found else [])


TAKEN = "Appeal from the United States District Court for the Northern District of California"


@pytest.mark.parametrize(
    ("head", "below", "found"),
    [
        (TAKEN, {}, True),
        (TAKEN, {"disposition": None}, True),
        (TAKEN, {"disposition": Outcome.NONE}, False),  # a schedule is not what was appealed
        (TAKEN, {"date": datetime.date(2030, 1, 6)}, False),  # a later judgment may be
        (TAKEN, {"case": "Heron v. Wren"}, False),
        (TAKEN.replace("Northern", "Eastern"), {}, False),
        ("Before the United States District Court for the Northern District of California", {}, False),
    ],
)  # fmt: skip
def test_a_caption_names_the_court_of_the_only_decision_of_the_case(
    head: str, below: dict[str, Any], found: bool
) -> None:
    ties = review(f"{head}.", "We affirm the judgment.", **below)
    assert [tie.known_by for tie in ties] == ([KnownBy.COURT] if found else [])
    for tie in ties:
        assert [one.text for one in tie.words] == [f"{TAKEN}.", "We affirm the judgment."]


def test_two_decisions_of_the_court_below_are_no_one_decision() -> None:
    two = [make_order(name, date=BELOW, dockets=(CASE,), document=name) for name in ("4", "5")]
    opinion = make_order("b", court="ca9", date=JUNE, disposition=Outcome.AFFIRMED)
    written = write(opinion, f"{TAKEN}.", "We affirm.")
    decided = rule(written, MotionKind.APPEAL, "appeal", Outcome.AFFIRMED, "We affirm.")
    assert list_ties(*two, decided) == []


def print_history(text: str) -> list[HistoryTie]:
    """The ties that a third order prints of 900 F. Supp. 3d 12 and 120 F.4th 34."""
    first = make_order("a", date=BELOW, own=("900 F. Supp. 3d 12",), dockets=(CASE,))
    second = make_order("b", date=JUNE, own=("120 F.4th 34",), court="ca9")
    third = make_order("c", date=JULY, case="Heron v. Wren")
    return list_ties(first, second, write(third, text))


@each_row(kind=K)
def test_an_order_prints_what_became_of_a_case_that_it_cites(printed: str, kind: K | None) -> None:
    cited = f"See Quill v. Ostrich, 900 F. Supp. 3d 12 (N.D. Cal. 2030), {printed}."
    ties = print_history(cited)
    assert [tie.kind for tie in ties] == ([kind] if kind else [])
    assert all(tie.said_by not in {tie.earlier, tie.later} for tie in ties)
