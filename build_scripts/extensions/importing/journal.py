"""The history of a service's imports, a JSON line each: the next run goes on from there.

    {"done": "recap-document 45", "as": "refused: It may not be a court order …"}
    {"failed": "recap-document 46"}
    {"asked": 1927108800.0}
    {"query": "docket 7", "page": "https://www.courtlistener.com/api/rest/v4/…&cursor=…"}
    {"query": "docket 7", "finished": "2031-03-04"}

A line that a full disk or a kill cut off counts as not written. The notes next to the orders
identify the imported files: without its journal a run asks again for files that it refused, and for
lists, and imports nothing twice.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from build_scripts import api

DAY = 24 * 60 * 60.0  # seconds


class Journal:
    """The journal at `place`, which may not exist; without `keeps` nothing is written."""

    def __init__(self, place: Path, now: Callable[[], float], keeps: bool = True) -> None:
        self._place = place
        self._now = now
        self._keeps = keeps
        self.done: dict[str, str] = {}
        self.failed: set[str] = set()
        self.pages: dict[str, str] = {}
        self.finished: dict[str, str] = {}
        self._asked: list[float] = []
        for line in self._read_lines():
            self._take(line)
        if keeps and place.exists():  # without what no longer counts, or was cut off
            lines: list[dict[str, Any]] = [{"done": k, "as": how} for k, how in self.done.items()]
            lines += [{"failed": key} for key in sorted(self.failed)]
            lines += [{"asked": time} for time in self.asked]
            lines += [{"query": query, "finished": day} for query, day in self.finished.items()]
            lines += [{"query": query, "page": page} for query, page in self.pages.items()]
            text = "".join(f"{json.dumps(line)}\n" for line in lines)
            api.write_atomically(place, text.encode())

    @property
    def asked(self) -> tuple[float, ...]:
        """Return the times of the last day's requests, in seconds since 1970."""
        begins = self._now() - DAY
        self._asked = [time for time in self._asked if time > begins]
        return tuple(self._asked)

    def note_request(self) -> None:
        """Record a request."""
        self._add({"asked": self._now()})

    def record_outcome(self, key: str, outcome: str) -> None:
        """Record the outcome of a file: it is not requested again."""
        self._add({"done": key, "as": outcome})

    def fail(self, key: str) -> None:
        """Record that a file did not come: it is listed again until it does."""
        if key not in self.failed:
            self._add({"failed": key})

    def turn_page(self, query: str, page: str) -> None:
        """Record that all before `page` is settled; its address is the service's own."""
        self._add({"query": query, "page": page})

    def finish(self, query: str, day: str) -> None:
        """Record that a query's list of that day is settled; start it over if some file is not."""
        self._add({"query": query, "finished": "" if self.failed else day})

    def _read_lines(self) -> list[Any]:
        try:
            text = self._place.read_bytes().decode("utf-8", "replace")
        except FileNotFoundError:
            return []
        lines = []
        for line in text.split("\n"):
            try:
                lines.append(json.loads(line))
            except (ValueError, RecursionError):
                continue  # a line cut off
        return lines

    def _take(self, line: Any) -> None:
        match line:
            case {"done": str(key), "as": str(outcome)}:
                self.done[key] = outcome
                self.failed.discard(key)
            case {"failed": str(key)}:
                self.failed.add(key)
            case {"asked": float(time)}:
                self._asked.append(time)
            case {"query": str(query), "page": str(page)}:
                self.pages[query] = page
            case {"query": str(query), "finished": str(day)}:
                self.pages.pop(query, None)
                if day:
                    self.finished[query] = day

    def _add(self, line: dict[str, Any]) -> None:
        self._take(line)
        if not self._keeps:
            return
        self._place.parent.mkdir(parents=True, exist_ok=True)
        with api.with_filename(self._place), self._place.open("ab") as file:
            file.write(f"{json.dumps(line)}\n".encode())
