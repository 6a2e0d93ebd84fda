import pytest

from build_scripts.describing.docket_entries import list_entries


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Re: Dkt. No. 7", ("7",)),
        ("Re: ECF Nos. 63 & 64", ("63", "64")),
        ("[ECF No. 38]", ("38",)),
        ("Docket Nos. 140, 143, and 154", ("140", "143", "154")),
        ("(Paper No. 110)", ("110",)),  # D. Md.
        ("(Dkt. # 8)", ("8",)),
        ("(Doc. 30)", ("30",)),
        ("ECF 17", ("17",)),
        ("ECF No. 12-1 at 3", ("12-1",)),
        ("Dkt. 60 at 34", ("60",)),
        ("Case No. 5:17-cv-02541", ()),
        ("No. 96-7170", ()),
        ("the docket shows 3 motions", ()),
    ],
)
def test_list_entries(text: str, expected: tuple[str, ...]) -> None:
    assert list_entries(text) == expected


def test_bare_brackets_only_where_asked() -> None:
    assert list_entries("motion [3]") == ()
    assert list_entries("motion [3]", brackets=True) == ("3",)
    assert list_entries("[2]t is", brackets=True) == ()
