"""`orders explain`: why a field of an order has its value."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from build_scripts.cli.config_option import config_option, find_policies
from build_scripts.cli.show import convert_paper, find_paper
from build_scripts.describing.candidates import BIAS, pool, read_weights, weigh
from build_scripts.describing.rivals import PROPOSE
from build_scripts.describing.tagging import read_again
from build_scripts.model.description import FIELDS, Claim, is_claim_confirmed, read_field
from build_scripts.model.order import Order
from build_scripts.pages.correction_words import tell_values


@click.command()
@config_option
@click.argument("file")
@click.argument("field", metavar="FIELD", type=click.Choice(list(FIELDS)))
def explain(config: Path, file: str, field: str) -> None:
    """Print why FIELD of the order FILE has its value: candidates, signals, weights.

    First comes the value with its reason, and what was guessed or outranked. Then comes each
    candidate of the order's text with its probability and its signals: a signal's weight is added
    to the log odds. The last line has what the second reader reads. FILE may lie anywhere,
    or be named as for `orders show`.
    """
    order = convert_paper(find_paper(config, file), find_policies(config))
    for line in explain_field(order, field):
        click.echo(line)


def explain_field(order: Order, field: str) -> Iterator[str]:
    """Yield the lines of `orders explain` about a field of an order."""
    description, clean = order.description, order.clean
    claims = read_field(description, field)
    for claim in claims:
        mark = "" if is_claim_confirmed(field, claim) else ", unconfirmed"
        yield f"value: {_write_claim(claim)}{mark}"
    if not claims:
        yield "value: none"
    for guess in description.guesses:
        if guess.field == field:
            yield f"guess, not shown: {_write_claim(guess.claim)}"
    for lost in description.superseded:
        if lost.field == field:
            yield f"outranked by {lost.outranked_by.value}: {_write_claim(lost.claim)}"
    if field in PROPOSE:
        weights = read_weights(field)
        found = [(weigh(one.signals, weights), one) for one in pool(PROPOSE[field](clean))]
        for sure, one in sorted(found, key=lambda pair: -pair[0]):
            yield f"candidate {sure:.0%}: {_write_values(one.value)} ({one.reason})"
            for signal in sorted(one.signals, key=lambda each: (-weights.get(each, 0.0), each)):
                yield f"  {weights.get(signal, 0.0):+.2f}  {signal}"
        yield f"  {weights.get(BIAS, 0.0):+.2f}  of every candidate"
    else:
        yield "No candidates: this field is not chosen by weights."
    court = description.court.value.name if description.court else None
    second = read_again(order.pages, clean, court).claims.get(field)
    yield f"second reader: {_write_claim(second) if second else 'reads nothing for this field'}"


def _write_claim(claim: Claim[Any]) -> str:
    sure = "" if claim.confidence is None else f", {claim.confidence:.0%} sure"
    return f"{_write_values(claim.value)} ({claim.source.value}: {claim.reason}{sure})"


def _write_values(value: Any) -> str:
    return tell_values(value if isinstance(value, tuple) else (value,)) or "none"
