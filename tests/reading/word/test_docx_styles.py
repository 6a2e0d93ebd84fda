from build_scripts.model.source_text import Style
from build_scripts.reading.word.docx_styles import StyleSheet
from build_scripts.reading.word.xml_tree import parse_xml
from tests.tables import as_tuples, each_row

SHEET = StyleSheet(
    parse_xml(
        b"""<w:styles>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
  <w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
  <w:style w:styleId="Toc"><w:name w:val="TOC heading"/></w:style>
  <w:style w:styleId="Mine"><w:name w:val="My head"/><w:basedOn w:val="H2"/></w:style>
  <w:style w:styleId="Out"><w:name w:val="Out"/><w:pPr><w:outlineLvl w:val="8"/></w:pPr></w:style>
  <w:style w:styleId="Q"><w:name w:val="Block Text"/>
    <w:pPr><w:ind w:left="720" w:right="720" w:hanging="360"/></w:pPr></w:style>
  <w:style w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>
  <w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>
</w:styles>"""
    )
)


@each_row(own=str.encode)
def test_headings_and_quotations_by_style(own: bytes, level: int, quoted: bool) -> None:
    read = SHEET.read_paragraph(parse_xml(b"<w:pPr>" + own + b"</w:pPr>"))
    assert (read.heading_level, read.quote_style) == (level, quoted)


@each_row(own=str.encode, expected=as_tuples)
def test_indents(own: bytes, expected: tuple[int, int, int]) -> None:
    read = SHEET.read_paragraph(parse_xml(b"<w:pPr>" + own + b"</w:pPr>"))
    assert (read.left, read.right, read.first) == expected


@each_row(own=str.encode, styles=set)
def test_runs(own: bytes, styles: set[Style], hidden: bool) -> None:
    assert SHEET.read_run(parse_xml(b"<w:rPr>" + own + b"</w:rPr>")) == (styles, hidden)


def test_a_run_without_properties_is_plain() -> None:
    assert SHEET.read_run(None) == (frozenset(), False)
