"""What stands around pages and is made once for many of them is what each would have made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2.runtime import Context
from mkdocs.commands.build import build
from mkdocs.config import load_config

from build_scripts.site.templates import KeptParts
from tests.shared import ORDERS

SETTINGS = """\
site_name: Orders
theme: {name: orders}
plugins:
  - orders-archive: {search: true}
nav:
  - index.md
  - Judges: judges/index.md
  - About: [about.md, guides/first/start.md, cases/guides/rules.md]
"""
OWN_PAGES = ("about.md", "guides/first/start.md", "cases/guides/rules.md")


def test_kept_parts_are_those_of_each_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = _build(tmp_path / "kept")
    monkeypatch.setattr(KeptParts, "_keep", _make_anew)
    assert kept == _build(tmp_path / "anew")


def _make_anew(_: KeptParts, context: Context, name: str, render: Callable[[], str]) -> str:
    del context, name
    return render()


def _build(folder: Path) -> dict[str, bytes]:
    for page in OWN_PAGES:
        place = folder / "docs" / page
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("# Words\n", encoding="utf-8")
    orders = folder / "orders"
    orders.mkdir()
    for order in sorted(ORDERS.rglob("*.txt"))[:4]:
        (orders / order.name).write_bytes(order.read_bytes())
    settings = folder / "mkdocs.yml"
    settings.write_text(SETTINGS, encoding="utf-8")
    build(load_config(str(settings)))
    site = folder / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*.html")}
