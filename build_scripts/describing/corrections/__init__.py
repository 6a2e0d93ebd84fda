"""An editor's corrections: the YAML file beside an order, its schema, and a new one to fill in.

`fields` is the one list of what can be corrected: reading, the JSON schema and the template of a
new file are all made from it.
"""

from build_scripts.describing.corrections.file import Corrections, read_corrections
from build_scripts.describing.corrections.schema import describe_schema
from build_scripts.describing.corrections.template import write_template

__all__ = ["Corrections", "describe_schema", "read_corrections", "write_template"]
