"""List the words that papers of many courts print: `python -m tools.training.vocabulary FOLDER`.

FOLDER holds papers and decisions with their courts, a JSON object a line. A word counts once a
court. Words that scans cut ("efendants", "aiver") are left out: a word that few courts print, and
that many more print with one to four letters before it.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from build_scripts.describing import candidates

_WORD = re.compile(r"\b[a-z]{3,}\b")
_FEWEST_COURTS = 5
_FEW_COURTS = 25
_MANY_MORE = 5  # times as many courts print the whole word
_MOST_CUT = 4  # letters
_WORDS = Path(candidates.__file__).with_name("weights") / "vocabulary.json"


def list_common_words(papers: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the words that papers of many courts print in small letters, in alphabetical order.

    `papers` are pairs of a court and a text.
    """
    courts = defaultdict(set)
    for court, text in papers:
        for word in set(_WORD.findall(text)):
            courts[word].add(court)
    counts = {word: len(found) for word, found in courts.items()}
    longer: Counter[str] = Counter()  # how many courts print a word that ends in these letters
    for word, count in counts.items():
        for cut in range(1, _MOST_CUT + 1):
            longer[word[cut:]] = max(longer[word[cut:]], count)
    for word, count in sorted(counts.items()):
        is_cut = count < _FEW_COURTS and longer[word] >= _MANY_MORE * count
        if count >= _FEWEST_COURTS and not is_cut:
            yield word


def _read_papers(folder: Path) -> Iterator[tuple[str, str]]:
    for name in ("papers", "decisions"):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                paper = json.loads(line)
                yield paper["court"], paper["text"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the words to `weights/vocabulary.json`."""
    parser = argparse.ArgumentParser(prog="python -m tools.training.vocabulary")
    parser.add_argument("folder", type=Path)
    words = list(list_common_words(_read_papers(parser.parse_args(arguments).folder)))
    text = json.dumps({"words": " ".join(words)}, indent=1)
    _WORDS.write_text(f"{text}\n", encoding="utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
