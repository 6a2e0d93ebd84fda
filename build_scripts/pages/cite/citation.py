"""The parts of an order's citation, read once for every form it is written in."""

from dataclasses import dataclass

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.description import Court, OrderType
from build_scripts.model.order_extracts import Landmarks
from build_scripts.model.partial_date import AnyDate
from build_scripts.pages.cite.case_name import cite_case_name
from build_scripts.pages.cite.reports import Reports, read_reports
from build_scripts.pages.escaping import flatten
from build_scripts.pages.formatting import capitalise, title_of
from build_scripts.pages.i18n import t, term

_FARTHEST_PAGE = 1  # a text's first page mark is that of its report's first page or the next


@dataclass(frozen=True, slots=True)
class OrderCitation:
    """An order's citation in parts; every text is one line, "" or None if not known.

    `first_page` is the page on which the text begins if its pages are the citation's (the report's,
    else the slip opinion's). The court numbered paragraphs from 1 to `paragraphs`.
    """

    address: str
    title: str  # never empty
    case_name: str
    numbers: tuple[str, ...]
    court: Court | None
    day: AnyDate | None
    entry: str  # on the docket: "8"
    reports: Reports
    first_page: str | None
    paragraphs: int = 0

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what the order lacks of the parts that identify it, in readers' words."""
        needed = {
            "cite.case_name": self.case_name,
            "cite.docket_number": self.numbers or self.reports.report or self.reports.neutral,
            "cite.court": self.court,
            "cite.date": self.day,
        }
        return tuple(t(name) for name, value in needed.items() if not value)


def read_citation(archived: ArchivedOrder) -> OrderCitation:
    """Return the parts of an order's citation."""
    description = archived.stated
    court = description.court.value if description.court else None
    numbers = (flatten(claim.value.text) for claim in description.docket_numbers)
    entry = description.document_number
    reports = read_reports((claim.value for claim in description.own_citations), court)
    return OrderCitation(
        address=archived.address,
        title=flatten(title_of(description))
        or capitalise(term("order_types", OrderType.OTHER.value)),
        case_name=cite_case_name(description.case_name.value) if description.case_name else "",
        numbers=tuple(dict.fromkeys(filter(None, numbers))),
        court=court,
        day=description.day,
        entry=flatten(entry.value) if entry else "",
        reports=reports,
        first_page=_find_first_page(archived.order.extracts.landmarks, reports),
        paragraphs=archived.order.extracts.landmarks.paragraphs,
    )


def _find_first_page(landmarks: Landmarks, reports: Reports) -> str | None:
    """Return the page on which the text begins, in its citation's pages; "" if its first sheet
    bears no number, None if they are not known.

    Star pages of a reported opinion are its reporter's; pages of a slip opinion may not be cited if
    there is a report.
    """
    if reports.report:
        first = int(reports.report.page)
        marked = landmarks.pages[0] if landmarks.pages else ""
        begins_alike = marked.isdigit() and 0 <= int(marked) - first <= _FARTHEST_PAGE
        return str(first) if begins_alike else None
    if reports.neutral or reports.database:
        return None
    return landmarks.begins if landmarks.pages or landmarks.is_one_page else None
