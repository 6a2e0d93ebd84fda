"""`orders serve`: the site as readers will see it, on this machine."""

import logging
from pathlib import Path

import click
from mkdocs.commands.serve import serve as serve_site

from build_scripts.cli.config_option import config_option
from build_scripts.cli.opening import open_config
from build_scripts.site.own_address import HERE, listen


@click.command()
@config_option
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="The port of 127.0.0.1 at which it is shown.",
)
def serve(config: Path, port: int) -> None:
    """Build the site, show it at http://127.0.0.1:8000, and build it again when a file changes.

    Ctrl-C ends it. Only this machine sees it, and nothing of it is published: `orders build` makes
    what you upload.
    """
    open_config(config)  # explains what to do if there is none
    listen(port).close()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    serve_site(str(config), dev_addr=f"{HERE}:{port}")
