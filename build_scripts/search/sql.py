"""A plan as one SELECT of ranks."""

from typing import Any

from build_scripts.search.expressions import Plan

_TABLES = ("n", "x", "m")
_JOINS = {"and": "INTERSECT", "or": "UNION", "not": "EXCEPT"}


def write_select(plan: Plan) -> tuple[str, tuple[Any, ...]]:
    """Return the SELECT of a plan's `rowid`s and its parameters.

    "within" is left to the reader of the texts (`find_within`): here both sides may be anywhere.
    """
    (kind, value), *_ = plan.items()
    if kind in _TABLES:
        return f"SELECT rowid FROM {kind} WHERE {kind} MATCH ?", (value,)  # noqa: S608
    if kind == "all":
        return "SELECT rowid FROM n WHERE n MATCH ?", ('"zzall"',)
    if kind == "none":
        return "SELECT 0 AS rowid WHERE 0", ()
    if kind == "dates":
        return _select_days(*value)
    parts = [write_select(part) for part in plan["of" if kind == "within" else kind]]
    selects = [f"SELECT rowid FROM ({sql})" for sql, _ in parts]  # noqa: S608
    joint = f" {_JOINS.get(kind, 'INTERSECT')} "
    return joint.join(selects), tuple(one for _, parameters in parts for one in parameters)


_DAYS = """
SELECT rowid FROM n WHERE n MATCH '"zzall"'
AND rowid >= (SELECT min(first) FROM days WHERE day >= ? AND day <= ?)
AND rowid < (SELECT max(first + count) FROM days WHERE day >= ? AND day <= ?)
"""


def _select_days(first: str | None, last: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the days' SELECT; a year or month without a known day sorts before its first day."""
    begin = (first or "0000").removesuffix("-01").removesuffix("-01")
    return _DAYS, (begin, last or "9999-99") * 2
