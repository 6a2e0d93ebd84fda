"""What the owner's pages say is true: each command runs as it is written, each picture is the code's."""

import re
import shutil
import signal
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from urllib.request import urlopen

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.cli.init import FILES, HOSTS, begin_archive
from build_scripts.cli.opening import open_archive
from build_scripts.model.description import FIELDS
from tests import commands
from tests.commands import Ended
from tests.processes import start_process
from tests.serving import hold_port
from tests.shared import ORDERS, ROOT, begin_project
from tests.site.conftest import print_order

pytestmark = pytest.mark.build

DOCS = ROOT / "docs"
NEW_ARCHIVE = ROOT / "build_scripts/cli/new_archive"
KEPT = "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
ADDED = "cand/4-24-cv-03310/2024-06-24-order-remanding-case-sua-sponte.txt"


def list_commands(page: str) -> list[str]:
    """The indented blocks of a page, a command a line."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(r"(?m)^ {4}(\S.*)$", text)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of one order in a repository of its own, and a new order beside it."""
    home = begin_project(tmp_path / "archive", KEPT)
    shutil.copy(ROOT / ".gitattributes", home)
    shutil.copy(NEW_ARCHIVE / "gitignore", home / ".gitignore")
    (tmp_path / "inbox").mkdir()
    shutil.copy(ORDERS / ADDED, tmp_path / "inbox/order.txt")
    subprocess.run(["git", "init", "-q"], cwd=home, check=True)
    return home


def name_environment(home: Path) -> dict[str, str]:
    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "GIT_AUTHOR_NAME": "A. Librarian",
        "GIT_AUTHOR_EMAIL": "librarian@example.org",
        "GIT_COMMITTER_NAME": "A. Librarian",
        "GIT_COMMITTER_EMAIL": "librarian@example.org",
        "LC_ALL": "C.UTF-8",
    }


