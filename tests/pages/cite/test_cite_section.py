"""The section as a page shows it, before any script."""

import html
import re
from collections.abc import Callable

import pytest

from build_scripts.model.archive import ArchivedOrder
from build_scripts.pages.cite.bibtex import write_bibtex
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.cite.cite_section import render_cite_section
from build_scripts.pages.cite.csl_json import write_csl_json
from build_scripts.pages.cite.ris import write_ris
from tests.pages.cite.test_forms import HOSTILE


def test_the_section(
    archive_order: Callable[..., ArchivedOrder], render: Callable[[str], str]
) -> None:
    shown = render(render_cite_section(archive_order()))
    assert 'data-first-page="1"' in shown
    assert re.findall(r'href="([^"]*)"', shown) == [
        f"2031-05-30-order/cite.{form}" for form in ("txt", "bib", "ris", "json")
    ]
    assert 'download="cand-5-31-cv-01234-2031-05-30-order.bib"' in shown
    assert "We could not find" not in shown
    assert "<button" not in shown


def test_no_pin_without_pages(archive_order: Callable[..., ArchivedOrder]) -> None:
    assert "cite-pin" not in render_cite_section(archive_order(text="No mark."))


def test_what_the_order_does_not_state(
    archive_order: Callable[..., ArchivedOrder], render: Callable[[str], str]
) -> None:
    shown = render(render_cite_section(archive_order(date=None, court=None)))
    assert "We could not find the court or date. Please complete the citation." in shown


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_values_are_shown_as_they_are(
    archive_order: Callable[..., ArchivedOrder], render: Callable[[str], str], name: str
) -> None:
    archived = archive_order(case_name=name, docket_numbers=(name,), document_number=name)
    citation = read_citation(archived)
    shown = render(render_cite_section(archived))
    folded = [
        html.unescape(text) for text in re.findall(r"<pre[^>]*>(.*?)</pre>", shown, re.DOTALL)
    ]
    assert folded == [
        write_bibtex(citation).rstrip("\n"),
        write_ris(citation).replace("\r\n", "\n").rstrip("\n"),
        write_csl_json(citation).rstrip("\n"),
    ]
    assert "<script" not in shown
    assert set(re.findall(r"<(\w+)", shown)) <= set("h2 p em span details summary pre a".split())
