"""The command line in a process of its own: a fork of this one, which has loaded the program.

What a command prints, how it ends, where it is called and what it leaves are those of a command
that a shell begins; only the second that Python takes to load the program is saved.
`tests/test_main.py` begins one as a shell does.
"""

import logging
import os
import selectors
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from build_scripts.__main__ import COMMANDS, load_command, main
from tests.processes import end_with_parent
from tests.shared import ROOT

for _name in COMMANDS:
    load_command(_name)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(slots=True)
class Running:
    """A command at work."""

    pid: int
    pipes: tuple[int, int]

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal, as a terminal does."""
        os.kill(self.pid, number)

    def finish(self) -> Ended:
        """Wait for its end."""
        texts = {pipe: bytearray() for pipe in self.pipes}
        with selectors.DefaultSelector() as selector:
            for pipe in self.pipes:
                selector.register(pipe, selectors.EVENT_READ)
            while selector.get_map():
                for key, _ in selector.select():
                    piece = os.read(key.fd, 65536)
                    texts[key.fd] += piece
                    if not piece:
                        selector.unregister(key.fd)
                        os.close(key.fd)
        _, status = os.waitpid(self.pid, 0)
        out, err = (texts[pipe].decode("utf-8", "replace") for pipe in self.pipes)
        return Ended(os.waitstatus_to_exitcode(status), out, err)


def run(
    *arguments: object,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
    prepare: Callable[[], None] = lambda: None,
) -> Ended:
    """Run `orders` with these arguments; `prepare` is called in its process before."""
    return start(*arguments, cwd=cwd, env=env, prepare=prepare).finish()


def start(
    *arguments: object,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
    prepare: Callable[[], None] = lambda: None,
) -> Running:
    """Begin `orders` with these arguments; its environment is this one's with `env`."""
    out, out_there = os.pipe()
    err, err_there = os.pipe()
    pid = os.fork()
    if not pid:
        _run_and_end(
            [str(one) for one in arguments], cwd, env or {}, (out_there, err_there), prepare
        )
    os.close(out_there)
    os.close(err_there)
    return Running(pid, (out, err))


def _run_and_end(
    arguments: list[str],
    cwd: Path,
    env: Mapping[str, str],
    pipes: tuple[int, int],
    prepare: Callable[[], None],
) -> NoReturn:
    code = 70
    try:
        for pipe, known in zip(pipes, (1, 2), strict=True):
            os.dup2(pipe, known)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdin = os.fdopen(0)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace")
        # What tests before set for themselves: the command has its own.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        end_with_parent()
        logging.getLogger().handlers.clear()
        logging.getLogger("mkdocs").setLevel(logging.NOTSET)
        os.environ.update(env)
        os.chdir(cwd)
        sys.argv = ["orders", *arguments]
        prepare()
        main()
        code = 0
    except SystemExit as ended:
        code = int(ended.code or 0)
    except BaseException:
        traceback.print_exc()
        code = 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
