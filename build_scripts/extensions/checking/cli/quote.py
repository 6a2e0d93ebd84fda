"""`orders quote`: whether the orders have the words of a quotation."""

import json
from functools import partial
from pathlib import Path

import click

from build_scripts import api
from build_scripts.extensions.checking.answers import Match
from build_scripts.extensions.checking.briefs import list_quotations
from build_scripts.extensions.checking.cli.checked import open_checking, print_quotation, read_brief
from build_scripts.extensions.checking.finding import find_quotation
from build_scripts.extensions.checking.presenting import present_quotation


@click.command()
@api.config_option
@click.option(
    "--file",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A document, of any form that an order can have: each of its quotations is checked.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of the list.")
@click.argument("quotation", nargs=-1)
def quote(config: Path, file: Path | None, as_json: bool, quotation: tuple[str, ...]) -> None:
    """Search the orders for a quotation: print where it is, and what differs.

    \b
      orders quote "there is no genuine dispute as to any material fact"
      orders quote --file brief.docx

    The answer is: exactly, exactly but for ellipses and bracketed changes, nearly (then each word
    that differs is shown), or not here. Signs, capitals, breaks of lines, marks of footnotes and
    numbers of lines never matter; words do, and numbers as printed. Quote 4 words or more.

    Exits with 1 if a quotation is nowhere, or not as quoted. See docs/checking.md. Needs the extra:
    pip install 'orders-archive[search]'.
    """  # noqa: D301
    if bool(quotation) == bool(file):
        raise click.UsageError("Give a quotation, or a document with --file.")
    words, note, short = [" ".join(quotation)], "", 0
    if file:
        clean, note = read_brief(file)
        found = list_quotations(clean)
        words = [one.text for one in found if not one.is_short]
        short = len(found) - len(words)
    search = open_checking(config).search
    answers = [find_quotation(search, each) for each in words]
    if as_json:
        presented = [present_quotation(answer) for answer in answers]
        shown = {"quotations": presented, "too_short": short, "note": note or None}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        strong, faint = partial(click.style, bold=True), partial(click.style, dim=True)
        for answer in answers:
            click.echo("\n".join((*print_quotation(answer, strong, faint), "")))
        if file:
            counted = f"{len(words)} quotations of 4 words or more, {short} shorter."
            click.echo(" ".join(filter(None, (counted, note))))
    if any(answer.match not in (Match.EXACT, Match.MARKED) for answer in answers):
        raise SystemExit(api.ExitCode.FINDINGS)
