"""Text normalized for comparing and sorting: without punctuation, accents, capitals."""

import unicodedata


def print_line(text: str) -> str:
    """Return a text on one line, whitespace collapsed, without invisible characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def drop_accents(text: str) -> str:
    """Return a text without accents: "García" is "Garcia"; ligatures are two letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def fold_to_ascii(text: str) -> str:
    """Return a text in lower-case ASCII letters; letters without an ASCII form are left out."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()


def normalize_alnum(text: str) -> str:
    """Return the letters and digits of `text`, case-folded: "(415) 555-0123" is "4155550123"."""
    return normalize_with_offsets(text)[0]


def normalize_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the letters and digits of a text, case-folded, and the offset of each."""
    if text.isascii():
        columns = [column for column, character in enumerate(text) if character.isalnum()]
        return "".join([text[column] for column in columns]).lower(), columns
    letters, columns = [], []
    for column, character in enumerate(text):
        if character.isalnum():
            for folded in character.casefold():
                letters.append(folded)
                columns.append(column)
    return "".join(letters), columns
