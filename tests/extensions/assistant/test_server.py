"""Questions are worked on in threads, as long as somebody waits for the answer."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

from build_scripts.extensions.assistant.server import Desk
from build_scripts.model.text.deadline import check_time
from build_scripts.site.published.site import PublishedSite
from build_scripts.site.published.site_files import FolderFiles


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
        desk = Desk(PublishedSite(FolderFiles(tmp_path)))
        question = asyncio.create_task(desk.answer(work_for_ever, 4000))
        assert await asyncio.to_thread(begun.wait, 30)
        question.cancel()
        return await asyncio.to_thread(ended.wait, 30)

    with ThreadPoolExecutor(1) as pool:  # a browser's loop may run in this thread
        assert pool.submit(asyncio.run, ask_and_leave()).result()
