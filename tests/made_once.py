"""What takes long to make and is only read afterwards: made once a run, for all its workers."""

import fcntl
import os
import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

import pytest

from build_scripts.convert.order import convert_order
from build_scripts.model.order import Order
from build_scripts.model.raw_order import RawOrder

Convert = Callable[[RawOrder], Order]
Value = TypeVar("Value")


def make_once(
    factory: pytest.TempPathFactory,
    name: str,
    make: Callable[[Path], None],
    *,
    from_project: str = "",
) -> Path:
    """Return the folder `name`, filled by `make` in the first process that asks for it.

    Workers of a run share it, and those that ask for it wait. Folders made `from_project` are made
    one at a time: builds share a project's docs/. Where `make` fails, each worker tries for itself
    and so fails by itself.
    """
    place = _find_folder(factory)
    folder = place / name
    with (place / f"{from_project or name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = place / f"{name}.made"
        if not done.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            done.touch()
    return folder


def compute_once(factory: pytest.TempPathFactory, name: str, compute: Callable[[], Value]) -> Value:
    """Return what `compute` returned in the first process that asked for `name`."""

    def write(folder: Path) -> None:
        folder.joinpath("value").write_bytes(pickle.dumps(compute()))

    kept = make_once(factory, name, write) / "value"
    value: Value = pickle.loads(kept.read_bytes())  # noqa: S301 (of this run)
    return value


def keep_conversions(factory: pytest.TempPathFactory) -> Convert:
    """Return a `convert_order` that converts an order once a run, whatever its path: several modules
    read the same. Findings name the path of the first.
    """
    place = _find_folder(factory) / "conversions"
    place.mkdir(exist_ok=True)

    def convert(raw: RawOrder) -> Order:
        kept = place / f"{raw.sha256}{PurePosixPath(raw.path).suffix}"
        if not kept.exists():
            making = kept.with_name(f"{kept.name}.{os.getpid()}")
            making.write_bytes(pickle.dumps(convert_order(raw)))
            making.replace(kept)
        order: Order = pickle.loads(kept.read_bytes())  # noqa: S301 (of this run)
        return replace(order, source=replace(order.source, path=raw.path))

    return convert


def _find_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the run's own folder: those of its workers lie in it."""
    place = factory.getbasetemp()
    return place.parent if "PYTEST_XDIST_WORKER" in os.environ else place
