"""Gold files: one JSON object a line, each the labels of one order; and labels proved wrong.

Field names are those of `orders show --json`. A key that is missing from a line is not labelled; a
null or an empty list says that the order does not say. `acceptable` holds further right values of
a field.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

DISPUTED = Path(__file__).with_name("disputed.yml")


@dataclass(frozen=True)
class Label:
    """What a reader of one order found in it."""

    file: str  # path below the corpus
    values: dict[str, Any]

    def list_accepted(self, field: str) -> list[Any]:
        """The label and the other values that are as right."""
        return [self.values[field], *self.values.get("acceptable", {}).get(field, [])]


def read_labels(path: Path) -> list[Label]:
    """Read a gold file, in its order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    objects = [json.loads(line) for line in lines if line.strip()]
    return [Label(each["file"], each) for each in objects]


def read_disputed(path: Path = DISPUTED) -> dict[tuple[str, str], str]:
    """Labels proved wrong: (file, field) → the reason."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    return {(each["file"], each["field"]): each["reason"] for each in entries}
