"""`orders certificate`: one order's digests and how to check them, to print and sign."""

import json
from pathlib import Path

import click

from build_scripts import api
from build_scripts.extensions.proving import check_order
from build_scripts.extensions.proving.publication_check import NoLogError, read_lines, read_tree
from build_scripts.extensions.proving.verification import read_order_data


@click.command()
@api.with_archive
@click.option(
    "--site",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="A copy of the published site, where it is not that of mkdocs.yml.",
)
@click.argument("address")
def certificate(settings: api.ArchiveSettings, site: Path | None, address: str) -> None:
    """Print an HTML page with the digests of the order at ADDRESS, and how anybody checks them.

    ADDRESS is that of the order's page, with or without the site's.

    \b
      orders certificate orders/cand/3-23-cv-01234/2024-03-04-order > certificate.html

    It has the shape of a certification under Fed. R. Evid. 902(13) and (14), with room for a name
    and a signature: who signs certifies, this program does not. Check the site first: `orders
    verify SITE`.
    """  # noqa: D301
    folder = site or settings.site_dir
    wanted = address.removeprefix(settings.site_url).partition("#")[0].strip("/")
    try:
        line = read_lines(folder)[-1]
        tile = read_tree(folder).find_tile(wanted)
    except (OSError, ValueError, LookupError) as error:
        raise NoLogError(folder) from error
    found = (value for own, _, value in read_order_data(folder) if own == wanted)
    order = next((value for value in found if value and "publication" in value), None)
    if order is None:
        raise api.ArchiveError(
            f"{folder} has no order at {wanted} with a proof. Name the address of its page: "
            "orders/COURT/DOCKET/DAY-AND-TITLE."
        )
    templates = api.open_templates("build_scripts.extensions.proving")
    choices, code = settings.choose(), Path(check_order.__file__).read_text(encoding="utf-8")
    with api.speaking(settings.read_interface()):
        click.echo(
            templates.get_template("certificate.html").render(
                t=api.t,
                language=settings.language,
                site=choices,
                order=order,
                line=line,
                tile=f"{tile}.bin",
                folder=api.TREE,
                proof=json.dumps(order["publication"], indent=1),
                code=code,
            )
        )
