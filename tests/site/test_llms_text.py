"""llms.txt of a site: every link leads somewhere, and no order or case is named."""

from pathlib import Path

from tests.pages.test_llms_text import SITE, read_llms


def test_each_link_leads_to_a_file_of_the_site(published: Path) -> None:
    text = (published / "llms.txt").read_text()
    sections = read_llms(text)
    assert list(sections) == ["Find and read", "Data", "Optional"]
    for _, address in (link for links in sections.values() for link in links):
        place = published / address.removeprefix(SITE)
        assert place.is_file() or (place / "index.html").is_file(), address
    for case in (published / "cases").iterdir():
        assert case.name not in text
    assert "asks not to be listed" in text
    assert not (published / "llms-full.txt").exists()
