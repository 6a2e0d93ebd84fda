"""PDFs written object by object: what a page holds, and what lies besides in the file."""

import zlib
from collections.abc import Mapping

SECRET = "219-09-9999"
LINES = (
    "UNITED STATES DISTRICT COURT",
    "DISTRICT OF NEVADA",
    "JANE ROE, Plaintiff,",
    "v.",
    "DOE MILLS, INC., Defendant.",
    "Case No. 2:24-cv-00017-ABC-DEF",
    "ORDER DENYING MOTION TO SEAL",
    "The motion to seal the exhibits is before the Court. The motion is DENIED.",
    "Dated: March 4, 2024",
    "MARA T. VALE",
    "United States District Judge",
)
CATALOG, PAGES, PAGE, FONT, CONTENT = 1, 2, 3, 4, 5
PRINTED = "BT /F1 11 Tf 14 TL 72 720 Td " + " ".join(f"({line}) Tj T*" for line in LINES) + " ET"


def write_pdf(
    content: str = PRINTED,
    catalog: str = "",
    page: str = "",
    objects: Mapping[int, bytes] | None = None,
    trailer: str = "",
) -> bytes:
    """Return a PDF of one page: `content` is what is drawn, the others are added to dictionaries.

    `objects` are further ones, by their numbers from 6 on.
    """
    body = {
        CATALOG: f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        PAGES: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE: (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R"
            f"/Resources<</Font<</F1 4 0 R>>/Properties<</L1 6 0 R>>>>{page}>>"
        ).encode(),
        FONT: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        CONTENT: write_stream(content.encode()),
        **(objects or {}),
    }
    return _append(b"%PDF-1.7\n", body, trailer)


def update_pdf(pdf: bytes, objects: Mapping[int, bytes]) -> bytes:
    """Return the PDF with objects in place of its own, saved incrementally."""
    start = pdf.rindex(b"startxref") + len(b"startxref")
    before = int(pdf[start:].split()[0])
    return _append(pdf, dict(objects), f"/Prev {before}")


def write_stream(data: bytes, entries: str = "") -> bytes:
    """Return a stream, packed."""
    packed = zlib.compress(data)
    head = f"<</Length {len(packed)}/Filter/FlateDecode{entries}>>stream\n"
    return head.encode() + packed + b"\nendstream"


def _append(before: bytes, objects: Mapping[int, bytes], trailer: str) -> bytes:
    written, table = before, []
    for number, text in objects.items():
        table.append(f"{number} 1\n{len(written):010} 00000 n \n")
        written += f"{number} 0 obj\n".encode() + text + b"\nendobj\n"
    place = len(written)
    size = 30
    head = "xref\n0 1\n0000000000 65535 f \n" if b"%%EOF" not in before else "xref\n"
    end = f"trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{place}\n%%EOF\n"
    return written + (head + "".join(table) + end).encode()


def _draw(more: str) -> str:
    return f"{PRINTED} {more}"


_WORDS = f"BT /F1 11 Tf 72 300 Td (A sealed witness gave number {SECRET} to him.) Tj ET"
LAYERS = "/OCProperties<</OCGs[6 0 R]/D<</Order[6 0 R]/OFF[6 0 R]>>>>"
LAYER = b"<</Type/OCG/Name(Notes)>>"
XMP = (
    '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li '
    f'xml:lang="x-default">Number {SECRET}</rdf:li></rdf:Alt></dc:description>'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)

BESIDE: Mapping[str, bytes] = {
    "attachment": write_pdf(
        catalog="/Names<</EmbeddedFiles<</Names[(note.txt) 7 0 R]>>>>",
        objects={
            7: b"<</Type/Filespec/F(note.txt)/EF<</F 8 0 R>>>>",
            8: write_stream(f"SSN {SECRET}".encode(), "/Type/EmbeddedFile"),
        },
    ),
    "comment": write_pdf(
        page="/Annots[7 0 R]",
        objects={
            7: f"<</Type/Annot/Subtype/Text/Rect[9 9 29 29]/Contents(SSN {SECRET})>>".encode()
        },
    ),
    "information": write_pdf(
        trailer="/Info 7 0 R", objects={7: f"<</Keywords(SSN {SECRET})/Producer(Quill)>>".encode()}
    ),
    "metadata": write_pdf(
        catalog="/Metadata 7 0 R",
        objects={7: write_stream(XMP.encode(), "/Type/Metadata/Subtype/XML")},
    ),
    "field": write_pdf(
        catalog="/AcroForm<</Fields[7 0 R]>>",
        page="/Annots[7 0 R]",
        objects={
            7: f"<</Type/Annot/Subtype/Widget/FT/Tx/T(ssn)/V({SECRET})/F 2/Rect[9 9 90 29]>>".encode()
        },
    ),
    "dynamic form": write_pdf(
        catalog="/AcroForm<</Fields[]/XFA[(datasets)7 0 R]>>",
        objects={7: write_stream(f"<xfa:data><ssn>{SECRET}</ssn></xfa:data>".encode())},
    ),
    "revision": update_pdf(write_pdf(_draw(_WORDS)), {CONTENT: write_stream(PRINTED.encode())}),
}
"""By what holds it, PDFs with a number beside the page that is shown."""

ELSEWHERE: Mapping[str, bytes] = {
    "link": write_pdf(
        page="/Annots[7 0 R]",
        objects={
            7: b"<</Type/Annot/Subtype/Link/Rect[9 9 29 29]"
            + f"/A<</S/URI/URI(https://law.example/?ssn={SECRET})>>>>".encode()
        },
    ),
    "program's notes": write_pdf(
        page="/PieceInfo<</Quill<</Private 7 0 R>>>>",
        objects={7: f"<</Note(SSN {SECRET})>>".encode()},
    ),
    "page label": write_pdf(catalog=f"/PageLabels<</Nums[0<</P(SSN {SECRET})>>]>>"),
    "before": f"SSN {SECRET}\n".encode() + write_pdf(),
    "after": write_pdf() + f"% SSN {SECRET}\n".encode(),
}
"""By what holds it, PDFs with a number in a place that is no part of a kind."""

HIDDEN: Mapping[str, bytes] = {
    "layer": write_pdf(_draw(f"/OC /L1 BDC {_WORDS} EMC"), catalog=LAYERS, objects={6: LAYER}),
    "beyond": write_pdf(_draw(_WORDS.replace("72 300 Td", "72 -90 Td"))),
}
"""PDFs whose page holds a sentence that it does not show."""

ACTIVE = write_pdf(
    catalog="/OpenAction 7 0 R/Names<</EmbeddedFiles<</Names[(../../evil.exe) 8 0 R]>>>>",
    objects={
        7: b'<</S/JavaScript/JS(this.submitForm\\("http://forms.example/"\\))>>',
        8: b"<</Type/Filespec/F(../../evil.exe)/EF<</F 9 0 R>>>>",
        9: write_stream(b"MZ", "/Type/EmbeddedFile"),
    },
)
"""A PDF that does something when it is opened, and holds a file."""
