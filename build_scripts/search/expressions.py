"""A search as a plan: a query for each table, and how the results are joined.

A plan is JSON, so that its cases can be kept in one table for both languages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from string import digits
from typing import Any as Json

from build_scripts.search.case_names import name_token
from build_scripts.search.key_tokens import OWN
from build_scripts.search.query import (
    All,
    Any,
    AtLeast,
    Case,
    Choice,
    CitedHere,
    Dates,
    Decided,
    Key,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Query,
    Word,
)
from build_scripts.search.query_tokens import fold_words

Plan = dict[str, Json]
_COLUMNS = {"case": "name", "title": "title", "judge": "judge", "court": "court"}
_LEAVES = ("n", "x", "m", "cites")  # "cites" is a column of x that all other queries leave out
_MOST_PAIRS = 64
_NOT_NAMES = ("et", "al")


@dataclass(frozen=True, slots=True)
class RankingWord:
    """Words, and their query for table x; `is_read` if the search queries x for them too."""

    words: tuple[str, ...]
    match: str
    is_read: bool = False


def plan_query(query: Query, chosen: Sequence[str] = ()) -> Plan:
    """Return the plan of a search, within `chosen`: tokens of facets.

    An order must have a chosen value of every facet; of one facet, any: two courts are either
    court, a court and a year are both.
    """
    parts = [_plan(query.root)] if query.root else [] if query.blank else [{"none": True}]
    parts += [{"n": _plan_values(tokens)} for tokens in group_by_facet(chosen)]
    return _finish(_join("and", parts) if parts else {"all": True})


def group_by_facet(tokens: Sequence[str]) -> list[list[str]]:
    """Return tokens in one list per facet: "zzcourt0", "zzcourt7" are of one, "zzyear0" is not."""
    groups: dict[str, list[str]] = {}
    for token in tokens:
        groups.setdefault(token.rstrip(digits), []).append(token)
    return list(groups.values())


def list_own_keys(query: Query) -> tuple[str, ...]:
    """Return the tokens of orders that a search names by number: known items."""
    parts = query.root.parts if isinstance(query.root, All) else (query.root,)
    keys = [part for part in parts if isinstance(part, Key) and part.field != "cites"]
    return tuple(f"{key.key}{OWN}" for key in keys)


def list_name_words(query: Query) -> tuple[str, ...]:
    """Return the words of a search with a case's name, or of words only; () for any other."""
    parts = query.root.parts if isinstance(query.root, All) else (query.root,)
    if case := find_case(query):
        return case.words
    words: list[str] = []
    for part in parts:
        if isinstance(part, Word | Prefix) and not part.field:
            words.append(part.text)
        elif isinstance(part, Phrase) and not part.field:
            words += part.words
        else:
            return ()
    return tuple(word for word in dict.fromkeys(words) if word not in _NOT_NAMES)


def find_case(query: Query) -> Case | None:
    """Return the case that a search names by its sides, or None."""
    parts = query.root.parts if isinstance(query.root, All) else (query.root,)
    return next((part for part in parts if isinstance(part, Case)), None)


def drop_case(query: Query) -> Query | None:
    """Return the search without its case's name, if it also has a number; None for any other.

    A number identifies the order; the name next to it may be another court's, or misspelled.
    """
    case = find_case(query)
    if case is None or not list_own_keys(query) or not isinstance(query.root, All):
        return None
    others = tuple(part for part in query.root.parts if part is not case)
    note = f"No order has this number and the name {case.printed}: the number alone was looked for."
    return Query(others[0] if len(others) == 1 else All(others), (*query.notes, note))


def plan_names(query: Query) -> Plan | None:
    """Return the plan for orders whose name or title has all words of a search; None for others.

    It queries where the search itself does, so that hardly a file more is read: a word's token for
    names comes right after the word. Nearly every name has "v": it is left out if there are other
    words.
    """
    if not list_name_words(query):
        return None
    if case := find_case(query):
        named = " AND ".join(_quote(name_token(short)) for short, _ in case.units)
        return _join("and", [{"n": named}, *_plan_beside(case)])
    said = [leaf for leaf in _list_leaves(query.root) if not _is_left_out_of_names(leaf)]
    telling = [leaf for leaf in said if leaf != Word("v")] or said
    words = [_quote(name_token(leaf.text)) for leaf in telling if isinstance(leaf, Word)]
    others = [quote_words(x) for x in telling if isinstance(x, Phrase | Prefix)]
    plans = [{"n": " AND ".join(words)}] if words else []
    plans += [{"x": f"{{title name}} : ({' AND '.join(others)})"}] if others else []
    return plans[0] if len(plans) == 1 else {"and": plans}


