"""Where sentences of a block end, by a rule that the browser follows too."""

import re
from collections.abc import Iterator

from build_scripts.searching.recognised import is_abbreviation

# accepted: "… moot. The Court …" · "… moot.” 3 The …" · "… moot.) “The …"
# refused: "Larkspur v. Does" · "No. 7" · "Fed. R. Civ. P. 26" · "at 1.5 percent"
_END = re.compile(r"""(?P<sign>[.!?])["'”’)\]]{0,3} (?=["'“‘(\[]{0,2}[A-Z0-9])""")
_LAST_WORD = re.compile(r"[A-Za-z']+$")


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
