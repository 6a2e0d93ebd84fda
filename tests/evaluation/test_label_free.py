"""Counts without labels find what a person sees at a glance, and nothing in a clean order."""

from pathlib import Path

import pytest

from tests.tables import each_row
from tools.evaluation.label_free import MEASURES, measure_file

CLEAN = (
    "UNITED STATES DISTRICT COURT\nDISTRICT OF ARIZONA\n\nJANE ROE, Plaintiff,\n\nv.\n\n"
    "JOHN DOE, Defendant.\n\nNo. 2:20-cv-09174\n\nORDER\n\n"
    "The motion to dismiss was filed in May and is ripe.\n\n{}\n\n"
    "IT IS SO ORDERED.\n\nDated: May 3, 2021.\n\nANN B. STONE\nUnited States District Judge\n"
)


@each_row()
def test_what_is_counted(
    added: str, measure: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = tmp_path / "order.txt"
    path.write_text(CLEAN.format(added), encoding="utf-8")
    found = {name for name, _ in measure_file(path)}
    assert found <= set(MEASURES)
    assert (measure in found) if measure else not found
