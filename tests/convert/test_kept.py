"""Results that are kept: found again where all that they were made of is the same."""

from pathlib import Path
from types import MappingProxyType

import pytest
from markupsafe import Markup

from build_scripts.convert.cache import ConversionCache
from build_scripts.convert.kept import KeptResults
from build_scripts.model.page import Deferred, Section


def keep(place: str, made_of: object, made: object, kind: type = str, by: str = "words") -> object:
    """What a new process gets, which would make `made`."""
    kept = KeptResults(ConversionCache(place, "program"), "home", by)
    return kept.keep("page", lambda: made_of, kind, lambda: made)


@pytest.mark.parametrize(
    ("before", "after", "is_same"),
    [
        (("a", 1), ("a", 1), True),
        (("a", 1), ("a", 2), False),
        (frozenset("abcdef"), frozenset("fedcba"), True),
        ({"a": 1, "b": 2}, MappingProxyType({"b": 2, "a": 1}), True),
        ("<b>", Markup("<b>"), False),  # a template escapes the one and not the other
        (Section("a", "A"), Section("a", "A"), True),
        (Section("a", "A"), Section("a", "B"), False),
        ("\ud800", "\ud800", False),  # it has no bytes to compare
    ],
)
def test_a_result_is_found_by_what_it_was_made_of(
    tmp_path: Path, before: object, after: object, is_same: bool
) -> None:
    assert keep(str(tmp_path), before, "first") == "first"
    assert keep(str(tmp_path), after, "second") == ("first" if is_same else "second")


def test_other_words_of_the_interface_give_another_result(tmp_path: Path) -> None:
    assert keep(str(tmp_path), 1, "first") == "first"
    assert keep(str(tmp_path), 1, "second", by="other words") == "second"
    assert keep(str(tmp_path), 1, "third") == "third"  # a name has one result, the last


def test_results_have_the_types_that_were_made(tmp_path: Path) -> None:
    made = (Section("a", "A", (Section("b", "B"),)), Markup("<b>"))
    for _ in range(2):
        found = keep(str(tmp_path), 1, made, tuple[Section, Markup])  # type: ignore[arg-type]
        assert found == made
        assert isinstance(found[1], Markup)  # type: ignore[index]


def test_what_has_no_fixed_form_is_refused(tmp_path: Path) -> None:
    """A key of an object's place in memory would never be found again, or found wrongly."""
    with pytest.raises(NotImplementedError, match="neither kept nor compared"):
        keep(str(tmp_path), object(), "made")


def test_an_object_store_keeps_no_results() -> None:
    assert keep("memory://kept", 1, "first") == "first"
    assert keep("memory://kept", 1, "second") == "second"


def test_results_that_no_build_asks_for_are_removed(tmp_path: Path) -> None:
    cache = ConversionCache(str(tmp_path), "program")
    for names in (("one", "two"), ("two",)):
        kept = KeptResults(cache, "home", "words")
        for name in names:
            kept.keep(name, lambda: 1, str, lambda: "made")
        kept.remove_others()
    other = KeptResults(cache, "another home", "words")
    other.remove_others()
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def write(cache: Path, place: Path, made_of: object, made: bytes) -> bytes:
    """What a new process writes to a file, if it would make `made`."""
    kept = KeptResults(ConversionCache(str(cache), "program"), "home", "words")
    place.unlink(missing_ok=True)
    kept.write({"page": place}, lambda: made_of, lambda: place.write_bytes(made))
    return place.read_bytes()


def find_shared(cache: Path, place: Path) -> list[Path]:
    files = (path for path in cache.rglob("*") if path.is_file())
    return [path for path in files if path.samefile(place)]


def test_a_file_shares_its_bytes_with_the_result(tmp_path: Path) -> None:
    cache, place = tmp_path / "cache", tmp_path / "page.html"
    for made_of, made, said in ((1, b"one", b"one"), (1, b"two", b"one"), (2, b"two", b"two")):
        assert write(cache, place, made_of, made) == said
        assert len(find_shared(cache, place)) == 1


def test_a_file_that_was_changed_in_its_place_is_made_again(tmp_path: Path) -> None:
    """The site's file and the result are one: whoever writes into the site changes both."""
    cache, place = tmp_path / "cache", tmp_path / "page.html"
    write(cache, place, 1, b"made")
    with place.open("ab") as file:
        file.write(b" and more")
    assert write(cache, place, 1, b"made") == b"made"


def test_a_file_on_another_file_system_has_its_own_bytes(tmp_path: Path) -> None:
    disks = Path("/dev/shm"), Path("/tmp")  # noqa: S108 (other file systems)
    others = [one for one in disks if one.is_dir() and one.stat().st_dev != tmp_path.stat().st_dev]
    if not others:
        pytest.skip("there is no other file system")
    place = others[0] / f"{tmp_path.name}.html"
    try:
        for _ in range(2):
            assert write(tmp_path / "cache", place, 1, b"made") == b"made"
        assert not find_shared(tmp_path, place)
    finally:
        place.unlink()


def test_a_file_is_written_without_a_cache_that_works(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/results").write_text("somebody's file")
    assert write(tmp_path / "cache", tmp_path / "page.html", 1, b"made") == b"made"


def test_a_part_stays_as_long_as_what_shows_it(tmp_path: Path) -> None:
    """A page that is found again is not written, so nobody asks for its parts."""
    cache = ConversionCache(str(tmp_path), "program")
    for made in ("first", "second"):
        kept = KeptResults(cache, "home", "words")
        part = Deferred(kept.keep, "part", 1, str, lambda one=made: one)  # type: ignore[misc]
        kept.keep("page", lambda one=part: one, str, lambda one=part: one.value)  # type: ignore[misc]
        kept.remove_others()
    kept = KeptResults(cache, "home", "words")
    assert kept.keep("part", lambda: 1, str, lambda: "third") == "first"


def test_files_that_are_made_together_are_taken_together(tmp_path: Path) -> None:
    """None is written over while the cache shares its bytes."""
    places = {name: tmp_path / f"{name}.csv" for name in ("one", "two")}
    for number, said in enumerate(("first", "first", "third")):
        kept = KeptResults(ConversionCache(str(tmp_path / "cache"), "program"), "home", "words")
        made = ("first", "second", "third")[number]

        def make(made: str = made) -> None:
            for place in places.values():
                place.write_text(made)

        kept.write(places, lambda: 1, make)
        assert {place.read_text() for place in places.values()} == {said}
        (shared,) = find_shared(tmp_path / "cache", places["one"])
        for place in places.values():
            place.unlink()
        if number:
            shared.write_text("damaged")
