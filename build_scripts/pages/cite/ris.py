"""An order's citation for reference managers: RIS, type CASE.

Tags as EndNote exports them for a case and Zotero reads them: A2 the reporter, VL its volume, SP
the first page, SV the docket number, PB the court.
"""

from build_scripts.pages.cite.citation import OrderCitation
from build_scripts.pages.cite.plain_text import flatten


def write_ris(citation: OrderCitation, url: str = "") -> str:
    """Return one record; lines end in CR LF, as the format asks."""
    report, day = citation.reports.report, citation.day
    other = citation.reports.neutral or citation.reports.database
    lines = [
        ("TY", "CASE"),
        ("TI", citation.case_name or citation.title),
        ("A2", report.reporter if report else ""),
        ("VL", report.volume if report else ""),
        ("SP", report.page if report else ""),
        ("SV", ", ".join(citation.numbers)),
        ("PB", citation.court.citation_string if citation.court else ""),
        ("PY", f"{day.year:04}" if day else ""),
        ("DA", f"{day:%Y/%m/%d}/" if day else ""),
        ("N1", f"ECF No. {citation.entry}" if citation.entry else ""),
        ("N1", other or ""),
        ("UR", url),
    ]
    written = [f"{tag}  - {flatten(value)}" for tag, value in lines if value]
    return "\r\n".join([*written, "ER  - ", ""])
