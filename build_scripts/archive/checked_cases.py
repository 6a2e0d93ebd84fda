"""Links to cases on CourtListener, given its answers to earlier requests."""

from collections import Counter
from collections.abc import Sequence

from build_scripts.archive.case_names import NameMatch, match_names
from build_scripts.archive.outward_links import find_case_address, search_for_citation
from build_scripts.model.archive import Archive, Link, LinkTarget
from build_scripts.model.citation import BACK_REFERENCES, Citation, CitationKind
from build_scripts.model.link_ledger import CheckedCitation, LinkLedger, LookupOutcome
from build_scripts.model.order import Order
from build_scripts.model.text.folding import drop_accents
from build_scripts.problems import Finding, FindingCode

_ONLY_SEARCHED = frozenset(
    {LookupOutcome.NOT_FOUND, LookupOutcome.UNKNOWN_REPORTER, LookupOutcome.NOT_READ}
)


def link_case(normal_form: str, case_name: str | None, ledger: LinkLedger) -> Link | None:
    """Return the link of a case by its citation; None for WL, LEXIS and what has no address.

    What CourtListener found leads to the case's page, unless its name differs from `case_name`;
    what it did not find, or found under another name, leads to a search. What was not requested, or
    shares a page with other cases, leads to CourtListener's page of the citation.
    """
    address = find_case_address(normal_form)
    if address is None:
        return None
    checked = ledger.get(normal_form)
    if checked is None or checked.outcome is LookupOutcome.SEVERAL:
        return Link(LinkTarget.COURTLISTENER, address)
    if checked.outcome in _ONLY_SEARCHED or _is_other_case(case_name, checked):
        return Link(LinkTarget.SEARCH, search_for_citation(normal_form))
    return Link(LinkTarget.COURTLISTENER, checked.url)


def report_doubtful_citations(
    orders: Sequence[Order], links: Sequence[Sequence[Link | None]], ledger: LinkLedger
) -> tuple[Finding, ...]:
    """Return a finding for each citation at which CourtListener has a case of another name."""
    findings = set()
    for order, order_links in zip(orders, links, strict=True):
        for citation, link in zip(order.citations, order_links, strict=True):
            checked = ledger.get(citation.normal_form)
            if (
                citation.kind is CitationKind.CASE
                and checked is not None
                and not (link and link.target is LinkTarget.ARCHIVE)
                and _is_other_case(citation.case_name, checked)
            ):
                findings.add(_report(order.source.path, citation, checked))
    return tuple(sorted(findings))


def count_outward_cases(archive: Archive) -> Counter[str]:
    """Return how many orders print each citation of a case that CourtListener may have.

    Citations that lead to an order here are left out, and WL and LEXIS numbers.
    """
    counts: Counter[str] = Counter()
    for archived in archive.orders:
        forms = set()
        for citation, link in zip(archived.order.citations, archived.links, strict=True):
            if citation.kind is CitationKind.CASE:
                form: str | None = citation.normal_form
            else:  # a short form's case may be cited in full elsewhere
                form = citation.antecedent if citation.kind in BACK_REFERENCES else None
            is_here = link and link.target is LinkTarget.ARCHIVE
            if form and not is_here and find_case_address(form) is not None:
                forms.add(form)
        counts.update(forms)
    return counts


def _is_other_case(case_name: str | None, checked: CheckedCitation) -> bool:
    if checked.outcome is not LookupOutcome.FOUND or not case_name:
        return False
    match = match_names(_plain(case_name), _plain(checked.case_name))
    return match is NameMatch.DIFFERENT


_HYPHENS = str.maketrans("-‐–", "   ")


def _plain(name: str) -> str:
    """Return a name as CourtListener may type it: "Martínez-Bermúdez" is "Martinez Bermudez"."""
    return drop_accents(name).translate(_HYPHENS)


def _report(path: str, citation: Citation, checked: CheckedCitation) -> Finding:
    return Finding(
        path,
        FindingCode.DOUBTFUL_CITATION,
        f"It cites “{citation.case_name}” as {citation.normal_form}; CourtListener has "
        f"“{checked.case_name}” there. The citation leads to a search, not to that case.",
        f"Compare {checked.url} with the original. A misprint of the order stays as it is; report "
        "a name or number that the program misread.",
    )
