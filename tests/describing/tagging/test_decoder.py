"""The decoder: plain arithmetic that gives what the trainer's own gives."""

import json
from itertools import pairwise, product
from math import exp, isclose, log
from pathlib import Path

import pytest

from build_scripts.describing.tagging.decoder import Model, load_models, make_model, tag
from build_scripts.describing.tagging.features import list_features
from build_scripts.describing.tagging.segments import list_segments
from tests.describing.tagging.specimens import PAGES, make_pages

_SMALL = make_model(
    {
        "labels": ["A", "B", "O"],
        "steps": {"A": {"A": 0.4, "B": 1.2}, "B": {"O": 0.3, "A": -0.9}, "O": {"O": 0.5}},
        "features": {"A": {"x": 1.1, "y": -0.4}, "B": {"y": 0.9, "z": 0.2}, "O": {"z": 0.7}},
    }
)
_ROWS = (["x"], ["y", "z"], [], ["x", "unknown"], ["z"])


def _score(model: Model, rows: tuple[list[str], ...], path: tuple[int, ...]) -> float:
    total = 0.0
    for row, place in zip(rows, path, strict=True):
        total += sum(w for f in row for at, w in model.states.get(f, ()) if at == place)
    return total + sum(model.steps[a][b] for a, b in pairwise(path))


@pytest.mark.parametrize("rows", [_ROWS[:n] for n in range(1, 6)])
def test_decoding_is_what_all_paths_together_say(rows: tuple[list[str], ...]) -> None:
    paths = list(product(range(3), repeat=len(rows)))
    scores = {path: _score(_SMALL, rows, path) for path in paths}
    total = log(sum(map(exp, scores.values())))
    for at, chances in enumerate(tag(rows, _SMALL)):
        for place, label in enumerate(_SMALL.labels):
            expected = sum(exp(s - total) for p, s in scores.items() if p[at] == place)
            assert isclose(chances[label], expected, abs_tol=1e-9)


def test_nothing_is_tagged_in_nothing() -> None:
    assert tag([], _SMALL) == ()


@pytest.mark.parametrize("chain", ["caption", "signature"])
def test_chances_of_a_piece_add_up_in_the_shipped_models(chain: str) -> None:
    for text in PAGES:
        rows = list_features(list_segments(make_pages(text)))
        for chances in tag(rows, load_models()[chain]):
            assert isclose(sum(chances.values()), 1.0, abs_tol=1e-6)


_TRAINED = json.loads(Path(__file__).with_name("trained.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", range(len(PAGES)))
def test_the_decoder_gives_what_the_trainer_gave(number: int) -> None:
    """`trained.json` is what python-crfsuite 0.9.12 learned of the five pages and said of them."""
    said = _TRAINED["said"][number]
    tagged = tag(said["features"], make_model(_TRAINED["model"]))
    for chances, theirs in zip(tagged, said["chances"], strict=True):
        assert all(isclose(chances[label], theirs[label], abs_tol=1e-4) for label in theirs)


def test_the_trainer_learns_the_same_again() -> None:
    """Where the extra `train` is installed."""
    pytest.importorskip("pycrfsuite")
    from tests.describing.tagging.learn_specimens import learn

    again = learn()
    assert again["model"] == _TRAINED["model"]
