"""The promise: no word is lost, none is made up.

Two checks, independent of how cleaning works. Letters and digits of the decoded file equal those
of the clean order plus removals, one by one. Words of the file's lines equal the words of the
clean order plus removals, but for recorded joins and for marks that were glued to a word.
"""

import re
from collections import Counter
from collections.abc import Iterator

from build_scripts.model.clean_order import CleanOrder, RemovalReason
from build_scripts.model.source_text import SourceText
from build_scripts.problems import WordsLostError

WORD = re.compile(r"[^\W_]+")
SHOWN = 8  # differing words named in the error


def check_words(source: SourceText, clean: CleanOrder) -> None:
    """Raise WordsLostError, naming the words, where the clean order breaks the promise."""
    before = _count_characters((source.decoded,))
    after = _count_characters(_list_texts(clean, markup=True))
    if before != after:
        lost, made = before - after, after - before
        raise WordsLostError(
            f"cleaning changed letters: lost {_show(lost)}, made up {_show(made)}. "
            "This is a defect of the program: please report it with the file."
        )
    unexplained = _compare_words(source, clean)
    if unexplained:
        raise WordsLostError(
            f"cleaning changed words: {_show(unexplained)}. "
            "This is a defect of the program: please report it with the file."
        )


def _count_characters(texts: tuple[str, ...] | Iterator[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(text)
    return Counter({c: n for c, n in counts.items() if c.isalnum()})


def _list_texts(clean: CleanOrder, markup: bool) -> Iterator[str]:
    """All text of a clean order: blocks, notes with labels, lifted marks, removals."""
    for _, block in clean.locate_blocks():
        yield block.text
        yield from (mark.label for mark in block.footnote_marks)
    yield from (note.label for note in clean.footnotes)
    for removal in clean.removals:
        if markup or removal.reason is not RemovalReason.MARKUP:
            yield removal.text


def _compare_words(source: SourceText, clean: CleanOrder) -> Counter[str]:
    """Words that differ and that no recorded join or glued mark explains."""
    before = Counter(
        word for page in source.pages for line in page.lines for word in WORD.findall(line.text)
    )
    after = Counter(
        word for text in _list_texts(clean, markup=False) for word in WORD.findall(text)
    )
    for join in clean.joins:
        before.subtract(WORD.findall(f"{join.left} {join.right}"))
        before.update(WORD.findall(join.joined))
    before.subtract(after)
    differences = {word: count for word, count in before.items() if count}
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
    """How many words can have been split: one a footnote mark, label, and line number."""
    marks = sum(len(block.footnote_marks) for _, block in clean.locate_blocks())
    numbers = sum(1 for removal in clean.removals if removal.reason is RemovalReason.LINE_NUMBER)
    return marks + len(clean.footnotes) + numbers


def _show(counts: Counter[str]) -> str:
    named = [f"{word!r} ({count:+d})" for word, count in sorted(counts.items())[:SHOWN]]
    return ", ".join(named) + (" …" if len(counts) > SHOWN else "") if named else "none"
