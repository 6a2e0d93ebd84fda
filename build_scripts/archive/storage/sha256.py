"""The form of a file's digest in a ledger and in the site's manifest."""

from build_scripts.model.text.pattern import Pattern

SHA256 = Pattern(
    r"[0-9a-f]{64}",
    accepts=["0123456789abcdef" * 4],
    refuses=["0123456789ABCDEF" * 4, "0123456789abcdef" * 2, "0123456789abcdeg" * 4],
    by="fullmatch",
)
