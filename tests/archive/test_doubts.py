"""Doubtful values: which are asked about first."""

from dataclasses import replace

from build_scripts.archive import catalogue_orders
from build_scripts.archive.doubts import Doubt, list_doubts, rank_findings
from build_scripts.model.archive import Archive
from build_scripts.problems import Finding, FindingCode
from tests.archive.conftest import make_order

C = FindingCode


def find(path: str, code: FindingCode, field: str = "") -> Finding:
    return Finding(path, code, "It is so.", "Look.", field=field)


def build(findings: tuple[Finding, ...], **sure: dict[str, float]) -> Archive:
    """An archive of an order for each name, with how sure some of its fields are."""
    orders = []
    for name, confidences in sure.items():
        order = make_order(name)
        order = replace(order, source=replace(order.source, path=name))
        claims = {
            field: replace(getattr(order.description, field), confidence=each)
            for field, each in confidences.items()
        }
        orders.append(replace(order, description=replace(order.description, **claims)))
    return replace(catalogue_orders(orders), findings=findings)


def test_what_is_most_likely_wrong_and_most_visible_comes_first() -> None:
    archive = build(
        (find("b", C.NO_JUDGE, "judges"), find("b", C.UNTIED_FOOTNOTE)),
        a={"title": 0.6, "case_name": 0.7, "court": 0.85},
        b={"title": 0.79, "date": 0.55},
    )
    doubts = list_doubts(archive)
    assert [(one.path, one.field) for one in doubts] == [
        ("b", "date"),
        ("a", "title"),
        ("a", "case_name"),
        ("b", "judges"),  # one time of four there is one
        ("b", "title"),
    ]
    assert [one.weight for one in doubts] == [0.405, 0.32, 0.3, 0.225, 0.168]


def test_what_speaks_against_a_value_is_taken_together() -> None:
    differs = find("a", C.SECOND_READER_DIFFERS, "title")
    odd = find("a", C.IMPLAUSIBLE, "title")
    twice = replace(odd, message="It is odd besides.")
    (doubt,) = list_doubts(build((differs, odd, twice), a={"title": 0.6}))
    assert doubt.findings == (differs, odd, twice)
    assert doubt.wrong == round(1 - 0.6 * 0.8 * 0.5, 4)


def test_a_paper_that_is_held_back_is_asked_of_though_it_is_not_in_the_archive() -> None:
    held = find("brief.pdf", C.HELD_BACK, "is_order")
    words = find("open.pdf", C.HELD_BACK)  # for words that another withholds: no value is wrong
    assert list_doubts(build((held, words), a={})) == (
        Doubt("brief.pdf", "is_order", 0.1, (held,)),
    )


def test_findings_follow_the_rank() -> None:
    broken = find("d", C.UNREADABLE_FILE)
    title, judge, loose = (
        find("a", C.SECOND_READER_DIFFERS, "title"),
        find("b", C.NO_JUDGE, "judges"),
        find("b", C.UNTIED_FOOTNOTE),
    )
    idle = find("c", C.DUPLICATE_ORDER)
    doubts = (Doubt("b", "judges", 0.8, (judge,)), Doubt("a", "title", 0.4, (title,)))
    ranked = rank_findings([title, loose, judge, idle, broken], doubts)
    assert ranked == [broken, judge, loose, title, idle]


def test_the_order_of_doubts_is_always_the_same() -> None:
    first = list_doubts(build((), a={"title": 0.5}, b={"title": 0.5}))
    again = list_doubts(build((), b={"title": 0.5}, a={"title": 0.5}))
    assert first == again
    assert [one.path for one in first] == ["a", "b"]
