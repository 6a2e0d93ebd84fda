"""An order's citation for reference managers: RIS, type CASE.

Tags as EndNote exports them for a case and Zotero reads them: A2 the reporter, VL its volume, SP
the first page, SV the docket number, PB the court.
"""

from build_scripts.pages.cite.reference import Reference


def write_ris(reference: Reference) -> str:
    """Return one record; lines end in CR LF, as the format asks."""
    year, month, day = reference.year, reference.month, reference.day
    lines = [
        ("TY", "CASE"),
        ("TI", reference.title),
        ("A2", reference.reporter),
        ("VL", reference.volume),
        ("SP", reference.page),
        ("SV", reference.numbers),
        ("PB", reference.court),
        ("PY", f"{year:04}" if year else ""),
        ("DA", f"{year:04}/{month:02}/{day:02}/" if year else ""),
        ("N1", reference.entry),
        ("N1", reference.other),
        ("UR", reference.url),
    ]
    written = [f"{tag}  - {value}" for tag, value in lines if value]
    return "\r\n".join([*written, "ER  - ", ""])
