from build_scripts.archive.docket_key import DocketKey, read_docket_key, slug_of_docket_number
from build_scripts.model.description import DocketNumber
from tests.tables import as_instance, each_row


@each_row(key=as_instance(DocketKey))
def test_printed_numbers(text: str, key: DocketKey | None) -> None:
    assert read_docket_key(text) == key


@each_row(number=as_instance(DocketNumber))
def test_slugs_leave_out_initials(number: DocketNumber, slug: str) -> None:
    assert slug_of_docket_number(number, ()) == slug


def test_an_office_is_filled_in_only_where_one_fits() -> None:
    bare = DocketNumber("22-cv-1985", None, 2022, "cv", 1985)
    san_francisco, san_jose = DocketKey(2022, 1985, "cv", "3"), DocketKey(2022, 1985, "cv", "5")
    assert slug_of_docket_number(bare, [san_francisco]) == "3-22-cv-01985"
    assert slug_of_docket_number(bare, [san_francisco, san_jose]) == "22-cv-01985"
