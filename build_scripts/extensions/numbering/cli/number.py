"""`orders number`: medium-neutral numbers, written into orders' corrections."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import click

from build_scripts import api

_PATTERNS = api.read_patterns(__package__, "number.toml")


class Dated(NamedTuple):
    """An order: its year, its file, and where it is reported already."""

    year: int
    path: str
    reported: tuple[str, ...]


def number_orders(
    orders: Sequence[Dated], mark: str, written: Iterable[str] = ()
) -> Iterator[tuple[Dated, str]]:
    """Yield each order that has no number with this mark, with its next number, in the sequence of
    `orders`. A number is never given twice: `written` are texts that name those of orders that are
    withheld or gone.
    """
    last: Counter[int] = Counter()
    for text in (*written, *(each for order in orders for each in order.reported)):
        for year, number in _list_numbers(text, mark):
            last[year] = max(last[year], number)
    for order in orders:
        if not any(True for each in order.reported for _ in _list_numbers(each, mark)):
            last[order.year] += 1
            yield order, f"{order.year} {mark} {last[order.year]}"


def _list_numbers(text: str, mark: str) -> Iterator[tuple[int, int]]:
    before, *rest = text.split(f" {mark} ")
    for piece in rest:
        year, number = before[-4:], piece[: len(piece) - len(piece.lstrip("0123456789"))]
        if year.isdecimal() and 0 < len(number) < 7:
            yield int(year), int(number)
        before = piece


def _read_mark(_: click.Context, __: click.Parameter, value: str) -> str:
    if not _PATTERNS.MARK.fullmatch(value):
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
    places = (*settings.orders.rglob("*.yml"), settings.history)
    written = [place.read_text("utf-8", "replace") for place in places if place.is_file()]
    numbered = list(number_orders(orders, mark, written))
    for order, citation in numbered:
        if not only_print:
            _write(settings, order, citation)
        click.echo(f"{citation}  {order.path}")
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
