import pytest

from build_scripts.model.law.docket_entries import list_entries


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
        ("(R. Doc. 12)", ("12",)),  # E.D. La.
        ("(Filing No. 21)", ("21",)),  # D. Neb.
        ("[DE #12]", ("12",)),
        ("Docket Entry Nos. 12 and 14", ("12", "14")),
        ("Docs. 12, 14-16", ("12", "14", "15", "16")),  # a plural counts entries
        ("Doc. 14-16", ("14-16",)),  # a singular has attachments
        ("ECF Nos. 3 & 5", ("3", "5")),
        ("Docs. 14 through 16", ("14", "15", "16")),
        ("Dkt. Nos. 3, 5, and 30 days later", ("3", "5")),
        ("filing 12/5/2019", ()),
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
    assert list_entries("motion (no. 8)", brackets=True) == ("8",)
    assert list_entries("motions (#12) and [#13]", brackets=True) == ("12", "13")
    assert list_entries("motions [3, 5, 7]", brackets=True) == ("3", "5", "7")
    assert list_entries("[2]t is", brackets=True) == ()
