"""Whether the specimens are in orders/, which an owner deletes: `python -m tests.shipped_specimens`.

Prints `here=true` or `here=false`, as a step of a workflow hands it on. Needs no package.
"""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "orders"
FACTS: list[dict[str, Any]] = json.loads(
    (ROOT / "tests" / "specimens.json").read_text(encoding="utf-8")
)


def are_here() -> bool:
    """Whether any of them is: where one is, the others belong there too."""
    return any((FOLDER / facts["file"]).is_file() for facts in FACTS)


if __name__ == "__main__":
    print(f"here={str(are_here()).lower()}")
