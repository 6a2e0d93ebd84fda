"""The search's scripts: their own tests, run by node, and what is bundled for them."""

import json
import shutil
import subprocess
from hashlib import sha256

import pytest

from tests.shared import ROOT

BUILT = ROOT / "build_scripts/pages/theme/assets/search"


@pytest.mark.skipif(not shutil.which("node"), reason="needs node: sh tests/install_programs.sh")
def test_the_scripts_pass_their_tests():
    """In one process: `node --test search_ui/` begins one for each file."""
    files = [path.as_uri() for path in sorted((ROOT / "search_ui").glob("*.test.js"))]
    run = subprocess.run(
        ["node", "--input-type=module", "--eval", "\n".join(f"import '{one}'" for one in files)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    assert len(files) > 5
    assert "# pass 0" not in run.stdout


def test_bundled_files_are_those_that_were_built():
    built = json.loads((BUILT / "built.json").read_text())
    assert sorted(built["files"]) == ["sqlite.js", "sqlite3.wasm.gz"]
    for name, digest in built["files"].items():
        assert sha256((BUILT / name).read_bytes()).hexdigest() == digest, name
    sources = sha256()
    for name in (
        "package-lock.json",
        "search_ui/build.js",
        "search_ui/leave_out_unused.js",
        "search_ui/sqlite.js",
    ):
        sources.update((ROOT / name).read_bytes())
    assert sources.hexdigest() == built["sources"], "run make search-ui"


def test_packages_are_locked_and_name_no_host():
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())


@pytest.mark.skipif(not shutil.which("npm"), reason="needs npm")
def test_a_fresh_build_makes_the_same_bytes(tmp_path):
    """Seconds, because it fetches the locked packages: what is served is what they make."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "search_ui", tmp_path / "search_ui")
    shutil.copytree(BUILT, tmp_path / "build_scripts/pages/theme/assets/search")
    fetched = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    if fetched.returncode:
        pytest.skip(f"npm cannot fetch the packages: {fetched.stderr[-300:]}")
    run = subprocess.run(
        ["node", "search_ui/build.js", "--check"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
