"""`orders quote` and `orders citations`, over an archive without a site, with one, with a half."""

import json
import shutil
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from build_scripts.problems import ExitCode
from tests.commands import Ended, run, succeed
from tests.shared import find_specimens

pytestmark = pytest.mark.build

ORDER = "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one order, not built, and a brief that quotes it."""
    home = tmp_path_factory.mktemp("archive")
    (home / "orders" / ORDER).parent.mkdir(parents=True)
    shutil.copy(find_specimens() / ORDER, home / "orders" / ORDER)
    (home / "docs").mkdir()
    (home / "mkdocs.yml").write_text(
        "site_name: Test\ntheme:\n  name: orders\nplugins:\n  - orders-archive\n"
    )
    (home / "brief.md").write_text(
        "**BRIEF**\n\nThe court was right that “the motion is denied.”  Larkspur Robotics, Inc. v. "
        "Does 1-8, No. 3:23-cv-01234-MTO, slip op. at 2 (N.D. Cal. Mar. 4, 2024).\n\nIt also held "
        "that “nobody at all may ever have discovery.”  433 F.3d 1199.\n"
    )
    return home


def ask(home: Path, command: str, *words: str | Path) -> Ended:
    return run(command, "--config", home / "mkdocs.yml", *words)


def test_a_quotation_that_stands_nowhere_is_told_by_the_exit_code(home: Path) -> None:
    ended = ask(home, "quote", "nobody at all may ever have discovery of herons")
    assert (ended.returncode, "not here" in ended.stdout) == (ExitCode.FINDINGS, True)
    ended = ask(home, "quote", "a short one")
    assert (ended.returncode, "Quote 4 words or more" in ended.stdout) == (ExitCode.FINDINGS, True)
    assert ask(home, "quote").returncode == ExitCode.USAGE


def test_a_built_site_answers_as_the_orders_do_and_says_where_it_is_broken(home: Path) -> None:
    words = ("--json", "--file", home / "brief.md")
    before = [json.loads(ask(home, command, *words).stdout) for command in ("quote", "citations")]
    succeed("build", "-q", "-f", home / "mkdocs.yml")
    after = [json.loads(ask(home, command, *words).stdout) for command in ("quote", "citations")]
    assert before == after
    quoted, cited = after
    assert [one["match"] for one in quoted["quotations"]] == ["exact", "not here"]
    assert cited["citations"][0]["standing"] == "found here"
    assert cited["citations"][0]["quotations"][0]["match"] == "exact"
    assert cited["citations"][1]["standing"] == "not known here"
    noted = ask(home, "citations", "--annotate", "--file", home / "brief.md").stdout
    assert "1199[^" in noted
    listed = ask(home, "citations", "--file", home / "brief.md").stdout
    assert "found here" in listed
    assert "hallucinat" not in listed.lower()

    (home / "site/authorities.json.gz").unlink()
    ended = ask(home, "citations", "--file", home / "brief.md")
    assert (ended.returncode, "Build the site again" in ended.stderr) == (ExitCode.BAD_INPUT, True)
    for texts in (home / "site/search").glob("*/texts-*.bin"):
        texts.write_bytes(texts.read_bytes()[:20])
    ended = ask(home, "quote", "the motion is denied")
    assert (ended.returncode, "Build the site again" in ended.stderr) == (ExitCode.BAD_INPUT, True)


@pytest.mark.parametrize("kind", ["picture.pdf", "empty.txt", "missing.docx", "broken.docx"])
def test_a_brief_without_text_is_refused(home: Path, kind: str) -> None:
    path = home / kind
    if kind == "picture.pdf":
        canvas = Canvas(str(path))
        canvas.rect(100, 100, 200, 200, fill=1)
        canvas.save()
    elif kind != "missing.docx":
        path.write_bytes(b"PK\x03\x04 and nothing more" if "docx" in kind else b"")
    for command in ("quote", "citations"):
        ended = ask(home, command, "--file", path)
        assert ended.returncode == ExitCode.BAD_INPUT
        assert kind in ended.stderr
        assert "Traceback" not in ended.stderr
