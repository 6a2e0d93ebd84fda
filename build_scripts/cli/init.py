"""`orders init`: a folder for a new archive."""

import json
from importlib import resources
from pathlib import Path

import click

from build_scripts.problems import ArchiveError

FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "about.md": "docs/about.md",
    "README.md": "README.md",
    "gitignore": ".gitignore",
}
"""Files of a new archive: their names beside this module, and their places."""


@click.command()
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--name", default="Orders Archive", show_default=True, help="What the site is called."
)
def init(folder: Path, name: str) -> None:
    """Begin an archive in FOLDER: settings, a page about it for you to edit, a place for orders.

    Nothing that lies there is changed: where one of the files exists, nothing is written.

    \b
      orders init my-archive --name "Orders of Judge Roe"
      cd my-archive
      orders add ~/Downloads/*.pdf
      orders build
    """  # noqa: D301
    begin_archive(folder, name)
    here = "" if folder == Path() else f"cd {folder}, then "
    click.echo(
        f"A new archive lies in {folder.resolve()}. Next: {here}put orders into orders/, or "
        "`orders add FILE…`; `orders build` makes the site."
    )


def begin_archive(folder: Path, name: str) -> None:
    """Write the files of a new archive called `name` into `folder`, which is made where needed.

    Raises ArchiveError, and writes nothing, where one of them is there already.
    """
    there = [place for place in FILES.values() if (folder / place).exists()]
    if there:
        raise ArchiveError(
            f"{folder / there[0]} exists already. Choose another folder, or build the archive that "
            "is there with `orders build`."
        )
    made = resources.files("build_scripts.cli") / "new_archive"
    for source, place in FILES.items():
        text = (made / source).read_text(encoding="utf-8")
        quoted = json.dumps(name, ensure_ascii=False)[1:-1] if place == "mkdocs.yml" else name
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("{name}", quoted), encoding="utf-8")
    (folder / "orders").mkdir(exist_ok=True)
