"""Beside a rival: `--against centralia` reads the same PDFs with both programs.

The rival is installed by hand in an environment of its own (its licence is not stated, so that it
is never a dependency): `python3.12 -m venv rival && rival/bin/pip install centralia==0.0.6`, then
`--rival-python rival/bin/python`. Only papers of courts that it has released are compared.
A value is right by one lenient rule for both: a case name where the last word of each side of the
label stands in it in order; a docket number where the label's digits stand in it; a date where it
is equal; judges where the first one's surname stands in it. pdftotext, which knows no court, is
the third witness: its words that a program neither shows nor lists as removed may be lost.
"""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.convert.order import describe_source
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading import read_order
from tools.evaluation.batches import fold, read_batches
from tools.evaluation.described import describe_file
from tools.evaluation.gold_labels import Label, read_labels
from tools.evaluation.gold_rules import list_words

_READER = Path(__file__).with_name("rival_reader.py")
_FIELDS = ("case_name", "docket_numbers", "date", "judges")
_TEXTS = ("sentences", "furniture")
Reading = dict[str, Any]


def print_against(gold: Path, rival_python: Path, batches: Iterable[int]) -> None:
    """Read the PDFs of dev.jsonl and of some batches with both programs and print the table."""
    labels = [
        label
        for label in (*read_labels(gold.with_name("dev.jsonl")), *read_batches(gold, batches))
        if label.file.endswith(".pdf") and label.values.get("is_order", True)
    ]
    corpus = gold.parent.parent / "corpus"
    theirs = _read_theirs(labels, corpus, rival_python)
    known = [label for label in labels if label.file in theirs]
    ours = {label.file: _read_ours(corpus / label.file) for label in known}
    print(f"{len(known)} PDFs of {len({label.values['court'] for label in known})} courts")
    print(f"{'right / wrong / missing':24}{'centralia':>18}{'orders archive':>18}")
    for field in (*_FIELDS, *_TEXTS):
        cells = [_count(field, known, readings) for readings in (theirs, ours)]
        print(f"{field:24}" + "".join(f"{cell:>18}" for cell in cells))
    for name, key in (("words pdftotext has alone", "lost"), ("processor seconds", "seconds")):
        for label in known:
            for readings in (theirs, ours):
                reading = readings[label.file]
                reading.setdefault("lost", _count_lost(corpus / label.file, reading["words"]))
        sums = [sum(each[label.file][key] for label in known) for each in (theirs, ours)]
        print(f"{name:24}" + "".join(f"{total:>18.0f}" for total in sums))


def _read_theirs(labels: Sequence[Label], corpus: Path, python: Path) -> dict[str, Reading]:
    asked = [[str(corpus / label.file), label.values["court"]] for label in labels]
    run = subprocess.run(
        [str(python), "-P", str(_READER)],  # this folder has an html.py
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    read = [json.loads(line) for line in run.stdout.splitlines()]
    return {
        label.file: reading
        for label, reading in zip(labels, read, strict=True)
        if "refusal" not in reading
    }


def _read_ours(path: Path) -> Reading:
    start = process_time()
    raw = read_loose_file(path)
    try:
        describe_source(raw, read_order(raw), confirmed=True)
    except UnreadableOrderError as error:
        raise SystemExit(f"{path}: {error}") from error
    seconds = process_time() - start
    described = describe_file(path)
    assert described.order is not None
    got, clean = described.object, described.order.clean
    judges = [each["name"] or each["initials"] or "" for each in got["judges"]]
    return {
        "fields": {
            "case_name": got["case_name"] or "",
            "docket_numbers": " ".join(got["docket_numbers"]),
            "date": got["date"] or "",
            "judges": " ".join(judges),
        },
        "text": clean.reading_text,
        "words": "\n".join([clean.reading_text, *(each.text for each in clean.removals)]),
        "seconds": seconds,
    }


def _count(field: str, labels: Sequence[Label], readings: dict[str, Reading]) -> str:
    statuses: Counter[str] = Counter()
    for label in labels:
        statuses.update(_judge(field, label, readings[label.file]))
    return f"{statuses['right']} / {statuses['wrong']} / {statuses['missing']}"


def _judge(field: str, label: Label, reading: Reading) -> Iterator[str]:
    if field in _TEXTS:
        key = "body_must_contain" if field == "sentences" else "body_must_not_contain"
        body = fold(reading["text"])
        for each in label.values.get(key, ()):
            yield "right" if (fold(each) in body) is (field == "sentences") else "wrong"
        return
    accepted = [label.values[field], *label.values.get("acceptable", {}).get(field, [])]
    accepted = [each for each in accepted if each]
    if not accepted:
        return
    answer = reading["fields"][field]
    if not answer:
        yield "missing"
    else:
        yield "right" if any(_fits(field, each, answer) for each in accepted) else "wrong"


def _fits(field: str, label: Any, answer: str) -> bool:
    match field:
        case "case_name":
            sides = [list_words(side)[-1:] for side in re.split(r"\sv\.\s", label)]
            words = list_words(answer)
            places = [words.index(side[0]) if side and side[0] in words else -1 for side in sides]
            return -1 not in places and places == sorted(places)
        case "docket_numbers":
            return all(_digits(each) in _digits(answer) for each in label)
        case "judges":
            name = label[0].get("name") or label[0].get("initials") or ""
            words = [word for word in list_words(name) if word not in ("jr", "sr", "ii", "iii")]
            return bool(words) and words[-1] in list_words(answer)
        case _:
            return bool(label == answer)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _count_lost(path: Path, shown: str) -> int:
    """Words of pdftotext that the program neither shows nor lists as removed."""
    run = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    witness, words = (Counter(re.findall(r"\w+", text.lower())) for text in (run.stdout, shown))
    return (witness - words).total()
