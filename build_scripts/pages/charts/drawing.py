"""Elements of a picture, and the figure that it stands in."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from build_scripts.i18n import t
from build_scripts.pages.markdown_text import drop_controls, escape_html


def start_picture(height: float, name: str) -> Element:
    """Return an empty picture, as wide as the page allows; `name` is what it shows, in words."""
    shown = drop_controls(name)
    attributes = {"width": "100%", "height": number(height), "role": "img", "aria-label": shown}
    return Element("svg", attributes)


def draw(parent: Element, tag: str, **attributes: str | float) -> Element:
    """Append an element; "class_" and "text_anchor" name attributes as Python can write them."""
    written = {
        name.rstrip("_").replace("_", "-"): value if isinstance(value, str) else number(value)
        for name, value in attributes.items()
    }
    return SubElement(parent, tag, written)


def write_text(parent: Element, words: str, **attributes: str | float) -> None:
    """Append words as text; control characters become blanks."""
    draw(parent, "text", **attributes).text = drop_controls(words)


def number(value: float) -> str:
    """Return a length with at most two decimals: the same bytes on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(value: float) -> str:
    """Return a share of the picture's width."""
    return f"{number(value)}%"


def finish_figure(picture: Element, caption: str, table: str = "", legend: str = "") -> str:
    """Return a figure as one line of HTML: caption, picture, legend, and the table folded below."""
    summary = f"<summary>{escape_html(t('charts.as_table'))}</summary>"
    folded = f'<details class="as-table">{summary}{table}</details>'
    drawn = tostring(picture, encoding="unicode")
    return (
        f'<figure class="chart" data-search-exclude><figcaption>{escape_html(caption)}</figcaption>'
        f"{drawn}{legend}{folded if table else ''}</figure>"
    )


def write_html_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as one line of HTML; cells are HTML already."""
    names = "".join(f"<th>{name}</th>" for name in head)
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>"
