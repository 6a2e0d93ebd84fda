from dataclasses import replace

import pytest

from build_scripts.describing.title import find_title
from build_scripts.model.clean_order import BlockKind, Removal, RemovalReason
from build_scripts.model.description import is_claim_confirmed
from build_scripts.model.law.title_words import cut_title, to_title_case
from tests.describing.specimens import Line, as_lines, evidence_of, make_order, make_printed
from tests.tables import as_tuples, each_row


@each_row()
def test_to_title_case(printed: str, expected: str) -> None:
    assert to_title_case(printed) == expected


@each_row(lines=as_lines)
def test_find_title(lines: tuple[Line, ...], expected: str) -> None:
    clean = make_order(*lines)
    claim = find_title(clean)
    assert claim
    assert claim.value == expected
    printed = evidence_of(clean, claim).replace(" ) ", " ").strip("*").lower().split()
    assert printed[-1:] == expected.lower().split()[-1:]
    assert set(expected.lower().split()) <= set(printed)


@each_row()
def test_no_title(line: str) -> None:
    assert find_title(make_order(line)) is None


def test_names_in_a_title_are_spelled_as_in_the_prose() -> None:
    clean = make_order(
        (BlockKind.TITLE, "ORDER GRANTING RAINPATH’S MOTION"),
        "Defendant RainPath, Inc. asks for more time, and the plaintiff does not oppose that.",
    )
    claim = find_title(clean)
    assert claim
    assert claim.value == "Order Granting RainPath’s Motion"


@each_row()
def test_a_title_with_a_word_that_is_none_is_not_sure(title: str, sure: bool) -> None:
    claim = find_title(
        make_order(
            (BlockKind.COURT, "UNITED STATES DISTRICT COURT"),
            (BlockKind.TITLE, title),
            "The action is over.",
        )
    )
    assert claim
    assert is_claim_confirmed("title", claim) is sure


@each_row()
def test_cut_title(printed: str, expected: str) -> None:
    assert cut_title(printed).strip(")") == expected.strip(")")


def test_a_rule_beside_the_caption_is_no_part_of_a_title() -> None:
    found = find_title(make_order((BlockKind.TITLE, "ORDER AND OPINION )"), "The clerk shall act."))
    assert found
    assert found.value == "Order and Opinion"


def test_brackets_behind_a_last_line_need_no_capitals() -> None:
    found = find_title(
        make_order(
            (BlockKind.TITLE, "MEMORANDUM AND ORDER ON CROSS-MOTIONS"),
            "FOR SUMMARY JUDGMENT (Document Nos. 41 and 47)",
            "The parties ask for judgment on the papers, and each says that the other has no case.",
        )
    )
    assert found
    assert found.value == "Memorandum and Order on Cross-Motions for Summary Judgment"


def test_a_letterspaced_title_is_closed_up() -> None:
    claim = find_title(
        make_order((BlockKind.DOCKET, "No. 4:19mc7"), (BlockKind.HEADING, "O R D E R"))
    )
    assert claim
    assert claim.value == "Order"


@each_row()
def test_title_that_holds_a_party_of_the_caption_is_none(printed: str) -> None:
    assert find_title(make_order((BlockKind.TITLE, printed))) is None


@each_row(printed=as_tuples)
def test_title_on_a_printed_line_of_a_block(printed: tuple[str, ...], expected: str | None) -> None:
    claim = find_title(make_printed(BlockKind.PARTIES, printed))
    assert (claim.value if claim and (claim.confidence or 0) >= 0.5 else None) == expected


@pytest.mark.parametrize("kind", [BlockKind.TITLE, BlockKind.PARTIES, BlockKind.CENTRED])
@each_row()
def test_the_v_of_the_left_column_is_no_word_of_a_title(
    kind: BlockKind, printed: str, expected: str | None
) -> None:
    claim = find_title(make_order((kind, printed)))
    assert (claim.value if claim else None) == expected


@each_row(printed=as_tuples)
def test_title_of_several_printed_lines_is_read_whole(
    printed: tuple[str, ...], expected: str
) -> None:
    clean = make_printed(BlockKind.TITLE, printed, (BlockKind.REFERENCE, "[Re: ECF No. 54]"))
    claim = find_title(clean)
    assert claim
    assert claim.value == expected


def test_a_title_above_the_court_is_the_first_line_of_the_whole_one() -> None:
    """A text tool prints the pages' foot first: pleading paper has the title's first line there."""
    clean = make_order(
        (BlockKind.TITLE, "ORDER GRANTING"),
        (BlockKind.COURT, "UNITED STATES DISTRICT COURT"),
        (BlockKind.TITLE, "ORDER GRANTING MOTION TO SEAL"),
        "The motion to seal was heard on May 1, 2019.",
    )
    found = find_title(clean)
    assert found
    assert found.value == "Order Granting Motion to Seal"


def test_a_title_that_grants_names_what_it_grants() -> None:
    clean = make_order((BlockKind.TITLE, "ORDER GRANTING KEEL, INC. dba"), "The motion was heard.")
    assert find_title(clean) is None


def test_a_form_that_lists_what_it_decides_is_no_sure_title() -> None:
    clean = make_order(
        (BlockKind.TITLE, "CIVIL MINUTES - GENERAL"),
        (
            BlockKind.CENTRED,
            "Proceedings: hearing of May 1, 2031, on the papers that are under seal",
        ),
        "Defendant has filed an application to seal its papers on the motion for summary judgment.",
    )
    found = find_title(clean)
    assert found
    assert not is_claim_confirmed("title", found)


def test_a_title_goes_on_at_the_pages_foot() -> None:
    clean = make_order((BlockKind.TITLE, "ORDER ON MOTION TO STRIKE"), "The clerk shall act.")
    foots = ("ORDER ON MOTION TO STRIKE AND MOTION", "TO COMPEL - 2")
    removed = tuple(
        Removal(RemovalReason.RUNNING_HEAD, foot, page=2, line=line)
        for line, foot in enumerate(foots, start=24)
    )
    found = find_title(replace(clean, removals=removed))
    assert found
    assert found.value == "Order on Motion to Strike and Motion to Compel"


def test_the_label_over_an_opinion_in_a_publishers_copy_is_no_title() -> None:
    clean = make_order((BlockKind.CENTRED, "981 F.3d 9007"), "Opinion", "The clerk shall act.")
    assert find_title(clean) is None


def test_a_title_whose_other_lines_are_among_the_parties_is_not_sure() -> None:
    clean = make_order(
        (BlockKind.PARTIES, "HARROW DEPARTMENT OF TEA; WREN QUIMBY, in her capacity as Director"),
        (BlockKind.PARTIES, "STAYING CASE"),
        (BlockKind.TITLE, "STIPULATED ORDER"),
        "The clerk shall act.",
    )
    claim = find_title(clean)
    assert claim
    assert not is_claim_confirmed("title", claim)


def test_a_database_s_labels_are_no_titles() -> None:
    reported = "98 S. Ct. 9007; 2031 U.S. LEXIS 907; 79 U.S.L.W. 9034"
    labels = ("NOTICE:", "DECISION WITHOUT PUBLISHED OPINION", "OPINION")
    assert find_title(make_order(reported, *labels, "The petition is denied.")) is None
    assert find_title(make_order(labels[-1], "The petition is denied.")) is not None
