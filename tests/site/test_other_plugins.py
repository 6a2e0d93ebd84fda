"""Other plugins and hooks beside ours: MkDocs runs them all, and orders' pages stay what they are."""

import shutil
from pathlib import Path

import pytest

from build_scripts.site.manifest import hash_site, read_manifest
from tests.commands import succeed
from tests.shared import ORDERS, ROOT, copy_hand_written_docs
from tests.site.conftest import begin_log

pytestmark = pytest.mark.build

CITED = "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
CITING = "cand/3-23-cv-01234/2025-02-11-order-granting-motion-to-dismiss.txt"
# Sees each page as it is written, and writes into the finished site.
HOOK = """
from pathlib import Path

SEEN = []

def on_post_page(output, page, config):
    if "text-of-the-order" in output:
        SEEN.append(page.url)

def on_post_build(config):
    Path(config.site_dir, "seen.txt").write_text("\\n".join(sorted(SEEN)))
"""


def build(folder: Path, program: str, *options: str, has_others: bool = False) -> Path:
    folder.mkdir()
    begin_log(folder)
    copy_hand_written_docs(folder / "docs")
    for order in (CITED, CITING):
        target = folder / "orders" / order
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ORDERS / order, target)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    if has_others:
        assert "\nplugins:\n" in settings
        settings = settings.replace("\nplugins:\n", "\nplugins:\n  - material/search\n")
        settings += "\nhooks: [seeing.py]\n"
        (folder / "seeing.py").write_text(HOOK, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    address = {"SITE_URL": "https://example.org/archive/"}
    succeed("build", "--quiet", *options, cwd=folder, env=address, program=program)
    return folder / "site"


def test_mkdocs_with_another_plugin_writes_the_same_orders(tmp_path: Path) -> None:
    """Material's own search and a hook; the one adds its index, the other a file of its own."""
    alone = build(tmp_path / "alone", "orders")
    beside = build(tmp_path / "beside", "mkdocs", "--strict", has_others=True)
    pages = {
        path.relative_to(alone).as_posix(): path.read_bytes()
        for path in alone.glob("orders/**/*")
        if path.is_file()
    }
    assert sum(path.endswith("/index.html") for path in pages) == 4  # and their sources
    assert {path: (beside / path).read_bytes() for path in pages} == pages
    assert (beside / "search/search_index.json").is_file()
    seen = (beside / "seen.txt").read_text(encoding="utf-8").split("\n")
    assert [f"{url}index.html" in pages for url in seen] == [True, True]
    listed, _ = read_manifest(beside)
    assert listed == hash_site(beside)
    assert {"seen.txt", "search/search_index.json"} <= listed.keys()
