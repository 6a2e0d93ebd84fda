"""The lock of builds, between real processes."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from build_scripts.problems import BuildRunningError
from build_scripts.site.build_lock import BuildLock


@contextmanager
def holder(place: Path) -> Iterator[int]:
    """Another process that holds the lock until it is killed; yields its number."""
    ready, told = os.pipe()
    pid = os.fork()
    if not pid:
        lock = BuildLock(place)
        lock.acquire()
        os.write(told, b"!")
        while True:
            signal.pause()
    os.close(told)
    assert os.read(ready, 1) == b"!"
    os.close(ready)
    try:
        yield pid
    finally:
        end(pid)


def end(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    except ProcessLookupError:
        pass


def test_who_holds_it_is_told_and_killing_that_process_frees_it(tmp_path: Path) -> None:
    place = tmp_path / "made" / "build.lock"
    lock = BuildLock(place)
    with holder(place) as pid:
        with pytest.raises(BuildRunningError) as refused:
            lock.acquire()
        said = str(refused.value)
        assert f"process {pid}, since 2" in said
        assert str(place) in said
        assert "nothing to remove" in said
    lock.acquire()
    lock.release()


def test_who_waits_is_told_and_goes_on_at_the_other_ones_end(tmp_path: Path) -> None:
    place = tmp_path / "build.lock"
    with holder(place) as pid:
        said = []

        def wait(message: str) -> None:
            said.append(message)
            end(pid)

        lock = BuildLock(place)
        lock.acquire(wait)
    assert len(said) == 1
    assert f"process {pid}" in said[0]
    lock.release()


def test_its_holder_may_acquire_it_again_and_a_fork_does_not_hold_it(tmp_path: Path) -> None:
    place = tmp_path / "build.lock"
    outer, inner = BuildLock(place), BuildLock(place)
    outer.acquire()
    inner.acquire()
    inner.release()
    pid = os.fork()
    if not pid:
        try:
            BuildLock(place).acquire()
        except BuildRunningError:
            os._exit(0)
        os._exit(1)
    assert os.waitpid(pid, 0)[1] == 0
    outer.release()
    with holder(place):
        pass


def test_a_holder_that_has_not_said_who_it_is_is_told_of_all_the_same(tmp_path: Path) -> None:
    place = tmp_path / "build.lock"
    with holder(place):
        place.write_text("")
        with pytest.raises(BuildRunningError, match=r"is at work\. Wait for its end"):
            BuildLock(place).acquire()
