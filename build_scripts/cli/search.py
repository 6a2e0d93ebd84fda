"""`orders search`: the orders that a query finds."""

import datetime
import json
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.archive.storage.history_log import read_history
from build_scripts.archive.storage.publication_log import read_log
from build_scripts.cli.opening import read_archive, with_archive
from build_scripts.model.history import EventKind, HistoryEvent
from build_scripts.model.partial_date import parse_any_date
from build_scripts.model.text.numbers import count
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.formatting import format_date
from build_scripts.problems import ArchiveError
from build_scripts.search.records import rank_orders
from build_scripts.site.data.feeds import write_search_feed
from build_scripts.site.search_engine import (
    Answer,
    Excerpt,
    Hit,
    SearchEngine,
    Sort,
    open_archive_search,
    open_site_search,
)
from build_scripts.site.settings import ArchiveSettings


class _Query(click.Command):
    """A command whose words may begin with a hyphen."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read -f and -h as options, and -fee as the word that no order found may have.

        A blank before such a word makes it no option for click, and nothing else of a query.
        """
        words = [
            f" {one}" if re.match("-(?!-)", one) and one not in ("-f", "-h") else one
            for one in args
        ]
        return super().parse_args(ctx, words)


@click.command(cls=_Query)
@with_archive
@click.option(
    "--limit",
    default=10,
    show_default=True,
    type=click.IntRange(min=0),
    help="The most orders to print.",
)
@click.option(
    "--sort",
    default="relevance",
    show_default=True,
    type=click.Choice(["relevance", "newest", "oldest"]),
    help="Which orders come first.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of the list.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only orders that came to the archive on this day or later, by history.csv.",
)
@click.option(
    "--feed",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the newest that it finds as an Atom feed, to a file below docs/.",
)
@click.argument("query", nargs=-1)
def search(
    settings: ArchiveSettings,
    limit: int,
    sort: str,
    as_json: bool,
    since: datetime.datetime | None,
    feed: Path | None,
    query: tuple[str, ...],
) -> None:
    """Search the orders, as on the site: words, "exact phrases", AND, OR, NOT, /5, fields.

    QUERY may be anything; docs/search_format.md says how it is read. Quote it for the shell:

    \b
      orders search '"good cause" /10 discovery -subpoena'
      orders search 17-cv-2540
      orders search 'judge:lloyd motion:dismiss after:2020'
      orders search 'privilege in:orders/cand/5-17-cv-02540/2019-06-30-order'
      orders search 'motion:seal outcome:granted' --feed docs/feeds/sealing.xml
      orders search 'motion:seal' --since 2026-11-01

    The built site is asked where it is up to date; otherwise the orders are read first. Needs the
    extra: pip install 'orders-archive[search]'.
    """  # noqa: D301
    if (since or feed) and sort == "oldest":
        raise click.UsageError("--since and --feed begin with the newest: leave --sort out.")
    if feed and (since or as_json):
        raise click.UsageError("--feed goes with neither --since nor --json.")
    if feed:
        _write_feed(settings, feed, " ".join(query))
        return
    folder = settings.orders
    key = read_log(settings.publication_log).key
    published = open_site_search(settings.site_dir, folder, key) if folder.is_dir() else None
    engine = published or open_archive_search(build_index(read_archive(settings)).archive)
    text = " ".join(query)
    if since:
        files = list_new_files(read_history(settings.history), since.date())
        answer = _search_new(engine, text, files, limit)
    else:
        answer = engine.search(text, limit, Sort(sort))
    if as_json:
        present = present_answer(answer)
        click.echo(json.dumps(present, ensure_ascii=False, indent=2))
        return
    strong = partial(click.style, bold=True)
    for line in print_answer(
        answer, strong, partial(click.style, dim=True), settings.public_address
    ):
        click.echo(line)


def list_new_files(log: Iterable[HistoryEvent], first: datetime.date) -> set[str]:
    """Return the files, by their last names, that were added or restored on a day or later."""
    found = set()
    for event in log:
        is_new = event.kind in {EventKind.ADDED, EventKind.RESTORED} and event.date >= first
        was_new = event.changes.get("file", ("", ""))[0] in found  # under another name
        if is_new or was_new:
            found.add(event.file)
    return found


