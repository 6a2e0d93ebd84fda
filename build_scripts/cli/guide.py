"""`orders guide`: the manual's pages, which are part of the package."""

from importlib import resources
from pathlib import Path

import click

from build_scripts.problems import ArchiveError


def list_pages() -> dict[str, str]:
    """Return the text of each page, by its name."""
    folder = resources.files("build_scripts.cli") / "manual"
    if not folder.is_dir():  # a checkout of the program, with the pages in docs/
        folder = Path(__file__).parents[2] / "docs"
    pages = (one for one in folder.iterdir() if one.name.endswith(".md"))
    return {
        page.name.removesuffix(".md"): page.read_text(encoding="utf-8")
        for page in sorted(pages, key=lambda one: one.name)
    }


@click.command()
@click.argument("page", required=False)
def guide(page: str | None) -> None:
    """Print a PAGE of the manual; without PAGE, list them.

    \b
      orders guide hosting
      orders guide settings | less
    """  # noqa: D301
    pages = list_pages()
    if page is None:
        for name, text in pages.items():
            title = next((line[2:] for line in text.splitlines() if line.startswith("# ")), "")
            click.echo(f"{name:16}{title}")
        return
    name = page.removeprefix("docs/").removesuffix(".md")
    if name not in pages:
        raise ArchiveError(f"The manual has no page {page}. `orders guide` lists its pages.")
    click.echo(pages[name])
