import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.law.short_words import SHORT_WORDS
from build_scripts.pages.cite.case_name import cite_case_name

NAMES = (
    ("Quill International Corporation v. Heron Company", "Quill Int’l Corp. v. Heron Co."),
    ("Ostrich Breeders Association v. Department of Commerce",
     "Ostrich Breeders Ass’n v. Dep’t of Commerce"),
    ("United States v. Lantern Services, Inc.", "United States v. Lantern Servs., Inc."),
    ("UNITED STATES v. SMITH", "UNITED STATES v. SMITH"),
    # an initial parts no sides
    ("Anton V. Quill v. Heron Company", "Anton V. Quill v. Heron Co."),
    ("ANTON QUILL V. HERON COMPANY", "ANTON QUILL v. HERON Co."),
    ("In re Heron Securities Litigation", "In re Heron Sec. Litig."),
    ("In the Matter of Heron Industries", "In re Heron Indus."),
    ("IN RE: Heron Steel Company", "In re Heron Steel Co."),
    ("ex parte Ostrich", "Ex parte Ostrich"),
    ("Quill Company, et al. v. Does 1-10, et al.", "Quill Co. v. Does 1-10"),
    ("Heron Savings Bank, National Association v. Roe", "Heron Sav. Bank, N.A. v. Roe"),
    # one word is a surname, or would be all short form
    ("School v. Board", "School v. Board"),
    # printed short forms, and words that only look like the table's
    ("Ostrich Corp. v. Int’l Heron Ass’n", "Ostrich Corp. v. Int’l Heron Ass’n"),
    ("Self-Service Laundry v. Federal-Heron Works", "Self-Serv. Laundry v. Federal-Heron Works"),
    ("Quill Ltd.\n v.\n\tHeron  Fund", "Quill Ltd. v. Heron Fund"),
    ("Łódź Ost\u202erich v. Møller", "Łódź Ost rich v. Møller"),
    ("", ""),
    ("v.", "v."),
    ("In re", "In re"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "cited"), NAMES)
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
