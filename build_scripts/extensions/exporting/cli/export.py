"""`orders export`: the archive in forms that other programs keep."""

import gzip
import shutil
from importlib.util import find_spec
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from build_scripts import api
from build_scripts.extensions.exporting.bagit import PAYLOAD, close_bag
from build_scripts.extensions.exporting.conformance import write_conformance
from build_scripts.extensions.exporting.datasette import export_datasette

_LEVEL = 6  # of gzip


@click.command()
@api.with_archive
@click.option("--passages", is_flag=True, help="Each paragraph with its page, line and citation.")
@click.option("--parquet", is_flag=True, help="The database's tables; needs pyarrow.")
@click.option("--datasette", is_flag=True, help="The database with a search, and its metadata.")
@click.option("--acr", is_flag=True, help="A report on accessibility, WCAG 2.1 A and AA.")
@click.option("--bagit", is_flag=True, help="All of it as a bag that proves itself complete.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export(settings: api.ArchiveSettings, folder: Path, **wanted: bool) -> None:
    """Write the archive into FOLDER, which is new or empty, in forms that other programs keep.

    \b
      orders export --passages ../passages
      orders export --parquet --datasette ../data
      orders export --bagit ../kept
      orders export --acr ../procurement

    Each form is a folder of its own, the report a Markdown file. A bag contains the built site
    too, all of it in data/. docs/data.md describes each form and how to open it.
    """  # noqa: D301
    forms = {name for name, is_wanted in wanted.items() if is_wanted}
    if not forms:
        raise click.UsageError("Say in which form: --passages, --parquet, --datasette, …")
    if "parquet" in forms and not find_spec("pyarrow"):
        raise api.MissingExtraError("Parquet", "parquet")
    if folder.exists() and any(folder.iterdir()):
        raise api.ArchiveError(f"{folder} is not empty. Name a new folder.")
    if "bagit" in forms:
        _require_site(settings, folder)
    folder.mkdir(parents=True, exist_ok=True)
    # A form has its name when all forms are whole: the disk may be full.
    with api.with_filename(folder), TemporaryDirectory(dir=folder, prefix=".") as place:
        whole = Path(place, "whole")
        payload = whole / PAYLOAD if "bagit" in forms else whole
        payload.mkdir(parents=True)
        if "bagit" in forms:
            # shutil.copytree would not end at the first file that can't be written.
            for file in filter(Path.is_file, settings.site_dir.rglob("*")):
                target = payload / file.relative_to(settings.site_dir)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file, target)
        if forms != {"bagit"}:
            _write(settings, forms, payload)
        if "bagit" in forms:
            choices = settings.choose()
            facts = {
                "Source-Organization": choices.archive_owner,
                "External-Description": choices.site_name,
                "External-Identifier": choices.site_url,
                "Bag-Software-Agent": "orders-archive",
            }
            close_bag(whole, facts)
        for made in whole.iterdir():
            made.rename(folder / made.name)
    written = sum(path.is_file() for path in folder.rglob("*"))
    click.echo(f"{folder}: {api.count(written, 'file')}")


def _require_site(settings: api.ArchiveSettings, folder: Path) -> None:
    """Raise ArchiveError if there is no whole site to copy, or `folder` is in it."""
    site = settings.site_dir
    if not (site / "SHA256SUMS").is_file():
        raise api.ArchiveError(f"{site} holds no built site. Build it first: orders build")
    if not api.compare_files(api.read_manifest(site)[0], api.hash_site(site)).is_same:
        raise api.ArchiveError(
            f"{site} is not as it was built: `orders verify` lists what differs. Build it again, "
            "then export it."
        )
    if folder.resolve().is_relative_to(site.resolve()):
        raise api.ArchiveError(f"{folder} lies in the site itself. Name another folder.")


def _write(settings: api.ArchiveSettings, forms: set[str], payload: Path) -> None:
    index = api.read_index(settings)
    choices = settings.choose()
    if "passages" in forms:
        _export_passages(index, choices.site_url, payload / "passages")
    if "parquet" in forms:
        from build_scripts.extensions.exporting.parquet import export_parquet

        export_parquet(index, choices.site_url, payload / "parquet")
    if "datasette" in forms:
        export_datasette(index, choices, payload / "datasette")
    if "acr" in forms:
        write_conformance(
            index, choices, settings.contact, payload / "accessibility-conformance.md"
        )


def _export_passages(index: api.ArchiveIndex, site_url: str, folder: Path) -> None:
    """Write the passages of every order that is listed into new files of `folder`, one for each
    court and year, orders in the archive's sequence; the same archive gives the same bytes.
    """
    folder.mkdir(parents=True)
    for name, orders in groupby(api.iter_passages(index, site_url), key=itemgetter(0)):
        # A court and year may recur later: compressed parts follow each other in a file.
        with (
            (folder / name).open("ab") as file,
            gzip.GzipFile("", "wb", _LEVEL, file, mtime=0) as packed,
        ):
            for _, lines in orders:
                packed.writelines(lines)
