"""What orders have, and how each motion came out, as searches ask for it."""

from build_scripts.archive import catalogue_orders
from build_scripts.archive.slugs import slugify
from build_scripts.model.description import Judge, MotionKind, Outcome, RulingScope
from build_scripts.search.recognised import list_fixed_values
from build_scripts.search.records import rank_orders
from build_scripts.site.search_engine import open_archive_search
from tests.archive.conftest import make_order


def find(searchable, text):
    return searchable.engine.find(text)


def test_outcomes_are_those_of_rulings():
    known = [value.label for value in list_fixed_values()["outcome"]]
    assert known == [outcome.value for outcome in Outcome if outcome is not Outcome.NONE]


def test_motions_are_known_by_their_address():
    assert all(slugify(kind.value) == kind.value.replace(" ", "-") for kind in MotionKind)


def test_motion_and_outcome_are_of_one_ruling(specimens):
    stated = [specimens.archive.orders[index].stated for index in rank_orders(specimens.archive)]
    rulings = [
        {
            (claim.value.kind.value, claim.value.outcome.value)
            for claim in said.rulings
            if claim.value.scope is not RulingScope.RECOMMENDATION
        }
        if said.is_order.value
        else set()
        for said in stated
    ]
    motions = {motion for each in rulings for motion, _ in each}
    outcomes = {outcome for each in rulings for _, outcome in each} - {"none"}
    assert len(motions) > 5 < len(outcomes)
    differ = 0
    for motion in motions:
        for outcome in outcomes:
            found = find(specimens, f'outcome:"{outcome}" motion:"{motion}"')
            assert found == [r for r, each in enumerate(rulings) if (motion, outcome) in each]
            apart = find(specimens, f'(motion:"{motion}") (outcome:"{outcome}")')
            assert apart == found, "parentheses of one choice change nothing"
            both = {*find(specimens, f'motion:"{motion}"')} & {
                *find(specimens, f'outcome:"{outcome}"')
            }
            differ += len(both) > len(found)
    assert differ, "no specimen has a motion and an outcome of another"


def test_presence(specimens):
    orders = [specimens.archive.orders[index].order for index in rank_orders(specimens.archive)]
    with_notes = [rank for rank, order in enumerate(orders) if order.clean.footnotes]
    assert find(specimens, "has:footnotes") == with_notes
    assert 0 < len(with_notes) < len(orders)
    ruled = [rank for rank, order in enumerate(orders) if order.description.rulings]
    assert find(specimens, "has:ruling") == ruled
    everything = set(range(len(orders)))
    for value in list_fixed_values()["has"]:
        has, lacks = find(specimens, f"has:{value.label}"), find(specimens, f"-has:{value.label}")
        assert {*has} | {*lacks} == everything
        assert not {*has} & {*lacks}


def test_a_judges_name_is_found_without_its_apostrophe():
    judge = Judge("Patrick O’Brien", "United States District Judge", None)
    archive = catalogue_orders([make_order("a", judges=(judge,)), make_order("b")])
    engine = open_archive_search(archive)
    (found,) = {tuple(engine.find(f"judge:{one}")) for one in ("OBrien", "O'Brien", "o’brien")}
    assert [archive.orders[rank_orders(archive)[rank]].order.source.path for rank in found] == [
        "a.txt"
    ]
