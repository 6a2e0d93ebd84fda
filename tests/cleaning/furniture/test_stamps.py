"""Stamps leave whole and are kept as data."""

from build_scripts.cleaning.furniture.boxes import find_boxes
from build_scripts.cleaning.furniture.stamps import find_ecf_stamps
from build_scripts.cleaning.lines import Line
from build_scripts.model.clean_order import EcfStamp
from tests.tables import as_instance, each_row


@each_row(stamp=as_instance(EcfStamp))
def test_ecf_stamps(text: str, stamp: EcfStamp) -> None:
    cuts, stamps = find_ecf_stamps([Line(1, text)])
    assert stamps == {0: stamp}
    assert [text[cut.start : cut.end] for cut in cuts] == [text.strip()]


def test_doubled_stamps_both_leave() -> None:
    stamp = "Case 5:24-cv-09184-QLK Document 22 Filed 01/02/25 Page 1 of 6"
    cuts, stamps = find_ecf_stamps([Line(1, f"{stamp}  {stamp}")])
    assert len(cuts) == 2
    assert len(stamps) == 1


def test_a_sentence_about_a_document_is_no_stamp() -> None:
    text = "In Case 5:24-cv-06184, Document 22 was filed on January 2, 2025."
    assert find_ecf_stamps([Line(1, text)]) == ([], {})


def test_the_clerks_stamp_leaves_the_heading_stays() -> None:
    lines = [
        Line(1, "                                              FILED"),
        Line(2, "          NOT FOR PUBLICATION"),
        Line(3, "                                              MAY 31 2022"),
        Line(4, "    UNITED STATES COURT OF APPEALS            ANN B. CLERKLY, CLERK"),
        Line(5, "                                              U.S. COURT OF APPEALS"),
    ]
    cuts = find_boxes(lines)
    taken = [lines[cut.at].text[cut.start : cut.end] for cut in cuts]
    assert taken == ["FILED", "MAY 31 2022", "ANN B. CLERKLY, CLERK", "U.S. COURT OF APPEALS"]


def test_without_the_word_filed_nothing_leaves() -> None:
    assert find_boxes([Line(1, "MAY 31, 2022"), Line(2, "U.S. COURT OF APPEALS")]) == []


@each_row(stamp=as_instance(EcfStamp))
def test_a_stamp_that_a_tool_parted_is_one(texts: list[str], stamp: EcfStamp) -> None:
    lines = [Line(number, text) for number, text in enumerate([*texts, "", "ORDER"], start=1)]
    cuts, stamps = find_ecf_stamps(lines)
    assert stamps == {0: stamp}
    assert [lines[cut.at].content for cut in cuts] == [text for text in texts if text]


@each_row()
def test_a_stamp_too_wide_for_its_line_goes_on_below(end: str, below: str, leaves: bool) -> None:
    stamp = f"Case 5:24-cv-09184-QLK{' ' * 24}Document 22    Filed 01/02/25    Page 1 of 6 {end}"
    lines = [Line(1, stamp), Line(2, ""), Line(3, below)]
    assert [cut.at for cut in find_ecf_stamps(lines)[0]] == ([0, 2] if leaves else [0])
