"""The HTML of every page, judged by the Nu checker of the W3C.

Seconds, because it starts Java, which reads all pages at once.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.shared import ROOT

# Faults of the theme's own templates, which browsers take as they are meant.
THEMES_OWN = re.compile(
    "Attribute “autocomplete” is only allowed when the input type is “color”"  # on its switches
    "|The value of the “for” attribute of the “label” element must be the ID of a non-hidden form"
    "|Bad value “” for attribute “tabindex” on element “label”"
)
# Faults of the checker, which does not know what the standard has: rel=expect
# (https://html.spec.whatwg.org/multipage/links.html#link-type-expect).
UNKNOWN_TO_CHECKER = re.compile(
    "A “link” element with a “blocking” attribute must have a “rel” attribute whose value is"
    " “stylesheet”|Bad value “expect” for attribute “rel” on element “link”"
)

# A few seconds of work repay no second compiler; what the first makes needs a deeper stack.
BRIEFLY = ("-Xmx400m", "-Xss8m", "-XX:TieredStopAtLevel=1")


def list_faults(checkers: Path, pages: list[Path]) -> list[str]:
    """Errors that the checker finds in files, each with its file and line."""
    java = shutil.which("java")
    if java is None:
        assert not os.environ.get("CI"), "sh tests/install_programs.sh installs Java"
        pytest.skip("Java is not installed")
    jar = checkers / "vnu-jar/build/dist/vnu.jar"
    run = subprocess.run(
        [java, *BRIEFLY, "-jar", jar, "--errors-only", "--format", "json", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    return [
        f"{fault['url'].rpartition('/archive/')[2]}:{fault.get('lastLine')} {fault['message']}"
        for fault in json.loads(run.stderr)["messages"]
    ]


def test_the_checkers_are_locked_and_name_no_host() -> None:
    lock = json.loads((ROOT / "tests/site/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())


def test_every_page_is_valid(published: Path, checkers: Path, tmp_path: Path) -> None:
    """One page more has a fault, which the checker must see."""
    faulty = tmp_path / "archive/faulty.html"
    faulty.parent.mkdir()
    faulty.write_text("<!doctype html><title>x</title><p><div id='a b'></p>", encoding="utf-8")
    pages = sorted(published.rglob("*.html"))
    assert len(pages) > 100
    faults = list_faults(checkers, [*pages, faulty])
    assert any(fault.startswith("faulty.html:") for fault in faults)
    assert [
        fault
        for fault in faults
        if not fault.startswith("faulty.html:")
        and not (THEMES_OWN.search(fault) or UNKNOWN_TO_CHECKER.search(fault))
    ] == []
