"""The promise: no word is lost, none is made up.

Two checks, independent of how cleaning works. Letters and digits of the decoded file equal those
of the clean order plus removals, one by one. Words of the file's lines equal the words of the
clean order plus removals, but for recorded joins and for marks that were glued to a word.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from build_scripts.model.clean_order import CleanOrder, RemovalReason
from build_scripts.model.source_text import SourceText
from build_scripts.model.text.pattern import Pattern
from build_scripts.problems import WordsLostError

WORD = Pattern(
    r"[^\W_]+",
    accepts=["Roe’s", "28"],
    refuses=["_—_", "§ ¶"],
)
SHOWN = 8  # differing words named in the error
# What can stand glued to a word: "oral15argument", "*1089On", "ReavyDownload PDFPatent", "HN1A".
SPLITTING = (
    RemovalReason.LINE_NUMBER,
    RemovalReason.PAGE_NUMBER,
    RemovalReason.CHROME,
    RemovalReason.PUBLISHER,
)


def check_words(source: SourceText, clean: CleanOrder) -> None:
    """Raise WordsLostError, naming the words, where the clean order breaks the promise."""
    printed = "\n".join(line.text for page in source.pages for line in page.lines)
    in_lines = _count_tokens(printed)
    in_file = _count_file(source.decoded, printed, in_lines)
    kept = _count_tokens("\n".join(_list_texts(clean)))
    marked_up = (r.text for r in clean.removals if r.reason is RemovalReason.MARKUP)
    markup = _count_tokens("\n".join(marked_up))
    letters = _count_letters(_subtract(in_file, kept + markup if markup else kept))
    if letters:
        lost = Counter({letter: count for letter, count in letters.items() if count > 0})
        made = Counter({letter: -count for letter, count in letters.items() if count < 0})
        raise WordsLostError(
            f"cleaning changed letters: lost {_show(lost)}, made up {_show(made)}. "
            "This is a defect of the program: please report it with the file."
        )
    unexplained = _compare_words(_subtract(in_lines, kept), clean)
    if unexplained:
        raise WordsLostError(
            f"cleaning changed words: {_show(unexplained)}. "
            "This is a defect of the program: please report it with the file."
        )


def _count_tokens(text: str) -> Counter[str]:
    """Count the words between blanks.

    Blanks hold no letter and split no word. So letters and words need only be counted in tokens
    that differ before and after, which few do.
    """
    return Counter(text.split())


def _count_file(decoded: str, printed: str, in_lines: Counter[str]) -> Counter[str]:
    """Count the tokens of the whole file; most forms print all of them in their lines, in order."""
    if printed == decoded or printed.split() == decoded.split():
        return in_lines
    return _count_tokens(decoded)


def _subtract(before: Counter[str], after: Counter[str]) -> dict[str, int]:
    """Return by how many more there are before; equal counts are left out."""
    differing = dict(before.items() ^ after.items())
    return {token: before.get(token, 0) - after.get(token, 0) for token in differing}


def _count_letters(tokens: Mapping[str, int]) -> Counter[str]:
    """Count letters and digits of the tokens, each token as often as it occurs."""
    letters: Counter[str] = Counter()
    for token, count in tokens.items():
        for character, times in Counter(token).items():
            if character.isalnum():
                letters[character] += times * count
    return Counter(_drop_equal(letters))


def _count_words(tokens: Mapping[str, int]) -> Counter[str]:
    words: Counter[str] = Counter()
    for token, count in tokens.items():
        for word in WORD.findall(token):
            words[word] += count
    return words


def _drop_equal(counts: Mapping[str, int]) -> dict[str, int]:
    return {key: count for key, count in counts.items() if count}


def _list_texts(clean: CleanOrder) -> Iterator[str]:
    """Yield all text of a clean order: blocks, notes with labels, lifted marks, removals."""
    for _, block in clean.map.located:
        yield block.text
        yield from (mark.label for mark in block.footnote_marks)
    yield from (note.label for note in clean.footnotes)
    for removal in clean.removals:
        if removal.reason is not RemovalReason.MARKUP:
            yield removal.text


def _compare_words(tokens: Mapping[str, int], clean: CleanOrder) -> Counter[str]:
    """Count words that differ and that no recorded join or glued mark explains."""
    words = _count_words(tokens)
    for join in clean.joins:
        words.subtract(WORD.findall(f"{join.left} {join.right}"))
        words.update(WORD.findall(join.joined))
    differences = _drop_equal(words)
    pieces = "".join(
        sorted("".join(word * -count for word, count in differences.items() if count < 0))
    )
    glued = "".join(
        sorted("".join(word * count for word, count in differences.items() if count > 0))
    )
    # "Calder1" became "Calder" and the mark "1"; "oral15argument" three words: the same letters,
    # at most as many such words as there are marks and glued numbers.
    splits = sum(count for count in differences.values() if count > 0)
    if pieces == glued and splits <= _count_splits(clean):
        return Counter()
    return Counter(differences)


def _count_splits(clean: CleanOrder) -> int:
    """Return how many words can be split: one for each mark, label, line number, star page."""
    marks = sum(len(block.footnote_marks) for _, block in clean.map.located)
    numbers = sum(removal.reason in SPLITTING for removal in clean.removals)
    return marks + len(clean.footnotes) + numbers


def _show(counts: Counter[str]) -> str:
    named = [f"{word!r} ({count:+d})" for word, count in sorted(counts.items())[:SHOWN]]
    return ", ".join(named) + (" …" if len(counts) > SHOWN else "") if named else "none"
