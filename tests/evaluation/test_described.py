"""Readings are kept for the code that made them."""

from tests.shared import ROOT
from tools.evaluation.described import follow_imports


def test_tables_of_patterns_belong_to_the_code_that_reads() -> None:
    followed = follow_imports(ROOT / "build_scripts/reading")
    assert ROOT / "build_scripts/reading/forms.toml" in followed
    assert ROOT / "build_scripts/model/text/sentences.toml" in followed
