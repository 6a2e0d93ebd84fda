"""Measures that need no labels: `--label-free FOLDER`.

Each counts what a person would call wrong at a glance, over every PDF, text and page of a folder; a count that
falls is work done, and nobody needs to have read the orders. Only counts are printed, so that
orders that are kept apart stay unread; `--show PATH` prints what was counted in files whose path
begins so.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import pairwise
from pathlib import Path

from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.model.clean_order import Block, BlockKind
from build_scripts.model.order import Order
from build_scripts.model.source_text import SourceText
from tools.evaluation.described import Described, describe_file, read_kept

ENDINGS = (".pdf", ".txt", ".html", ".htm")
EDGE = 3  # lines that hold anything
FEWEST_LETTERS = 4
OFTEN = 3  # pages or places
_MONTHS = "January February March April May June July August September October November December"
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS.split())})\b")
_LONE = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_STOP = re.compile(r"[.?!:;—–…](?:['’”\")\]\s]|\d{1,3}|\*)*$")
_DISPOSES = re.compile(
    r"\b(?:is|are|be|hereby)\s+(?:hereby\s+)?"
    r"(?:GRANTED|DENIED|DISMISSED|AFFIRMED|REVERSED|VACATED|REMANDED|SUSTAINED|OVERRULED)\b"
)

Finding = tuple[str, str]  # measure, what was counted
MEASURES = (
    "not converted",
    "words lost",
    "lines that recur at page edges",
    "lone numbers",
    "paragraphs that begin in lower case",
    "paragraphs without a stop",
    "sentences cut by a page",
    "names with digits or months",
    "headings that recur",
    "dispositive words, no ruling",
)


def print_label_free(folder: Path, jobs: int, show: str | None) -> None:
    """Print how often each thing was found, and in how many files."""
    paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
    counts: Counter[str] = Counter()
    files: Counter[str] = Counter()
    with ProcessPoolExecutor(jobs) as pool:
        for path, findings in zip(paths, pool.map(measure_file, paths, chunksize=4), strict=True):
            of_file = Counter(measure for measure, _ in findings)
            counts.update(of_file)
            files.update(of_file.keys())
            name = path.relative_to(folder).as_posix()
            if show is not None and name.startswith(show):
                for measure, text in findings:
                    print(f"{name}: {measure}: {text}")
    print(f"{'over ' + str(len(paths)) + ' files':42}{'count':>8}{'files':>7}")
    for measure in MEASURES:
        print(f"{measure:42}{counts[measure]:8}{files[measure]:7}")


def measure_file(path: Path) -> list[Finding]:
    """All that is found in one file."""
    described = describe_file(path)
    if described.order is None:
        lost = described.refusal.startswith("words lost")
        return [("words lost" if lost else "not converted", described.refusal)]
    source = read_kept(read_loose_file(path))
    return list(measure_order(described.order, described, source))


def measure_order(order: Order, described: Described, source: SourceText) -> Iterator[Finding]:
    """All that is found in one order."""
    measures: tuple[tuple[str, Callable[[], Iterator[str]]], ...] = (
        ("lines that recur at page edges", partial(_find_recurring, order, source)),
        ("lone numbers", partial(_find_lone, order)),
        ("paragraphs that begin in lower case", partial(_find_begun, order)),
        ("paragraphs without a stop", partial(_find_unended, order)),
        ("sentences cut by a page", partial(_find_cut, order)),
        ("names with digits or months", partial(_find_names, described)),
        ("headings that recur", partial(_find_headings, order)),
        ("dispositive words, no ruling", partial(_find_undisposed, order, described)),
    )
    for measure, find in measures:
        yield from ((measure, text) for text in find())


def _find_recurring(order: Order, source: SourceText) -> Iterator[str]:
    left = {(removal.page, removal.line) for removal in order.clean.removals}
    places: dict[str, list[str]] = defaultdict(list)
    if len(source.pages) < OFTEN:
        return
    for page in source.pages:
        kept = [line for line in page.lines if line.text.strip()]
        edges = {line.number: line for line in (*kept[:EDGE], *kept[-EDGE:])}
        for line in edges.values():
            key = "".join(filter(str.isalpha, line.text)).casefold()
            if len(key) >= FEWEST_LETTERS and (page.number, line.number) not in left:
                places[key].append(line.text.strip())
    for texts in places.values():
        if len(texts) >= OFTEN:
            yield from texts


def _list_paragraphs(order: Order) -> list[Block]:
    return [block for block in order.clean.blocks if block.kind is BlockKind.PARAGRAPH]


def _find_lone(order: Order) -> Iterator[str]:
    yield from (block.text for block in order.clean.blocks if _LONE.fullmatch(block.text))


def _find_begun(order: Order) -> Iterator[str]:
    """A paragraph that goes on below a quotation, a list or a table begins so rightly."""
    before: Block | None = None
    for block in order.clean.blocks:
        beside = before is None or before.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        if block.kind is BlockKind.PARAGRAPH and block.text[:1].islower() and beside:
            yield block.text[:80]
        before = block


def _find_unended(order: Order) -> Iterator[str]:
    yield from (b.text[-80:] for b in _list_paragraphs(order) if not _STOP.search(b.text[-24:]))


def _find_cut(order: Order) -> Iterator[str]:
    for above, below in pairwise(_list_paragraphs(order)):
        parted = below.places[0].page != above.places[-1].page
        if parted and below.text[:1].islower() and not _STOP.search(above.text[-24:]):
            yield f"{above.text[-40:]} | {below.text[:40]}"


def _find_names(described: Described) -> Iterator[str]:
    judges = [judge["name"] or "" for judge in described.object["judges"]]
    for name in (described.object["case_name"] or "", *judges):
        if _MONTH.search(name) or (any(map(str.isdigit, name)) and "$" not in name):
            yield name


def _find_headings(order: Order) -> Iterator[str]:
    headings = [b.text.casefold() for b in order.clean.blocks if b.kind is BlockKind.HEADING]
    for text, count in Counter(headings).items():
        if count >= OFTEN:
            yield text


def _find_undisposed(order: Order, described: Described) -> Iterator[str]:
    said = described.object
    if said["is_order"] and not said["rulings"] and said["disposition"] in (None, "none"):
        match = _DISPOSES.search(order.clean.text)
        if match:
            yield match[0]
