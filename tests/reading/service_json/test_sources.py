"""What services hand out of a case: the best body, its writings and notes, and the facts with it."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.source_text import SourceText
from build_scripts.reading.service_json import read_json
from tests.orders_from_text import show_parts

ROWS = json.loads(Path(__file__).with_name("sources.json").read_text("utf-8"))


def show_source(source: SourceText) -> dict[str, Any]:
    """Everything that a row may list."""
    lines = [line for page in source.pages for line in page.lines if line.text]
    facts = dataclasses.asdict(source.external)
    return {
        "form": [source.format, source.laid_out],
        "lines": [[line.text, line.part] for line in lines],
        "pages": [[page.number, [line.text for line in page.lines]] for page in source.pages],
        "decoded": source.decoded,
        "facts": {
            name: list(one) if isinstance(one, tuple) else one for name, one in facts.items() if one
        },
        **show_parts(clean_order(source), ("text", "blocks", "notes")),
    }


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_each_source(row: dict[str, Any]) -> None:
    """What a row lists is all of it, of facts too."""
    shown = show_source(read_json(json.dumps(row["source"]), "utf-8", "order.json"))
    assert {name: shown[name] for name in row["expected"]} == row["expected"]
