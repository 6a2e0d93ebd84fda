import datetime

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.archive.judges import identify_judges
from build_scripts.model.archive import Facet
from build_scripts.model.description import Judge
from tests.archive.conftest import make_order
from tests.tables import as_instance, each_row

MAGISTRATE = "United States Magistrate Judge"
DISTRICT = "United States District Judge"


def judge(name: str | None = None, initials: str | None = None, title: str | None = None) -> Judge:
    return Judge(name, title, initials)


@each_row(first=as_instance(judge), second=as_instance(judge))
def test_one_judge_or_two(first: Judge, second: Judge, same: bool) -> None:
    (one,), (other,) = identify_judges(
        [make_order("a", judges=(first,)), make_order("b", judges=(second,))]
    )
    assert (one.slug == other.slug) is same


def test_initials_that_fit_two_judges_join_neither() -> None:
    identities = identify_judges(
        [
            make_order("a", judges=(judge("Amelia B. Cartwright"),)),
            make_order("b", judges=(judge("Andrew Bell Crane"),)),
            make_order("c", judges=(judge(None, "ABC"),)),
        ]
    )
    assert len({one.slug for several in identities for one in several}) == 3
    assert identities[2][0].label == "ABC (N.D. Cal.)"


def test_surnames_of_two_courts_stay_apart() -> None:
    (one,), (other,) = identify_judges(
        [
            make_order("a", judges=(judge("Cartwright"),), court="ca9"),
            make_order("b", judges=(judge("Cartwright"),), court="cand"),
        ]
    )
    assert (one.label, other.label) == ("Cartwright (9th Cir.)", "Cartwright (N.D. Cal.)")
    assert one.slug != other.slug


def test_the_fullest_form_names_the_page() -> None:
    archive = catalogue_orders(
        [
            make_order("a", judges=(judge("Cartwright"),)),
            make_order("b", judges=(judge("Amelia B. Cartwright"),), title="Another"),
        ]
    )
    (group,) = archive.groups[Facet.JUDGE]
    assert (group.slug, group.label) == ("amelia-b-cartwright", "Amelia B. Cartwright")
    assert group.members == (0, 1)
    assert {one.judge_slugs for one in archive.orders} == {("amelia-b-cartwright",)}


def test_office_tells_which_of_two_judges_of_a_surname() -> None:
    names = [
        judge("Amelia B. Oakes", title=MAGISTRATE),
        judge("Xenia Oakes", title=DISTRICT),
        judge("Oakes", title="Magistrate Judge"),
        judge("Oakes"),
        judge("Oakes", "XO"),
    ]
    orders = [make_order(str(place), judges=(name,)) for place, name in enumerate(names)]
    magistrate, district, by_office, unknown, by_initials = (
        one.slug for (one,) in identify_judges(orders)
    )
    assert by_office == magistrate != district
    assert by_initials == district
    assert unknown not in (magistrate, district)


def test_a_surname_a_century_later_is_somebody_else() -> None:
    days = [datetime.date(1901, 5, 6), datetime.date(2031, 5, 6), datetime.date(1925, 5, 6)]
    names = [judge("Amelia B. Oakes"), judge("Oakes"), judge("A. Oakes")]
    orders = [
        make_order(str(place), judges=(name,), date=day)
        for place, (name, day) in enumerate(zip(names, days, strict=True))
    ]
    first, later, sooner = (one.slug for (one,) in identify_judges(orders))
    assert first == sooner != later


def test_two_judges_of_one_surname_are_told_apart_by_their_labels() -> None:
    names = [judge("Oakes", title=DISTRICT), judge("Oakes", title=MAGISTRATE)]
    orders = [make_order(str(place), judges=(name,)) for place, name in enumerate(names)]
    assert [one.label for (one,) in identify_judges(orders)] == [
        "Oakes, district judge (N.D. Cal.)",
        "Oakes, magistrate judge (N.D. Cal.)",
    ]


def test_joins_are_listed_with_their_reasons() -> None:
    names = [
        judge("Amelia B. Oakes", "ABO", MAGISTRATE),
        judge("AMELIA B OAKES"),  # a spelling, no other name
        judge("A. B. Oakes"),
        judge("Oakes", title="Magistrate Judge"),
        judge(None, "ABO"),
        judge("Bertha Vale"),
    ]
    orders = [
        make_order(str(place), judges=(name,), title=f"Order {place}")
        for place, name in enumerate(names)
    ]
    (join,) = catalogue_orders(orders).judge_joins
    assert (join.slug, join.label) == ("amelia-b-oakes", "Amelia B. Oakes")
    assert [(one.printed, one.orders, one.why) for one in join.variants] == [
        ("Amelia B. Oakes", 2, "the fullest name"),
        ("A. B. Oakes", 1, "a shorter form of it in N.D. Cal."),
        ("ABO", 1, "the only judge in N.D. Cal. whose dockets or name bear ABO"),
        ("Oakes", 1, "the only judge of this surname and office in N.D. Cal."),
    ]
