"""Where orders are converted: in this process, in several here, or on a Dask cluster.

All are `concurrent.futures.Executor`s, so that the same function runs on each.
"""

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, connection, get_all_start_methods, get_context
from multiprocessing import parent_process as find_parent
from multiprocessing.context import BaseContext

from build_scripts.problems import ArchiveError

DASK = "dask://"


def count_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def open_executor(jobs: int, cluster: str = "") -> Iterator[Executor]:
    """Give an executor: `jobs` processes here, or the Dask cluster at `dask://host:port`.

    Raises ArchiveError where the cluster can't be reached, or Dask is not installed. When the
    block is left by an exception (Ctrl-C too), work that waits is dropped and the processes here
    are ended.
    """
    if cluster:
        with _join_cluster(cluster) as executor:
            yield executor
        return
    pool = ProcessPoolExecutor(jobs, mp_context=_choose_context(), initializer=_begin_worker)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            process.terminate()
        raise
    pool.shutdown()


def _choose_context() -> BaseContext:
    """Return how processes begin: never by a bare fork, since a progress bar runs in a thread."""
    name = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context = get_context(name)
    if name == "forkserver":
        context.set_forkserver_preload(["build_scripts.conversion"])
    return context


def _begin_worker() -> None:
    """Leave Ctrl-C to the process that gave the work, and end when that one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = find_parent()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


@contextmanager
def _join_cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as error:
        raise ArchiveError(
            "A Dask cluster needs the package distributed. "
            "Install it: pip install 'orders-archive[cluster]'."
        ) from error
    place = address.removeprefix(DASK)
    try:
        client = Client(f"tcp://{place}", timeout="10s")
    except (OSError, TimeoutError, ValueError) as error:
        raise ArchiveError(
            f"No Dask scheduler answers at {place}: {error}. Start one with `dask scheduler`, and "
            "workers with `dask worker`, or build without --executor."
        ) from error
    try:
        yield client.get_executor()
    finally:
        client.close()
