"""Places of rulings in an order: headings, commands, leads to lists, ends of sections."""

from typing import TYPE_CHECKING

from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

globals().update(read_patterns(__package__, "ruling_places.toml"))
if TYPE_CHECKING:  # the names in the table

    def __getattr__(name: str) -> Pattern[str]: ...
