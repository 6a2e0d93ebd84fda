"""Orders that print what another one withholds: built without them, told, published when allowed."""

import json
import shutil
from pathlib import Path

import pytest

from build_scripts.problems import ExitCode
from build_scripts.site.texts import list_site_texts
from build_scripts.text.folding import normalize_alnum
from tests.commands import run
from tests.shared import ROOT, copy_hand_written_docs
from tests.site_build.test_withheld_words import COURT, MAIL, SHELTER

pytestmark = pytest.mark.build

ACCOUNT = "X12-345678"
WITHHOLD = "withhold: {what: passage, words: the shelter at Harrow Lane, reason: safety}\n"
ORDERS = {
    "owner": f"Plaintiff wrote from {MAIL} about account number {ACCOUNT}.\n\n{SHELTER}",
    "mail": "He wrote to ada vale, quillpress example.",
    "account": f"Statements of {ACCOUNT} were copied.",
    "passage": SHELTER,
    "plain": "Nothing of the kind is said.",
}
PLAINTIFFS = {
    "owner": "MARGATE ORCHARDS",
    "mail": "TAMARACK CANNERY",
    "account": "OAKHURST DAIRY",
    "passage": "LARKSPUR FOUNDRY",
    "plain": "FENWICK TANNERY",
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An archive's folder, not built yet."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    copy_hand_written_docs(tmp_path / "docs")
    (tmp_path / "orders").mkdir()
    for number, (name, words) in enumerate(ORDERS.items(), start=11):
        text = COURT.format(number=number, words=words).replace("JANE ROE", PLAINTIFFS[name])
        (tmp_path / f"orders/{name}.txt").write_text(text)
    return tmp_path


def find_in_site(home: Path, *words: str) -> set[str]:
    """The files of the site that hold any of the words, in any print."""
    bare = [normalize_alnum(each) for each in words]
    return {
        text.file
        for text in list_site_texts(home / "site")
        if any(each in normalize_alnum(text.text) for each in bare)
    }


def list_held_back(home: Path) -> dict[str, str]:
    """By file, where `orders check` says that withheld words stand."""
    checked = run("check", "--json", cwd=home)
    assert checked.returncode in (ExitCode.OK, ExitCode.FINDINGS), checked.stderr
    told = [one for one in json.loads(checked.stdout)["findings"] if one["code"] == "held-back"]
    assert bool(told) == (checked.returncode == ExitCode.FINDINGS)
    assert not [one for one in told if "vale" in one["message"] or "345678" in one["message"]]
    return {one["path"]: one["place"] for one in told}


def test_the_others_are_published(home: Path) -> None:
    """Four builds, of which the second says the same."""
    built = run("build", "--quiet", cwd=home)
    assert built.returncode == ExitCode.HELD_BACK, built.stderr
    assert "account.txt, page 1, line 14: Words that owner.txt withholds (account num" in (
        " ".join(built.stderr.split())
    )
    assert "345678" not in built.stderr
    assert list_held_back(home) == {
        "account.txt": "page 1, line 14",
        "mail.txt": "page 1, line 14",
    }
    assert not find_in_site(home, MAIL, ACCOUNT, PLAINTIFFS["mail"], PLAINTIFFS["account"])
    for name in ("owner", "passage", "plain"):
        assert find_in_site(home, PLAINTIFFS[name]), name
    assert "none found" in run("check", "--private", cwd=home).stdout
    stands = run("build", cwd=home)
    assert "Held back until you say what may be published: 2." in stands.stderr
    assert stands.returncode == ExitCode.HELD_BACK

    # A passage is withheld that an order prints which was published: its page says no more.
    address = next(place.parent for place in (home / "site/orders").rglob("2024-*/index.html")
                   if "Larkspur" in place.read_text())  # fmt: skip
    (home / "orders/owner.txt.yml").write_text(WITHHOLD)
    rebuilt = run("build", "--quiet", cwd=home)
    assert rebuilt.returncode == ExitCode.HELD_BACK, rebuilt.stderr
    assert list_held_back(home)["passage.txt"] == "page 1, line 14"
    assert not find_in_site(home, MAIL, ACCOUNT, "shelter at Harrow Lane", "Larkspur Foundry")
    assert "withheld" in (address / "index.html").read_text()
    assert not (address / "order.json").exists()
    assert find_in_site(home, PLAINTIFFS["owner"])

    # One editor withholds there too, the others let the words stand.
    (home / "orders/mail.txt.yml").write_text("allow: {words: 'ada vale, quillpress example'}\n")
    (home / "orders/account.txt.yml").write_text(f"withhold: {{what: passage, words: {ACCOUNT}}}\n")
    (home / "orders/passage.txt.yml").write_text("allow: {words: the shelter at Harrow Lane}\n")
    mended = run("build", "--quiet", cwd=home)
    assert mended.returncode == ExitCode.OK, mended.stderr
    assert list_held_back(home) == {}
    for name, plaintiff in PLAINTIFFS.items():
        assert find_in_site(home, plaintiff), name
    assert not find_in_site(home, ACCOUNT)
    shelters = find_in_site(home, "shelter at Harrow Lane")
    assert shelters
    assert not [file for file in shelters if "2-24-cv-00011" in file]
