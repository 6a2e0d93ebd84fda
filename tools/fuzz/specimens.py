"""What is mutated: the shipped specimens, and a small order in each other form."""

import json
import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from shutil import which

from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from tests.shared import SHARED
from tests.shared import list_specimens as list_shipped
from tests.word_packages import box, make_docx, make_odt, make_package, note, paragraph, refer

HTML = """<!DOCTYPE html><html><head><title>Roe v. Doe</title></head><body>
<center><b>UNITED STATES DISTRICT COURT<br>DISTRICT OF NEVADA</b></center>
<table><tr><td>JANE ROE,<br>Plaintiff,<br>v.<br>ACME WIDGETS, INC.,<br>Defendant.</td>
<td>Case No. 2:24-cv-00001-ABC-DEF</td></tr></table><center><b>ORDER GRANTING MOTION TO COMPEL</b></center>
<p>Plaintiff moves <i>ex parte</i> for <b>limited</b> discovery.<a class="footnote" href="#fn1" id="fn1_ref">1</a>
See <i>Yahoo! Inc. v. La Ligue Contre Le Racisme</i>, 433 F.3d 1199, 1205 (9th Cir. 2006).
<span class="star-pagination">*12</span> <i>Id.</i> at 1206; 28 U.S.C. &sect; 1331.</p>
<h2>I. DISCUSSION</h2><p>Good cause exists. [*13] The motion at Dkt. No. 7 is granted.</p>
<blockquote><p>A party may obtain discovery of any nonprivileged matter.</p></blockquote>
<ol><li>one<li>two</ol><pre>   a   b</pre>
<page-number label="14">*14</page-number><p>IT IS SO ORDERED.</p><p>May 3, 2024</p>
<div class="footnotes"><div class="footnote" id="fn1"><a class="footnote" href="#fn1_ref">1</a>
<p>28 U.S.C. &sect; 1782 is not at issue.</p><p>Nor is Rule 45.</p></div></div></body></html>"""
HARVARD = (
    "<opinion type='majority'><author>CALDER, Judge.</author><p>The plaintiff asks for relief."
    "<footnotemark>1</footnotemark> <page-number citation-index='1' label='201'>*201</page-number>"
    "We deny it.</p><footnote label='1'><p>Jane Roe. <em>Id.</em></p></footnote></opinion>"
)
PLAIN = """\
        UNITED STATES DISTRICT COURT
            DISTRICT OF NEVADA

JANE ROE,                        )
              Plaintiff,         )   Case No. 2:24-cv-00001-ABC-DEF
       v.                        )
ACME WIDGETS, INC.,              )   ORDER
              Defendant.         )

    The motion of Jane Roe is denied. See Calder v. Jones, 465 U.S. 783 (1984).\f
                    2

    IT IS SO ORDERED.
"""
OPINION = {
    "resource_uri": "http://www.courtlistener.com/api/rest/v3/opinions/1/",
    "html_with_citations": HTML,
    "html": None,
    "xml_harvard": HARVARD,
    "plain_text": PLAIN,
    "author_str": "Calder",
    "type": "010combined",
    "cluster": {
        "case_name": "Roe v. Acme Widgets, Inc.",
        "date_filed": "2024-05-03",
        "judges": "Calder, Wynn",
        "citations": [{"volume": 1, "reporter": "F.4th", "page": "2"}],
        "docket": {"docket_number": "2:24-cv-00001", "court_id": "nvd", "court": {"id": "nvd"}},
    },
}
CLUSTER = {
    "case_name": "Roe v. Doe",
    "date_filed": "2010-06-09",
    "sub_opinions": [
        {"type": "020lead", "plain_text": PLAIN},
        {"type": "040dissent", "xml_harvard": HARVARD},
        {"type": "030concurrence", "html_lawbox": "<center><b>Wynn</b></center><p>I concur.</p>"},
    ],
}
CASE = {
    "name_abbreviation": "Roe v. Doe Mills, Inc.",
    "docket_number": "No. 99-88",
    "decision_date": "2002-11-14",
    "citations": [{"type": "official", "cite": "1 Fed. Cl. 1"}],
    "court": {"name": "United States Court of Federal Claims"},
    "casebody": {
        "judges": ["CALDER, Judge."],
        "head_matter": "United States Court of Federal Claims.\nNo. 99-88.\nNov. 14, 2002.",
        "opinions": [
            {
                "type": "majority",
                "author": "CALDER, Judge.",
                "text": "CALDER, Judge.\nThe plaintiff\n1\nasks for relief.\n2\nWe deny it.\n"
                "1 . Jane Roe.\nShe sues.\n2 . id. at 4.",
            },
            {"type": "dissent", "author": "WYNN, Judge.", "text": "I dissent."},
        ],
    },
}
RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}{\stylesheet{\s1 heading 1;}}
{\info{\title Draft}}{\header\pard Case No. 2:24-cv-00001\par}
\pard\qc UNITED STATES DISTRICT COURT\par DISTRICT OF NEVADA\par
\pard JANE ROE,\par Plaintiff,\par v.\par ACME WIDGETS, INC.,\par Defendant.\par
Case No. 2:24-cv-00001-ABC-DEF\par \pard\qc\outlinelevel0{\b ORDER GRANTING MOTION}\par
\pard Plaintiff moves {\i ex parte}.{\super\chftn}{\footnote\pard\plain{\super\chftn} 28 U.S.C. \'a7 1782 is not at issue.\par Nor is Rule 45.} The caf\'e9\rquote s owner was\~served \u8212?twice.{\super *}{\footnote{\super *} Counsel agrees.}\par
\pard\li720\ri720 A party may obtain discovery of any nonprivileged matter that is relevant to any claim.\par
{\v hidden words}{\*\unknown skipped}{\pict\bin4 abcd}So ordered \u-10179?\u-8704?.\par
\trowd\cellx100\cellx200\pard\intbl Item\cell Due\cell\row \pard}"""
OPENING = ("UNITED STATES DISTRICT COURT", "DISTRICT OF NEVADA", "JANE ROE,", "Plaintiff,", "v.",
           "ACME WIDGETS, INC.,", "Defendant.", "Case No. 2:24-cv-00001-ABC-DEF",
           "ORDER GRANTING MOTION TO COMPEL")  # fmt: skip
DOCX_BODY = (
    *(paragraph(line) for line in OPENING),
    paragraph("Good cause exists.", refer("footnote", 1), " The request is narrow."),
    paragraph(
        '<w:ins w:id="1" w:author="x"><w:r><w:t>Newly </w:t></w:r></w:ins>',
        '<w:del w:id="2" w:author="x"><w:r><w:delText>formerly </w:delText></w:r></w:del>',
        "granted.",
        refer("endnote", 1),
    ),
    paragraph(box("Filed under seal"), "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"),
    f"<w:tbl><w:tr><w:tc>{paragraph('List')}</w:tc><w:tc>{paragraph('May 3')}</w:tc></w:tr></w:tbl>",
    paragraph("IT IS SO ORDERED."),
)
ODT_BODY = "".join(f"<text:p>{line}</text:p>" for line in OPENING) + (
    '<text:p>Good cause exists.<text:note text:id="f1" text:note-class="footnote">'
    "<text:note-citation>1</text:note-citation><text:note-body><text:p>Rule 26.</text:p>"
    "</text:note-body></text:note> <text:span>So</text:span><text:s/>ordered.<text:tab/>x</text:p>"
    "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>List</text:p></table:table-cell>"
    "</table:table-row></table:table>"
)


@cache
def list_specimens(*forms: str) -> tuple[tuple[str, bytes], ...]:
    """The specimens of the forms, or of all: each with its form's name."""
    every = tuple(_list_all())
    return tuple(item for item in every if not forms or item[0] in forms)


