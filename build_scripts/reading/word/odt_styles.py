"""Read formats of paragraphs, runs and lists from an ODT's styles (OpenDocument 1.3, 3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_scripts.model.source_text import Style
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.reading.word.flowing_text import is_set_in
from build_scripts.reading.word.list_numbers import BULLET, print_number, read_integer
from build_scripts.reading.word.xml_tree import Element

_PATTERNS = read_patterns(__package__, "odt_styles.toml")
LONGEST_CHAIN = 12
TWIPS = {"in": 1440, "cm": 567, "mm": 56.7, "pt": 20, "pc": 240, "px": 15}
BOLD = frozenset({"bold", "600", "700", "800", "900"})
LONGEST_FIX = 10  # characters before and after a number


@dataclass(frozen=True, slots=True)
class Level:
    """A list's level: how its numbers look, "" as format for none."""

    format: str
    prefix: str
    suffix: str
    start: int
    bullet: bool
    shown: int  # levels in a label: 2 prints "1.2"


class OdtStyles:
    """The styles of `content.xml` and `styles.xml`, those of the first before the others."""

    def __init__(self, *roots: Element) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for root in roots:
            for holder in root.list_elements():
                styled = holder.name in ("office:styles", "office:automatic-styles")
                for style in holder.list_elements() if styled else ():
                    name = style.attributes.get("style:name", "")
                    if style.name == "style:style":
                        key = (style.attributes.get("style:family", ""), name)
                        self._styles.setdefault(key, style)
                    elif style.name == "text:list-style":
                        self._lists.setdefault(name, _read_levels(style))
                    elif style.name == "text:outline-style" and not self.outline:
                        self.outline = _read_levels(style)

    def find_levels(self, name: str) -> dict[int, Level]:
        """Return the levels of a list style."""
        return self._lists.get(name, {})

    def find_list_style(self, name: str) -> str:
        """Return the list style that a paragraph style names, "" for none."""
        chain = self._list_chain("paragraph", name)
        return next(
            (s for style in chain if (s := style.attributes.get("style:list-style-name"))), ""
        )

    def read_run(self, name: str) -> tuple[frozenset[Style], bool]:
        """Return the styles of a span, and whether it is hidden."""
        found = _gather(self._list_chain("text", name), "style:text-properties")
        styles = set()
        if found.get("fo:font-style") in ("italic", "oblique"):
            styles.add(Style.ITALIC)
        if found.get("style:text-underline-style", "none") != "none":
            styles.add(Style.ITALIC)  # the typescript's italics (Bluebook, Bluepages B2)
        if found.get("fo:font-weight") in BOLD:
            styles.add(Style.BOLD)
        if found.get("style:text-position", "").startswith("super"):
            styles.add(Style.SUPERSCRIPT)
        return frozenset(styles), found.get("text:display") == "none"

    def is_quotation(self, name: str) -> bool:
        """Return whether a paragraph style is a quotation's, by its name or its indents."""
        chain = list(self._list_chain("paragraph", name))
        parents = (style.attributes.get("style:parent-style-name", "") for style in chain)
        if any(_PATTERNS.QUOTE.search(of) for of in (name, *parents)):
            return True
        found = _gather(chain, "style:paragraph-properties")
        keys = ("margin-left", "margin-right", "text-indent")
        return is_set_in(*(_read_length(found.get(f"fo:{key}", "")) for key in keys))

    def _list_chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(LONGEST_CHAIN):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.attributes.get("style:parent-style-name", "")


def print_label(levels: dict[int, Level], level: int, reached: dict[int, int]) -> str:
    """Return the label of an item at a level, where each level has reached some number."""
    own = levels.get(level)
    if own is None:
        return ""
    if own.bullet:
        return BULLET
    if not own.format:
        return ""
    shown = range(max(1, level - own.shown + 1), level + 1)
    numbers = (
        print_number(reached.get(of, levels[of].start), levels[of].format)
        for of in shown
        if of in levels and levels[of].format
    )
    return f"{own.prefix}{'.'.join(numbers)}{own.suffix}"


def _gather(chain: Iterable[Element], name: str) -> dict[str, str]:
    """Return the properties of styles, each from the nearest style that has it."""
    found: dict[str, str] = {}
    for style in chain:
        properties = style.find(name)
        found = {**(properties.attributes if properties else {}), **found}
    return found


def _read_levels(style: Element) -> dict[int, Level]:
    levels = {}
    for level in style.list_elements():
        get = level.attributes.get
        levels[read_integer(get("text:level"), 0)] = Level(
            get("style:num-format", ""),
            get("style:num-prefix", "")[:LONGEST_FIX],
            get("style:num-suffix", "")[:LONGEST_FIX],
            read_integer(get("text:start-value"), 1),
            level.name == "text:list-level-style-bullet",
            read_integer(get("text:display-levels"), 1),
        )
    return levels


def _read_length(text: str) -> float:
    match = _PATTERNS.LENGTH.fullmatch(text)
    return float(match["number"]) * TWIPS[match["unit"]] if match else 0
