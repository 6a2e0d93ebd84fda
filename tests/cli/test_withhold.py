"""`orders withhold` as an owner meets it."""

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from build_scripts.problems import ExitCode
from tests.commands import run, succeed
from tests.shared import list_specimens
from tests.tables import as_tuples, each_row
from tests.test_main import archive as archive

pytestmark = pytest.mark.build

NAME = "2024-03-04-order-denying-expedited-discovery.txt"


def test_an_order_is_withheld_and_the_owner_told_what_is_left(archive: Path) -> None:
    """The corrections that were there stay; the ledger says where the order was published."""
    beside = archive / f"orders/{NAME}.yml"
    beside.write_text("# seen twice\nnote: kept\n")
    digest = "9" * 64
    (archive / "address_ledger.csv").write_text(
        "address,status,leads_to,sha256,file\n"
        f"orders/cand/3-23-cv-01234/2024-03-04-order,published,,{digest},{NAME}\n"
    )
    subprocess.run(["git", "init", "-q"], cwd=archive, check=True)
    arguments = ("withhold", f"orders/{NAME}", "--reason", "sealed: by the court", "--by", "A. L.")
    shown = run(*arguments, "--print", cwd=archive)
    assert shown.stdout.startswith("# seen twice\nnote: kept\nwithhold:\n  - {what: order, ")
    assert beside.read_text() == "# seen twice\nnote: kept\n"
    said = succeed(*arguments, cwd=archive)
    assert beside.read_text() == shown.stdout
    for duty in (
        f"git filter-repo --invert-paths --path orders/{NAME}",
        "git push --force --all",
        "mkdocs gh-deploy --no-history",
        "orders/cand/3-23-cv-01234/2024-03-04-order/",
        "https://search.google.com/search-console/removals",
        "orders cache --prune",
        "orders verify",
        "See what still names it",
    ):
        assert duty in said.stdout
    (finding,) = json.loads(run("check", "--json", cwd=archive).stdout)["findings"]
    assert (finding["path"], finding["code"]) == (f"{NAME}.yml", "withheld")
    again = run(*arguments, cwd=archive)
    assert again.returncode == ExitCode.BAD_INPUT
    assert "withholds the whole order already" in again.stderr


def test_an_order_without_some_of_its_words_keeps_its_page(archive: Path) -> None:
    address = "orders/cand/3-23-cv-01234/2024-03-04-order"
    (archive / "address_ledger.csv").write_text(
        f"address,status,leads_to,sha256,file\n{address},published,,{'9' * 64},{NAME}\n"
    )
    words = ("--what", "passage", "--words", "UNITED STATES DISTRICT", "--reason", "x")
    printed = succeed("withhold", f"orders/{NAME}", *words, cwd=archive).stdout
    assert address in printed
    assert "See what still names it" not in printed


@pytest.mark.parametrize("part", [("field", "--field", "judges"), ("original",)])
def test_the_published_site_comes_before_the_history_of_the_repository(
    archive: Path, part: tuple[str, ...]
) -> None:
    (archive / "address_ledger.csv").write_text(
        f"address,status,leads_to,sha256,file\norders/a/b/c,published,,{'9' * 64},{NAME}\n"
    )
    subprocess.run(["git", "init", "-q"], cwd=archive, check=True)
    said = succeed("withhold", f"orders/{NAME}", "--what", *part, "--reason", "x", cwd=archive)
    in_sequence = ("orders build", "Purge it", "Ask search engines", "git filter-repo")
    places = [said.stdout.index(words) for words in in_sequence]
    assert places == sorted(places)
    is_field = part[0] == "field"  # the order itself stays, and so does its file
    assert ("text still has the words of the field" in said.stdout) is is_field
    assert ("--invert-paths" in said.stdout) is not is_field


