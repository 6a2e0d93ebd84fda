"""Captions of several courts, each taken apart to court, parties, docket, title, reference."""

from build_scripts.model.clean_order import BlockKind
from tests.orders_from_text import clean_text, list_texts
from tests.tables import each_row, read_rows

PROSE = (
    "        Plaintiff moves to compel further answers to its first set of interrogatories, which\n"
    "the defendant has answered in part. The court has read the papers and heard the parties.\n"
    "The motion is denied because the parties did not meet and confer as the rule requires.\n"
)


@each_row()
def test_each_part_of_a_caption(text: str, parts: dict[str, list[str]]) -> None:
    order = clean_text(text)
    assert {kind: list_texts(order, BlockKind(kind)) for kind in parts} == parts
    assert "│" not in order.text


def test_a_notice_above_the_court_stays_above_it() -> None:
    [text] = [
        row["text"]
        for row in read_rows(__file__, "test_each_part_of_a_caption")
        if "FOR PUBLICATION" in row["text"]
    ]
    first, second, *_ = clean_text(text).blocks
    assert (first.text, first.kind) == ("FOR PUBLICATION", BlockKind.CENTRED)
    assert second.kind is BlockKind.COURT


def test_what_is_left_of_a_rule_is_the_parties_and_the_rule_alone_is_nothing() -> None:
    """New York's districts, of a tool that kept some blanks."""
    text = """\
UNITED STATES DISTRICT COURT
SOUTHERN DISTRICT OF NEW YORK
---------------------------------------------------------------------- X
03/26/2031
   :
QUINCE FERRIES    :
AUTHORITY, et al.,   :
   :
        Plaintiffs,   :  31-cv-0412 (QRS)
   :
    -v-   :  ORDER
   :
TAM MEDLAR, et al.   :
   :
                  Defendants.   :
   :
----------------------------------------------------------------------  X

"""
    order = clean_text(text + PROSE)
    parties = [text.removesuffix(" :") for text in list_texts(order, BlockKind.PARTIES)]
    assert [each for each in parties if each != ":"] == [
        "QUINCE FERRIES AUTHORITY, et al.,",
        "Plaintiffs,",
        "-v-",
        "TAM MEDLAR, et al.",
        "Defendants.",
    ]
    assert list_texts(order, BlockKind.TITLE) == ["ORDER"]
    assert list_texts(order, BlockKind.DOCKET) == ["31-cv-0412 (QRS)"]


def test_text_without_a_caption_has_none() -> None:
    order = clean_text(PROSE)
    assert {block.kind for block in order.blocks} == {BlockKind.PARAGRAPH}
