"""Orders that print what another one withholds: built without them, told, published when allowed."""

import json
from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.problems import ExitCode
from build_scripts.site.texts import list_site_texts
from tests.commands import run, succeed
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
    begin_archive(tmp_path, "Ours")
    for number, (name, words) in enumerate(ORDERS.items(), start=11):
        write_order(tmp_path, name, number, PLAINTIFFS[name], words)
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
    succeed("build", "--quiet", cwd=home)
    assert list_held_back(home) == {}
    for name, plaintiff in PLAINTIFFS.items():
        assert find_in_site(home, plaintiff), name
    assert not find_in_site(home, ACCOUNT)
    shelters = find_in_site(home, "shelter at Harrow Lane")
    assert shelters
    assert not [file for file in shelters if "2-24-cv-00011" in file]


# Numbers that stand in any list of numbers, in programs, on pleading paper.
DUMMIES = (
    "Social Security number as 123-45-6789",
    "SSN is 987-65-4321",
    "account number is 12345678",
    "Account number 0123456789",
)
LISTS = (
    "Exhibits 1, 2, 3, 4, 5, 6, 7, 8 and 9 were read, and pages 0 1 2 3 4 5 6 7 8 9.",
    "The sum of $12,345,678 was paid.",
)


def test_dummy_numbers_of_one_order_stop_nothing(tmp_path: Path) -> None:
    begin_archive(tmp_path, "Ours")
    said = ". He gave his ".join(DUMMIES)
    write_order(tmp_path, "dummy", 11, "TAMARACK CANNERY", f"He gave his {said}.")
    write_order(tmp_path, "lists", 12, "OAKHURST DAIRY", " ".join(LISTS))
    numbered = "\n".join(f"{number:2}" for number in range(1, 29))
    write_order(tmp_path, "lines", 13, "FENWICK TANNERY", f"Nothing is said.\n\n{numbered}")
    succeed("build", "--quiet", cwd=tmp_path)
    site = tmp_path / "site"
    pages = [place.read_text() for place in (site / "orders").rglob("2024-*/index.html")]
    assert len(pages) == 3
    (dummy,) = (page for page in pages if "Tamarack" in page)
    assert dummy.count("[redacted: ") >= len(DUMMIES)
    printed = ("123-45-6789", "987-65-4321", "12345678", "0123456789")
    words = [text for text in list_site_texts(site) if not text.file.startswith("assets/")]
    assert words
    assert not [text.file for text in words for number in printed if number in text.text]
    assert "none found" in run("check", "--private", cwd=tmp_path).stdout


LEAKING = """from pathlib import Path


def on_post_page(output, page, config):
    if "Larkspur" in output and page.url.startswith("orders/"):
        return output.replace("</main>", "Call (702) 555 0142.</main>")
    return output


def on_post_build(config):
    pages = Path(config.site_dir, "orders").rglob("index.html")
    if any("Tamarack" in place.read_text() for place in pages):
        Path(config.site_dir, "all.txt").write_text("ada.vale@quillpress.example")
"""


def test_what_came_into_the_site_by_another_way_is_narrowed_to_its_orders(tmp_path: Path) -> None:
    """A page of one order says what another withholds; a file of all orders what a third does."""
    begin_archive(tmp_path, "Ours")
    write_order(tmp_path, "owner", 11, "MARGATE ORCHARDS", "He may be called at (702) 555-0142.")
    write_order(tmp_path, "printing", 12, "LARKSPUR FOUNDRY", "Nothing is said.")
    write_order(tmp_path, "mail", 13, "TAMARACK CANNERY", f"She wrote from {MAIL}.")
    write_order(tmp_path, "plain", 14, "OAKHURST DAIRY", "Nothing is said.")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(f"{settings.read_text()}\nhooks: [leaking.py]\n")
    (tmp_path / "leaking.py").write_text(LEAKING)
    built = run("build", "--quiet", cwd=tmp_path)
    assert built.returncode == ExitCode.HELD_BACK, built.stderr
    told = " ".join(built.stderr.split())
    assert "printing.txt, orders/" in told
    assert "Words that owner.txt withholds (telephone number, at page 1, line 14)" in told
    assert "mail.txt, all.txt, line 1: Words that this order withholds at page 1, line 14" in told
    assert "0142" not in told
    assert "quillpress" not in told
    assert not find_in_site(tmp_path, MAIL, "702-555-0142", "Larkspur Foundry", "Tamarack Cannery")
    for plaintiff in ("Margate Orchards", "Oakhurst Dairy"):
        assert find_in_site(tmp_path, plaintiff)

    (tmp_path / "leaking.py").unlink()
    settings.write_text(settings.read_text().replace("hooks: [leaking.py]\n", ""))
    succeed("build", "--quiet", cwd=tmp_path)
    assert find_in_site(tmp_path, "Larkspur Foundry")


def write_order(home: Path, name: str, number: int, plaintiff: str, words: str) -> None:
    """Write an order of its own case into an archive."""
    text = COURT.format(number=number, words=words).replace("JANE ROE", plaintiff)
    (home / f"orders/{name}.txt").write_text(text)