def run_command(command: str, folder: Path, home: Path) -> str:
    """Run a command as an owner types it; it must succeed. The shell reads `orders` commands too,
    and hands their arguments over.
    """
    run = subprocess.run(
        ["/bin/sh", "-c", f"orders() {{ printf '%s\\0' \"$@\"; }}\n{command}"],
        cwd=folder,
        env=name_environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    ended: subprocess.CompletedProcess[str] | Ended = run
    if command.startswith("orders "):
        *arguments, _ = run.stdout.split("\0")
        ended = commands.run(*arguments, cwd=folder, env=name_environment(home))
    assert ended.returncode == 0, (command, ended.stdout[-500:], ended.stderr[-1500:])
    return ended.stdout + ended.stderr


def look_at(serve: str, folder: Path, home: Path) -> bytes:
    """Run `orders serve` until it says where the site is; return the home page it shows there."""
    said = ""
    with (
        hold_port() as port,
        start_process(
            ["/bin/sh", "-c", f"exec {serve} --port {port}"],
            cwd=folder,
            env=name_environment(home),
            stderr=subprocess.PIPE,
            text=True,
        ) as running,
    ):
        assert running.stderr
        for line in running.stderr:
            said += line
            if found := re.search(r"http://127\.0\.0\.1:\d+/\S*", line):
                with urlopen(found[0]) as answer:
                    page: bytes = answer.read()
                running.send_signal(signal.SIGINT)
                said += running.stderr.read()
                break
        running.wait(60)
    assert running.returncode == 0, said
    return page


def test_every_step_of_the_first_ten_minutes_is_as_it_says(tmp_path: Path) -> None:
    """From a folder of downloads to a website; the tests of the package install it."""
    (tmp_path / "Downloads").mkdir()
    print_order(tmp_path / "Downloads/document.pdf")
    install, begin, enter, *steps = list_commands("start.md")
    assert (install, enter) == ('pipx install ".[review]"', "cd my-archive")
    run_command(begin, tmp_path, tmp_path)
    archive = tmp_path / "my-archive"
    said = {}
    for step in steps:
        if step == "orders serve":
            page = LexborHTMLParser(look_at(step, archive, tmp_path))
        else:
            said[step] = run_command(step, archive, tmp_path)
    assert list(said) == [
        "orders add ~/Downloads/*.pdf",
        "orders check",
        "orders build",
        "orders check --private",
    ]
    assert "3-22-cv-00911" in said["orders add ~/Downloads/*.pdf"]
    assert page.css_first("title").text() == "Court orders - Orders of Judge Roe"
    assert "says who keeps them" in page.css_first("article p").text()
    assert "files; none found" in said["orders check --private"]
    (order,) = archive.glob("site/orders/*/3-22-cv-00911*/*/index.html")
    assert "Lindqvist" in order.read_text(encoding="utf-8")


def test_every_command_of_running_an_archive_runs(archive: Path) -> None:
    """In the sequence of the page: an order is added, published, withheld, and the rest kept."""
    steps = list_commands("running.md")
    assert len(steps) >= 15
    assert {step.split()[0] for step in steps} == {"orders", "git", "tar"}
    said = [run_command(step, archive, archive.parent) for step in steps]
    assert any(re.search(r"\d orders?, 1 withheld, ", one) for one in said)
    assert list(archive.glob("orders/*/4-24-cv-03310*/order.txt"))
    assert any(one.count(": merge: union") == 3 for one in said)
    with tarfile.open(archive.parent / "archive-backup.tar.gz") as backup:
        saved = {name for name in backup.getnames() if "/.git/" not in name}
    assert {
        f"./{name}" for name in ("history.csv", "address_ledger.csv", f"orders/{KEPT}")
    } <= saved
    assert "sealed by the court" in (archive / f"orders/{KEPT}.yml").read_text(encoding="utf-8")
    pages = list((archive / "site/orders").rglob("index.html"))
    assert pages
    texts = "".join(page.read_text(encoding="utf-8") for page in pages)
    assert "Larkspur" not in texts


def list_inputs(archive: Path) -> set[str]:
    """All that an archive may hold and no build makes, as the code names it: files and folders."""
    settings = open_archive(archive / "mkdocs.yml")
    of_code = [settings.orders, settings.docs_dir, *settings.list_sources()]
    given = {place for host in HOSTS.values() for place in host["files"].values()}
    names = {path.relative_to(archive).as_posix() for path in of_code} | given | set(FILES.values())
    return {f"{name.partition('/')[0]}/" if "/" in name else name for name in names}


def test_a_backup_has_every_file_that_no_build_makes(tmp_path: Path) -> None:
    """The page names each; the archive that is unpacked is built to the same site and history."""
    home = tmp_path / "archive"
    begin_archive(home, "Ours", "https://ours.example/", list(HOSTS))
    shutil.copy(ORDERS / KEPT, home / "orders/order.txt")
    (home / "interface").mkdir()
    (home / "interface/en.toml").touch()
    (home / "link_ledger.csv").write_text("citation,outcome,url,case_name,checked\n")
    run_command("orders build", home, tmp_path)
    inputs = {name.rstrip("/") for name in list_inputs(home)} | {"wheels"}
    section = (DOCS / "running.md").read_text("utf-8").partition("## Keep it safe\n")[2]
    section = section.partition("\n## ")[0]
    named = {name.rstrip("/") for name in re.findall(r"`([\w./-]+)`", section)}
    assert inputs == named - {"site", ".cache", "docs/orders"}
    made = (home / ".gitignore").read_text().split()
    (line,) = re.findall(r"(?m)^ {4}(tar .*)$", section)
    assert {f"/{name}/" for name in re.findall(r"--exclude=\./(\S+)", line)} <= set(made)
    run_command(line, home, tmp_path)
    copy = tmp_path / "copy"
    copy.mkdir()
    run_command("tar -xzf ../archive-backup.tar.gz", copy, tmp_path)
    assert {path.name for path in copy.iterdir()} >= inputs - {"wheels"}
    run_command("orders build", copy, tmp_path)
    for name in ("history.csv", "address_ledger.csv", "publication_log.csv", "site/SHA256SUMS"):
        assert (copy / name).read_bytes() == (home / name).read_bytes()


def read_readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_figures_of_the_readme_were_measured() -> None:
    points = re.findall(r"(?m)^- \*\*[^*]+\*\*((?:.|\n  )+)", read_readme())
    assert len(points) == 5
    measured = set(re.findall(r"\d[\d,.]*\d|\d", (DOCS / "benchmarks.md").read_text("utf-8")))
    for point in points:
        figures = re.findall(r"\d[\d,.]*\d|\d", point)
        assert figures, point
        assert set(figures) <= measured, point


def test_the_first_commands_of_the_readme_need_no_package_index() -> None:
    """The package is on none yet; what will work once it is released is one sentence."""
    text = read_readme()
    first, second = re.findall(r"(?s)```sh\n(.*?)```", text)
    targets = re.findall(r"(?m)^make (\w+)", first)
    assert targets == ["site", "test"]
    makefile = (ROOT / "Makefile").read_text()
    assert all(re.search(rf"(?m)^{target}:", makefile) for target in targets)
    assert second.splitlines()[0] == 'pipx install ".[review]"'
    for document in (text, (DOCS / "start.md").read_text("utf-8")):
        sentences = re.split(r"(?<=[.:])\s", document)
        waiting = [one for one in sentences if re.search(r"install \S*orders-archive|uvx", one)]
        assert all("Once the package is released" in one for one in waiting)
        assert len(waiting) == 1


def test_links_of_the_readme_lead_to_files() -> None:
    links = re.findall(r"\]\(([^)]+)\)", read_readme().partition("## More\n")[2])
    assert len(links) > 4
    for link in links:
        assert (ROOT / link.partition("#")[0]).exists(), link


# What the owner's picture calls a stage whose package is named by what it makes.
DOES = {"archive": "cataloging", "pages": "publishing", "search": "searching"}


def list_ladder() -> list[str]:
    """The packages of the stages, as the import ladder names them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    ladder, *_ = settings["tool"]["importlinter"]["contracts"]
    (stages,) = (layer for layer in ladder["layers"] if "cleaning" in layer)
    return [stage.strip() for stage in stages.split("|")]


def test_the_picture_of_the_stages_is_that_of_the_code() -> None:
    tree = LexborHTMLParser((DOCS / "how_it_works.md").read_text(encoding="utf-8"))
    drawn = [node.text() for node in tree.css("svg text[text-anchor=middle]")]
    assert drawn[0] == "orders/"
    assert drawn[-1] == "site/"
    packages = list_ladder()
    assert all((ROOT / "build_scripts" / package).is_dir() for package in packages)
    stages = [DOES.get(package, package) for package in packages]
    assert drawn[1:-1] == stages
    words = tree.css_first("svg desc").text()
    assert re.findall(rf"\b(?:{'|'.join(stages)})\b", words) == stages
    named = re.findall(r"(?m)^\d\. \*\*(\w+)\*\*", (DOCS / "how_it_works.md").read_text("utf-8"))
    assert [name.lower() for name in named] == stages


def test_the_stages_of_the_design_are_packages() -> None:
    (picture,) = re.findall(
        r"(?s)## One direction\n\n```\n(.*?)```", (DOCS / "design.md").read_text()
    )
    stages = re.findall(r"(?m)^  (\w+)/ +→", picture)
    ladder = [one for one in list_ladder() if one != "search"]
    assert stages == ladder


def test_the_picture_is_drawn_in_the_colours_of_the_page() -> None:
    svg = re.search(r"<svg.*?</svg>", (DOCS / "how_it_works.md").read_text("utf-8"), re.DOTALL)
    assert svg
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg[0])) == {"none", "currentColor"}
    assert "style" not in svg[0]
    assert 'role="img"' in svg[0]


def test_what_fields_mean_names_fields_that_there_are() -> None:
    meaning = (DOCS / "fields.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"(?m)^\| `(\w+)`", (DOCS / "data.md").read_text(encoding="utf-8")))
    named = set(re.findall(r"`([a-z]+(?:_[a-z]+)*)`", meaning)) - {"cv", "cr", "mc"}
    assert named <= listed
    assert set(FIELDS) <= listed


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/design.md"])
def test_the_files_that_developers_are_told_of_are_there(page: str) -> None:
    """A folder of the package is named without it: `site/files.py`."""
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`([\w/.*-]+\.(?:py|toml|jsonl?|js|txt|sh))`", text)
    folders = [ROOT / folder for folder in ("build_scripts", "tests", "tools")]
    assert len(named) >= 10
    gone = [
        name
        for name in named
        if not (any(ROOT.glob(name)) or any(any(one.rglob(name)) for one in folders))
    ]
    assert gone == []


def test_the_tests_that_security_names_are_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/.]+)`", text)
    assert len(named) >= 8
    assert [path for path in named if not (ROOT / path).exists()] == []
