"""The parts of a citation's normal form: a case's volume, reporter and page, a code's section."""

from functools import lru_cache
from typing import NamedTuple

from build_scripts.model.text.pattern import Pattern

_CASE = Pattern(
    r"(?P<volume>\d{1,4})[ -]"
    r"(?P<reporter>[A-Za-z][^\d§]{0,40}?(?:\d[a-z]{1,2}\b[^\d§]{0,20}?)?)[ -]"
    r"(?P<page>[A-Z]?\d[\d,]{0,9}\w?)(?: \(\d{4}\))?",
    accepts=[
        "433 F.3d 1199",
        "477 U.S. 317 (1986)",
        "2017 WL 2391756",
        "2022-NCSC-1",
        "12 Cal. App. 5th 200",
        "195 F. Supp. 3d 1098",
    ],
    refuses=["No. 5:17-cv-02540", "28 U.S.C. § 1331", "Fed. R. Civ. P. 26", "465 U.S. ___"],
    by="fullmatch",
)
_PROVISIONS = (
    Pattern(
        r"(?P<code>[^\d]{1,60}?\bConst\.)(?P<section>.*)",
        accepts=["U.S. Const. amend. IV", "Cal. Const. art. I, § 10"],
        refuses=["14 Const. Comment. 289", "Constitution of 1849"],
        by="match",
    ),
    Pattern(
        r"(?:(?P<title>\d{1,3}) )?(?P<code>[^§]{1,80}?)\s?§§?\s?(?P<section>.*)",
        accepts=["18 U.S.C. § 2510", "Cal. Penal Code §632", "29 C.F.R. § 825.100"],
        refuses=["Fed. R. Civ. P. 12", "§ 2510"],
        by="match",
    ),
    Pattern(
        r"(?:(?P<volume>\d[\d.-]{0,8}) )?(?P<code>(?:\d{1,2}(?:d|nd|rd|st|th) )?\D{1,80}?) "
        r"(?P<section>\d.*)",
        accepts=["Fed. R. Civ. P. 12", "124 Harv. L. Rev. 1082", "9th Cir. R. 36-3"],
        refuses=["Restatement (Second) of Torts", "U.S. Const. amend. IV"],
        by="match",
    ),
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


@lru_cache(maxsize=4096)
def read_case_form(normal_form: str) -> CaseForm | None:
    """Return the parts of a case's normal form, or None if it has no page in a reporter."""
    match = _CASE.fullmatch(normal_form)
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
