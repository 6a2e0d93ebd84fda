"""The MkDocs plugin: `mkdocs build`, `serve` and `gh-deploy` alone do everything."""

import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger

from build_scripts.model.archive import Archive
from build_scripts.model.page import SiteChoices
from build_scripts.pipeline import Progress, build_archive, write_archive
from build_scripts.problems import ArchiveError
from build_scripts.storage.docs_folder import WriteReport
from build_scripts.storage.link_ledger import read_ledger

log = get_plugin_logger("orders")


class ArchiveConfig(base.Config):
    """Settings below `orders-archive` in mkdocs.yml."""

    orders_dir = option.Type(str, default="orders")
    page_images = option.Type(bool, default=False)
    link_ledger = option.Type(str, default="link_ledger.csv")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the last build made, for the command line's summary."""

    archive: Archive
    report: WriteReport
    seconds: float


class ArchivePlugin(BasePlugin[ArchiveConfig]):
    """Converts the orders to pages below docs/ before MkDocs collects its files."""

    def __init__(self) -> None:
        self.progress: Progress | None = None
        self.outcome: Outcome | None = None

    def find_orders_folder(self, config: MkDocsConfig) -> Path:
        """The folder of raw orders; relative to mkdocs.yml."""
        return _find_home(config) / self.config.orders_dir

    def find_link_ledger(self, config: MkDocsConfig) -> Path:
        """The ledger of links checked on CourtListener; it may not exist."""
        return _find_home(config) / self.config.link_ledger

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Convert, write what changed, say what was found."""
        started = time.monotonic()
        try:
            folder = self.find_orders_folder(config)
            ledger = read_ledger(self.find_link_ledger(config))
            archive = build_archive(folder, self.progress, ledger)
            choices = SiteChoices(self.config.page_images, _find_public_address(config))
            report = write_archive(archive, folder, Path(config.docs_dir), choices)
        except ArchiveError as error:
            raise PluginError(str(error)) from error
        self.outcome = Outcome(archive, report, time.monotonic() - started)
        log.info(
            "%d orders, %d pages: %d written, %d unchanged, %d stale ones removed",
            len(archive.orders),
            report.pages,
            report.written,
            report.unchanged,
            report.removed,
        )
        if archive.findings:
            log.info("%d findings; `orders check` lists them", len(archive.findings))

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Watch the raw orders too, and the ledger of checked links."""
        del builder
        server.watch(str(self.find_orders_folder(config)))
        if self.find_link_ledger(config).is_file():
            server.watch(str(self.find_link_ledger(config)))
        return server


def _find_home(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return Path(config.config_file_path).parent if config.config_file_path else Path()


def _find_public_address(config: MkDocsConfig) -> str:
    """Return `site_url`, "" where it is not set or is that of `mkdocs serve` on this machine."""
    address = config.site_url or ""
    return "" if urlsplit(address).hostname in {"localhost", "127.0.0.1"} else address
