"""What one detector finds in a text, asked as redacting asks it."""

from collections.abc import Callable, Iterator

from build_scripts.redacting.private.masks import mask_public_numbers
from build_scripts.redacting.private.private_words import PrivateWords

Find = Callable[[str, str], Iterator[PrivateWords]]


def list_found(find: Find, text: str) -> list[str]:
    """The private words, in the order in which they are told."""
    return [text[words.start : words.end] for words in find(text, mask_public_numbers(text))]
