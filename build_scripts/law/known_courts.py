"""The courts that courts-db knows, and what is known of courts beside it (`courts.toml`)."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from build_scripts.text.pattern_table import read_table

BESIDE = read_table(__package__, "courts.toml")


@cache
def list_courts() -> list[dict[str, Any]]:
    """courts-db's entries; its own loader would first make patterns that nobody here asks for."""
    entries: list[dict[str, Any]] = json.loads(
        files("courts_db").joinpath("data/courts.json").read_text(encoding="utf-8")
    )
    return entries
