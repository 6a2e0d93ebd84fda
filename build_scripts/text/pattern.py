"""A regular expression with texts that it accepts and texts that it refuses."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

Text = TypeVar("Text", str, bytes)
_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")
Looking = Literal["search", "match", "fullmatch"]


class Pattern(Generic[Text]):
    """A regular expression beside its examples, compiled when it is first used.

    `by` says how callers ask: anywhere in a text ("search", which stands for finditer, sub and the
    rest too), at its beginning ("match"), or of the whole ("fullmatch"). Asked so, the expression
    finds something in each text of `accepts` and nothing in any of `refuses`;
    `tests/text/test_pattern.py` runs them all. Methods are those of `re.Pattern`, bound to the
    instance at the first call, so that later calls cost no more than the compiled pattern's own.
    """

    __slots__ = ("accepts", "by", "expression", "flags", "refuses", *_METHODS)

    def __init__(
        self,
        expression: Text,
        flags: re.RegexFlag | int = 0,
        *,
        accepts: Sequence[Text] = (),
        refuses: Sequence[Text] = (),
        by: Looking = "search",
    ) -> None:
        self.expression: Text = expression
        self.flags = flags
        self.accepts: tuple[Text, ...] = tuple(accepts)
        self.refuses: tuple[Text, ...] = tuple(refuses)
        self.by = by

    def __getattr__(self, name: str) -> Any:
        """Compile the expression and bind its methods: called for a slot that is still empty."""
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.expression, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

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
