"""The courts of courts-db, and what it lacks about courts (`courts.toml`)."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from build_scripts.model.text.pattern_table import read_table

BESIDE = read_table(__package__, "courts.toml")


@cache
def list_courts() -> list[dict[str, Any]]:
    """List courts-db's entries; its own loader would first compile patterns that we never use."""
    entries: list[dict[str, Any]] = json.loads(
        files("courts_db").joinpath("data/courts.json").read_text(encoding="utf-8")
    )
    return entries


@cache
def load_court_entries() -> dict[str, dict[str, Any]]:
    """Return courts-db's entries by CourtListener's id."""
    return {entry["id"]: entry for entry in list_courts()}
