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
        if match is None or match["label"] not in marked:
            continue
        # A list of notes is the last thing on the page.
        listed = sum(_PATTERNS.LISTED.match(flow.text) is not None for flow in flows[index:])
        is_headed = index and _PATTERNS.NOTES_HEADING.fullmatch(flows[index - 1].text)
        if is_headed or listed > 0.3 * len(flows[index:]):
            return index
    return None
