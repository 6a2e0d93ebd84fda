"""The clock of stages: each moment belongs to one, and to none where nobody asked."""

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from build_scripts.convert.stage_clock import (
    Spent,
    Stage,
    find_clock,
    format_times,
    keep_time,
    timed,
    timed_each,
)
from tests.shared import ROOT


def work(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def test_a_moment_belongs_to_the_innermost_stage() -> None:
    started = time.perf_counter()
    with keep_time(Stage.REST) as clock:
        with timed(Stage.CATALOGING):
            work(0.02)
            with timed(Stage.SEARCH):
                work(0.05)
        times = clock.read()
    seconds = time.perf_counter() - started
    assert times[Stage.SEARCH].wall >= 0.05
    assert 0.02 <= times[Stage.CATALOGING].wall <= seconds - times[Stage.SEARCH].wall
    assert sum(spent.wall for spent in times.values()) <= seconds


def test_waiting_takes_no_processor() -> None:
    with keep_time(Stage.REST) as clock:
        with timed(Stage.SEARCH):
            time.sleep(0.1)
        spent = clock.read()[Stage.SEARCH]
    assert spent.wall >= 0.1
    assert spent.processor < spent.wall / 2


def test_of_a_generator_what_it_does_counts_and_not_what_is_done_with_it() -> None:
    def make() -> Iterator[int]:
        for number in range(3):
            work(0.01)
            yield number

    started = time.perf_counter()
    with keep_time(Stage.REST) as clock:
        for _ in timed_each(Stage.PUBLISHING, make()):
            work(0.03)
        times = clock.read()
    seconds = time.perf_counter() - started
    assert 0.03 <= times[Stage.PUBLISHING].wall <= seconds - 0.09
    assert times[Stage.REST].wall >= 0.09


def test_a_stage_that_fails_has_ended() -> None:
    with keep_time(Stage.REST) as clock:
        with pytest.raises(ValueError, match="no order"), timed(Stage.READING):
            raise ValueError("no order")
        work(0.02)
        times = clock.read()
    assert times[Stage.REST].wall >= 0.02


def test_nothing_is_measured_where_nobody_asked() -> None:
    with keep_time(Stage.REST, wanted=False) as clock:
        assert find_clock() is None
        with timed(Stage.READING):
            assert list(timed_each(Stage.CITING, (1, 2))) == [1, 2]
        assert set(clock.read()) == {Stage.REST}
    assert find_clock() is None


def test_the_table_puts_the_longest_first_and_parts_below_their_stage() -> None:
    lines = list(
        format_times(
            {
                Stage.CATALOGING: Spent(1.0, 1.0),
                Stage.CONVERTING: Spent(2.0, 0.5),
                Stage.READING: Spent(0.5, 2.0),
                Stage.CITING: Spent(0.5, 7.0),
            }
        )
    )
    assert [line.split() for line in lines] == [
        ["stage", "seconds", "of", "all", "processor"],
        ["converting", "orders", "3.00", "75%", "9.50"],
        ["citing", "7.00"],
        ["reading", "2.00"],
        ["cataloging", "1.00", "25%", "1.00"],
        ["all", "4.00", "100%", "10.50"],
    ]
    assert len({len(line) for line in lines}) == 1  # columns


def test_the_peak_is_of_this_process_and_stays() -> None:
    """Not of the one that began it, which may have taken much more."""
    held = b"\1" * 200_000_000
    script = (
        "from build_scripts.convert.peak_memory import measure_peak\n"
        "before = measure_peak()\n"
        "held = b'\\1' * 80_000_000\n"
        "del held\n"
        "print(before, measure_peak())"
    )
    command = [sys.executable, "-c", script]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    before, after = map(int, said.split())
    assert before + 75_000_000 < after < len(held)
