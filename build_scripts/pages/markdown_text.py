"""Plain text as Markdown that renders back to the very same words.

Only what Python-Markdown would read as syntax is escaped, common extensions included: "[t]he
court", "AT&T" and "Does 1-10" stay as a person would write them.
"""

from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.pages.escaping import drop_controls

_PATTERNS = read_patterns(__package__, "markdown_text.toml")
_REPLACEMENT = {"<": "&lt;", "&": "&amp;"}


def escape_text(text: str, *, starts_line: bool = False) -> str:
    """Return `text` as Markdown on one line; `starts_line` escapes syntax at its beginning too."""
    flat = drop_controls(text)
    parts = []
    end = 0
    for kept in _PATTERNS.PLAIN_BRACKETS.finditer(flat):
        parts.append(_escape_syntax(flat[end : kept.start()]))
        parts.append(f"[{_escape_syntax(kept['words'])}]")
        end = kept.end()
    parts.append(_escape_syntax(flat[end:]))
    escaped = "".join(parts)
    return _escape_line_start(escaped.lstrip()) if starts_line else escaped


def escape_label(text: str) -> str:
    """Return `text` for the inside of a link's brackets, where every bracket counts."""
    return _escape_syntax(drop_controls(text))


def _escape_syntax(text: str) -> str:
    return _PATTERNS.SYNTAX.sub(lambda match: _REPLACEMENT.get(match[0], "\\" + match[0]), text)


def _escape_line_start(text: str) -> str:
    match = _PATTERNS.LINE_START.match(text)
    if match is None:
        return text
    rest = text[match.end() :]
    if match["number"]:
        return f"{match['number']}\\.{rest}"
    if match["mark"]:
        return f"\\{match['mark']}{rest}"
    return f"&#{ord(match[0])};{rest}"
