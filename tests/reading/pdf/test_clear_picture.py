"""Each step of clearing a scan's picture, on pictures made here."""

from itertools import pairwise

import pytest
from PIL import Image, ImageDraw, ImageFont

from build_scripts.reading.external.tesseract import RecognisedWord, recognise_page
from build_scripts.reading.pdf.bullets import correct_bullet
from build_scripts.reading.pdf.clear_picture import even_shade, measure_turn, remove_specks
from build_scripts.reading.pdf.ocr_lines import gather_ocr_lines, measure_body
from build_scripts.reading.pdf.raised_marks import find_marks, read_marks
from build_scripts.reading.pdf.scan import correct_lookalikes, reread_lines
from tests.tables import each_row

SENTENCE = "The motion is granted in part and denied in part."


def draw_lines(size: int = 42) -> Image.Image:
    image = Image.new("L", (1400, 800), 255)
    pen = ImageDraw.Draw(image)
    for row in range(6):
        pen.text((100, 80 + 100 * row), SENTENCE, font=ImageFont.load_default(size), fill=0)
    return image


def make_word(text: str, left: int, top: int, width: int, height: int) -> RecognisedWord:
    return RecognisedWord(text, left, top, width, height, 90.0, 1, 1, 1)


def recognise(image: Image.Image) -> tuple[RecognisedWord, ...]:
    return recognise_page(image)


def test_grey_paper_becomes_white_and_ink_stays_dark() -> None:
    shaded = Image.blend(draw_lines(), Image.linear_gradient("L").resize((1400, 800)), 0.3)
    evened = even_shade(shaded)
    assert all(evened.getpixel((x, y)) > 230 for x in (20, 1380) for y in (60, 780))  # type: ignore[operator]
    assert evened.histogram()[:120] != [0] * 120


def test_specks_leave_and_points_stay() -> None:
    image = Image.new("L", (300, 300), 255)
    image.paste(0, (50, 50, 52, 52))  # a speck at 200 dpi
    image.paste(0, (100, 50, 104, 54))  # the point of 12-point type
    image.paste(0, (150, 50, 152, 90))  # a stroke
    image.paste(0, (154, 92, 156, 94))  # a speck that stands beside it
    cleaned = remove_specks(image, 200)
    kept = image.copy()
    kept.paste(255, (50, 50, 52, 52))
    kept.paste(255, (154, 92, 156, 94))
    assert cleaned.tobytes() == kept.tobytes()


@pytest.mark.parametrize("lean", [-2.2, -0.7, 0.0, 0.35, 1.0])
def test_the_turn_of_leaning_lines_is_measured(lean: float) -> None:
    leaning = draw_lines().rotate(lean, Image.Resampling.BICUBIC, fillcolor=255)
    assert measure_turn(leaning) == pytest.approx(-lean, abs=0.11)


def test_a_blank_page_is_not_turned() -> None:
    assert measure_turn(Image.new("L", (900, 1200), 255)) == 0.0


def test_lines_have_one_baseline_whatever_their_words_reach() -> None:
    lines = gather_ocr_lines(recognise(draw_lines()))
    assert len(lines) == 6
    pitches = [below.base - line.base for line, below in pairwise(lines)]
    assert pitches == pytest.approx([100] * 5, abs=2)
    assert measure_body(lines) == pytest.approx(42, rel=0.15)


def test_boxes_that_reach_over_the_next_word_end_there() -> None:
    (line,) = gather_ocr_lines([make_word("Page", 0, 0, 300, 40), make_word("1", 100, 0, 20, 40)])
    assert [word.width for word in line.words] == [100, 20]


@pytest.mark.parametrize("marks", ["23", "12"])
def test_a_raised_mark_is_read_and_a_quotation_mark_is_not(marks: str) -> None:
    image = Image.new("L", (1400, 400), 255)
    pen = ImageDraw.Draw(image)
    font, small = ImageFont.load_default(48), ImageFont.load_default(30)
    for row, mark in enumerate(marks):
        text = 'The Court has read "the papers."'
        pen.text((100, 80 + 120 * row), text, font=font, fill=0)
        end = 100 + font.getlength(text)
        pen.text((end + 3, 78 + 120 * row), mark, font=small, fill=0)
    lines = gather_ocr_lines(recognise(image))
    left, read = read_marks(image, lines)
    assert [mark.text for mark, _ in read] == list(marks)
    assert [line.words[-1].text[:7] for line in left] == ["papers.", "papers."]
    assert all(line.words[-1].text[7:] in ('"', "”") for line in left)


def test_a_line_without_marks_has_none() -> None:
    image = draw_lines()
    assert not any(find_marks(image, line) for line in gather_ocr_lines(recognise(image)))


def test_an_unsure_line_is_read_again() -> None:
    image = draw_lines()
    top = gather_ocr_lines(recognise(image))[0]
    garbled = [RecognisedWord("q" * len(w.text), *_box(w), 20.0, 1, 1, 1) for w in top.words]
    (line,) = reread_lines(image, gather_ocr_lines(garbled), 42.0)
    assert " ".join(word.text for word in line.words) == SENTENCE


def test_a_sure_line_is_left_as_it_is() -> None:
    lines = gather_ocr_lines([make_word("qqqqqqqqqq", 100, 80, 300, 40)])
    assert reread_lines(draw_lines(), lines, 42.0) == lines


def _box(word: RecognisedWord) -> tuple[int, int, int, int]:
    return word.left, word.top, word.width, word.height


@pytest.mark.parametrize(("round_", "read"), [(True, "•"), (False, "e")])
def test_a_bullet_is_known_by_its_ink(round_: bool, read: str) -> None:
    image = Image.new("L", (400, 100), 255)
    pen = ImageDraw.Draw(image)
    pen.ellipse((20, 40, 36, 56), fill=0 if round_ else 255, outline=0, width=3)
    words = [make_word("e", 20, 40, 17, 17), make_word("Defendant", 60, 27, 200, 41)]
    (line,) = gather_ocr_lines(words)
    assert correct_bullet(image, line).words[0].text == read


@each_row()
def test_lookalikes_are_mended_where_there_is_no_doubt(text: str, first: bool, mended: str) -> None:
    assert correct_lookalikes(text, first) == mended
