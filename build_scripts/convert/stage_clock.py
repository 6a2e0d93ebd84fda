"""Where the time of a build goes, by stage; nothing is measured where nobody asked.

Each moment belongs to one stage, the innermost that is at work. What other processes spend is
added to the stage that gave them the work: workers that convert orders report it, children that
render pages are asked for by the system.
"""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

try:
    import resource
except ImportError:  # Windows: children are not asked for
    resource = None  # type: ignore[assignment]

_Item = TypeVar("_Item")


class Stage(StrEnum):
    """What a build does, as the table names it."""

    CONVERTING = "converting orders"
    READING = "reading"
    CLEANING = "cleaning"
    REDACTING = "redacting"
    DESCRIBING = "describing"
    CITING = "citing"
    LOOKING_THROUGH = "looking for withheld words"
    CATALOGING = "cataloging"
    PUBLISHING = "publishing pages"
    DATA = "data files"
    SEARCH = "search database"
    ASSEMBLING = "putting the site together"
    LEAK_SCAN = "looking for leaks"
    REST = "MkDocs and the rest"


_OF_CONVERTING = frozenset(
    {Stage.READING, Stage.CLEANING, Stage.REDACTING, Stage.DESCRIBING, Stage.CITING}
)


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds: of the clock, and of processors."""

    wall: float = 0.0
    processor: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        """Both together."""
        return Spent(self.wall + other.wall, self.processor + other.processor)

    def __sub__(self, other: "Spent") -> "Spent":
        """What passed between two readings of the clocks."""
        return Spent(self.wall - other.wall, self.processor - other.processor)


Times = Mapping[Stage, Spent]


@dataclass(slots=True)
class StageClock:
    """Counts for the stage at work, until another begins or it ends."""

    base: Stage
    worker_peak: int = 0  # bytes that a process which reported its times took at most
    _times: dict[Stage, Spent] = field(default_factory=dict)
    _at_work: list[Stage] = field(default_factory=list)
    _since: Spent = field(default_factory=lambda: _read_clocks())

    def begin(self, stage: Stage) -> None:
        """Let a stage begin within the one at work."""
        self._book()
        self._at_work.append(stage)

    def end(self) -> None:
        """Go back to the stage before."""
        self._book()
        self._at_work.pop()

    def add_worker(self, times: Times, peak: int) -> None:
        """Add what another process spent: the processor's time alone, for the clock runs here."""
        self.worker_peak = max(self.worker_peak, peak)
        for stage, spent in times.items():
            before = self._times.get(stage, Spent())
            self._times[stage] = before + Spent(0.0, spent.processor)

    def read(self) -> Times:
        """Return what each stage has taken until now."""
        self._book()
        return dict(self._times)

    def _book(self) -> None:
        now = _read_clocks()
        stage = self._at_work[-1] if self._at_work else self.base
        self._times[stage] = self._times.get(stage, Spent()) + (now - self._since)
        self._since = now


def _read_clocks() -> Spent:
    """The clock, and processor time of this process and of its children that have ended."""
    children = 0.0
    if resource is not None:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        children = usage.ru_utime + usage.ru_stime
    return Spent(time.perf_counter(), time.process_time() + children)


_RUNNING: ContextVar[StageClock | None] = ContextVar("running", default=None)


@contextmanager
def keep_time(base: Stage, *, wanted: bool = True) -> Iterator[StageClock]:
    """Measure stages as long as the block lasts; `base` takes what no other stage does.

    Where it is not `wanted`, the clock that is given stands still for all stages.
    """
    clock = StageClock(base)
    token = _RUNNING.set(clock if wanted else None)
    try:
        yield clock
    finally:
        _RUNNING.reset(token)


def find_clock() -> StageClock | None:
    """Return the clock that runs, None where nobody asked for times."""
    return _RUNNING.get()


@contextmanager
def timed(stage: Stage) -> Iterator[None]:
    """Count the block's time for a stage, where a clock runs. No generator yields within it."""
    clock = _RUNNING.get()
    if clock is None:
        yield
        return
    clock.begin(stage)
    try:
        yield
    finally:
        clock.end()


def timed_each(stage: Stage, items: Iterable[_Item]) -> Iterator[_Item]:
    """Yield the items, counting for a stage the time that it takes to make each."""
    iterator = iter(items)
    while True:
        with timed(stage):
            try:
                item = next(iterator)
            except StopIteration:
                return
        yield item


def format_times(times: Times) -> Iterator[str]:
    """Yield a table in lines: the longest stage first, what converting is made of below it.

    Seconds of the parts are processor time alone: they may have passed at the same time.
    """
    parts = {stage: times[stage] for stage in times if stage in _OF_CONVERTING}
    rows = {stage: spent for stage, spent in times.items() if stage not in parts}
    if parts:
        own = rows.get(Stage.CONVERTING, Spent())
        rows[Stage.CONVERTING] = sum(parts.values(), own)
    whole = sum(rows.values(), Spent())
    yield f"{'stage':<32}{'seconds':>10}{'of all':>9}{'processor':>12}"
    for stage, spent in sorted(rows.items(), key=lambda row: -row[1].wall):
        share = spent.wall / whole.wall if whole.wall else 0.0
        yield f"{stage:<32}{spent.wall:>10.2f}{share:>9.0%}{spent.processor:>12.2f}"
        if stage is Stage.CONVERTING:
            for part, took in sorted(parts.items(), key=lambda row: -row[1].processor):
                yield f"  {part:<49}{took.processor:>12.2f}"
    yield f"{'all':<32}{whole.wall:>10.2f}{1:>9.0%}{whole.processor:>12.2f}"
