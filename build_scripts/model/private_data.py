"""Private data in an order's words: its kinds, and what may become of it."""

from enum import StrEnum


class PrivateKind(StrEnum):
    """What Fed. R. Civ. P. 5.2 and Fed. R. Crim. P. 49.1 name, and what else finds people.

    The value is what stands in place of the words: "[redacted: e-mail address]".
    """

    SOCIAL_SECURITY = "Social Security number"
    TAXPAYER = "taxpayer number"
    ACCOUNT = "account number"
    CARD = "card number"
    BIRTH_DATE = "birth date"
    MINOR = "name of a minor"
    HOME_ADDRESS = "home address"
    EMAIL = "e-mail address"
    TELEPHONE = "telephone number"
    ALIEN = "alien number"
    LICENCE = "driver's license number"
    PASSPORT = "passport number"


class PrivatePolicy(StrEnum):
    """What becomes of one kind; the value is the setting's word for it."""

    REDACT = "redact"  # the words leave, a note of their kind stands there
    FLAG = "flag"  # the words stay, and a finding asks an editor to look
    ALLOW = "allow"  # the words stay
