from dataclasses import replace

import pytest

from build_scripts.describing.candidates import Candidate
from build_scripts.describing.case_name import competes_with, find_case_name, propose_case_names
from build_scripts.describing.case_name_form import has_shape, judge_support
from build_scripts.describing.guesses import LEAST_CONFIDENCE
from build_scripts.describing.party_name import shorten_party
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Span, is_claim_confirmed
from tests.describing.specimens import Line, as_lines, evidence_of, make_order
from tests.tables import each_row

COURT, PARTIES = BlockKind.COURT, BlockKind.PARTIES


@each_row()
def test_shorten_party(side: str, prose: str, expected: str) -> None:
    assert shorten_party(side, prose) == expected


@each_row()
def test_sovereign(court_name: str | None, expected: str) -> None:
    assert shorten_party("STATE OF OHIO", "", court_name) == expected


@each_row(lines=as_lines)
def test_find_case_name(lines: tuple[Line, ...], expected: str) -> None:
    claim = find_case_name(make_order(*lines))
    assert claim
    assert claim.value == expected


def test_court_of_the_state_shortens_the_state() -> None:
    clean = make_order(
        (COURT, "SUPREME COURT OF OHIO"),
        (PARTIES, "STATE OF OHIO, Appellee, v. JANE ROE, Appellant."),
    )
    claim = find_case_name(clean)
    assert claim
    assert claim.value == "State v. Roe"
    assert evidence_of(clean, claim) == "STATE OF OHIO, Appellee, v. JANE ROE, Appellant."


def test_cited_cases_are_no_caption() -> None:
    clean = make_order("See Roe v. Wade, 410 U.S. 113 (1973).", "Notes of the clerk")
    assert find_case_name(clean) is None


@each_row(lines=as_lines)
def test_what_names_no_party_is_no_case_name(lines: tuple[Line, ...]) -> None:
    claim = find_case_name(make_order(*lines))
    words = ("File", "Introduction", "Court", "Arbitration")
    assert claim is None or not any(word in claim.value for word in words)


@each_row()
def test_names_have_a_shape(name: str, below: bool, expected: bool) -> None:
    assert has_shape(name, below=below) is expected


@each_row()
def test_sentences_support_a_name(name: str, prose: str, expected: str) -> None:
    signals = judge_support(name, prose)
    assert f"its sides in the text: {expected}" in signals
    assert ("a side is called a party" in signals) is ("plaintiff" in prose)


@each_row(lines=as_lines)
def test_a_piece_of_a_name_is_noticed(lines: tuple[Line, ...], signal: str) -> None:
    proposed = list(propose_case_names(make_order(*lines)))
    pieces = [each for each in proposed if each.value == "Tenants v. Quillon"]
    assert pieces
    assert all(signal in each.signals for each in pieces)


@each_row(best=frozenset, other=frozenset)
def test_cut_pieces_of_the_likeliest_name_do_not_compete_with_it(
    best: frozenset[str], other: frozenset[str], competes: bool
) -> None:
    whole = Candidate("Penn v. Keel of Harrow", Span(0, 30), "", best)
    assert competes_with(whole, Candidate("Penn v. Keel", Span(0, 20), "", other)) is competes
    apart = Candidate("Penn v. Keel", Span(40, 60), "", frozenset({"on one line"}))
    assert competes_with(whole, apart)
    assert not competes_with(whole, replace(apart, value="Penn v. Keel of Har."))


@each_row(lines=as_lines)
def test_a_piece_that_is_known_is_no_rival(lines: tuple[Line, ...], expected: str) -> None:
    whole, *others = propose_case_names(make_order(*lines))
    assert whole.value == expected
    assert all(each.value == expected for each in others)


def test_label_of_a_court_s_site_is_no_name() -> None:
    claim = find_case_name(make_order((PARTIES, "OSCN Found Document:QUIMBY v. ROE")))
    assert claim
    assert claim.value == "Quimby v. Roe"


def test_paper_without_text_has_no_name() -> None:
    assert find_case_name(make_order()) is None


def test_a_caption_that_a_cut_head_begins_otherwise_is_not_sure() -> None:
    caption = (
        PARTIES,
        "ADVANCEMENT OF INLAND WATER, Plaintiff, v. MARLOWE MILLS, INC., Defendant.",
    )
    head = "National Ass’n for Advancement of Inland Water v...., 999 F.Supp. 280 (1978)"
    alone, headed = (find_case_name(make_order(*lines)) for lines in ((caption,), (head, caption)))
    assert alone
    assert headed
    assert (headed.confidence or 0) < LEAST_CONFIDENCE < (alone.confidence or 0)


@pytest.mark.parametrize("lead", ["", "Under "])
def test_a_sentence_that_cites_a_case_names_no_order(lead: str) -> None:
    sentence = f"{lead}Ashcroft v. Iqbal, 556 U.S. 662 (2009) requires facts, and there are none."
    assert find_case_name(make_order("ORDER", sentence)) is None


def test_a_head_that_its_service_cut_amid_a_side_names_nothing() -> None:
    cut = "Quillon v. Director of Harrow Inland Water & Customs..., 999 F.3d 12 (2019)"
    assert find_case_name(make_order(cut, "appellee.")) is None
    whole = find_case_name(make_order("Quillon v. City of Harrow, Sedge..., 999 F.3d 12 (2019)"))
    assert whole
    assert whole.value == "Quillon v. City of Harrow"


def test_a_name_with_words_of_the_other_column_is_not_sure() -> None:
    clean = make_order(
        (BlockKind.PARTIES, "Wren Quimby, Appellant,"),
        (BlockKind.PARTIES, "v."),
        (BlockKind.PARTIES, "On Board of Tea of of Harrow, Appellee."),
    )
    claim = find_case_name(clean)
    assert claim
    assert claim.value == "Quimby v. On Board of Tea of of Harrow"
    assert not is_claim_confirmed("case_name", claim)
