"""Places of rulings in an order: headings, commands, leads to lists, ends of sections."""

from build_scripts.model.text.pattern_table import read_patterns

places = read_patterns(__package__, "ruling_places.toml")
