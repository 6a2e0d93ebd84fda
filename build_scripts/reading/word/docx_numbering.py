"""The numbers of a DOCX's lists and numbered headings (ECMA-376, part 1, 17.9)."""

from dataclasses import dataclass, field

from build_scripts.model.text.pattern import Pattern
from build_scripts.reading.word.list_numbers import BULLET, count_item, print_number, read_integer
from build_scripts.reading.word.xml_tree import Element

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
