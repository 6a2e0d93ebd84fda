"""Quotations by both indents, by the verb before a colon, by the source below."""

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.paragraphs.quotations import mark_led_quotations
from build_scripts.model.clean_order import BlockKind
from tests.orders_from_text import clean_text
from tests.tables import each_row

QUOTED = (
    "Tenant shall keep the slip, the cleats, and all lines in good repair, and shall report any "
    "damage to Landlord within 5 days."
)
AFTER = "The Court reads these words as they stand."


@each_row()
def test_what_a_colon_leads_to(
    lead: str, quoted: str | None, after: str | None, quote: bool
) -> None:
    groups = [
        Group(BlockKind.PARAGRAPH, [Line(number, text)])
        for number, text in enumerate((lead, quoted or QUOTED, after or AFTER))
    ]
    mark_led_quotations(groups)
    expected = BlockKind.QUOTE if quote else BlockKind.PARAGRAPH
    kinds = [BlockKind.PARAGRAPH, expected, BlockKind.PARAGRAPH]
    assert [group.kind for group in groups] == kinds


LAID_OUT = """\
      The lease puts the duty on the tenant, and nothing in the record of this case says
that any other agreement took its place:

          Tenant shall keep the slip, the cleats, and all lines in good repair,
          shall inspect them every 30 days, and shall report any damage to
          Landlord within 5 days.

      Defendant replies that the period began on the date of mailing, but it cites no
authority for that reading, and the Court has found none.
"""


def test_lines_set_in_below_each_other_are_a_quotation() -> None:
    blocks = clean_text(LAID_OUT).blocks
    assert [block.kind for block in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
        BlockKind.PARAGRAPH,
    ]
