"""What takes long to make and is only read afterwards: made once a run, for all its workers."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def make_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return the folder `name`, filled by `make` in the first process that asks for it.

    Workers of a run share it, and the others wait; what makes one folder may ask for another
    only before. Where `make` fails, each worker tries for itself and so fails by itself.
    """
    place = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        place = place.parent  # the run's own folder; each worker's lies in it
    folder = place / name
    with (place / "making").open("w") as lock:  # one at a time: builds share a project's docs/
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = place / f"{name}.made"
        if not done.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            done.touch()
    return folder
