"""A DOCX's formats of paragraphs and runs, and its numbers of lists and headings (ECMA-376, part 1,
17.7 and 17.9).
"""

from dataclasses import dataclass, field

from build_scripts.model.source_text import Style
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.reading.word.list_numbers import BULLET, count_item, print_number, read_integer
from build_scripts.reading.word.xml_tree import Element

_PATTERNS = read_patterns(__package__, "docx_styles.toml")
LONGEST_CHAIN = 12  # styles based on each other; Word allows 11
OFF = frozenset({"0", "false", "off", "none"})
TOGGLES = {"w:b": Style.BOLD, "w:i": Style.ITALIC, "w:u": Style.ITALIC}


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """What is known of a paragraph: its own properties over those of its styles."""

    heading_level: int = 0
    quote_style: bool = False
    list_number: str = "0"  # "0": in no list
    list_level: int = 0
    left: int = 0  # twips
    right: int = 0
    first: int = 0


class StyleSheet:
    """The styles of `word/styles.xml`."""

    def __init__(self, root: Element) -> None:
        self._styles = {
            style.attributes.get("w:styleId", ""): style
            for style in root.list_elements()
            if style.name == "w:style"
        }
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if style.attributes.get("w:default") == "1"
                and style.attributes.get("w:type") == "paragraph"
            ),
            "",
        )

    def read_paragraph(self, properties: Element | None) -> ParagraphFormat:
        """Return the format of a paragraph with these `w:pPr`."""
        own = properties or Element("w:pPr")
        chain = self._list_chain(own.read_value("w:pStyle") or self._default)
        sources = [own, *(s for style in chain if (s := style.find("w:pPr")) is not None)]
        names = [style.read_value("w:name") or "" for style in chain]
        heading = next((m for name in names if (m := _PATTERNS.HEADING.fullmatch(name))), None)
        outline = read_integer(_find(sources, "w:outlineLvl"), 9)
        level = int(heading["level"]) if heading else min(6, outline + 1) if 0 <= outline < 9 else 0
        return ParagraphFormat(
            level,
            any(_PATTERNS.QUOTE.search(name) for name in names),
            _find(sources, "w:numPr", "w:numId") or "0",
            read_integer(_find(sources, "w:numPr", "w:ilvl"), 0),
            _read_indent(sources, "w:left", "w:start"),
            _read_indent(sources, "w:right", "w:end"),
            _read_indent(sources, "w:firstLine") - _read_indent(sources, "w:hanging"),
        )

    def read_run(self, properties: Element | None) -> tuple[frozenset[Style], bool]:
        """Return the styles of a run with these `w:rPr`, and whether it is hidden."""
        if properties is None:
            return frozenset(), False
        chain = self._list_chain(properties.read_value("w:rStyle") or "")
        sources = [properties, *(s for c in chain if (s := c.find("w:rPr")) is not None)]
        styles = {style for name, style in TOGGLES.items() if _is_on(sources, name)}
        if _find(sources, "w:vertAlign") == "superscript":
            styles.add(Style.SUPERSCRIPT)
        return frozenset(styles), _is_on(sources, "w:vanish")

    def _list_chain(self, name: str) -> list[Element]:
        """Return a style and those that it is based on, the nearest first."""
        chain: list[Element] = []
        while name in self._styles and len(chain) < LONGEST_CHAIN:
            chain.append(self._styles[name])
            name = chain[-1].read_value("w:basedOn") or ""
        return chain


def _find(sources: list[Element], *path: str) -> str | None:
    return next((v for source in sources if (v := source.read_value(*path)) is not None), None)


def _read_indent(sources: list[Element], *names: str) -> int:
    for source in sources:
        for name in names:
            value = source.read_value("w:ind", attribute=name)
            if value is not None:
                return read_integer(value, 0)
    return 0


def _is_on(sources: list[Element], name: str) -> bool:
    """Return whether the nearest source that has the property switches it on."""
    for source in sources:
        found = source.find(name)
        if found is not None:
            return found.attributes.get("w:val", "1") not in OFF
    return False


FORMATS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
PLACE = Pattern(r"%([1-9])", accepts=["%1.%2", "(%3)"], refuses=["%0", "100%", "1."])
LONGEST_LABEL = 40  # characters of a level's pattern


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    pattern: str  # "%1.%2"


@dataclass(slots=True)
class Numbering:
    """Gives each numbered paragraph its label, in the document's order."""

    levels: dict[str, dict[int, _Level]]  # by abstract number
    abstracts: dict[str, str]  # number → abstract number
    restarts: dict[str, dict[int, int]]  # number → level → where it begins anew
    reached: dict[str, dict[int, int]] = field(default_factory=dict)  # by abstract number
    used: set[str] = field(default_factory=set)

    @classmethod
    def from_part(cls, root: Element) -> "Numbering":
        """Read `word/numbering.xml`."""
        levels = {
            abstract.attributes.get("w:abstractNumId", ""): _read_levels(abstract)
            for abstract in root.list_elements()
            if abstract.name == "w:abstractNum"
        }
        abstracts = {}
        restarts: dict[str, dict[int, int]] = {}
        for number in root.list_elements():
            if number.name != "w:num":
                continue
            name = number.attributes.get("w:numId", "")
            abstracts[name] = number.read_value("w:abstractNumId") or ""
            for override in number.list_elements():
                start = override.read_value("w:startOverride")
                if start is not None:
                    level = read_integer(override.attributes.get("w:ilvl"), 0)
                    restarts.setdefault(name, {})[level] = read_integer(start, 1)
        return cls(levels, abstracts, restarts)

    def label(self, number: str, level: int) -> str:
        """Return the label of the next paragraph of a list, "" where it prints none."""
        abstract = self.abstracts.get(number)
        levels = self.levels.get(abstract or "", {})
        if level not in levels or abstract is None:
            return ""
        reached = self.reached.setdefault(abstract, {})
        if number not in self.used:
            self.used.add(number)
            for of, start in self.restarts.get(number, {}).items():
                reached[of] = start - 1
        count_item(reached, level, levels[level].start)
        if levels[level].format == "bullet":
            return BULLET
        return PLACE.sub(
            lambda place: _print_level(levels, reached, int(place[1]) - 1), levels[level].pattern
        )


def _read_levels(abstract: Element) -> dict[int, _Level]:
    return {
        read_integer(level.attributes.get("w:ilvl"), 0): _Level(
            read_integer(level.read_value("w:start"), 1),
            level.read_value("w:numFmt") or "decimal",
            (level.read_value("w:lvlText") or "")[:LONGEST_LABEL],
        )
        for level in abstract.list_elements()
        if level.name == "w:lvl"
    }


def _print_level(levels: dict[int, _Level], reached: dict[int, int], level: int) -> str:
    if level not in levels:
        return ""
    number = reached.get(level, levels[level].start)
    return print_number(number, FORMATS.get(levels[level].format, ""))
