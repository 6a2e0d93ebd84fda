"""Private data in running text: each kind's patterns, and for some kinds a check of the words.

A kind known by its shape alone is searched for where citations, docket numbers and the like are
blanked; one that a word announces ("SSN", "born on") in the unchanged text. Redacted forms that an
order has already (xxx-xx-1234, four last digits, a year of birth, initials) do not count.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

from build_scripts.model.text.dates import MONTH
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns, read_rows
from build_scripts.model.withholding import PrivateKind

_PATTERNS = read_patterns(__package__, "private_words.toml", month=MONTH)
BLANK = "\x00"  # no detector takes it for a digit, a letter or a blank
_MASKS = [row.pattern for row in read_rows(__package__, "private_words.toml", "mask")]


def mask_public_numbers(text: str) -> str:
    """Return `text`, with its length unchanged, with what is surely no private data blanked: the
    numbers of citations, dockets, statutes, amounts and dates have as many digits as a telephone's.
    """
    for mask in _MASKS:
        text = mask.sub(lambda match: BLANK * len(match[0]), text)
    return text


_FARTHEST = 120  # characters between the court's name and its number


def is_of_court(kind: PrivateKind, text: str, start: int, end: int) -> bool:
    """Return whether an address or a number that was found in `text` is a court's, and so public.

    An address is by its domain, a telephone number by the words right before it, if nobody else is
    named between: "call chambers at …" is, "the clerk shall call counsel at …" is not.
    """
    if kind is PrivateKind.EMAIL:
        host = text[start:end].rpartition("@")[2].replace(" ", "")
        return _PATTERNS.COURTS_HOST.fullmatch(host) is not None
    if kind is not PrivateKind.TELEPHONE:
        return False
    sentence = _PATTERNS.SENTENCE_END.split(text[max(0, start - _FARTHEST) : start])[-1]
    lines = list(_PATTERNS.COURTS_LINE.finditer(sentence))
    return bool(lines) and not _PATTERNS.SOMEBODY.search(sentence, lines[-1].end())


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """Characters `start` up to, not including, `end` of a text are private data of `kind`.

    `context` is where their label begins: "DOB: " before a date. Those that are `public` only look
    private: a court's own address or number.
    """

    kind: PrivateKind
    start: int
    end: int
    context: int
    public: bool = False


@dataclass(frozen=True, slots=True)
class Detector:
    """A detector: what its pattern finds is private, in its group `private`, or the whole.

    One that is known `by_shape` alone searches the text in which public numbers are masked. `takes`
    may refuse words.
    """

    kind: PrivateKind
    pattern: Pattern[str]
    by_shape: bool = False
    takes: Callable[[str], bool] = bool

    def find(self, text: str, masked: str) -> Iterator[PrivateWords]:
        """Yield its private words, in the text's order."""
        for match in self.pattern.finditer(masked if self.by_shape else text):
            group = "private" if "private" in match.re.groupindex else 0
            if self.takes(match[group]):
                yield PrivateWords(self.kind, *match.span(group), match.start())


def _has_digits(words: str) -> bool:
    """Return whether a word has more digits than the four that Fed. R. Civ. P. 5.2(a)(4) allows."""
    return sum(map(str.isdigit, words)) > 4


