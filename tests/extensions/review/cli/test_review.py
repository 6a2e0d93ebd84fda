"""`orders review` prints its address, ends cleanly, and says what it lacks."""

import os
import re
import signal
import socket
import sys
import time
from http import HTTPStatus
from pathlib import Path
from urllib.request import urlopen

from build_scripts.problems import ExitCode
from tests.commands import Running, run, start
from tests.extensions.review.conftest import folder, home

__all__ = ["folder", "home"]


def read_until_ready(running: Running) -> bytes:
    """Return what it printed, once it answers.

    Before its loop runs, a signal can come while Python collects garbage, and is lost there.
    """
    said = b""
    while b"ends it.\n" not in said:
        piece = os.read(running.pipes[0], 4096)
        assert piece, running.finish()
        said += piece
    address = re.search(rb"http://\S+", said)
    assert address
    with urlopen(address[0].decode()) as page:
        assert page.status == HTTPStatus.OK
    return said


def test_it_prints_its_address_and_ends_at_a_word(home: Path) -> None:
    running = start("review", "--no-open", "--by", "A. Librarian", cwd=home)
    said = read_until_ready(running)
    shown = re.match(rb"(\d+ )doubtful (values): http://127\.0\.0\.1:\d+/[\w-]{32}/\n", said)
    assert shown
    left = b"".join(shown.groups()).decode()
    running.send_signal(signal.SIGINT)
    ended = running.finish()
    assert ended.returncode == ExitCode.OK, ended.stderr
    assert ended.stdout.endswith(f"0 answers written, {left} left.\n")
    assert not ended.stderr


def test_an_order_is_opened_though_nothing_of_it_is_doubtful(home: Path) -> None:
    order = home / "orders/cand/unsigned.txt"
    for other in order.parent.iterdir():
        if other != order:
            other.unlink()
    said = [
        part
        for one in ("judges=", "case_name=Quill v. Tarn", "date=2024-03-04")
        for part in ("--set", one)
    ]
    run("correct", order, *said, "--by", "A. Librarian", cwd=home)
    nothing = run("review", "--no-open", cwd=home)
    assert nothing.stdout == "No value is doubtful. `orders review FILE` shows any order's.\n"
    running = start("review", "orders/cand/unsigned.txt", "--no-open", cwd=home)
    assert re.match(rb"21 values: http://127\.0\.0\.1", read_until_ready(running))
    running.send_signal(signal.SIGINT)
    assert running.finish().stdout.endswith("0 answers written, 21 values left.\n")
    for file, why in (
        ("orders/none.txt", "There is no order at"),
        ("/etc/hostname", "not in the archive's"),
    ):
        refused = run("review", file, "--no-open", cwd=home)
        assert refused.returncode == ExitCode.BAD_INPUT
        assert why in refused.stderr
    beside = order.with_name(f"{order.name}.yml")
    kept = beside.read_text()
    for broken in ("fields: [\n", "fields: {title: {a: b}}\n", "nothing: 1\n"):
        beside.write_text(broken)
        refused = run("review", order, "--no-open", cwd=home)
        assert refused.returncode == ExitCode.BAD_INPUT, broken
        assert f"{beside.name}: " in refused.stderr
        assert "Correct the file or remove it" in refused.stderr
        assert not refused.stdout
    beside.write_text(kept)
    run("withhold", order, "--reason", "sealed", cwd=home)
    refused = run("review", order, "--no-open", cwd=home)
    assert "withholds the order" in refused.stderr


def test_the_browser_is_given_the_address_in_a_file_that_nobody_else_reads(
    home: Path, tmp_path: Path
) -> None:
    """Other users of the machine can list the arguments of every process."""
    browser = tmp_path / "browser"
    browser.write_text(
        f"#!/bin/sh\nprintf '%s\\n' \"$1\" > '{tmp_path}/given'\n"
        f"file=${{1#file://}}\nstat -c %a \"$file\" >> '{tmp_path}/given'\n"
        f"cat \"$file\" >> '{tmp_path}/given'\n"
    )
    browser.chmod(0o755)
    running = start("review", "--by", "A", cwd=home, env={"BROWSER": f"{browser} %s"})
    address = read_until_ready(running).split()[3].decode()
    for _ in range(600):
        if (tmp_path / "given").exists() and "</html>" in (tmp_path / "given").read_text():
            break
        time.sleep(0.1)
    given, mode, *page = (tmp_path / "given").read_text().splitlines()
    assert given.startswith("file:///")
    assert address.split("/")[3] not in given
    assert mode == "600"
    assert any(f"url={address}" in line for line in page)
    running.send_signal(signal.SIGINT)
    assert running.finish().returncode == ExitCode.OK
    assert not list((home / ".cache").glob("review-*"))


def test_a_port_that_is_taken_is_said_before_anything_is_read(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        taken = run("review", "--no-open", "--port", port, cwd=home)
    assert taken.returncode == ExitCode.BAD_INPUT
    assert f"Port {port} is in use" in taken.stderr


def test_an_extra_that_is_missing_is_said(home: Path) -> None:
    def hide() -> None:
        for name in [
            one for one in sys.modules if one.startswith("build_scripts.extensions.review")
        ]:
            del sys.modules[name]
        sys.modules["uvicorn"] = None  # type: ignore[assignment]

    missing = run("review", "--no-open", cwd=home, prepare=hide)
    assert missing.returncode == ExitCode.BAD_INPUT
    assert "pip install 'orders-archive[review]'" in missing.stderr
