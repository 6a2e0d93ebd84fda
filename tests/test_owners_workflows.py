"""What an owner's upload does: the steps of the recipes that `orders init --host` writes.

Actions are the hosts' own and are left out; programs that no test may run stand as small scripts in
a folder of their own, first on the path.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.cli.init import HOSTS, begin_archive
from tests.package import build_package
from tests.shared import ORDERS, ROOT
from tests.template_repository import FOLDER as TEMPLATE
from tests.template_repository import write_template
from tests.test_publishing_workflow import CLEAN, git
from tests.test_workflows import read_workflow

pytestmark = pytest.mark.build

ORDER = "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
GIVEN = {
    "${{ steps.pages.outputs.base_url }}": "https://example.org/archive",
    "${{ github.token }}": "a-token",
    "${{ github.repository }}": "us/archive",
    "${{ vars.ALERTS }}": 'motion:"expedited discovery"\n\nzebra',
    "${{ github.event.pull_request.html_url }}": "https://example.org/pull/7",
}
LEDGERS = ("address_ledger.csv", "history.csv", "publication_log.csv")


def test_the_template_repository_is_up_to_date(tmp_path: Path) -> None:
    """`python -m tests.template_repository` writes it anew."""
    write_template(tmp_path / "template")
    made, there = (
        {
            path.relative_to(one).as_posix(): path.read_bytes()
            for path in one.rglob("*.*")
            if path.is_file()
        }
        for one in (tmp_path / "template", TEMPLATE)
    )
    # What is installed here may be for another version of Python.
    *_, made_pins = made.pop("requirements.txt").decode().partition("orders-archive==")
    *_, pins = there.pop("requirements.txt").decode().partition("orders-archive==")
    assert made == there
    assert made_pins.split()[0] == pins.split()[0]
    locked = re.findall(r"(?m)^([a-z0-9-]+==\S+)", (ROOT / "requirements.txt").read_text())
    assert set(pins.split()[1:]) <= set(locked)
    assert len(pins.split()) > 40


def test_the_program_is_installed_from_a_wheel_in_the_archive(
    home: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = home / "archive"
    (wheel,) = build_package(tmp_path_factory).glob("*.whl")
    (folder / "wheels").mkdir()
    shutil.copy(wheel, folder / "wheels")
    lines = (folder / "requirements.txt").read_text().splitlines()
    program = [line for line in lines if line.startswith(("--", "orders-archive=="))]
    (tmp_path / "program.txt").write_text("\n".join(program))
    fetched = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "-q", "--no-index", "--no-deps"),
            *("-d", tmp_path, "-r", tmp_path / "program.txt"),
        ],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    shutil.rmtree(folder / "wheels")
    assert fetched.returncode == 0, fetched.stderr
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize("name", ["github_publish", "github_check", "github_alerts", "gitlab"])
def test_a_program_that_cannot_be_installed_is_told_of(home: Path, name: str) -> None:
    if name == "gitlab":
        script = yaml.safe_load((home / "archive/.gitlab-ci.yml").read_text("utf-8"))["pages"]
        steps = script["script"]
    else:
        job = {"github_publish": "build", "github_check": "check", "github_alerts": "search"}[name]
        steps = [step["run"] for step in list_commands(name, job)]
    (step,) = (one for one in steps if "requirements.txt" in one)
    pip = home / "bin/pip"
    kept = pip.read_text()
    pip.write_text("#!/bin/sh\nexit 1\n")
    ended = run(step, home / "archive", home)
    pip.write_text(kept)
    assert ended.returncode == 1
    assert "put its wheel into the folder wheels/" in ended.stdout


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one order, committed and pushed, and the programs that its recipes call."""
    place = tmp_path_factory.mktemp("owner")
    archive = place / "archive"
    begin_archive(archive, "Ours", hosts=list(HOSTS))
    shutil.copy(ORDERS / ORDER, archive / "orders")
    # What one command converted, the others here need not convert.
    settings = (archive / "mkdocs.yml").read_text()
    cached = settings.replace("format: 2", f"format: 2\n      cache: {place / 'cache'}")
    (archive / "mkdocs.yml").write_text(cached)
    scripts = {
        "orders": f'PYTHONPATH={ROOT} exec {sys.executable} -m build_scripts "$@"',
        "sudo": 'exec "$@"',
        "apt-get": 'echo "$@" >> "$HOME/installed"',
        "pip": 'echo "$@" >> "$HOME/installed"',
        "date": "echo 2031-03-01",  # "7 days ago"
        "gh": 'echo "$@ $GH_TOKEN" >> "$HOME/said"',
    }
    (place / "bin").mkdir()
    for name, script in scripts.items():
        (place / "bin" / name).write_text(f"#!/bin/sh\n{script}\n")
        (place / "bin" / name).chmod(0o755)
    # As on a host's machine: nobody is known to git.
    (place / ".gitconfig").write_text("[user]\nuseConfigOnly = true\n")
    git(place, "init", "-q", "--bare", "-b", "main", "remote")
    git(archive, "init", "-q", "-b", "main")
    git(archive, "add", "-A")
    git(archive, "commit", "-q", "-m", "Our first order")
    git(archive, "push", "-q", str(place / "remote"), "main")
    return place


