"""What leaves style sheets and scripts before they are served changes nothing that they do."""

from pathlib import Path

from build_scripts.pages import theme
from build_scripts.site.script_bundles import shrink
from tests.tables import each_row

ASSETS = Path(theme.__file__).parent / "assets"
SCRIPTS = [*(ASSETS / "javascripts").glob("*.js"), *(ASSETS / "javascripts/search").glob("*.js")]


@each_row()
def test_comments_and_indents_leave(path: str, text: str, served: str) -> None:
    assert shrink(path, text) == served


def test_no_text_of_a_script_runs_over_lines() -> None:
    """Such a text would lose its indents, and lines that look like comments."""
    assert len(SCRIPTS) > 10
    for path in SCRIPTS:
        for number, line in enumerate(shrink("a.js", path.read_text("utf-8")).splitlines(), 1):
            assert line.replace("\\`", "").count("`") % 2 == 0, f"{path.name}:{number}: {line}"


def test_no_style_sheet_has_a_comment_within_a_text() -> None:
    for path in (ASSETS / "stylesheets").glob("*.css"):
        text = path.read_text("utf-8")
        assert text.count("/*") == text.count("*/")
        assert "/*" not in shrink("a.css", text)
