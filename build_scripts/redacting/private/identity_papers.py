"""Numbers of driver's licences and passports, by the word before them."""

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.redacting.private.private_words import Detector, has_digits

_PATTERNS = read_patterns(__package__, "identity_papers.toml")

LICENCE_NUMBERS = (Detector(PrivateKind.LICENCE, _PATTERNS.LICENCE, takes=has_digits),)
PASSPORT_NUMBERS = (Detector(PrivateKind.PASSPORT, _PATTERNS.PASSPORT, takes=has_digits),)
