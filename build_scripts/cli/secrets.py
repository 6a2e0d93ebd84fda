"""Tokens and keys of services: from a file or the environment, never from settings."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from build_scripts.problems import ArchiveError

LARGEST = 1024  # bytes of a file that holds one


def read_secret(
    file: Path | None, environment: Mapping[str, str], variables: Sequence[str], advice: str
) -> str:
    """Return the secret of the file, else of a variable. Raises ArchiveError with `advice`."""
    secret = next(filter(None, (environment.get(name, "").strip() for name in variables)), "")
    if file is not None:
        try:
            with file.open("rb") as lines:
                secret = lines.read(LARGEST).decode("utf-8", "replace").strip()
        except OSError as error:
            raise ArchiveError(
                f"The file {file} can't be read: {error.strerror}. Name another one."
            ) from error
    if not secret:
        raise ArchiveError(advice)
    return secret
