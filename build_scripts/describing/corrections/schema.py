"""The JSON schema of corrections files, for editors that check YAML while one types."""

from typing import Any

from build_scripts.describing.corrections.fields import ABOUT, FIELDS
from build_scripts.describing.corrections.withholding import ALLOWED, PUBLIC, WITHHELD


def describe_schema() -> dict[str, Any]:
    """Return the schema as JSON-ready values, made from the shapes that the build checks by."""
    fields = {
        "type": ["object", "null"],
        "description": "what is right; each field replaces what the program found",
        "properties": {name: shape.schema for name, shape in FIELDS.items()},
        "additionalProperties": False,
    }
    about = {
        name: {"anyOf": [_allow_empty(shape.schema), {"type": "null"}]}
        for name, shape in ABOUT.items()
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Corrections of an order",
        "type": ["object", "null"],
        "properties": {
            "fields": fields,
            **about,
            "withhold": WITHHELD.schema,
            "allow": ALLOWED.schema,
            "public": PUBLIC.schema,
        },
        "additionalProperties": False,
    }


def _allow_empty(schema: Any) -> Any:
    return schema if "pattern" not in schema else {"anyOf": [schema, {"const": ""}]}
