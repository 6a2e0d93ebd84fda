from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.law.short_words import SHORT_WORDS
from build_scripts.pages.cite.case_name import cite_case_name
from tests.tables import each_row


@each_row()
def test_names_as_cited(name: str, cited: str) -> None:
    assert cite_case_name(name) == cited


@given(st.text(st.sampled_from("Department of &{}\\\n\u2028\ud800vCo.s,;-’ "), max_size=60))
def test_any_name_is_one_printable_line_and_cited_alike_twice(name: str) -> None:
    cited = cite_case_name(name)
    assert cited == " ".join(cited.split())
    cited.encode()
    assert cite_case_name(cited) == cite_case_name(cite_case_name(cited))


def test_the_table_shortens() -> None:
    assert all(len(short) < len(word) for word, short in SHORT_WORDS.items())
    assert all(word == word.lower() for word in SHORT_WORDS)
