"""Finds the extensions that are installed, by their folders, and the commands that they add."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

_EXTENSIONS = "build_scripts.extensions"
_FOLDER = Path(__file__).parents[1] / "extensions"


def list_extensions() -> tuple[str, ...]:
    """Return the names of the installed extensions: the folders of build_scripts/extensions."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob("*/__init__.py")))


def list_extension_commands() -> dict[str, tuple[str, str]]:
    """Return the commands of the installed extensions by name: each one's package and sentence.

    An extension's `COMMANDS` has them. It loads nothing else, since `orders --help` reads it.
    """
    return {
        name: (f"{_EXTENSIONS}.{extension}.cli", sentence)
        for extension in list_extensions()
        for name, sentence in import_module(f"{_EXTENSIONS}.{extension}").COMMANDS.items()
    }


def load_extension(name: str) -> ModuleType | None:
    """Return the module that an extension has for the others, or None if it is not installed."""
    if name not in list_extensions():
        return None
    return import_module(f"{_EXTENSIONS}.{name}.shared")
