"""Whether words of a pattern's `needs` stand in all that it can find, by its parsed expression."""

import re
from typing import Any

from build_scripts.model.text.pattern import DIGITS, Pattern

# `re.sre_parse` is deprecated; what took its place has no public name. Tests alone look into it.
_parser: Any = re._parser  # type: ignore[attr-defined]
_BLANK = str(list(_parser.parse(r"\s")))
_ZERO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
_ONCE_OR_MORE = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def finds_only_with(pattern: Pattern[str] | Pattern[bytes]) -> bool:
    """Whether each text that the pattern finds holds one of the words that it needs."""
    return _holds(list(_parser.parse(pattern.expression, pattern.flags)), pattern.needs)


def _holds(parts: list[Any], needs: tuple[str, ...], run: str = "") -> bool:
    """Whether a row of parts holds a word; `run` are the letters that lead to it."""
    for index, (name, value) in enumerate(parts):
        kind = str(name)
        if kind == "LITERAL":
            run += chr(value).lower()
            if any(word in run for word in needs):
                return True
            continue
        if kind == "IN":
            letters = _list_letters(value)
            rest = parts[index + 1 :]
            if letters and all(_holds([("LITERAL", ord(a)), *rest], needs, run) for a in letters):
                return True
        if kind == "ASSERT" and value[0] > 0 and _holds(list(value[1]), needs):
            return True
        if kind == "SUBPATTERN":
            return _holds([*value[-1], *parts[index + 1 :]], needs, run)
        if kind in _ONCE_OR_MORE and value[0] and str(list(value[2])) == _BLANK:
            run += " "
            continue
        if kind == "ATOMIC_GROUP" and _holds(list(value), needs, run):
            return True
        if kind == "BRANCH" and all(_holds(list(each), needs, run) for each in value[1]):
            return True
        if kind in _ONCE_OR_MORE and value[0] and _holds(list(value[2]), needs, run):
            return True
        if kind not in _ZERO_WIDTH:
            run = ""
    return False


def _list_letters(members: list[Any]) -> list[str]:
    """The characters of a small set; none where it has others than letters and digits."""
    letters: list[str] = []
    for name, value in members:
        if str(name) == "LITERAL":
            letters.append(chr(value))
        elif str(value) == "CATEGORY_DIGIT":
            letters += DIGITS
        else:
            return []
    return letters
