"""Questions are worked on in threads, as long as somebody waits for the answer."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from build_scripts.api import t
from build_scripts.model.text.deadline import check_time
from build_scripts.site.published.site import PublishedSite
from build_scripts.site.published.site_files import FolderFiles
from tests.processes import start_process


def open_desk(site: PublishedSite) -> Any:
    from build_scripts.extensions.assistant.server import Desk  # as slow to load as the program

    return Desk(site)


def test_work_ends_when_its_client_goes_away(tmp_path: Path) -> None:
    begun, ended = Event(), Event()

    def work_for_ever(_: PublishedSite, room: int) -> dict[str, Any]:
        begun.set()
        try:
            while room:
                check_time()
        finally:
            ended.set()
        return {}

    async def ask_and_leave() -> bool:
        desk = open_desk(PublishedSite(FolderFiles(tmp_path)))
        question = asyncio.create_task(desk.answer(work_for_ever, 4000))
        assert await asyncio.to_thread(begun.wait, 60)
        question.cancel()
        return await asyncio.to_thread(ended.wait, 60)

    with ThreadPoolExecutor(1) as pool:  # a browser's loop may run in this thread
        assert pool.submit(asyncio.run, ask_and_leave()).result()


def refuse(folder: Path, read: Callable[[PublishedSite], dict[str, Any]]) -> str:
    """Return what a client is told if `read` fails."""
    from mcp.server.mcpserver.exceptions import ToolError

    def work(site: PublishedSite, room: int) -> dict[str, Any]:
        assert room > 0
        return read(site)

    async def ask() -> None:
        await open_desk(PublishedSite(FolderFiles(folder))).answer(work, 4000)

    with ThreadPoolExecutor(1) as pool, pytest.raises(ToolError) as raised:
        pool.submit(asyncio.run, ask()).result()
    return str(raised.value)


def test_an_error_does_not_name_the_folder_of_the_site(tmp_path: Path) -> None:
    said = refuse(tmp_path, lambda site: site.load_data("orders/cand/3-21-cv-1/none"))
    assert "has no file" in said
    assert str(tmp_path) not in said


def test_a_damaged_file_is_an_error_with_the_notice(tmp_path: Path) -> None:
    (tmp_path / "order.json").write_text("{")
    said = refuse(tmp_path, lambda site: json.loads(site.load_text("order.json")))
    assert said.startswith("The site's files can't be read (JSONDecodeError). ")
    assert said.endswith(t("assistant.notice"))


def test_a_line_that_is_no_request_is_answered(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"orders": 0, "files": {}}')
    lines = ["no JSON", "[1, 2]", '{"jsonrpc": "2.0", "id": 7, "method": 5}']
    serve = (
        "import sys; from pathlib import Path;"
        "from build_scripts.extensions.assistant.server import make_server;"
        "from build_scripts.site.published.site import PublishedSite;"
        "from build_scripts.site.published.site_files import FolderFiles;"
        "make_server(PublishedSite(FolderFiles(Path(sys.argv[1])))).run()"
    )
    with start_process(
        [sys.executable, "-c", serve, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdin
        assert server.stdout
        server.stdin.write("".join(f"{line}\n" for line in lines))
        server.stdin.flush()
        answers = [json.loads(server.stdout.readline()) for _ in lines]
        server.stdin.close()
        assert server.wait(60) == 0
    assert [(one["id"], one["error"]["code"]) for one in answers] == [
        (None, -32700),
        (None, -32600),
        (None, -32600),
    ]
