"""Words and addresses of orders, made safe for HTML."""

from html import escape
from urllib.parse import quote

from build_scripts.model.text.pattern import Pattern

# Controls, line ends, and characters that turn text around: in a name or a path they would turn the
# page's own words too.
_CONTROL = Pattern(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+",
    accepts=["a\nb", "a\u202eb", "a\ud800b", "a\u200fb"],
    refuses=["Łódź & Sons § 3 \U0001f99c", "[t]he"],
)


def drop_controls(text: str) -> str:
    """Return `text` as one line, with spaces for control characters and line breaks, unescaped."""
    if text.isprintable():
        return text
    return _CONTROL.sub(" ", text)


def flatten(text: str) -> str:
    """Return `text` as one line, whitespace collapsed, without control characters."""
    return " ".join(drop_controls(text).split())


def escape_html(text: str) -> str:
    """Return `text` for HTML, between tags or in an attribute."""
    return escape(drop_controls(text))


def escape_url(url: str) -> str:
    """Return `url` with every character encoded that could end a link early."""
    return quote(url, safe=":/?#@!$&*+,;=%")
