"""`orders verify`: whether a published copy is what was built."""

import json
from pathlib import Path

import click

from build_scripts.archive.storage.publication_log import OwnLog, read_log
from build_scripts.cli.opening import config_option, open_archive, read_archive
from build_scripts.cli.registry import load_extension
from build_scripts.problems import ExitCode
from build_scripts.site.pipeline import build_archive
from build_scripts.site.publication_check import read_checkpoint
from build_scripts.site.verification import format_verification, present_verification, verify_site


@click.command()
@config_option
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
    be of its lines. Without --orders, and without
    mkdocs.yml, the manifest and the log alone are checked.

    Exits with 1 if anything differs, with 3 if SITE has no manifest.
    """
    archive, own, docs = None, OwnLog(), None
    if config.is_file():
        settings = open_archive(config)
        folder, docs = folder or settings.orders, settings.docs_dir
        archive, own = read_archive(settings, folder), read_log(settings.publication_log)
    elif folder is not None:
        archive = build_archive(folder)
    kept = read_checkpoint(checkpoint) if checkpoint else None
    proving = load_extension("proving")
    tokens = tuple(proving.list_token_faults(site, docs)) if proving else ()
    result = verify_site(site, folder, archive, own.lines, kept, own.key, tokens)
    if as_json:
        click.echo(json.dumps(present_verification(result), indent=1))
    else:
        for line in format_verification(result):
            click.echo(line)
    if not result.is_same:
        raise SystemExit(ExitCode.FINDINGS)
