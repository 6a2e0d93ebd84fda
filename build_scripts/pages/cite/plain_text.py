"""Values of an order as one clean line: the input of every form of a citation."""

from build_scripts.model.text.pattern import Pattern

# Control characters and line ends; signs that turn the text after them around, which would
# garble the citation of whoever pastes it; halves of characters, which no file can hold.
_UNPRINTABLE = Pattern(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]",
    accepts=["Quill\nHeron", "Ost\u202erich", "a\ud800b", "a\u2028b"],
    refuses=["Łódź “Ostrich” v. 東京 \U0001f99c"],
)


def flatten(text: str) -> str:
    """Return `text` on one line, whitespace collapsed, without characters no citation can hold."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())
