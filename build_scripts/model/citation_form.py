"""The parts of a citation's normal form: a case's volume, reporter and page, a code's section."""

from functools import lru_cache
from typing import NamedTuple

from build_scripts.model.text.pattern_table import read_patterns, read_rows

_PATTERNS = read_patterns(__package__, "citation_form.toml")
_PROVISIONS = tuple(
    row.pattern for row in read_rows(__package__, "citation_form.toml", "provision")
)


class CaseForm(NamedTuple):
    """The place of a case in a reporter, in a database, or among its court's own numbers."""

    volume: str
    reporter: str
    page: str

    @property
    def text(self) -> str:
        """Return its citation: "14 F.3d 662"."""
        return f"{self.volume} {self.reporter} {self.page}"

    @property
    def is_database(self) -> bool:
        """Return whether the page is a number that Westlaw or Lexis gave to the whole case."""
        return self.reporter == "WL" or "LEXIS" in self.reporter


class Provision(NamedTuple):
    """A code or rules, and the number of what is cited in them.

    `title` is a title of a code ("28"), "" for codes without. The volume of a review or of session
    laws is the first word of `section`: "100 1848".
    """

    title: str
    code: str
    section: str


@lru_cache(maxsize=65536)
def read_case_form(normal_form: str) -> CaseForm | None:
    """Return the parts of a case's normal form, or None if it has no page in a reporter."""
    match = _PATTERNS.CASE.fullmatch(normal_form)
    if match is None:
        return None
    return CaseForm(match["volume"], match["reporter"].strip(), match["page"])


def read_provision(normal_form: str) -> Provision | None:
    """Return the parts of a provision's normal form, or None if it has no number."""
    match = next((match for each in _PROVISIONS if (match := each.match(normal_form))), None)
    if match is None:
        return None
    groups = match.groupdict(default="")
    section = f"{groups.get('volume', '')} {groups['section'].strip()}".lstrip()
    return Provision(groups.get("title", ""), groups["code"].strip(), section)
