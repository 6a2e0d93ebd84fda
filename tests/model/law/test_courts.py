import courts_db
from courts_db.utils import gather_regexes

from build_scripts.model.law.court_table import (
    find_known_court,
    find_listed_court,
    find_needs,
    is_appellate,
    load_court_table,
)
from build_scripts.model.law.courts import match_court
from tests.tables import each_row


@each_row()
def test_match_court(text: str, court_id: str, name: str) -> None:
    found = match_court(text)
    assert found
    assert (found.court.court_id, found.court.name) == (court_id, name)


@each_row()
def test_no_court(text: str) -> None:
    assert match_court(text) is None


@each_row()
def test_courts_as_their_papers_print_them(text: str, court_id: str) -> None:
    found = match_court(text)
    assert found
    assert found.court.court_id == court_id


def test_table_holds_every_district_and_circuit() -> None:
    table = load_court_table()
    assert len(table.circuits) == 13
    current = {"almd", "cand", "dcd", "gud", "ilnd", "laed", "nmid", "nysd", "prd", "vid", "wvsd"}
    assert current <= {court.court_id for court in table.districts.values()} | {"nmid"}
    assert table.districts["Southern", "west virginia"].citation_string == "S.D.W. Va."
    assert table.districts["", "maryland"].citation_string == "D. Md."


@each_row()
def test_is_appellate(court_id: str, expected: bool) -> None:
    assert is_appellate(court_id) is expected


@each_row()
def test_courts_go_by_their_own_names(court_id: str, name: str) -> None:
    court = find_known_court(court_id)
    assert court
    assert court.name == name


@each_row()
def test_courts_that_courts_db_alone_knows(line: str, court_id: str | None) -> None:
    court = find_listed_court(line)
    assert (court.court_id if court else None) == court_id


@each_row()
def test_words_that_a_pattern_needs(pattern: str, words: list[str]) -> None:
    assert find_needs(pattern) == tuple(words)


def test_patterns_without_their_words_match_no_name() -> None:
    """Every 60th court's name, and what courts-db gives as examples, against a fifth of them."""
    some = courts_db.courts[::60]
    names = {name for court in some for name in (court["name"], *court.get("examples", ())[:2])}
    names |= {name.upper() for name in names}
    for pattern, *_ in gather_regexes(courts_db.courts[::5]):
        needs = find_needs(pattern.pattern)
        for name in names:
            if not all(word in name.lower() for word in needs):
                assert not pattern.search(name), (pattern.pattern, name)
