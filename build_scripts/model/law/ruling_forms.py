"""Printed forms of rulings without a motion and its verb: titles, closing words, stipulations."""

from build_scripts.model.text.pattern_table import read_patterns

forms = read_patterns(__package__, "ruling_forms.toml")
