"""Cases by reporter, WL, LEXIS."""

import re

from eyecite.tokenizers import default_tokenizer
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reporters_db import EDITIONS

from build_scripts.citing.cases import find_cases, tokenize
from build_scripts.model.citation import CitationKind
from tests.tables import each_row, none_if_empty

# text → normal form, name, court, year, pin, docket number


@each_row(expected=none_if_empty)
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
