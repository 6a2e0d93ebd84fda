"""The ledger of addresses as a maintainer meets it: who writes it, and what fails where it does."""

import json
from pathlib import Path

import pytest

from build_scripts.archive.storage.address_ledger import read_address_ledger
from build_scripts.model.address_ledger import AddressStatus
from build_scripts.problems import ExitCode
from build_scripts.site import pipeline
from tests.commands import run, succeed
from tests.shared import ORDERS, ROOT
from tests.test_main import archive as archive

pytestmark = pytest.mark.build

FILE = "2024-03-04-order-denying-expedited-discovery.txt"
TITLE = "2024-03-04-order-denying-motion-for-expedited-discovery"
OLD = f"orders/cand/3-23-cv-01234/{TITLE}"
NEW = f"orders/cand/3-23-cv-01243/{TITLE}"
CORRECTION = 'fields:\n  docket_numbers: ["3:23-cv-01243-MTO"]\n'


def test_the_committed_ledger_is_in_line_with_the_shipped_orders() -> None:
    """Where this fails: run `orders build` and commit address_ledger.csv with the orders."""
    published = read_address_ledger(ROOT / "address_ledger.csv")
    archive = pipeline.build_archive(ORDERS, published=published)
    assert archive.address_ledger == published
    assert {one.address for one in archive.orders} <= set(published)
    assert not [one for one in archive.findings if one.code.value == "lost-address"]


def test_an_address_is_kept_from_its_first_build_to_its_owners_last_word(archive: Path) -> None:
    """A whole life: built, corrected, lost, given up. Four builds of MkDocs."""
    ledger = archive / "address_ledger.csv"
    succeed("check", cwd=archive)
    assert not ledger.exists()  # looking publishes nothing
    assert "is still its order's" in succeed("addresses", cwd=archive).stdout
    built = run("build", cwd=archive)
    assert "address_ledger.csv has 1 new line: " in built.stderr
    assert set(read_address_ledger(ledger)) == {OLD}
    assert "courts/cand" in read_address_ledger(ledger)[OLD].listed_on
    before = ledger.stat()
    assert "address_ledger" not in run("build", cwd=archive).stderr
    assert ledger.stat() == before  # nothing is new: not a byte is written

    (archive / f"orders/{FILE}.yml").write_text(CORRECTION)
    succeed("check", cwd=archive)
    listed = run("addresses", cwd=archive).stdout
    assert listed == f"{OLD} → {NEW}\n"
    run("build", cwd=archive)
    leads = {a: k.leads_to for a, k in read_address_ledger(ledger).items()}
    assert leads == {OLD: NEW, NEW: ""}
    refused = run("addresses", "--accept-removal", NEW, cwd=archive)
    assert refused.returncode == ExitCode.BAD_INPUT
    assert FILE in refused.stderr

    (archive / f"orders/{FILE}").unlink()
    (archive / f"orders/{FILE}.yml").unlink()
    listed = run("addresses", cwd=archive).stdout
    assert f"{NEW} → lost: the file of its order is missing" in listed
    lost = run("check", "--json", cwd=archive)
    assert lost.returncode == ExitCode.FINDINGS  # also without --strict
    found = json.loads(lost.stdout)["findings"]
    assert [(one["path"], one["code"]) for one in found] == [(FILE, "lost-address")] * 2
    strict = run("build", "--strict", cwd=archive)
    assert strict.returncode == ExitCode.SITE_FAILED
    assert "leads nowhere" in strict.stderr
    browser = f"https://example.org/archive/{OLD}/#page-2"
    succeed("addresses", "--accept-removal", browser, cwd=archive)
    known = read_address_ledger(ledger)
    assert {known[OLD].status, known[NEW].status} == {AddressStatus.REMOVED}
    succeed("check", cwd=archive)
    listed = run("addresses", cwd=archive).stdout.splitlines()
    assert f"{NEW} → removed" in listed
    assert "courts/cand → empty: no order that it listed is published" in listed


@pytest.mark.parametrize("arguments", [("--accept-removal", "orders/a/b/c"), ()])
def test_what_the_ledger_does_not_hold_is_an_error(archive: Path, arguments: tuple[str]) -> None:
    if not arguments:
        (archive / "address_ledger.csv").write_text("<<<<<<< HEAD\n")
    result = run("addresses", *arguments, cwd=archive)
    assert result.returncode == ExitCode.BAD_INPUT
    assert "address_ledger.csv" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_damaged_ledger_stops_a_build_before_it_forgets(archive: Path) -> None:
    (archive / "address_ledger.csv").write_text("address,status,leads_to,sha256,file\n<<<<<<<\n")
    result = run("build", cwd=archive, program="mkdocs")
    assert result.returncode != 0
    assert "address_ledger.csv, line 2" in result.stderr
    assert not (archive / "site").exists()


def test_the_setting_names_another_place(archive: Path) -> None:
    settings = archive / "mkdocs.yml"
    text = settings.read_text()
    assert "orders_dir: orders\n" in text
    changed = "orders_dir: orders\n      address_ledger: kept/known.csv\n"
    settings.write_text(text.replace("orders_dir: orders\n", changed))
    succeed("build", cwd=archive)
    assert set(read_address_ledger(archive / "kept/known.csv")) == {OLD}
    assert not (archive / "address_ledger.csv").exists()


def test_withholding_an_order_loses_no_address(archive: Path) -> None:
    run("build", cwd=archive)
    (archive / f"orders/{FILE}.yml").write_text("withhold: {what: order, reason: sealed}\n")
    checked = succeed("check", "--json", cwd=archive)
    assert [one["code"] for one in json.loads(checked.stdout)["findings"]] == ["withheld"]
