"""docs/data.md lists the words that each controlled field can hold: those of the code, no others."""

import re
from enum import StrEnum

import pytest

from build_scripts.model.citation import CitationKind
from build_scripts.model.clean_order import PageNumbers, PartKind
from build_scripts.model.description import (
    ClaimSource,
    JudgeRole,
    MotionKind,
    OrderType,
    Outcome,
    PartyRole,
    Qualifier,
    RulingScope,
)
from build_scripts.model.source_text import SourceFormat
from build_scripts.pages.published_fields import RulingRecord
from tests.package import ROOT

LISTED: dict[str, type[StrEnum]] = {
    "order_type": OrderType,
    "disposition, rulings.outcome": Outcome,
    "disposition_qualifiers, rulings.qualifiers": Qualifier,
    "rulings.counted_as": RulingScope,
    "rulings.kind": MotionKind,
    "parties.roles": PartyRole,
    "judges.role": JudgeRole,
    "superseded.source": ClaimSource,
    "source.format": SourceFormat,
    "citations.kind": CitationKind,
    "parts.kind": PartKind,
    "page_numbers": PageNumbers,
}


def read_table() -> dict[str, list[str]]:
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    section = page.partition("## Controlled words\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+?) \| ([^|]+) \|", section, re.MULTILINE)
    return {name.replace("`", ""): re.findall(r"`([^`]+)`", words) for name, words in rows[2:]}


def test_every_controlled_field_is_listed() -> None:
    assert list(read_table()) == list(LISTED)


@pytest.mark.parametrize("name", LISTED)
def test_the_words_of_a_field_are_those_of_the_code(name: str) -> None:
    assert read_table()[name] == [word.value for word in LISTED[name]]


def test_fields_of_rulings_that_are_listed_exist() -> None:
    fields = {name.rpartition(".")[2] for name in LISTED if name.endswith(("kind", "counted_as"))}
    assert fields <= set(RulingRecord.__slots__)
