"""Formats a description's values for pages: titles, dates, names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from build_scripts.model.archive import Facet, Group
from build_scripts.model.description import (
    Description,
    Judge,
    JudgeRole,
    OrderType,
    Outcome,
    Party,
    Qualifier,
)
from build_scripts.model.partial_date import AnyDate
from build_scripts.model.quoted_words import QuotedWords
from build_scripts.pages.i18n import t, term

UNSTATED = frozenset({"not-stated", "undated", "unknown-court"})
"""Groups of orders without a value."""
FEWEST_TALLIED = 2
"""Fewest rulings that are summed up by outcome."""


def title_of(description: Description) -> str:
    """Return the title, or the kind of paper if none is printed."""
    if description.title and description.title.value.strip():
        return " ".join(description.title.value.split())
    if not description.is_order.value:
        return t("order.no_order")
    kind = description.order_type.value if description.order_type else OrderType.ORDER
    return capitalise(term("order_types", kind.value))


def name_order(description: Description) -> str:
    """Return the name that heads an order: its case's, else court and docket number, else its
    title.

    `description` holds what is confirmed (`ArchivedOrder.stated`).
    """
    if name := " ".join(description.name.split()):
        return name
    number = _name_number(description)
    if number and description.court:
        court = description.court_short or description.court.value.name
        return t("order.court_and_number", court=court, number=number)
    return title_of(description)


def _name_number(description: Description) -> str:
    numbers = description.docket_numbers
    return t("order.number", numbers=numbers[0].value.text) if numbers else ""


def name_tab(description: Description) -> str:
    """Return the order's name with court and year, as cited: "House v. Roe (D. Mass. 2012)"."""
    day = description.day
    cited = " ".join(filter(None, (description.court_short, str(day.year) if day else "")))
    name = " ".join(description.name.split()) or _name_number(description) or title_of(description)
    return f"{name} ({cited})" if cited else name


def case_of(description: Description) -> str:
    """Return the case's name, else its docket number, else a plain statement."""
    return " ".join(description.name.split()) or _name_number(description) or t("order.no_case")


def format_date(date: AnyDate) -> str:
    """Return "Sept. 5, 2019", "Nov. 1865" or "1865"."""
    year = str(date.year)
    if not date.month:
        return year
    month = term("short_months", str(date.month))
    if not date.day:
        return t("dates.month", month=month, year=year)
    return t("dates.day", month=month, day=str(date.day), year=year)


def format_month(date: AnyDate) -> str:
    """Return "May", or a phrase for an unknown month."""
    return term("months", str(date.month)) if date.month else t("dates.no_month")


def format_span(days: Iterable[AnyDate | None]) -> str:
    """Return the years of `days`, "1999–2004", or "" if none is dated."""
    years = sorted({day.year for day in days if day})
    return "–".join(map(str, dict.fromkeys(years[:1] + years[-1:])))


def capitalise(term: str) -> str:
    """Return a term with a capital, for the beginning of a sentence or for a label."""
    return term[:1].upper() + term[1:]


def join_with_or(words: Sequence[str]) -> str:
    """Return "a, b or c"."""
    if len(words) < 2:
        return "".join(words)
    return t("rows.or", list=", ".join(words[:-1]), last=words[-1])


def format_judge(judge: Judge) -> str:
    """Return the words after a judge's name: office, and role other than author."""
    parts = [judge.title] if judge.title else []
    if judge.role not in {JudgeRole.AUTHOR, JudgeRole.PANEL}:
        parts.append(term("judge_roles", judge.role.value))
    return ", ".join(parts)


def name_party(party: Party) -> str:
    """Return a party's name, with "et al." if the caption leaves others out."""
    return t("order_head.et_al", party=party.name) if party.et_al else party.name


def format_facet(facet: Facet) -> str:
    """Return the name of a facet: "Judge"."""
    return capitalise(term("facet", facet.value))


def format_facets(facet: Facet) -> str:
    """Return the plural name of a facet: "Judges"."""
    return capitalise(term("facets", facet.value))


def format_groups(groups: Mapping[Facet, tuple[Group, ...]]) -> dict[Facet, tuple[Group, ...]]:
    """Return the groups of each facet, with labels from messages unless they come from an order."""
    return {
        facet: tuple(replace(group, label=_format_group(facet, group)) for group in found)
        for facet, found in groups.items()
    }


def _format_group(facet: Facet, group: Group) -> str:
    if group.slug in UNSTATED:
        return term("unstated", facet.value)
    if facet is Facet.DISPOSITION:
        known = {name_outcome(outcome): outcome for outcome in Outcome}
        return format_outcome(known[group.slug])
    if facet is Facet.MOTION:
        return capitalise(term("motions", group.label.lower()))
    return group.label


def name_place(words: QuotedWords) -> str:
    """Return "page 4, line 13", or the name of a place without a number."""
    if not words.page:
        return t("order_head.history_words")
    page = f"{t('order_text.page_word')} {words.page}"
    return f"{page}, {t('order_head.history_line', line=words.line)}" if words.line else page


def name_outcome(outcome: Outcome) -> str:
    """Return an outcome in the form of addresses and anchors: "granted-in-part"."""
    name = "procedural" if outcome is Outcome.NONE else outcome.value
    return name.replace(" ", "-")


def format_outcome(outcome: Outcome) -> str:
    """Return an outcome in the words of a badge."""
    return capitalise(term("outcomes", outcome.value))


def format_tally(description: Description) -> str:
    """Return the count of each outcome, "1 granted · 10 denied", or "" for fewer than two."""
    outcomes = Counter(claim.value.outcome for claim in description.rulings)
    if outcomes.total() < FEWEST_TALLIED:
        return ""
    return " · ".join(
        t("order_head.tally", count=count, outcome=term("outcomes", outcome.value))
        for outcome, count in outcomes.items()
    )


_CONTRARY = (
    {Qualifier.WITH_PREJUDICE, Qualifier.WITHOUT_PREJUDICE},
    {Qualifier.WITH_PREJUDICE, Qualifier.WITH_LEAVE_TO_AMEND},
    {Qualifier.WITH_LEAVE_TO_AMEND, Qualifier.WITHOUT_LEAVE_TO_AMEND},
    {Qualifier.WITHOUT_LEAVE_TO_AMEND, Qualifier.WITHOUT_PREJUDICE},
)


def format_qualifiers(qualifiers: tuple[Qualifier, ...]) -> str:
    """Return qualifiers in a row: "without prejudice, as moot". Two that contradict each other,
    each of a part of the motion, are left out.
    """
    apart = {one for pair in _CONTRARY if pair <= {*qualifiers} for one in pair}
    return ", ".join(term("qualifiers", one.value) for one in qualifiers if one not in apart)
