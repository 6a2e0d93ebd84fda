"""Full names that may be a minor's, by the word next to them: an editor has to check.

Initials may stay: Fed. R. Civ. P. 5.2(a)(3).
"""

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.redacting.private.private_words import Detector

_PATTERNS = read_patterns(__package__, "minors_names.toml")


def _is_real(name: str) -> bool:
    return not _PATTERNS.INVENTED.search(name)


MINORS_NAMES = (
    Detector(PrivateKind.MINOR, _PATTERNS.BEFORE, takes=_is_real),
    Detector(PrivateKind.MINOR, _PATTERNS.AFTER, takes=_is_real),
)
