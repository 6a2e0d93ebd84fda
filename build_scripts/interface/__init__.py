"""The words that the site itself says: labels and sentences, in the language its owner chose."""

from build_scripts.interface.language import (
    ENGLISH,
    Interface,
    current_interface,
    speak,
    speaking,
)
from build_scripts.interface.saying import say, say_number, say_term

__all__ = [
    "ENGLISH",
    "Interface",
    "current_interface",
    "say",
    "say_number",
    "say_term",
    "speak",
    "speaking",
]
