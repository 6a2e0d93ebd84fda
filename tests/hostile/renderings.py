"""Orders that hold every attack, one in each form that the archive reads.

Each attack stands alone as a paragraph, and once more between two numbers: what readers must see
of it is what stands between them. Forms with headings, tables and notes hold it there too.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import reportlab
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from build_scripts.reading.forms import MARKDOWN_SIGNS
from tests.hostile.attacks import Attack, list_attacks
from tests.word_packages import make_docx, make_odt, note, paragraph, refer, say

LONGEST = 400  # characters of an attack in an order of many; longer ones have tests of their own
OPENING = (
    "[SPECIMEN: fictional parties, judge and docket number.]",
    "UNITED STATES DISTRICT COURT",
    "DISTRICT OF OREGON",
    "QUILL AND FEATHER PRESS, INC., Plaintiff, v. HARBOR LIGHT BOOKS LLC, Defendant.",
)
CLOSING = (
    "The motion (Dkt. No. 9) is DENIED. Ashcroft v. Iqbal, 556 U.S. 662, 678 (2009).",
    "IT IS SO ORDERED.",
    "Dated: August 9, 2021",
    "THEODORA V. BRANDT",
    "United States District Judge",
)


def list_short() -> tuple[Attack, ...]:
    """The attacks that an order can hold beside many others."""
    return tuple(attack for attack in list_attacks() if len(attack.text) <= LONGEST)


def name_case(number: int) -> str:
    """The docket number of one of the orders."""
    return f"Case No. 3:21-cv-{number:05}-TVB"


def frame(attack: Attack) -> str:
    """A sentence around an attack, on one line, that says where it begins and ends."""
    return f"Exhibit {attack.number} reads {flatten(attack.text)} and exhibit {attack.number} ends."


def is_plain(attack: Attack) -> bool:
    """Whether a text file that holds the attack stays plain text: a few signs make it Markdown."""
    return not MARKDOWN_SIGNS.search(f"{attack.text}\n{flatten(attack.text)}")


def flatten(text: str) -> str:
    """Return `text` on one line: forms of lines could not hold it otherwise."""
    return " ".join(text.split())


def write_text(number: int, attacks: Iterable[Attack]) -> bytes:
    """Plain text: nothing in it is markup, whatever it looks like."""
    lines = [*OPENING, name_case(number), "ORDER DENYING MOTION TO DISMISS"]
    for attack in filter(is_plain, attacks):
        lines += [attack.text, frame(attack)]
    return encode("\n\n".join([*lines, *CLOSING]))


def write_layout(number: int, attacks: Iterable[Attack]) -> bytes:
    """What `pdftotext -layout` writes: blanks keep the place, form feeds part the pages."""
    lines = [*OPENING, name_case(number), "ORDER DENYING MOTION TO DISMISS"]
    pages = ["\n\n".join(" " * 30 + line for line in lines)]
    pages += [
        f"        {attack.text}\n\n        {frame(attack)}" for attack in filter(is_plain, attacks)
    ]
    return encode("\n\n\f".join([*pages, "\n\n".join(CLOSING)]))


def write_markdown(number: int, attacks: Iterable[Attack]) -> bytes:
    """What tools write that turn PDF into Markdown: here the reader does read some markup."""
    lines = ["**" + line + "**" for line in (*OPENING, name_case(number))]
    lines += ["# ORDER DENYING MOTION TO DISMISS"]
    for attack in attacks:
        one = flatten(attack.text)
        lines += [attack.text, frame(attack), f"## {one}", f"**{one}**", f"> {one}", f"- {one}"]
        lines += [f"| a | b |\n| --- | --- |\n| {one} | {one} |"]
    return encode("\n\n".join([*lines, *CLOSING]))


def write_html(number: int, attacks: Iterable[Attack], change: Callable[[str], str]) -> bytes:
    """HTML; `change` writes an attack's text: escaped, or as it is, among the page's own markup."""
    body = [*map(escape, OPENING), name_case(number), "<b>ORDER DENYING MOTION TO DISMISS</b>"]
    for attack in attacks:
        text = change(attack.text)
        body += [
            text,
            frame(attack) if change is str else escape(frame(attack)),
            f"</p><h2>{text}</h2><table><tr><td>{text}</td><td>x</td></tr></table><p>",
            f'<i title="{text}">{text}</i>',
            f'<a href="{text}">{text}</a>',
            f"</p><blockquote>{text}</blockquote><ul><li>{text}</li></ul><p>",
        ]
    html = "".join(f"<p>{part}</p>\n" for part in [*body, *CLOSING])
    return encode(f"<!DOCTYPE html><html><head><title>x</title></head><body>{html}</body></html>")


def write_escaped_html(number: int, attacks: Iterable[Attack]) -> bytes:
    """HTML in which the attacks are text, as a court's own page would show them."""
    return write_html(number, attacks, escape)


