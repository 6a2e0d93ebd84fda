"""An archive's mkdocs.yml, as commands open it."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from build_scripts import pipeline
from build_scripts.mkdocs_plugin import ArchivePlugin
from build_scripts.model.archive import Archive
from build_scripts.problems import ArchiveError, SiteFailedError
from build_scripts.storage.address_ledger import read_address_ledger
from build_scripts.storage.link_ledger import read_ledger


def load_settings(config: Path, strict: bool) -> MkDocsConfig:
    """Open the file `config`. Raises ArchiveError where there is none that is valid."""
    if not config.is_file():
        raise ArchiveError(
            f"There is no {config} here. Run the command in the archive's folder, "
            "or name the file with --config."
        )
    try:
        return load_config(str(config), strict=strict)
    except (MkDocsException, Abort) as error:
        raise SiteFailedError(f"{config} is not valid: {error}") from error


def read_archive(settings: MkDocsConfig, plugin: ArchivePlugin) -> Archive:
    """Convert the orders, or take them from the cache, and join them. Raises ArchiveError."""
    links = read_ledger(plugin.find_link_ledger(settings))
    published = read_address_ledger(plugin.find_address_ledger(settings))
    folder, means = plugin.find_orders_folder(settings), plugin.find_means(settings)
    return pipeline.build_archive(folder, None, links, published, means)


def find_plugin(settings: MkDocsConfig) -> ArchivePlugin:
    """Return the archive's plugin. Raises ArchiveError where the settings do not list it."""
    plugin = settings.plugins.get("orders-archive")
    if not isinstance(plugin, ArchivePlugin):
        raise ArchiveError("mkdocs.yml does not list the plugin orders-archive. Add it.")
    return plugin
