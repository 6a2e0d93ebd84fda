"""Floors: prose rendered in every form comes back whole. They only rise.

About 300 renderings of one seed; `python -m tools.evaluation --renderings` measures more of them.
"""

from functools import partial

import pytest

from tests.made_once import compute_once
from tools.evaluation.measure import Counts
from tools.evaluation.renderings import DIGITAL, measure_renderings

pytestmark = pytest.mark.slow

SEED = 20
COUNT = 300
SCANS = 2  # a page of a scan takes seconds
FORMS = ("pleading PDF", "slip opinion PDF", "layout text", "tool Markdown", "HTML")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counts]:
    measure = partial(measure_renderings, SEED, COUNT, SCANS)
    return compute_once(tmp_path_factory, "renderings", measure)


def test_three_hundred_renderings_are_all_read_and_cleaned(table: dict[str, Counts]) -> None:
    """Nothing below is measured on fewer; conservation of words holds on all of them."""
    assert table[DIGITAL].renderings >= COUNT
    assert sum(counts.failed for counts in table.values()) == 0


def test_line_numbers_leave_and_no_other_number_does(table: dict[str, Counts]) -> None:
    """Years, statutes, amounts, list numbers and "1" to "28" in prose stay."""
    assert table[DIGITAL].numbers > 15_000
    assert table[DIGITAL].precision >= 0.999
    assert table[DIGITAL].recall >= 0.999


@pytest.mark.parametrize("form", FORMS)
def test_the_body_comes_back_word_for_word(table: dict[str, Counts], form: str) -> None:
    """Words lost, changed, and left over from furniture, captions or notes all count."""
    assert table[form].word_error <= 0.001


@pytest.mark.parametrize("form", FORMS)
def test_paragraphs_begin_where_their_author_began_them(
    table: dict[str, Counts], form: str
) -> None:
    assert table[form].break_f1 >= 0.99


@pytest.mark.parametrize("form", FORMS)
def test_footnotes_are_whole_and_tied_to_their_place(table: dict[str, Counts], form: str) -> None:
    assert table[DIGITAL].notes > 400
    assert table[form].tied >= 0.98


@pytest.mark.parametrize("form", FORMS)
def test_sentences_run_on_over_page_ends(table: dict[str, Counts], form: str) -> None:
    """Tool Markdown says nothing of a page's end but where its numbers begin anew."""
    assert table[DIGITAL].page_ends > 300
    assert table[DIGITAL].joined >= 0.995
    assert table[form].joined >= (0.98 if form == "tool Markdown" else 0.995)


@pytest.mark.parametrize("form", FORMS)
def test_headings_and_quotations_are_told(table: dict[str, Counts], form: str) -> None:
    """Tool Markdown can lose what set a quotation apart, all but the words that lead to it."""
    assert table[DIGITAL].kinds > 500
    assert (
        table[form].kinds_right >= (0.93 if form == "tool Markdown" else 0.98) * table[form].kinds
    )


def test_titles_come_out_of_the_caption(table: dict[str, Counts]) -> None:
    assert table[DIGITAL].titles_right >= 0.98 * table[DIGITAL].renderings


def test_word_processor_files_lose_nothing(table: dict[str, Counts]) -> None:
    files = [counts for form, counts in table.items() if form.startswith("word file")]
    assert len(files) == 3
    assert all(counts.edits == 0 for counts in files)
    assert all(counts.tied == 1.0 for counts in files)


def test_scans_can_be_read(table: dict[str, Counts]) -> None:
    """At 200 dpi with grain, specks, blur and skew. Notes and page ends are still to rise."""
    assert table["scan"].word_error <= 0.03
    assert table["scan"].break_f1 >= 0.93
    assert table["scan"].tied >= 0.5
