"""Stamps leave whole and are kept as data."""

import pytest

from build_scripts.cleaning.furniture.boxes import find_boxes
from build_scripts.cleaning.furniture.stamps import find_ecf_stamps
from build_scripts.cleaning.lines import Line
from build_scripts.model.clean_order import EcfStamp
from tests.tables import each_row


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        (
            "Case 5:24-cv-09184-QLK Document 22 Filed 01/02/25 Page 1 of 6",
            EcfStamp("5:24-cv-09184-QLK", "22", "01/02/25", 1, 6),
        ),
        (
            "     Case 3:22-cv-09185-MDS-KCQ Document 17 Filed 07/13/23 PageID.<pageID> Page 2 of 12",
            EcfStamp("3:22-cv-09185-MDS-KCQ", "17", "07/13/23", 2, 12),
        ),
        (
            "Case 2:16-cv-09626-GPQ-KX Document 125 Filed 04/13/18 Page 1 of 4 Page ID #:3371",
            EcfStamp("2:16-cv-09626-GPQ-KX", "125", "04/13/18", 1, 4),
        ),
        (
            "Case 4:25-cv-09124-RQM            Document 36      Filed 09/02/25      Page 1 of 11",
            EcfStamp("4:25-cv-09124-RQM", "36", "09/02/25", 1, 11),
        ),
        (
            "USCA Case #08-9593      Document #1296281      Filed: 12/01/2009      Page 1 of 20",
            EcfStamp("08-9593", "1296281", "12/01/2009", 1, 20),
        ),
        (  # OCR's blanks
            "Case 1: 10 -cv-09178-SPL  Document 5-1  Filed 07/05/11  Page 1 of 2 PagelD #: 63",
            EcfStamp("1:10-cv-09178-SPL", "5-1", "07/05/11", 1, 2),
        ),
        (  # N.D. Illinois: two signs behind the word
            "Case: 1:18-cv-09587 Document #: 24 Filed: 01/02/20 Page 1 of 6 PageID #:123",
            EcfStamp("1:18-cv-09587", "24", "01/02/20", 1, 6),
        ),
    ],
)
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


def test_a_stamp_that_a_tool_parted_is_one() -> None:
    texts = ["Case 5:26-cv-95085-FCD", "", "Document 190", "", "Filed 08/11/26", "", "Page 2 of 4"]
    lines = [Line(number, text) for number, text in enumerate([*texts, "", "ORDER"], start=1)]
    cuts, stamps = find_ecf_stamps(lines)
    assert stamps == {0: EcfStamp("5:26-cv-95085-FCD", "190", "08/11/26", 2, 4)}
    assert [lines[cut.at].content for cut in cuts] == texts[::2]


@each_row()
def test_a_stamp_too_wide_for_its_line_goes_on_below(end: str, below: str, leaves: bool) -> None:
    stamp = f"Case 5:24-cv-09184-QLK{' ' * 24}Document 22    Filed 01/02/25    Page 1 of 6 {end}"
    lines = [Line(1, stamp), Line(2, ""), Line(3, below)]
    assert [cut.at for cut in find_ecf_stamps(lines)[0]] == ([0, 2] if leaves else [0])
