"""A site made of PDFs that hold more than their pages show: nothing of that is in any file."""

import json
from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from build_scripts.problems import ExitCode
from tests.commands import run
from tests.reading.pdf.written import ACTIVE, BESIDE, ELSEWHERE, HIDDEN, SECRET, write_pdf
from tests.test_held_back import find_in_site

pytestmark = pytest.mark.build


def test_nothing_that_pages_do_not_show_is_published(tmp_path: Path) -> None:
    begin_archive(tmp_path, "Ours")
    papers = {**BESIDE, **ELSEWHERE, **HIDDEN, "active": ACTIVE, "plain": write_pdf()}
    for name, data in papers.items():
        (tmp_path / f"orders/{name}.pdf").write_bytes(data)
    built = run("build", "--quiet", cwd=tmp_path)
    assert built.returncode == ExitCode.OK, built.stderr
    assert not find_in_site(tmp_path, SECRET, "evil.exe", "forms.example")
    assert not find_in_site(tmp_path, "A sealed witness gave number")
    offered, told = {}, {}
    for place in (tmp_path / "site/orders").rglob("order.json"):
        name = Path(json.loads(place.read_text())["source"]["path"]).stem
        original = place.with_name("original.pdf")
        offered[name] = original.read_bytes() if original.exists() else b""
        told[name] = place.with_name("index.html").read_text()
    assert offered.keys() == papers.keys()
    assert offered["plain"] == papers["plain"]
    for name in (*BESIDE, "active"):
        assert offered[name], name
        assert offered[name] != papers[name], name
        assert "download a copy of its pages" in told[name], name
    for name in ELSEWHERE:
        assert not offered[name], name
        assert "not offered" in told[name], name
    for name in HIDDEN:
        assert not offered[name], name
        assert "it contains text that its pages do not show" in told[name], name
    findings = json.loads(run("check", "--json", cwd=tmp_path).stdout)["findings"]
    said = {one["path"]: one["message"] for one in findings if one["code"] == "side-parts"}
    assert said.keys() == {f"{name}.pdf" for name in (*BESIDE, *ELSEWHERE, "active")}
    assert "a script or an action, an attached file" in said["active.pdf"]
    assert "a comment, with private data: Social Security number" in said["comment.pdf"]
    for name in ELSEWHERE:
        assert "words in no known place, with private data: Social" in said[f"{name}.pdf"]
    assert SECRET not in str(said)
    hidden = {one["path"] for one in findings if one["code"] == "bad-redaction"}
    assert hidden == {f"{name}.pdf" for name in HIDDEN}
    assert "none found" in run("check", "--private", cwd=tmp_path).stdout
