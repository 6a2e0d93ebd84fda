from pathlib import Path

from build_scripts.site.size import SiteSize, format_size, measure_site


def test_all_files_count_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "index.html").write_bytes(b"x" * 700)
    (tmp_path / "a/b/index.html").write_bytes(b"x" * 300)
    assert measure_site(tmp_path) == SiteSize(2, 1000)


def test_a_site_near_the_limit_of_a_host_is_said_to_be() -> None:
    assert not SiteSize(1, 899_999_999).is_near_limit
    assert SiteSize(1, 900_000_000).is_near_limit


def test_sizes_as_people_say_them() -> None:
    assert [format_size(n) for n in (812, 12_300, 8_312_000, 999_949_999, 1_240_000_000)] == [
        "812 bytes",
        "12 kB",
        "8.3 MB",
        "999.9 MB",
        "1.2 GB",
    ]
