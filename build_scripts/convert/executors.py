"""Executors for conversion: this process, several here, or a Dask cluster.

All are `concurrent.futures.Executor`s, so that the same function runs on each.
"""

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from multiprocessing import active_children, connection, get_all_start_methods, get_context
from multiprocessing import parent_process as find_parent
from typing import Any, TypeVar

from build_scripts.problems import ArchiveError, require_extra

_Result = TypeVar("_Result")
DASK = "dask://"
PATIENCE = 30.0  # seconds: as long as a worker needs to begin again
_LOOK_EVERY = 5.0  # seconds


def count_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def open_executor(
    jobs: int, cluster: str = "", patience: float = PATIENCE
) -> AbstractContextManager[Executor]:
    """Open an executor: `jobs` processes here, or the Dask cluster at `dask://host:port`.

    `patience` is how many seconds to wait for a scheduler, or for any worker. Raise ArchiveError if
    the cluster can't be reached, or Dask is not installed. If an exception leaves the block (Ctrl-C
    too), waiting work is dropped and the processes here are ended.
    """
    return _join_cluster(cluster, patience) if cluster else _open_pool(jobs)


@contextmanager
def _open_pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Yield a pool of processes, which end by themselves if this process is killed."""
    # Never by a bare fork: a progress bar runs in a thread.
    context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    context.set_forkserver_preload(["build_scripts.convert.order", "build_scripts.citing"])
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            process.terminate()
        raise
    pool.shutdown()


def _begin() -> None:
    """Leave Ctrl-C to the parent process, and end when that one ends.

    Objects that a fork inherits are excluded from garbage collection, which would copy all of them.
    """
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = find_parent()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


class _Cluster(Executor):
    """A Dask cluster as an executor that reports what happened to it.

    A task that ends one worker after the other counts as one that ends its process.
    """

    def __init__(self, client: Any, place: str, patience: float) -> None:
        self._client, self._place, self._patience = client, place, patience

    def map(
        self,
        fn: Callable[..., _Result],
        *iterables: Iterable[Any],
        timeout: float | None = None,
        chunksize: int = 1,
    ) -> Iterator[_Result]:
        """Yield the results in order, as `Executor.map` does, without its timeout and chunks.

        Raise BrokenExecutor, and ArchiveError if the scheduler disconnected, or all workers did and
        none came back.
        """
        del timeout, chunksize
        from distributed import KilledWorker

        executor = self._client.get_executor(pure=False)
        futures = [executor.submit(fn, *given) for given in zip(*iterables, strict=True)]
        futures.reverse()
        try:
            while futures:
                yield self._wait_for(futures.pop())
        except KilledWorker as error:
            raise BrokenExecutor(str(error)) from error
        except CancelledError as error:
            raise self._report("The scheduler went away") from error
        finally:
            for future in futures:
                future.cancel()

    def _wait_for(self, future: "Future[_Result]") -> _Result:
        alone_since = None
        while True:
            try:
                return future.result(min(_LOOK_EVERY, self._patience))
            except TimeoutError:
                if self._client.scheduler_info()["workers"]:
                    alone_since = None
                    continue
                alone_since = alone_since or time.monotonic()
                if time.monotonic() - alone_since >= self._patience:
                    raise self._report("All workers went away") from None

    def _report(self, what: str) -> ArchiveError:
        return ArchiveError(
            f"{what} from the cluster at {self._place} before all orders were converted. Start it "
            "again and build again: what was converted is in the cache."
        )


@contextmanager
def _join_cluster(address: str, patience: float) -> Iterator[Executor]:
    with require_extra("A Dask cluster", "cluster"):
        from distributed import Client
    place = address.removeprefix(DASK)
    try:
        client = Client(f"tcp://{place}", timeout=patience)
    except (OSError, TimeoutError, ValueError) as error:
        raise ArchiveError(
            f"No Dask scheduler answers at {place}: {error}. Start one with `dask scheduler`, and "
            "workers with `dask worker`, or build without --executor."
        ) from error
    try:
        yield _Cluster(client, place, patience)
    finally:
        client.close()
