"""Furniture by its words: the table phrases.tsv, a row a phrase with its maker and examples."""

from build_scripts.text.phrases import join_phrases, read_phrases

ROWS = read_phrases(__package__, "phrases.tsv")
SAYS = join_phrases(ROWS)


def says(kind: str, content: str) -> bool:
    """Whether a line's words are, as a whole, furniture of a kind."""
    return SAYS[kind].fullmatch(" ".join(content.split())) is not None
