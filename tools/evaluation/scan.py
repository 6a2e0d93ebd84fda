"""Degraded scans: a drawn PDF rendered at 200 dpi, turned a little, made noisy, put into a PDF."""

import random
from dataclasses import replace
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tools.evaluation.pleading_pdf import render_pleading_pdf
from tools.evaluation.prose import KnownOrder, draw_from
from tools.evaluation.rendering import Rendering
from tools.evaluation.slip_opinion_pdf import render_slip_opinion_pdf

FORM = "scan"
DPI = 200
WIDEST_SKEW = 1.0  # degrees


def render_scan(order: KnownOrder, seed: int) -> Rendering:
    """Scan an order that was printed on pleading or plain paper."""
    printed = (render_pleading_pdf if seed % 2 else render_slip_opinion_pdf)(order, seed)
    chance = draw_from(seed)
    document = pdfium.PdfDocument(printed.data)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, invariant=True)
    for page in document:
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
        canvas.drawImage(ImageReader(_degrade(picture, chance)), 0, 0, *LETTER)
        canvas.showPage()
    canvas.save()
    document.close()
    return replace(
        printed,
        form=FORM,
        variant=f"{printed.form}: {printed.variant}",
        data=buffer.getvalue(),
        ocr=True,
    )


def _degrade(picture: Image.Image, chance: random.Random) -> BytesIO:
    """Skew, blur, noise, specks, JPEG: what a copier and a scanner leave."""
    skew = chance.uniform(-WIDEST_SKEW, WIDEST_SKEW)
    turned = picture.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    blurred = turned.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 0.8)))
    grain = Image.frombytes("L", blurred.size, chance.randbytes(blurred.width * blurred.height))
    noisy = Image.blend(blurred, grain, chance.uniform(0.04, 0.12))
    for _ in range(chance.randint(20, 120)):
        x, y = chance.randrange(noisy.width - 2), chance.randrange(noisy.height - 2)
        noisy.paste(chance.randint(0, 120), (x, y, x + 2, y + 2))
    jpeg = BytesIO()
    noisy.save(jpeg, "JPEG", quality=chance.randint(55, 80))
    return jpeg
