"""Papers to import, made of a few lines, and a clock that no test waits for."""

import io
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

ORDER = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

HARBOR MILLS, INC., Plaintiff,
v.
DELL ROE, Defendant.

Case No. 3:31-cv-00{number:03}

ORDER DENYING MOTION TO DISMISS

Defendant moves to dismiss the complaint. The complaint states a claim.
The motion is DENIED.

IT IS SO ORDERED.

Dated: March {day}, 2031

JANE Q. POE
United States District Judge
"""
MOTION = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

HARBOR MILLS, INC., Plaintiff,
v.
DELL ROE, Defendant.

Case No. 3:31-cv-00123

DEFENDANT'S NOTICE OF MOTION AND MOTION TO DISMISS

PLEASE TAKE NOTICE that defendant Dell Roe will and hereby does move the Court
for an order dismissing the complaint.

Respectfully submitted,

ANN LEE
Attorney for Defendant
"""
LOGIN = b"<!DOCTYPE html><html><head><title>Example Login</title></head><body>Log in</body></html>"


def write_order(number: int = 123, day: int = 4) -> bytes:
    """The text of an order."""
    return ORDER.format(number=number, day=day).encode()


def write_pdf(text: str | bytes) -> bytes:
    """The same words as a PDF; the same text gives the same bytes."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=1)
    printed = text.decode() if isinstance(text, bytes) else text
    for number, line in enumerate(printed.splitlines()):
        canvas.drawString(72, 720 - 14 * number, line)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@dataclass
class Clock:
    """A clock that runs by its sleeps alone."""

    time: float = 1_930_000_000.0
    sleeps: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.time += seconds
