"""An order's citation as CSL-JSON (Citation Style Language 1.0.2, input data schema)."""

import json

from build_scripts.pages.cite.reference import Reference


def write_csl_json(reference: Reference) -> str:
    """Return an array of one item of type `legal_case`, ending in a line feed.

    `authority` is the court as citations shorten it, since styles print it as it is given.
    """
    day = [reference.year, reference.month, reference.day]
    item = {
        "id": reference.key,
        "type": "legal_case",
        "title": reference.title,
        "authority": reference.court,
        "number": reference.numbers,
        "issued": {"date-parts": [day]} if reference.year else None,
        "container-title": reference.reporter,
        "volume": reference.volume,
        "page": reference.page,
        "note": ", ".join(filter(None, (reference.entry, reference.other))),
        "URL": reference.url,
    }
    said = {name: value for name, value in item.items() if value}
    return json.dumps([said], ensure_ascii=False, indent=2) + "\n"
