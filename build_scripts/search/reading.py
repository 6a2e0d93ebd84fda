"""The interpretation of a search, in a sentence: shown above the results."""

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

_FIELD_WORDS = {"case": "case name", "cites": "citing", "motion": "rulings on", "has": "with"}


def read_back(query: Query) -> str:
    """Return the sentence: "“good cause” within 10 words of discovery, not subpoena".

    A blank search reads "every order", one without anything to find "nothing".
    """
    if query.root is None:
        return "every order" if query.blank else "nothing that can be looked for"
    return _say(query.root)


def _say(node: Node, inside: bool = False) -> str:
    if isinstance(node, All):
        text = _say_all(node)
        return f"({text})" if inside else text
    if isinstance(node, Any):
        text = " or ".join(_say(part, inside=True) for part in node.parts)
        return f"({text})" if inside else text
    if isinstance(node, Not):
        return f"not {_say(node.part, inside=True)}"
    if isinstance(node, Near):
        left, right = _say(node.left, inside=True), _say(node.right, inside=True)
        text = f"{left} {_say_reach(node.reach, node.ordered)} {right}"
        return f"({text})" if inside else text
    if isinstance(node, AtLeast):
        text = f"{_say(node.part, inside=True)} at least {node.times} times"
        return text if node.times > 1 else f"{_say(node.part, inside=True)} in the text"
    return _say_leaf(node)


def _say_all(node: All) -> str:
    wanted = [part for part in node.parts if not isinstance(part, Not)]
    unwanted = [part for part in node.parts if isinstance(part, Not)]
    single = len(wanted) == 1
    said = [_say(part, inside=not (single and isinstance(part, Near))) for part in wanted]
    parts = [" and ".join(said)] if said else []
    return ", ".join([*parts, *(_say(part) for part in unwanted)])


def _say_reach(reach: int | str, ordered: bool) -> str:
    if isinstance(reach, str):
        return f"in one {reach} {'before' if ordered else 'with'}"
    if ordered:
        return "right before" if reach == 1 else f"at most {reach} words before"
    return "next to" if reach == 1 else f"within {reach} words of"


def _say_leaf(leaf: Node) -> str:
    if isinstance(leaf, Dates):
        return leaf.printed
    if isinstance(leaf, CitedHere):
        return "cited by another order here"
    if isinstance(leaf, Choice):
        labels = " or ".join(label.lower() for label in leaf.labels)
        return f"{_FIELD_WORDS.get(leaf.field, leaf.field)} {labels or f'“{leaf.printed}” (none)'}"
    if isinstance(leaf, Decided):
        motions, outcomes = (
            " or ".join(label.lower() for label in labels) or "none"
            for labels in (leaf.motions, leaf.outcomes)
        )
        return f"rulings on {motions} ({outcomes})"
    if isinstance(leaf, Key):
        return _say_key(leaf)
    if isinstance(leaf, Case):
        beside = [each for each in (leaf.court, leaf.year) if each]
        return ", ".join([f"case name {leaf.printed}", *beside])
    text = _say_words(leaf)
    name = leaf.field if isinstance(leaf, Word | Phrase | Prefix) else ""
    return f"{_FIELD_WORDS.get(name, name)} {text}" if name else text


def _say_words(leaf: Node) -> str:
    if isinstance(leaf, Prefix):
        return f"{leaf.text}…"
    if isinstance(leaf, Phrase):
        return f"“{leaf.printed}”"
    return leaf.text if isinstance(leaf, Word) else ""


def _say_key(key: Key) -> str:
    if key.field == "docket":
        return f"on docket {key.printed}"
    if key.field == "cites":
        return f"citing {key.printed}"
    return f"docket {key.printed}" if key.kind == "docket" else f"the citation {key.printed}"
