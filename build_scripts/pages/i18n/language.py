"""The current language: a set of messages, chosen once at the start of a build.

It is no argument of the functions that write pages: every one of them would pass it on. It is a
context variable, so that concurrent or later builds never use each other's messages; a worker
process or thread begins with English, and gets its messages by `set_interface`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from build_scripts.pages.i18n.messages import Message, check_translation, read_messages

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Interface:
    """All messages of one language; picklable, so that worker processes can receive it.

    `messages` has every key that English has, those of `untranslated` in English.
    """

    language: str  # as `theme.language` has it: "en", "pt-BR"
    messages: Mapping[str, Message]
    untranslated: tuple[str, ...] = ()


@cache
def read_english() -> Interface:
    """Return the English messages, which are shipped."""
    text = files("build_scripts.pages.i18n").joinpath("en.toml").read_text("utf-8")
    return Interface(ENGLISH, read_messages(text))


def translate(language: str, text: str) -> Interface:
    """Return the messages of a language's file; what it lacks is English.

    Raise BadMessagesError.
    """
    english = read_english().messages
    messages = read_messages(text)
    check_translation(messages, english)
    untranslated = tuple(key for key in english if key not in messages)
    return Interface(language, {**english, **messages}, untranslated)


_IN_FORCE: ContextVar[Interface | None] = ContextVar("interface", default=None)


def current_interface() -> Interface:
    """Return the current messages; English if none were chosen."""
    return _IN_FORCE.get() or read_english()


def set_interface(interface: Interface) -> None:
    """Use these messages from here on: a worker process calls this first."""
    _IN_FORCE.set(interface)


@contextmanager
def speaking(interface: Interface) -> Iterator[None]:
    """Use these messages within the block, then restore the previous ones."""
    token = _IN_FORCE.set(interface)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)
