"""Write what the trainer learns of the five pages: `python -m tests.describing.tagging.learn_specimens`."""

import json
from pathlib import Path
from typing import Any

from build_scripts.describing.tagging.features import list_features
from build_scripts.describing.tagging.segments import list_segments
from tests.describing.tagging.specimens import PAGES, make_pages
from tools.training.tagger import fit_chain, read_chain


def learn() -> dict[str, Any]:
    """Fit labels by shape to the five pages; return the weights, and the trainer's own tags."""
    import pycrfsuite

    rows = [list_features(list_segments(make_pages(each))) for each in PAGES]
    rows = [[each[::4] for each in row] for row in rows]  # a quarter keeps the file small
    labels = [
        ["DATE" if "dated" in f or "date" in f else "V" if "versus" in f else "O" for f in each]
        for each in (list_features(list_segments(make_pages(page))) for page in PAGES)
    ]
    said = []
    with fit_chain(rows, labels) as path:
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        for row in rows:
            tagger.set(row)
            names = tagger.labels()
            chances = [
                {name: round(tagger.marginal(name, at), 6) for name in sorted(names)}
                for at in range(len(row))
            ]
            said.append({"features": row, "chances": chances})
        model = read_chain(tagger.info(), 0.0, 9)
    return {"model": model, "said": said}


if __name__ == "__main__":
    target = Path(__file__).with_name("trained.json")
    target.write_text(json.dumps(learn(), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
