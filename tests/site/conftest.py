"""A site built as a newcomer builds it, and a browser to read it with.

The site is served below /archive/, as a project page of a host would be.
"""

import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from build_scripts.archive.storage.publication_log import write_log
from build_scripts.model.publication_log import LogLine, join_digests
from tests.commands import build_with_mkdocs
from tests.made_once import make_once
from tests.serving import serve_site
from tests.shared import ROOT, begin_project, find_specimens
from tests.site.policy_server import serve_strictly
from tests.site.widths import DESKTOP

SITE_URL = "https://example.org/archive/"

# A raw order that a maintainer drops into the folder: nothing of it is shipped.
DROPPED = """\
[SPECIMEN: fictional parties, judge and docket number.]

UNITED STATES DISTRICT COURT
DISTRICT OF OREGON

QUILL AND FEATHER PRESS, INC.,
Plaintiff,
v.
HARBOR LIGHT BOOKS LLC,
Defendant.

Case No. 3:21-cv-00417-TVB

**ORDER DENYING MOTION TO DISMISS**

Defendant Harbor Light Books LLC moves to dismiss the complaint. Dkt. No. 9. A complaint must
state a claim that is plausible on its face. *Ashcroft v. Iqbal*, 556 U.S. 662, 678 (2009). The
complaint names the windjammer catalogue that defendant copied, and when. See *Larkspur Robotics,
Inc. v. Does 1-8*, No. 3:23-cv-01234-MTO, slip op. at 2 (N.D. Cal. Mar. 4, 2024).

The motion to dismiss (Dkt. No. 9) is **DENIED**.

IT IS SO ORDERED.

Dated: August 9, 2021

THEODORA V. BRANDT
United States District Judge
"""


PRINTED = (
    (
        "UNITED STATES DISTRICT COURT",
        "DISTRICT OF OREGON",
        "MARGIT LINDQVIST, Plaintiff, v. TALLOW & WICK LLC, Defendant.",
        "Case No. 3:22-cv-00911-TVB",
        "ORDER GRANTING MOTION TO SEAL",
        "Plaintiff moves to seal one exhibit. Dkt. No. 31. The exhibit holds the recipe of a",
    ),
    (
        "candle that is a trade secret. The motion (Dkt. No. 31) is GRANTED.",
        "IT IS SO ORDERED.",
        "Dated: May 3, 2022",
        "THEODORA V. BRANDT",
        "United States District Judge",
    ),
)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's orders, settings and hand-written pages, with one order more."""
    return make_once(tmp_path_factory, "project", _copy_project)


make_built = partial(make_once, from_project="project")


def _copy_project(folder: Path) -> None:
    begin_project(folder, pages="all", page_images="true")
    shutil.copytree(find_specimens(), folder / "orders", dirs_exist_ok=True)
    (folder / "orders/dropped.txt").write_text(DROPPED, encoding="utf-8")
    print_order(folder / "orders/printed.pdf")
    begin_log(folder)


def begin_log(folder: Path) -> None:
    """Give an archive a log of publications, and with it the key that a first build would draw."""
    nothing = LogLine(1, datetime.date(2026, 1, 2), 0, 0, join_digests([]).hex(), "")
    write_log(folder / "publication_log.csv", [nothing], "5a" * 16)


def print_order(path: Path, pages: Iterable[Iterable[str]] = PRINTED) -> None:
    """Write a PDF of these pages, as a word processor prints an order."""
    canvas = Canvas(str(path), pagesize=LETTER, invariant=True)
    for page in pages:
        for place, line in enumerate(page):
            canvas.drawString(72, 720 - 24 * place, line)
        canvas.showPage()
    canvas.save()


def _build(project: Path, served: Path, **settings: str) -> None:
    """Build the project's site into `served`/archive."""
    build_with_mkdocs(project, "--strict", "--site-dir", served / "archive", **settings)


def _build_with_properdocs(project: Path, served: Path) -> None:
    """Build the same; in a process of its own, since ProperDocs takes MkDocs's place in one."""
    build = ("build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", served / "archive")
    ended = subprocess.run(
        [sys.executable, "-m", "properdocs", *build],
        cwd=project,
        env={**os.environ, "SITE_URL": SITE_URL},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr


@pytest.fixture(scope="session")
def published(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built with its public address known, which feeds and the page for 404 need: `mkdocs
    build --strict` alone does everything.
    """
    build = partial(_build, project, SITE_URL=SITE_URL)
    return make_built(tmp_path_factory, "published", build) / "archive"


@pytest.fixture(scope="session")
def site(published: Path) -> Path:
    """The same site, for tests to which its public address is nothing."""
    return published


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served; ends in /archive/."""
    with serve_site(site.parent) as address:
        yield address


@pytest.fixture
def width() -> int:
    """A desktop's; `both_widths` gives a phone's too to tests of what a screen's width changes."""
    return DESKTOP


@pytest.fixture
def page(browser: Browser, width: int) -> Iterator[Page]:
    """A page that fails on any error or foreign request."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "request",
        lambda sent: (
            problems.append(sent.url)
            if not sent.url.startswith(("http://127.0.0.1", "data:", "blob:"))
            else None
        ),
    )
    yield page
    page.close()
    assert problems == []


@pytest.fixture(scope="session")
def published_by_properdocs(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, built by ProperDocs."""
    build = partial(_build_with_properdocs, project)
    return make_built(tmp_path_factory, "properdocs", build) / "archive"


@pytest.fixture(scope="session")
def strict_address(published: Path) -> Iterator[str]:
    """Where that site is served with the headers of a strict host; ends in /archive/."""
    with serve_strictly(published.parent) as address:
        yield address


@pytest.fixture(scope="session")
def checkers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of packages that judge pages, locked by hash: axe-core and the Nu checker."""
    folder = make_once(tmp_path_factory, "checkers", fetch_checkers)
    if not (folder / "node_modules").is_dir():
        why = (folder / "why").read_text()
        assert not os.environ.get("CI"), f"The site cannot be judged: {why}"
        pytest.skip(f"The site cannot be judged: {why}")
    return folder / "node_modules"


def fetch_checkers(folder: Path) -> None:
    """Fetch the packages; where that fails, leave none of them and say why in the file `why`."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "tests/site" / name, folder)
    npm = shutil.which("npm")
    fetched = npm and subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if not fetched or fetched.returncode:
        shutil.rmtree(folder / "node_modules", ignore_errors=True)
        (folder / "why").write_text(fetched.stderr[-300:] if fetched else "npm is missing")
