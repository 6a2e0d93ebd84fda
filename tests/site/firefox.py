"""Debian's Firefox, driven through Marionette, the protocol it is born with: JSON over a socket."""

import json
import shutil
import socket
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.processes import start_process

PROGRAMS = ("firefox-esr", "firefox")

_SETTINGS = """\
user_pref("marionette.port", 0);
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
"""


def find_firefox() -> str | None:
    """The program, None where it is not installed."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


class Firefox:
    """A headless Firefox with a profile of its own in `folder`; use it in a `with`."""

    def __init__(self, folder: Path) -> None:
        program = find_firefox()
        assert program, "Firefox is missing: sh tests/install_programs.sh installs it"
        (folder / "user.js").write_text(_SETTINGS, encoding="utf-8")
        self._running = ExitStack()
        process = self._running.enter_context(
            start_process(
                [program, "--headless", "--marionette", "--no-remote", "--profile", folder],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={
                    "HOME": str(folder),
                    "PATH": "/usr/bin:/bin",
                    "MOZ_DISABLE_CONTENT_SANDBOX": "1",
                },
            )
        )
        try:
            self._socket = _connect(folder / "MarionetteActivePort", process)
            self._unread = b""
            self._number = 0
            self._receive()  # a greeting
            self._send("WebDriver:NewSession", {})
        except BaseException:
            self._running.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._socket.close()
        self._running.close()

    def open(self, address: str) -> None:
        """Open a page and wait until it has loaded."""
        self._send("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *args: Any) -> Any:
        """Run a function's body in the page; it may `return`."""
        asked = {"script": script, "args": list(args), "sandbox": None}
        return self._send("WebDriver:ExecuteScript", asked)["value"]

    def wait(self, script: str, seconds: float = 60) -> Any:
        """Run a script until it returns something that holds, and return that."""
        end = time.monotonic() + seconds
        while not (value := self.run(script)):
            assert time.monotonic() < end, script
            time.sleep(0.1)
        return value

    def _send(self, command: str, asked: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        text = json.dumps([0, self._number, command, asked]).encode()
        self._socket.sendall(b"%d:%s" % (len(text), text))
        _, _, error, answer = self._receive()
        assert error is None, error
        return answer or {}

    def _receive(self) -> Any:
        while b":" not in self._unread:
            self._read_more()
        length, _, self._unread = self._unread.partition(b":")
        while len(self._unread) < int(length):
            self._read_more()
        text, self._unread = self._unread[: int(length)], self._unread[int(length) :]
        return json.loads(text)

    def _read_more(self) -> None:
        more = self._socket.recv(65536)
        assert more, "Firefox has closed the connection"
        self._unread += more


def _connect(port_file: Path, process: subprocess.Popen[bytes]) -> socket.socket:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert process.poll() is None, "Firefox could not start"
        if port_file.exists() and (port := port_file.read_text().strip()):
            connection = socket.create_connection(("127.0.0.1", int(port)), timeout=60)
            connection.settimeout(60)
            return connection
        time.sleep(0.1)
    raise AssertionError("Firefox opened no port")
