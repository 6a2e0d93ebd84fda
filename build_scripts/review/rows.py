"""Rulings and parties as rows of a form, instead of YAML."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from build_scripts.describing.corrections.template import write_record
from build_scripts.model.description import Outcome, Party, PartyRole, Ruling

CHOICES: Mapping[str, type[StrEnum]] = {"rulings": Outcome, "parties": PartyRole}
"""By field that is shown as rows: what is chosen in each."""
_QUALIFIERS = 2  # are shown of each ruling at least
_BLANK = 3  # rows are shown after those that are filled in


@dataclass(frozen=True, slots=True)
class Row:
    """A ruling or a party: its motion or name, its outcome or role, its docket entries (divided by
    commas) or side, its qualifiers. `was` is its number among the field's values, "" if it is new.
    """

    was: str = ""
    text: str = ""
    choice: str = ""
    detail: str = ""
    qualifiers: tuple[str, ...] = ()


class Rows(BaseModel):
    """Rows as a browser sends them, column by column. `seen` is what `Answer.seen` is."""

    model_config = ConfigDict(extra="forbid")
    seen: str = Field("", max_length=64)
    was: list[str] = Field(min_length=1, max_length=300)
    text: list[str]
    choice: list[str]
    detail: list[str]
    qualifiers: list[str] = []

    def list_rows(self) -> tuple[Row, ...]:
        """Return the rows. Raises ValueError if the columns are not of one length."""
        each, rest = divmod(len(self.qualifiers), len(self.was))
        if rest:
            raise ValueError
        columns = zip(self.was, self.text, self.choice, self.detail, strict=True)
        return tuple(
            Row(*cells, tuple(self.qualifiers[at * each : (at + 1) * each]))
            for at, cells in enumerate(columns)
        )


def list_rows(field: str, values: Sequence[Any]) -> tuple[Row, ...]:
    """Return rulings or parties as rows, and blank rows after them."""
    if field == "parties":
        parties = (
            Row(str(at), one.name, one.roles[0] if one.roles else "", str(one.side))
            for at, one in enumerate(values)
        )
        return (*parties, *[Row()] * _BLANK)
    most = max([_QUALIFIERS, *(len(one.qualifiers) for one in values)])
    blank = ("",) * most
    rulings = (
        Row(
            str(at),
            one.motion,
            one.outcome,
            ", ".join(one.entries),
            (*one.qualifiers, *blank)[:most],
        )
        for at, one in enumerate(values)
    )
    return (*rulings, *[Row(qualifiers=blank)] * _BLANK)


def write_rows(field: str, rows: Iterable[Row], known: Sequence[Any]) -> Iterator[str]:
    """Yield each row that has a text, as `orders correct --set` takes it.

    What no column shows is kept of the value in `known` that a row comes from: of a ruling if its
    motion stays, the words of a party's role if the role stays.
    """
    for row in rows:
        number = int(row.was) if row.was.isdecimal() and len(row.was) < 4 else len(known)
        before = known[number] if number < len(known) else None
        if row.text.strip():
            write = _list_party if field == "parties" else _list_ruling
            yield write_record(write(row, " ".join(row.text.split()), before))


def _list_ruling(row: Row, motion: str, before: Ruling | None) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "motion": motion,
        "outcome": row.choice,
        "qualifiers": [one for one in row.qualifiers if one],
        "entries": [one for one in map(str.strip, row.detail.split(",")) if one],
    }
    if before and before.motion == motion:
        parts |= {"kind": before.kind, "movant": before.movant, "printed": before.printed}
    return parts


def _list_party(row: Row, name: str, before: Party | None) -> dict[str, Any]:
    parts: dict[str, Any] = {"name": name, "side": row.detail}
    if before and row.choice == (before.roles[0] if before.roles else ""):
        parts |= {"roles": before.roles, "role_printed": before.role_printed}
    else:
        parts["roles"] = [row.choice] if row.choice else []
    return parts | {"et_al": before.et_al if before else False}