def check_out(home: Path, name: str) -> Path:
    """Fetch the last commit alone, as hosts do."""
    git(home, "clone", "-q", "--depth", "1", f"file://{home}/remote", name)
    return home / name


def run(
    command: str, folder: Path, home: Path, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run a step of a recipe as its host does."""
    for expression, value in GIVEN.items():
        command = command.replace(expression, value)
    assert "${{" not in command
    environment = {
        **CLEAN, "HOME": str(home), "PATH": f"{home / 'bin'}:{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(home / "summary"), **settings,
    }  # fmt: skip
    return subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def run_job(name: str, job: str, folder: Path, home: Path) -> None:
    """Run the steps of a job that are commands; all must succeed."""
    for step in list_commands(name, job):
        asked = {key: _fill(value) for key, value in step.get("env", {}).items()}
        ended = run(step["run"], folder, home, **asked)
        assert ended.returncode == 0, (step, ended.stdout[-1500:], ended.stderr[-1500:])


def list_commands(name: str, job: str) -> list[dict[str, Any]]:
    return [step for step in read_workflow(name)["jobs"][job]["steps"] if "run" in step]


def _fill(value: str) -> str:
    for expression, given in GIVEN.items():
        value = value.replace(expression, given)
    return value


def test_an_upload_to_github_is_published_and_remembered(home: Path) -> None:
    built = check_out(home, "built")
    run_job("github_publish", "build", built, home)
    assert "https://example.org/archive/" in (built / "site/sitemap.xml").read_text("utf-8")
    assert "1 order, " in (home / "summary").read_text("utf-8")
    installed = (home / "installed").read_text()
    assert "tesseract-ocr antiword libwpd-tools" in installed
    assert "install -q -r requirements.txt" in installed

    # Somebody uploads another order meanwhile.
    other = check_out(home, "other")
    (other / "orders/second.txt").write_text("second")
    git(other, "add", "-A")
    git(other, "commit", "-q", "-m", "A second order")
    remembering = check_out(home, "remembering")
    git(other, "push", "-q")
    for ledger in LEDGERS:
        shutil.copy(built / ledger, remembering)
    run_job("github_publish", "remember", remembering, home)
    last = check_out(home, "last")
    assert {*LEDGERS, "orders"} <= {path.name for path in last.iterdir()}
    assert (last / "orders/second.txt").is_file()
    assert git(last, "log", "-1", "--format=%an") == "github-actions[bot]\n"

    # The same once more has nothing to say, and an archive without orders has no ledgers.
    before = git(last, "rev-parse", "HEAD")
    run_job("github_publish", "remember", last, home)
    assert git(last, "ls-remote", "origin", "main").split()[0] == before.strip()
    git(last, "rm", "-q", *LEDGERS)
    git(last, "commit", "-q", "-m", "None")
    run_job("github_publish", "remember", last, home)

    # A protected branch: nothing is published.
    hook = home / "remote/hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    (last / LEDGERS[0]).write_text("address\n")
    (step,) = list_commands("github_publish", "remember")
    refused = run(step["run"], last, home)
    hook.unlink()
    assert refused.returncode == 1
    assert "::error::" in refused.stdout
    assert read_workflow("github_publish")["jobs"]["deploy"]["needs"] == "remember"


def test_a_pull_request_is_told_what_is_doubtful(home: Path) -> None:
    folder = check_out(home, "pulled")
    (folder / "orders/letter.txt").write_text("Dear Sir,\n\nplease find our brief enclosed.\n")
    run_job("github_check", "check", folder, home)
    said = (folder / "findings.md").read_text("utf-8")
    assert "\n    orders/letter.txt\n" in said
    assert all(line.startswith("    ") for line in said.splitlines()[2:] if line)
    assert said in (home / "summary").read_text("utf-8")
    run_job("github_check", "comment", folder, home)
    assert (home / "said").read_text() == (
        "pr comment https://example.org/pull/7 --body-file findings.md --edit-last"
        " --create-if-none a-token\n"
    )


def test_searches_that_found_new_orders_open_an_issue(home: Path) -> None:
    """Of two searches one finds an order that came on the first day of the week."""
    folder = check_out(home, "alerted")
    digest = sha256((folder / "orders" / Path(ORDER).name).read_bytes()).hexdigest()
    (folder / "history.csv").write_text(
        "date,event,file,sha256,rules,changes\n"
        f"2031-03-01,added,{Path(ORDER).name},{digest},0.2.0,\n"
    )
    (home / "said").unlink(missing_ok=True)
    run_job("github_alerts", "search", folder, home)
    run_job("github_alerts", "alert", folder, home)
    assert (home / "said").read_text() == (
        "issue create --title New orders since 2031-03-01: "
        'motion:"expedited discovery" --body-file alerts/1.md a-token\n'
    )
    told = (folder / "alerts/1.md").read_text("utf-8")
    assert "\n    1 order\n" in told
    assert Path(ORDER).name in told


def test_gitlab_publishes_once_the_ledgers_are_committed(home: Path) -> None:
    folder = home / "archive"
    pages = yaml.safe_load((folder / ".gitlab-ci.yml").read_text("utf-8"))["pages"]
    settings = {"CI_PAGES_URL": "https://ours.gitlab.example/archive"}
    refused = run("\n".join(pages["script"]), folder, home, **settings)
    assert refused.returncode == 1
    assert "Nothing was published" in refused.stdout.splitlines()[-1]
    assert "https://ours.gitlab.example/archive/" in (folder / "site/sitemap.xml").read_text(
        "utf-8"
    )
    assert not (folder / "public").exists()
    assert pages["artifacts"] == {"when": "always", "paths": ["public", *LEDGERS]}
    git(folder, "add", *LEDGERS)
    git(folder, "commit", "-q", "-m", "The ledgers of the first build")
    *_, look, move = pages["script"]
    assert run(f"{look}\n{move}", folder, home).returncode == 0
    assert (folder / "public/index.html").is_file()


def test_hosts_that_can_read_no_scan_are_given_the_built_site(home: Path) -> None:
    folder = home / "archive"
    told = tomllib.loads((folder / "netlify.toml").read_text("utf-8"))["build"]
    assert told["publish"] == "site"
    refused = run(told["command"], folder, home)
    assert (refused.returncode, refused.stdout[:13]) == (1, "Build at home")
    assert tomllib.loads((folder / "wrangler.toml").read_text("utf-8")) == {
        "name": "ours",
        "pages_build_output_dir": "site",
        "compatibility_date": "2026-01-01",
    }
