"""The parser of searches: every row of tokens has a tree, nothing is an error."""

from collections.abc import Callable
from dataclasses import dataclass, field

from build_scripts.search.case_reader import read_case
from build_scripts.search.key_tokens import FoundKey, find_keys, write_odd_docket
from build_scripts.search.query import (
    All,
    Any,
    AtLeast,
    Choice,
    CitedHere,
    Decided,
    Key,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Query,
    Vocabulary,
    Word,
)
from build_scripts.search.query_dates import read_dates
from build_scripts.search.query_tokens import (
    LONGEST,
    MOST_TOKENS,
    Sign,
    Token,
    cut_query,
    drop_possessive,
    fold_words,
)
from build_scripts.search.recognised import is_common_word, list_fixed_values, pass_tail

_DEEPEST = 20
_SHORTEST_PREFIX = 3
_DATE_FIELDS = frozenset({"before", "after", "year"})
_CHOSEN = frozenset({"disposition", "motion", "outcome", "has"})
_SIGNS = frozenset(" §¶.,;:-/'*!?$%#+=@_[]{}<>~^\\")
_RESERVED = "zz"  # of tokens for facets: not searched for as words
_REACH = {"s": "sentence", "p": "paragraph"}
_ENDS = frozenset({Sign.CLOSE, Sign.AND, Sign.OR, Sign.NEAR})


def parse_query(text: str, vocabulary: Vocabulary) -> Query:
    """Parse a search. Closest first: NOT before a word, OR, nearness, AND (also a blank)."""
    tokens = cut_query(text)
    reader = _Reader(tokens, vocabulary)
    parts = []
    while reader.at < len(tokens):
        if part := reader.read_all("", 0):
            parts.append(part)
        reader.at += 1  # a parenthesis that closes nothing
    notes = reader.notes
    if len(text) > LONGEST or len(tokens) >= MOST_TOKENS:
        notes.append("Only the beginning of this long search was read.")
    root = _drop_common(read_case(_join(All, parts), vocabulary), notes)
    return Query(root, tuple(dict.fromkeys(notes)), blank=not text.strip())


