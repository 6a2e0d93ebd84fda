"""llms.txt is of the proposed form, and lists orders only where an archive may be listed."""

import re

import pytest

from build_scripts.model.archive import Archive
from build_scripts.model.page import SiteChoices
from build_scripts.pages import llms_text
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.llms_text import write_llms, write_llms_full

SITE = "https://example.org/archive/"
LINK = re.compile(r"- \[([^\[\]]+)\]\(([^()\s]+)\)(?:: (.+))?")


def read_llms(text: str) -> dict[str, list[tuple[str, str]]]:
    """The links of each section, by the rules of llmstxt.org: a title, a summary in a quotation,
    then anything but headings, then sections of links.
    """
    lines = text.splitlines()
    assert re.fullmatch("# .+", lines[0])
    assert re.fullmatch("> .+", lines[2])
    head, *sections = re.split(r"(?m)^## ", text)
    assert not re.search("(?m)^#+ ", head.removeprefix("# "))
    found = {}
    for section in sections:
        name, _, rest = section.partition("\n")
        links = [line for line in rest.splitlines() if line.startswith("- ")]
        found[name] = [(m[1], m[2]) for m in map(LINK.fullmatch, links) if m]
        assert len(found[name]) == len(links)
    return found


def test_an_archive_that_may_be_listed_lists_its_orders(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    choices = SiteChoices(site_url=SITE, site_name="Tide & Ledger", indexable=True)
    assert "not to be listed" not in write_llms(choices, lambda _: True)
    index = build_index(archive)
    ((_, orders),) = read_llms(write_llms_full(index, choices)).items()
    assert [address for _, address in orders] == [
        f"{SITE}{index.order(place).address}/order.md"
        for place in index.sort_newest_first(index.list_orders())
    ]
    compact = SiteChoices(indexable=True, compact=True)
    assert "order.md" not in write_llms_full(index, compact)
    monkeypatch.setattr(llms_text, "MOST_ORDERS", 1)
    short = write_llms_full(index, choices)
    assert short.count("order.md)") == 1
    assert short.endswith(f"These are the newest 1 of {len(orders)} orders; orders.csv has all.\n")
