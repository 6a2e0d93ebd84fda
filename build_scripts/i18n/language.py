"""The language in force: a set of words, chosen once at the rim of a build.

It is no argument of the functions that write pages: every one of them would hand it on. It is a
context variable, so that builds after or beside each other never hear each other's words; a worker
process or thread begins with English, and is given the words by `speak`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from build_scripts.i18n.messages import Message, check_translation, read_messages

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Interface:
    """All words of one language; picklable, so that worker processes can be given it.

    `messages` has every key that English has, those of `untranslated` in English.
    """

    language: str  # as `theme.language` has it: "en", "pt-BR"
    messages: Mapping[str, Message]
    untranslated: tuple[str, ...] = ()


@cache
def read_english() -> Interface:
    """The words that are shipped."""
    text = files("build_scripts.i18n").joinpath("en.toml").read_text("utf-8")
    return Interface(ENGLISH, read_messages(text))


def translate(language: str, text: str) -> Interface:
    """Return the words of a language's file; what it lacks is English.

    Raises BadMessagesError.
    """
    english = read_english().messages
    messages = read_messages(text)
    check_translation(messages, english)
    untranslated = tuple(key for key in english if key not in messages)
    return Interface(language, {**english, **messages}, untranslated)


_IN_FORCE: ContextVar[Interface | None] = ContextVar("interface", default=None)


def current_interface() -> Interface:
    """The words in force here; English where none were chosen."""
    return _IN_FORCE.get() or read_english()


def set_interface(interface: Interface) -> None:
    """Put words in force from here on: what a worker process calls first."""
    _IN_FORCE.set(interface)


@contextmanager
def speaking(interface: Interface) -> Iterator[None]:
    """Put words in force for a stretch, then those from before."""
    token = _IN_FORCE.set(interface)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)
