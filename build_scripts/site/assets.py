"""Style sheets and scripts as the site serves them: without comments and indents, which only
developers read.
"""

from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "assets.toml")


def shrink(path: str, text: str) -> str:
    """Return the text of the style sheet or script at `path`, shorter and of the same meaning.

    No text within a script may run over lines.
    """
    comment = _PATTERNS.STYLE_COMMENT if path.endswith(".css") else _PATTERNS.SCRIPT_COMMENT
    return _PATTERNS.INDENT.sub("", comment.sub("", text)).lstrip("\n")
