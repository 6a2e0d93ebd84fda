"""The orders that tests read: the specimens, and real ones that the project does not ship."""

import os
import re
import shutil
from pathlib import Path

import pytest

from tests import shipped_specimens
from tests.shipped_specimens import ROOT

SHARED = Path(os.environ.get("ORDERS_SHARED", ROOT.parent / "shared"))

LACKS_SHARED = not SHARED.is_dir() and not os.environ.get("ORDERS_SHARED_REQUIRED")
WHY_SKIPPED = "the folder of real orders is not beside this checkout"
needs_shared = pytest.mark.skipif(LACKS_SHARED, reason=WHY_SKIPPED)


def find_specimens() -> Path:
    """Return the folder of the specimens.

    In an archive whose owner deleted them the test, or the module, that asks is skipped; it fails
    where ORDERS_SPECIMENS_REQUIRED is set, as this project's own checks set it.
    """
    if not shipped_specimens.are_here():
        gone = "the specimens that this reads are not in orders/"
        if os.environ.get("ORDERS_SPECIMENS_REQUIRED"):
            pytest.fail(gone, pytrace=False)
        pytest.skip(gone, allow_module_level=True)
    return shipped_specimens.FOLDER


def __getattr__(name: str) -> Path:
    """Find the folder for modules that read specimens throughout: they import it as ORDERS."""
    if name != "ORDERS":
        raise AttributeError(name)
    return find_specimens()


def list_text_orders() -> list[Path]:
    """The real orders in text forms: the seed, layout text, a plain-text opinion."""
    corpus = SHARED / "corpus"
    return [
        *sorted((corpus / "seed").glob("*.txt")),
        *sorted((corpus / "layout-text").glob("*.txt")),
        corpus / "other" / "opinion_text.txt",
    ]


def list_specimens() -> list[Path]:
    """The specimen orders that the project ships."""
    orders = find_specimens()
    found = [*orders.rglob("*.txt"), *orders.rglob("*.md")]
    return sorted(path for path in found if path.name != "README.md")


def copy_hand_written_docs(target: Path) -> None:
    """Copy docs/ as a fresh clone has it: without what a build wrote there."""
    docs = ROOT / "docs"
    for path in sorted(docs.rglob("*")):
        relative = path.relative_to(docs).as_posix()
        if path.is_file() and not relative.startswith("orders/"):
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target / relative)


def begin_project(folder: Path, *specimens: str, pages: str = "about.md", **settings: str) -> Path:
    """Write a project of some specimens into a folder, with settings like this project's but for
    these, and one page of docs/; `pages="all"` copies the manual.
    """
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for name, value in settings.items():
        text, found = re.subn(rf"(?m)^( +{name}:) .*$", rf"\1 {value}", text)
        assert found == 1, name
    (folder / "orders").mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    if pages == "all":
        copy_hand_written_docs(folder / "docs")
    else:
        copy_one_page(folder / "docs", pages)
    for name in specimens:
        (folder / "orders" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(find_specimens() / name, folder / "orders" / name)
    return folder


def copy_one_page(target: Path, page: str = "about.md") -> None:
    """Copy of docs/ one page alone: the manual takes a small build a third of its time."""
    target.mkdir(parents=True)
    shutil.copy(ROOT / "docs" / page, target)
