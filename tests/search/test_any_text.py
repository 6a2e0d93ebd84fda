"""Nothing that a person types is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytestmark = pytest.mark.slow

PIECES = (
    'AND|OR|NOT|-|(|)|"|“|”|/5|/s|/p|w/3|/0|/999|judge:|court:|case:|title:|cites:|disposition:|'
    "motion:|docket:|before:|after:|year:|cited:|cited by here|*|!|&|||:|^|+|{|}|[|]|;|--|'|%|\\|"
    "+5|+s|+p|+0|atleast2(|atleast999(|outcome:|outcome:granted|outcome:(|has:|has:footnotes|moot|"
    "NEAR|NEAR(|discovery|discover*|motion|the|2024|2024-05|5/31/2024|17-cv-2540|C 17-02540 HRL|"
    "433 F.3d 1199|28 U.S.C. § 1331|Rule 12(b)(6)|§|é|日本|\x00|\x02|\ud7ff|\u00ad|½|ﬁ|İ|٣|😀|zzall|"
    "zzcourt0|dk17cv2540own|rowid|x|n|SELECT|%s|granted|N.D. Cal.|-|…| |  |\n|\t"
).split("|")


def answer(searchable, text):
    chosen = ["zzcourt0"] if len(text) % 7 == 0 else []
    found = searchable.engine.search(text, 1, chosen=chosen)
    assert found.read_as
    assert 0 <= found.total <= len(searchable.records)
    return found


@pytest.mark.parametrize("form", ["{}", "-{} -moot", "granted {} moot", '"{}"', "({}", "{}*"])
def test_every_sign_in_each_place(specimens, form):
    """Every search goes to the database, which is the judge of its syntax."""
    for piece in PIECES:
        answer(specimens, form.format(piece))


@given(st.text(max_size=60))
def test_any_text_at_all(specimens, text):
    answer(specimens, text)


@given(
    st.builds(str.join, st.sampled_from(["", " "]), st.lists(st.sampled_from(PIECES), max_size=12))
)
def test_answers_have_a_reading_results_and_marks_in_their_place(specimens, text):
    found = specimens.engine.search(text, 3)
    assert found.read_as
    assert len(found.hits) == min(3, found.total)
    for hit in found.hits:
        for excerpt in hit.excerpts:
            spans = excerpt.marks
            assert all(0 <= start < end <= len(excerpt.text) for start, end in spans)
            assert list(spans) == sorted(spans)


def test_long_and_deep_searches(specimens):
    for text in (
        "(" * 5000,
        "a OR " * 500,
        '"' * 999,
        "-" * 999,
        "(a OR (b AND " * 200,
        "a /5 " * 300,
    ):
        assert len(answer(specimens, text).notes) < 10
    words = " OR ".join(f"w{n}" for n in range(30))
    assert "w29" in answer(specimens, words).read_as
