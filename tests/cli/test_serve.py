"""`orders serve` before it builds; `tests/test_owner_docs.py` looks at what it shows."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_scripts.cli.init import begin_archive
from build_scripts.cli.serve import serve
from build_scripts.problems import ArchiveError


def test_a_port_that_is_taken_is_told_before_anything_is_built(tmp_path: Path) -> None:
    begin_archive(tmp_path, "New")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        arguments = ["--config", str(tmp_path / "mkdocs.yml"), "--port", port]
        with pytest.raises(ArchiveError, match=f"Port {port} is in use"):
            CliRunner().invoke(serve, arguments, catch_exceptions=False)
    assert not (tmp_path / ".cache").exists()
