"""Private data in running text: one file per kind, and what resembles it.

A kind known by its shape alone is searched for where citations, docket numbers and the like are
blanked; one that a word announces ("SSN", "born on") in the unchanged text. Redacted forms that an
order has already (xxx-xx-1234, four last digits, a year of birth, initials) do not count.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import chain
from operator import attrgetter

from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.account_numbers import ACCOUNT_NUMBERS, IBANS
from build_scripts.redacting.private.alien_numbers import ALIEN_NUMBERS
from build_scripts.redacting.private.birth_dates import BIRTH_DATES
from build_scripts.redacting.private.card_numbers import CARD_NUMBERS
from build_scripts.redacting.private.court_contacts import is_of_court
from build_scripts.redacting.private.email_addresses import find_email_addresses
from build_scripts.redacting.private.home_addresses import HOME_ADDRESSES
from build_scripts.redacting.private.identity_papers import LICENCE_NUMBERS, PASSPORT_NUMBERS
from build_scripts.redacting.private.masks import mask_public_numbers
from build_scripts.redacting.private.minors_names import MINORS_NAMES
from build_scripts.redacting.private.private_words import Find, PrivateWords
from build_scripts.redacting.private.social_security_numbers import SOCIAL_SECURITY_NUMBERS
from build_scripts.redacting.private.telephone_numbers import TELEPHONE_NUMBERS

__all__ = ["PrivateWords", "find_personal_words", "find_private_words"]

# The first kind that claims characters has them. A text without any of a detector's words, in lower
# case, has nothing for it, nor one without digits for a detector without words: most of an order is
# skipped so.
_DETECTORS: tuple[tuple[tuple[str, ...], tuple[Find, ...]], ...] = (
    (("@", "at]", "at)", "at}", "at ]", "at )"), (find_email_addresses,)),
    ((), SOCIAL_SECURITY_NUMBERS),
    ((), CARD_NUMBERS),
    ((), ALIEN_NUMBERS),
    (("licen", "dl", "d.l", "identification card"), LICENCE_NUMBERS),
    (("passport",), PASSPORT_NUMBERS),
    ((), TELEPHONE_NUMBERS),
    ((), IBANS),
    (("acc", "a/c", "rout", "aba", "iban", "sort", "wire", "loan", "mortg", "broker", "check",
      "saving", "member", "deposit", "bank"), ACCOUNT_NUMBERS),
    (("born", "birth", "ob", "o.b", "o/b"), BIRTH_DATES),
    (("minor", "infant", "juvenile", "underage"), MINORS_NAMES),
)  # fmt: skip
_HOMES: tuple[tuple[str, ...], tuple[Find, ...]] = (
    ("resid", "live", "living", "home", "house", "dwelling", "apartment"),
    HOME_ADDRESSES,
)
_DIGIT = Pattern(r"\d", accepts=["1", "٣"], refuses=["a"])
# Enough digits, close enough together, for any number that is known by its shape.
_DIGITS = Pattern(
    r"\d{3}[^\w]{0,4}\d{2,3}[^\w]{0,4}\d{4} | \d{4}[ –-]?\d{4}[ –-]?\d{4} | \+\d",
    re.VERBOSE,
    accepts=["(702) 555-0142", "219-09-9999", "4111 1111 1111 1111", "+44 20 7946 0958"],
    refuses=["433 F.3d 1199", "March 4, 2024", "18 U.S.C. § 1836"],
)


def find_private_words(text: str, *, criminal: bool = False) -> tuple[PrivateWords, ...]:
    """Return the private words of one range of running text, in its order, without overlaps.

    Addresses of homes are searched for in criminal cases only: Fed. R. Crim. P. 49.1(a)(5).
    """
    found = find_personal_words(text, criminal=criminal)
    return tuple(words for words in found if not words.public)


def find_personal_words(text: str, *, criminal: bool = False) -> tuple[PrivateWords, ...]:
    """Return the same, and the addresses and numbers of courts among them, as public ones."""
    masked = mask_public_numbers(text) if _DIGITS.search(text) else ""
    small, numbers = text.lower(), _DIGIT.search(text)
    found: list[PrivateWords] = []  # in their order
    for hints, finders in (*_DETECTORS, _HOMES) if criminal else _DETECTORS:
        if not (any(hint in small for hint in hints) if hints else numbers):
            continue
        for words in chain.from_iterable(find(text, masked) for find in finders):
            at = bisect_left(found, words.start, key=attrgetter("start"))
            behind = at == len(found) or words.end <= found[at].start
            if behind and (at == 0 or found[at - 1].end <= words.start):
                found.insert(at, replace(words, public=is_of_court(text, words)))
    return tuple(found)
