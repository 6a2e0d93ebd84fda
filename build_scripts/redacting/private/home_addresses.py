"""Street addresses that a text calls somebody's home: Fed. R. Crim. P. 49.1(a)(5)."""

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.redacting.private.private_words import Detector

_PATTERNS = read_patterns(__package__, "home_addresses.toml")

# The caller checks whether the case is criminal.
HOME_ADDRESSES = (Detector(PrivateKind.HOME_ADDRESS, _PATTERNS.HOME),)
