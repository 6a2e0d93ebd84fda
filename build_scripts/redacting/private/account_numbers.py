"""Numbers of accounts at banks: by the words before them, and IBANs by their check digits."""

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.redacting.private.private_words import Detector, has_digits

_PATTERNS = read_patterns(__package__, "account_numbers.toml")


def _is_open(number: str) -> bool:
    return has_digits(number) and not _PATTERNS.BLACKED.search(number)


def _is_iban(number: str) -> bool:
    """Return whether, by ISO 13616, the country and check digits after the rest leave 1 of 97."""
    number = number.replace(" ", "")
    digits = "".join(str(int(character, 36)) for character in number[4:] + number[:4])
    return len(number) >= 15 and int(digits) % 97 == 1


ACCOUNT_NUMBERS = (
    Detector(PrivateKind.ACCOUNT, _PATTERNS.NAMED, takes=_is_open),
    Detector(PrivateKind.ACCOUNT, _PATTERNS.OF_KIND, takes=_is_open),
)
IBANS = (Detector(PrivateKind.ACCOUNT, _PATTERNS.IBAN, takes=_is_iban),)
