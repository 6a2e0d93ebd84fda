"""Counted nouns in messages of the command line."""


def count(number: int, name: str) -> str:
    """Return "1 order", "1,204 orders"; `name` is the singular of a word that takes an s."""
    return f"{number:,} {name}{'' if number == 1 else 's'}"
