import datetime

from build_scripts.describing import describe_order
from build_scripts.describing.text_order import read_text_order
from tests.describing.specimens import Line, evidence_of, make_order
from tests.tables import as_tuples, each_row

HEAD = (
    "The following transaction was entered on 8/2/2021 at 3:14 PM CDT and filed on 8/2/2021 "
    "Case Name: Keel v. Tiller LLC Case Number: 2:20-cv-01672-ABX Filer:"
)
NUMBER = "Document Number: 37 (No document attached)"
ORDER = (
    "TEXT ONLY ORDER signed by Magistrate Judge Alma B. Cruz on 8/2/2021. The 35 Motion for "
    "Extension of Time is GRANTED. Discovery closes on October 15, 2021."
)
NOTICE: tuple[Line, ...] = (HEAD, NUMBER, "Docket Text:", ORDER)


def test_every_field_of_a_text_order() -> None:
    clean = make_order(*NOTICE)
    found = describe_order(clean)
    assert found.is_order.value
    assert evidence_of(clean, found.case_name) == "Keel v. Tiller LLC"
    assert found.docket_numbers[0].value.text == "2:20-cv-01672-ABX"
    assert found.document_number
    assert found.document_number.value == "37"
    assert found.title
    assert found.title.value == "Text Only Order"
    assert [(j.value.name, j.value.title) for j in found.judges] == [
        ("Alma B. Cruz", "Magistrate Judge")
    ]
    assert found.date
    assert (found.date.value, evidence_of(clean, found.date)) == (
        datetime.date(2021, 8, 2),
        "8/2/2021",
    )
    ruling = found.rulings[0].value
    assert (ruling.outcome, ruling.entries, ruling.kind) == ("granted", ("35",), "extension")


def test_the_order_can_stand_behind_its_label() -> None:
    notice = make_order(HEAD, f"Docket Text: {ORDER}")
    found = read_text_order(notice)
    assert found
    assert found.order.text == ORDER
    assert found.document_number is None


@each_row(lines=as_tuples)
def test_other_papers_are_no_text_orders(lines: tuple[Line, ...]) -> None:
    assert read_text_order(make_order(*lines)) is None