def _list_all() -> Iterator[tuple[str, bytes]]:
    yield "html", HTML.encode()
    yield "html", HARVARD.encode()
    yield "html", f"<pre>{PLAIN}</pre>".encode()
    for source in (OPINION, CLUSTER, CASE):
        yield "json", json.dumps(source).encode()
    yield "rtf", RTF
    yield "docx", _make_docx()
    yield "odt", make_odt(ODT_BODY)
    yield "pdf", _draw_pdf()
    yield (
        "zip",
        make_package({"a.txt": PLAIN, "in/b.html": HTML, "c.zip": make_package({"d.rtf": RTF})}),
    )
    yield "layout", PLAIN.encode()
    yield "layout", PLAIN.encode("utf-16")
    yield "layout", PLAIN.replace("'", "’").encode("cp1252")
    for path in list_shipped():
        yield ("markdown" if path.suffix == ".md" else "layout"), path.read_bytes()
    if which("pandoc"):
        for form in ("docx", "odt"):
            yield form, _convert(form)
    # Old word processors' files can't be written here; real ones are mutated where they lie near.
    for name in ("opinion_doc.doc", "opinion_wpd.wpd"):
        path = SHARED / "corpus" / "word-processor" / name
        if path.is_file():
            yield path.suffix[1:], path.read_bytes()


def _convert(form: str) -> bytes:
    command = ["pandoc", "--from", "html", "--to", form, "--output", "-"]
    return subprocess.run(command, input=HTML.encode(), capture_output=True, check=True).stdout


def _make_docx() -> bytes:
    return make_docx(
        "".join(DOCX_BODY),
        '<w:headerReference w:type="default" r:id="rheader1"/>'
        '<w:footerReference w:type="default" r:id="rfooter1"/>',
        header1=paragraph("Case No. 2:24-cv-00001-ABC-DEF"),
        footer1=paragraph("Page 1"),
        footnotes=note("footnote", 1, "28 U.S.C. § 1782 is not at issue."),
        endnotes=note("endnote", 1, "See Rule 26."),
    )


def _draw_pdf() -> bytes:
    """Two pages of pleading paper: line numbers, a turned name, a stamp, a note."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, invariant=True)
    for page in (1, 2):
        canvas.setFont("Times-Roman", 12)
        for number in range(1, 29):
            canvas.drawRightString(80, 724 - 24 * number, str(number))
        canvas.saveState()
        canvas.translate(40, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "United States District Court")
        canvas.restoreState()
        stamp = f"Case 2:24-cv-00001-ABC-DEF   Document 7   Filed 05/03/24   Page {page} of 2"
        canvas.drawString(150, 760, stamp)
        for rank, line in enumerate(OPENING if page == 1 else ("It is granted.", "SO ORDERED.")):
            canvas.drawString(96, 628 - 24 * rank, line)
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(170, 632 - 24, "1")
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(96, 100, "1 See Calder v. Jones, 465 U.S. 783 (1984).")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
