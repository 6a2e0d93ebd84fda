"""How an authority is named: on its own page, in lists, in a page's title."""

from functools import cache

from courts_db import courts

from build_scripts.i18n import term
from build_scripts.model.archive import Authority, AuthorityKind
from build_scripts.pages.markdown_text import escape_label
from build_scripts.pages.wording import capitalise

LONGEST_NAME = 160
"""Characters of a name in a list or title; misread captions can run on for pages."""

KINDS = tuple(AuthorityKind)
"""Kinds in the order of a table of authorities."""


def word_kind(kind: AuthorityKind) -> str:
    """Return what a kind is called, in the plural: "Cases"."""
    return capitalise(term("authority_kinds", kind.value))


def name_plainly(authority: Authority) -> str:
    """Return "Calder v. Jones, 465 U.S. 783 (1984)"; the whole of it is one line of plain text."""
    name = f"{_shorten(authority.case_name)}, " if authority.case_name else ""
    return " ".join(f"{name}{_shorten(authority.forms[0])}{_word_year(authority)}".split())


def name_in_markdown(authority: Authority) -> str:
    """Return the same with the case's name in italics, for a heading or the inside of a link."""
    name = ""
    if authority.case_name and (shown := " ".join(_shorten(authority.case_name).split())):
        name = f"*{escape_label(shown)}*, "
    return (
        f"{name}{escape_label(_shorten(authority.forms[0]))}{escape_label(_word_year(authority))}"
    )


def name_court(court_id: str) -> str:
    """Return a court's full name, else its id."""
    entry = _list_courts().get(court_id)
    return entry[0] if entry else court_id


def _word_year(authority: Authority) -> str:
    """Return " (9th Cir. 2006)"; the U.S. Reports name their court, a statute has no year here."""
    if authority.kind is AuthorityKind.CASE and authority.court not in {None, "scotus"}:
        entry = _list_courts().get(authority.court or "")
        parts = [entry[1] if entry else "", str(authority.year or "")]
        inside = " ".join(part for part in parts if part)
        return f" ({inside})" if inside else ""
    shows_year = authority.kind in {AuthorityKind.CASE, AuthorityKind.OTHER}
    return f" ({authority.year})" if authority.year and shows_year else ""


def _shorten(text: str) -> str:
    if len(text) <= LONGEST_NAME:
        return text
    cut = text.rfind(" ", 0, LONGEST_NAME)
    return f"{text[: cut if cut > 0 else LONGEST_NAME]} …"


@cache
def _list_courts() -> dict[str, tuple[str, str]]:
    """Return each court's name and how citations shorten it, by CourtListener's id."""
    return {entry["id"]: (entry["name"], entry["citation_string"].strip()) for entry in courts}
