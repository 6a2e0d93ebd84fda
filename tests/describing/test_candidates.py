"""Candidates are pooled, weighed and chosen; what is more likely wrong than right stays a guess."""

from dataclasses import replace

import pytest

from build_scripts.describing import candidates, describe_order
from build_scripts.describing.candidates import AGREEMENT, Candidate, claim, pick, pool, weigh
from build_scripts.describing.guesses import set_guesses_apart
from build_scripts.model.description import Claim, Guess, Span
from tests.describing.specimens import make_order
from tests.tables import as_tuples, each_row

WEIGHTS = {"bias": -1.0, "label": 3.0, "month in it": -4.0, AGREEMENT: 1.0}


@pytest.fixture
def known_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "read_weights", lambda _field: WEIGHTS)


def propose(value: str, start: int, *signals: str) -> Candidate[str]:
    return Candidate(value, Span(start, start + len(value)), "a test", frozenset(signals))


@each_row(signals=as_tuples)
def test_signals_add_up_to_a_confidence(signals: tuple[str, ...], sure: float) -> None:
    assert weigh(signals, WEIGHTS) == pytest.approx(sure, abs=0.005)


@pytest.mark.usefixtures("known_weights")
def test_the_likeliest_candidate_is_claimed_with_its_confidence() -> None:
    found = claim(
        "any", [propose("March 16", 0, "label", "month in it"), propose("Roe", 20, "label")]
    )
    assert found == Claim("Roe", Span(20, 23), "a test", confidence=0.88)


@pytest.mark.usefixtures("known_weights")
def test_without_candidates_nothing_is_claimed() -> None:
    assert claim("any", []) is None


def test_one_value_in_two_places_has_the_signals_of_both() -> None:
    (one,) = pool([propose("Roe", 0, "label"), propose("Roe", 50, "capitals")])
    assert one.signals == {"label", "capitals", AGREEMENT}
    assert one.evidence == Span(0, 3)


def test_one_value_proposed_twice_in_one_place_agrees_with_nothing() -> None:
    (one,) = pool([propose("Roe", 0, "label"), propose("Roe", 0, "capitals")])
    assert AGREEMENT not in one.signals


@each_row()
def test_a_claim_less_than_half_sure_is_a_guess(confidence: float | None, stays: bool) -> None:
    said = Claim("Roe v. Poe", None, "a test", confidence=confidence)
    silent = describe_order(make_order("No order says less."))
    known = set_guesses_apart(replace(silent, case_name=said))
    assert (known.case_name == said) is stays
    assert (known.guesses == (Guess("case_name", said),)) is not stays


@each_row(confidences=as_tuples)
def test_a_likely_second_value_makes_the_first_doubtful(
    confidences: tuple[float, ...], sure: float, competes: bool
) -> None:
    weighed = [(propose(str(rank), 0), each) for rank, each in enumerate(confidences)]
    found = pick(weighed, lambda _best, _other: competes)
    assert found == (weighed[0][0], pytest.approx(sure, abs=0.005))


def test_of_no_value_none_is_picked() -> None:
    assert pick(()) is None
