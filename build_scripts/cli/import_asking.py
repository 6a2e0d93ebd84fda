"""How a service is asked, as the command line says it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asking:
    """Where, with whose token, how often, and for what besides rulings."""

    secret_file: Path | None
    server: str
    storage: str
    a_minute: int
    a_day: int
    any_entry: bool = False
    attachments: bool = False
