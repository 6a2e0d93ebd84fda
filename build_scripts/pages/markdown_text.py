"""Plain text as Markdown that renders back to the very same words.

Only what Python-Markdown would read as syntax is escaped, with the extensions that people turn on
(attr_list, def_list, tables, toc, fenced_code, footnotes): "[t]he court", "AT&T", "§ 5" and "Does
1-10" stay as a person would write them.
"""

import re

from build_scripts.model.text.pattern import Pattern
from build_scripts.pages.escaping import drop_controls

# Brackets that stay as they are: short, with plain words in them, and without text after them to
# make them a link, a reference or a definition.
_PLAIN_BRACKETS = Pattern(
    r"(?<!\])\[(?!TOC\])(?P<words>[\w '’.,-]{0,60})\](?![\[(:])",
    accepts=["[t]he", "[sic]", "[his] own", "[I]n"],
    refuses=["[a](b)", "[a][b]", "[1]: x", "[^1]", "[TOC]", "[a", "a]"],
)
_SYNTAX = Pattern(
    r"[\\`*_{}\[\]<]|&(?=#|\w{1,32};)",
    accepts=["*3", "a_b", "[a", "x<script>", "&copy;", "&#1 b"],
    refuses=["AT&T, Inc. v. Doe", "2 > 1", "R&D costs", "(a) § 3! 2 + 2 = 4"],
)
_REPLACEMENT = {"<": "&lt;", "&": "&amp;"}

# Syntax only at the beginning of a line.
_LINE_START = Pattern(
    r"""
      (?P<mark> [#+-] )          # heading, list, rule
    | (?P<number> \d{1,20} ) \.  # "1. " would become a list that counts for itself
    | (?P<quote> > )
    | (?P<definition> : )
    | (?P<fence> ~ )
    """,
    re.VERBOSE,
    accepts=["# 5", "- none", "1. The motion", "> quoted", ": meaning", "~~~"],
    refuses=["The motion", "5 orders", "(3) The", "§ 3"],
    by="match",
)


def escape_text(text: str, *, starts_line: bool = False) -> str:
    """Return `text` as Markdown; `starts_line` escapes syntax at a line's beginning too.

    Control characters, line breaks among them, become spaces: the result is one line.
    """
    flat = drop_controls(text)
    parts = []
    end = 0
    for kept in _PLAIN_BRACKETS.finditer(flat):
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
    return _SYNTAX.sub(lambda match: _REPLACEMENT.get(match[0], "\\" + match[0]), text)


def _escape_line_start(text: str) -> str:
    match = _LINE_START.match(text)
    if match is None:
        return text
    rest = text[match.end() :]
    if match["number"]:
        return f"{match['number']}\\.{rest}"
    if match["mark"]:
        return f"\\{match['mark']}{rest}"
    return f"&#{ord(match[0])};{rest}"
