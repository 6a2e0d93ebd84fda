"""Telephone and fax numbers: by their shape, and shorter ones by the word before them."""

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.redacting.private.private_words import Detector

_PATTERNS = read_patterns(__package__, "telephone_numbers.toml")

TELEPHONE_NUMBERS = (
    Detector(PrivateKind.TELEPHONE, _PATTERNS.SHAPED, by_shape=True),
    Detector(PrivateKind.TELEPHONE, _PATTERNS.NAMED),
)
