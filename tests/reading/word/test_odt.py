"""ODT files written by hand: what LibreOffice keeps beside the running text."""

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import CleanOrder, RemovalReason
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import LineKind, SourceLine
from build_scripts.reading import read_order
from tests.tables import each_row
from tests.word_packages import make_odt

GRANTED = "<text:p>The motion to compel is granted.</text:p>"
LONG = "A party may obtain discovery of any nonprivileged matter that is relevant to a claim."
LISTS = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/>'
    "</text:list-style>"
)


def read_lines(data: bytes) -> list[SourceLine]:
    source = read_order(RawOrder.from_bytes("order.odt", data))
    return [line for page in source.pages for line in page.lines if line.text]


def clean(data: bytes) -> CleanOrder:
    return clean_order(read_order(RawOrder.from_bytes("order.odt", data)))


def list_removed(order: CleanOrder, reason: RemovalReason) -> list[str]:
    return [removal.text for removal in order.removals if removal.reason is reason]


def make_note(citation: str, text: str) -> str:
    return (
        f'<text:note text:note-class="footnote">{citation}<text:note-body><text:p>{text}</text:p>'
        "</text:note-body></text:note>"
    )


def make_list(*items: str, more: str = "") -> str:
    inner = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in items)
    return f'<text:list text:style-name="L1"{more}>{inner}</text:list>'


def test_heads_and_feet_are_running_heads_and_the_first_pages_head_is_text() -> None:
    styles = (
        "<office:master-styles><style:master-page>"
        "<style:header><text:p>Case No. 2:24-cv-00001-ABC-DEF</text:p></style:header>"
        "<style:header-first><text:p>UNITED STATES DISTRICT COURT</text:p></style:header-first>"
        "<style:footer><text:p>Page <text:page-number>3</text:page-number></text:p></style:footer>"
        "</style:master-page></office:master-styles>"
    )
    order = clean(make_odt(GRANTED, styles))
    assert [block.text for block in order.blocks] == [
        "UNITED STATES DISTRICT COURT",
        "The motion to compel is granted.",
    ]
    assert list_removed(order, RemovalReason.RUNNING_HEAD) == [
        "Case No. 2:24-cv-00001-ABC-DEF",
        "Page 3",
    ]


def test_deleted_words_comments_and_hidden_text_are_removals() -> None:
    hidden = '<style:style style:family="text" style:name="T1"><style:text-properties text:display="none"/></style:style>'
    order = clean(
        make_odt(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>denied</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes>"
            '<text:p>The motion is <text:change text:change-id="c1"/>granted'
            "<office:annotation><text:p>Check this.</text:p></office:annotation>"
            '<text:span text:style-name="T1">secret</text:span>.</text:p>',
            automatic=hidden,
        )
    )
    assert order.text == "The motion is granted."
    assert list_removed(order, RemovalReason.MARKUP) == ["denied", "Check this.", "secret"]


def test_boxes_fields_blanks_and_soft_hyphens() -> None:
    lines = read_lines(
        make_odt(
            "<text:p>Due<text:s/>on <text:date>May 3, 2024</text:date> for con\xadtract"
            "<draw:frame><draw:text-box><text:p>Filed under seal.</text:p></draw:text-box>"
            "<svg:title>a picture</svg:title></draw:frame>s.</text:p>"
        )
    )
    assert [line.text for line in lines] == [
        "Due on May 3, 2024 for contracts.",
        "Filed under seal.",
    ]


def test_lists_go_on_and_begin_anew_where_told() -> None:
    inner = "<text:list><text:list-item><text:p>Inner.</text:p></text:list-item></text:list>"
    nested = f'<text:list text:style-name="L1"><text:list-item><text:p>One.</text:p>{inner}</text:list-item></text:list>'
    start = '<text:list text:style-name="L1"><text:list-item text:start-value="5"><text:p>Five.</text:p></text:list-item></text:list>'
    bullet = '<text:list text:style-name="L2"><text:list-item><text:p>Dot.</text:p></text:list-item></text:list>'
    goes_on = make_list("Two.", more=' text:continue-numbering="true"')
    body = nested + GRANTED + goes_on + make_list("Anew.") + start + bullet
    data = make_odt(body, automatic=LISTS)
    assert [line.text for line in read_lines(data)] == [
        "1. One.",
        "(a) Inner.",
        "The motion to compel is granted.",
        "2. Two.",
        "1. Anew.",
        "5. Five.",
        "• Dot.",
    ]
    clean(data)


def test_notes_are_numbered_through_and_stars_stay() -> None:
    star = make_note('<text:note-citation text:label="*">*</text:note-citation>', "By designation.")
    first = make_note(
        "<text:note-citation>i</text:note-citation>", "28 U.S.C. § 1782 is not at issue."
    )
    order = clean(make_odt(f"<text:p>The panel agrees.{star} So held.{first}</text:p>"))
    notes = [(note.label, note.text, note.tied) for note in order.footnotes]
    assert ("1", "28 U.S.C. § 1782 is not at issue.", True) in notes
    assert "By designation." in order.reading_text


def test_headings_carry_the_outlines_numbers_and_styles_quote() -> None:
    styles = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" '
        'style:num-format="I" style:num-suffix="."/></text:outline-style><style:style '
        'style:family="paragraph" style:name="Q" style:parent-style-name="Quotations"/>'
        '<style:style style:family="paragraph" style:name="S"><style:paragraph-properties '
        'fo:margin-left="0.5in" fo:margin-right="1.27cm"/></style:style></office:styles>'
    )
    body = (
        '<text:h text:outline-level="1">Background</text:h><text:h text:outline-level="1">Law</text:h>'
        f'<text:p text:style-name="Q">{LONG}</text:p><text:p text:style-name="S">{LONG}</text:p>'
        f"<text:p>{LONG}</text:p>"
    )
    lines = read_lines(make_odt(body, styles))
    assert [line.text[:14] for line in lines[:2]] == ["I. Background", "II. Law"]
    assert [line.heading_level for line in lines[:2]] == [1, 1]
    assert [line.kind for line in lines[2:]] == [
        LineKind.QUOTE,
        LineKind.QUOTE,
        LineKind.PARAGRAPH,
    ]


@each_row()
def test_words_in_odd_places_are_conserved(body: str) -> None:
    order = clean(make_odt(body.replace("dc:", "text:") + GRANTED))
    assert "The motion to compel is granted." in order.reading_text
