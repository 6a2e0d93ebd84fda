"""Captions as many courts print them: the case's name, or silence."""

import pytest

from build_scripts.describing import case_name
from build_scripts.describing.candidates import Candidate
from build_scripts.describing.case_name import find_case_name
from build_scripts.describing.case_name_form import has_shape
from build_scripts.describing.guesses import LEAST_CONFIDENCE
from build_scripts.describing.party_name import shorten_party
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place
from build_scripts.model.description import is_claim_confirmed
from tests.made_once import compute_once
from tests.orders_from_text import clean_text
from tests.tables import each_row
from tools.evaluation.gold_rules import list_words
from tools.training.captions import PrintedCaption, read_captions

FEWEST_RIGHT = 0.9  # of the forms

ONE_A_LINE = """\
COMMONWEALTH OF KENTUCKY
COURT OF APPEALS
TAM QUILLON
PIP HARROW
ORLA PENN
Appellants
v.
DORA SEDGE
Appellee
OPINION

Quillon appeals from a judgment for Sedge. Harrow and Penn join the appeal, and it is affirmed.
"""


@pytest.fixture(scope="module")
def captions(tmp_path_factory: pytest.TempPathFactory) -> list[PrintedCaption]:
    return compute_once(tmp_path_factory, "captions", lambda: list(read_captions()))


def test_captions_of_many_courts(captions: list[PrintedCaption]) -> None:
    right, wrong = 0, []
    for each in captions:
        claim = find_case_name(each.clean)
        if claim and (claim.confidence or 0) >= LEAST_CONFIDENCE:
            if list_words(claim.value) == list_words(each.name):
                right += 1
            else:
                wrong.append((each.form, each.name, claim.value))
    assert right >= FEWEST_RIGHT * len(captions), wrong
    assert len(wrong) <= 0.06 * len(captions), wrong


@each_row()
def test_form_is_read(form: str, captions: list[PrintedCaption]) -> None:
    printed = next(each for each in captions if each.form == form)
    found = find_case_name(printed.clean)
    assert found
    assert list_words(found.value) == list_words(printed.name)
    assert (found.confidence or 0) >= LEAST_CONFIDENCE


@each_row()
def test_words_of_kinds_name_no_case(name: str, reason: str) -> None:
    assert not has_shape(name, below=False), reason


def test_an_abbreviated_bank_is_no_person() -> None:
    assert (
        shorten_party("Marlowe Sav. Bank", "the bank. Their bank. A bank.") == "Marlowe Sav. Bank"
    )


def test_a_parted_word_is_joined_as_the_prose_has_it() -> None:
    prose = "the board of education moved. Tanner answered."
    assert shorten_party("QUIMBY COUNTY BOARD OF EDUCA TION", prose).endswith("Education")
    assert shorten_party("ORLA T ANNER", prose) == "Tanner"
    assert shorten_party("ACME LAND CO.", "the land. acmeland is elsewhere.").startswith(
        "Acme Land"
    )


@each_row(other=frozenset)
def test_a_name_next_to_one_as_likely_is_not_confirmed(
    other: frozenset[str], confirmed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = frozenset({"names two sides", "a role on each side", "first of its kind"})
    seen |= {"ends with its line", "in the caption's block", "a line of its own", "on one line"}
    reason = "the caption's first parties"
    named = Candidate("Vance v. Quimby", None, reason, seen | {"goes to a blank line"})
    cut = Candidate("Mills v. Quimby", None, reason, other if confirmed else seen | other)
    monkeypatch.setattr(case_name, "propose_case_names", lambda _clean: [named, cut])
    claim = case_name.find_case_name(CleanOrder((), (), (), (), (), page_count=0))
    assert claim is not None
    assert claim.value == "Vance v. Quimby"
    assert is_claim_confirmed("case_name", claim) is confirmed


def test_a_notice_that_names_the_court_is_no_part_of_the_party_below_it() -> None:
    notice, party = "NON-PRECEDENTIAL DECISION - SEE SUPERIOR COURT O.P. 65.37", "ACME MILLS, INC."
    texts = (f"{notice} {party}", "v.", "OTTO QUILLON", "Appellant")  # Pennsylvania
    places = ((Place(0, 1, 1), Place(len(notice) + 1, 1, 3)), *((Place(0, 1, 5),),) * 3)
    parties = [
        Block(BlockKind.PARTIES, text, place) for text, place in zip(texts, places, strict=True)
    ]
    court = Block(BlockKind.COURT, "IN THE SUPERIOR COURT OF PENNSYLVANIA", (Place(0, 1, 2),))
    prose = "Otto Quillon appeals from the judgment that the trial court entered for Acme Mills."
    body = Block(BlockKind.PARAGRAPH, prose, (Place(0, 1, 9),))
    claim = find_case_name(CleanOrder((court, *parties, body), (), (), (), (), page_count=1))
    assert claim
    assert claim.value == "Acme Mills, Inc. v. Quillon"
    assert is_claim_confirmed("case_name", claim)


def test_persons_a_line_each_are_not_sure() -> None:
    """Nothing parts them: they may be three parties, or one name on three lines."""
    found = find_case_name(clean_text(ONE_A_LINE))
    assert found is None or not is_claim_confirmed("case_name", found)
    listed = find_case_name(clean_text(ONE_A_LINE.replace("QUILLON\nPIP", "QUILLON,\nPIP")))
    assert listed
    assert listed.value == "Quillon v. Sedge"
