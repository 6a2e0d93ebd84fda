"""A cache of converted orders is keyed by the code and its tables of patterns."""

from hashlib import sha256
from pathlib import Path

from build_scripts.convert.fingerprint import digest_sources


def test_a_changed_table_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "title.py").write_text("", "utf-8")
    digests = []
    for pattern in ("order", "orders?"):
        (tmp_path / "title.toml").write_text(f"[NOUN]\npattern = '{pattern}'\n", "utf-8")
        digest = sha256()
        digest_sources(tmp_path, digest.update)
        digests.append(digest.hexdigest())
    assert digests[0] != digests[1]
