"""Citations in an order, each at its exact place in the reading text."""

from dataclasses import dataclass
from enum import StrEnum

from build_scripts.model.citation_form import CaseForm, Provision, read_case_form, read_provision


class CitationKind(StrEnum):
    """The kind of the cited thing and the form of the citation."""

    CASE = "case"  # full citation of a case: volume, reporter, page; WL; LEXIS; neutral
    SHORT = "short"  # Yahoo!, 433 F.3d at 1206
    ID = "id"
    SUPRA = "supra"
    REFERENCE = "reference"  # by name only: In Yahoo!, …
    STATUTE = "statute"
    REGULATION = "regulation"
    RULE = "rule"
    CONSTITUTION = "constitution"
    GUIDELINE = "guideline"
    RECORD = "record"  # this case's own docket: Dkt. No. 7, Compl. ¶ 5
    INTERNAL = "internal"  # a place of the order itself: supra Part II.B, note 6 below
    DOCKET = "docket"  # another case by its docket number
    OTHER = "other"


_PROVISIONS = frozenset(
    {
        CitationKind.STATUTE,
        CitationKind.REGULATION,
        CitationKind.RULE,
        CitationKind.CONSTITUTION,
        CitationKind.GUIDELINE,
    }
)
BACK_REFERENCES = frozenset(
    {CitationKind.ID, CitationKind.SHORT, CitationKind.SUPRA, CitationKind.REFERENCE}
)
"""Kinds that refer to an authority cited elsewhere in the order."""


class AntecedentRule(StrEnum):
    """The rule that resolved a short form to its antecedent."""

    ADJACENT = "adjacent"  # the citation before, following the citation manuals
    PAGE = "page"  # the nearest before that can have the page, paragraph or star page pinned
    NAMED_SINCE = "named since"  # a case named since, which alone can have the page
    NO_PAGE_FITS = "no page fits"  # nothing before can have the page: the nearest but cases
    SECTION = "section"  # the code or guideline last cited with sections numbered so
    PAPER = "paper"  # a paper of the record, named as the order names it
    VOLUME = "volume"  # volume, reporter and a page of a case cited in full
    PARALLEL = "parallel"  # the citation before, in another reporter
    NAME = "name"  # the name of what is cited in full before, or nearest
    CODE = "code"  # a section or article without its code: that of the order


_MEASURED = {
    AntecedentRule.ADJACENT: (209, 214),
    AntecedentRule.PAGE: (8, 9),
    AntecedentRule.SECTION: (26, 26),
    AntecedentRule.PAPER: (18, 18),
    AntecedentRule.VOLUME: (93, 93),
    AntecedentRule.NAME: (76, 77),
    AntecedentRule.CODE: (52, 54),
}
"""How many labeled mentions each rule resolved correctly, of how many: `tools/evaluation` counts
them. For the other rules there are too few.
"""

ANTECEDENT_CONFIDENCE = {
    rule: round((right + 1) / (labeled + 2), 2) for rule, (right, labeled) in _MEASURED.items()
}
"""How often a rule's result is right; few labels count for less (Laplace's rule of succession)."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention.

    `text` equals `reading_text[start:end]`. `normal_form` is one spelling for all mentions of the
    same thing: a case's first page ("433 F.3d 1199"), "28 U.S.C. § 1331", "Dkt. No. 7", "note 6",
    "Part II.B", "page 4". `authority` is the normal form that a whole parallel group shares (its
    first-named member). `antecedent` is, for id, short, supra and reference, the authority it
    refers to; None if nothing in the order fits; `antecedent_rule` is the rule that found it.
    `docket_number` is the one printed with a WL or slip citation. `signal`, `parenthetical` and
    `history` are as printed: "See also", "(en banc) (quoting …)", "cert. denied, 543 U.S. 50
    (2004)"; parallel citations share them.
    """

    kind: CitationKind
    text: str
    start: int
    end: int
    normal_form: str
    authority: str
    case_name: str | None = None
    court: str | None = None  # CourtListener court id
    year: int | None = None
    pin_cite: str | None = None
    antecedent: str | None = None
    antecedent_rule: AntecedentRule | None = None
    docket_number: str | None = None
    entries: tuple[str, ...] = ()  # docket entries of a record citation: "7", "12-1"
    sentence: tuple[int, int] = (0, 0)
    signal: str | None = None
    parenthetical: str | None = None
    history: str | None = None
    outward_url: str | None = None  # where a code or rule can be read; cases get theirs later

    @property
    def form(self) -> CaseForm | Provision | None:
        """Return the parts of its normal form; for short forms, of what they refer to."""
        if self.kind in _PROVISIONS:
            return read_provision(self.normal_form)
        return read_case_form(self.antecedent or self.normal_form)
