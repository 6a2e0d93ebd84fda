"""Where authorities stand: runs are fixed, whatever else is cited."""

import pytest

from build_scripts.archive.authority_places import find_place, place_authorities
from build_scripts.model.archive import Authority, AuthorityKind, Mention
from tests.tables import each_row

K = AuthorityKind


def make(kind: AuthorityKind, form: str, court: str | None = None, orders: int = 1) -> Authority:
    mentions = tuple(Mention(number, 0) for number in range(orders))
    return Authority(kind, "slug", (form,), None, court, None, None, mentions)


@pytest.mark.parametrize(
    ("authority", "place", "why"),
    [
        (
            make(K.CASE, "433 F.3d 1199"),
            "f3d/420-439#433-1199",
            "twenty volumes of a federal reporter",
        ),
        (make(K.CASE, "5 U.S. 137"), "us/1-49#5-137", "no volume is 0"),
        (make(K.CASE, "195 F. Supp. 3d 1098"), "fsupp3d/100-199#195-1098", "a hundred of another"),
        (make(K.CASE, "12 Cal. App. 5th 200"), "calapp5th#12-200", "a reporter of a state"),
        (make(K.CASE, "2017 WL 2391756"), "wl/2017#2391756", "a year is the volume"),
        (make(K.CASE, "2022-NCSC-1"), "reporters/n#ncsc-2022-1", "a neutral citation with hyphens"),
        (make(K.CASE, "2025 UT 46"), "reporters/u#ut-2025-46", "one with blanks"),
        (
            make(K.CASE, "2019 U.S. Dist. LEXIS 1234"),
            "reporters/u#usdistlexis-2019-1234",
            "a database",
        ),
        (make(K.CASE, "No. 5:17-cv-02540", "cand"), "dockets#cand-no-5-17-cv-02540", "a docket"),
        (make(K.CASE, "No. 12-55"), "dockets#other-no-12-55", "one of a court not known"),
        (make(K.STATUTE, "28 U.S.C. § 1331"), "usc/28#1331", "a title"),
        (
            make(K.STATUTE, "Cal. Penal Code § 632"),
            "states/cal#cal-penal-code-632",
            "a state's code",
        ),
        (make(K.STATUTE, "100 Stat. 1848"), "other/s#stat-100-1848", "session laws"),
        (make(K.REGULATION, "29 C.F.R. § 825.100"), "cfr/29#825-100", "a part with its section"),
        (make(K.RULE, "Fed. R. Civ. P. 26"), "frcp#26", "as courts shorten it"),
        (
            make(K.RULE, "Civ. L.R. 7-1 (N.D. Cal.)"),
            "local-rules#civ-l-r-n-d-cal-7-1",
            "a court's own rules",
        ),
        (make(K.RULE, "9th Cir. R. 36-3"), "other/9#9th-cir-r-36-3", "a court named by number"),
        (make(K.CONSTITUTION, "U.S. Const. amend. IV"), "us-const#amend-iv", "no number"),
        (make(K.OTHER, "124 Harv. L. Rev. 1082"), "other/h#harv-l-rev-124-1082", "a review"),
        (make(K.OTHER, "Restatement of Torts"), "other/r#restatement-of-torts", "no number at all"),
        (make(K.OTHER, "§§§"), "other/u#unnamed", "nothing to be named by"),
    ],
)
def test_an_authority_stands_in_its_run(authority: Authority, place: str, why: str) -> None:
    found = find_place(authority)
    assert f"{found.run}#{found.anchor}" == place, why


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
