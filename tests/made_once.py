"""What takes long to make and is only read afterwards: made once a run, for all its workers."""

import fcntl
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import TypeVar

import pytest

from build_scripts import citing
from build_scripts.convert import order as conversion
from build_scripts.convert.order import convert_order
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.order import Order
from build_scripts.model.raw_order import RawOrder

Convert = Callable[[RawOrder], Order]
Value = TypeVar("Value")
Stage = Callable[..., object]
# Nine tenths of a conversion; what they return depends on what they are given, and on nothing else.
_STAGES: tuple[tuple[ModuleType, Stage], ...] = (
    (conversion, conversion.clean_order),
    (conversion, conversion.describe_order),
    (conversion, conversion.read_again),
    (citing, citing.cite_order),
)


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
        with kept.with_suffix(f"{kept.suffix}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                _write(kept, convert_order(raw))
        order: Order = pickle.loads(kept.read_bytes())  # noqa: S301 (of this run)
        return replace(order, source=replace(order.source, path=raw.path))

    return convert


def remember_stages(factory: pytest.TempPathFactory) -> None:
    """Let each conversion of this run take what cleaning, describing and citing make of an order
    from the first one of the same order: commands convert the same few orders again and again.

    Whoever calls these stages by themselves, as their own tests do, gets them as they are.
    """
    place = _find_folder(factory) / "stages"
    place.mkdir(exist_ok=True)
    for module, stage in _STAGES:
        setattr(module, stage.__name__, _remember(stage, place))


def forget_stages() -> None:
    """Let this process do everything itself again."""
    for module, stage in _STAGES:
        setattr(module, stage.__name__, stage)


@contextmanager
def stages_forgotten() -> Iterator[None]:
    """Let this process do everything itself for a while: so it compiles all that stages need."""
    kept = [(module, stage.__name__, getattr(module, stage.__name__)) for module, stage in _STAGES]
    forget_stages()
    yield
    for module, name, remembered in kept:
        setattr(module, name, remembered)


def _remember(stage: Stage, place: Path) -> Stage:
    @wraps(stage)
    def remembered(*given: object) -> object:
        # A copy holds an order's fields, and not what earlier stages had it work out.
        plain = [replace(one) if isinstance(one, CleanOrder) else one for one in given]
        kept = place / f"{stage.__name__}.{sha256(pickle.dumps(plain)).hexdigest()}"
        if not kept.exists():
            _write(kept, stage(*given))
        return pickle.loads(kept.read_bytes())  # noqa: S301 (of this run)

    return remembered


def _write(kept: Path, value: object) -> None:
    """Write a value into a file that other processes read."""
    making = kept.with_name(f"{kept.name}.{os.getpid()}")
    making.write_bytes(pickle.dumps(value))
    making.replace(kept)


def _find_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the run's own folder: those of its workers lie in it."""
    place = factory.getbasetemp()
    return place.parent if "PYTEST_XDIST_WORKER" in os.environ else place