def _is_left_out_of_names(leaf: Node) -> bool:
    return isinstance(leaf, Word | Prefix) and leaf.text in _NOT_NAMES


def list_ranking_words(query: Query) -> tuple[RankingWord, ...]:
    """Return what found orders can be ranked by in table x, each once."""
    said: dict[str, RankingWord] = {}
    for leaf in _list_words(query.root):
        words = leaf.words if isinstance(leaf, Phrase) else (leaf.text,)
        said[quote_words(leaf)] = RankingWord(words, quote_words(leaf))
    read = {quote_words(leaf) for leaf in _list_placed(query.root)}
    return tuple(replace(one, is_read=match in read) for match, one in said.items())


def match_ranking_words(asked: Sequence[RankingWord]) -> str:
    """Return the expression for table x by which orders are ranked; "" for no words."""
    return f"- cites : ({' OR '.join(one.match for one in asked)})" if asked else ""


def list_marked(query: Query) -> tuple[Word | Phrase | Prefix | Key, ...]:
    """Return what excerpts mark: all that is wanted in the text, no matter how it is joined."""
    return tuple(_list_leaves(query.root))


def _list_words(node: Node | None) -> list[Word | Phrase | Prefix]:
    leaves = _list_leaves(node)
    return [Phrase(fold_words(x.printed), x.printed) if isinstance(x, Key) else x for x in leaves]


def _list_placed(node: Node | None) -> list[Word | Phrase | Prefix]:
    """Return the terms for table x: phrases, beginnings, and words that are to be near."""
    if isinstance(node, All | Any):
        return [leaf for part in node.parts for leaf in _list_placed(part)]
    if isinstance(node, Near) and not isinstance(node.reach, str):
        return _list_words(node)
    if isinstance(node, AtLeast):
        return _list_placed(node.part)
    return [x for x in _list_leaves(node) if isinstance(x, Phrase | Prefix)]


def _list_leaves(node: Node | None) -> list[Word | Phrase | Prefix | Key]:
    if isinstance(node, Case):
        return list(node.parts)
    if isinstance(node, Word | Phrase | Prefix):
        return [] if node.field else [node]
    if isinstance(node, Key):
        return [] if node.field == "docket" else [node]
    if isinstance(node, All | Any):
        return [leaf for part in node.parts for leaf in _list_leaves(part)]
    if isinstance(node, Near):
        return [*_list_leaves(node.left), *_list_leaves(node.right)]
    if isinstance(node, AtLeast):
        return _list_leaves(node.part)
    return []


def _plan(node: Node) -> Plan:
    if isinstance(node, All):
        return _plan_all(node)
    if isinstance(node, Any):
        return _join("or", [_plan(part) for part in node.parts])
    if isinstance(node, Not):
        return _plan_not({"all": True}, _plan(node.part))
    if isinstance(node, Near):
        return _plan_near(node)
    if isinstance(node, AtLeast):
        found = {"within": "order", "of": [_finish(_plan(node.part))]}
        return {**found, "words": [_plan_marks(node.part)], "least": node.times}
    return _plan_leaf(node)


def _plan_all(node: All) -> Plan:
    wanted = [_plan(part) for part in node.parts if not isinstance(part, Not)]
    unwanted = [_plan(part.part) for part in node.parts if isinstance(part, Not)]
    base = _join("and", wanted) if wanted else {"all": True}
    return _plan_not(base, _join("or", unwanted)) if unwanted else base


def _plan_not(base: Plan, unwanted: Plan) -> Plan:
    (kind, left), *more = base.items()
    if not more and kind in _LEAVES and kind in unwanted:
        return {kind: f"({left}) NOT ({unwanted[kind]})"}
    return {"not": [base, unwanted]}


def _join(how: str, parts: list[Plan]) -> Plan:
    """Join plans; neighbours in one table become one expression."""
    flat: list[Plan] = []
    for part in parts:
        flat.extend(part.get(how, [part]))
    joined: list[Plan] = []
    for table in _LEAVES:
        said = list(dict.fromkeys(part[table] for part in flat if table in part))
        if len(said) == 1:
            joined.append({table: said[0]})
        elif said:
            joined.append({table: f" {how.upper()} ".join(f"({text})" for text in said)})
    joined += [part for part in flat if not any(table in part for table in _LEAVES)]
    return joined[0] if len(joined) == 1 else {how: joined}