def write_raw_html(number: int, attacks: Iterable[Attack]) -> bytes:
    """HTML in which the attacks are markup."""
    return write_html(number, attacks, str)


def write_docx(number: int, attacks: Iterable[Attack]) -> bytes:
    """DOCX: paragraphs, headings, a table and notes; what XML can't hold is left out of it."""
    body = [paragraph(line) for line in (*OPENING, name_case(number))]
    body += [paragraph("ORDER DENYING MOTION TO DISMISS")]
    notes = []
    for place, attack in enumerate(attacks, start=1):
        text = escape(clean_for_xml(attack.text))
        body += [
            f"<w:p>{say(text)}</w:p>",
            f"<w:p>{say(escape(clean_for_xml(frame(attack))))}{refer('footnote', place)}</w:p>",
            f'<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{say(text)}</w:p>',
            (
                f"<w:tbl><w:tr><w:tc><w:p>{say(text)}</w:p></w:tc><w:tc><w:p>{say('x')}</w:p></w:tc>"
                "</w:tr></w:tbl>"
            ),
        ]
        notes.append(note("footnote", place, "Note. " + leave_out_mail(text)))
    body += [paragraph(line) for line in CLOSING]
    return make_docx("".join(body), footnotes="".join(notes))


def write_odt(number: int, attacks: Iterable[Attack]) -> bytes:
    """ODT: paragraphs, headings and notes."""
    lines = (*OPENING, name_case(number), "ORDER DENYING MOTION TO DISMISS")
    body = [f"<text:p>{escape(line)}</text:p>" for line in lines]
    for place, attack in enumerate(attacks, start=1):
        text = escape(clean_for_xml(attack.text))
        body += [
            f"<text:p>{text}</text:p><text:h text:outline-level='2'>{text}</text:h>",
            (
                f"<text:p>{escape(clean_for_xml(frame(attack)))}<text:note text:id='f{place}' "
                f"text:note-class='footnote'><text:note-citation>{place}</text:note-citation>"
                f"<text:note-body><text:p>Note. {leave_out_mail(text)}</text:p></text:note-body></text:note></text:p>"
            ),
        ]
    body += [f"<text:p>{escape(line)}</text:p>" for line in CLOSING]
    return make_odt("".join(body))


def write_rtf(number: int, attacks: Iterable[Attack]) -> bytes:
    """RTF: paragraphs and notes."""
    lines = [*OPENING, name_case(number), "ORDER DENYING MOTION TO DISMISS"]
    body = [rf"\pard {escape_rtf(line)}\par" for line in lines]
    for attack in attacks:
        text = escape_rtf(attack.text)
        body.append(rf"\pard {text}\par")
        body.append(
            rf"\pard {escape_rtf(frame(attack))}{{\super\chftn}}"
            rf"{{\footnote\pard\plain{{\super\chftn}} Note. {leave_out_mail(text)}\par}}\par"
        )
    body += [rf"\pard {escape_rtf(line)}\par" for line in CLOSING]
    joined = "\n".join(body)
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 Times;}}}}\n{joined}}}".encode()


def write_pdf(number: int, attacks: Iterable[Attack]) -> bytes:
    """PDF: an attack a line; a font's map says which characters it draws, shapes or none."""
    registerFont(TTFont("Vera", Path(reportlab.__file__).parent / "fonts/Vera.ttf"))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(1400, LETTER[1]), invariant=True)
    place = draw(canvas, (*OPENING, name_case(number), "ORDER DENYING MOTION TO DISMISS"), 720)
    for attack in attacks:
        text = "".join(c for c in flatten(attack.text) if not "\ud800" <= c <= "\udfff")
        framed = "".join(c for c in frame(attack) if not "\ud800" <= c <= "\udfff")
        place = draw(canvas, (text, framed), place)
    draw(canvas, CLOSING, place)
    canvas.save()
    return buffer.getvalue()


def draw(canvas: Canvas, lines: Iterable[str], place: float) -> float:
    """Draw lines below each other, on a new page where one is full; return the next place."""
    for line in lines:
        if place < 72:
            canvas.showPage()
            place = 720
        canvas.setFont("Vera", 10)
        canvas.drawString(72, place, line)
        place -= 24
    return place


