"""A site of six orders, as a person reads its pages in review: `python -m tests.site.golden_site`.

`golden/` holds what stands in the middle of one page of each kind and of each order's. That
command (`make golden`) builds the site and writes these files anew; `git diff` shows what a change
of the program changes for readers.
"""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.commands import build_with_mkdocs
from tests.shared import begin_project, find_specimens
from tests.site.test_policy import HAND_WRITTEN, list_page_kinds

GOLDEN = Path(__file__).parent / "golden"

ORDERS = (
    # a ruling, pleading paper in columns, footnotes; another order cites it
    "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt",
    # of the same case: it cites the one before
    "cand/3-23-cv-01234/2024-06-18-order-on-renewed-motion-for-expedited-discovery.md",
    # a schedule: no ruling; words of it are withheld
    "cand/5-24-cv-07445/2025-03-20-case-management-scheduling-order.md",
    # private data left, and a mail address may stay
    "azd/2-24-cv-00719/2024-09-12-order-granting-protective-order.txt",
    # a court of appeals, of three judges
    "ca9/22-16408/2024-02-22-opinion-brightwater-v-castellane-cookware.txt",
    # an editor put its judges right
    "ca9/23-55917/2025-05-14-memorandum-tolliver-v-brandvold.txt",
)

WITHHELD = """\
withhold: {what: passage, words: private mediation, reason: the parties asked for it,
  by: A. Librarian, date: 2026-03-02}
"""

BLOCKS = (
    "article|blockquote|dd|details|div|dl|dt|figcaption|figure|form|h[1-6]|hr|li|nav|ol|p|pre|script"
    "|section|summary|svg|table|tbody|td|th|thead|tr|ul"
)


def build(folder: Path) -> Path:
    """Build the site of the six orders below `folder`; returns the site's folder."""
    specimens = find_specimens()
    names = (name for order in ORDERS for name in (order, f"{order}.yml"))
    begin_project(folder, *(name for name in names if (specimens / name).is_file()), pages="all")
    (folder / "orders" / f"{ORDERS[2]}.yml").write_text(WITHHELD, encoding="utf-8")
    day = {"SITE_URL": "https://example.org/archive/", "SOURCE_DATE_EPOCH": "1772409600"}
    build_with_mkdocs(folder, "--strict", "--quiet", **day)
    return folder / "site"


def read_pages(site: Path) -> dict[str, str]:
    """The middle of each page that is kept, by the name of its file in `golden/`.

    Pages of hand-written text say nothing of the program and are left out.
    """
    orders = [
        path.parent.relative_to(site).as_posix() for path in site.glob("orders/*/*/*/index.html")
    ]
    kinds = [address.rstrip("/") for address in list_page_kinds(site)]
    kept = sorted({*orders, *kinds} - HAND_WRITTEN)
    return {
        f"{address.replace('/', '.') or 'index'}.html": show(site / address / "index.html")
        for address in kept
    }


def show(page: Path) -> str:
    """The article of a page, an element of the text a line.

    Digests, and the program's version with one of its source, are left out.
    """
    article = LexborHTMLParser(page.read_bytes()).css_first("article")
    text = re.sub(rf"(<(?:{BLOCKS})\b)", r"\n\1", article.html or "")
    text = re.sub(rf"(</(?:{BLOCKS})>)", r"\1\n", text)
    text = re.sub(r"\b[0-9a-f]{64}\b", "SHA-256", text)
    text = re.sub(r"\b\d+\.\d+\.\d+-[0-9a-f]{8}\b", "VERSION", text)
    lines = (line.rstrip() for line in text.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def write(pages: Mapping[str, str]) -> None:
    """Put these pages in the place of those in `golden/`."""
    for old in GOLDEN.glob("*.html"):
        old.unlink()
    for name, text in pages.items():
        (GOLDEN / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        write(read_pages(build(Path(place))))
