"""Printed forms of rulings without a motion and its verb: titles, closing words, stipulations."""

from typing import TYPE_CHECKING

from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

globals().update(read_patterns(__package__, "ruling_forms.toml"))
if TYPE_CHECKING:  # the names in the table

    def __getattr__(name: str) -> Pattern[str]: ...