def write_opinion(number: int, attacks: Iterable[Attack]) -> bytes:
    """CourtListener's JSON of an opinion: a body of HTML, and facts in which attacks stand."""
    every = tuple(attacks)
    texts = [attack.text for attack in every]
    return json.dumps(
        {
            "resource_uri": "http://www.courtlistener.com/api/rest/v3/opinions/1/",
            "html_with_citations": write_escaped_html(number, every).decode(),
            "author_str": " ".join(texts[:20]),
            "type": "010combined",
            "cluster": {
                "case_name": " ".join(texts[20:40]),
                "date_filed": texts[0],
                "judges": ", ".join(texts[40:60]),
                "citations": [
                    {"volume": text, "reporter": text, "page": text} for text in texts[60:80]
                ],
                "docket": {
                    "docket_number": " ".join(texts[:10]),
                    "court_id": "ord",
                    "court": {"id": "ord", "full_name": texts[3]},
                },
            },
        }
    ).encode()


def write_cluster(number: int, attacks: Iterable[Attack]) -> bytes:
    """CourtListener's JSON of a cluster: plain text, and raw HTML, with hostile types of parts."""
    every = tuple(attacks)
    return json.dumps(
        {
            "case_name": "Quill & Feather Press v. <script>alert('ran')</script>",
            "date_filed": "2021-08-09",
            "sub_opinions": [
                {"type": "020lead", "plain_text": write_text(number, every).decode()},
                {"type": every[0].text, "html_lawbox": write_raw_html(number, every).decode()},
            ],
        }
    ).encode()


def write_case(number: int, attacks: Iterable[Attack]) -> bytes:
    """The Caselaw Access Project's JSON."""
    every = tuple(attacks)
    texts = [attack.text for attack in every]
    return json.dumps(
        {
            "name_abbreviation": " ".join(texts[80:100]),
            "docket_number": " ".join(texts[100:110]),
            "decision_date": "2021-08-09",
            "citations": [{"type": "official", "cite": text} for text in texts[110:130]],
            "court": {"name": "United States District Court for the District of Oregon"},
            "casebody": {
                "judges": texts[130:140],
                "head_matter": f"{OPENING[3]}\n{name_case(number)}\n",
                "opinions": [
                    {
                        "type": texts[140],
                        "author": texts[141],
                        "text": write_text(number, every).decode(),
                    }
                ],
            },
        }
    ).encode()


FORMS: dict[str, Callable[[int, Iterable[Attack]], bytes]] = {
    "text.txt": write_text,
    "layout.txt": write_layout,
    "markdown.md": write_markdown,
    "entities.html": write_escaped_html,
    "raw.html": write_raw_html,
    "order.docx": write_docx,
    "order.odt": write_odt,
    "order.rtf": write_rtf,
    "order.pdf": write_pdf,
    "opinion.json": write_opinion,
    "cluster.json": write_cluster,
    "case.json": write_case,
}
"""What writes the order of each form, by the file's name."""

TEXT_IS_TEXT = ("text.txt", "layout.txt", "entities.html", "order.docx", "order.odt", "order.rtf")
"""Forms in which an attack's every visible character is a character of the order."""


def write_zip(names: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP archive of members with any names."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in names:
            archive.writestr(name, data)
    return buffer.getvalue()


def encode(text: str) -> bytes:
    """Return UTF-8; a lone half of a pair, which it can't hold, becomes a question mark."""
    return text.encode("utf-8", "replace")


def clean_for_xml(text: str) -> str:
    """Return `text` without what no XML file may hold."""
    return "".join(c for c in text if c in "\t\n" or _is_xml(c))


def _is_xml(character: str) -> bool:
    return " " <= character <= "\ud7ff" or "\ue000" <= character <= "\ufffd" or character > "\uffff"


def leave_out_mail(text: str) -> str:
    """Return `text`, or a word in place of one with a mail address: behind the order's end it would
    be taken for a notice of mailing, which is masked with all that follows.
    """
    return "mail" if "@" in text else text


def escape_rtf(text: str) -> str:
    """Return `text` as RTF writes it: beyond ASCII by numbers of UTF-16."""
    return "".join(_escape_rtf(text))


def _escape_rtf(text: str) -> Iterator[str]:
    for character in text:
        if character in "\\{}":
            yield f"\\{character}"
        elif character == "\n":
            yield r"\line "
        elif character < " " or character == "\x7f":
            yield " "
        elif character.isascii():
            yield character
        else:
            units = character.encode("utf-16-le", "surrogatepass")
            for at in range(0, len(units), 2):
                unit = int.from_bytes(units[at : at + 2], "little")
                yield f"\\u{unit - 65536 if unit > 32767 else unit}?"
