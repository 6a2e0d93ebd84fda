"""Every pattern of the package, by where it stands."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

import build_scripts
from build_scripts.model.text.pattern import Pattern


@cache
def list_patterns() -> dict[str, Pattern[str] | Pattern[bytes]]:
    """Every pattern in a module's names, and in what these hold: "describing.title._TITLE_LINE"."""
    found: dict[int, tuple[str, Pattern[str] | Pattern[bytes]]] = {}
    for module in list_modules():
        # A name of its own before the table that holds the pattern too.
        named = sorted(vars(module).items(), key=lambda item: not isinstance(item[1], Pattern))
        for name, value in named:
            place = f"{module.__name__.removeprefix('build_scripts.')}.{name}"
            for at, pattern in _find_patterns(value, place):
                # A module that imports a name of another holds the same pattern.
                found.setdefault(id(pattern), (at, pattern))
    return dict(sorted(found.values(), key=lambda row: row[0]))


def list_modules() -> Iterator[ModuleType]:
    """Every module of the package."""
    for info in pkgutil.walk_packages(build_scripts.__path__, "build_scripts."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _find_patterns(
    value: object, place: str, depth: int = 3
) -> Iterator[tuple[str, Pattern[str] | Pattern[bytes]]]:
    """The patterns in a value: itself, or in its members."""
    if isinstance(value, Pattern):
        yield place, value
    elif depth and isinstance(value, dict):
        for key, each in value.items():
            yield from _find_patterns(each, f"{place}[{key!r}]", depth - 1)
    elif depth and isinstance(value, list | tuple):
        for index, each in enumerate(value):
            yield from _find_patterns(each, f"{place}[{index}]", depth - 1)
    elif depth and hasattr(value, "__slots__") and not isinstance(value, type):
        for name in value.__slots__ or ():
            yield from _find_patterns(getattr(value, name, None), f"{place}.{name}", depth - 1)
