"""ProperDocs, a fork of MkDocs 1.6, builds the same site: an owner may choose it."""

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.shared import ROOT
from tools.compare_sites.comparison import compare_sites
from tools.compare_sites.report import summarise

NAMES = (f"mkdocs-{version('mkdocs')}", f"mkdocs-ProperDocs {version('properdocs')}")


def test_properdocs_builds_every_page_but_the_builders_name(
    published: Path, published_by_properdocs: Path
) -> None:
    """One build more of the whole archive."""
    said = re.compile("|".join(rf"^generator: {re.escape(name)}," for name in NAMES))
    comparison = compare_sites(published, published_by_properdocs, [said])
    assert comparison.pages > 200
    assert comparison.equal, "\n".join(summarise(comparison))

    pages = {path.relative_to(published).as_posix() for path in published.rglob("*.html")}
    assert set(comparison.markup) == pages | {"manifest.json"}  # which has the pages' digests
    mkdocs, properdocs = (f'<meta name="generator" content="{name}, '.encode() for name in NAMES)
    different = [
        page
        for page in sorted(pages)
        if (published / page).read_bytes().replace(mkdocs, properdocs, 1)
        != (published_by_properdocs / page).read_bytes()
    ]
    assert different == []


RENDER = """
import sys
if sys.argv[1] == "properdocs":
    import properdocs.replacement  # from here on mkdocs is properdocs
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation
from build_scripts.rendering import Rendering, render_aside
config = load_config(sys.argv[2])
files = get_files(config)
rendering = Rendering(config, files, get_navigation(files, config), config.theme.get_env())
(rendered,) = render_aside([files.get_file_from_path("index.md")], rendering, 1)
print(len(rendered.complaints), *(message for _, message in rendered.complaints))
"""


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_what_the_builder_warns_of_is_heard(builder: str, tmp_path: Path) -> None:
    """A page with a warning is rendered again at each build, whatever the builder's logger is."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("[Gone](gone.md)\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\ntheme: material\nplugins: []\n")
    ended = subprocess.run(
        [sys.executable, "-c", RENDER, builder, tmp_path / "mkdocs.yml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.startswith("1 Doc file 'index.md' contains a link 'gone.md'"), ended
