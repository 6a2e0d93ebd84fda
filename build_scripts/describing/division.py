"""The court's division or place of holding court, as the heading prints it."""

from build_scripts.describing.opening import find_opening
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim
from build_scripts.model.law.states import full_name_pattern
from build_scripts.model.text.name_case import is_capitals, to_normal_case
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "division.toml", state_in_full=full_name_pattern())


def find_division(clean: CleanOrder) -> Claim[str] | None:
    """Return the division in normal case ("San Jose Division", "At Seattle"), else None."""
    for index, line in enumerate(find_opening(clean)):
        heading = line.kind is BlockKind.COURT or (index < 12 and len(line.text) < 120)
        match = _PATTERNS.DIVISION.search(line.text.strip()) if heading else None
        if not match or line.kind in (BlockKind.PARTIES, BlockKind.TITLE):
            continue
        # "NORTHERN DISTRICT OF | GEORGIA ROME DIVISION"
        printed = _PATTERNS.OF_STATE.sub("", match["division"].strip(" .,"))
        if _PATTERNS.NOT_A_PLACE.search(printed):
            continue
        start = line.text.find(printed)
        value = to_normal_case(printed, "") if is_capitals(printed) else printed
        return Claim(value, line.span(start, start + len(printed)), "printed in the heading")
    return None
