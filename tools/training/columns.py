"""Fit how mixed columns are read, on texts that are set in two columns and mixed.

`python -m tools.training.columns --clerks ../shared/clerks` writes `line_joins.json` and prints, for
courts that taught nothing, how many lines come back below their own, and how many sentences whole.
"""

import argparse
import json
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from math import exp
from pathlib import Path
from random import Random
from typing import NamedTuple

from build_scripts.cleaning import clean_order, line_joins
from build_scripts.cleaning.column_readings import (
    SETTLED,
    Piece,
    Setting,
    add_move,
    count_apart,
    list_cuts,
    list_turn_signals,
    make_piece,
    read_state,
    settle,
)
from build_scripts.cleaning.line_joins import (
    TOP,
    Signal,
    list_join_signals,
    list_known,
    make_weigher,
)
from build_scripts.cleaning.mixed_columns import FEWEST, LONG, WIDEST, find_edge, part_mixed_columns
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceFormat, SourceLine
from build_scripts.reading import read_order
from build_scripts.reading.layout_text import read_layout_text
from tools.training.clerks import read_clerk_papers
from tools.training.mixes import (
    ACROSS,
    LEFT,
    RIGHT,
    Form,
    Item,
    Row,
    draw_form,
    list_columns,
    mix_paper,
    write_text,
)

_HELD_BACK = 5  # of so many courts one teaches nothing
_FORMS = 3  # in which each paper is set
_SHORTEST = 1500  # letters of a paper
_SHORTEST_SENTENCE = 20
_ROUNDS, _RATE, _PENALTY = 3, 0.25, 1e-3
_FEWEST, _LEAST = 40, 0.1  # times that a signal is seen; a weight that moves something
_SENTENCES = re.compile(r"(?<=[a-z]{3}[.?!])\s+(?=[A-Z])")
Example = tuple[Iterable[Signal], bool]


class Paper(NamedTuple):
    """A report's blocks, and its court."""

    name: str
    court: str
    items: tuple[Item, ...]

    @property
    def is_held_back(self) -> bool:
        """Whether its court is one to measure on."""
        return sha256(f"h{self.court}".encode()).digest()[0] % _HELD_BACK == 0

    def mix(self, number: int) -> tuple[Form, list[list[Row]]]:
        """Set the paper in one of its forms."""
        rng = Random(f"{self.name}{number}")  # noqa: S311 - a draw
        form = draw_form(rng)
        party = rng.choice(("Roe", "State", "Doe Mills, Inc.", "In re Estate of Loe and Others"))
        head = f"{party} v. Doe, {rng.randrange(1, 900)} F.3d {rng.randrange(1, 900)} (1999)"
        return form, mix_paper(head, self.items, form)


def read_papers(clerks: Path, corpus: Path) -> Iterator[Paper]:
    """Read reported decisions, of the clerks' courts the odd half: their blocks are known."""
    found = [
        (paper.court, paper.raw)
        for paper in read_clerk_papers(clerks)
        if paper.group == paper.court and sha256(paper.court.encode()).digest()[0] % 2
    ]
    for path in sorted((corpus / "cap-json").glob("*.json")):
        raw = RawOrder.from_bytes(path.name, path.read_bytes())
        found.append((json.loads(path.read_text(encoding="utf-8"))["court"]["name"], raw))
    for court, raw in found:
        clean = clean_order(read_order(raw))
        items = tuple(Item(block.kind.value, block.text) for block in clean.blocks)
        if sum(len(item.text) for item in items) >= _SHORTEST and not clean.mixed_columns:
            yield Paper(raw.path, court, items)


def list_examples(form: Form, pages: Sequence[Sequence[Row]]) -> Iterator[Example]:
    """Yield what each line of a mixed paper shows of each choice, and whether it is right."""
    texts = [row.text for page in pages for row in page if row.text.strip()]
    pieces = [_make(text) for text in texts]
    if sum(LONG <= piece.length <= WIDEST for piece in pieces) < FEWEST:
        return
    edge = find_edge(pieces)
    known = list_known(texts)
    setting = Setting(edge, make_weigher(edge, known), guess=form.gap == " ")
    above = _make(TOP)

    def join(line: Piece, below: Piece, apart: int, prose: int) -> Iterable[Signal]:
        looks = line.wide and line.even, prose == SETTLED
        return list_join_signals(line.text, below.text, edge, known, apart, *looks)

    for page in pages:
        last: list[Piece | None] = [above, None]
        column, moves = LEFT, ""
        prose = [0 if above.text == TOP else SETTLED] * 2
        for row in page:
            if not row.pieces or row.pieces[0][0] == ACROSS:
                continue
            line = _make(row.text)
            is_cut = len(row.pieces) > 1 and bool(row.pieces[1][1])
            parts = [(side, _make(text)) for side, text in row.pieces[: 1 + is_cut]]
            for left, right, signals in list_cuts(line.line, setting):
                is_right = is_cut and [left.text, right.text] == [part.text for _, part in parts]
                yield (*signals, ("cut below", moves, "")), is_right
            if not is_cut:
                states = (last[column], last[1 - column], line)
                here, there, now = (read_state(each, edge) for each in states)
                yield list_turn_signals(moves, here, there, now), parts[0][0] != column
            apart = count_apart(moves)
            ends = tuple(zip(last, prose, strict=True))
            for side, part in parts:
                for end in (LEFT, RIGHT):
                    one, so_far = ends[end]
                    if one and (one.text or part.text):
                        yield join(one, part, apart[side != column], so_far), end == side
                last[side] = part
                prose[side] = settle(prose[side], part, edge)
            moves = add_move(moves, "c" if is_cut else "st"[parts[0][0] != column])
            column = RIGHT if is_cut else parts[0][0]
        above = last[RIGHT] or last[LEFT] or above


