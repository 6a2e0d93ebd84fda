"""Notes that a page lists at its end as plain paragraphs: "[1] The agreement…" below "NOTES"."""

from collections.abc import Iterable, Sequence

from build_scripts.model.source_text import LineKind, Style, clip_styles
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.reading.paragraphs import Aside, Flow, begin_note

_PATTERNS = read_patterns(__package__, "notes.toml")


def raise_listed_labels(
    flows: Sequence[Flow], asides: Iterable[Aside]
) -> tuple[list[Flow], list[Aside]]:
    """Turn a list at the end into notes, if the text above has raised marks for them. The list's
    heading is the publisher's, and leaves.
    """
    kept = list(asides)
    start = _find_list(flows)
    if start is None:
        return list(flows), kept
    raised: list[Flow] = []
    for flow in flows[start:]:
        match = _PATTERNS.LISTED.match(flow.text)
        if match:
            cut = match.end()
            styles = clip_styles(flow.styles, cut, len(flow.text), -cut)
            raised.append(begin_note(match["label"], flow.text[cut:], styles, flow.page))
        else:
            kind = LineKind.PARAGRAPH if flow.heading_level else flow.kind
            raised.append(flow._replace(kind=kind, heading_level=0, in_note=True))
    end = start
    if start and _PATTERNS.NOTES_HEADING.fullmatch(flows[start - 1].text):
        end -= 1
        kept.append(Aside(flows[end].text, end))
    return [*flows[:end], *raised], kept


def _find_list(flows: Sequence[Flow]) -> int | None:
    marked = {
        flow.text[span.start : span.end]
        for flow in flows
        for span in flow.styles
        if span.style is Style.SUPERSCRIPT
    }
    for index, flow in enumerate(flows):
        match = _PATTERNS.LISTED.match(flow.text)
        if match and match["label"] in marked and _goes_on(flows, index):
            return index
    return None


def _goes_on(flows: Sequence[Flow], start: int) -> bool:
    """Return whether no mark follows: a list of notes is the last thing on the page."""
    if start and _PATTERNS.NOTES_HEADING.fullmatch(flows[start - 1].text):
        return True
    labels = [match for flow in flows[start:] if (match := _PATTERNS.LISTED.match(flow.text))]
    return len(labels) > 0.3 * len(flows[start:])
