"""Set pages drawn on a PDF page by reportlab."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import reportlab.rl_config
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tools.evaluation.pagination import RULE_GAP, SetPage
from tools.evaluation.typesetting import RAISED, Face, SetLine, measure_word

# Pictures go into PDFs as bytes: spelling them in ASCII takes reportlab seconds a page.
reportlab.rl_config.useA85 = 0
FAMILIES = {
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"),
}
RISE = 0.36  # of the size: a raised mark's baseline
WIDTH, HEIGHT = LETTER


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the text stands on the paper, in points from the paper's lower left corner."""

    left: float
    top: float
    column: float
    height: float


def make_measure(family: str) -> Callable[[str, Face], float]:
    """The width of a text in a family of fonts."""

    def measure(text: str, face: Face) -> float:
        size = face.size * (RAISED if face.raised else 1.0)
        return float(stringWidth(text, _font(family, face), size))

    return measure


def draw_pdf(pages: list[Callable[[Canvas], None]]) -> bytes:
    """A PDF of one drawing a page; the same drawings give the same bytes."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, invariant=True)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def draw_text(canvas: Canvas, page: SetPage, frame: Frame, family: str) -> None:
    """The body's lines from the top, the notes at the frame's foot below a rule."""
    for depth, line in page.lines:
        _draw_line(canvas, line, frame.left, frame.top - depth, family)
    if not page.notes:
        return
    foot = frame.top - frame.height
    y = foot + page.notes_height
    rule = frame.column if page.carried else 144
    canvas.setLineWidth(0.6)
    canvas.line(frame.left, y - RULE_GAP / 2, frame.left + rule, y - RULE_GAP / 2)
    y -= RULE_GAP
    for line in page.notes:
        y -= line.pitch + line.before
        _draw_line(canvas, line, frame.left, y + 2, family)


def _draw_line(canvas: Canvas, line: SetLine, left: float, y: float, family: str) -> None:
    """Word by word, as word processors' PDFs place them; blanks are gaps or drawn blanks."""
    measure = make_measure(family)
    face = next(piece.face for piece in line.words[0].pieces if not piece.face.raised)
    blank = measure(" ", face)
    words = sum(measure_word(word, measure) for word in line.words)
    natural = words + blank * (len(line.words) - 1)
    x = left + line.x
    if line.align == "centred":
        x += (line.width - natural) / 2
    elif line.align == "justified" and len(line.words) > 1:
        blank = (line.width - words) / (len(line.words) - 1)
    for at, word in enumerate(line.words):
        for piece in word.pieces:
            size = piece.face.size * (RAISED if piece.face.raised else 1.0)
            canvas.setFont(_font(family, piece.face), size)
            canvas.drawString(
                x, y + (RISE * piece.face.size if piece.face.raised else 0), piece.text
            )
            x += measure(piece.text, piece.face)
        if at + 1 < len(line.words):
            if line.align != "justified":
                canvas.drawString(x, y, " ")
            x += blank


def _font(family: str, face: Face) -> str:
    return FAMILIES[family][(1 if face.bold else 0) + (2 if face.italic else 0)]