def test_a_file_of_an_archive_is_withheld_by_itself(archive: Path) -> None:
    (archive / "orders" / NAME).unlink()
    with zipfile.ZipFile(archive / "orders/bundle.zip", "w") as bundle:
        bundle.write(list_specimens()[0], "in/one.txt")
        bundle.write(list_specimens()[1], "two.txt")
    said = succeed("withhold", "orders/bundle.zip::in/one.txt", "--reason", "x", cwd=archive)
    beside = archive / "orders/bundle.zip.corrections/in/one.txt.yml"
    assert "what: order" in beside.read_text()
    assert "never published from here" in said.stdout
    (finding,) = json.loads(run("check", "--json", cwd=archive).stdout)["findings"]
    assert finding["path"] == "bundle.zip.corrections/in/one.txt.yml"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("expedited discoverie is DENIED", " Similar: “expedited discovery is DENIED.”"),
        ("the walrus and the carpenter", ""),
        ("x" * 5000, ""),
    ],
)
def test_words_that_the_order_does_not_hold_are_refused_at_once(
    archive: Path, words: str, says: str
) -> None:
    order = archive / "orders" / NAME
    order.write_text(order.read_text("utf-8").replace("expedited discovery is", "it is"), "utf-8")
    order.write_text(f"{order.read_text('utf-8')}\nThe motion for expedited discovery is DENIED.\n")
    part = ("withhold", f"orders/{NAME}", "--reason", "r", "--what", "passage")
    refused = run(*part, "--words", words, cwd=archive)
    assert refused.returncode == ExitCode.BAD_INPUT
    assert "The order does not hold these words there, so nothing was written." in refused.stderr
    assert "copy them from there" in " ".join(refused.stderr.split())
    assert refused.stderr.strip().partition("written.")[2].startswith(says)
    assert bool(says) == ("Similar" in refused.stderr)
    assert not Path(f"{order}.yml").exists()
    elsewhere = run(*part, "--words", "discovery is denied", "--page", "7", cwd=archive)
    assert elsewhere.returncode == ExitCode.BAD_INPUT
    succeed(*part, "--words", "discovery is denied", cwd=archive)


def test_blanks_that_yaml_does_not_keep_are_no_obstacle(archive: Path) -> None:
    """They come with what is pasted."""
    said = (
        "--reason",
        " by \n order",
        "--by",
        "A.  Librarian",
        "--words",
        "UNITED\nSTATES   DISTRICT",
    )
    succeed("withhold", f"orders/{NAME}", "--what", "passage", *said, cwd=archive)
    written = (archive / f"orders/{NAME}.yml").read_text("utf-8")
    for kept in ("by order", "A. Librarian", "UNITED STATES DISTRICT"):
        assert kept in written


def test_words_are_withheld_where_a_copy_has_them_too(archive: Path) -> None:
    """Copy and order are of the same bytes, and only one is corrected: the cache keeps both."""
    (archive / "orders/copy.txt").write_bytes((archive / f"orders/{NAME}").read_bytes())
    said = (
        "--what",
        "passage",
        "--words",
        "builds warehouse robots in Redwood City",
        "--reason",
        "x",
    )
    succeed("withhold", f"orders/{NAME}", *said, cwd=archive)
    for _ in range(2):
        built = run("build", cwd=archive)
        assert built.returncode == ExitCode.HELD_BACK, built.stderr


def test_a_damaged_ledger_is_named_before_anything_is_written(archive: Path) -> None:
    """The order was withheld, without the list of what else to do, and no second try gave it."""
    (archive / "address_ledger.csv").write_text("<<<<<<< HEAD\n")
    refused = run("withhold", f"orders/{NAME}", "--reason", "x", cwd=archive)
    assert refused.returncode == ExitCode.BAD_INPUT
    assert "address_ledger.csv, line 1" in refused.stderr
    assert not (archive / f"orders/{NAME}.yml").exists()


def test_a_reason_is_given(archive: Path) -> None:
    result = run("withhold", f"orders/{NAME}", "--reason", " \n", cwd=archive)
    assert result.returncode == ExitCode.USAGE
    assert "--reason: it is empty" in result.stderr
    assert not (archive / f"orders/{NAME}.yml").exists()


@each_row(arguments=as_tuples)
def test_what_would_not_read_back_is_not_written(
    archive: Path, before: str, arguments: tuple[str, ...], says: str
) -> None:
    beside = archive / f"orders/{NAME}.yml"
    if before:
        beside.write_text(before)
    result = run("withhold", f"orders/{NAME}", "--reason", "r", *arguments, cwd=archive)
    assert result.returncode == ExitCode.BAD_INPUT
    assert says in result.stderr
    assert (beside.read_text() if beside.exists() else "") == before
