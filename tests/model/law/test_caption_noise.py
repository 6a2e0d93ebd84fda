import pytest

from build_scripts.model.law.caption_noise import (
    blank_noise,
    is_noise_line,
    mark_column,
    mark_noise,
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        # a docket number of the other column, amid the sides
        ("JANE ROE v. Civil Action No. 3:24-cv-326-XYZ BOLT COMPANY", "JANE ROE v. BOLT COMPANY"),
        # the number of a union is its name's
        ("Lock Tenders Local No. 16 v. Roe", "Lock Tenders Local No. 16 v. Roe"),
        # the court, in two columns that ran together
        ("JANE ROE : IN THE SUPERIOR COURT OF PENNSYLVANIA", "JANE ROE"),
        # the court as a party
        (
            "JANE ROE v. SUPERIOR COURT OF KINGS COUNTY, Respondent",
            "JANE ROE v. SUPERIOR COURT OF KINGS COUNTY, Respondent",
        ),
        # a stamp
        ("JANE ROE FILED May 3, 2011", "JANE ROE"),
        # a day of the matter's own name
        ("a Warrant Issued on May 3, 2011", "a Warrant Issued on May 3, 2011"),
        # the paper's title
        ("v. ORDER ON MOTION TO DISMISS JOHN POE", "v. JOHN POE"),
        # the order that a matter is about
        ("UNITED STATES FOR AN ORDER AUTHORIZING", "UNITED STATES FOR AN ORDER AUTHORIZING"),
        # where the decision itself is cited
        ("People v Roe 2019 NY Slip Op 50123(U)", "People v Roe"),
    ],
)
def test_noise_is_no_name(text: str, kept: str) -> None:
    assert " ".join(blank_noise(text).split()) == kept
    assert len(mark_noise(text)) == len(text)


@pytest.mark.parametrize(
    ("line", "noise"),
    [
        ("CUMBERLAND, ss.", True),
        ("By: Pat Roe, Esq.", True),
        ("JANE ROE,", False),
        ("STATE OF OHIO,", False),
    ],
)
def test_lines_without_names(line: str, noise: bool) -> None:
    assert is_noise_line(mark_noise(line)) is noise


def test_what_stands_right_of_a_rule_is_another_column() -> None:
    lines = ["JANE ROE, ) Appeal from the", ") Circuit Court", "Plaintiff, ) Kings County"]
    marked = [line.replace("\x00", "") for line in mark_column(lines)]
    assert [line.strip() for line in marked] == ["JANE ROE,", "", "Plaintiff,"]
    assert mark_column(lines[:2]) == lines[:2]  # two rules draw no column
