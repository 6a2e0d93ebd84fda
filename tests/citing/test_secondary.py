import pytest

from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite

K = CitationKind


@pytest.mark.parametrize(
    ("text", "form", "pin"),
    [
        ("1986 U.S.C.C.A.N. 3555, 3557", "1986 U.S.C.C.A.N. 3555", "3557"),
        ("1968 U.S.Code Cong. & Admin.News 2112", "1968 U.S.C.C.A.N. 2112", None),
        ("1968 U.S. Code Cong. & Ad. News at 2178", "1968 U.S.C.C.A.N.", "2178"),
        ("88 Cong.Rec. 9270", "88 Cong. Rec. 9270", None),
        ("131 Cong. Rec. S11,795", "131 Cong. Rec. S11,795", None),
        ("6 U.S.T. 2274, 2278-79", "6 U.S.T. 2274", "2278-79"),
        ("1019 U.N.T.S. 175", "1019 U.N.T.S. 175", None),
        ("6 Op.Atty.Gen. 326", "6 Op. Att'y Gen. 326", None),
        ("SSR 16-3p", "SSR 16-3p", None),
        ("Social Security Ruling 96-8p", "SSR 96-8p", None),
        ("MPEP § 2106.04", "MPEP § 2106.04", None),
        ("Notice 2014-7", "I.R.S. Notice 2014-7", None),
        ("3 Collier on Bankruptcy ¶ 362.12", "Collier on Bankruptcy ¶ 362.12", None),
        (
            "SEC Staff Accounting Bulletin No. 99",
            "SEC Staff Accounting Bulletin No. 99",
            None,
        ),
        ("Rev. Rul. 64-338", "Rev. Rul. 64-338", None),
        ("Restatement (Second) of Torts § 652B", "Restatement (Second) of Torts § 652B", None),
        (
            "Restatement (Third) of the Law Governing Lawyers § 75",
            "Restatement (Third) of the Law Governing Lawyers § 75",
            None,
        ),
        (
            "13D Charles Alan Wright & Arthur R. Miller, Federal Practice and Procedure § 3567",
            "Wright & Miller, Federal Practice and Procedure § 3567",
            None,
        ),
        ("45 C.J.S. Insurance § 854", "45 C.J.S. Insurance § 854", None),
        ("22 Am. Jur. 2d, False Pretenses, § 19", "22 Am. Jur. 2d False Pretenses § 19", None),
    ],
)
def test_secondary_sources(text: str, form: str, pin: str | None) -> None:
    (found,) = cite(f"See {text}.")
    assert (found.kind, found.text, found.normal_form, found.pin_cite) == (K.OTHER, text, form, pin)


def test_a_page_of_the_same_year_s_news_goes_back_to_it() -> None:
    *_, short = cite("See 1986 U.S.C.C.A.N. 3555, 3557. It says so. 1986 U.S.C.C.A.N. at 3566.")
    assert (short.kind, short.antecedent) == (K.SHORT, "1986 U.S.C.C.A.N. 3555")


def test_a_restatement_s_section_is_none_of_a_statute() -> None:
    text = "42 U.S.C. § 652 applies. See Restatement (Second) of Torts § 652."
    assert [c.kind for c in cite(text)] == [K.STATUTE, K.OTHER]


def test_a_series_of_initials_is_no_treaty() -> None:
    assert [c.kind for c in cite("He paid 6 U.S. Treasury notes and 12 I.L. Mason bonds.")] == []


def test_a_ruling_s_wl_number_is_no_case() -> None:
    ruling, number = cite(
        "Symptoms are weighed. SSR 16-3p, 2017 WL 5180304, at *2 (Oct. 25, 2017)."
    )
    assert (number.kind, number.authority) == (K.OTHER, ruling.authority)
