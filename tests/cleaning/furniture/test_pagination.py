"""Pages are numbered by the best evidence that the form left."""

from build_scripts.cleaning.furniture.marks import find_marks
from build_scripts.cleaning.furniture.pagination import number_pages
from build_scripts.cleaning.lines import Line
from build_scripts.model.clean_order import EcfStamp

BODY = [f"words of line {n}" for n in range(10)]


def number_texts(texts: list[str]) -> list[int]:
    lines = [Line(number, text) for number, text in enumerate(texts, start=1)]
    return [line.page for line in number_pages(lines, {}, [], find_marks(lines))]


def test_stamps_number_the_pages() -> None:
    lines = [Line(n, text) for n, text in enumerate(["", *BODY, "", *BODY], start=1)]
    stamps = {
        0: EcfStamp("1:20-cv-1", "5", None, 3, 9),
        11: EcfStamp("1:20-cv-1", "5", None, 4, 9),
    }
    pages = [line.page for line in number_pages(lines, stamps, [], [])]
    assert pages == [3] * 11 + [4] * 11


def test_pages_end_at_stamps_at_their_foot() -> None:
    # Their text is above: a stamp was taken for the head of the page below it.
    lines = [Line(n, text) for n, text in enumerate([*BODY, "", *BODY, "", ""], start=1)]
    stamps = {
        10: EcfStamp("1:20-cv-1", "5", None, 1, 2),
        21: EcfStamp("1:20-cv-1", "5", None, 2, 2),
    }
    pages = [line.page for line in number_pages(lines, stamps, [], [])]
    assert pages[:22] == [1] * 11 + [2] * 11


def test_numbered_running_heads_begin_pages() -> None:
    texts = [*BODY, "2     ROE V. DOE", *BODY, "ROE V. DOE     3", *BODY]
    assert number_texts(texts) == [1] * 10 + [2] * 11 + [3] * 11


def test_lone_page_numbers_end_pages() -> None:
    number = " " * 40
    texts = [*BODY, f"{number}1", *BODY, f"{number}2", *BODY]
    assert number_texts(texts) == [1] * 11 + [2] * 11 + [3] * 10


def test_an_unnumbered_first_page_ends_after_its_notes() -> None:
    # 9th Cir. memoranda: no number on the first page, asterisk notes at its foot
    first = [*BODY, "      *", "   This disposition is not precedent.", ""]
    texts = [*first, *BODY, f"{' ' * 40}2", *BODY]
    assert number_texts(texts) == [1] * 13 + [2] * 11 + [3] * 10


def test_numbers_above_their_pages_begin_them() -> None:
    lines = [f"words of line {n} that go on" for n in range(10)]
    texts = [*lines, "", "2", *lines, "", "3", *lines, "", "4", *lines]
    assert number_texts(texts) == [1] * 11 + [2] * 12 + [3] * 12 + [4] * 11


def test_an_unnumbered_first_page_ends_at_the_gap_above_a_page_of_usual_length() -> None:
    lines = [f"words of line {n} that go on" for n in range(10)]
    feet = [text for n in (2, 3, 4) for text in (*lines, str(n), "")]
    assert number_texts([*lines, "", *feet]) == [1] * 11 + [2] * 12 + [3] * 12 + [4] * 12
