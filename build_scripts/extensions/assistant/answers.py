"""The answer of each tool: plain values, to be written as JSON."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from build_scripts import api

SMALL = 4000
"""Bytes of an answer unless more is asked for."""
LARGEST = 64_000
_FEWEST_LETTERS = 20


def count_bytes(answer: object) -> int:
    """Return how many bytes an answer takes as JSON."""
    return len(json.dumps(answer, ensure_ascii=False).encode())


def fill(
    head: dict[str, Any],
    name: str,
    items: Sequence[Any],
    present: Callable[[Any], dict[str, Any]],
    start: int = 0,
    room: int = SMALL,
) -> dict[str, Any]:
    """Return an answer: its head, and under `name` the items from `start` on that fit into `room`.

    At least one item is included; one that is too long is cut and marked as cut, as is a head that
    takes more than half. `partial` is true if items are left out at the end, `next` where to go on.
    """
    shown: list[dict[str, Any]] = []
    answer = {**_fit(head, room // 2), name: shown, "partial": False}
    left = room - count_bytes(answer) - len(', "next": 100000')
    at = start
    for at in range(start, len(items)):
        api.check_time()
        item = present(items[at])
        size = count_bytes(item) + 2
        if size > left and shown:
            break
        if size > left:
            item = _fit(item, left - len(', "cut": true'))
        shown.append(item)
        left -= size
    else:
        at = len(items)
    if at < len(items):
        answer |= {"partial": True, "next": at}
    return answer


def _fit(value: dict[str, Any], room: int) -> dict[str, Any]:
    """Return a value whose texts and lists are cut until it takes no more than `room` bytes.

    If twenty letters of each are too much, fields between the first and the last are left out.
    """
    most, given = room, value
    while count_bytes(value) > room and most > _FEWEST_LETTERS:
        most = most * 9 // 10
        value = _shorten(given, most) | {"cut": True}
    for name in list(given)[1:-1]:
        if count_bytes(value) > room:
            value = {key: held for key, held in value.items() if key != name}
    return value


def _shorten(value: Any, most: int) -> Any:
    if isinstance(value, str):
        return value.encode()[:most].decode("utf-8", "ignore")
    if isinstance(value, list | tuple):
        return [_shorten(one, most) for one in value[: most // 20]]
    if isinstance(value, dict):
        return {name: _shorten(one, most) for name, one in value.items()}
    return value


_PATTERNS = api.read_patterns(__package__, "answers.toml")
_LEAST_OF_ORDER = 500
"""Fewest bytes that an order takes in an answer to a search."""
_MOST_LATER = 3
"""Later orders that are named with an order's text."""
_SHOWN_OF_RULINGS = (
    *("case_name", "docket_number", "court", "judges", "date", "motion", "movant"),
    *("counted_as", "outcome", "qualifiers", "entries", "confidence", "confirmed"),
)
_BOOKS = ("Fed. R. Civ. P.", "Fed. R. Crim. P.", "Fed. R. Evid.", "Fed. R. App. P.")


def answer_search(
    site: api.PublishedSite, query: str, sort: str = "relevance", start: int = 0, room: int = SMALL
) -> dict[str, Any]:
    """Return the orders that a query finds, each with passages: page, line and citation."""
    fitting = room // _LEAST_OF_ORDER + 1
    found = site.search.search(query, start + fitting, api.Sort(sort))
    head = {"read_as": found.read_as, "notes": list(found.notes), "total": found.total}
    if found.did_you_mean:
        head["did_you_mean"] = found.did_you_mean

    def present(hit: api.Hit) -> dict[str, Any]:
        address = str(hit.result["address"])
        page = site.load_order(address)
        return {
            **_name_order(page, address),
            "disposition": hit.result["disposition"],
            **({"hits_by_page": dict(hit.pages)} if hit.pages else {}),
            "passages": [_present_excerpt(page, address, one) for one in hit.excerpts],
        }

    answer = fill(head, "orders", found.hits, present, start, room)
    if not answer["partial"] and len(found.hits) < found.total:
        answer |= {"partial": True, "next": len(found.hits)}
    return answer


def _present_excerpt(page: api.PublishedPage, address: str, excerpt: api.Excerpt) -> dict[str, Any]:
    """Return an excerpt with the place of its first words that match."""
    passage = next((one for one in page.passages if one.anchor == excerpt.anchor), None)
    if passage is None:
        return {"text": excerpt.text, "address": f"{address}/"}
    words = excerpt.text.strip(" …")
    begins = max(passage.text.find(words), 0)
    marked = excerpt.marks[0][0] - excerpt.text.find(words) if excerpt.marks else 0
    return {"text": excerpt.text, **_describe_place(address, passage, begins + marked)}


