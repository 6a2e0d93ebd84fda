"""Tables of tests: a TOML file beside a test's module, in it an array of rows for each test.

A row's keys are the test's parameters. `why` is the row's reason: it names the test in reports. A
parameter that a row lacks is None, which TOML can't write.
"""

import inspect
import tomllib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

Test = TypeVar("Test", bound=Callable[..., None])


def each_row(**types: Callable[[Any], Any]) -> Callable[[Test], Test]:
    """Run a test on each row of the array of its name; `types` make what TOML can't write.

    A test that takes nothing but its rows is one item, which fails with all rows that fail: an item
    costs more than most rows. Another one is an item a row: each has its own fixtures.
    """

    def mark(test: Test) -> Test:
        rows = read_rows(test.__code__.co_filename, test.__name__)
        taken = inspect.signature(test).parameters
        names = list(
            dict.fromkeys(key for row in rows for key in row if key != "why" or key in taken)
        )
        made = [[_make(row.get(name), types.get(name)) for name in names] for row in rows]
        reasons = [row.get("why") for row in rows]
        if taken.keys() <= set(names):
            return _take_rows(test, names, made, reasons)
        cases = [pytest.param(*row, id=why) for row, why in zip(made, reasons, strict=True)]
        marked: Test = pytest.mark.parametrize(names, cases)(test)
        return marked

    return mark


def _take_rows(
    test: Test, names: list[str], rows: list[list[Any]], reasons: list[str | None]
) -> Test:
    """Return a test without parameters that runs `test` on every row."""

    @wraps(test)
    def take_rows() -> None:
        failed: list[Exception] = []
        for row, why in zip(rows, reasons, strict=True):
            given = dict(zip(names, row, strict=True))
            try:
                test(**given)
            except Exception as error:
                error.add_note(why or repr(given))
                failed.append(error)
        if failed:
            raise ExceptionGroup(f"{len(failed)} of {len(rows)} rows fail", failed)

    take_rows.__signature__ = inspect.Signature()  # type: ignore[attr-defined]
    return cast(Test, take_rows)


def read_rows(module: str, name: str) -> list[dict[str, Any]]:
    """Return the rows of an array in the TOML file of a test's module, `__file__`."""
    rows: list[dict[str, Any]] = _read_file(module)[name]
    return rows


def as_tuples(value: Any) -> Any:
    """Return an array as a tuple, with every array in it."""
    if isinstance(value, dict):
        return {key: as_tuples(one) for key, one in value.items()}
    return tuple(map(as_tuples, value)) if isinstance(value, list) else value


def list_of_tuples(value: list[Any]) -> list[Any]:
    """Return an array as a list, and every array in it as a tuple."""
    return [as_tuples(one) for one in value]


def list_of(make: Callable[[Any], Any]) -> Callable[[list[Any]], list[Any]]:
    """Return what makes a list of an array."""
    return lambda value: list(map(make, value))


def tuple_of(make: Callable[[Any], Any]) -> Callable[[list[Any]], tuple[Any, ...]]:
    """Return what makes a tuple of an array."""
    return lambda value: tuple(map(make, value))


def none_if_empty(value: Any) -> Any:
    """Return what `as_tuples` returns, with None for each empty text."""
    if isinstance(value, dict):
        return {key: none_if_empty(one) for key, one in value.items()}
    if isinstance(value, list):
        return tuple(map(none_if_empty, value))
    return None if value == "" else value


def list_with_none(value: list[Any]) -> list[Any]:
    """Return what `list_of_tuples` returns, with None for each empty text."""
    return [none_if_empty(one) for one in value]


def as_instance(kind: Callable[..., Any]) -> Callable[[dict[str, Any]], Any]:
    """Return what makes a `kind` of a table of its fields; those that it lacks have their defaults."""
    return lambda fields: kind(**as_tuples(fields))


def by_number(value: dict[str, Any]) -> dict[int, Any]:
    """Return a table with numbers as its keys, which TOML can't write."""
    return {int(key): one for key, one in value.items()}


def call(make: Callable[..., Any]) -> Callable[[Any], Any]:
    """Return what calls `make`: with an array's values, a table's fields, or a value alone."""

    def made(value: Any) -> Any:
        if isinstance(value, dict):
            return make(**value)
        return make(*value) if isinstance(value, list) else make(value)

    return made


@cache
def _read_file(module: str) -> dict[str, Any]:
    return tomllib.loads(Path(module).with_suffix(".toml").read_text(encoding="utf-8"))


def _make(value: Any, make: Callable[[Any], Any] | None) -> Any:
    return value if make is None or value is None else make(value)
