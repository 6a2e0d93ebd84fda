"""Private data: recall and precision over specimens, and what a folder of real orders holds."""

import json
from collections import Counter
from pathlib import Path

from build_scripts.archive.storage.orders_folder import list_order_paths, read_raw_order
from build_scripts.cleaning import clean_order
from build_scripts.problems import ArchiveError
from build_scripts.reading import read_order
from build_scripts.reading.archive_zip import expand_archive
from build_scripts.redacting import redact_order
from tests.redacting.test_private_words import DEVELOPED, LATER, measure


def count_private(corpus: Path) -> dict[str, Counter[str]]:
    """Counts by folder of the corpus and by kind; a flagged one counts as its kind, "flagged"."""
    table: dict[str, Counter[str]] = {}
    for path in list_order_paths(corpus):
        counts = table.setdefault(path.partition("/")[0], Counter())
        try:
            for raw in expand_archive(read_raw_order(corpus, path)).orders:
                source = read_order(raw)
                redacted = redact_order(raw.path, source, clean_order(source))
                counts["orders"] += 1
                counts["with any"] += bool(redacted.redaction.redacted)
                counts.update(str(one.kind) for one in redacted.redaction.redacted)
                counts["flagged"] += sum(
                    each.code.value == "private-data" for each in redacted.findings
                )
        except ArchiveError:
            counts["not read"] += 1
    return table


def print_private(corpus: Path, as_json: bool) -> None:
    """Print recall and precision, then the counts; no words of an order are printed."""
    scores = {name: measure(*names) for name, names in (("first", DEVELOPED), ("later", LATER))}
    table = count_private(corpus)
    if as_json:
        print(json.dumps({"specimens": scores, "corpus": table}, indent=2))
        return
    for name, (recall, precision) in scores.items():
        print(f"{name} specimens: recall {recall:.3f}, precision {precision:.3f}")
    for folder, counts in table.items():
        print(f"{folder}: " + ", ".join(f"{kind} {n}" for kind, n in sorted(counts.items()) if n))
