"""tesseract: the words of a page's picture, with their boxes and confidences."""

import csv
from dataclasses import dataclass
from enum import Enum
from io import BytesIO

from PIL import Image

from build_scripts.reading.external.program import MEGABYTE, Program, run_program

TESSERACT = Program("tesseract", "tesseract-ocr", seconds=120, memory_bytes=4096 * MEGABYTE)
ENGINE = ("-c", "tessedit_do_invert=0")  # print is dark on light
WORD_LEVEL = "5"  # of the levels page, block, paragraph, line, word


class Layout(Enum):
    """The layout of a picture; the value is tesseract's arguments."""

    PAGE = ()
    LINE = ("--psm", "7")
    NUMBERS = ("--psm", "6", "-c", "tessedit_char_whitelist=0123456789")


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """A word as recognised; its box counts pixels from the picture's left upper corner.

    `line` counts from 1 in its paragraph, that in its block. `confidence` is tesseract's, 0 to 100.
    """

    text: str
    left: int
    top: int
    width: int
    height: int
    confidence: float
    block: int
    paragraph: int
    line: int


def name_version() -> str:
    """Return the version as the program prints it: "5.5.0". Raise as `recognise_page` does."""
    said = run_program(TESSERACT, ["--version"], b"").decode("utf-8", "replace").split()
    return said[1] if said[1:] else ""


def recognise_page(
    picture: Image.Image, dpi: int = 300, layout: Layout = Layout.PAGE
) -> tuple[RecognisedWord, ...]:
    """Return the English words of a page's picture in reading order. Raise ProgramError."""
    arguments = ["stdin", "stdout", "--dpi", str(dpi), "-l", "eng", *ENGINE, *layout.value, "tsv"]
    file = BytesIO()
    picture.save(file, "PPM")
    table = run_program(TESSERACT, arguments, file.getvalue()).decode("utf-8", "replace")
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(
        RecognisedWord(
            text=row["text"].strip(),
            left=int(row["left"]),
            top=int(row["top"]),
            width=int(row["width"]),
            height=int(row["height"]),
            confidence=float(row["conf"]),
            block=int(row["block_num"]),
            paragraph=int(row["par_num"]),
            line=int(row["line_num"]),
        )
        for row in rows
        if row["level"] == WORD_LEVEL and row["text"] and row["text"].strip()
    )
