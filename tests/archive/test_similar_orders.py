"""Orders that are alike share what few orders have."""

import datetime
import random
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.archive import similar_orders
from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.convert.cache import ConversionCache
from build_scripts.convert.kept import KeptResults
from build_scripts.model.archive import SimilarOrder
from build_scripts.model.citation import CitationKind
from build_scripts.model.description import Claim, MotionKind, Outcome, Ruling
from build_scripts.model.order import Order
from tests.archive.conftest import make_citation, make_docket, make_order

RARE = ("cordless", "scanner", "eavesdropper")
COMMON = "motion court party order judgment claim record evidence".split()


def make(number: int, *rare: str, **values: object) -> Order:
    """An order of a case of its own, of common words and some rare ones, each twice."""
    draw = random.Random(number)  # noqa: S311
    own = ["".join(draw.choices("bcdfghjklmnp", k=9)) for _ in range(30)]
    text = " ".join((*COMMON * 2, *own * 2, *rare * 2))
    day = datetime.date(2031, 1, 1) + datetime.timedelta(days=number)
    number_of = make_docket(
        f"3:31-cv-{number:05d}", office="3", year=2031, case_type="cv", serial=number
    )
    return make_order(
        f"o{number:03d}",
        **{"dockets": (number_of,), "date": day, "case": f"Quill{number} v. Ostrich{number}", "text": text}
        | values,
    )  # fmt: skip


def find(*orders: Order) -> dict[str, tuple[SimilarOrder, ...]]:
    """What each order is like, by its file, beside fifty others."""
    others = [make(number) for number in range(200, 250)]
    archive = catalogue_orders([*orders, *others])
    files = {one.address: one.order.source.path for one in archive.orders}
    return {
        one.order.source.path: tuple(replace(each, address=files[each.address]) for each in one.similar)
        for one in archive.orders
    }  # fmt: skip


def test_rare_words_that_both_use_twice_are_the_reason() -> None:
    found = find(make(1, *RARE), make(2, *RARE), make(3))
    (like,) = found["o001.txt"]
    assert like.address == "o002.txt"
    assert set(like.words) == set(RARE)
    assert found["o003.txt"] == found["o200.txt"] == ()


def test_names_and_words_used_once_say_nothing() -> None:
    names = make(1, "Cordless", "Scanner"), make(2, "Cordless", "Scanner")
    assert find(*names)["o001.txt"] == ()
    once = [replace_text(make(number), " ".join(RARE)) for number in (1, 2)]
    assert find(*once)["o001.txt"] == ()


def replace_text(one: Order, words: str) -> Order:
    block = replace(one.clean.blocks[0], text=f"{one.clean.text} {words}")
    return replace(one, clean=replace(one.clean, blocks=(block,)))


def test_authorities_count_by_their_rarity() -> None:
    rare, frequent = (
        make_citation(CitationKind.CASE, form) for form in ("700 F.4th 12", "710 F.4th 3")
    )
    both = [make(number, citations=(rare, frequent)) for number in (1, 2)]
    many = [make(number, citations=(frequent,)) for number in range(300, 370)]
    archive = find(*both, *many)
    assert [(like.address, like.authorities) for like in archive["o001.txt"]] == [
        ("o002.txt", ("700 F.4th 12",))
    ]
    assert archive["o300.txt"] == ()


@pytest.mark.parametrize("shared", [{"case": "Wren v. Finch", "date": datetime.date(2031, 1, 1)}, {"own": ("700 F.4th 12",)}, {"dockets": (make_docket("3:31-cv-00001", office="3", year=2031, case_type="cv", serial=1),)}])  # fmt: skip
def test_one_case_and_one_decision_are_not_compared(shared: dict[str, object]) -> None:
    assert find(make(1, *RARE, **shared), make(2, *RARE, **shared))["o001.txt"] == ()


def test_what_became_of_an_order_is_told_elsewhere() -> None:
    cited = make_citation(CitationKind.CASE, "700 F.4th 12", history="aff'd, 710 F.4th 3")
    below = make(1, *RARE, own=("700 F.4th 12",))
    above = make(2, *RARE, own=("710 F.4th 3",))
    words = "700 F.4th 12, aff'd, 710 F.4th 3"
    third = make_order(
        "third",
        text=words,
        case="Heron v. Wren",
        citations=(
            cited,
            make_citation(CitationKind.CASE, "710 F.4th 3", start=words.index("710")),
        ),
    )
    assert [like.address for like in find(below, above)["o001.txt"]] == ["o002.txt"]
    assert find(below, above, third)["o001.txt"] == ()


def test_a_ruling_that_both_made_is_named() -> None:
    ruling = Ruling("motion to suppress", Outcome.DENIED, (), (), MotionKind.SUPPRESS)
    both = [
        replace(one, description=replace(one.description, rulings=(Claim(ruling, None, "by hand"),)))
        for one in (make(1, *RARE), make(2, *RARE))
    ]  # fmt: skip
    (like,) = find(*both)["o001.txt"]
    assert like.rulings == ((MotionKind.SUPPRESS, Outcome.DENIED),)


def test_a_paper_that_is_no_order_is_like_none() -> None:
    shared = make_citation(CitationKind.CASE, "700 F.4th 12")
    one, other = (make(number, *RARE, citations=(shared,)) for number in (1, 2))
    paper = replace(other, description=replace(other.description, is_order=Claim(False, None, "")))
    found = find(one, paper)
    assert found["o001.txt"] == found["o002.txt"] == ()


def test_nothing_is_rare_in_a_small_archive() -> None:
    archive = catalogue_orders([make(1, *RARE), make(2, *RARE)])
    assert not any(one.similar for one in archive.orders)


def test_a_later_build_finds_what_one_from_nothing_finds(tmp_path: Path) -> None:
    """What is kept is made of all orders: a new, removed or changed one makes it again."""
    others = [make(number) for number in range(200, 250)]
    alike = make(1, *RARE), make(2, *RARE)
    retold = make(2, *RARE, case="Quill2 v. Heron", text=" ".join((*COMMON, *RARE[:2] * 2)))
    for orders in (alike, alike, (*alike, make(3, *RARE)), (alike[0], retold), alike):
        kept = KeptResults(ConversionCache(str(tmp_path), "program"), "home", "words")
        later = catalogue_orders([*orders, *others], keep=kept.keep)
        kept.remove_others()
        assert later == catalogue_orders([*orders, *others])
        assert any(one.similar for one in later.orders)


def test_a_correction_of_what_is_not_compared_compares_nothing_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [make(number) for number in range(200, 250)]
    one, other = make(1, *RARE), make(2, *RARE)
    filed = Claim(datetime.date(2031, 2, 3), None, "an editor")
    corrected = replace(other, description=replace(other.description, date_filed=filed))
    kept = KeptResults(ConversionCache(str(tmp_path), "program"), "home", "words")
    first = catalogue_orders([one, other, *others], keep=kept.keep)
    monkeypatch.delattr(similar_orders, "_compare")
    later = catalogue_orders([one, corrected, *others], keep=kept.keep)
    assert [each.similar for each in later.orders] == [each.similar for each in first.orders]
