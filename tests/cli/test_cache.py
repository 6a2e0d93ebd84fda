"""`orders cache`: what it counts and removes."""

from pathlib import Path

from build_scripts.cli.init import begin_archive
from tests.commands import run, succeed
from tests.short_orders import write_orders


def test_pruning_leaves_conversions_of_orders_that_are_here_alone(tmp_path: Path) -> None:
    """A withheld order's page of the last build is not left in the cache."""
    begin_archive(tmp_path, "Ours")
    write_orders(tmp_path / "orders", 0, 2)
    gone = tmp_path / "orders/00001.txt"
    succeed("build", "-q", cwd=tmp_path)
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
    succeed("build", "-q", cwd=tmp_path)
