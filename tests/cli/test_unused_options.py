"""An option that would change nothing is refused: its owner meant something by it."""

from pathlib import Path

import pytest

from build_scripts.problems import ExitCode
from tests.commands import run
from tests.test_main import archive as archive

pytestmark = pytest.mark.build

ORDER = "orders/2024-03-04-order-denying-expedited-discovery.txt"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("withhold", ORDER, "--reason", "x", "--page", "3"), "go with --words"),
        (("withhold", ORDER, "--reason", "x", "--occurrence", "2"), "go with --words"),
        (("addresses", "--instead", "orders/a/b/c"), "goes with --accept-removal"),
        (("search", "motion", "--since", "2031-03-04", "--sort", "oldest"), "leave --sort out"),
        (("search", "motion", "--feed", "docs/x.xml", "--json"), "neither --since nor --json"),
        (("init", ".", "--remove-specimens", "--host", "github"), "neither --specimens nor --host"),
        (("timestamp", "--verify", "docs", "--authority", "https://tsa.example/"), "asks nobody"),
    ],
)
def test_an_option_that_would_be_ignored_is_refused(
    archive: Path, arguments: tuple[str, ...], says: str
) -> None:
    (archive / "docs").mkdir(exist_ok=True)
    before = {path for path in archive.rglob("*") if ".cache" not in path.parts}
    refused = run(*arguments, cwd=archive)
    assert refused.returncode == ExitCode.USAGE
    assert says in refused.stderr
    assert {path for path in archive.rglob("*") if ".cache" not in path.parts} == before
