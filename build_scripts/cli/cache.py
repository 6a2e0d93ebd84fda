"""`orders cache`: the size of the cache of converted orders and of parts of the site."""

import click

from build_scripts.cli.opening import with_archive
from build_scripts.convert.batch import iter_entries_used
from build_scripts.site.settings import ArchiveSettings
from build_scripts.site.size import format_size


@click.command()
@with_archive
@click.option(
    "--prune",
    is_flag=True,
    help="Remove what no order here is converted to any more, and all parts of the site.",
)
def cache(settings: ArchiveSettings, prune: bool) -> None:
    """Print the size of the cache of converted orders and of parts of the site that the next build
    can use again; --prune makes it small again.

    It is in .cache next to mkdocs.yml, or at `cache` in mkdocs.yml: a folder, or an
    address that fsspec can read (s3://bucket/folder), which several machines can share. It can be
    removed at any time: the next build then converts every order again. After --prune the next
    build makes all parts of the site again.
    """
    store = settings.open_cache()
    if store is None:
        click.echo("There is no cache: `cache` in mkdocs.yml is empty.")
        return
    entries = store.list_entries()
    used = set(iter_entries_used(settings.orders, store)) & set(entries)
    stale = [name for name in entries if name not in used]
    parts = store.list_results()
    if not prune:
        size, size_of_parts = (format_size(sum(one.values())) for one in (entries, parts))
        click.echo(
            f"{len(entries):,} files, {size}; {len(stale):,} of them not used any more. "
            f"{len(parts):,} parts of the site, {size_of_parts}."
        )
        return
    store.remove((*stale, *parts))
    kept = format_size(sum(entries[name] for name in used))
    click.echo(f"{len(stale) + len(parts):,} files removed; {len(used):,} stay, {kept}.")
