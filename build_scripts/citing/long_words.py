"""Words too long to be words, hidden from the finders of citations.

eyecite's patterns take quadratic time in the length of a word: a megabyte without a blank (a rule
that a tool drew with letters, a picture set as text) took minutes.
"""

from build_scripts.model.text.pattern import Pattern

LONGEST = 300  # characters: more than a web address or a run of dashes in an order has
LONG_WORD = Pattern(
    rf"(?<!\S)\S{{{LONGEST + 1},}}",
    accepts=["x" * (LONGEST + 1)],
    refuses=["x" * LONGEST, "https://www.cand.uscourts.gov/judges/roe/standing-orders"],
)


def blank_long_words(text: str) -> str:
    """Return the text with blanks for each word of more than LONGEST characters; offsets stay."""
    return LONG_WORD.sub(lambda word: " " * len(word[0]), text)
