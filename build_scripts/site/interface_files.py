"""Files of the interface's words: those that are shipped, and an owner's next to `mkdocs.yml`."""

from importlib.resources import files
from pathlib import Path

from babel import Locale, UnknownLocaleError

from build_scripts.pages.i18n import ENGLISH, Interface
from build_scripts.pages.i18n.language import read_english, translate
from build_scripts.pages.i18n.messages import BadMessagesError
from build_scripts.problems import ArchiveError

FOLDER = "interface"
"""The owner's folder; "interface/de.toml" has the German words."""


def read_interface(home: Path, language: str) -> Interface:
    """Return the words of `language`, from the owner's folder below `home`, else as shipped.

    Raise ArchiveError, naming the setting, if there is no such file or it can't be used.
    """
    place = _list_files(home).get(language)
    if place is None and language == ENGLISH:
        return read_english()
    if place is None:
        known = ", ".join(sorted({ENGLISH, *_list_files(home)}))
        raise ArchiveError(
            f"theme.language: there are no words of the interface for {language!r}. There are: "
            f"{known}. Write {FOLDER}/{language}.toml beside mkdocs.yml; docs/settings.md says how."
        )
    try:
        Locale.parse(language, sep="-")
        return translate(language, place.read_text("utf-8"))
    except (UnknownLocaleError, ValueError) as error:
        if isinstance(error, BadMessagesError | UnicodeDecodeError):
            raise ArchiveError(f"{place}: {error}.") from error
        raise ArchiveError(
            f"theme.language: {language!r} is no code of a language, as “de” or “pt-BR” are."
        ) from error


def _list_files(home: Path) -> dict[str, Path]:
    """Return every language's file by its code; the owner's come before those that are shipped."""
    shipped = Path(str(files("build_scripts.pages.i18n")))
    found = (*shipped.glob("*.toml"), *(home / FOLDER).glob("*.toml"))
    return {path.stem: path for path in found}
