"""An order's citation after The Bluebook (21st ed. 2020), for practitioners' documents.

Rule 10.8.1 for orders and slip opinions, 10.3 to 10.5 for reported ones, 10.3.3 for the numbers
that courts themselves give.
"""

from dataclasses import dataclass

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.partial_date import AnyDate
from build_scripts.pages.cite.citation import OrderCitation, read_citation
from build_scripts.pages.cite.reports import name_court

# Table T12; May, June and July are never shortened. A citation has one form in all languages.
_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()

PARAGRAPH = ", ¶ "  # between a court's own number and that of a paragraph (rule 10.3.3)
MOST_NUMBERS = 3
"""Docket numbers cited; if there are more, only that of the first-listed case (rule 10.2.1(a))."""


@dataclass(frozen=True, slots=True)
class Bluebook:
    """A citation in three stretches: `name` is set in italics; a pin goes between the others.

    `pin_lead` precedes a pin's page (", slip op. at ") or a paragraph's number (", ¶ "), "" for
    neither.
    """

    name: str
    before_pin: str
    after_pin: str
    pin_lead: str

    @property
    def page_lead(self) -> str:
        """Return what precedes a pin's page, "" if no page can be cited."""
        return "" if self.pin_lead == PARAGRAPH else self.pin_lead

    @property
    def text(self) -> str:
        """Return the citation as plain text, without pin."""
        return f"{self.name}{self.before_pin}{self.after_pin}"


def cite_bluebook(citation: OrderCitation) -> Bluebook:
    """Return the citation, without parts that the order lacks. An order without a case's name is
    named by its docket number, else by its title.
    """
    reports = citation.reports
    pin_lead = ""
    if reports.neutral:
        report = f", {reports.report.text}" if reports.report else ""
        found, after = reports.neutral, ""
        if citation.paragraphs:
            pin_lead, after = PARAGRAPH, report
        else:
            pin_lead, found = ", " if report else "", f"{found}{report}"
    elif reports.report:
        found, pin_lead, after = reports.report.text, ", ", _decided(citation)
    else:
        found = ", ".join(filter(None, (_format_numbers(citation.numbers), reports.database)))
        pin_lead = ", slip op. at "
        entry = f", ECF No. {citation.entry}" if citation.entry else ""
        after = f"{_decided(citation)}{entry}"
    name = citation.case_name or ("" if found else citation.title)
    return Bluebook(
        name=name,
        before_pin=f", {found}" if name and found else found,
        after_pin=f"{after}.",
        pin_lead=pin_lead if pin_lead == PARAGRAPH or citation.first_page is not None else "",
    )


def cite_in_stretches(archived: ArchivedOrder) -> tuple[str, str, str, str]:
    """Return an order's citation in stretches: name, before and after a pin's page, its lead."""
    cited = cite_bluebook(read_citation(archived))
    return cited.name, cited.before_pin, cited.after_pin, cited.page_lead


def _format_numbers(numbers: tuple[str, ...]) -> str:
    if not numbers:
        return ""
    cited = numbers if len(numbers) <= MOST_NUMBERS else numbers[:1]
    return f"{'No.' if len(cited) == 1 else 'Nos.'} {', '.join(cited)}"


def _format_day(day: AnyDate) -> str:
    """Return "Sept. 5, 2019", "Nov. 1865" or "1865", as much as is known."""
    month = _MONTHS[day.month - 1] if day.month else ""
    return f"{month} {day.day}, {day.year}" if day.day else f"{month} {day.year}".strip()


def _decided(citation: OrderCitation) -> str:
    """Return court and date in parentheses: the year after a report, else the whole date."""
    report, day = citation.reports.report, citation.day
    court = name_court(citation.court, report) if citation.court else ""
    when = "" if day is None else str(day.year) if report else _format_day(day)
    decided = " ".join(filter(None, (court, when)))
    return f" ({decided})" if decided else ""
