from build_scripts.model.source_text import Style
from build_scripts.reading.word.odt_styles import OdtStyles, print_label
from build_scripts.reading.word.xml_tree import Element, parse_xml
from tests.tables import by_number, each_row

LISTS = b"""<text:list-style style:name="L">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("
    style:num-suffix=")" text:start-value="3"/>
  <text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/>
  <text:list-level-style-bullet text:level="4"/>
  <text:list-level-style-number text:level="5" style:num-format=""/>
  <text:list-level-style-number text:level="6" style:num-format="I"
    style:num-suffix="and then some more"/>
</text:list-style>"""


def paragraph_style(name: str, properties: str, parent: str = "") -> bytes:
    return (
        f'<style:style style:family="paragraph" style:name="{name}"'
        f' style:parent-style-name="{parent}">'
        f"<style:paragraph-properties {properties}/></style:style>"
    ).encode()


def text_style(name: str, properties: str, parent: str = "") -> bytes:
    return (
        f'<style:style style:family="text" style:name="{name}" style:parent-style-name="{parent}">'
        f"<style:text-properties {properties}/></style:style>"
    ).encode()


def make_sheet(*styles: bytes) -> Element:
    return parse_xml(b"<r><office:styles>" + b"".join(styles) + b"</office:styles></r>")


@each_row()
def test_quotations_are_set_in(properties: str, expected: bool) -> None:
    styles = OdtStyles(make_sheet(paragraph_style("P1", properties)))
    assert styles.is_quotation("P1") is expected


@each_row()
def test_quotations_have_a_style_of_that_name(name: str, expected: bool) -> None:
    sheet = make_sheet(
        paragraph_style("P1", "", parent="Quotations"),
        paragraph_style("P2", "", parent="Text_20_body"),
    )
    assert OdtStyles(sheet).is_quotation(name) is expected


@each_row(styles=set)
def test_runs(properties: str, styles: set[Style], hidden: bool) -> None:
    assert OdtStyles(make_sheet(text_style("T1", properties))).read_run("T1") == (styles, hidden)


def test_the_nearest_style_and_the_first_sheet_outrank_the_others() -> None:
    bold, plain = 'fo:font-weight="bold"', 'fo:font-weight="normal"'
    near = make_sheet(text_style("T1", plain, parent="T2"), text_style("T2", bold))
    assert OdtStyles(near).read_run("T1") == (frozenset(), False)
    first, second = make_sheet(text_style("T1", bold)), make_sheet(text_style("T1", plain))
    assert OdtStyles(first, second).read_run("T1") == ({Style.BOLD}, False)


def test_styles_that_are_based_on_each_other_end() -> None:
    sheet = make_sheet(text_style("T1", "", parent="T2"), text_style("T2", "", parent="T1"))
    assert OdtStyles(sheet).read_run("T1") == (frozenset(), False)


@each_row(reached=by_number)
def test_labels(level: int, reached: dict[int, int], expected: str) -> None:
    levels = OdtStyles(make_sheet(LISTS)).find_levels("L")
    assert print_label(levels, level, reached) == expected


def test_a_list_style_is_found_through_paragraph_styles() -> None:
    sheet = make_sheet(
        b'<style:style style:family="paragraph" style:name="P1" style:parent-style-name="P2"/>',
        b'<style:style style:family="paragraph" style:name="P2" style:list-style-name="L"/>',
    )
    styles = OdtStyles(sheet)
    assert [styles.find_list_style(name) for name in ("P1", "P2", "P3")] == ["L", "L", ""]
