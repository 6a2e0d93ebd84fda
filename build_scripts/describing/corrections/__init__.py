"""Read an editor's corrections: the YAML file next to an order, its schema, and a new one to fill
in.

`models` define what a file may hold: reading, the JSON schema and the template of a new file are
all made from them. They are imported where a file is read or written.
"""

from build_scripts.describing.corrections.edits import (
    add_withholding,
    edit_corrections,
    says_nothing,
    write_settings,
    write_withholding,
)
from build_scripts.describing.corrections.file import (
    NO_CORRECTIONS,
    Corrections,
    read_corrections,
    read_withholdings,
)
from build_scripts.describing.corrections.template import write_template
from build_scripts.describing.corrections.yaml_text import MistakeError

__all__ = [
    "NO_CORRECTIONS",
    "Corrections",
    "MistakeError",
    "add_withholding",
    "edit_corrections",
    "read_corrections",
    "read_withholdings",
    "says_nothing",
    "write_settings",
    "write_template",
    "write_withholding",
]
