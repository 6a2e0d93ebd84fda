"""Numbers of payment cards: groups of digits that begin as an issuer's and pass the check."""

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.redacting.private.private_words import Detector

_PATTERNS = read_patterns(__package__, "card_numbers.toml")


def passes_luhn(number: str) -> bool:
    """Return whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B)."""
    digits = [int(character) for character in number if character.isdigit()]
    doubled = (2 * digit - 9 * (digit > 4) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


CARD_NUMBERS = (
    Detector(PrivateKind.CARD, _PATTERNS.SHAPED, by_shape=True, takes=passes_luhn),
    Detector(PrivateKind.CARD, _PATTERNS.NAMED),
)