def answer_read(
    site: api.PublishedSite, order: str, page: str = "", start: int = 0, room: int = SMALL
) -> dict[str, Any]:
    """Return an order's text, passage by passage, from a page or a passage on. `order` is an
    address, with or without a paragraph; a docket number; a citation; a case's name.
    """
    named, _, anchor = order.partition("#")
    address = site.find_order(named)
    read = site.load_order(address)
    passages = read.passages
    if anchor and not start:
        found = read.find_anchor(anchor)
        if found is None:
            raise api.ArchiveError(
                f"{address} has no paragraph {anchor}. Read it from its beginning."
            )
        start = found
    if page and not start:
        pages = [one.find_place(len(one.text)).page for one in passages]
        if page not in pages:
            numbers = list(dict.fromkeys(filter(None, pages)))
            said = f"Its pages are {numbers[0]} to {numbers[-1]}." if numbers else "It has none."
            raise api.ArchiveError(f"{address} has no page {page}. {said}")
        start = pages.index(page)

    def present(passage: api.Passage) -> dict[str, Any]:
        return {"text": passage.text, **_describe_place(address, passage)}

    head = {**_name_order(read, address)}
    if became := site.load_data(address).get("subsequent_history"):
        head["subsequent_history"] = [
            {
                **{name: one[name] for name in ("kind", "known_by", "words")},
                "later": f"{one['later']}/",
            }
            for one in became[:_MOST_LATER]
        ]
    return fill(head, "passages", passages, present, start, room)


def answer_similar(site: api.PublishedSite, order: str, room: int = SMALL) -> dict[str, Any]:
    """Return the orders of other cases that are similar to one, and what they have in common."""
    address = site.find_order(order.partition("#")[0])

    def present(one: dict[str, Any]) -> dict[str, Any]:
        shared = {name: one[name] for name in ("authorities", "rulings", "words") if one[name]}
        return {**_name_order(site.load_order(one["order"]), one["order"]), "both": shared}

    head = {**_name_order(site.load_order(address), address)}
    return fill(head, "similar", site.load_data(address).get("similar", []), present, 0, room)


def answer_same_case(
    site: api.PublishedSite, order: str, start: int = 0, room: int = SMALL
) -> dict[str, Any]:
    """Return the other orders of an order's case in its court, the oldest first."""
    address = site.find_order(order.partition("#")[0])
    numbers = site.load_data(address)["docket_numbers"]
    ranks = {rank for one in numbers for rank in site.search.find(f'docket:"{one}"')}
    court = address.rsplit("/", 2)[0]
    others = [
        one
        for one in site.search.load_results(sorted(ranks))
        if one["address"] != address and one["address"].rsplit("/", 2)[0] == court
    ]

    def present(one: dict[str, Any]) -> dict[str, Any]:
        told = {name: one[name] for name in ("case_name", "title", "date", "disposition")}
        return {**told, "address": f"{one['address']}/"}

    head = {**_name_order(site.load_order(address), address), "total": len(others)}
    return fill(head, "orders", sorted(others, key=lambda one: one["date"]), present, start, room)


def answer_check(
    check: Callable[..., Any],
    site: api.PublishedSite,
    start: int = 0,
    room: int = SMALL,
    **asked: str,
) -> dict[str, Any]:
    """Return what a check of the extension `checking` finds on the site, as much as fits."""
    head, name, items, present = check(site, **asked)
    return fill(head, name, items, present, start, room)


def answer_rulings(
    site: api.PublishedSite,
    judge: str = "",
    motion: str = "",
    outcome: str = "",
    court: str = "",
    after: str = "",
    before: str = "",
    start: int = 0,
    room: int = SMALL,
) -> dict[str, Any]:
    """Return rulings, how many of each outcome there are, and the words that decide.

    Rulings on motions, decisions of appeals and recommendations are counted separately, those that
    are not confirmed not at all. `after` and `before` are the first and the last day, month or
    year: 2019-06-30, 2019-06, 2019. Raise ArchiveError for an outcome that no ruling has.
    """
    if not any(_has(one.value, outcome) for one in api.Outcome):
        known_ones = ", ".join(one.value for one in api.Outcome)
        raise api.ArchiveError(f"“{outcome}” is no outcome. Known are {known_ones}.")
    wanted = {"judges": judge, "outcome": outcome, "court": court}
    rows = [
        row
        for row in site.rulings
        if all(_has(row[name], words) for name, words in wanted.items())
        and _has(f"{row['kind']} {row['motion']}", motion)
        and (row["date"] or not (after or before))
        and after <= row["date"]
        and (not before or row["date"][: len(before)] <= before)
    ]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    counted = [row for row in rows if row["confirmed"] == "true"]
    for row in counted:
        counts[row["counted_as"]][row["outcome"]] += 1
    head = {
        "total": len(counted),
        "orders": len({row["order"] for row in counted}),
        "unconfirmed": len(rows) - len(counted),
        "outcomes": {scope: dict(found.most_common()) for scope, found in counts.items()},
    }

    def present(row: dict[str, str]) -> dict[str, Any]:
        told = {name: row[name] for name in _SHOWN_OF_RULINGS if row[name]}
        words = _read_deciding_words(site, row) if row["evidence"] else {}
        return {**told, **words, "address": row["evidence"] or f"{row['order']}/"}

    return fill(head, "rulings", rows, present, start, room)


