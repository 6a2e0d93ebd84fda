"""Private data in an order's words: its kinds, and the policies for them."""

from enum import StrEnum


class PrivateKind(StrEnum):
    """The kinds in Fed. R. Civ. P. 5.2 and Fed. R. Crim. P. 49.1, and others that identify people.

    The value is the replacement for the words: "[redacted: e-mail address]".
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
    """The treatment of one kind; the value is the setting's word for it."""

    REDACT = "redact"  # a note of their kind replaces the words
    FLAG = "flag"  # the words stay, and a finding asks an editor to check
    ALLOW = "allow"  # the words stay
