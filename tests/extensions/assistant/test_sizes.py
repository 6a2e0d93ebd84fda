"""Answers stay small, and say what they leave out."""

import pytest

from build_scripts.extensions.assistant.answers import count_bytes, fill

ITEMS = [f"{number} " + "word " * 30 for number in range(50)]


def _present(text: str) -> dict[str, object]:
    return {"text": text, "page": "4"}


@pytest.mark.parametrize("room", [500, 1000, 4000, 60_000])
def test_walking_on_gives_every_item_once_in_answers_of_the_size(room: int) -> None:
    found: list[str] = []
    start = 0
    while True:
        answer = fill({"notice": "n"}, "items", ITEMS, _present, start, room)
        assert count_bytes(answer) <= room
        found += [item["text"] for item in answer["items"]]
        if not answer["partial"]:
            break
        start = answer["next"]
    assert found == ITEMS


def test_an_item_too_long_for_an_answer_is_cut_and_says_so() -> None:
    answer = fill({}, "items", ["ü" * 5000, "b"], _present, 0, 1000)
    assert answer["items"][0]["cut"] is True
    assert set(answer["items"][0]["text"]) == {"ü"}
    assert (answer["partial"], answer["next"]) == (True, 1)
    assert count_bytes(answer) <= 1000


def test_an_empty_list_is_whole() -> None:
    assert fill({}, "items", [], _present) == {"items": [], "partial": False}
