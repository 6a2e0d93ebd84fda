"""Find what follows from a correction in other fields, and what contradicts it there.

Two pairs of fields depend on each other. Its rulings give its disposition: corrected rulings
give a new one, and a corrected disposition removes the only ruling that contradicts it; of
several it isn't known which is wrong. Its case's name names its first parties: a corrected name
renames the party that it refutes. A person's value is never changed, and a remaining
contradiction is a finding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.describing.agreement import names_agree
from build_scripts.describing.case_name_form import judge_form
from build_scripts.describing.corrections.file import Corrections
from build_scripts.describing.corrections.template import write_scalar
from build_scripts.describing.disposition import combine_outcomes, is_moot
from build_scripts.model.description import (
    Claim,
    ClaimSource,
    Description,
    MotionKind,
    Outcome,
    Party,
    Ruling,
)
from build_scripts.problems import VALUE, Finding, FindingCode, set_field

_NO_NAME = frozenset({"has a month", "has a word of papers", "has a digit", "has an odd sign"})
_RENAMED = "named as an editor names the case"


def is_refuted(rulings: Sequence[Claim[Ruling]], disposition: Outcome) -> bool:
    """Return whether rulings can't give a disposition, neither one of them nor all together."""
    ruled = [claim.value for claim in rulings if claim.value.kind is not MotionKind.CALENDAR]
    outcomes = [each.outcome for each in ruled]
    given = {*outcomes, *(Outcome.MOOT for each in ruled if is_moot(each))}
    return bool(outcomes) and disposition not in {*given, combine_outcomes(outcomes)}


def rename_parties(parties: Sequence[Claim[Party]], name: str) -> tuple[Claim[Party], ...]:
    """Return the parties with the first of a side renamed if the corrected name contradicts it.

    A corrected name contradicts one with which it shares no significant word, or one that has more
    words of no name: a month, a stamp's words.
    """
    sides = name.split(" v. ")
    if len(sides) != 2:
        return tuple(parties)
    renamed = list(parties)
    for side, words in enumerate(sides):
        places = [at for at, claim in enumerate(parties) if claim.value.side == side]
        if places and not any(_is_named(parties[at].value, words) for at in places):
            first = parties[places[0]].value
            party = replace(first, name=words.strip(), et_al=first.et_al or len(places) > 1)
            renamed[places[0]] = Claim(party, None, _RENAMED, ClaimSource.EDITOR)
    return tuple(renamed)


def _is_named(party: Party, words: str) -> bool:
    beyond = " ".join(each for each in party.name.split() if each not in words.split())
    return names_agree(party.name, words) and not judge_form(f"The {beyond} v. Doe") & _NO_NAME


def list_contradictions(
    corrections: Corrections, known: Description, description: Description
) -> Iterator[Finding]:
    """Yield what contradicts a correction: `known` is the description without them."""
    corrected = corrections.values
    disposition = description.disposition
    if "disposition" in corrected and disposition:
        asked = f"The disposition was corrected to “{disposition.value.value}”"
        dropped = known.rulings if not description.rulings and "rulings" not in corrected else ()
        if dropped:
            yield _report(
                corrections,
                "disposition",
                f"{asked}: the order's only ruling said otherwise and is not shown, "
                f"{_list_rulings(dropped)}.",
                "Say what was ruled.",
                _set_rulings(dropped, disposition.value),
            )
        elif is_refuted(description.rulings, disposition.value):
            yield _report(
                corrections,
                "disposition",
                f"{asked}, which no ruling says: {_list_rulings(description.rulings)}.",
                "Say what was ruled, motion by motion.",
                _set_rulings(description.rulings),
            )
    name = description.case_name
    if "parties" in corrected and name and description.parties:
        renamed = rename_parties(description.parties, name.value)
        if renamed != description.parties:
            yield _report(
                corrections,
                "parties",
                f"The parties were corrected, and the case's name has others: “{name.value}”.",
                "Give it as a lawyer cites it.",
                set_field("case_name"),
            )


def _list_rulings(rulings: Sequence[Claim[Ruling]]) -> str:
    return "; ".join(
        f"ruling {number} (“{claim.value.motion}”) says {claim.value.outcome.value}"
        for number, claim in enumerate(rulings, start=1)
    )


def _set_rulings(rulings: Sequence[Claim[Ruling]], outcome: Outcome | None = None) -> str:
    word = outcome.value if outcome else VALUE
    return set_field(
        "rulings",
        *(f"{{motion: {write_scalar(claim.value.motion)}, outcome: {word}}}" for claim in rulings),
    )


def _report(corrections: Corrections, field: str, message: str, advice: str, mend: str) -> Finding:
    return Finding(
        corrections.path,
        FindingCode.DISAGREEMENT,
        message,
        advice,
        f"line {corrections.lines[field]}",
        mend,
        "rulings" if field == "disposition" else "case_name",
    )
