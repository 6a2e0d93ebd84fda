"""`orders verify`: whether a published copy is what was built."""

import json
from pathlib import Path

import click

from build_scripts import api
from build_scripts.extensions.proving.publication_check import read_checkpoint
from build_scripts.extensions.proving.tokens import list_token_faults
from build_scripts.extensions.proving.verification import (
    format_verification,
    present_verification,
    verify_site,
)


@click.command()
@api.config_option
@click.option(
    "--orders",
    "folder",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="The folder of raw orders, where it is not the one that mkdocs.yml names.",
)
@click.option(
    "--checkpoint",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="A publication_checkpoint.txt of this site that you kept: its log must continue that one.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@click.argument("site", type=click.Path(file_okay=False, exists=True, path_type=Path))
def verify(
    config: Path, folder: Path | None, checkpoint: Path | None, as_json: bool, site: Path
) -> None:
    """Check a published SITE against its manifest and the orders it was made from.

    SITE is a folder: one that was built, or a copy of what a host has. Each file must be there
    with its sha256 of SHA256SUMS, and no other file; each order that is to be published
    must be there, none whose file is gone, and nothing of one that is withheld. The log of
    publications must be a chain, and prove the state of each order; tokens of an outside clock must
    be of its lines. Without --orders, and without mkdocs.yml, the orders are not compared.

    Exits with 1 if anything differs, with 3 if SITE has no manifest.
    """
    archive, own, docs = None, api.OwnLog(), None
    if settings := api.open_archive_here(config):
        folder, docs = folder or settings.orders, settings.docs_dir
        archive, own = api.read_archive(settings, folder), api.read_log(settings.publication_log)
    elif folder is not None:
        archive = api.build_archive(folder)
    kept = read_checkpoint(checkpoint) if checkpoint else None
    tokens = tuple(list_token_faults(site, docs))
    result = verify_site(site, folder, archive, own.lines, kept, own.key, tokens)
    if as_json:
        click.echo(json.dumps(present_verification(result), indent=1))
    else:
        for line in format_verification(result):
            click.echo(line)
    if not result.is_same:
        raise SystemExit(api.ExitCode.FINDINGS)
