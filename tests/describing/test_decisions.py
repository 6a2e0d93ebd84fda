from build_scripts.describing.decisions import list_decisions
from build_scripts.model.description import Outcome
from tests.tables import each_row, list_of_tuples


def show(sentence: str) -> list[tuple[str, Outcome]]:
    return [
        (each.motion.wording if each.motion else each.thing, each.outcome)
        for each in list_decisions(sentence)
    ]


@each_row(expected=list_of_tuples)
def test_list_decisions(sentence: str, expected: list[tuple[str, Outcome]]) -> None:
    assert show(sentence) == expected


def test_clause_bounds_the_qualifiers() -> None:
    sentence = "The motion to seal is denied, and the motion to strike is denied as moot."
    first, second = list_decisions(sentence)
    assert "moot" not in sentence[first.start : first.end]
    assert sentence[second.start : second.end].endswith("as moot")
