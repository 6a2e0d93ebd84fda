"""Pages of a law report: their heads begin them, and other cases' words are parts behind the order."""

import textwrap

from build_scripts.cleaning import clean_order
from build_scripts.describing import describe_order
from build_scripts.model.clean_order import CleanOrder, PartKind, RemovalReason
from build_scripts.model.source_text import SourceFormat
from build_scripts.reading.layout_text import read_layout_text

BEFORE = """\
Nothing in the lease forbids a tenant to take
her own books out of a house by night, and
the keeper of the gate has no say in it.
The motion to suppress is denied."""
CAPTION = """\
Ansel WREN and all others similarly
situated, Plaintiffs,
v.
Marla HARROW, Warden, Defendant.
Civ. A. No. 31-0412.
United States District Court,
D. Rhode Island.
May 3, 1993."""
TEXT = """\
The tenant asked the landlord for the key of
the house in a letter that was sent in May.
He did not answer it, and the court finds
that the notice was too late by a week or so."""
DECREE = """\
For these reasons the motion to dismiss is
granted and the clerk must close the case.
SO ORDERED."""
NEXT = """\
Pat QUILLON
v.
Lee MARLOWE.
Civ. A. No. 31-0777.
United States District Court,
D. Rhode Island.
May 9, 1993.
The motion for a new trial is granted."""
HEADS = ("WREN v. HARROW  21\nCite as 9068 F.Supp. 21 (D.R.I. 1993)", "22  9068 FEDERAL SUPPLEMENT")


def clean(*pages: str) -> CleanOrder:
    text = "\n\n".join(f"{head}\n{page}" for head, page in zip(HEADS, pages, strict=True))
    return clean_order(read_layout_text(text, "utf-8", SourceFormat.PLAIN))


def test_heads_of_a_report_are_furniture_and_begin_its_pages() -> None:
    order = clean(f"{CAPTION}\n{TEXT}", f"{TEXT}\n{DECREE}")
    heads = [each for each in order.removals if each.reason is RemovalReason.RUNNING_HEAD]
    assert [each.page for each in heads] == [1, 1, 2]
    assert {place.page for block in order.blocks for place in block.places} == {1, 2}
    assert order.parts == ()


def test_the_cases_before_and_after_are_parts_behind_the_order() -> None:
    order = clean(f"{BEFORE}\n{CAPTION}\n{TEXT}", f"{TEXT}\n{DECREE}\n{NEXT}")
    assert [part.kind for part in order.parts] == [PartKind.OTHER_CASE] * 2
    own = "\n".join(block.text for block in order.blocks[: order.parts[0].first])
    assert own.startswith("Ansel WREN")
    assert "SO ORDERED." in own
    assert "suppress" not in own
    assert "QUILLON" not in own


def test_nothing_is_said_of_other_cases() -> None:
    order = clean(f"{BEFORE}\n{CAPTION}\n{TEXT}", f"{TEXT}\n{DECREE}\n{NEXT}")
    said = describe_order(order)
    assert said.case_name is not None
    assert said.case_name.value == "Wren v. Harrow"
    assert [each.value.text for each in said.docket_numbers] == ["31-0412"]
    assert said.date is not None
    assert said.date.value.isoformat() == "1993-05-03"
    assert [each.value.motion for each in said.rulings] == ["motion to dismiss"]


def test_text_without_heads_that_count_up_has_one_page() -> None:
    text = textwrap.dedent(f"{HEADS[1]}\n{CAPTION}\n{TEXT}\n\n{HEADS[1]}\n{BEFORE}\n{DECREE}")
    order = clean_order(read_layout_text(text, "utf-8", SourceFormat.PLAIN))
    assert {place.page for block in order.blocks for place in block.places} == {1}
