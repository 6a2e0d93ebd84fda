"""`orders show` takes a file, or what readers of the site know an order by."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from build_scripts.problems import ExitCode
from tests.cli.test_explain import ORDER
from tests.commands import run, succeed

PAGE = "orders/cand/5-31-cv-01234/2031-03-04-order-denying-motion-to-stay"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    succeed("init", str(tmp_path / "archive"))
    with ZipFile(tmp_path / "archive/orders/two.zip", "w") as bundle:
        bundle.writestr("one.txt", ORDER)
        bundle.writestr("in/other.txt", ORDER.replace("STAY", "SEAL").replace("stay", "seal"))
    succeed("build", cwd=tmp_path / "archive")
    return tmp_path / "archive"


def test_an_order_is_shown_by_its_page_or_its_docket_number(archive: Path) -> None:
    shown = run("show", "orders/two.zip::one.txt", cwd=archive).stdout
    assert "DENIED" in shown
    for named in (f"https://example.org/court/{PAGE}/?utm_source=mail#page-1", f"{PAGE}/"):
        assert run("show", named, cwd=archive).stdout == shown
    several = run("show", "5:31-cv-01234", cwd=archive)
    assert several.returncode == ExitCode.BAD_INPUT
    assert "2 orders here go by" in several.stderr
    assert PAGE in several.stderr
    title = run("explain", f"{PAGE}/", "title", cwd=archive).stdout
    assert "Order Denying Motion to Stay" in title


def test_what_nobody_knows_says_so(archive: Path) -> None:
    for named in ("none.txt", f"{PAGE}-none/"):
        refused = run("show", named, cwd=archive)
        assert refused.returncode == ExitCode.BAD_INPUT
        assert refused.stderr.startswith(f"error: There is no file {named}")