def passes_luhn(number: str) -> bool:
    """Return whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B)."""
    digits = [int(character) for character in number if character.isdigit()]
    doubled = (2 * digit - 9 * (digit > 4) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _is_taxpayers(number: str) -> bool:
    """Return whether its area is the Internal Revenue Service's: a taxpayer has no other number."""
    return number >= "900"


def _is_iban(number: str) -> bool:
    """Return whether, by ISO 13616, the country and check digits after the rest leave 1 of 97."""
    number = number.replace(" ", "")
    digits = "".join(str(int(character, 36)) for character in number[4:] + number[:4])
    return len(number) >= 15 and int(digits) % 97 == 1


def _is_open_account(number: str) -> bool:
    return _has_digits(number) and not _PATTERNS.ACCOUNT_BLACKED.search(number)


def _is_real_name(name: str) -> bool:
    return not _PATTERNS.MINOR_INVENTED.search(name)


# The first that claims characters has them. A number of an alien's file has a mask's shape, and no
# other number has its shape: it is searched for unmasked.
DETECTORS = (
    Detector(PrivateKind.SOCIAL_SECURITY, _PATTERNS.SOCIAL_SECURITY_NAMED),
    Detector(PrivateKind.TAXPAYER, _PATTERNS.TAXPAYER),
    Detector(PrivateKind.TAXPAYER, _PATTERNS.SOCIAL_SECURITY_SHAPED, True, _is_taxpayers),
    Detector(PrivateKind.SOCIAL_SECURITY, _PATTERNS.SOCIAL_SECURITY_SHAPED, True),
    Detector(PrivateKind.CARD, _PATTERNS.CARD_SHAPED, True, passes_luhn),
    Detector(PrivateKind.CARD, _PATTERNS.CARD_NAMED),
    Detector(PrivateKind.ALIEN, _PATTERNS.ALIEN_SHAPED),
    Detector(PrivateKind.ALIEN, _PATTERNS.ALIEN_NAMED),
    Detector(PrivateKind.LICENCE, _PATTERNS.LICENCE, takes=_has_digits),
    Detector(PrivateKind.PASSPORT, _PATTERNS.PASSPORT, takes=_has_digits),
    Detector(PrivateKind.TELEPHONE, _PATTERNS.TELEPHONE_SHAPED, True),
    Detector(PrivateKind.TELEPHONE, _PATTERNS.TELEPHONE_NAMED),
    Detector(PrivateKind.ACCOUNT, _PATTERNS.IBAN, takes=_is_iban),
    Detector(PrivateKind.ACCOUNT, _PATTERNS.ACCOUNT_NAMED, takes=_is_open_account),
    Detector(PrivateKind.ACCOUNT, _PATTERNS.ACCOUNT_OF_KIND, takes=_is_open_account),
    Detector(PrivateKind.BIRTH_DATE, _PATTERNS.BIRTH_DATE_AFTER),
    Detector(PrivateKind.BIRTH_DATE, _PATTERNS.BIRTH_DATE_BEFORE),
    Detector(PrivateKind.MINOR, _PATTERNS.MINOR_BEFORE, takes=_is_real_name),
    Detector(PrivateKind.MINOR, _PATTERNS.MINOR_AFTER, takes=_is_real_name),
    Detector(PrivateKind.HOME_ADDRESS, _PATTERNS.HOME_ADDRESS),
)


def find_private_words(text: str, *, criminal: bool = False) -> tuple[PrivateWords, ...]:
    """Return the private words of one range of running text, in its order, without overlaps.

    Addresses of homes are searched for in criminal cases only: Fed. R. Crim. P. 49.1(a)(5).
    """
    found = find_personal_words(text, criminal=criminal)
    return tuple(words for words in found if not words.public)


def find_personal_words(text: str, *, criminal: bool = False) -> tuple[PrivateWords, ...]:
    """Return the same, and the addresses and numbers of courts among them, as public ones."""
    masked = mask_public_numbers(text) if _PATTERNS.DIGITS.search(text) else ""
    numbers = _PATTERNS.DIGIT.search(text)  # every kind has some, but for e-mail and names
    asked = [
        detector.find(text, masked)
        for detector in DETECTORS
        if (numbers or detector.kind is PrivateKind.MINOR)
        and (criminal or detector.kind is not PrivateKind.HOME_ADDRESS)
    ]
    found: list[PrivateWords] = []  # in their order
    for words in chain(_find_email_addresses(text), *asked):
        at = bisect_left(found, words.start, key=attrgetter("start"))
        is_before = at == len(found) or words.end <= found[at].start
        if is_before and (at == 0 or found[at - 1].end <= words.start):
            public = is_of_court(words.kind, text, words.start, words.end)
            found.insert(at, replace(words, public=public))
    return tuple(found)


def _find_email_addresses(text: str) -> Iterator[PrivateWords]:
    """Yield e-mail addresses, also where a line's end or a scan put blanks into them."""
    for pattern in (_PATTERNS.EMAIL, _PATTERNS.EMAIL_SPELT):
        for match in pattern.finditer(text):
            local, at = match["local"], match.end("local")
            if not (
                _PATTERNS.EMAIL_BLACKED.fullmatch(local)
                or (text[at] == " " and _PATTERNS.EMAIL_OF_ALL.fullmatch(local))
                or _PATTERNS.EMAIL_IN_TITLE.match(text, match.start())
            ):
                start = match.start() + len(local) - len(local.lstrip("'.-&=~$!"))
                yield PrivateWords(PrivateKind.EMAIL, start, match.end(), start)