def _read_deciding_words(site: api.PublishedSite, row: dict[str, str]) -> dict[str, Any]:
    """Return the sentence at a ruling's address, and its place."""
    page = site.load_order(row["order"])
    anchor = row["evidence"].partition("#")[2]
    at = page.find_anchor(anchor)
    if at is None:
        return {}
    passage = page.passages[at]
    start = passage.marks.get(anchor, 0)
    words = passage.text[start:]
    end = next((one.end for one in api.split_sentences(words)), len(words))
    return {"text": words[:end].strip(), **_describe_place(row["order"], passage, start)}


def answer_cited_by(
    site: api.PublishedSite, authority: str, start: int = 0, room: int = SMALL
) -> dict[str, Any]:
    """Return the places where orders here cite an authority, each with its page."""
    known = list(_find_authorities(site.authorities, authority))
    if not known:
        raise api.ArchiveError(f"No order here cites “{authority}”. Name it as 550 U.S. 544.")
    if len(known) > 1:
        head = {"choose": f"Several authorities go by “{authority}”. Ask for one by its citation."}
        return fill(head, "authorities", known, _present_authority, start, room)
    found = known[0]
    rows = site.find_citations(found["path"])

    def present(row: dict[str, str]) -> dict[str, Any]:
        told = {name: row[name] for name in ("docket_number", "court", "date", "page") if row[name]}
        pin = {"pin_cite": row["pin_cite"]} if row["pin_cite"] else {}
        return {"text": row["text"], **pin, **told, "address": row["paragraph"] or row["order"]}

    return fill(_present_authority(found), "places", rows, present, start, room)


def _find_authorities(
    authorities: Iterable[dict[str, Any]], named: str
) -> Iterable[dict[str, Any]]:
    """Return the authorities that a citation names, else those whose name has all the words; a rule
    without its book is one of the federal rules.
    """
    keys = {key.key for key in api.find_keys(api.plain_signs(named))} | {api.compact(named)}
    if rule := _PATTERNS.RULE.match(named.strip()):
        keys = {api.compact(f"{book} {rule['number']}") for book in _BOOKS}
    cited = [one for one in authorities if keys & set(map(api.compact, one["forms"]))]
    if cited:
        return cited
    words = api.fold_words(named)
    named_so = (one for one in authorities if one["case_name"])
    return [one for one in named_so if _begins(one["case_name"], words)] if words else []


def _present_authority(found: dict[str, Any]) -> dict[str, Any]:
    told = {name: found[name] for name in ("case_name", "court", "year", "url") if found[name]}
    counts = {name: found[name] for name in ("orders", "mentions")}
    here = {"in_archive": found["in_archive"]} if found["in_archive"] else {}
    return {"authority": found["forms"][0], **told, **counts, **here, "listed_at": found["path"]}


def _name_order(page: api.PublishedPage, address: str) -> dict[str, Any]:
    unit = "paragraph" if page.pin_lead.endswith("¶ ") else "page"
    pinned = {f"cite_a_{unit}_as": page.cite(unit.upper())} if page.pin_lead else {}
    return {
        "case_name": page.case_name,
        "title": page.title,
        "facts": page.facts,
        "citation": page.cite(),
        **pinned,
        "address": f"{address}/",
    }


def _describe_place(address: str, passage: api.Passage, at: int = 0) -> dict[str, Any]:
    """Return the place of one of its characters, with `sheet` if the page bears no number."""
    place = passage.find_place(at)
    told: dict[str, Any] = {"page": place.page} if place.page else {"sheet": place.sheet}
    if place.line:
        told["line"] = place.line
    anchor = f"#{passage.anchor}" if passage.anchor else ""
    return {**told, "address": f"{address}/{anchor}"}


def _has(text: str, words: str) -> bool:
    """Return whether each of the words begins a word of the text."""
    return _begins(text, api.fold_words(words))


def _begins(text: str, words: Iterable[str]) -> bool:
    there = api.fold_words(text)
    return all(any(one.startswith(word) for one in there) for word in words)
