"""Functions that open an archive's mkdocs.yml for commands."""

import subprocess
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from build_scripts.archive.storage.address_ledger import read_address_ledger
from build_scripts.archive.storage.link_ledger import read_ledger
from build_scripts.cli.config_option import config_option, is_wanted
from build_scripts.model.archive import Archive
from build_scripts.model.text.folding import print_line
from build_scripts.problems import ArchiveError, SiteFailedError
from build_scripts.site import pipeline
from build_scripts.site.earlier_settings import find_changes, list_old_files
from build_scripts.site.mkdocs_errors import use_plain_type_names
from build_scripts.site.mkdocs_plugin import ArchivePlugin
from build_scripts.site.settings import ArchiveSettings
from build_scripts.site.settings_files import compose_files

_YAML = "tag:yaml.org,2002:"
_CALLS = (f"{_YAML}python/object", f"{_YAML}python/module")


def with_archive(command: Callable[..., None]) -> Callable[..., None]:
    """Pass a command the settings of the archive that --config names, as its first argument."""

    @config_option
    @wraps(command)
    def opened(config: Path, **given: Any) -> None:
        command(open_archive(config), **given)

    return opened


def open_archive(config: Path) -> ArchiveSettings:
    """Open the file `config`; return the archive's settings. Raises ArchiveError."""
    opened, plugin = open_config(config)
    return plugin.find_settings(opened)


def open_archive_here(config: Path) -> ArchiveSettings | None:
    """Open the file `config` as `open_archive` does; None if it is neither named nor here."""
    return open_archive(config) if is_wanted(config) else None


def open_config(config: Path, strict: bool = False) -> tuple[MkDocsConfig, ArchivePlugin]:
    """Open the file `config`; return what MkDocs reads there, and the archive's plugin.

    Raises ArchiveError if none is valid and lists the plugin, and if it is of an earlier version.
    """
    require_config(config)
    changes = find_changes(config.read_text(encoding="utf-8", errors="replace"))
    told = [f"  line {one.line + 1}: {one.what}" for one in changes if one.what]
    if list_old_files(config.parent / "docs"):
        told.append("  docs/: move away what earlier builds wrote there")
    if told:
        raise ArchiveError(
            "\n".join([f"{config} is of an earlier version of this program.", *told])
            + "\n`orders upgrade` makes these changes, and keeps what was there."
        )
    _refuse_mistakes(config)
    use_plain_type_names()
    try:
        opened = load_config(str(config), strict=strict)
    except (MkDocsException, Abort) as error:
        raise SiteFailedError(f"{config} is not valid: {error}") from error
    # YAML with the day 2031-02-30, a number as a path, or nested too deep
    except (ValueError, TypeError, RecursionError) as error:
        raise SiteFailedError(
            f"{config} is not valid: {error}. Correct the value there."
        ) from error
    plugin = opened.plugins.get("orders-archive")
    if not isinstance(plugin, ArchivePlugin):
        raise ArchiveError("mkdocs.yml does not list the plugin orders-archive. Add it.")
    if "orders-archive #2" in opened.plugins:
        raise ArchiveError("mkdocs.yml lists the plugin orders-archive twice. Remove one.")
    return opened, plugin


def require_config(config: Path) -> None:
    """Raise ArchiveError if the file `config` is missing."""
    if not config.is_file():
        raise ArchiveError(
            f"There is no {config} here. Run the command in the archive's folder, "
            "or name the file with --config."
        )


def _refuse_mistakes(config: Path) -> None:
    """Raise SiteFailedError for a setting that has two values: YAML takes the last in silence; and
    for a tag that runs a program as MkDocs reads it.
    """
    nodes = list(compose_files(config))
    seen: set[int] = set()  # a value may hold itself
    for file, node in nodes:
        if id(node) in seen or not isinstance(node, yaml.MappingNode | yaml.SequenceNode):
            continue
        seen.add(id(node))
        if node.tag.startswith(_CALLS):
            raise SiteFailedError(
                f"{file}, line {node.start_mark.line + 1}: the tag {node.tag[len(_YAML) :]} runs "
                "a program. Remove it; write a hook instead, if the program is your own."
            )
        known: dict[str, int] = {}
        nodes += [(file, one) for one in node.value if isinstance(one, yaml.Node)]
        for key, held in node.value if isinstance(node, yaml.MappingNode) else ():
            line = key.start_mark.line + 1
            if first := known.get(str(key.value)):
                raise SiteFailedError(
                    f"{file}, line {line}: “{key.value}” is set on line {first} already. "
                    "Write what both have below the first, and remove the second."
                )
            known[str(key.value)] = line
            nodes.append((file, held))


def find_corrector(settings: ArchiveSettings) -> str:
    """Return the name for `--by`: `site_author` of mkdocs.yml, else Git's user.name, else ""."""
    if settings.author:
        return settings.author
    try:
        asked = subprocess.run(
            ["git", "config", "user.name"],
            cwd=settings.home,
            capture_output=True,
            encoding="utf-8",
            timeout=10,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""
    return print_line(asked.stdout)


def read_archive(settings: ArchiveSettings, folder: Path | None = None) -> Archive:
    """Convert the orders, or take them from the cache, and join them; `folder` has the orders if it
    is not that of the settings. Raises ArchiveError.
    """
    return pipeline.build_archive(
        folder or settings.orders,
        None,
        read_ledger(settings.link_ledger),
        read_address_ledger(settings.address_ledger),
        settings.conversion_options(),
        settings.authority_page_from,
    )
