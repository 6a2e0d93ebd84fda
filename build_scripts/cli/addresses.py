"""`orders addresses`: where old addresses lead, and which are given up."""

import click

from build_scripts.archive.moved_addresses import accept_removal, read_address
from build_scripts.archive.moved_groups import is_page
from build_scripts.archive.storage.address_ledger import read_address_ledger, write_address_ledger
from build_scripts.cli.opening import read_archive, with_archive
from build_scripts.model.address_ledger import AddressStatus, FormerAddress, KnownAddress
from build_scripts.problems import ArchiveError
from build_scripts.site.settings import ArchiveSettings


@click.command()
@with_archive
@click.option(
    "--accept-removal",
    "removed",
    metavar="ADDRESS",
    multiple=True,
    help="Say that the order at ADDRESS was taken out of the archive for good.",
)
@click.option(
    "--instead", metavar="ADDRESS", default="", help="The order that takes its place, if any."
)
def addresses(settings: ArchiveSettings, removed: tuple[str, ...], instead: str) -> None:
    """List the former addresses of orders, cases, judges and courts, and where each leads.

    An order's address is made of its court, docket number, date and title, a case's of its docket
    number, a judge's of the name. If one of these is corrected, the page moves, and the old
    address leads to the new one: for a case or a judge that is where most of its orders are. One
    that leads to no order is withheld, removed, empty or lost; a page at it says that nothing is
    published there. Every address ever published is kept in address_ledger.csv next to mkdocs.yml:
    builds write it, you commit it.

    `orders check` fails where an address is lost because its file is gone. Put the file back, or
    accept with --accept-removal that it is gone.
    """
    if instead and not removed:
        raise click.UsageError("--instead goes with --accept-removal: which address is replaced.")
    if removed:
        with settings.open_lock():  # a running build would write its own ledger over this one's
            _accept_removals(settings, removed, instead)
        return
    known = read_address_ledger(settings.address_ledger)
    former = read_archive(settings).former_addresses
    if not former:
        click.echo("Every address that was published is still its order's.")
    for one in former:
        end = one.leads_to or _format_end(one, known.get(one.address))
        click.echo(f"{one.address} → {end}")


def _accept_removals(settings: ArchiveSettings, removed: tuple[str, ...], instead: str) -> None:
    place = settings.address_ledger
    known = read_address_ledger(place)
    archive = read_archive(settings)
    former = {one.address: one.leads_to for one in archive.former_addresses}
    accepted = [read_address(text) for text in removed]
    for address in accepted:
        if address not in known:
            raise ArchiveError(f"{place} has no address {address}. `orders check` names the lost.")
        if former.get(address, address):
            raise ArchiveError(
                f"{address} leads to an order of the archive. Take its file out of the orders "
                f"folder first: {archive.address_ledger[address].file or former[address]}."
            )
    successor = read_address(instead)
    if successor and not former.get(successor, successor in archive.address_ledger):
        raise ArchiveError(
            f"There is no order at {successor}. Name the address of an order that is here."
        )
    write_address_ledger(place, accept_removal(known, accepted, successor).values())
    click.echo(f"Commit {place}; the next build uses it.")


def _format_end(former: FormerAddress, line: KnownAddress | None) -> str:
    """Return what is at an address that leads to no order."""
    if former.withheld is not None:
        return "withheld"
    if line and line.status is AddressStatus.REMOVED:
        return "removed"
    if is_page(former.address):
        return "empty: no order that it listed is published"
    return "lost: the file of its order is missing or can't be published; see `orders check`"
