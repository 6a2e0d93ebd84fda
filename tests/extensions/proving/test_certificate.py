"""`orders certificate`: a page to sign, and its steps as a stranger follows them."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.cli.init import begin_archive
from build_scripts.problems import ExitCode
from tests.commands import run, succeed
from tests.short_orders import write_orders

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of five orders, one of them with an ampersand in its name, built."""
    home = tmp_path_factory.mktemp("certified") / "archive"
    begin_archive(home, "Orders of R & D", "https://ours.example/")
    write_orders(home / "orders", 0, 5)
    (home / "orders/00000.txt.yml").write_text('fields: {case_name: "Quill <b>& Harbor"}\n')
    succeed("build", "--quiet", "-j1", cwd=home)
    return home


def list_addresses(home: Path) -> list[str]:
    pages = sorted((home / "site").glob("orders/*/*/*/order.json"))
    return [page.parent.relative_to(home / "site").as_posix() for page in pages]


def certify(home: Path, address: str) -> str:
    ended = succeed("certificate", address, cwd=home)
    return ended.stdout


def test_it_names_the_order_its_digests_and_what_it_does_not_prove(home: Path) -> None:
    for address in list_addresses(home):
        html = certify(home, f"{address}/")
        text = LexborHTMLParser(html).css("body")[0].text()
        assert f"https://ours.example/{address}/" in text
        assert "Fed. R. Evid. 902(13)" in text
        assert "902(14)" in text
        assert "What this does not prove" in text
        assert "<b>" not in html
        assert "Orders of R &amp; D" in html


def test_it_marks_what_is_unconfirmed_and_takes_a_page_s_address(
    home: Path, tmp_path: Path
) -> None:
    address = list_addresses(home)[0]
    site = shutil.copytree(home / "site", tmp_path / "site")
    data = json.loads((site / address / "order.json").read_bytes())
    data["unconfirmed"] = ["date"]
    (site / address / "order.json").write_text(json.dumps(data))
    shown = ("--site", str(site), f"https://ours.example/{address}/#p-3")
    html = run("certificate", *shown, cwd=home).stdout
    assert f"<dd>{data['date']} (unconfirmed)</dd>" in html
    assert html.count("unconfirmed)") == 1


def follow(home: Path, address: str, folder: Path) -> list[subprocess.CompletedProcess[str]]:
    """Run the commands of a certificate over what its reader downloads, with the program in it."""
    tree = LexborHTMLParser(certify(home, address))
    program = unescape(tree.css("pre code")[-1].text())
    (folder / "check_order.py").write_text(program, encoding="utf-8")
    commands = [node.text() for node in tree.css("ol code")]
    assert len(commands) == 3
    return [
        subprocess.run(
            [
                "bash",
                "-c",
                one.replace("ORIGINAL", "original.txt").replace("python3", sys.executable),
            ],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        for one in commands
    ]


def download(home: Path, address: str, folder: Path) -> None:
    for name in ("order.json", "original.txt"):
        (folder / name).write_bytes((home / "site" / address / name).read_bytes())
    for name in ("publication_log.csv", "publication_tree/roots.csv", "publication_tree/0.bin"):
        place = home / "site" / name
        (folder / place.name).write_bytes(place.read_bytes())


def test_a_stranger_repeats_its_steps_with_python_alone(home: Path, tmp_path: Path) -> None:
    for address in list_addresses(home):
        download(home, address, tmp_path)
        original, line, order = follow(home, address, tmp_path)
        html = certify(home, address)
        for step in (original, line):
            (digest,) = re.findall(r"^[0-9a-f]{64}", step.stdout)
            assert digest in html
        assert order.returncode == 0
        assert order.stdout == f"proved: {address}, by line 1 of the log, {line_day(tmp_path)}\n"


def line_day(folder: Path) -> str:
    return (folder / "publication_log.csv").read_text().splitlines()[1].split(",")[1]


def change_a_fact(folder: Path) -> None:
    place = folder / "order.json"
    place.write_text(place.read_text().replace('"denied"', '"granted"'))


def change_the_original(folder: Path) -> None:
    (folder / "original.txt").write_text("Another order.\n")


def change_the_log(folder: Path) -> None:
    place = folder / "publication_log.csv"
    place.write_text(f"{place.read_text()}2,2031-03-04,5,0,{'ab' * 32},{'cd' * 32}\n")


def change_the_tree(folder: Path) -> None:
    place = folder / "0.bin"
    place.write_bytes(place.read_bytes() + bytes(32))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (change_the_tree, "this is not the order of line 1 of the log"),
        (change_a_fact, "this is not the order of line 1 of the log"),
        (change_the_original, "original.txt is not the original of line 1 of the log"),
        (change_the_log, "line 2 of the log does not follow from the line before"),
    ],
)
def test_the_program_of_the_certificate_finds_changes(
    home: Path, tmp_path: Path, change: Callable[[Path], None], said: str
) -> None:
    address = list_addresses(home)[0]
    download(home, address, tmp_path)
    change(tmp_path)
    *_, order = follow(home, address, tmp_path)
    assert order.returncode == 1
    assert said in order.stderr


def test_what_is_not_published_has_no_certificate(home: Path, tmp_path: Path) -> None:
    refused = run("certificate", "orders/cand/none", cwd=home)
    assert refused.returncode == ExitCode.BAD_INPUT
    assert "has no order at orders/cand/none with a proof" in refused.stderr
    refused = run("certificate", "--site", str(tmp_path), "orders/cand/none", cwd=home)
    assert refused.returncode == ExitCode.BAD_INPUT
    assert "has no log of publications that can be read" in refused.stderr
