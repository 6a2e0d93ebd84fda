"""Orders and opinions on plain paper as PDF, without line numbers.

Variants: typeset (9th, 3d Cir.: single-spaced, justified, words broken, heads with the case's
name), memorandum (double-spaced, a number at the foot), district (ECF stamp, double-spaced).
"""

from collections.abc import Callable
from functools import partial

from reportlab.pdfgen.canvas import Canvas

from tools.evaluation.composition import Setting, compose_body, compose_notes
from tools.evaluation.pagination import SetPage, list_page_starts, paginate
from tools.evaluation.pleading_pdf import STAMP, wrap
from tools.evaluation.printing import HEIGHT, WIDTH, Frame, draw_pdf, draw_text, make_measure
from tools.evaluation.prose import KnownOrder, draw_from
from tools.evaluation.rendering import Rendering

FORM = "slip opinion PDF"


def render_slip_opinion_pdf(order: KnownOrder, seed: int) -> Rendering:
    """Put an order on plain paper of a variant drawn by the seed."""
    chance = draw_from(seed)
    variant = chance.choice(("typeset", "memorandum", "district"))
    family = chance.choice(("Times", "Times", "Courier" if variant == "memorandum" else "Times"))
    outer_align = chance.choice(("centred", "centred", "left"))
    if variant == "typeset":
        frame = Frame(152, HEIGHT - 150, 308, 520)
        setting = Setting(
            column=frame.column,
            size=12,
            note_size=chance.choice((10.0, 12.0)),
            pitch=14,
            tight=14,
            indent=chance.choice((18.0, 30.0)),
            quote_indent=30,
            align="justified",
            gap=chance.choice((0.0, 14.0)),
            hyphenate=chance.random() < 0.7,
            note_indent=18,
            note_gap=chance.choice((0.0, 6.0)),
            outer_align=outer_align,
            list_style=chance.choice(("hanging", "first")),
        )
    else:
        frame = Frame(72, HEIGHT - 72, 468, 640)
        setting = Setting(
            column=frame.column,
            size=12.0 if family == "Courier" else chance.choice((12.0, 13.0, 14.0)),
            note_size=chance.choice((10.0, 12.0)),
            pitch=chance.choice((24.0, 28.0)),
            tight=14,
            quote_indent=chance.choice((36.0, 72.0)),
            align=chance.choice(("left", "left", "justified")),
            note_indent=chance.choice((0.0, 36.0)),
            note_gap=chance.choice((0.0, 6.0)),
            outer_align=outer_align,
            list_style=chance.choice(("hanging", "first")),
        )
    measure = make_measure(family)
    lines = compose_body(order, setting, measure)
    notes = compose_notes(order, setting, measure)
    pages = paginate(lines, notes, frame.height, 300, chance.random() < 0.5)
    stamped = variant == "district" or (variant == "memorandum" and chance.random() < 0.3)
    drawings: list[Callable[[Canvas], None]] = [
        partial(_draw_page, order, variant, family, frame, page, number, len(pages), stamped)
        for number, page in enumerate(pages, 1)
    ]
    return Rendering(
        FORM,
        f"{variant} {family} {setting.align} {setting.size}/{setting.note_size}"
        f" gap {setting.gap} note {setting.note_indent}/{setting.note_gap} {setting.list_style}",
        order,
        draw_pdf(drawings),
        page_starts=list_page_starts(pages),
        pages=len(pages),
    )


def _draw_page(
    order: KnownOrder,
    variant: str,
    family: str,
    frame: Frame,
    page: SetPage,
    number: int,
    count: int,
    stamped: bool,
    canvas: Canvas,
) -> None:
    font = {"Times": "Times-Roman"}.get(family, family)
    if number == 1:
        _draw_caption(canvas, order, frame, family)
    draw_text(canvas, page, frame, family)
    canvas.setFont(font, 12)
    centre = frame.left + frame.column / 2
    if variant == "typeset" and number > 1:
        head = f"{_short(order.plaintiff)} V. {_short(order.defendant)}"
        y = frame.top + 20
        canvas.setFont(font, 10)
        canvas.drawCentredString(centre, y, head)
        if number % 2:
            canvas.drawRightString(frame.left + frame.column, y, str(number))
        else:
            canvas.drawString(frame.left, y, str(number))
    elif variant != "typeset" and (number > 1 or variant == "district"):
        canvas.drawCentredString(centre, 40, str(number))
    if stamped:
        canvas.saveState()
        canvas.setFont("Helvetica", 10)
        canvas.setFillColorRGB(0, 0, 1)
        words = STAMP.format(
            docket=order.docket,
            document=order.document,
            filed=order.filed,
            page=number,
            count=count,
        )
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 20, words)
        canvas.restoreState()


def _draw_caption(canvas: Canvas, order: KnownOrder, frame: Frame, family: str) -> None:
    """All centred, as plain orders have it: court, parties, docket number, title."""
    font = {"Times": "Times-Roman"}.get(family, family)
    canvas.setFont(font, 12)
    measure = make_measure(family)
    centre = frame.left + frame.column / 2
    y = frame.top - 14
    rows = [
        "UNITED STATES DISTRICT COURT",
        order.district.upper(),
        "",
        *wrap(f"{order.plaintiff},", frame.column - 40, measure, 12),
        "Plaintiff,",
        "v.",
        *wrap(f"{order.defendant},", frame.column - 40, measure, 12),
        "Defendant.",
        "",
        f"Case No. {order.docket}",
        "",
        *wrap(order.title, frame.column - 40, measure, 12),
    ]
    for row in rows:
        canvas.drawCentredString(centre, y, row)
        y -= 17


def _short(name: str) -> str:
    words = name.split(",")[0].upper().split()
    return words[0] if words[0] == "DOES" else " ".join(words[:2])
