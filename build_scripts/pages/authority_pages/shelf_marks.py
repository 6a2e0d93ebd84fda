"""Under what a long list of authorities is divided: a case's first letter, a provision's code."""

import re
import unicodedata
from dataclasses import dataclass

from build_scripts.i18n import t
from build_scripts.model.archive import Authority, AuthorityKind
from build_scripts.text.pattern import Pattern


@dataclass(frozen=True, slots=True, order=True)
class ShelfMark:
    """A part of a kind's list. `slug` is its address below the kind, and stays as lists grow."""

    order: tuple[tuple[int, str], ...]
    slug: str
    label: str


# What a code is called, in front of the number of what is cited in it.
_CODE_BEFORE_SECTION = Pattern(
    r"(?P<code>[^§]{1,80}?)\s?§",
    accepts=["18 U.S.C. § 2510", "Cal. Penal Code §632"],
    refuses=["Fed. R. Civ. P. 12", "§ 2510"],
    by="match",
)
_CONSTITUTION = Pattern(
    r"(?P<code>[^\d]{1,60}?\bConst\.)",
    accepts=["U.S. Const. amend. IV", "Cal. Const. art. I, § 10"],
    refuses=["14 Const. Comment. 289", "Constitution of 1849"],
    by="match",
)
_CODE_BEFORE_NUMBER = Pattern(
    r"""
    (?: \d[\d.-]{0,8} \s )?                                  # a volume
    (?P<code> (?: \d{1,2}(?:d|nd|rd|st|th) \s )? \D{1,80}? )  # "9th Cir. R."
    \s (?=\d)
    """,
    re.VERBOSE,
    accepts=["Fed. R. Civ. P. 12", "124 Harv. L. Rev. 1082", "100 Stat. 1848", "9th Cir. R. 36-3"],
    refuses=["Restatement (Second) of Torts", "U.S. Const. amend. IV"],
    by="match",
)
_COURT = Pattern(
    r" \([^()]*\)$",
    accepts=["L.R. 56 (D. Conn.)", "Civ. L.R. 7-1 (N.D. Cal.)"],
    refuses=["Fed. R. Civ. P. 12(b)", "L.R. 56"],
)


def find_shelf_mark(authority: Authority) -> ShelfMark:
    """Return the part of its kind's list that an authority stands in."""
    if authority.kind is AuthorityKind.CASE:
        return _mark_letter(authority.case_name or "")
    form = authority.forms[0]
    patterns = (_CONSTITUTION, _CODE_BEFORE_SECTION, _CODE_BEFORE_NUMBER)
    code = next((match["code"] for each in patterns if (match := each.match(form))), "")
    court = _COURT.search(form)
    label = (code + (court[0] if court and authority.kind is AuthorityKind.RULE else "")).strip()
    slug = re.sub(r"[^a-z0-9]+", "-", _fold(label)).strip("-")
    if not slug:
        return ShelfMark(((1, ""),), "other", t("authorities.other_code"))
    title, _, name = label.partition(" ")
    is_title = title.isdecimal()
    place = ((0, _fold(name if is_title else label)), (int(title) if is_title else 0, ""))
    return ShelfMark(place, f"code/{slug}", label)


def _mark_letter(name: str) -> ShelfMark:
    letter = _fold(name.lstrip("\"'“‘*[("))[:1]
    if not ("a" <= letter <= "z"):
        return ShelfMark(((1, ""),), "other", t("authorities.no_letter"))
    return ShelfMark(((0, letter),), letter, letter.upper())


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return plain.encode("ascii", "ignore").decode("ascii").casefold()
