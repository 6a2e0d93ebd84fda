"""The interface words of scripts, written into the modules that use them."""

import json

from build_scripts.i18n import current_interface

MODULES: dict[str, tuple[str, ...]] = {
    "assets/javascripts/words.js": ("script_",),
    "assets/javascripts/search/words.js": ("search_",),
    "assets/javascripts/report_words.js": ("report_form.", "fields.", "outcomes.", "order_types."),
}
"""Files of the site that contain interface words, and the prefixes of each one's messages."""

_EMPTY = 'learn("en", {});'


def write_script_words(path: str, source: str) -> str:
    """Return the module at `path` of `MODULES` with its words in the current language.

    Raises ValueError if `source` has no place for them.
    """
    if source.count(_EMPTY) != 1:
        raise ValueError(f"{path} has no line {_EMPTY}")
    interface = current_interface()
    prefixes = MODULES[path]
    words = {key: text for key, text in interface.messages.items() if key.startswith(prefixes)}
    table = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return source.replace(_EMPTY, f"learn({json.dumps(interface.language)}, {table});")
