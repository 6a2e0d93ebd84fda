"""`orders citations`: what the archive knows of a document's citations and quotations."""

import json
import textwrap
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from build_scripts import api
from build_scripts.extensions.checking.answers import CitationAnswer, DocumentAnswer, QuotedWords
from build_scripts.extensions.checking.citations import check_document
from build_scripts.extensions.checking.cli.checked import WIDTH, Styler, open_checking, read_brief
from build_scripts.extensions.checking.presenting import (
    annotate,
    describe_citation,
    describe_quotation,
    present_document,
)


@click.command()
@api.config_option
@click.option(
    "--file",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The document, of any form that an order can have.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of the list.")
@click.option("--annotate", "as_text", is_flag=True, help="The document's text with notes.")
def citations(config: Path, file: Path, as_json: bool, as_text: bool) -> None:
    """Check a document's citations against the archive.

    \b
      orders citations --file brief.docx

    It is an order of the archive (do name, court and year agree?), or it is cited here (how often,
    and for what), or it is not known here, which says nothing of it elsewhere. What the document
    quotes is looked for, first in the order that it is said to be of. docs/checking.md says more.

    Needs the extra: pip install 'orders-archive[search]'.
    """  # noqa: D301
    if as_json and as_text:
        raise click.UsageError("Choose one of --json and --annotate.")
    clean, note = read_brief(file)
    answer = check_document(open_checking(config), clean)
    if as_json:
        shown = {**present_document(answer), "note": note or None}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    elif as_text:
        click.echo(annotate(clean, answer), nl=False)
    else:
        for line in _print_document(answer, partial(click.style, bold=True)):
            click.echo(line)
        click.echo(note, nl=bool(note))


def _print_document(answer: DocumentAnswer, strong: Styler) -> Iterator[str]:
    for number, one in enumerate(answer.citations, start=1):
        yield from _print_citation(number, one, strong)
    if answer.quotations:
        yield strong("Quotations without a citation")
    for words in answer.quotations:
        yield from _print_words(words)
    cited = len(answer.citations)
    yield "1 authority." if cited == 1 else f"{cited} authorities."


def _print_citation(number: int, answer: CitationAnswer, strong: Styler) -> Iterator[str]:
    lead = f"{number:>3}  "
    yield from textwrap.wrap(
        strong(answer.text), WIDTH, initial_indent=lead, subsequent_indent="     "
    )
    yield from _wrap(describe_citation(answer))
    if answer.addresses:
        yield f"     {answer.addresses[0]}/"
    elif answer.passages:
        passage = answer.passages[0]
        yield from _wrap(f"for: {textwrap.shorten(passage.sentence, 300, placeholder=' …')}")
        yield f"     {passage.place}"
    for words in answer.quotations:
        yield from _print_words(words)


def _print_words(words: QuotedWords) -> Iterator[str]:
    shown = textwrap.shorten(words.answer.quotation, WIDTH, placeholder=" …")
    yield from _wrap(f"“{shown}” {describe_quotation(words.answer)}")


def _wrap(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="     ", subsequent_indent="       ")
