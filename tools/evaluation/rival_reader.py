"""What `centralia` reads of PDFs: run by the Python of its own environment, never imported here.

Standard input holds a JSON list of [path, court id]; each line of output is one paper's reading:
`{"path", "fields", "text", "words", "seconds"}`, or `{"path", "refusal"}` where it knows no such
court or fails.
"""

import json
import sys
import time
from typing import Any


def read_paper(path: str, court: str) -> dict[str, Any]:
    """Read one PDF, and tell its fields and texts by the names of the labels."""
    from centralia import read  # type: ignore[import-not-found]  # only in its own environment

    start = time.process_time()
    try:
        found = read(path, court_id=court)
    except Exception as error:  # what it raises is what it says of the paper
        return {"path": path, "refusal": f"{type(error).__name__}: {error}"}
    cluster = found["cluster"]
    texts = []
    for opinion in found["opinions"]:
        texts += [opinion["text"], *(note["text"] for note in opinion["footnotes"])]
    heads = [found["headmatter"]["text"], found["endmatter"]["text"]]
    removed = [row["text"] for row in found["removed"]]
    dockets = [cluster["docket_number"] or "", *map(str, cluster["other_dockets"] or [])]
    return {
        "path": path,
        "fields": {
            "case_name": cluster["case_name"] or " v. ".join(cluster["parties"][:2]),
            "docket_numbers": " ".join(dockets).strip(),
            "date": cluster["date_filed_iso"] or "",
            "judges": cluster["author"] or cluster["judges"] or "",
        },
        "text": "\n".join([*heads, *texts]),
        "words": "\n".join([*heads, *texts, *removed]),
        "seconds": time.process_time() - start,
    }


if __name__ == "__main__":
    for each in json.load(sys.stdin):
        print(json.dumps(read_paper(*each)), flush=True)
