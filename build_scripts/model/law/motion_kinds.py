"""The kinds of motions, with the words that identify each."""

from build_scripts.model.description import MotionKind
from build_scripts.model.text.pattern_table import read_patterns

# The kind that comes first in the wording names the motion: a "motion to stay pending arbitration"
# asks for a stay. If two begin together, the one listed first.
KINDS = {
    MotionKind(name): pattern
    for name, pattern in read_patterns(__package__, "motion_kinds.toml").items()
}
