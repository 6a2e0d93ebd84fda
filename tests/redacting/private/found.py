"""What one detector finds in a text, asked as redacting asks it."""

from collections.abc import Iterable

from build_scripts.redacting.private.masks import mask_public_numbers
from build_scripts.redacting.private.private_words import Find


def list_found(finders: Iterable[Find], text: str) -> list[str]:
    """The private words, once each, in the order in which they are found."""
    masked = mask_public_numbers(text)
    found = [(words.start, words.end) for find in finders for words in find(text, masked)]
    return [text[start:end] for start, end in dict.fromkeys(found)]
