"""`orders cache`: what it counts and removes."""

from pathlib import Path

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


def test_pruning_leaves_conversions_of_orders_that_are_here_alone(tmp_path: Path) -> None:
    """A withheld order's page of the last build is not left in the cache."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "orders").mkdir()
    (tmp_path / "orders/kept.txt").write_text(ORDER, "utf-8")
    gone = tmp_path / "orders/gone.txt"
    gone.write_text(ORDER.replace("HERON", "GREBE"), "utf-8")
    settings = "site_name: Two\ntheme: {name: orders}\nplugins: [orders-archive]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    assert run("build", "-q", cwd=tmp_path).returncode == 0
    cache = tmp_path / ".cache/orders"
    parts = len([path for path in (cache / "results").rglob("*") if path.is_file()])
    assert parts > 10
    gone.unlink()
    told = run("cache", cwd=tmp_path).stdout
    assert told.startswith("2 files, ")
    assert f"; 1 of them not used any more. {parts} parts of the site, " in told
    pruned = run("cache", "--prune", cwd=tmp_path).stdout
    assert pruned.startswith(f"{parts + 1} files removed; 1 stay, ")
    assert not [path for path in (cache / "results").rglob("*") if path.is_file()]
    assert run("build", "-q", cwd=tmp_path).returncode == 0
