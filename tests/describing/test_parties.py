"""Parties: names, roles, sides, of captions of all kinds."""

from dataclasses import replace

import pytest

from build_scripts.describing.case_name import find_case_name
from build_scripts.describing.parties import begin_with_first_party, find_parties
from build_scripts.describing.party_list import list_names
from build_scripts.describing.party_roles import iterate_roles
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder
from build_scripts.model.description import Claim, PartyRole, is_claim_confirmed
from tests.describing.specimens import Line, as_lines, make_order
from tests.orders_from_text import clean_text
from tests.tables import each_row, list_with_none, tuple_of


def caption(*lines: str) -> CleanOrder:
    blocks = tuple(Block(BlockKind.PARTIES, line, ()) for line in lines)
    return CleanOrder(blocks, (), (), (), (), 0)


def list_parties(*lines: str) -> list[tuple[int, str, str | None]]:
    return [
        (claim.value.side, claim.value.name, claim.value.role_printed)
        for claim in find_parties(caption(*lines), None)
    ]


def test_lines_of_a_caption() -> None:
    assert list_parties(
        "SILVIA ROE, individually and on behalf of all others similarly situated,",
        "Plaintiff,",
        "v.",
        "QUINCE.COM, INC., and DOES 1–10, inclusive,",
        "Defendants.",
    ) == [
        (0, "Silvia Roe", "Plaintiff"),
        (1, "Quince.com, Inc.", "Defendants"),
        (1, "Does 1-10", "Defendants"),
    ]


@each_row(parties=list_with_none)
def test_captions_in_one_line(line: str, parties: list[tuple[int, str, str | None]]) -> None:
    assert list_parties(line) == parties


@each_row(parties=list_with_none)
def test_captions_in_lines(lines: list[str], parties: list[tuple[int, str, str | None]]) -> None:
    assert list_parties(*lines) == parties


@each_row(lines=as_lines)
def test_parties_are_as_sure_as_their_case(lines: tuple[Line, ...], sure: bool | None) -> None:
    """`sure` is none where the list is more likely wrong than right."""
    clean = make_order(*lines)
    claims = find_parties(clean, find_case_name(clean))
    confidence = claims[0].confidence or 0
    assert {each.confidence for each in claims} == {confidence}
    assert (is_claim_confirmed("parties", claims[0]) if confidence >= 0.5 else None) is sure


def test_a_list_that_begins_with_another_than_the_case_is_not_sure() -> None:
    """The place of filing ran into the first party: "TENNESSEE" above "QUILLON FERRY CO."."""
    clean = make_order(
        ("parties", "TENNESSEE QUILLON FERRY CO., Plaintiff,"),
        ("parties", "v. TAM MARLOWE, Defendant."),
        "Quillon Ferry sold to Marlowe.",
    )
    name = Claim("Quillon Ferry Co. v. Marlowe", None, "the caption's first parties", confidence=1)
    assert not any(is_claim_confirmed("parties", each) for each in find_parties(clean, name))


@each_row(left=as_lines)
def test_a_name_begins_with_the_first_of_its_parties(
    left: tuple[Line, ...], read: str, name: str
) -> None:
    lines = (*left, ("parties", "v. TAM MARLOWE, Defendant."), "They moved for summary judgment.")
    clean = make_order(*lines)
    found = replace(find_case_name(clean) or Claim("", None, ""), value=read)
    begun = begin_with_first_party(clean, found, find_parties(clean, found))
    assert begun
    assert begun.value == name


def test_counsel_below_the_day_are_no_parties() -> None:
    """A law report prints the day below the parties, and who appeared for them below it."""
    clean = make_order(
        ["parties", "In re Ann KEEL, Tom Keel, Debtors."],
        ["centred", "May 3, 2031."],
        ["parties", "Orla B. Penn, Townville, Ky., for debtors."],
        "The debtors move to keep the boat, which is worth little.",
    )
    claims = find_parties(clean, find_case_name(clean))
    assert [claim.value.name for claim in claims] == ["Ann Keel", "Tom Keel"]


def test_a_venue_above_the_first_party_is_none() -> None:
    clean = clean_text(
        "IN THE COURT OF APPEALS\n\nSTATE OF HAWAIʻI\nJANE ROE,\n     Plaintiff,\n\nv.\n\n"
        "ACME MILLS, INC.,\n     Defendant.\n\nThe motion is denied.\n"
    )
    found = find_parties(clean, find_case_name(clean))
    assert [claim.value.name for claim in found] == ["Jane Roe", "Acme Mills, Inc."]


def test_et_al_is_a_flag_of_the_last_name_before_it() -> None:
    claims = find_parties(
        caption("JANE ROE, JOHN POE, et al., Plaintiffs, v. ACME, Defendant."), None
    )
    assert [(claim.value.name, claim.value.et_al) for claim in claims] == [
        ("Jane Roe", False),
        ("John Poe", True),
        ("Acme", False),
    ]


def test_evidence_is_the_line_that_prints_the_party() -> None:
    clean = caption("JANE ROE,", "Plaintiff,", "v.", "JOHN DOE,", "Defendant.")
    spans = [claim.evidence for claim in find_parties(clean, None)]
    shown = [clean.reading_text[span.start : span.end] for span in spans if span]
    assert [text.strip(" ,\n") for text in shown] == ["JANE ROE", "JOHN DOE"]


@each_row(roles=tuple_of(PartyRole))
def test_roles_have_controlled_words(printed: str, roles: tuple[PartyRole, ...]) -> None:
    (role,) = iterate_roles(f"JOHN DOE, {printed}.")
    assert (role.printed, role.roles) == (printed, roles)


@pytest.mark.parametrize("text", ["Plaintiff’s motion", "Trustee of the Roe Trust"])
def test_words_that_are_no_role(text: str) -> None:
    assert list(iterate_roles(text)) == []


@each_row()
def test_names_of_a_stretch(text: str, names: list[str]) -> None:
    assert [named.name for named in list_names(text)] == names


def test_who_marries_is_a_party() -> None:
    line = "In re MARRIAGE OF PIP QUILLON, Petitioner-Appellant, and TAM WREN, Respondent-Appellee."
    assert [name for _, name, _ in list_parties(line)] == ["Pip Quillon", "Tam Wren"]


def test_the_courts_own_line_below_the_caption_is_no_party() -> None:
    clean = clean_text(
        "PIP QUILLON\nvs.\nPENAL BOARD OF HARROW & others.\n"
        "Supreme Judicial Court of Massachusetts, Suffolk.\nMay 3, 2031.\n"
        "Quillon sued the board over a lease, and the trial court found for him on each count."
    )
    names = [claim.value.name for claim in find_parties(clean, find_case_name(clean))]
    assert "Supreme Judicial Court of Massachusetts" not in names
    assert "Suffolk" not in names
