"""CourtListener's API: an opinion, or a cluster with its opinions; their text and facts.

Fields as in the service's REST documentation, versions 3 and 4.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from build_scripts.model.source_text import (
    ExternalFacts,
    LineKind,
    Markup,
    SourceFormat,
    SourceLine,
    SourcePage,
    SourceText,
)
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading.html import read_html
from build_scripts.reading.layout_text import read_layout_text
from build_scripts.reading.service_json.json_object import (
    JsonObject,
    read_date,
    read_object,
    read_objects,
    read_string,
)

# Best first: citations tell most, then what law reports set, then what the court's file gave.
HTML_FIELDS = (
    "html_with_citations html_columbia html_lawbox xml_harvard html_anon_2003 html".split()
)
TEXT_FIELD = "plain_text"
FULL_SHARE = 0.5  # of the longest field's letters: a body with fewer is a stub
_PATTERNS = read_patterns(__package__, "courtlistener.toml")
# Old clusters name their citations one a field.
CITATION_FIELDS = (
    "federal_cite_one federal_cite_two federal_cite_three state_cite_one neutral_cite lexis_cite"
    " westlaw_cite"
).split()
NEEDS_NO_HEADING = frozenset(("", "combined", "lead", "unanimous"))


def is_courtlistener(source: JsonObject) -> bool:
    """Return whether the object is an opinion, a cluster or a docket of CourtListener."""
    if any(name in source for name in (*HTML_FIELDS, TEXT_FIELD, "sub_opinions", "docket_entries")):
        return True
    return "/api/rest/v" in read_string(source, "resource_uri")


def read_courtlistener(source: JsonObject, encoding: str, path: str) -> SourceText:
    """Read an opinion, or a cluster that holds its opinions.

    The body is the first of HTML_FIELDS and `plain_text` with at least half as many letters as the
    fullest one. The address's slug is never taken for a case name. Raises UnreadableOrderError for
    objects without text and as read_html does.
    """
    listed = read_objects(source, "sub_opinions") or (source,)
    # The court's own opinion first, whatever the order of the list.
    opinions = sorted(listed, key=lambda one: _read_type(one) not in NEEDS_NO_HEADING)
    parts = [
        (opinion, part)
        for opinion in opinions
        if (part := _read_body(opinion, encoding, path)) is not None
    ]
    if not parts:
        what = "A docket or cluster" if "sub_opinions" in source or "docket" in source else "It"
        raise UnreadableOrderError.of(
            path,
            f"{what} holds no opinion's text: {', '.join((*HTML_FIELDS, TEXT_FIELD))} are empty.",
            "Fetch the opinion object itself (its address is in `sub_opinions`) or the PDF.",
        )
    joined = _join_parts(parts) if len(parts) > 1 else parts[0][1]
    return replace(joined, format=SourceFormat.COURTLISTENER, external=_read_facts(source))


def _read_body(opinion: JsonObject, encoding: str, path: str) -> SourceText | None:
    bodies = {name: read_string(opinion, name) for name in (*HTML_FIELDS, TEXT_FIELD)}
    words = {name: _PATTERNS.TAG.sub("", body) for name, body in bodies.items() if body}
    words[TEXT_FIELD] = bodies[TEXT_FIELD]  # no markup
    sizes = {name: sum(map(str.isalnum, text)) for name, text in words.items()}
    fullest = max(sizes.values(), default=0)
    if not fullest:
        return None
    best = next(name for name, size in sizes.items() if size and size >= FULL_SHARE * fullest)
    if best == TEXT_FIELD:
        return read_layout_text(bodies[best], encoding, SourceFormat.LAYOUT)
    return read_html(bodies[best], encoding, path)


def _read_type(opinion: JsonObject) -> str:
    named = _PATTERNS.OPINION_TYPE.fullmatch(read_string(opinion, "type"))
    return named["name"] if named else ""


def _join_parts(parts: Sequence[tuple[JsonObject, SourceText]]) -> SourceText:
    """Return one source of several opinions; each but the main one follows a line with its type.

    That line begins a part. Pages of a report run on through all opinions; an opinion printed as
    its own paper begins a page.
    """
    decoded: list[str] = []
    lines: list[tuple[int, SourceLine]] = []
    markup: list[Markup] = []
    page = 0
    for opinion, part in parts:
        name = _read_type(opinion)
        shift = len(lines)
        begins = max(1, page + 1 if part.laid_out else page)
        move = max(0, begins - part.pages[0].number) if part.pages else 0
        if name not in NEEDS_NO_HEADING:
            decoded.append(name.upper())
            heading = SourceLine(0, name.upper(), kind=LineKind.HEADING, heading_level=1, part=name)
            lines += [(begins, SourceLine(0, "")), (begins, heading), (begins, SourceLine(0, ""))]
            shift = len(lines)
        lines += [(p.number + move, line) for p in part.pages for line in p.lines]
        lines.append((lines[-1][0] if lines else 1, SourceLine(0, "")))
        page = lines[-1][0]
        decoded.append(part.decoded)
        markup += [Markup(m.text, m.line + shift) for m in part.markup]
    numbered = [
        (number, line._replace(number=index)) for index, (number, line) in enumerate(lines, start=1)
    ]
    pages = tuple(
        SourcePage(number, tuple(line for _, line in group))
        for number, group in groupby(numbered, key=itemgetter(0))
    )
    first = parts[0][1]
    return replace(first, decoded="\n\n".join(decoded), pages=pages, markup=tuple(markup))


def _read_facts(source: JsonObject) -> ExternalFacts:
    """Return facts of the object itself and of what it embeds, the nearer one first."""
    cluster = read_object(source, "cluster") or source
    docket = read_object(cluster, "docket") or read_object(source, "docket")
    court = read_object(docket, "court")
    number = read_string(docket, "docket_number") or read_string(cluster, "docket_number")
    address = _PATTERNS.COURT_ADDRESS.fullmatch(read_string(docket, "court"))
    approximate = cluster.get("date_filed_is_approximate") is True
    citations = [read_string(cluster, name) for name in CITATION_FIELDS]
    for citation in read_objects(cluster, "citations"):
        parts = [citation.get(name) for name in ("volume", "reporter", "page")]
        if all(isinstance(part, str | int) and str(part).strip() for part in parts):
            citations.append(" ".join(str(part).strip() for part in parts))
    author, named = read_string(source, "author_str"), read_string(cluster, "judges")
    return ExternalFacts(
        case_name=read_string(cluster, "case_name") or read_string(docket, "case_name"),
        docket_numbers=(number,) if number else (),
        court_id=read_string(docket, "court_id")
        or read_string(court, "id")
        or (address["id"] if address else ""),
        court_name=read_string(court, "full_name"),
        date=read_date(cluster, "date_filed")[: 4 if approximate else None],
        judges=(author,) if author else tuple(filter(None, map(str.strip, named.split(",")))),
        citations=tuple(dict.fromkeys(filter(None, citations))),
    )
