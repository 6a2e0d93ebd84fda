"""Pages as readers get them: an archive's, built by MkDocs with the theme that is shipped."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from build_scripts.model.archive import Archive
from build_scripts.model.page import DEFAULT_CHOICES, DataFile, SiteChoices, TemplatePage
from build_scripts.pages.archive_index import ArchiveIndex, build_index
from build_scripts.site.files import list_site_files
from build_scripts.site.mkdocs_plugin import ArchivePlugin
from build_scripts.site.templates import drop_controls
from tests.shared import ROOT

_SETTINGS = """\
site_name: Orders Archive
theme:
  name: orders
markdown_extensions:
  - toc:
      permalink: false
plugins:
  - orders-archive:
      search: false
{settings}
"""


def render_pages(
    archive: Archive, folder: Path, *, without: str = "none", **settings: object
) -> dict[str, str]:
    """Return the HTML of every page of an archive by its address, "" for the home page.

    `settings` are those below `orders-archive` in mkdocs.yml. Files that readers fetch are empty;
    pages whose path begins as the pattern `without` says are left out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "orders").mkdir(exist_ok=True)
    (folder / "docs").mkdir(exist_ok=True)
    lines = "\n".join(f"      {name}: {value}" for name, value in settings.items())
    written = folder / "mkdocs.yml"
    written.write_text(_SETTINGS.format(settings=lines), encoding="utf-8")
    config = load_config(str(written), strict=True)
    own = {
        "build_archive": lambda *_: archive,
        "list_site_files": partial(_list_files, re.compile(without)),
        "digest_original": lambda *_, **__: "",  # of made orders there are no files
    }
    with patch.multiple("build_scripts.site.mkdocs_plugin", **own):
        build(config)
    site = folder / "site"
    return {
        page.parent.relative_to(site).as_posix().removeprefix("."): page.read_text("utf-8")
        for page in site.rglob("index.html")
    }


def list_pages(archive: Archive) -> list[TemplatePage]:
    """Return every page of an archive."""
    made = list_site_files(build_index(archive), Path(), DEFAULT_CHOICES)
    return [one for one in made if isinstance(one, TemplatePage)]


def render_macro(template: str, macro: str, *values: object) -> str:
    """Return what a macro of the theme's pages writes; addresses stay as they are."""
    loader = FileSystemLoader(ROOT / "build_scripts/pages/theme")
    environment = Environment(loader=loader, autoescape=True)
    config = MkDocsConfig()
    config.theme = Theme("orders")
    ArchivePlugin().on_env(environment, config=config, files=Files([]))
    environment.autoescape = True
    environment.filters["url"] = str
    names = ", ".join(f"v{number}" for number in range(len(values)))
    path = f"pages/macros/{template}.html"
    source = f'{{% from "{path}" import {macro} with context %}}{{{{ {macro}({names}) }}}}'
    given = {f"v{number}": value for number, value in enumerate(values)}
    return drop_controls(environment.from_string(source).render(given))


def _list_files(
    without: re.Pattern[str], index: ArchiveIndex, folder: Path, choices: SiteChoices, *_: object
) -> Iterator[TemplatePage | DataFile]:
    for file in list_site_files(index, folder, choices):
        if not without.match(file.path):
            yield DataFile(file.path, partial(bytes)) if isinstance(file, DataFile) else file
