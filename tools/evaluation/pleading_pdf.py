"""Pleading paper as PDF: numbered lines, caption in two columns, stamps, names in the margin.

Variants follow what districts print: N.D. Cal. (court's name up the margin, text on the numbers),
S.D. and C.D. Cal. (foot with the docket number, text that drifts off the numbers), state paper
(numbers at the right too).
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from reportlab.pdfgen.canvas import Canvas

from tools.evaluation.composition import compose_body, compose_notes, draw_setting
from tools.evaluation.pagination import SetPage, list_page_starts, paginate
from tools.evaluation.printing import HEIGHT, Frame, draw_pdf, draw_text, make_measure
from tools.evaluation.prose import KnownOrder, draw_from
from tools.evaluation.rendering import Rendering

FORM = "pleading PDF"
STAMP = "Case {docket}   Document {document}   Filed {filed}   Page {page} of {count}"


@dataclass(frozen=True, slots=True)
class Paper:
    """What a district's paper looks like."""

    count: int  # of numbered lines
    number_side: str  # left, or both
    number_size: float
    number_right: float  # the numbers' right edge
    text_left: float
    text_right: float
    margin_name: bool
    stamp: str  # none, blue, over
    foot: str  # none, number, dashes, docket
    box: str  # line or )
    drift: float  # points by which the text's lines stand closer than the numbers
    family: str
    size: float
    rules: bool


def render_pleading_pdf(order: KnownOrder, seed: int) -> Rendering:
    """Put an order on pleading paper of a district drawn by the seed."""
    chance = draw_from(seed)
    paper = _draw_paper(chance)
    measure = make_measure(paper.family)
    number_pitch = 24.0 if paper.count == 28 else 26.5
    pitch = number_pitch - paper.drift
    top = HEIGHT - 62
    column = paper.text_right - paper.text_left
    setting = draw_setting(
        chance,
        column,
        pitch,
        size=paper.size,
        note_size=paper.size - 2,
        tight=number_pitch / 2,
        indent=chance.choice((36.0, 36.0, 43.0)),
        quote_indent=chance.choice((36.0, 54.0)),
    )
    frame = Frame(paper.text_left, top, column, number_pitch * paper.count)
    lines = compose_body(order, setting, measure)
    notes = compose_notes(order, setting, measure)
    caption_rows = chance.choice((16, 17))
    pages = paginate(lines, notes, frame.height, pitch * caption_rows, chance.random() < 0.5)
    drawings: list[Callable[[Canvas], None]] = [
        partial(_draw_page, order, paper, frame, page, number, len(pages), number_pitch)
        for number, page in enumerate(pages, 1)
    ]
    sides = 2 if paper.number_side == "both" else 1
    numbers = Counter(
        {
            (page, value): sides
            for page in range(1, len(pages) + 1)
            for value in range(1, paper.count + 1)
        }
    )
    variant = (
        f"{paper.family} {paper.count} {paper.number_side} drift {paper.drift} {setting.align}"
    )
    return Rendering(
        FORM,
        variant,
        order,
        draw_pdf(drawings),
        numbers,
        page_starts=list_page_starts(pages),
        pages=len(pages),
    )


def _draw_paper(chance: random.Random) -> Paper:
    left = chance.choice((72.0, 80.0, 90.0))
    count = chance.choice((28, 28, 28, 25))
    return Paper(
        count=count,
        number_side=chance.choice(("left", "left", "left", "left", "both")),
        number_size=chance.choice((12.0, 12.0, 10.0)),
        number_right=left,
        text_left=left + chance.choice((9.0, 16.0, 24.0)),
        text_right=chance.choice((576.0, 560.0)),
        margin_name=chance.random() < 0.5,
        stamp=chance.choice(("blue", "blue", "over", "none")),
        foot=chance.choice(("number", "dashes", "docket", "none")),
        box=chance.choice(("line", "line", ")")),
        drift=chance.choice((0.0, 0.0, 0.35, 0.9)),
        family=chance.choice(("Times", "Times", "Times", "Courier", "Helvetica")),
        size=chance.choice((12.0, 12.0, 13.0)),
        rules=chance.random() < 0.7,
    )


