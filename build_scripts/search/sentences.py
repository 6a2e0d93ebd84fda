"""The ends of sentences in a block, by a rule that the browser follows too."""

from collections.abc import Iterator

from build_scripts.search.recognised import is_abbreviation
from build_scripts.text.pattern import Pattern

# A stop after an abbreviation matches too: `cut_sentences` skips it by the word before it.
_END = Pattern(
    r"""(?P<sign>[.!?])["'”’)\]]{0,3} (?=["'“‘(\[]{0,2}[A-Z0-9])""",
    accepts=["… moot. The Court …", "… moot.” 3 The …", "… moot.) “The …", "Larkspur v. Does"],
    refuses=["at 1.5 percent", "e.g. the order", "moot.The Court"],
)
_LAST_WORD = Pattern(
    r"(?<![A-Za-z'])[A-Za-z']+$",
    accepts=["Roe v", "the Gov't"],
    refuses=["Roe v. ", "Rule 26"],
)


def cut_sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a block; together they are its text, without the blanks between."""
    start = 0
    for match in _END.finditer(text):
        word = _LAST_WORD.search(text[max(start, match.start() - 20) : match.start()])
        if match["sign"] == "." and word and is_abbreviation(word[0].lower()):
            continue
        yield text[start : match.end() - 1]
        start = match.end()
    yield text[start:]
