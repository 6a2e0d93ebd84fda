"""Names of authorities: on their own pages, in lists, in a page's title."""

from dataclasses import dataclass

from build_scripts.model.archive import Authority, AuthorityKind
from build_scripts.model.law.known_courts import load_court_entries
from build_scripts.pages.formatting import capitalise
from build_scripts.pages.i18n import t, term
from build_scripts.pages.views import shorten

LONGEST_NAME = 160
"""Characters of a name in a list or title; misread captions can run on for pages."""


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """An authority in a list: a case's name, the rest of its name, how often it is cited."""

    address: str
    case_name: str
    report: str
    orders: int
    mentions: int


def line_authority(one: Authority) -> AuthorityLine:
    """Return the line of an authority."""
    name = shorten_name(one.case_name or "")
    return AuthorityLine(one.address, name, name_report(one), one.orders, len(one.mentions))


def format_kind(kind: AuthorityKind) -> str:
    """Return the name of a kind, in the plural: "Cases"."""
    return capitalise(term("authority_kinds", kind.value))


def name_plainly(authority: Authority) -> str:
    """Return "Calder v. Jones, 465 U.S. 783 (1984)": the whole name as one line of plain text."""
    name = f"{shorten_name(authority.case_name)}, " if authority.case_name else ""
    return f"{name}{name_report(authority)}"


def name_report(authority: Authority) -> str:
    """Return the same without the case's name: "465 U.S. 783 (1984)"."""
    return shorten_name(authority.forms[0]) + _format_year(authority)


def name_run(authority: Authority) -> str:
    """Return the name of an authority's run: "F.3d, volumes 430–439"."""
    place = authority.place
    if not place.source:
        if place.run == "dockets":
            return t("authorities.dockets")
        if place.run == "local-rules":
            return t("authorities.local_rules")
        return t("authorities.part", title=name_shelf(authority), part=place.part)
    if not place.part:
        return place.source
    if authority.kind is not AuthorityKind.CASE:
        return f"{place.part} {place.source}"
    key = "authorities.volumes" if "–" in place.part else "authorities.year_of"
    return t(key, source=place.source, part=place.part)


def name_shelf(authority: Authority) -> str:
    """Return the common name of less cited reporters or codes: their runs share a page a letter."""
    is_case = authority.kind is AuthorityKind.CASE
    return t("authorities.other_reporter" if is_case else "authorities.other_code")


def name_court(court_id: str) -> str:
    """Return a court's full name, else its id."""
    entry = load_court_entries().get(court_id)
    return str(entry["name"]) if entry else court_id


def _format_year(authority: Authority) -> str:
    """Return " (9th Cir. 2006)"; the U.S. Reports name their court, a statute has no year here."""
    if authority.kind is AuthorityKind.CASE and authority.court not in {None, "scotus"}:
        entry = load_court_entries().get(authority.court or "")
        parts = [entry["citation_string"].strip() if entry else "", str(authority.year or "")]
        inside = " ".join(part for part in parts if part)
        return f" ({inside})" if inside else ""
    shows_year = authority.kind in {AuthorityKind.CASE, AuthorityKind.OTHER}
    return f" ({authority.year})" if authority.year and shows_year else ""


def shorten_name(text: str, longest: int = LONGEST_NAME) -> str:
    """Return a name, or other printed words, on one line; cut at a word if it is too long."""
    return shorten(" ".join(text.split()), longest)
