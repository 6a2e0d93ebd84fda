"""The option --config, for commands that may have an archive: MkDocs is loaded only for one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from build_scripts.model.redaction import DEFAULT_POLICIES, Policies

Command = TypeVar("Command", bound=Callable[..., Any])


def config_option(command: Command) -> Command:
    """Add the option --config: the path of the archive's mkdocs.yml."""
    return click.option(
        "--config",
        "-f",
        default="mkdocs.yml",
        show_default=True,
        type=click.Path(dir_okay=False, path_type=Path),
        help="The site's mkdocs.yml.",
    )(command)


def is_wanted(config: Path) -> bool:
    """Return whether the running command has an archive: its `config` was named, or is here."""
    source = click.get_current_context().get_parameter_source("config")
    return source is not ParameterSource.DEFAULT or config.is_file()


def find_policies(config: Path) -> Policies:
    """Return the archive's policies for private data; where there is no archive, the usual ones.

    Raise ArchiveError as `open_archive` does.
    """
    if not is_wanted(config):
        return DEFAULT_POLICIES
    from build_scripts.cli.opening import open_archive

    return open_archive(config).policies
