"""An editor's corrections: the YAML file beside an order, its schema, and a new one to fill in.

`fields` is the one list of what can be corrected: reading, the JSON schema and the template of a
new file are all made from it.
"""

from build_scripts.describing.corrections.file import (
    NO_CORRECTIONS,
    Corrections,
    read_corrections,
    read_withholdings,
)
from build_scripts.describing.corrections.schema import describe_schema
from build_scripts.describing.corrections.settings_text import write_settings
from build_scripts.describing.corrections.template import write_template
from build_scripts.describing.corrections.withholding_text import write_withholding
from build_scripts.describing.corrections.yaml_text import MistakeError

__all__ = [
    "NO_CORRECTIONS",
    "Corrections",
    "MistakeError",
    "describe_schema",
    "read_corrections",
    "read_withholdings",
    "write_settings",
    "write_template",
    "write_withholding",
]
