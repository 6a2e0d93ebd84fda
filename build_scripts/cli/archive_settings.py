"""An archive's mkdocs.yml, as commands open it."""

from pathlib import Path

import click
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from build_scripts import pipeline
from build_scripts.mkdocs_plugin import ArchivePlugin
from build_scripts.model.archive import Archive
from build_scripts.problems import ArchiveError, SiteFailedError
from build_scripts.storage.address_ledger import read_address_ledger
from build_scripts.storage.link_ledger import read_ledger

config_option = click.option(
    "--config",
    "-f",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The site's mkdocs.yml.",
)


def open_archive(config: Path, strict: bool = False) -> tuple[MkDocsConfig, ArchivePlugin]:
    """Open the file `config`; return the settings and the archive's plugin.

    Raises ArchiveError where there is none that is valid and lists the plugin.
    """
    if not config.is_file():
        raise ArchiveError(
            f"There is no {config} here. Run the command in the archive's folder, "
            "or name the file with --config."
        )
    try:
        settings = load_config(str(config), strict=strict)
    except (MkDocsException, Abort) as error:
        raise SiteFailedError(f"{config} is not valid: {error}") from error
    plugin = settings.plugins.get("orders-archive")
    if not isinstance(plugin, ArchivePlugin):
        raise ArchiveError("mkdocs.yml does not list the plugin orders-archive. Add it.")
    return settings, plugin


def read_archive(settings: MkDocsConfig, plugin: ArchivePlugin) -> Archive:
    """Convert the orders, or take them from the cache, and join them. Raises ArchiveError."""
    links = read_ledger(plugin.find_link_ledger(settings))
    published = read_address_ledger(plugin.find_address_ledger(settings))
    folder, means = plugin.find_orders_folder(settings), plugin.find_means(settings)
    return pipeline.build_archive(folder, None, links, published, means)
