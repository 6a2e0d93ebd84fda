"""An order's citation for reference managers: BibTeX, RIS, CSL-JSON.

The page's script writes the same: `theme/assets/javascripts/reference_forms.js`.
"""

import json
import re
from collections.abc import Iterator

from build_scripts.pages.cite.reference import Reference

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


def write_bibtex(reference: Reference) -> str:
    """Return a BibTeX entry that every style can print, `@misc`, ending in a line feed.

    Titles are in double braces, so that styles keep their capitals.
    """
    fields = {
        "title": f"{{{_escape_tex(reference.title)}}}",
        "howpublished": _escape_tex(reference.published),
        "number": _escape_tex(reference.numbers),
        "institution": f"{{{_escape_tex(reference.institution)}}}" if reference.institution else "",
        "year": str(reference.year or ""),
        "day": str(reference.day or ""),
        "note": _escape_tex(", ".join(filter(None, (reference.court, reference.entry)))),
        "url": re.sub(r"[{}\\% ]", "", reference.url),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if reference.month:
        lines.append(f"  month = {_MONTHS[reference.month - 1]},")
    return "\n".join([f"@misc{{{reference.key},", *lines, "}"]) + "\n"


def _escape_tex(text: str) -> str:
    return text.translate(_TEX)


def write_ris(reference: Reference) -> str:
    """Return one RIS record of type CASE; lines end in CR LF, as the format asks.

    Tags as EndNote exports them for a case and Zotero reads them: A2 the reporter, VL its volume,
    SP the first page, SV the docket number, PB the court.
    """
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
        ("DA", "{}/{}/{}/".format(*_pad(year, month, day)) if year else ""),
        ("N1", reference.entry),
        ("N1", reference.other),
        ("UR", reference.url),
    ]
    written = [f"{tag}  - {value}" for tag, value in lines if value]
    return "\r\n".join([*written, "ER  - ", ""])


def _pad(*parts: int) -> Iterator[str]:
    """Yield year, month and day with leading zeros, and nothing for what is not known."""
    yield from (
        f"{part:0{width}}" if part else "" for part, width in zip(parts, (4, 2, 2), strict=True)
    )


def write_csl_json(reference: Reference) -> str:
    """Return CSL-JSON (1.0.2): an array of one item of type `legal_case`, ending in a line feed.

    `authority` is the court as citations shorten it, since styles print it as it is given.
    """
    day = [part for part in (reference.year, reference.month, reference.day) if part]
    item = {
        "id": reference.key,
        "type": "legal_case",
        "title": reference.title,
        "authority": reference.court,
        "number": reference.numbers,
        "issued": {"date-parts": [day]} if reference.year else None,
        "container-title": reference.reporter,
        "volume": reference.volume,
        "page": reference.page,
        "note": ", ".join(filter(None, (reference.entry, reference.other))),
        "URL": reference.url,
    }
    said = {name: value for name, value in item.items() if value}
    return json.dumps([said], ensure_ascii=False, indent=2) + "\n"
