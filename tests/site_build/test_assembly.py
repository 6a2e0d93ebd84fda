"""Pages of the archive among the pages that its owner wrote."""

from pathlib import Path

import pytest

from build_scripts.problems import ExitCode
from tests.commands import run

ORDER = """\
UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

QUILL & LANTERN LTD., Plaintiff,
v.
HERON COMPANY, Defendant.

Case No. 31-cv-01234

ORDER DENYING MOTION TO DISMISS

The motion to dismiss is DENIED. IT IS SO ORDERED.
"""


@pytest.mark.parametrize("name", ["courts.md", "courts/index.md", "courts/README.md", "README.md"])
def test_a_page_of_the_owner_takes_no_address_of_the_archive(tmp_path: Path, name: str) -> None:
    """docs/courts.md was shown in place of the list of courts, without a word."""
    (tmp_path / "orders").mkdir()
    (tmp_path / "orders/one.txt").write_text(ORDER, "utf-8")
    page = tmp_path / "docs" / name
    page.parent.mkdir(parents=True)
    page.write_text("# Our courts\n", "utf-8")
    settings = "site_name: One\ntheme: {name: orders}\nplugins: [orders-archive]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    ended = run("build", "-q", cwd=tmp_path)
    assert ended.returncode == ExitCode.SITE_FAILED
    assert f"docs/{name} has the address of a page of the archive. Rename it." in ended.stderr
    page.rename(page.with_name("our_courts.md"))
    assert run("build", "-q", cwd=tmp_path).returncode == ExitCode.OK
