"""A regular expression with texts that it accepts and texts that it refuses."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

Text = TypeVar("Text", str, bytes)
_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")
Looking = Literal["search", "match", "fullmatch"]
DIGITS = tuple("0123456789")


@lru_cache(maxsize=64)  # many patterns in turn search one text
def fold(text: str) -> str:
    """Return the text in lower case."""
    return text.lower()


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Return whether a text contains one of `words` (in lower case), ignoring the text's case.

    Call it before a pattern: a search for letters takes a tenth of a pattern's time.
    """
    folded = fold(text)
    for word in words:  # noqa: SIM110 (a generator would take longer than the search)
        if word in folded:
            return True
    return False


def _ask_first(
    ask: Callable[..., Any], needs: tuple[str, ...], answer_none: Callable[[], Any]
) -> Callable[..., Any]:
    """Run a compiled pattern only if a text contains one of the words that it needs."""

    def ask_where_needed(string: str, *place: int) -> Any:
        return ask(string, *place) if holds_any(string, needs) else answer_none()

    return ask_where_needed


def _replace_where_needed(sub: Callable[..., str], needs: tuple[str, ...]) -> Callable[..., str]:
    def replace(repl: Any, string: str, count: int = 0) -> str:
        return sub(repl, string, count) if holds_any(string, needs) else string

    return replace


_ANSWERS_NONE: dict[str, Callable[[], Any]] = {
    "finditer": lambda: iter(()),
    **dict.fromkeys(("search", "match", "fullmatch"), lambda: None),
}


class Pattern(Generic[Text]):
    """A regular expression with its examples, compiled when it is first used.

    `by` is how callers use it: anywhere in a text ("search", also for finditer, sub and the rest),
    at its beginning ("match"), or on the whole ("fullmatch"). Used this way, the expression matches
    each text of `accepts` and none of `refuses`; `tests/model/text/test_pattern.py` runs them all.
    `needs` are words in lower case, one of which is in whatever the expression matches: a text
    without them is not searched. A blank in them matches any whitespace, since clean text has its
    blanks collapsed.

    The methods are those of `re.Pattern`, bound to the instance at the first call, so that later
    calls cost no more than the compiled pattern's own.
    """

    __slots__ = ("accepts", "by", "expression", "flags", "needs", "refuses", *_METHODS)

    def __init__(
        self,
        expression: Text,
        flags: re.RegexFlag | int = 0,
        *,
        accepts: Sequence[Text] = (),
        refuses: Sequence[Text] = (),
        by: Looking = "search",
        needs: Sequence[str] = (),
    ) -> None:
        self.expression: Text = expression
        self.flags = flags
        self.accepts: tuple[Text, ...] = tuple(accepts)
        self.refuses: tuple[Text, ...] = tuple(refuses)
        self.by = by
        self.needs = tuple(needs)

    def __getattr__(self, name: str) -> Any:
        """Compile the expression and bind its methods; called for a slot that is still empty."""
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.expression, self.flags)
        for method in _METHODS:
            ask = getattr(compiled, method)
            if self.needs and method in _ANSWERS_NONE:
                ask = _ask_first(ask, self.needs, _ANSWERS_NONE[method])
            elif self.needs and method == "sub":
                ask = _replace_where_needed(ask, self.needs)
            setattr(self, method, ask)
        return getattr(self if name in _METHODS else compiled, name)

    if TYPE_CHECKING:

        def findall(self, string: Text, pos: int = 0, endpos: int = sys.maxsize) -> list[Any]: ...

        def finditer(
            self, string: Text, pos: int = 0, endpos: int = sys.maxsize
        ) -> Iterator[re.Match[Text]]: ...

        def fullmatch(
            self, string: Text, pos: int = 0, endpos: int = sys.maxsize
        ) -> re.Match[Text] | None: ...

        def match(
            self, string: Text, pos: int = 0, endpos: int = sys.maxsize
        ) -> re.Match[Text] | None: ...

        def search(
            self, string: Text, pos: int = 0, endpos: int = sys.maxsize
        ) -> re.Match[Text] | None: ...

        def split(self, string: Text, maxsplit: int = 0) -> list[Text | Any]: ...

        def sub(
            self, repl: Text | Callable[[re.Match[Text]], Text], string: Text, count: int = 0
        ) -> Text: ...
