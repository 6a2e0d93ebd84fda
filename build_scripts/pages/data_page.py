"""The hand-written page on data, on a site that does not offer every file."""

DATA_PAGE = "data.md"


def drop_offer(markdown: str, file: str) -> str:
    """Return the page without the row of its table that links `file`."""
    return "".join(
        line for line in markdown.splitlines(keepends=True) if not line.startswith(f"| [{file}](")
    )
