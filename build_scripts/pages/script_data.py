"""Data that a page hands to scripts and machines, as JSON inside a script element."""

import json
from typing import Any

from markupsafe import Markup

from build_scripts.text.pattern import Pattern

_CLOSES_SCRIPT = Pattern(
    "[<>&]", accepts=["</script>", "<!--", "Quill &amp; Heron"], refuses=["Quill and Heron", '"']
)


def write_script_data(value: Any) -> Markup:
    """Return JSON in ASCII that neither ends the script that it stands in nor opens a comment."""
    written = json.dumps(value, separators=(",", ":"))
    return Markup(_CLOSES_SCRIPT.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written))  # noqa: S704
