from build_scripts.model.law.docket_entries import list_entries
from tests.tables import as_tuples, each_row


@each_row(expected=as_tuples)
def test_list_entries(text: str, expected: tuple[str, ...]) -> None:
    assert list_entries(text) == expected


def test_bare_brackets_only_where_asked() -> None:
    assert list_entries("motion [3]") == ()
    assert list_entries("motion [3]", brackets=True) == ("3",)
    assert list_entries("motion (no. 8)", brackets=True) == ("8",)
    assert list_entries("motions (#12) and [#13]", brackets=True) == ("12", "13")
    assert list_entries("motions [3, 5, 7]", brackets=True) == ("3", "5", "7")
    assert list_entries("[2]t is", brackets=True) == ()
