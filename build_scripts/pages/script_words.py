"""The interface words of scripts, written into the modules that use them."""

import datetime
import json
from enum import EnumType
from typing import Any

from build_scripts.model.description import FIELDS, Court, Field, Judge, Party, Ruling
from build_scripts.model.partial_date import AnyDate
from build_scripts.pages.correction_words import tell_values
from build_scripts.pages.evidence import name_anchor
from build_scripts.pages.i18n import current_interface

MODULES: dict[str, tuple[str, ...]] = {
    "assets/javascripts/words.js": ("script_",),
    "assets/javascripts/search/words.js": ("search_", "dates.", "short_months."),
    "assets/javascripts/publication_words.js": ("publication_check.",),
    "assets/javascripts/report_words.js": ("report_form.", "fields."),
}
"""Files of the site that contain interface words, and the prefixes of each one's messages."""

_EMPTY = 'learn("en", {});'
_NO_FIELDS = "export const FIELDS = [];"
_KINDS = {
    Court: "court",
    Judge: "judges",
    Party: "parties",
    Ruling: "rulings",
    AnyDate: "day",
    datetime.date: "day",
}
_OFTEN = 0.7  # the visibility from which the form shows a field at once


def write_script_words(path: str, source: str) -> str:
    """Return a module of `MODULES` with its words. Raises ValueError if it lacks their place."""
    if source.count(_EMPTY) != 1:
        raise ValueError(f"{path} has no line {_EMPTY}")
    interface = current_interface()
    prefixes = MODULES[path]
    words = {key: text for key, text in interface.messages.items() if key.startswith(prefixes)}
    table = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    written = source.replace(_EMPTY, f"learn({json.dumps(interface.language)}, {table});")
    fields = json.dumps(list_form_fields(), separators=(",", ":"))
    return written.replace(_NO_FIELDS, f"export const FIELDS = {fields};")


def list_form_fields() -> list[dict[str, Any]]:
    """Return the fields of the readers' form: the kind of each, the mark at its words, whether it
    is seldom seen, and the values that it takes, each with its words, if it takes only some.
    """
    return [
        {
            "name": field.name,
            "kind": _choose_kind(field),
            "anchor": name_anchor(field.name),
            "seldom": field.spec.visibility < _OFTEN,
            "choices": [[one.value, tell_values([one])] for one in field.type]
            if _is_choice(field)
            else [],
        }
        for field in FIELDS.values()
        if not field.spec.no_form
    ]


def _choose_kind(field: Field) -> str:
    if _is_choice(field):
        return "choice"
    return _KINDS.get(field.type, "lines" if field.several else "text")


def _is_choice(field: Field) -> bool:
    return not field.several and isinstance(field.type, EnumType)
