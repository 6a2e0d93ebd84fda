"""A file of the interface's messages: read, and compared with the English one.

A message is a text with named places, "{count} of {all} rows", or a table of CLDR's plural
categories: `{ one = "…", other = "…" }`.
"""

import tomllib
from collections.abc import Mapping
from typing import TypeAlias

from build_scripts.model.text.pattern import Pattern

Message: TypeAlias = str | Mapping[str, str]
Messages: TypeAlias = Mapping[str, Message]

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
"""CLDR's plural categories; a language uses some, "other" always."""
CHOOSES = "count"
"""The place with the number that chooses the plural."""

_PLACE = Pattern(
    r"\{(?P<name>[a-z_]+)\}",
    accepts=["{count} orders", "{page_count}"],
    refuses=["{}", "{0}", "{a.b}", "count"],
)


class BadMessagesError(ValueError):
    """An unusable file of messages; the error names the message and the fault."""


def read_messages(text: str) -> dict[str, Message]:
    """Return a TOML file's messages, keyed "section.name". Raise BadMessagesError."""
    try:
        sections = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadMessagesError(f"it is no TOML: {error}") from error
    messages: dict[str, Message] = {}
    for section, entries in sections.items():
        if not isinstance(entries, dict):
            raise BadMessagesError(f"{section} stands in no section")
        for name, message in entries.items():
            messages[f"{section}.{name}"] = _check_message(f"{section}.{name}", message)
    return messages


def check_translation(messages: Messages, english: Messages) -> None:
    """Raise BadMessagesError for a message that English lacks, or with places that differ from it;
    a plural's "one" may leave its number out.
    """
    for key, message in messages.items():
        if key not in english:
            raise BadMessagesError(f"{key}: there is no such message")
        known = english[key]
        if isinstance(message, str) is not isinstance(known, str):
            kind = "one text" if isinstance(known, str) else "a table of plurals"
            raise BadMessagesError(f"{key}: it must be {kind}, as in English")
        wanted = list_places(known)
        for form in _list_forms(message):
            places = list_places(form)
            missing = set() if form is not message else wanted - places
            if places - wanted or missing:
                shown = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
                raise BadMessagesError(f"{key}: its places must be those of English: {shown}")


def list_places(message: Message) -> set[str]:
    """Return the names of a message's places, of a plural those of all its forms."""
    return {match["name"] for form in _list_forms(message) for match in _PLACE.finditer(form)}


def cut_at_places(form: str) -> tuple[str, ...]:
    """Split a text into words, a place's name, words, and so on, with words at both ends."""
    pieces, end = [], 0
    for match in _PLACE.finditer(form):
        pieces += [form[end : match.start()], match["name"]]
        end = match.end()
    return (*pieces, form[end:])


def _list_forms(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message.values())


def _check_message(key: str, message: object) -> Message:
    if isinstance(message, str):
        forms: dict[str, object] = {"": message}
    elif isinstance(message, dict) and set(message) <= CATEGORIES and "other" in message:
        forms = message
    else:
        wanted = ", ".join(sorted(CATEGORIES))
        raise BadMessagesError(f"{key}: write a text, or plurals ({wanted}), other among them")
    for form in forms.values():
        if not isinstance(form, str):
            raise BadMessagesError(f"{key}: write texts in quotation marks")
        if not set("{}").isdisjoint(_PLACE.sub("", form)):
            raise BadMessagesError(f"{key}: a brace stands only around a place's name: {{count}}")
    return message
