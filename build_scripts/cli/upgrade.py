"""`orders upgrade`: convert an archive of an earlier version to this version."""

import shutil
from pathlib import Path

import click

from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.cli.config_option import config_option
from build_scripts.cli.opening import require_config
from build_scripts.problems import ArchiveError
from build_scripts.site.earlier_settings import FORMAT, list_old_files, upgrade_text

_KEPT = "before-upgrade"


@click.command()
@config_option
def upgrade(config: Path) -> None:
    """Change an archive of an earlier version so that this version can build it.

    mkdocs.yml is rewritten where settings have other names or values now. It is kept as it was in
    the folder before-upgrade/, with the files that earlier versions wrote into docs/. Orders,
    corrections, ledgers, the history and your own pages stay as they are.
    """
    require_config(config)
    text = config.read_text("utf-8", "surrogateescape")
    new, docs = upgrade_text(text), config.parent / "docs"
    old_files = list_old_files(docs)
    if new == text and not old_files:
        click.echo(f"Nothing to upgrade: the archive has format {FORMAT}.")
        return
    kept = config.parent / _KEPT
    if kept.exists():
        raise ArchiveError(f"{kept} exists already. Move it elsewhere, and run the command again.")
    (kept / "docs").mkdir(parents=True)
    shutil.copy2(config, kept)
    for name in old_files:
        if not (docs / name).exists():  # moved with its folder
            continue
        (kept / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.move(docs / name, kept / "docs" / name)
    for folder in sorted(docs.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    write_atomically(config, new.encode("utf-8", "surrogateescape"))
    click.echo(
        f"{config} has format {FORMAT} now. What it was, and what earlier builds wrote into "
        f"{docs}, is in {kept}. Next: `orders check`, then `orders build`."
    )
