"""How pages word what a description holds: titles, dates, names."""

import datetime

from build_scripts.model.description import (
    Description,
    Judge,
    JudgeRole,
    Outcome,
    Qualifier,
)

# Bluebook table T12; May, June and July are never shortened.
_MONTHS = (
    ("Jan.", "January"),
    ("Feb.", "February"),
    ("Mar.", "March"),
    ("Apr.", "April"),
    ("May", "May"),
    ("June", "June"),
    ("July", "July"),
    ("Aug.", "August"),
    ("Sept.", "September"),
    ("Oct.", "October"),
    ("Nov.", "November"),
    ("Dec.", "December"),
)


def title_of(description: Description) -> str:
    """Return the order's title, or what kind of paper it is where none is printed."""
    if description.title and description.title.value.strip():
        return " ".join(description.title.value.split())
    kind = description.order_type.value.value if description.order_type else "order"
    return "Untitled order" if kind == "other" else kind.capitalize()


def case_of(description: Description) -> str:
    """Return the case's name, else its docket number, else a plain statement."""
    if description.case_name:
        return " ".join(description.case_name.value.split())
    if description.docket_numbers:
        return f"No. {description.docket_numbers[0].value.text}"
    return "Case not stated"


def word_date(date: datetime.date, *, short: bool = False) -> str:
    """Return "May 31, 2017"; `short` uses the Bluebook's months ("Sept. 5, 2019")."""
    return f"{_MONTHS[date.month - 1][0 if short else 1]} {date.day}, {date.year}"


def day_of(description: Description) -> datetime.date | None:
    """Return the day an order is listed by: its date, else the day it was filed."""
    dated = description.date or description.date_filed
    return dated.value if dated else None


def word_judge(judge: Judge) -> str:
    """Return what follows a judge's name: office, and what the judge did beside writing."""
    parts = [judge.title] if judge.title else []
    if judge.role not in {JudgeRole.AUTHOR, JudgeRole.PANEL}:
        parts.append(judge.role.value)
    return ", ".join(parts)


def word_outcome(outcome: Outcome) -> str:
    """Return an outcome as a badge shows it."""
    return "Procedural" if outcome is Outcome.NONE else outcome.value.capitalize()


def word_qualifiers(qualifiers: tuple[Qualifier, ...]) -> str:
    """Return qualifiers in a row: "without prejudice, as moot"."""
    return ", ".join(qualifier.value for qualifier in qualifiers)
