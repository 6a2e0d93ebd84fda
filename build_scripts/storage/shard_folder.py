"""The folder in which a shard is built: the hand-written pages, and what the shard makes.

Builds of several shards can run at one time, beside each other and beside a whole build.
"""

import shutil
from pathlib import Path

from build_scripts.storage.docs_folder import JOURNAL, MANIFEST, list_generated


def open_shard_folder(place: Path, docs: Path) -> tuple[Path, Path]:
    """Return the folders of a shard's pages and of its site below `place`, made anew.

    The first holds what people wrote below `docs`. Raises OSError, and ArchiveError where it is not
    known any more what builds wrote there.
    """
    shutil.rmtree(place, ignore_errors=True)
    made = list_generated(docs)
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs).as_posix()
        if path.is_file() and name not in made and name not in {MANIFEST, JOURNAL}:
            target = place / "docs" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)
    return place / "docs", place / "site"
