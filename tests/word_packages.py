"""DOCX and ODT packages written by hand: what pandoc writes has no headers, boxes or changes."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
WPS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
NAMES = f"{W} {M} {R} {WPS}"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for name, long in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("svg", "svg-compatible"),
        ("fo", "xsl-fo-compatible"),
    )
)


def make_package(members: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP container of the members, in their order."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content, packing)
    return stream.getvalue()


def make_docx(body: str, section: str = "", **parts: str) -> bytes:
    """A DOCX of a body's XML and of parts by name: footnotes, endnotes, header1, footer1, …

    Each part is named by a relation `r` + its name ("rheader1"), which `section` may refer to.
    """
    kinds = {name: name.rstrip("0123456789") for name in parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>'
        for name, kind in {**kinds, "document": "document.main"}.items()
    )
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{RELATION}/{kind}" Target="{name}.xml"/>'
        for name, kind in kinds.items()
    )
    roots = {"header": "hdr", "footer": "ftr"}
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        f'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": _relate(
            f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _relate(relations),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}"
        f"<w:sectPr>{section}</w:sectPr></w:body></w:document>",
    }
    for name, content in parts.items():
        root = roots.get(kinds[name], kinds[name])
        members[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{content}</w:{root}>"
    return make_package(members)


def make_odt(body: str, styles: str = "", automatic: str = "") -> bytes:
    """An ODT of a body's XML, of `styles.xml` (master pages) and of automatic styles."""
    return make_package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {ODF}>{styles}</office:document-styles>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def paragraph(*runs: str) -> str:
    """A DOCX paragraph of runs: text, or XML where it begins with a bracket."""
    return f"<w:p>{''.join(run if run.startswith('<') else say(run) for run in runs)}</w:p>"


def say(text: str) -> str:
    """A DOCX run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def refer(kind: str, number: int) -> str:
    """A mark of a footnote or an endnote."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(kind: str, number: int, text: str) -> str:
    """A footnote or endnote of one paragraph."""
    return f'<w:{kind} w:id="{number}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>'


def box(text: str) -> str:
    """A text box, with the copy that old readers are given (VML)."""
    inner = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
        f'<a:graphicData uri="x"><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _relate(relations: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relations}</Relationships>"
    )