def _search_new(engine: SearchEngine, text: str, files: set[str], limit: int) -> Answer:
    """Return the orders of `files` that a search finds, newest first, without excerpts."""
    ranks = engine.find(text)
    hits = tuple(
        Hit(rank, result, ())
        for rank, result in zip(ranks, engine.load_results(ranks), strict=True)
        if result["path"] in files
    )
    read = engine.search(text, 0)
    return replace(read, total=len(hits), hits=hits[:limit], did_you_mean="")


def _write_feed(settings: ArchiveSettings, file: Path, query: str) -> None:
    """Write the current results of a search; the next build publishes them."""
    docs = settings.docs_dir.resolve()
    if not file.resolve().is_relative_to(docs):
        raise ArchiveError(f"{file} would not be on the site: name a file below {docs}.")
    if file.suffix not in (".xml", ".atom"):
        raise ArchiveError(f"{file} is no name of a feed. Let it end in .xml or .atom.")
    choices = settings.choose()
    if not choices.site_url:
        raise ArchiveError("A feed needs the site's address. Set site_url in mkdocs.yml.")
    archive_index = build_index(read_archive(settings))
    archive = archive_index.archive
    ranked = rank_orders(archive)
    found = [ranked[rank] for rank in open_archive_search(archive).find(query)]
    place = file.resolve().relative_to(docs).as_posix()
    text = write_search_feed(place, query, found, archive_index, choices)
    write_atomically(file, text.encode())
    click.echo(f"{file}: {text.count('<entry>')} of {len(found)} orders")


Styler = Callable[[str], str]
_WIDTH = 96
_PRESENTED = ("path", "address", "title", "case_name", "court", "date")


def present_answer(answer: Answer) -> dict[str, Any]:
    """Return an answer as JSON; field names are a promise."""
    return {
        "read_as": answer.read_as,
        "notes": list(answer.notes),
        "total": answer.total,
        "results": [
            {
                "rank": place,
                **{name: hit.result[name] for name in _PRESENTED},
                "excerpts": [
                    {"anchor": one.anchor, "text": one.text, "marks": [list(m) for m in one.marks]}
                    for one in hit.excerpts
                ],
                **({"hits_by_page": [list(one) for one in hit.pages]} if hit.pages else {}),
            }
            for place, hit in enumerate(answer.hits, start=1)
        ],
        "did_you_mean": answer.did_you_mean or None,
    }


def print_answer(
    answer: Answer, strong: Styler, faint: Styler, site_url: str = ""
) -> Iterator[str]:
    """Yield the lines for a person to read; pages are on the site at `site_url`, if it has one."""
    yield f"Read as: {answer.read_as}"
    yield from answer.notes
    if answer.did_you_mean:
        yield f"Did you mean: {answer.did_you_mean}"
    shown = len(answer.hits)
    found = count(answer.total, "order")
    yield f"{found}{f', the first {shown}' if shown < answer.total else ''}"
    for place, hit in enumerate(answer.hits, start=1):
        result = hit.result
        yield ""
        yield f"{place:>3}  {strong(result['case_name'] or result['title'] or result['path'])}"
        day = parse_any_date(result["date"])
        date = format_date(day) if day else ""
        facts = (result["title"], result["court"], date, result["disposition"])
        yield textwrap.indent(textwrap.fill(" · ".join(filter(None, facts)), _WIDTH - 5), "     ")
        yield f"     {faint(result['path'])}"
        yield f"     {faint(site_url + result['address'] + '/')}"
        if hit.pages:
            said = ", ".join(f"{page or '—'} ({hits})" for page, hits in hit.pages)
            yield f"     Hits by page: {said}"
        for line in (
            line for one in hit.excerpts for line in textwrap.wrap(_mark(one), _WIDTH - 7)
        ):
            parts = line.replace("\x1f", " ").replace(_CLOSE, _OPEN).split(_OPEN)
            marked = "".join(strong(part) if at % 2 else part for at, part in enumerate(parts))
            yield f"       {marked}"


_OPEN, _CLOSE = "\x02", "\x03"


def _mark(excerpt: Excerpt) -> str:
    """Return the text with signs around its marks; a mark of several words keeps its spaces."""
    text = excerpt.text
    for start, end in reversed(excerpt.marks):
        inside = text[start:end].replace(" ", "\x1f")
        text = f"{text[:start]}{_OPEN}{inside}{_CLOSE}{text[end:]}"
    return text
