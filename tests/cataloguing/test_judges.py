from collections.abc import Callable

import pytest

from build_scripts.cataloguing.catalogue import catalogue_orders
from build_scripts.cataloguing.judges import identify_judges
from build_scripts.model.archive import Facet
from build_scripts.model.description import Judge
from build_scripts.model.order import Order


def judge(name: str | None, initials: str | None = None) -> Judge:
    return Judge(name, None, initials)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (judge("Amelia B. Cartwright"), judge("AMELIA B CARTWRIGHT"), True),  # case and dots
        (judge("Amelia B. Cartwright"), judge("Amelia Cartwright"), True),  # no middle initial
        (judge("Amelia B. Cartwright"), judge("A. Cartwright"), True),
        (judge("Amelia B. Cartwright"), judge("Cartwright"), True),  # an opinion's surname
        (judge("Amelia B. Cartwright"), judge(None, "ABC"), True),  # docket initials
        (judge("Amelia Cartwright", "ABC"), judge(None, "ABC"), True),  # initials of a stamp
        (judge("Amelia B. Cartwright"), judge("Amelia D. Cartwright"), False),
        (judge("Amelia B. Cartwright"), judge("Bertha Cartwright"), False),
        (judge("Amelia B. Cartwright"), judge(None, "XYZ"), False),
        (judge("Ben Oakes Jr."), judge("Ben Oakes"), True),
    ],
)
def test_one_judge_or_two(
    first: Judge, second: Judge, same: bool, make_order: Callable[..., Order]
) -> None:
    (one,), (other,) = identify_judges(
        [make_order("a", judges=(first,)), make_order("b", judges=(second,))]
    )
    assert (one.slug == other.slug) is same


def test_initials_that_fit_two_judges_join_neither(make_order: Callable[..., Order]) -> None:
    identities = identify_judges(
        [
            make_order("a", judges=(judge("Amelia B. Cartwright"),)),
            make_order("b", judges=(judge("Andrew Bell Crane"),)),
            make_order("c", judges=(judge(None, "ABC"),)),
        ]
    )
    assert len({one.slug for several in identities for one in several}) == 3
    assert identities[2][0].label == "ABC (N.D. Cal.)"


def test_surnames_of_two_courts_stay_apart(make_order: Callable[..., Order]) -> None:
    (one,), (other,) = identify_judges(
        [
            make_order("a", judges=(judge("Cartwright"),), court="ca9"),
            make_order("b", judges=(judge("Cartwright"),), court="cand"),
        ]
    )
    assert (one.label, other.label) == ("Cartwright (9th Cir.)", "Cartwright (N.D. Cal.)")
    assert one.slug != other.slug


def test_the_fullest_form_names_the_page(make_order: Callable[..., Order]) -> None:
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
