"""Numbers of aliens' files (A-numbers), as immigration courts and their captions write them."""

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.redacting.private.private_words import Detector

_PATTERNS = read_patterns(__package__, "alien_numbers.toml")

# Such a number has a mask's shape, and no other number has its shape: it is searched for unmasked.
ALIEN_NUMBERS = (
    Detector(PrivateKind.ALIEN, _PATTERNS.SHAPED),
    Detector(PrivateKind.ALIEN, _PATTERNS.NAMED),
)
