"""Where in an order rulings stand: headings, commands, leads to lists, ends of sections."""

from typing import TYPE_CHECKING

from build_scripts.text.pattern import Pattern
from build_scripts.text.pattern_table import read_patterns

globals().update(read_patterns(__package__, "ruling_places.toml"))
if TYPE_CHECKING:  # the names that the table gives

    def __getattr__(name: str) -> Pattern[str]: ...
