"""Pages of a small site, as last read by a person: a change shows as a diff of these files."""

from difflib import unified_diff
from pathlib import Path

from tests.site.golden_site import GOLDEN, build, read_pages

SHOWN = 80  # lines of a difference


def test_pages_are_as_they_were_read_in_review(tmp_path: Path) -> None:
    """Where what they say now is right, `make golden` writes them anew."""
    now = read_pages(build(tmp_path))
    before = {path.name: path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.html")}
    changed = [
        line
        for name in sorted(now.keys() | before.keys())
        for line in unified_diff(
            before.get(name, "").splitlines(), now.get(name, "").splitlines(), name, name, n=0
        )
    ]
    assert not changed, "\n".join(["`make golden`, then read the diff:", *changed[:SHOWN]])


def test_golden_pages_show_what_string_tests_would_freeze() -> None:
    """A page of each kind that matters is there, and is small enough to be read."""
    files = list(GOLDEN.glob("*.html"))
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    for shown in (
        'class="footnote-ref"',
        'class="citation citation--archive"',
        'class="citation citation--outward"',
        'class="line-mark"',
        'class="correction',
        "[redacted: telephone number]",
        "[withheld]",
        "<del",
    ):
        assert shown in text, shown
    assert sum(path.stat().st_size for path in files) < 300_000