@dataclass(slots=True)
class _Reader:
    """A reader of tokens from left to right."""

    tokens: tuple[Token, ...]
    vocabulary: Vocabulary
    at: int = 0
    notes: list[str] = field(default_factory=list)

    def _sign(self) -> Sign | None:
        return self.tokens[self.at].sign if self.at < len(self.tokens) else None

    def read_all(self, name: str, depth: int) -> Node | None:
        parts = []
        while (sign := self._sign()) is not None and sign is not Sign.CLOSE:
            if sign is Sign.AND:
                self.at += 1
                continue
            if part := self._read_near(name, depth):
                parts.append(part)
        return _join(All, _join_rulings(parts))

    def _read_near(self, name: str, depth: int) -> Node | None:
        left = self._read_any(name, depth)
        pairs: list[Node] = []
        while self._sign() is Sign.NEAR:
            reach = self.tokens[self.at].text
            self.at += 1
            right = self._read_any(name, depth)
            if left is None or right is None:
                self.notes.append(f"{reach} needs a word on both sides and was left out.")
                left = left or right
                continue
            pair = self._make_near(reach, left, right)
            pairs.extend([pair] if pair else [])
            left = right
        return _join(All, pairs) if pairs else left

    def _make_near(self, reach: str, left: Node, right: Node) -> Node | None:
        """Return a nearness; a citation in it becomes the words that were typed."""
        left, right = _spell_keys(left), _spell_keys(right)
        sign, reached = reach[0], reach[1:]
        placed = _is_placed(left) and _is_placed(right)
        if reached in _REACH and _is_text(left) and _is_text(right):
            if sign == "+" and not placed:
                self.notes.append(f"{reach} is for words and phrases; read as /{reached}.")
            return Near(_REACH[reached], left, right, sign == "+" and placed)
        if reached not in _REACH and placed:
            return Near(max(int(reached), 1), left, right, sign == "+")
        self.notes.append(f"{reach} is for words and phrases; both sides were looked for anywhere.")
        return _join(All, [left, right])

    def _read_any(self, name: str, depth: int) -> Node | None:
        parts = []
        if self._sign() is not Sign.OR and (first := self._read_one(name, depth)):
            parts.append(first)
        while self._sign() is Sign.OR:
            self.at += 1
            if self._sign() not in _ENDS and (part := self._read_one(name, depth)):
                parts.append(part)
        return _join(Any, parts)

    def _read_one(self, name: str, depth: int) -> Node | None:
        sign = self._sign()
        if sign is None or sign in _ENDS:
            return None
        token = self.tokens[self.at]
        self.at += 1
        if sign is Sign.NOT:
            part = self._read_one(name, depth)
            return part.part if isinstance(part, Not) else Not(part) if part else None
        if sign is Sign.OPEN:
            if depth >= _DEEPEST:
                return None
            inner = self.read_all(name, depth + 1)
            self.at += 1
            return inner
        if sign is Sign.AT_LEAST:
            return self._read_at_least(int(token.text), depth)
        if sign is Sign.FIELD:
            return self._read_field(token.text, depth)
        return self._read_leaf(token, name)

    def _read_at_least(self, times: int, depth: int) -> Node | None:
        """Return each word or phrase inside the parentheses with its least count."""
        inner = self._read_one("", depth)
        spelled = _spell_keys(inner) if inner else None
        parts = spelled.parts if isinstance(spelled, All) else (spelled,) if spelled else ()
        if not all(map(_is_placed, parts)):
            self.notes.append("atleast counts words and phrases; the rest was looked for once.")
        return _join(All, [AtLeast(max(times, 1), p) if _is_placed(p) else p for p in parts])

    def _read_field(self, name: str, depth: int) -> Node | None:
        if self._sign() is None or self._sign() in _ENDS:
            self.notes.append(f"{name}: has nothing behind it and was left out.")
            return None
        if name not in _DATE_FIELDS and name != "cited":
            return self._read_one(name, depth)
        text = self.tokens[self.at].text.strip(" .,;")
        if self._sign() is Sign.OPEN:
            return self._read_one("", depth)
        self.at += 1
        if name == "cited":
            return CitedHere()
        dates = read_dates(name, text)
        if dates is None:
            self.notes.append(f"“{text}” is no date: write 2024, 2024-05 or 2024-05-31.")
        return dates

    def _read_leaf(self, token: Token, name: str) -> Node | None:
        if token.sign is Sign.CITED_HERE:
            return CitedHere()
        if name in _CHOSEN:
            return self._choose(name, token.text)
        found = _find_key(token, name)
        if found and (name != "docket" or found.kind == "docket"):
            return Key(found.kind, token.text, found.key, name)
        typed = token.text if token.sign is Sign.QUOTE else drop_possessive(token.text)
        words = fold_words(typed)
        if not words:
            if not set(token.text) <= _SIGNS:
                self.notes.append(f"“{token.text.strip()}” has no letters and was left out.")
            return None
        if name == "docket":
            return Key("docket", token.text, write_odd_docket(token.text), name)
        if token.sign is Sign.PREFIX and len(words) == 1:
            if len(words[0]) >= _SHORTEST_PREFIX:
                return Prefix(words[0], name)
            self.notes.append(f"“{token.text}*” is too short for a beginning; read as a word.")
        if token.sign is not Sign.QUOTE and _is_plain(words):
            return Word("v" if words[0] == "vs" else words[0], name)
        quoted = token.sign is Sign.QUOTE
        printed = token.text.strip() if quoted else token.text.strip(" .,;:")
        return Phrase(words, printed, name, quoted)

    def _choose(self, name: str, text: str) -> Node:
        """Return the values named by the words, by label or address, else all whose label has them.

        `motion:compel` is "Motions to compel" alone, not "Motions to compel arbitration" too.
        """
        words = fold_words(text)
        values = list_fixed_values().get(name) or self.vocabulary.get(name, ())
        last = "".join(words[-1:]).removesuffix("s")
        names = {words, ("-".join(words),), (*words[:-1], last), (*words[:-1], f"{last}s")}
        found = [v for v in values if {fold_words(v.label), (v.id.rpartition("/")[2],)} & names]
        found = found or [v for v in values if words and set(words) <= set(fold_words(v.label))]
        if not found:
            known = ", ".join(value.label.lower() for value in values[:40])
            called = (
                f"has: does not know “{text}”"
                if name == "has"
                else f"No {name} here is called “{text}”"
            )
            self.notes.append(f"{called}. There are: {known}.")
        labels, tokens = tuple(v.label for v in found), tuple(v.token for v in found)
        return Choice(name, text, labels, tokens)


