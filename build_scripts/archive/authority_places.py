"""The place of an authority among all: the run of volumes, the code or the docket it belongs to.

Runs are fixed, so that an authority keeps its address whatever else is cited later: "433 F.3d 1199"
is in f3d/420-439, "28 U.S.C. § 1331" in usc/28, "Fed. R. Civ. P. 26" in frcp. Cases known by docket
number are one run, courts' own rules another.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from build_scripts.archive.slugs import slugify
from build_scripts.model.archive import Authority, AuthorityKind, AuthorityPlace, Link, Mention
from build_scripts.model.citation_form import read_case_form, read_provision
from build_scripts.model.law.states import STATES
from build_scripts.model.text.folding import fold_to_ascii
from build_scripts.model.text.pattern_table import read_patterns

_VOLUMES = {
    **dict.fromkeys(("us", "f4th"), 10),
    **dict.fromkeys(("f2d", "f3d"), 20),
    **dict.fromkeys(("fsupp", "fsupp2d", "fsupp3d"), 100),
}
"""Volumes of a run, by reporter: those that are cited most. A fifth of a long run is a block."""
_OLD = {"us": 300, "f2d": 400}
"""Volumes before this are cited less: a run has five times as many."""
_OWN_PAGE = frozenset(
    {
        *("sct", "led2d", "fappx", "frd", "br", "fedcl", "f"),  # the nation's
        *("a2d", "a3d", "ne2d", "ne3d", "nw2d", "p2d", "p3d", "se2d", "so2d", "so3d", "sw2d"),
        *("sw3d", "nys2d", "nys3d", "calrptr", "calrptr2d", "calrptr3d"),  # of regions
        *("cal", "cal2d", "cal3d", "cal4th", "cal5th", "calapp", "calapp2d", "calapp3d"),
        *("calapp4th", "calapp5th", "ny", "ny2d", "ny3d", "pa", "mass", "md", "mdapp", "nj"),
        *("wash", "wash2d"),  # of states
    }
)
"""Reporters that are cited less and have one page each; all others share one per letter."""
_HUNDRED, _MANY = 100, 500
"""Volumes of a block of a reporter; of one that shares its page, and sections of a title."""
_FIRST_YEAR, _DECADE = 1600, 10
"""Numbers from here on are years: "2017 WL 2391756", "2025 UT 46"."""
_SLUG_LENGTH = 100
_RULES = {
    "fed-r-civ-p": "frcp",
    "fed-r-crim-p": "frcrp",
    "fed-r-evid": "fre",
    "fed-r-app-p": "frap",
    "fed-r-bankr-p": "frbp",
    "u-s-c": "usc",
    "c-f-r": "cfr",
    "u-s-const": "us-const",
}
"""Courts' short forms of what they cite most."""
_KNOWN = frozenset(_RULES.values())

_PATTERNS = read_patterns(__package__, "authority_places.toml")


class Unplaced(NamedTuple):
    """An authority without its place: what orders say of it. Made by the ten thousands."""

    kind: AuthorityKind
    slug: str
    forms: tuple[str, ...]
    case_name: str | None
    court: str | None
    year: int | None
    link: Link | None
    mentions: tuple[Mention, ...]


def place_authorities(authorities: Iterable[Unplaced], own_page_from: int) -> list[Authority]:
    """Return the authorities with their places; anchors of one run are unique.

    An authority that at least `own_page_from` orders cite has its own page; none has if that is 0.
    """
    met: Counter[tuple[str, str]] = Counter()
    placed = []
    for one in authorities:
        place = find_place(one)
        met[place.run, place.anchor] += 1
        count = met[place.run, place.anchor]
        if count > 1:
            place = replace(place, anchor=f"{place.anchor}--{count}")
        authority = Authority(*one, place)
        has_page = 0 < own_page_from <= authority.orders
        placed.append(replace(authority, has_page=True) if has_page else authority)
    return placed


def find_place(authority: Unplaced | Authority) -> AuthorityPlace:
    """Return the run of an authority, and its anchor there."""
    form = authority.forms[0]
    if authority.kind is not AuthorityKind.CASE:
        return _place_provision(form, authority.kind)
    court = authority.court or "other"
    anchor = slugify(form, _SLUG_LENGTH) or authority.slug
    return _place_report(form) or AuthorityPlace("dockets", f"{court}-{anchor}", "", "", court)


def _place_report(form: str) -> AuthorityPlace | None:
    case = read_case_form(form)
    if case is None:
        return None
    volume, reporter, page = int(case.volume), case.reporter, case.page
    slug = _PATTERNS.LETTERS.sub("", fold_to_ascii(reporter))
    page = page.replace(",", "").lower()
    if slug == "wl":
        return AuthorityPlace(f"{slug}/{volume}", page, reporter, str(volume), page[:2])
    anchor = f"{volume}-{page}"
    if size := _VOLUMES.get(slug):
        size *= 5 if volume < _OLD.get(slug, 0) else 1
        part = _name_span(volume, size)
        block = _name_span(volume, size // 5)
        return AuthorityPlace(f"{slug}/{part}", anchor, reporter, part.replace("-", "–"), block)
    if slug in _OWN_PAGE:
        block = str(volume) if volume >= _FIRST_YEAR else _name_span(volume, _HUNDRED)
        return AuthorityPlace(slug, anchor, reporter, "", block)
    shelf, letter = f"reporters/{slug[:1]}", slug[:1].upper()
    span = _name_span(volume, _MANY if volume < _FIRST_YEAR else _DECADE)
    block = f"{slug}-{span}"
    return AuthorityPlace(shelf, f"{slug}-{anchor}", "", letter, block)


def _place_provision(form: str, kind: AuthorityKind) -> AuthorityPlace:
    provision = read_provision(form)
    if provision is None:
        anchor = slugify(form, _SLUG_LENGTH) or "unnamed"
        return AuthorityPlace(f"other/{anchor[:1]}", anchor, "", anchor[:1].upper(), anchor[:1])
    title, code, rest = provision
    court = _PATTERNS.COURT.search(rest) if kind is AuthorityKind.RULE else None
    code += court[0] if court else ""
    rest = rest[: court.start()] if court else rest
    slug = slugify(code, _SLUG_LENGTH)
    slug = _RULES.get(slug, slug) or "other"
    anchor = slugify(rest, _SLUG_LENGTH) or slug
    if slug in _KNOWN:
        run, number = f"{slug}/{title}" if title else slug, _PATTERNS.NUMBER.match(rest)
        block = _name_span(int(number[0]), _MANY) if number else anchor[:1]
        return AuthorityPlace(run, anchor, code, title, block)
    own = slugify(f"{title} {code} {rest}", _SLUG_LENGTH)
    if court:
        return AuthorityPlace("local-rules", own, "", "", slugify(court[0], _SLUG_LENGTH))
    shelf, source, part = _find_shelf(code)
    return AuthorityPlace(shelf, own, source, part, slugify(code, _SLUG_LENGTH)[:2])


def _find_shelf(code: str) -> tuple[str, str, str]:
    """Return the run of a code that is cited less, its state's, else its letter's; then the source
    and the part that name it.
    """
    state = next((one for one in STATES if f"{code} ".startswith(f"{one} ")), "")
    if state:
        return f"states/{slugify(state, _SLUG_LENGTH)}", state, ""
    letter = slugify(code, _SLUG_LENGTH)[:1] or "o"
    return f"other/{letter}", "", letter.upper()


def _name_span(number: int, size: int) -> str:
    """Return the span of numbers that contains one: "1-99", "100-199"."""
    first = number // size * size
    return f"{max(first, 1)}-{first + size - 1}"
