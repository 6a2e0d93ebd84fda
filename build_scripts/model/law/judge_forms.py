"""Forms in which papers print who decides: signatures, bylines, panels, votes, minutes."""

from build_scripts.model.law.judges import OFFICE
from build_scripts.model.text.name_case import GENERATION_END
from build_scripts.model.text.pattern_table import read_patterns

forms = read_patterns(__package__, "judge_forms.toml", office=OFFICE, generation_end=GENERATION_END)
PANEL = forms.PANEL
RUN_ON_PANEL = forms.RUN_ON_PANEL
