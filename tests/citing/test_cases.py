"""Cases by reporter, WL, LEXIS."""

import re

import pytest
from eyecite.tokenizers import default_tokenizer
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reporters_db import EDITIONS

from build_scripts.citing.cases import find_cases, tokenize
from build_scripts.model.citation import CitationKind
from tests.tables import each_row

# text → normal form, name, court, year, pin, docket number
_FULL = [
    # plain
    (
        "Calder v. Jones, 465 U.S. 783, 788 (1984)",
        ("465 U.S. 783", "Calder v. Jones", "scotus", 1984, "788", None),
    ),
    # the note of a pin cite stays
    (
        "Erie R.R. Co. v. Tompkins, 304 U.S. 64, 78 & n.3 (1938)",
        ("304 U.S. 64", "Erie R.R. Co. v. Tompkins", "scotus", 1938, "78 & n.3", None),
    ),
    # a circuit in the Supreme Court's shorthand
    (
        "Gerritsen v. Consulado General De Mexico, 989 F.2d 340 (CA9 1993)",
        ("989 F.2d 340", "Gerritsen v. Consulado General De Mexico", "ca9", 1993, None, None),
    ),
    # signals are no part of a name
    (
        "See, e.g., Ashcroft v. Iqbal, 556 U.S. 662, 678 (2009)",
        ("556 U.S. 662", "Ashcroft v. Iqbal", "scotus", 2009, "678", None),
    ),
    # a docket number is split off the defendant
    (
        "Chow v. Defendant 1, No. C 06-0652 SBA (EMC), 2006 WL 1343597, at *2 (N.D. Cal. 2006)",
        ("2006 WL 1343597", "Chow v. Defendant 1", "cand", 2006, "*2", "C 06-0652 SBA (EMC)"),
    ),
    # spaces left out, curly apostrophe
    (
        "Smith v. Doe, 530 F. App’x 104, 105-06 (3d Cir.2013)",
        ("530 F. App'x 104", "Smith v. Doe", "ca3", 2013, "105-06", None),
    ),
    # abbreviations of table T6 end no sentence, and a name need not begin with a capital
    (
        "(quoting Bell Atl. Corp. v. Twombly, 550 U.S. 544, 570 (2007))",
        ("550 U.S. 544", "Bell Atl. Corp. v. Twombly", "scotus", 2007, "570", None),
    ),
    (
        "It is not. All. for the Wild Rockies v. Cottrell, 632 F.3d 1127 (9th Cir. 2011)",
        ("632 F.3d 1127", "All. for the Wild Rockies v. Cottrell", "ca9", 2011, None, None),
    ),
    (
        "so too injunctions, eBay Inc. v. MercExchange, L.L.C., 547 U.S. 388, 391 (2006)",
        ("547 U.S. 388", "eBay Inc. v. MercExchange, L.L.C.", "scotus", 2006, "391", None),
    ),
    # a procedural name
    (
        "In re Bluetooth Headset Prods. Liab. Litig., 654 F.3d 935 (9th Cir. 2011)",
        ("654 F.3d 935", "In re Bluetooth Headset Prods. Liab. Litig.", "ca9", 2011, None, None),
    ),
    # a ship's name
    (
        "See The Pennsylvania, 86 U.S. 125 (1873)",
        ("86 U.S. 125", "The Pennsylvania", "scotus", 1873, None, None),
    ),
    # California prints the year first
    (
        "People v. Blume (1993) 24 Cal.App.4th 1",
        ("24 Cal. App. 4th 1", "People v. Blume", "calctapp", 1993, None, None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), _FULL)
def test_full_citations(text: str, expected: tuple[object, ...]) -> None:
    (case,) = find_cases(text)
    found = (
        case.normal_form, case.name, case.court, case.year, case.pin_cite, case.docket_number,
    )  # fmt: skip
    assert found == expected
    assert case.kind is CitationKind.CASE


def test_parallels_share_name_and_year() -> None:
    cases = find_cases(
        "Calder v. Jones, 465 U.S. 783, 788, 104 S. Ct. 1482, 79 L.Ed.2d 804 (1984)."
    )
    assert [c.normal_form for c in cases] == ["465 U.S. 783", "104 S. Ct. 1482", "79 L. Ed. 2d 804"]
    assert [c.parallel for c in cases] == [False, True, True]
    assert {(c.name, c.year) for c in cases} == {("Calder v. Jones", 1984)}


def test_a_string_of_cases_is_not_a_parallel_group() -> None:
    cases = find_cases(
        "Calder v. Jones, 465 U.S. 783 (1984); Ashcroft v. Iqbal, 556 U.S. 662 (2009)"
    )
    assert [c.parallel for c in cases] == [False, False]
    assert [c.year for c in cases] == [1984, 2009]


def test_short_forms_take_in_their_name() -> None:
    text = "That is so. See Iqbal, 556 U.S. at 678 n.4."
    (short,) = find_cases(text)
    assert (short.kind, short.name, short.pin_cite) == (CitationKind.SHORT, "Iqbal", "678 n.4")
    assert text[short.start : short.end] == "Iqbal, 556 U.S. at 678 n.4"


@each_row()
def test_what_is_no_case(text: str) -> None:
    assert find_cases(text) == []


def test_a_page_of_many_digits_is_read_to_its_end() -> None:
    token = tokenize(f"see 12 U.S. {'1' * 900} and")[-1]
    assert (token.start, token.end) == (4, 912)


_PIECES = st.one_of(
    st.sampled_from(sorted(EDITIONS)),
    st.integers(0, 999).map(str),
    st.sampled_from(["at ", "(3 Dall.) ", "§", "___", "12345678", "     ", "\n", "word " * 100]),
    st.sampled_from(["see ", "18 U.S.C. § ", "İ", "(1999) ", ", ", "a"]),
)


@given(st.lists(st.tuples(_PIECES, st.sampled_from([" ", ""])), max_size=40))
@settings(max_examples=200)
def test_patterns_match_where_eyecite_itself_has_them_match(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    assume(not re.search(r"[\s\d]{100}", text))  # no reporter has so long a volume
    own = [(token.start, token.end) for token in tokenize(text)]
    assert own == [(token.start, token.end) for _, token in default_tokenizer.tokenize(text)[1]]
