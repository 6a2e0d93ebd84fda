"""Processes that take a share of the work here, and never outlive the one that gave it."""

import gc
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, connection
from multiprocessing import parent_process as find_parent
from multiprocessing.context import BaseContext


@contextmanager
def open_pool(jobs: int, context: BaseContext) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of `jobs` processes that begin as `context` says.

    When the block is left by an exception (Ctrl-C too), work that waits is dropped and the
    processes are ended. Where this process is killed, they end by themselves.
    """
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
    """Leave Ctrl-C to the process that gave the work, and end when that one ends.

    What a fork finds is not looked through for garbage: that would copy all of it.
    """
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = find_parent()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
