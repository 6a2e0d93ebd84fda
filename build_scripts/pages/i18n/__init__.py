"""The words of the site itself: labels and sentences, in the language its owner chose."""

from build_scripts.pages.i18n.language import (
    ENGLISH,
    Interface,
    current_interface,
    format_number,
    set_interface,
    speaking,
    t,
    t_html,
    term,
)

__all__ = [
    "ENGLISH",
    "Interface",
    "current_interface",
    "format_number",
    "set_interface",
    "speaking",
    "t",
    "t_html",
    "term",
]
