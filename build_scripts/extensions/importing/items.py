"""The items of a service's list: files that may be orders, and files that it can't give."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from build_scripts import api
from build_scripts.extensions.importing.journal import Journal

LONGEST_NAME = 100  # characters of a file's name
_ODD = api.Pattern(
    r"[^\w.-]+", re.ASCII, accepts=[" ", "/", "é", "..\\"], refuses=["gov.uscourts.cand.1.45.0"]
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be an order: its key, unique in its service, and how to get its bytes.

    `origin` is its source; its id is the key. `name` is the file's name in the archive, `label` its
    name in a report, if not the key. `corrections` are written next to it. `is_here`: it is on this
    machine, so that a dry run may read it.
    """

    key: str
    name: str
    origin: api.Origin
    fetch: Callable[[], bytes]
    is_here: bool = False
    corrections: api.SideFile | None = None
    label: str = ""

    @property
    def shown(self) -> str:
        """Return its name in a report."""
        return self.label or self.key


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A listed file that is not fetched, and why."""

    key: str
    why: str


Listed = Candidate | PassedOver


@dataclass(frozen=True, slots=True)
class Session:
    """The context of a listing: what earlier runs did, how long this one waits, how to report."""

    journal: Journal
    pacing: api.Pacing
    say: Callable[[str], None] = lambda _: None


def name_file(printed: str, default: str = "order") -> str:
    """Return a file's name of letters, digits, dots and hyphens: the name comes from outside."""
    name = _ODD.sub("-", unquote(printed)).strip("-.")
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > 5:
        return name[:LONGEST_NAME] or default
    return f"{stem[: LONGEST_NAME - len(suffix) - 1] or default}.{suffix}"
