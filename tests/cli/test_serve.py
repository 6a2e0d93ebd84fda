"""`orders serve`: what it refuses; `tests/test_owner_docs.py` looks at what it shows."""

import os
import re
import signal
import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_scripts.__main__ import commands
from build_scripts.cli.init import begin_archive
from build_scripts.problems import ArchiveError
from tests.commands import Running, start
from tests.serving import hold_port


def test_a_port_that_is_taken_is_told_before_anything_is_built(tmp_path: Path) -> None:
    begin_archive(tmp_path, "New")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        arguments = ["--config", str(tmp_path / "mkdocs.yml"), "--port", port]
        with pytest.raises(ArchiveError, match=f"Port {port} is in use"):
            CliRunner().invoke(commands, ["serve", *arguments], catch_exceptions=False)
        with pytest.raises(ArchiveError, match=f"Port {port} is in use.* with --http"):
            CliRunner().invoke(commands, ["mcp", "--http", port], catch_exceptions=False)
    assert not (tmp_path / ".cache").exists()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Running, int]]:
    """`orders serve` over a new archive, and its port."""
    begin_archive(tmp_path, "New")
    with hold_port() as port:
        running = start("serve", "--port", port, cwd=tmp_path)
        try:
            read_until(running, "Serving on")
            yield running, port
        finally:
            running.send_signal(signal.SIGKILL)
            running.finish()


def read_until(running: Running, awaited: str) -> str:
    """Return what a command prints as errors until it prints the words that are awaited."""
    said = ""
    while awaited not in said:
        piece = os.read(running.pipes[1], 4096)
        assert piece, said
        said += piece.decode()
    return said


def ask(port: int, host: str) -> int:
    connection = HTTPConnection("127.0.0.1", port)
    connection.putrequest("GET", "/", skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.build
def test_it_answers_to_its_own_address_alone(served: tuple[Running, int]) -> None:
    _, port = served
    assert {ask(port, f"{name}:{port}") for name in ("127.0.0.1", "localhost")} == {200}
    for host in (f"evil.example:{port}", "evil.example", "127.0.0.1", f"127.0.0.1:{port + 1}", ""):
        assert ask(port, host) == 403, host


@pytest.mark.build
@pytest.mark.parametrize("mistake", ["site_name: [New\n", "site_name: New\ndocs_dir: nowhere\n"])
def test_a_mistake_in_the_settings_is_one_error(
    served: tuple[Running, int], tmp_path: Path, mistake: str
) -> None:
    running, port = served
    settings = tmp_path / "mkdocs.yml"
    before = settings.read_text()
    settings.write_text(mistake)
    said = read_until(running, "until build errors are resolved")
    assert "Traceback" not in said
    assert len(re.findall(r"mkdocs\.yml|nowhere|configuration", said)) > 0
    settings.write_text(before)
    read_until(running, "Reloading browsers")
    assert ask(port, f"127.0.0.1:{port}") == 200
