"""An order's citation for LaTeX: a BibTeX entry that every style can print."""

import re

from build_scripts.pages.cite.citation import OrderCitation

# BibTeX counts braces before TeX reads escapes, so that "\{" would leave an entry open.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
        "’": "'",
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write_bibtex(citation: OrderCitation, url: str = "") -> str:
    """Return one `@misc` entry, ending in a line feed; its key is made of the order's address.

    Titles stand in double braces: styles leave their capitals alone.
    """
    report = citation.reports.report
    court = citation.court
    numbers = ", ".join(citation.numbers)
    published = report.text if report else citation.reports.neutral or citation.reports.database
    if not published and numbers:
        published = f"{'No.' if len(citation.numbers) == 1 else 'Nos.'} {numbers}"
    fields = {
        "title": f"{{{_escape(citation.case_name or citation.title)}}}",
        "howpublished": _escape(published or ""),
        "number": _escape(numbers),
        "institution": f"{{{_escape(court.name)}}}" if court else "",
        "year": str(citation.day.year) if citation.day else "",
        "day": str(citation.day.day) if citation.day else "",
        "note": _escape(
            ", ".join(
                filter(
                    None,
                    (
                        court.citation_string if court else "",
                        f"ECF No. {citation.entry}" if citation.entry else "",
                    ),
                )
            )
        ),
        "url": re.sub(r"[{}\\%\s]", "", url),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if citation.day:
        lines.append(f"  month = {_MONTHS[citation.day.month - 1]},")
    return "\n".join([f"@misc{{{name_key(citation.address)},", *lines, "}"]) + "\n"


def name_key(address: str) -> str:
    """Return a key that is the order's alone: "cand:5-17-cv-02540:2017-05-31-order"."""
    key = re.sub(r"[^a-z0-9:-]+", "-", address.removeprefix("orders/").replace("/", ":").lower())
    return key.strip("-:") or "order"


def _escape(text: str) -> str:
    return text.translate(_TEX)
