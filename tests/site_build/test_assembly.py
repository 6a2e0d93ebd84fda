"""Pages of the archive among the pages that its owner wrote."""

from pathlib import Path

from build_scripts.cli.init import begin_archive
from build_scripts.problems import ExitCode
from tests.commands import run, succeed
from tests.short_orders import write_orders


def test_a_page_of_the_owner_takes_no_address_of_the_archive(tmp_path: Path) -> None:
    """docs/courts.md was shown in place of the list of courts, without a word."""
    begin_archive(tmp_path, "Ours")
    (tmp_path / "docs/index.md").unlink()  # with it MkDocs leaves README.md out
    (tmp_path / "docs/courts").mkdir()
    write_orders(tmp_path / "orders", 0, 1)
    for name in ("courts.md", "courts/index.md", "courts/README.md", "README.md"):
        page = tmp_path / "docs" / name
        page.write_text("# Our courts\n", "utf-8")
        ended = run("build", "-q", cwd=tmp_path)
        assert ended.returncode == ExitCode.SITE_FAILED, name
        assert f"docs/{name} has the address of a page of the archive. Rename it." in ended.stderr
        page.rename(page.with_name(f"our_{page.name}"))
    succeed("build", "-q", cwd=tmp_path)
