"""What tests of several folders share."""

import gc
import os
import re
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import reportlab.rl_config
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browsers import launch_chromium
from tests.made_once import Convert, keep_conversions, remember_stages

# A busy machine is no fault of the code; and what a change must pass is the same today as tomorrow:
# tools.fuzz looks for what nobody thought of.
settings.register_profile(
    "any machine",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("any machine")
_SLOW = 120_000  # milliseconds in which a page must have become what is expected or asked of it
expect.set_options(timeout=_SLOW)
# Whose machine it is has no part in what `orders check` prints, nor the day in what builds write.
os.environ |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
os.environ["SOURCE_DATE_EPOCH"] = "1900000000"
# What one process has compiled, the hundreds that tests begin need not compile again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# Builds and browsers make thousands of small files: they are in memory, where there is room for
# them and what a test makes there can be run.
_MEMORY = "/dev/shm"  # noqa: S108
_ROOM = 4 * 1024**3
if (
    os.access(_MEMORY, os.W_OK)
    and not os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC
    and shutil.disk_usage(_MEMORY).free > _ROOM
):
    os.environ["TMPDIR"] = tempfile.tempdir = _MEMORY
# A run asks for more patterns by their text than the 512 that `re` keeps: what it forgets is compiled
# again, in each command that is forked from a test.
re._MAXCACHE = 20_000  # type: ignore[attr-defined]
# Pictures go into PDFs as bytes: spelling them in ASCII takes reportlab seconds a page.
reportlab.rl_config.useA85 = 0


def pytest_configure() -> None:
    """Refuse to test a package that was installed before pyproject.toml changed its entry points."""
    project = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8"))
    for group, wanted in project["project"]["entry-points"].items():
        found = {one.name: one.value for one in entry_points(group=group)}
        if not wanted.items() <= found.items():
            raise pytest.UsageError(
                f"{group} of the installed package are not those of pyproject.toml. Run: "
                f"{sys.executable} -m pip install --no-deps --no-build-isolation --editable ."
            )


def pytest_sessionstart() -> None:
    """Collect no garbage while thousands of tests are loaded: they stay to the end."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Leave what was loaded out of later collections, and begin these."""
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, what needs a built site, and as "unit" what is left."""
    site = f"{Path(__file__).parent}/site/"
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if str(item.path).startswith(site):
            item.add_marker("build")
        if not any(item.get_closest_marker(kind) for kind in ("build", "browser", "ocr", "slow")):
            item.add_marker("unit")


@pytest.fixture(scope="session", autouse=True)
def _stages_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    remember_stages(tmp_path_factory)


@pytest.fixture(scope="session")
def convert_once(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Convert a raw order, or return what was made of it in this run."""
    return keep_conversions(tmp_path_factory)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium: one a process, since Playwright can be begun once alone."""
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        browser.on("context", lambda context: context.set_default_timeout(_SLOW))
        yield browser
        browser.close()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Browser]:
    """The same for one test, whose pages are closed at its end."""
    yield chromium
    for context in chromium.contexts:
        context.close()
