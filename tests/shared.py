"""Where the real orders lie that tests may read but the project does not ship."""

import os
from pathlib import Path

import pytest

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
