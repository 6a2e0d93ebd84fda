"""Numbers of aliens' files (A-numbers), as immigration courts and their captions write them."""

import re

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.private_words import Detector

_SHAPED = Pattern(
    r"""
    (?<![\w-]) A [ ]?[\#-]?[ ]? (?!00)\d{2,3} (?P<sign>[ –-]?) \d{3} (?P=sign) \d{3}
    (?![\w–-]*\d)
    """,
    re.VERBOSE,
    accepts=[
        "A123-456-789",
        "A 012 345 678",
        "A# 123456789",
        "A-123456789",
        "A98-765-432",
        "Agency No. A200-123-456",
    ],
    refuses=[
        "A00012345",  # a page of an appendix
        "A1234",
        "AA123456789",
        "A123-456 789",
    ],
)
_NAMED = Pattern(
    r"""
    \b (?: alien (?:[ ](?:registration|file))? | USCIS | A-?File | A )
    [ -]? (?:\#|(?:nos?\.|numbers?)) [ ]?[:(]?[ ]? (?:is[ ]|was[ ])?
    (?P<private> A?[ -]?[\#]?[ ]?\d{2,3} [ –-]? \d{3} [ –-]? \d{3} ) (?![\w–-]*\d)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "alien number 123456789",
        "Alien Registration No. A 123 456 789",
        "A-Number: 12345678",
    ],
    refuses=["alien number 1234", "A No. 12", "an alien 123456789", "alien no. 123-456-789-0"],
)

# Such a number has a mask's shape, and no other number has its shape: it is searched for unmasked.
ALIEN_NUMBERS = (Detector(PrivateKind.ALIEN, _SHAPED), Detector(PrivateKind.ALIEN, _NAMED))
