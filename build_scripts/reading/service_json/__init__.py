"""Which service a JSON file came from."""

from build_scripts.model.source_text import SourceText
from build_scripts.problems import FindingCode, UnreadableOrderError
from build_scripts.reading.service_json.cap import is_cap, read_cap
from build_scripts.reading.service_json.courtlistener import is_courtlistener, read_courtlistener
from build_scripts.reading.service_json.json_object import parse_object


def read_json(decoded: str, encoding: str, path: str) -> SourceText:
    """Read an order in the JSON of CourtListener or the Caselaw Access Project.

    Raises UnreadableOrderError for broken JSON, other objects, and objects without text.
    """
    source = parse_object(decoded, path)
    if is_cap(source):
        return read_cap(source, encoding, path)
    if is_courtlistener(source):
        return read_courtlistener(source, encoding, path)
    raise UnreadableOrderError.of(
        path,
        "The JSON is no case of CourtListener or the Caselaw Access Project.",
        "Put an opinion, cluster or case object, or the order's text, in its place.",
        FindingCode.UNKNOWN_FORM,
    )
