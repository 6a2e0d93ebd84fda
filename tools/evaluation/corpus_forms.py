"""Real orders by form: files read, words conserved, furniture left in the text, seconds a page."""

import json
import re
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.cleaning import clean_order
from build_scripts.problems import ArchiveError, UnreadableOrderError
from build_scripts.reading import read_order

NO_ORDERS = frozenset(("notices-of-electronic-filing",))
SUFFIXES = frozenset(
    (".pdf", ".txt", ".md", ".html", ".json", ".doc", ".docx", ".odt", ".rtf", ".wpd")
)
# Accepted: "Case 3:24-cv-01234 Document 7"; "11 12 13 14 15 16"; "United States District Court
#   Northern District of California 12" between words
FURNITURE = {
    "stamps": re.compile(r"Case\s+\d:\d\d-[a-z]{2}-\S+\s+Document\s+\d"),
    "number runs": re.compile(r"(?:\b\d{1,2}\s+){5,}\d{1,2}\b"),
    "margin names": re.compile(
        r"United States District Court\s+(?:[A-Z]\w+ )?District of [A-Z]\w+"
    ),
}


@dataclass(slots=True)
class FormCounts:
    """Sums over a form's files."""

    files: int = 0
    unread: int = 0
    words_lost: int = 0
    pages: int = 0
    seconds: float = 0.0
    stamps: int = 0
    number_runs: int = 0
    margin_names: int = 0


def measure_forms(corpus: Path) -> dict[str, FormCounts]:
    """Counts by folder of the corpus; a form without pages counts a file as one."""
    table: dict[str, FormCounts] = {}
    for path in sorted(corpus.rglob("*")):
        folder = path.relative_to(corpus).parts[0]
        if path.suffix not in SUFFIXES or folder in NO_ORDERS or path.parent == corpus:
            continue
        counts = table.setdefault(folder, FormCounts())
        counts.files += 1
        started = time.perf_counter()
        try:
            clean = clean_order(read_order(read_loose_file(path)))
        except UnreadableOrderError:
            counts.unread += 1
            continue
        except ArchiveError:
            counts.words_lost += 1
            continue
        finally:
            counts.seconds += time.perf_counter() - started
        counts.pages += clean.page_count or 1
        counts.stamps += len(FURNITURE["stamps"].findall(clean.text))
        counts.number_runs += len(FURNITURE["number runs"].findall(clean.text))
        counts.margin_names += len(FURNITURE["margin names"].findall(clean.text))
    return table


def print_corpus_forms(corpus: Path, as_json: bool) -> None:
    """Print the table by form."""
    table = measure_forms(corpus)
    if as_json:
        print(json.dumps({form: asdict(counts) for form, counts in table.items()}, indent=2))
        return
    head = ("files", "unread", "lost", "pages", "s/page", "stamps", "runs", "margins")
    print(f"{'form':<24}" + "".join(f"{name:>9}" for name in head))
    for form, counts in table.items():
        row = (
            counts.files,
            counts.unread,
            counts.words_lost,
            counts.pages,
            f"{counts.seconds / max(1, counts.pages):.4f}",
            counts.stamps,
            counts.number_runs,
            counts.margin_names,
        )
        print(f"{form:<24}" + "".join(f"{cell:>9}" for cell in row))
