"""The cache of conversions: what it names, forgets, shares and survives."""

from pathlib import Path

import pytest

from build_scripts.convert.cache import ConversionCache
from build_scripts.convert.packing import pack_file
from build_scripts.model.order import ConvertedFile
from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import ArchiveError

RAW = RawOrder.from_bytes("cand/order.txt", b"IT IS SO ORDERED.")
PACKED = pack_file(ConvertedFile("cand/order.txt", seen=("cand/order.txt",)))


@pytest.fixture(params=["folder", "object store"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path / "cache") if request.param == "folder" else f"memory://{tmp_path.name}"


def test_what_is_kept_is_found_by_another_that_shares_the_place(place: str) -> None:
    cache = ConversionCache(place, "rules 1")
    name = cache.name_entry(RAW, b"")
    assert cache.load(name) is None
    cache.save(name, PACKED)
    assert ConversionCache(place, "rules 1").load(name) == ConvertedFile(
        "cand/order.txt", seen=("cand/order.txt",)
    )


def test_names_differ_with_all_that_decides_a_conversion(place: str) -> None:
    cache = ConversionCache(place, "rules 1")
    names = {
        cache.name_entry(RAW, b""),
        cache.name_entry(RAW, b"fields: {}"),
        cache.name_entry(RawOrder.from_bytes("cand/order.txt", b"DENIED."), b""),
        cache.name_entry(RawOrder.from_bytes("cand/moved.txt", RAW.data), b""),
        ConversionCache(place, "rules 2").name_entry(RAW, b""),
    }
    assert len(names) == 5


def test_what_was_made_with_other_corrections_goes(place: str) -> None:
    """They may withhold what the entry before them holds."""
    cache = ConversionCache(place, "rules 1")
    before, other = cache.name_entry(RAW, b""), cache.name_entry(RAW, b"withhold: {}")
    cache.save(before, PACKED)
    cache.save(other, PACKED)
    assert list(cache.list_entries()) == [other]
    newer = ConversionCache(place, "rules 2").name_entry(RAW, b"withhold: {}")
    cache.save(newer, PACKED)
    assert set(cache.list_entries()) == {other, newer}


def test_what_was_made_of_a_copy_elsewhere_stays(place: str) -> None:
    """One build needs both, though one of them alone is corrected."""
    cache = ConversionCache(place, "rules 1")
    copy = RawOrder.from_bytes("cand/copy.txt", RAW.data)
    names = [cache.name_entry(copy, b"fields: {}"), cache.name_entry(RAW, b"")]
    for name in names:
        cache.save(name, PACKED)
    assert sorted(cache.list_entries()) == sorted(names)


def test_a_damaged_entry_counts_as_missing_and_goes(tmp_path: Path) -> None:
    cache = ConversionCache(str(tmp_path), "rules 1")
    name = cache.name_entry(RAW, b"")
    for damage in (b"", PACKED[:-1], b"\0" * len(PACKED)):
        cache.save(name, PACKED)
        (tmp_path / name).write_bytes(damage)
        assert cache.load(name) is None
        assert not (tmp_path / name).exists()


def test_an_address_that_nothing_opens_is_said() -> None:
    with pytest.raises(ArchiveError, match="cache"):
        ConversionCache("nowhere://bucket/cache", "rules 1")


def test_a_place_that_fails_is_said_once_and_asked_no_more(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place = tmp_path / "cache"
    place.write_text("a file where the folder should be")
    cache = ConversionCache(str(place), "rules 1")
    name = cache.name_entry(RAW, b"")
    for _ in range(2):
        cache.save(name, PACKED)
        assert cache.load(name) is None
    (said,) = caplog.messages
    assert str(place) in said
    assert "goes on without it" in said
    place.unlink()
    cache.save(name, PACKED)
    assert not place.exists()


def test_what_a_search_looked_through_is_kept_until_another_is(tmp_path: Path) -> None:
    """In a folder and in a store; it is no entry, and what is damaged counts as missing."""
    for place in (str(tmp_path), "memory://searches"):
        cache = ConversionCache(place, "program")
        assert cache.load_search("one") == frozenset()
        cache.save_search("one", {"a 36", "b 36"})
        assert cache.load_search("one") == {"a 36", "b 36"}
        assert cache.load_search("two") == frozenset()
        assert cache.list_entries() == {}
        cache.save_search("two", ())
        assert cache.load_search("one") == frozenset()
    (tmp_path / "search").write_bytes(b"\xff\xfe")
    assert ConversionCache(str(tmp_path), "program").load_search("two") == frozenset()
