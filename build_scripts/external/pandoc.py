"""pandoc: DOCX and ODT to pandoc's document tree."""

import json
from typing import Literal

from build_scripts.external.program import Program, ProgramFailedError, run_program

PANDOC = Program("pandoc", "pandoc", seconds=120)
HEAP = "1g"  # of pandoc's own memory; it reserves too much address space to limit from without


def read_document_tree(data: bytes, form: Literal["docx", "odt"]) -> dict[str, object]:
    """The document as pandoc's JSON tree (`meta`, `blocks`).

    In a sandbox: pandoc reads no other file and no network. Bounds: 120 s, 1 GB of heap, 64 MB of
    JSON. Raises MissingProgramError and ProgramFailedError.
    """
    arguments = ["+RTS", f"-M{HEAP}", "-RTS", "--sandbox", "--from", form, "--to", "json"]
    output = run_program(PANDOC, arguments, data)
    try:
        tree = json.loads(output)
    except (ValueError, RecursionError) as error:
        raise ProgramFailedError(
            f"pandoc's tree of the file could not be read ({error}). "
            "Open the file in its own program and save it anew."
        ) from error
    if not isinstance(tree, dict):
        raise ProgramFailedError(
            "pandoc gave no document tree. Open the file in its own program and save it anew."
        )
    return tree
