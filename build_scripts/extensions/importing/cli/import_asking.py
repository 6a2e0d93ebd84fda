"""Options of the command line for requests to a service."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asking:
    """The server, the token, the limits, and what to fetch besides rulings."""

    secret_file: Path | None
    server: str
    storage: str
    a_minute: int
    a_day: int
    any_entry: bool = False
    attachments: bool = False
