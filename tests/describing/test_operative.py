"""How likely a sentence decides something, by its words and its place."""

from build_scripts.describing.operative import list_operative_signals, weigh_operative
from build_scripts.describing.ruling_sentences import RulingSentence, list_ruling_sentences
from tests.describing.specimens import make_order
from tests.describing.test_rulings import BACKGROUND
from tests.tables import each_row


def place(sentence: str) -> RulingSentence:
    return list_ruling_sentences(make_order(*BACKGROUND, sentence))[-1]


@each_row()
def test_a_ruling_is_likelier_than_what_tells_of_one(decides: str, tells: str) -> None:
    assert weigh_operative(place(decides)) > 0.5 > weigh_operative(place(tells))


def test_signals_are_words_next_to_verbs_and_places() -> None:
    signals = list_operative_signals(place("The motion is GRANTED."))
    assert {"shouted granted", "shouted verb behind is", "place conclusion", "short"} <= signals
    assert "cites" not in signals
    assert list_operative_signals(place("..."))  # without a word