def _draw_page(
    order: KnownOrder,
    paper: Paper,
    frame: Frame,
    page: SetPage,
    number: int,
    count: int,
    number_pitch: float,
    canvas: Canvas,
) -> None:
    _draw_numbers(canvas, paper, frame, number_pitch)
    if paper.rules:
        canvas.setLineWidth(0.7)
        for x in (paper.number_right + 3, paper.number_right + 5, paper.text_right + 6):
            canvas.line(x, 20, x, HEIGHT - 20)
    if paper.margin_name:
        _draw_margin_name(canvas, order)
    if number == 1:
        draw_caption(canvas, order, paper, frame)
    draw_text(canvas, page, frame, paper.family)
    _draw_foot(canvas, order, paper, frame, number)
    if paper.stamp != "none":
        canvas.saveState()
        canvas.setFont("Helvetica", 11)
        canvas.setFillColorRGB(0, 0, 1)
        words = STAMP.format(
            docket=order.docket,
            document=order.document,
            filed=order.filed,
            page=number,
            count=count,
        )
        canvas.drawString(60 if paper.stamp == "over" else 110, HEIGHT - 22, words)
        canvas.restoreState()


def _draw_numbers(canvas: Canvas, paper: Paper, frame: Frame, number_pitch: float) -> None:
    font = "Helvetica" if paper.family == "Helvetica" else "Times-Roman"
    canvas.setFont("Courier" if paper.family == "Courier" else font, paper.number_size)
    for value in range(1, paper.count + 1):
        y = frame.top - number_pitch * value
        canvas.drawRightString(paper.number_right, y, str(value))
        if paper.number_side == "both":
            canvas.drawString(paper.text_right + 12, y, str(value))


def _draw_margin_name(canvas: Canvas, order: KnownOrder) -> None:
    canvas.saveState()
    canvas.translate(34, 300)
    canvas.rotate(90)
    canvas.setFont("Times-Roman", 12)
    canvas.drawCentredString(80, 0, "United States District Court")
    canvas.drawCentredString(80, -14, order.district)
    canvas.restoreState()


def _draw_foot(canvas: Canvas, order: KnownOrder, paper: Paper, frame: Frame, number: int) -> None:
    y = frame.top - frame.height - 24
    centre = frame.left + frame.column / 2
    canvas.setFont("Times-Roman", 11)
    if paper.foot in ("number", "docket"):
        canvas.drawCentredString(centre, y, str(number))
    elif paper.foot == "dashes":
        canvas.drawCentredString(centre, y, f"- {number} -")
    if paper.foot == "docket":
        canvas.drawRightString(paper.text_right, y - 12, order.docket.split(":")[1])


def draw_caption(canvas: Canvas, order: KnownOrder, paper: Paper, frame: Frame) -> None:
    """Court, parties left, docket number and title right, a rule or ")" between them."""
    family = {"Times": "Times-Roman"}.get(paper.family, paper.family)
    size = paper.size
    centre = frame.left + frame.column / 2
    pitch = 24.0
    y = frame.top - 4 * pitch
    canvas.setFont(family, size)
    for line in ("UNITED STATES DISTRICT COURT", order.district.upper()):
        canvas.drawCentredString(centre, y, line)
        y -= pitch
    y -= 0.5 * pitch
    start = y
    middle = frame.left + frame.column * 0.5
    measure = make_measure(paper.family)
    left = [
        *(
            (4.0, line)
            for line in wrap(f"{order.plaintiff},", middle - frame.left - 16, measure, size)
        ),
        (100.0, "Plaintiff,"),
        (40.0, "v."),
        *(
            (4.0, line)
            for line in wrap(f"{order.defendant},", middle - frame.left - 16, measure, size)
        ),
        (100.0, "Defendant."),
    ]
    for indent, line in left:
        canvas.drawString(frame.left + indent, y, line)
        y -= 0.75 * pitch
    if paper.box == ")":
        rows = round((start - y) / 12)
        for row in range(rows):
            canvas.drawString(middle, start - 12 * row, ")")
    else:
        canvas.line(middle, start + 10, middle, y + 6)
        canvas.line(frame.left, y + 6, middle, y + 6)
    right = middle + 14
    canvas.drawString(right, start, f"Case No. {order.docket}")
    bold = "Times-Bold" if paper.family == "Times" else f"{paper.family}-Bold"
    canvas.setFont(bold, size)
    y = start - 1.5 * pitch
    for line in wrap(order.title, frame.left + frame.column - right, measure, size, bold=True):
        canvas.drawString(right, y, line)
        y -= 0.75 * pitch


def wrap(text: str, width: float, measure: Callable, size: float, bold: bool = False) -> list[str]:
    """Break a text to lines of at most `width`."""
    from tools.evaluation.typesetting import Face

    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and measure(longer, Face(size, bold=bold)) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
