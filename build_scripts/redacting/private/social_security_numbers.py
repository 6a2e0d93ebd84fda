"""Social-security numbers, and the numbers that taxpayers have instead (ITIN, EIN, PTIN)."""

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.redacting.private.private_words import Detector

_PATTERNS = read_patterns(__package__, "social_security_numbers.toml")


def _is_taxpayers(number: str) -> bool:
    """Return whether its area is the Internal Revenue Service's: a taxpayer has no other number."""
    return number >= "900"


SOCIAL_SECURITY_NUMBERS = (
    Detector(PrivateKind.SOCIAL_SECURITY, _PATTERNS.NAMED),
    Detector(PrivateKind.TAXPAYER, _PATTERNS.TAXPAYER),
    Detector(PrivateKind.TAXPAYER, _PATTERNS.SHAPED, by_shape=True, takes=_is_taxpayers),
    Detector(PrivateKind.SOCIAL_SECURITY, _PATTERNS.SHAPED, by_shape=True),
)
