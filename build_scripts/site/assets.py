"""Style sheets and scripts as the site serves them: without comments and indents, which only
developers read.
"""

from build_scripts.model.text.pattern import Pattern

_STYLE_COMMENT = Pattern(
    r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/",
    accepts=["/* a */", "/** b\n * c */"],
    refuses=["// a", "/ * b"],
)
# Only those comments of scripts that have lines of their own: what begins within a line may
# be part of a text or of a pattern.
_SCRIPT_COMMENT = Pattern(
    r"(?m)^[ \t]*(?://[^\n]*|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/[ \t]*)\n",
    accepts=["// a\n", "  /* a\n     b */\n"],
    refuses=["x = 1; // a\n", 'url = "https://a";\n', "const a = /x/;\n"],
)
_INDENT = Pattern(r"(?m)^[ \t]+|\n+(?=\n)", accepts=["  a", "a\n\nb"], refuses=["a b", "a\nb"])


def shrink(path: str, text: str) -> str:
    """Return the text of the style sheet or script at `path`, shorter and of the same meaning.

    No text within a script may run over lines.
    """
    comment = _STYLE_COMMENT if path.endswith(".css") else _SCRIPT_COMMENT
    return _INDENT.sub("", comment.sub("", text)).lstrip("\n")