def _make(text: str) -> Piece:
    return make_piece(SourceLine(1, text))


def fit(examples: Iterable[Example]) -> dict[Signal, float]:
    """Return the weights of signals, in gradient steps scaled by each one's own (Adagrad)."""
    numbers: dict[Signal, int] = {}
    seen: Counter[int] = Counter()
    rows = []
    for signals, right in examples:
        shown = array("i", (numbers.setdefault(signal, len(numbers)) for signal in signals))
        seen.update(shown)
        rows.append((shown, right))
    rows = [(array("i", (n for n in shown if seen[n] >= _FEWEST)), right) for shown, right in rows]
    weights, squares = [0.0] * len(numbers), [1.0] * len(numbers)
    rng = Random(1)  # noqa: S311 - an order
    for _ in range(_ROUNDS):
        rng.shuffle(rows)
        for shown, right in rows:
            odds = sum(weights[number] for number in shown)
            error = 1 / (1 + exp(-max(-30.0, min(30.0, odds)))) - right
            for number in shown:
                slope = error + _PENALTY * weights[number]
                squares[number] += slope * slope
                weights[number] -= _RATE * slope / squares[number] ** 0.5
    return {
        signal: round(weights[number], 2)
        for signal, number in numbers.items()
        if abs(weights[number]) >= _LEAST
    }


def write(weights: dict[Signal, float]) -> None:
    """Write the weights beside the module that reads them, a line for each that is looked at."""
    parts: defaultdict[str, defaultdict[str, dict[str, float]]]
    parts = defaultdict(lambda: defaultdict(dict))
    for (part, one, other), weight in sorted(weights.items()):
        parts[part][one][other] = weight
    lines = [
        f"{json.dumps(part)}:{json.dumps(shown, ensure_ascii=False, separators=(',', ':'))}"
        for part, shown in parts.items()
    ]
    target = Path(line_joins.__file__).with_name("line_joins.json")
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    line_joins.read_weights.cache_clear()


def measure(pages: Sequence[Sequence[Row]]) -> Counter[str]:
    """Count the lines and sentences of a mixed paper, and those that come back."""
    source = read_layout_text(write_text(pages), "utf-8", SourceFormat.PLAIN)
    parted, mixed = part_mixed_columns(source)
    texts = [" ".join(line.text.split()) for page in parted.pages for line in page.lines]
    texts = list(filter(None, texts))
    pairs, whole = Counter(pairwise(texts)), " ".join(texts)
    counts = Counter(papers=1, parted=parted is not source, mixed=mixed)
    for page in pages:
        left, right, _ = list_columns(page)
        true = Counter(pairwise([*left, *right]))
        counts.update(lines=true.total(), lines_right=(true & pairs).total())
        sentences = _SENTENCES.split(" ".join([*left, *right]))[1:-1]
        sentences = [each for each in sentences if len(each) >= _SHORTEST_SENTENCE]
        counts.update(sentences=len(sentences), whole=sum(each in whole for each in sentences))
    return counts


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the weights, and print what they are worth."""
    parser = argparse.ArgumentParser(prog="python -m tools.training.columns", description=__doc__)
    parser.add_argument("--clerks", type=Path, default=Path("../shared/clerks"))
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--measure", action="store_true", help="only measure the weights there are")
    options = parser.parse_args(arguments)
    papers = list(read_papers(options.clerks, options.corpus))
    if not options.measure:
        teachers = [paper for paper in papers if not paper.is_held_back]
        weights = fit(
            example
            for number in range(_FORMS)
            for paper in teachers
            for example in list_examples(*paper.mix(number))
        )
        write(weights)
        print(f"{len(teachers)} papers, {len(weights)} weights")
    for old in (False, True):
        counts: Counter[str] = Counter()
        for paper in papers:
            form, pages = paper.mix(0) if paper.is_held_back else (None, [])
            if form and form.hyphens is old:
                counts += measure(pages)
        print(
            f"{'old' if old else 'new'} prints: {counts['papers']} papers, {counts['parted']} parted,"
            f" {counts['mixed']} still mixed; lines {counts['lines_right'] / counts['lines']:.3f},"
            f" sentences {counts['whole'] / counts['sentences']:.3f}"
        )


if __name__ == "__main__":
    main()
