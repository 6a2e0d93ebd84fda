"""Captions as many courts print them, as orders that can be described."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order
from build_scripts.redacting import redact_order

_FORMS = Path(__file__).with_name("captions.yml")
# What follows every caption.
_BODY = """
The plaintiff brought this action for breach of a contract that the parties had signed in the year
before. {name} moved for summary judgment, and the motion was heard. We have reviewed the record and
the briefs of the parties, and for the reasons that follow we affirm the judgment of the court below.

The facts are not in dispute. In the spring the parties met and agreed upon the price of the goods
that {name} was to deliver. The goods were never delivered, and this suit followed.
"""


@dataclass(frozen=True)
class PrintedCaption:
    """A court's form, the case's name, and an order that begins so."""

    form: str
    name: str
    clean: CleanOrder


def read_captions() -> Iterator[PrintedCaption]:
    """Read every form as an order of plain text."""
    for row in _list_forms():
        party = row["name"].split(" v. ")[0].split()[-1]
        body = _BODY.format(name=row.get("party", "Marlowe" if "Marlowe" in row["name"] else party))
        text = f"{row['text']}\n{body}"
        raw = RawOrder.from_bytes(f"{row['form']}.txt", text.encode())
        source = read_order(raw)
        clean = redact_order(raw.path, source, clean_order(source)).clean
        yield PrintedCaption(row["form"], row["name"], clean)


@cache
def _list_forms() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = yaml.safe_load(_FORMS.read_text(encoding="utf-8"))
    return rows
