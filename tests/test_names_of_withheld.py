"""No name of a withheld order leaks: by its file, a member of a ZIP, a PDF's title, an address."""

import zipfile
from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.problems import ExitCode
from tests.commands import run, succeed
from tests.reading.pdf.written import write_pdf
from tests.site_build.test_withheld_words import COURT
from tests.test_held_back import find_in_site, write_order

pytestmark = pytest.mark.build

NAME = "Quillivant"
WITHHOLD = "withhold: {what: order, reason: sealed}\n"


def test_a_withheld_order_is_named_nowhere_but_in_an_address_that_can_be_removed(
    tmp_path: Path,
) -> None:
    begin_archive(tmp_path, "Ours")
    orders = tmp_path / "orders"
    write_order(tmp_path, "plain", 11, "OAKHURST DAIRY", "Nothing is said.")

    # Withheld before they were ever published: a file, a member of a ZIP archive, a PDF's title.
    (orders / f"{NAME}.txt").write_text(COURT.format(number=12, words=f"Of {NAME}."))
    (orders / f"{NAME}.txt.yml").write_text(WITHHOLD)
    with zipfile.ZipFile(orders / "bundle.zip", "w") as bundle:
        bundle.writestr(f"{NAME}/a.txt", COURT.format(number=13, words=f"Of {NAME}."))
    (orders / f"bundle.zip.corrections/{NAME}").mkdir(parents=True)
    (orders / f"bundle.zip.corrections/{NAME}/a.txt.yml").write_text(WITHHOLD)
    title = f"<</Title(In re {NAME})>>".encode()
    (orders / "titled.pdf").write_bytes(write_pdf(trailer="/Info 7 0 R", objects={7: title}))
    (orders / "titled.pdf.yml").write_text(WITHHOLD)
    # Published, with its name in the title and so in the address.
    text = COURT.format(number=14, words="Nothing is said.")
    text = text.replace("MOTION TO SEAL", f"MOTION OF {NAME.upper()} TO SEAL")
    (orders / "moved.txt").write_text(text)

    succeed("build", "--quiet", cwd=tmp_path)
    named = find_in_site(tmp_path, NAME)
    (address,) = {str(Path(file).parent) for file in named if file.endswith("/order.json")}
    assert "quillivant" in address
    ledgers = [tmp_path / "address_ledger.csv", tmp_path / "history.csv"]
    assert not [one for one in ledgers if f"{NAME}.txt" in one.read_text()]

    said = run("withhold", "orders/moved.txt", "--reason", "sealed by the court", cwd=tmp_path)
    told = " ".join(said.stdout.split())
    assert "keeps its address, with words of the order's title" in told
    assert "remove the order's lines from both" in told
    succeed("build", "--quiet", cwd=tmp_path)
    left = {file for file in find_in_site(tmp_path, NAME) if address not in file}
    assert left <= {"SHA256SUMS", "sitemap.xml", "sitemap.xml.gz"}
    assert not (tmp_path / "site" / address / "order.json").exists()

    for ledger in ledgers:
        lines = ledger.read_text().splitlines(keepends=True)
        ledger.write_text("".join(one for one in lines if "quillivant" not in one))
    succeed("build", "--quiet", cwd=tmp_path)
    assert not find_in_site(tmp_path, NAME)
    assert not [one for one in ledgers if "quillivant" in normalize_alnum(one.read_text())]
    assert "none found" in run("check", "--private", cwd=tmp_path).stdout


@pytest.mark.parametrize("way", ["a link to the orders", "a copy"])
def test_the_file_of_a_withheld_order_is_not_published_with_the_owners_pages(
    tmp_path: Path, way: str
) -> None:
    begin_archive(tmp_path, "Ours")
    write_order(tmp_path, "sealed", 12, "OAKHURST DAIRY", "Nothing is said.")
    order = tmp_path / "orders/sealed.txt"
    if way == "a copy":
        (tmp_path / "docs/kept.txt").write_bytes(order.read_bytes())
    else:
        (tmp_path / "docs/raw").symlink_to("../orders")
    order.with_name("sealed.txt.yml").write_text(WITHHOLD)
    refused = run("build", "--quiet", cwd=tmp_path)
    assert refused.returncode == ExitCode.LEAKED
    assert ", of sealed.txt" in refused.stderr
    assert not (tmp_path / "site").exists()
