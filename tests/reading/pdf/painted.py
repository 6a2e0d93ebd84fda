"""PDFs of prose with more painted on the page, by acts that a table of tests can list."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from PIL import Image
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SECRET = "Quentin Larkspur"
LINE = 14.0
PROSE = "The Court finds that the motion of the plaintiff is to be denied on this record."


def make_pdf(draw: Callable[[Canvas], None], turn: int = 0) -> bytes:
    buffer = io.BytesIO()
    size = letter[::-1] if turn == 90 else letter  # reportlab turns the size too
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    canvas.setFont("Times-Roman", 12)
    for number in range(12):
        canvas.drawString(72, 720 - 2 * LINE * number, PROSE)
    if turn:
        canvas.setPageRotation(turn)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def paint(acts: Sequence[Sequence[Any]]) -> Callable[[Canvas], None]:
    """Return what does the acts: each names a method of the canvas, or one of ours, with values.

    "secret" writes a sentence around the secret, in black; "clip" bounds what follows to boxes;
    "picture" is a black one in a box.
    """

    def clip(canvas: Canvas, *boxes: Sequence[float]) -> None:
        path = canvas.beginPath()
        for box in boxes:
            path.rect(*box)
        canvas.clipPath(path, stroke=0)

    def place_picture(canvas: Canvas, *box: float) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (20, 4))), *box)

    ours = {"secret": write_secret, "clip": clip, "picture": place_picture}

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        for name, *values in acts:
            ours.get(name, getattr(Canvas, name, None))(canvas, *values)
        canvas.restoreState()

    return draw


def write_secret(canvas: Canvas, y: float = 300) -> None:
    canvas.setFillColor("black")
    canvas.drawString(72, y, "The informant is")
    canvas.drawString(160, y, SECRET)
    canvas.drawString(260, y, "of Harbor City.")
