"""Orders as books for electronic readers, one for each court and year (EPUB 3.3)."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from build_scripts.exporting.epub_text import write_chapter
from build_scripts.i18n import t
from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.page import SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.escaping import escape_html
from build_scripts.pages.facts import Facts, read_facts

_NEVER = "1970-01-01"  # a book of undated orders
_STYLE = """\
body { line-height: 1.5; }
.facts { color: #444; margin: 0.2em 0; }
.caption, .centred, .signature { margin: 0.2em 0; }
.centred { text-align: center; }
.page { font-size: 0.75em; vertical-align: super; }
blockquote { margin: 1em 2em; }
table { border-collapse: collapse; }
td { border: 1px solid #999; padding: 0.2em 0.5em; text-align: start; vertical-align: top; }
aside { font-size: 0.9em; }
"""
_CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
_XHTML = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang="en" xml:lang="en">
<head><title>{title}</title><link rel="stylesheet" href="style.css"/></head>
<body>
{body}
</body>
</html>
"""


def export_epub(index: ArchiveIndex, choices: SiteChoices, folder: Path) -> None:
    """Write the books into the new `folder`: `cand-2024.epub`; the same archive gives the same
    bytes. Orders stand in each by day, undated ones last.
    """
    folder.mkdir(parents=True)
    books: dict[tuple[str, str], list[int]] = {}
    for place in index.list_orders():
        said = index.describe(place)
        court = said.court.value.court_id if said.court else "unknown"
        year = str(said.day.year) if said.day else "undated"
        books.setdefault((court, year), []).append(place)
    for (court, year), places in sorted(books.items()):
        path = folder / f"{court}-{year}.epub"
        by_day = sorted(places, key=lambda place: (str(index.describe(place).day or "~"), place))
        _write_book(path, [index.order(place) for place in by_day], year, choices)


def _write_book(
    path: Path, orders: Sequence[ArchivedOrder], year: str, choices: SiteChoices
) -> None:
    facts = [read_facts(archived) for archived in orders]
    court = facts[0].get("court") or t("exports.no_court")
    title = t("exports.book", court=court, year=year, site=choices.site_name)
    names = [f"order-{number:04}.xhtml" for number in range(1, len(orders) + 1)]
    headings = [_name_chapter(said) for said in facts]
    chapters = [
        _XHTML.format(title=escape_html(heading), body=write_chapter(archived, said, choices))
        for archived, said, heading in zip(orders, facts, headings, strict=True)
    ]
    days = [day for said in facts if (day := said.get("date") or said.get("date_filed"))]
    files = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _write_package(
            title, path.stem, max(days, default=_NEVER), names, choices
        ),
        "EPUB/nav.xhtml": _XHTML.format(
            title=escape_html(title), body=_write_contents(title, names, headings)
        ),
        "EPUB/style.css": _STYLE,
        **{f"EPUB/{name}": text for name, text in zip(names, chapters, strict=True)},
    }
    with zipfile.ZipFile(path, "w") as book:
        # The first file says what it is, unpacked, at a fixed place.
        _add(book, "mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, text in files.items():
            _add(book, name, text, zipfile.ZIP_DEFLATED)


def _add(book: zipfile.ZipFile, name: str, text: str, how: int) -> None:
    entry = zipfile.ZipInfo(name)  # of 1980: the same content, the same bytes
    entry.compress_type = how
    book.writestr(entry, text.encode(errors="replace"))


def _name_chapter(said: Facts) -> str:
    day = said.get("date") or said.get("date_filed") or ""
    name = ": ".join(filter(None, (said.get("case"), said["title"])))
    return f"{name} ({day})" if day else name


def _write_package(
    title: str, stem: str, day: str, names: Sequence[str], choices: SiteChoices
) -> str:
    identity = uuid5(NAMESPACE_URL, f"{choices.site_url or choices.site_name}#{stem}")
    owner = choices.archive_owner
    items = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
        *(
            f'<item id="{Path(name).stem}" href="{name}" media-type="application/xhtml+xml"/>'
            for name in names
        ),
    ]
    spine = (f'<itemref idref="{item}"/>' for item in ("nav", *(Path(one).stem for one in names)))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">',
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
            f'<dc:identifier id="id">urn:uuid:{identity}</dc:identifier>',
            f"<dc:title>{escape_html(title)}</dc:title>",
            "<dc:language>en</dc:language>",
            *([f"<dc:publisher>{escape_html(owner)}</dc:publisher>"] if owner else []),
            f"<dc:rights>{escape_html(t('exports.license'))}</dc:rights>",
            f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>',
            "</metadata>",
            f"<manifest>{''.join(items)}</manifest>",
            f"<spine>{''.join(spine)}</spine>",
            "</package>\n",
        ]
    )


def _write_contents(title: str, names: Sequence[str], headings: Sequence[str]) -> str:
    links = (
        f'<li><a href="{name}">{escape_html(heading)}</a></li>'
        for name, heading in zip(names, headings, strict=True)
    )
    return (
        f"<h1>{escape_html(title)}</h1>\n"
        f'<nav epub:type="toc" role="doc-toc"><ol>{"".join(links)}</ol></nav>'
    )
