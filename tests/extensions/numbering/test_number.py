"""`orders number`: a number is given once, stays, and is what the page cites."""

from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from build_scripts.extensions.numbering.cli.number import Dated, number_orders
from tests.commands import run, succeed
from tests.short_orders import write_orders
from tests.tables import each_row, list_of_tuples

ORDER = """\
UNITED STATES DISTRICT COURT
DISTRICT OF OREGON

QUILLON, Plaintiff, v. HARROW, Defendant.        No. 3:31-cv-0041{place}

ORDER DENYING MOTION TO COMPEL

Plaintiff moves to compel answers. The motion is DENIED.

DATED: {day}.

Amelia Wren
United States District Judge
"""


@each_row(orders=list_of_tuples)
def test_the_next_number_of_a_year(
    orders: list[tuple[int, tuple[str, ...]]], given: list[str]
) -> None:
    dated = [Dated(year, f"{place}.txt", said) for place, (year, said) in enumerate(orders)]
    assert [number for _, number in number_orders(dated, "HCL")] == given


@pytest.mark.build
def test_numbers_stay_and_are_cited(tmp_path: Path) -> None:
    home = tmp_path / "archive"
    begin_archive(home, "Ours")
    write_orders(home / "orders", 0, 2)
    first = succeed("number", "--mark", "HCL", cwd=home)
    assert "2 new numbers; 0 orders without a day." in first.stdout
    (home / "orders/00000.txt.yml").write_text(
        (home / "orders/00000.txt.yml").read_text() + 'note: "Ours."\n'
    )
    write_orders(home / "orders", 2, 3)
    assert "1 new number;" in run("number", "--mark", "HCL", "--print", cwd=home).stdout
    assert not (home / "orders/00002.txt.yml").exists()
    assert "1 new number;" in run("number", "--mark", "HCL", cwd=home).stdout
    assert "0 new numbers;" in run("number", "--mark", "HCL", cwd=home).stdout
    succeed("build", "--quiet", "-j1", cwd=home)
    pages = [page.read_text() for page in (home / "site").glob("orders/*/*/*/index.html")]
    assert len(pages) == 3
    assert all(" HCL " in page for page in pages)


@pytest.mark.build
def test_the_number_of_an_order_that_is_withheld_or_gone_is_never_given_again(
    tmp_path: Path,
) -> None:
    home = tmp_path / "archive"
    begin_archive(home, "Ours")
    days = ("March 4, 2031", "March 5, 2031", "March 6, 2031")
    for place, day in enumerate(days):
        (home / f"orders/{place}.txt").write_text(ORDER.format(place=place + 1, day=day))
    assert "2031 HCL 3  2.txt" in succeed("number", "--mark", "HCL", cwd=home).stdout
    succeed("build", "--quiet", "-j1", cwd=home)
    (home / "orders/1.txt.yml").write_text(
        (home / "orders/1.txt.yml").read_text() + "withhold: {what: order}\n"
    )
    for name in ("2.txt", "2.txt.yml"):
        (home / "orders" / name).unlink()
    (home / "orders/3.txt").write_text(ORDER.format(place=4, day="March 7, 2031"))
    assert "2031 HCL 4  3.txt" in succeed("number", "--mark", "HCL", cwd=home).stdout


def test_a_mark_is_letters(tmp_path: Path) -> None:
    begin_archive(tmp_path / "archive", "Ours")
    refused = run("number", "--mark", "7 U.S.", cwd=tmp_path / "archive")
    assert refused.returncode == 2
    assert "a mark is letters" in refused.stderr
