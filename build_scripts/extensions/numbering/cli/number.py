"""`orders number`: medium-neutral numbers, written into orders' corrections."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import click

from build_scripts import api


class Dated(NamedTuple):
    """An order: its year, its file, and where it is reported already."""

    year: int
    path: str
    reported: tuple[str, ...]


def number_orders(orders: Sequence[Dated], mark: str) -> Iterator[tuple[Dated, str]]:
    """Yield each order that has no number with this mark, with its next number, in the sequence of
    `orders`. A number is never given twice, and one that is not used any more only if it was a
    year's last.
    """
    last: Counter[int] = Counter()
    new = []
    for order in orders:
        given = [found for each in order.reported if (found := _read_number(each, mark))]
        for year, number in given:
            last[year] = max(last[year], number)
        if not given:
            new.append(order)
    for order in new:
        last[order.year] += 1
        yield order, f"{order.year} {mark} {last[order.year]}"


def _read_number(text: str, mark: str) -> tuple[int, int] | None:
    year, _, number = text.partition(f" {mark} ")
    is_one = text.isascii() and year.isdecimal() and number.isdecimal() and len(number) < 7
    return (int(year), int(number)) if is_one else None


_MARK = api.Pattern(
    r"[A-Z][A-Za-z.]{0,9}(?: [A-Za-z.]{1,9}){0,2}",
    accepts=["HCL", "Harbor Ct."],
    refuses=["7 U.S.", "", "HCL 12"],
    by="fullmatch",
)


def _read_mark(_: click.Context, __: click.Parameter, value: str) -> str:
    if not _MARK.fullmatch(value):
        raise click.BadParameter("a mark is letters, as HCL or Harbor Ct.")
    return value


@click.command()
@api.with_archive
@click.option("--mark", required=True, callback=_read_mark, help="Your abbreviation, such as HCL.")
@click.option("--print", "only_print", is_flag=True, help="Write nothing.")
def number(settings: api.ArchiveSettings, mark: str, *, only_print: bool) -> None:
    """Give each dated order that has none a number of its year, the oldest first.

    \b
      orders number --mark HCL           # 2031 HCL 1, 2031 HCL 2, …

    The number is written into the order's corrections file, as one of its `own_citations`, and
    stays there: pages cite the order by it. Run it again after you added orders.
    """  # noqa: D301
    archive = api.read_index(settings).archive
    stated = {one.order.source.path: one.stated for one in archive.orders}
    dated = [
        (day, path, tuple(claim.value for claim in facts.own_citations))
        for path, facts in stated.items()
        if (day := facts.exact_day)
    ]
    orders = [Dated(day.year, path, reported) for day, path, reported in sorted(dated)]
    numbered = list(number_orders(orders, mark))
    for order, citation in numbered:
        click.echo(f"{citation}  {order.path}")
        if not only_print:
            _write(settings, order, citation)
    left = len(stated) - len(dated)
    click.echo(
        f"{api.count(len(numbered), 'new number')}; {api.count(left, 'order')} without a day."
    )


def _write(settings: api.ArchiveSettings, order: Dated, citation: str) -> None:
    """Write a number into the order's corrections, before its other citations."""
    raw, _ = api.open_corrections(settings.orders, settings.orders / order.path)
    facts = {"own_citations": [citation, *order.reported]}
    try:
        text = api.edit_corrections(
            raw,
            lambda text: api.write_settings(text, facts, today=api.find_today()),
            f"sha256: {raw.sha256}\n",
        )
    except (api.MistakeError, api.WithheldOrderError) as error:
        raise api.ArchiveError(f"The corrections of {order.path} can't be used: {error}") from error
    api.write_corrections_file(settings.orders, order.path, text.encode())
