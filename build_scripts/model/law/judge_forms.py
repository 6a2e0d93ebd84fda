"""Forms in which papers print who decides: signatures, bylines, panels, votes, minutes."""

from typing import TYPE_CHECKING

from build_scripts.model.law.judges import OFFICE
from build_scripts.model.text.name_case import GENERATION_END
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

globals().update(
    read_patterns(__package__, "judge_forms.toml", office=OFFICE, generation_end=GENERATION_END)
)
if TYPE_CHECKING:  # the names in the table

    def __getattr__(name: str) -> Pattern[str]: ...
