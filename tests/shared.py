"""Where the real orders lie that tests may read but the project does not ship."""

import os
import shutil
from pathlib import Path

import pytest

from build_scripts.storage.docs_folder import JOURNAL, MANIFEST, list_generated

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("ORDERS_SHARED", ROOT.parent / "shared"))
ORDERS = ROOT / "orders"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir() and not os.environ.get("CI"),
    reason="the folder of real orders is not beside this checkout",
)


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
    found = [*ORDERS.rglob("*.txt"), *ORDERS.rglob("*.md")]
    return sorted(path for path in found if path.name != "README.md")


def copy_hand_written_docs(target: Path) -> None:
    """Copy docs/ as a fresh clone has it: without what a build wrote there."""
    docs = ROOT / "docs"
    made = list_generated(docs)
    for path in sorted(docs.rglob("*")):
        relative = path.relative_to(docs).as_posix()
        if path.is_file() and relative not in made and path.name not in {MANIFEST, JOURNAL}:
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target / relative)
