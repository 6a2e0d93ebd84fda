"""An order's citation for LaTeX: a BibTeX entry that every style can print."""

import re

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
    """Return one `@misc` entry, ending in a line feed.

    Titles stand in double braces: styles leave their capitals alone.
    """
    fields = {
        "title": f"{{{_escape(reference.title)}}}",
        "howpublished": _escape(reference.published),
        "number": _escape(reference.numbers),
        "institution": f"{{{_escape(reference.institution)}}}" if reference.institution else "",
        "year": str(reference.year or ""),
        "day": str(reference.day or ""),
        "note": _escape(", ".join(filter(None, (reference.court, reference.entry)))),
        "url": re.sub(r"[{}\\% ]", "", reference.url),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if reference.month:
        lines.append(f"  month = {_MONTHS[reference.month - 1]},")
    return "\n".join([f"@misc{{{reference.key},", *lines, "}"]) + "\n"


def _escape(text: str) -> str:
    return text.translate(_TEX)
