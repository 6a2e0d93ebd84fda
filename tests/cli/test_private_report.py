"""The whole story of private data over a built site: nothing in it, and a build that fails else."""

import json
from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from build_scripts.problems import ExitCode
from tests.commands import run, succeed
from tests.redacting.test_redact_order import NOTICE
from tests.shared import ROOT, copy_one_page

pytestmark = pytest.mark.build

NUMBER = "702-555-0142"


def test_a_site_with_private_orders_holds_nothing_private_or_is_not_built(tmp_path: Path) -> None:
    """Two builds, ten seconds: the site is searched whole, then a hand-written page leaks."""
    begin_archive(tmp_path, "Ours")
    (tmp_path / "orders/order.txt").write_text(NOTICE)
    (tmp_path / "orders/order.txt.yml").write_text(
        "withhold:\n- {what: passage, words: took her in, reason: safety}\n"
        "- {what: field, field: judges, reason: threats}\n"
    )
    before = succeed("check", "--private", cwd=tmp_path)
    assert "There is no built site to search" in before.stdout

    succeed("build", "--quiet", cwd=tmp_path)
    report = succeed("check", "--private", cwd=tmp_path)
    assert "none found" in report.stdout
    assert "allow: {kind: telephone number, page: 1, line: 15}" in report.stdout
    assert "passage 1" in report.stdout
    for secret in ("quillpress", NUMBER, "X1234567", "larkspur", "took her in"):
        assert secret not in report.stdout
    data = json.loads(run("check", "--private", "--json", cwd=tmp_path).stdout)
    assert data["counts"]["telephone number"] == 3
    assert data["proof"]["searched"] >= 6
    page = next((tmp_path / "site/orders").rglob("index.html")).read_text()
    assert "[redacted: telephone number]" in page

    about = tmp_path / "docs/about.md"
    about.write_text(f"{about.read_text()}\n\nCall ({NUMBER[:3]}) {NUMBER[4:]}.\n")
    failed = run("build", "--quiet", cwd=tmp_path)
    assert failed.returncode == ExitCode.LEAKED
    assert "Do not publish it" in failed.stderr
    assert "about/index.html, line" in failed.stderr
    assert "0142" not in failed.stderr
    checked = run("check", "--private", cwd=tmp_path)
    assert checked.returncode == ExitCode.LEAKED
    assert "0142" not in checked.stdout


def test_a_policy_is_checked(tmp_path: Path) -> None:
    settings = (ROOT / "mkdocs.yml").read_text()
    copy_one_page(tmp_path / "docs")
    for given, says in (
        ("{phone: allow}", "No kind of private data is 'phone'"),
        ("{telephone number: hide}", "telephone number: write one of redact, flag, allow"),
        ("yes", "Write kinds of private data"),
    ):
        (tmp_path / "mkdocs.yml").write_text(
            settings.replace("private_data: {}", f"private_data: {given}")
        )
        result = run("check", cwd=tmp_path)
        assert result.returncode == ExitCode.SITE_FAILED
        assert says in result.stderr + result.stdout
