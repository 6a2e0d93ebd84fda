"""The current language: a set of messages, chosen once at the start of a build.

It is a context variable, since every function that writes pages would pass it on; a worker process
or thread begins with English, and gets its messages by `set_interface`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from babel import Locale
from markupsafe import Markup, escape

from build_scripts.pages.i18n.messages import (
    CHOOSES,
    Message,
    check_translation,
    cut_at_places,
    read_messages,
)

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Interface:
    """All messages of one language, picklable for workers; `untranslated` ones in English."""

    language: str  # as `theme.language` has it: "en", "pt-BR"
    messages: Mapping[str, Message]
    untranslated: tuple[str, ...] = ()


@cache
def read_english() -> Interface:
    """Return the English messages, which are shipped."""
    text = files("build_scripts.pages.i18n").joinpath("en.toml").read_text("utf-8")
    return Interface(ENGLISH, read_messages(text))


def translate(language: str, text: str) -> Interface:
    """Return a language's messages; what its file lacks is English. Raise BadMessagesError."""
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


class UnknownMessageError(LookupError):
    """The code uses a message that no file has: a defect of this program."""


def t(key: str, **values: str | int) -> str:
    """Return the message `key` in the current language; `count` chooses a plural's form.

    Numbers are grouped; a year is a text. Where markup is written, the caller escapes texts. Raise
    UnknownMessageError.
    """
    return _fill(key, values, is_html=False)


def t_html(key: str, **values: str | int) -> Markup:
    """Return the message `key` as HTML: it and the values are escaped, unless they are markup."""
    return Markup(_fill(key, values, is_html=True))  # noqa: S704 (all of it is escaped)


def term(section: str, value: str) -> str:
    """Return a term of the vocabulary in `section`. Raise UnknownMessageError."""
    return t(f"{section}.{value}")


def format_number(number: int) -> str:
    """Return a number with its digits grouped: "1,204"."""
    sign = current_interface().messages["numbers.thousands"]
    assert isinstance(sign, str)  # noqa: S101 (as in English, which the check holds it to)
    return f"{number:,}".replace(",", sign)


def _choose(language: str, message: Message, values: Mapping[str, str | int]) -> str:
    assert not isinstance(message, str)  # noqa: S101 (asked before)
    number = values[CHOOSES]
    category = _categorise(language, number) if isinstance(number, int) else "other"
    return message.get(category) or message["other"]


@lru_cache(maxsize=4096)
def _categorise(language: str, number: int) -> str:
    """Return the plural category of a number by CLDR's rules, which Babel has."""
    return Locale.parse(language, sep="-").plural_form(number)


@cache  # a message is split once, however many pages print it
def _cut(form: str, is_html: bool) -> tuple[str, ...]:
    pieces = cut_at_places(form)
    return tuple(
        str(escape(piece)) if is_html and number % 2 == 0 else piece
        for number, piece in enumerate(pieces)
    )


def _fill(key: str, values: Mapping[str, str | int], *, is_html: bool) -> str:
    interface = current_interface()
    message = interface.messages.get(key)
    if message is None:
        raise UnknownMessageError(f"The interface has no message {key!r}.")
    form = message if isinstance(message, str) else _choose(interface.language, message, values)
    pieces = _cut(form, is_html)
    if len(pieces) == 1:
        return pieces[0]
    filled = list(pieces)
    try:
        for place in range(1, len(filled), 2):
            value = values[filled[place]]
            words = value if isinstance(value, str) else format_number(value)
            filled[place] = escape(words) if is_html else words
    except KeyError as error:
        raise UnknownMessageError(f"{key!r} wants a value for {error}.") from error
    return "".join(filled)
