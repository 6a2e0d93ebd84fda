"""Errors in MkDocs' own classes: a build ends with the archive's own message."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateNotFound
from mkdocs.exceptions import Abort, MkDocsException, PluginError

from build_scripts.model.text.os_errors import describe_os_error
from build_scripts.model.text.pattern import Pattern
from build_scripts.problems import ArchiveError

_TYPES = {
    "bool": "true or false",
    "datetime.date": "a day, as 2027-04-26",
    "dict": "a group of settings",
    "float": "a number",
    "int": "a whole number",
    "list": "a list",
    "str": "text in quotation marks",
    "NoneType": "nothing",
}
_WRONG_TYPE = Pattern(
    r"Expected type: <class '(?P<wanted>[\w.]+)'> but received: <class '(?P<given>[\w.]+)'>",
    accepts=[
        "Expected type: <class 'bool'> but received: <class 'str'>",
        "Expected type: <class 'str'> but received: <class 'datetime.date'>",
    ],
    refuses=["Expected type: (<class 'int'>, <class 'str'>) but received: <class 'bool'>"],
)

_AS_IT_WAS = "Then build again: the site is as it was."


@contextmanager
def as_plugin_error(place: Path | None = None) -> Iterator[None]:
    """Raise an error of the archive as MkDocs' own, which ends the build with its message."""
    try:
        yield
    except ArchiveError as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        if error.errno is None:  # not a refusal of the system: a defect, reported as one
            raise
        raise PluginError(f"{describe_os_error(error, place or '')} {_AS_IT_WAS}") from error


def abort_on_mistake(build: Callable[[], None]) -> None:
    """Call `build`; raise Abort, which `mkdocs serve` prints without a traceback, for an error of
    MkDocs with a complete message, such as a mistake in mkdocs.yml.
    """
    try:
        build()
    except MkDocsException as error:
        raise Abort(error.format_message()) from error


def end_with_message(error: Exception, place: Path | None, *, is_serving: bool) -> None:
    """Raise what MkDocs prints as the message alone, if the system refused something, the theme
    lacks a file or the archive's own error is complete: Abort while it serves, PluginError else.
    """
    end = Abort if is_serving else PluginError
    told = error.__cause__ if isinstance(error, PluginError) else error
    if isinstance(told, ArchiveError):
        raise end(str(told)) from told
    if isinstance(told, TemplateNotFound):
        raise end(
            f"The theme has no file {told.name}. Correct the icon or language in mkdocs.yml that "
            "names it."
        ) from told
    if isinstance(told, OSError) and told.errno is not None:
        raise end(f"{describe_os_error(told, place or '')} {_AS_IT_WAS}") from told


def use_plain_type_names() -> None:
    """Make MkDocs report a setting of the wrong type in words: "write true or false, not text".

    MkDocs names the types of Python, whichever setting it is. Calling this again changes nothing.
    """
    logging.getLogger("mkdocs.config").addFilter(_put_in_words)


def _put_in_words(record: logging.LogRecord) -> bool:
    if found := _WRONG_TYPE.search(str(record.msg)):
        wanted, given = (_TYPES.get(name, name) for name in found.group("wanted", "given"))
        words = f"Write {wanted}, not {given.removesuffix(' in quotation marks')}."
        record.msg = record.msg[: found.start()] + words + record.msg[found.end() :]
    return True
