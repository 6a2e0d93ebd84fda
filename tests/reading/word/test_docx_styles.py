import pytest

from build_scripts.model.source_text import Style
from build_scripts.reading.word.docx_styles import StyleSheet
from build_scripts.reading.word.xml_tree import parse_xml

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


@pytest.mark.parametrize(
    ("own", "level", "quoted"),
    [
        (b"", 0, False),
        (b'<w:pStyle w:val="H2"/>', 2, False),
        (b'<w:pStyle w:val="Mine"/>', 2, False),  # by the style that it is based on
        (b'<w:pStyle w:val="Toc"/>', 0, False),
        (b'<w:pStyle w:val="Out"/>', 6, False),  # Word knows nine levels, HTML six
        (b'<w:outlineLvl w:val="0"/>', 1, False),
        (b'<w:outlineLvl w:val="9"/>', 0, False),  # body text
        (b'<w:pStyle w:val="Q"/>', 0, True),
        (b'<w:pStyle w:val="Gone"/>', 0, False),
        (b'<w:pStyle w:val="A"/>', 0, False),  # two that are based on each other
    ],
)
def test_headings_and_quotations_by_style(own: bytes, level: int, quoted: bool) -> None:
    read = SHEET.read_paragraph(parse_xml(b"<w:pPr>" + own + b"</w:pPr>"))
    assert (read.heading_level, read.quote_style) == (level, quoted)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (b'<w:pStyle w:val="Q"/>', (720, 720, -360)),
        (b'<w:pStyle w:val="Q"/><w:ind w:left="0"/>', (0, 720, -360)),  # its own goes before
        (b'<w:ind w:start="500" w:end="400" w:firstLine="300"/>', (500, 400, 300)),
        (b'<w:ind w:left="half an inch"/>', (0, 0, 0)),
    ],
)
def test_indents(own: bytes, expected: tuple[int, int, int]) -> None:
    read = SHEET.read_paragraph(parse_xml(b"<w:pPr>" + own + b"</w:pPr>"))
    assert (read.left, read.right, read.first) == expected


@pytest.mark.parametrize(
    ("own", "styles", "hidden"),
    [
        (b"<w:b/><w:i/>", {Style.BOLD, Style.ITALIC}, False),
        (b'<w:b w:val="0"/>', set(), False),
        (b'<w:u w:val="single"/>', {Style.ITALIC}, False),
        (b'<w:u w:val="none"/>', set(), False),
        (b'<w:rStyle w:val="Strong"/>', {Style.BOLD}, False),
        (b'<w:rStyle w:val="Strong"/><w:b w:val="false"/>', set(), False),
        (b'<w:vertAlign w:val="superscript"/>', {Style.SUPERSCRIPT}, False),
        (b'<w:vertAlign w:val="subscript"/>', set(), False),
        (b"<w:vanish/>", set(), True),
    ],
)
def test_runs(own: bytes, styles: set[Style], hidden: bool) -> None:
    assert SHEET.read_run(parse_xml(b"<w:rPr>" + own + b"</w:rPr>")) == (styles, hidden)


def test_a_run_without_properties_is_plain() -> None:
    assert SHEET.read_run(None) == (frozenset(), False)
