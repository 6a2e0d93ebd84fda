"""ProperDocs, a fork of MkDocs 1.6, builds the same site: an owner may choose it."""

import re
from importlib.metadata import version
from pathlib import Path

from build_scripts.site.manifest import SUMS
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
    assert set(comparison.markup) == pages | {SUMS}  # which has the pages' digests
    mkdocs, properdocs = (f'<meta name="generator" content="{name}, '.encode() for name in NAMES)
    different = [
        page
        for page in sorted(pages)
        if (published / page).read_bytes().replace(mkdocs, properdocs, 1)
        != (published_by_properdocs / page).read_bytes()
    ]
    assert different == []
