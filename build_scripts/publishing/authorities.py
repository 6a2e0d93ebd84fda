"""What an order cites, one line an authority: the table of authorities."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_scripts.model.archive import Link, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.publishing.citation_links import WHERE, link_address
from build_scripts.publishing.markdown_text import escape_cell, escape_label
from build_scripts.publishing.tables import write_table

_BACK_REFERENCES = frozenset(
    {CitationKind.ID, CitationKind.SHORT, CitationKind.SUPRA, CitationKind.REFERENCE}
)
_SECTIONS = (
    ("Cases", frozenset({CitationKind.CASE, CitationKind.DOCKET})),
    ("Statutes", frozenset({CitationKind.STATUTE})),
    ("Rules", frozenset({CitationKind.RULE})),
    ("Regulations", frozenset({CitationKind.REGULATION})),
    ("Constitution", frozenset({CitationKind.CONSTITUTION})),
    ("Other authorities", frozenset({CitationKind.GUIDELINE, CitationKind.OTHER})),
    ("This case's docket", frozenset({CitationKind.RECORD})),
)
"""The order of a brief's table of authorities: cases first, then enacted law, then the rest."""


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority as the order cites it: all its parallel forms and how often it is named."""

    forms: tuple[str, ...]
    case_name: str | None
    year: int | None
    mentions: int
    link: Link | None


def list_authorities(
    citations: Sequence[Citation], links: Sequence[Link | None], kinds: Iterable[CitationKind]
) -> tuple[Authority, ...]:
    """Return the authorities of `kinds`, each once, sorted as a reader looks them up.

    A mention is a full citation or a back-reference to it; a parallel group counts once, by its
    first-named member.
    """
    wanted = set(kinds)
    mentions = Counter(_mentioned(citation) for citation in citations)
    groups: dict[str, list[int]] = {}
    for position, citation in enumerate(citations):
        if citation.kind in wanted:
            groups.setdefault(citation.authority, []).append(position)
    authorities = []
    for authority, positions in groups.items():
        members = [citations[position] for position in positions]
        authorities.append(
            Authority(
                forms=tuple(dict.fromkeys(member.normal_form for member in members)),
                case_name=next((m.case_name for m in members if m.case_name), None),
                year=next((m.year for m in members if m.year), None),
                mentions=mentions[authority],
                link=next((links[p] for p in positions if links[p]), None),
            )
        )
    return tuple(sorted(authorities, key=_reading_order))


def render_authorities(
    citations: Sequence[Citation], links: Sequence[Link | None], page_path: str
) -> str:
    """Return the section's Markdown, empty where the order cites nothing."""
    parts = []
    for heading, kinds in _SECTIONS:
        authorities = list_authorities(citations, links, kinds)
        if authorities:
            rows = [_row(authority, page_path) for authority in authorities]
            columns = ("Authority", "Where it leads", "Mentions")
            parts += [f"### {heading} {{data-search-exclude}}", write_table(columns, rows)]
    return "\n\n".join(["## Authorities cited {data-search-exclude}", *parts]) if parts else ""


def _mentioned(citation: Citation) -> str | None:
    """Return the authority that a mention counts for; parallel forms beside the first count not."""
    if citation.kind in _BACK_REFERENCES:
        return citation.antecedent
    is_parallel = citation.kind is CitationKind.CASE and citation.normal_form != citation.authority
    return None if is_parallel else citation.authority


def _reading_order(authority: Authority) -> tuple[str, list[tuple[int, str]]]:
    name = (authority.case_name or "").casefold()
    words = authority.forms[0].casefold().replace("-", " ").split()
    return name, [(int(w) if w.isdecimal() else -1, w) for w in words]


def _row(authority: Authority, page_path: str) -> tuple[str, str, str]:
    forms = ", ".join(authority.forms)
    year = f" ({authority.year})" if authority.year and authority.case_name else ""
    if authority.link is None or authority.link.target is LinkTarget.CHOICE:
        name = f"*{escape_cell(authority.case_name)}*, " if authority.case_name else ""
        return f"{name}{escape_cell(forms)}{year}", "—", str(authority.mentions)
    name = f"*{escape_label(authority.case_name)}*, " if authority.case_name else ""
    label = f"{name}{escape_label(forms)}{year}".replace("|", r"\|")
    address = link_address(authority.link, page_path)
    classes = f".citation .citation--{authority.link.target.value}"
    return (
        f"[{label}]({address}){{{classes}}}",
        WHERE[authority.link.target],
        str(authority.mentions),
    )