def _join_rulings(parts: list[Node]) -> list[Node]:
    """Join each outcome with the motion before it, else after it: they are of one ruling."""
    joined = list(parts)
    for part in parts:
        outcomes = _list_choices(part, "outcome")
        at = joined.index(part) if outcomes else 0
        behind = range(at + 1, len(joined))
        for place in (*reversed(range(at)), *behind) if outcomes else ():
            if motions := _list_choices(joined[place], "motion"):
                joined[place] = _decide(motions, outcomes)
                del joined[at]
                break
    return joined


def _list_choices(node: Node, name: str) -> list[Choice]:
    """Return the choices of one field that a node is: one, or any of several; else none."""
    parts = node.parts if isinstance(node, Any) else (node,)
    found = [part for part in parts if isinstance(part, Choice) and part.field == name]
    return found if len(found) == len(parts) else []


def _decide(motions: list[Choice], outcomes: list[Choice]) -> Decided:
    """Return a ruling with its tokens, one per pair: the motion's, then the outcome's number."""
    numbers = [token.removeprefix("zzoutcome") for one in outcomes for token in one.tokens]
    return Decided(
        tuple(label for one in motions for label in one.labels),
        tuple(label for one in outcomes for label in one.labels),
        tuple(f"{token}o{n}" for one in motions for token in one.tokens for n in numbers),
    )


def _is_plain(words: tuple[str, ...]) -> bool:
    """Return whether table n surely has it as one token."""
    return len(words) == 1 and words[0].isascii() and not words[0].startswith(_RESERVED)


def _find_key(token: Token, name: str) -> FoundKey | None:
    """Return the docket number or citation that a token is; if quoted, only after a field."""
    if token.sign is Sign.QUOTE and name in ("docket", "cites"):
        text = token.text.strip()
        found = find_keys(text)
        whole = len(found) == 1 and found[0].start == 0
        whole = whole and pass_tail(text, found[0].end, found[0].kind) == len(text)
        return found[0] if whole else None
    return token.key if name in ("", "docket", "cites") else None


def _join(kind: Callable[[tuple[Node, ...]], Node], parts: list[Node]) -> Node | None:
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, All | Any) and type(part) is kind else [part])
    return kind(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None


def _is_placed(node: Node) -> bool:
    """Return whether a node has a place in the text: a word, a phrase, a beginning, or a choice."""
    if isinstance(node, Any):
        return all(_is_placed(part) for part in node.parts)
    return isinstance(node, Word | Phrase | Prefix) and not node.field


def _is_text(node: Node) -> bool:
    """Return whether the node has only words of the text, so that a sentence can match it too."""
    if isinstance(node, All | Any):
        return all(_is_text(part) for part in node.parts)
    return _is_text(node.part) if isinstance(node, Not) else _is_placed(node)


def _spell_keys(node: Node) -> Node:
    if isinstance(node, All | Any):
        return type(node)(tuple(_spell_keys(part) for part in node.parts))
    if isinstance(node, Key) and not node.field:
        return Phrase(fold_words(node.printed), node.printed, quoted=False)
    return node


def _drop_common(root: Node | None, notes: list[str]) -> Node | None:
    """Leave out common words if there are other parts."""
    parts = root.parts if isinstance(root, All) else ()
    common = [p for p in parts if isinstance(p, Word) and not p.field and is_common_word(p.text)]
    if not common or len(common) == len(parts):
        return root
    kept: list[Node] = [part for part in parts if part not in common]
    words = dict.fromkeys(part.text for part in common)
    hint = " Write OR in capitals for either word." if "or" in words else ""
    notes.append(f"Common words were left out: {', '.join(words)}.{hint}")
    return _join(All, kept)
