"""What becomes of the second reader's claims: they fill what is empty, and witness what is not.

Ranked below the order's own rules: where both speak, the rules' value stands, and a finding says
so if the second reader is sure of another. Where the rules were too doubtful to speak and the
second reader says the same, the two together are sure enough.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any

from build_scripts.describing.agreement import claims_agree
from build_scripts.describing.field_claims import read_field, write_fields
from build_scripts.describing.resolver import format_value
from build_scripts.model.description import Claim, Description
from build_scripts.problems import Finding, FindingCode, set_field
from build_scripts.tagging.values import SecondReading

LEAST = {"date": 0.5, "case_name": 0.5, "judges": 0.6}
"""How likely a value must be to fill a field that the rules leave empty; no other is read."""

_LIKELY = 0.6  # from here on a value that the rules only guess may stand
_SURE = 0.8  # from here on a difference is worth a look


class Use(StrEnum):
    """What the second reader is for."""

    NOTHING = "nothing"
    CHECK = "check"  # findings where it differs
    FILL = "fill"  # and values where the rules give none


def fill_empty(document: Description, reading: SecondReading) -> Description:
    """Return the description with what the second reader knows of its empty fields."""
    changed = {
        field: (theirs,)
        for field, theirs in reading.claims.items()
        if not read_field(document, field) and _is_likely(document, field, theirs)
    }
    guesses = tuple(each for each in document.guesses if each.field not in changed)
    return replace(write_fields(document, changed), guesses=guesses)


def _is_likely(document: Description, field: str, theirs: Claim[Any]) -> bool:
    if field == "judges" and not _is_of_federal_district(document):
        return False
    guessed = [each.claim.value for each in document.guesses if each.field == field]
    least = _LIKELY if guessed == [theirs.value] else LEAST[field]
    return (theirs.confidence or 0) >= least


def _is_of_federal_district(document: Description) -> bool:
    court = document.court
    return court is not None and court.value.name.startswith("United States District Court")


def list_differences(
    path: str, document: Description, reading: SecondReading, settled: Collection[str]
) -> Iterator[Finding]:
    """Yield where the two differ and the second reader is sure.

    Nothing is said of `settled` fields: an editor corrected them, or withholds what they say.
    """
    for field, theirs in reading.claims.items():
        ours = () if field in settled else read_field(document, field)
        values = tuple(claim.value for claim in ours)
        sure = (theirs.confidence or 0) >= _SURE
        if ours and sure and not claims_agree(field, values, (theirs.value,)):
            said, read = format_value(values[0]), format_value(theirs.value)
            yield Finding(
                path,
                FindingCode.SECOND_READER_DIFFERS,
                f"The {field.replace('_', ' ')} is {said}; the second reader takes it for {read}.",
                "The first stands. Look at the order, and say which is right if it is not.",
                mend=set_field(field),
                field=field,
            )