def _plan_near(node: Near) -> Plan:
    if isinstance(node.reach, str):
        parts = [_finish(_plan(node.left)), _finish(_plan(node.right))]
        words = [_plan_marks(node.left), _plan_marks(node.right)] if node.ordered else []
        return {"within": node.reach, "of": parts, **({"words": words} if words else {})}
    left, right = _list_words(node.left), _list_words(node.right)
    pairs = list(product(left, right))[:_MOST_PAIRS]
    near = [f"NEAR({quote_words(a)} {quote_words(b)}, {node.reach - 1})" for a, b in pairs]
    plan = {"x": " OR ".join(near)}
    if not node.ordered:
        return plan
    words = [_plan_marks(side, printed=True) for side in (node.left, node.right)]
    return {"within": "order", "of": [_finish(plan)], "words": words, "most": node.reach - 1}


def _plan_marks(node: Node, printed: bool = False) -> Plan:
    """Return the plan that marks a side's words in a text: of n in any form, of x the others."""
    tables: dict[str, list[str]] = {"n": [], "x": []}
    for leaf in _list_words(node):
        table = "n" if isinstance(leaf, Word) and not printed else "x"
        tables[table].append(quote_words(leaf))
    return {table: " OR ".join(said) for table, said in tables.items() if said}


def _plan_leaf(leaf: Node) -> Plan:
    if isinstance(leaf, Dates):
        return {"dates": [leaf.first, leaf.last]}
    if isinstance(leaf, CitedHere):
        return {"n": _quote("zzcitedhere")}
    if isinstance(leaf, Choice | Decided):
        return {"n": _plan_values(leaf.tokens)} if leaf.tokens else {"none": True}
    if isinstance(leaf, Key):
        return _plan_key(leaf)
    if isinstance(leaf, Case):
        return _plan_case(leaf)
    assert isinstance(leaf, Word | Phrase | Prefix)  # noqa: S101
    said = quote_words(leaf)
    if leaf.field == "cites":
        return {"cites": said}
    if leaf.field:
        return {"m": f"{_COLUMNS[leaf.field]} : ({said})"}
    return {"n": said} if isinstance(leaf, Word) else {"x": said}


def _plan_case(case: Case) -> Plan:
    """Return the plan for each word in the name, in any form, or in the text as typed."""
    parts: list[Plan] = []
    for short, words in case.units:
        said = " AND ".join(map(_quote, words))
        text = f"({said})" if len(words) > 1 else said
        parts.append({"n": f"{text} OR {_quote(name_token(short))}"})
    return _join("and", [*parts, *_plan_beside(case)])


def _plan_beside(case: Case) -> Iterator[Plan]:
    if case.tokens:
        yield {"n": _plan_values(case.tokens)}
    if case.year:
        yield {"dates": [f"{case.year}-01-01", f"{case.year}-12-31"]}


def _plan_values(tokens: Sequence[str]) -> str:
    return " OR ".join(_quote(token) for token in tokens)


def _plan_key(leaf: Key) -> Plan:
    own = _quote(f"{leaf.key}{OWN}")
    if leaf.field == "docket":
        return {"n": own}
    cited = _quote(leaf.key)
    return {"n": cited} if leaf.field == "cites" else {"n": f"{cited} OR {own}"}


def _finish(plan: Plan) -> Plan:
    """Write the column filters of table x."""
    (kind, value), *rest = plan.items()
    if kind == "x":
        return {"x": f"- cites : ({value})"}
    if kind == "cites":
        return {"x": f"cites : ({value})"}
    if kind in ("and", "or", "not"):
        return {kind: [_finish(part) for part in value]}
    return {kind: value, **dict(rest)}


def _quote(text: str) -> str:
    return f'"{text}"'


def quote_words(leaf: Word | Phrase | Prefix) -> str:
    """Return words as a query of FTS5."""
    if isinstance(leaf, Phrase):
        return _quote(" ".join(leaf.words))
    return f'"{leaf.text}" *' if isinstance(leaf, Prefix) else _quote(leaf.text)
