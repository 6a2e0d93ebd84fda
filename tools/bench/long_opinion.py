"""A long opinion, made up, in each text form: a start-up cost a file should not rule a measurement.

The prose is drawn from the clauses below by a seeded generator: the same text on every machine.
"""

import random
from collections.abc import Iterator
from html import escape
from textwrap import wrap

SUBJECTS = (
    "Plaintiff Harwell Lumber",
    "Defendant Castellane Freight",
    "The Court",
    "The magistrate judge",
    "Counsel for both sides",
    "The amended complaint",
    "Mr. Brandvold’s declaration",
    "The second settlement agreement",
)
ACTS = (
    "does not dispute that the invoices were sent on March 14, 2019",
    "finds no support for that reading in the record (Dkt. No. 41 at 7)",
    "relies on Ashcroft v. Iqbal, 556 U.S. 662, 678 (2009)",
    "asks for discovery under Rule 26(b)(1) of the Federal Rules of Civil Procedure",
    "overlooks the 28 days that the statute allows, see 28 U.S.C. § 1447(c)",
    "describes the loading dock, the two warehouses, and the long-term lease between them",
    "repeats what was said at the hearing: nobody had counted the pallets",
    "points to “the plain words of the policy” and to nothing else",
)
TURNS = (
    "because the parties had agreed to it in writing",
    "although the earlier order said otherwise",
    "and the motion is denied to that extent",
    "which is enough at this stage of the case",
    "since no one has shown good cause",
    "but the claim for $12,500 in fees stands apart",
)
HEADINGS = ("BACKGROUND", "LEGAL STANDARD", "DISCUSSION", "CONCLUSION")
END = (
    "IT IS SO ORDERED.",
    "Dated: June 3, 2020",
    "MARIAN Q. OAKHURST",
    "United States District Judge",
)
LINES_A_PAGE = 28
COLUMNS = 66  # of a pleading page's text
CAPTION = (
    "UNITED STATES DISTRICT COURT",
    "NORTHERN DISTRICT OF CALIFORNIA",
    "HARWELL LUMBER, INC.,",
    "Plaintiff,",
    "v.",
    "CASTELLANE FREIGHT LLC,",
    "Defendant.",
    "Case No. 3:19-cv-90417-QTX",
    "ORDER GRANTING MOTION TO COMPEL",
)


def write_paragraphs(size: int, seed: int = 1) -> Iterator[str]:
    """Prose of about `size` characters; a paragraph in capitals is a heading."""
    choose = random.Random(seed)  # noqa: S311 (no secret: the same text on every machine)
    written = 0
    while written < size:
        if choose.random() < 0.04:
            paragraph = choose.choice(HEADINGS)
        else:
            paragraph = " ".join(
                f"{choose.choice(SUBJECTS)} {choose.choice(ACTS)}, {choose.choice(TURNS)}."
                for _ in range(choose.randint(2, 6))
            )
        written += len(paragraph) + 2
        yield paragraph


def write_plain(size: int) -> str:
    """Paragraphs wrapped to lines, parted by blank ones."""
    wrapped = ("\n".join(wrap(paragraph, 78)) for paragraph in write_paragraphs(size))
    return "\n\n".join(("\n".join(CAPTION), *wrapped, *END)) + "\n"


def write_pleading_layout(size: int) -> str:
    """Pleading paper as `pdftotext -layout` writes it: numbers in a gutter, a stamp, a foot."""
    lines = [" " * 20 + line for line in CAPTION]
    for paragraph in write_paragraphs(size * 7 // 10):  # the rest is gutter, blanks and feet
        centred = " " * ((COLUMNS - len(paragraph)) // 2) + paragraph
        lines.extend(
            [centred] if paragraph in HEADINGS else wrap(paragraph, COLUMNS, initial_indent=" " * 8)
        )
    pages = []
    for page, first in enumerate(range(0, len(lines), LINES_A_PAGE), start=1):
        stamp = f"    Case 3:19-cv-90417-QTX Document 88 Filed 06/03/20 Page {page} of 99"
        numbered = (
            f"{number:>5}   {line}"
            for number, line in enumerate(lines[first : first + LINES_A_PAGE], start=1)
        )
        pages.append("\n\n".join((stamp, *numbered, " " * 40 + str(page))))
    return "\f".join(pages)


def write_pleading_markdown(size: int) -> str:
    """Pleading paper as PDF-to-Markdown tools write it: its numbers stand among the words."""
    written = ["\n\n".join(f"**{line}**" for line in CAPTION)]
    number = 0
    for paragraph in write_paragraphs(size):
        if paragraph in HEADINGS:
            written.append(f"## {paragraph}")
            continue
        lines = []
        for line in wrap(paragraph, COLUMNS):
            number = number % LINES_A_PAGE + 1
            lines.append(f"{number} {line}")
        written.append(" ".join(lines).replace("Iqbal", "*Iqbal*").replace("[", "\\["))
    return "\n\n".join((*written, *END)) + "\n"


def write_html(size: int) -> str:
    """An opinion's page as a court's site serves it, with emphasis and star pages."""
    written = [f"<p><center><b>{escape(line)}</b></center></p>" for line in CAPTION]
    for place, paragraph in enumerate(write_paragraphs(size)):
        text = escape(paragraph, quote=False).replace(
            "Ashcroft v. Iqbal", "<i>Ashcroft</i> v. Iqbal"
        )
        star = f'<span class="star-pagination">*{place // 8 + 100}</span> ' if not place % 8 else ""
        written.append(
            f"<h2>{text}</h2>" if paragraph in HEADINGS else f'<p class="indent">{star}{text}</p>'
        )
    written.extend(f"<p>{line}</p>" for line in END)
    body = "\n".join(written)
    return f"<!DOCTYPE html><html><head><title>Opinion</title></head><body>{body}</body></html>"
