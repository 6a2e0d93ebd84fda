import pytest

from build_scripts.archive.docket_key import (
    DocketKey,
    read_docket_key,
    slug_of_docket_number,
)
from build_scripts.model.description import DocketNumber


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("No. 5:31-cv-01234-ABC", DocketKey(2031, 1234, "cv", "5")),
        ("31-cv-1234", DocketKey(2031, 1234, "cv")),  # no office, no leading zeros
        ("3:31-CV-01234", DocketKey(2031, 1234, "cv", "3")),
        ("C 06-0652 SBA (EMC)", DocketKey(2006, 652, "cv")),  # the older form of N.D. Cal.
        ("Crim. 98-12", DocketKey(1998, 12, "cr")),
        (
            "05 Civ. 4567 (ABC)",
            DocketKey(2005, 4567, "cv"),
        ),  # S.D.N.Y. before its numbers had colons
        ("08 C 5123", DocketKey(2008, 5123, "cv")),  # N.D. Ill.
        ("CV05-00123-ABC-DEFx", DocketKey(2005, 123, "cv")),  # C.D. Cal.
        ("96-7169", DocketKey(1996, 7169)),  # a court of appeals
        ("2021-NCSC-57", None),  # a neutral citation
        ("Dkt. No. 17", None),  # an entry, not a docket
        ("", None),
    ],
)
def test_printed_numbers(text: str, key: DocketKey | None) -> None:
    assert read_docket_key(text) == key


@pytest.mark.parametrize(
    ("number", "slug"),
    [
        (DocketNumber("5:17-cv-2540-HRL", "5", 2017, "cv", 2540, "HRL"), "5-17-cv-02540"),
        (DocketNumber("96-7169", year=1996, serial=7169), "96-7169"),
        (DocketNumber("A-12/B (Super. Ct.)"), "a-12-b-super-ct"),  # fits no known form
    ],
)
def test_slugs_leave_out_initials(number: DocketNumber, slug: str) -> None:
    assert slug_of_docket_number(number, ()) == slug


def test_an_office_is_filled_in_only_where_one_fits() -> None:
    bare = DocketNumber("22-cv-1985", None, 2022, "cv", 1985)
    san_francisco, san_jose = DocketKey(2022, 1985, "cv", "3"), DocketKey(2022, 1985, "cv", "5")
    assert slug_of_docket_number(bare, [san_francisco]) == "3-22-cv-01985"
    assert slug_of_docket_number(bare, [san_francisco, san_jose]) == "22-cv-01985"
