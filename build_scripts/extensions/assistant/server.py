"""The tools, offered to an assistant by the Model Context Protocol."""

import json
import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from importlib.metadata import version
from threading import Lock, Semaphore
from typing import Annotated, Any

from anyio import create_memory_object_stream, create_task_group, to_thread
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp.server.stdio import stdio_server
from mcp.shared.message import SessionMessage
from mcp_types import INVALID_REQUEST, PARSE_ERROR, ErrorData, JSONRPCError, ToolAnnotations
from pydantic import Field, ValidationError

from build_scripts import api
from build_scripts.extensions.assistant.answers import (
    LARGEST,
    SMALL,
    answer_check,
    answer_cited_by,
    answer_read,
    answer_rulings,
    answer_same_case,
    answer_search,
    answer_similar,
    count_bytes,
)

_INSTRUCTIONS = """\
An archive of judicial orders, read from its published files. {notice}
Cite an order by `citation`, a page of it by `cite_a_page_as`, a numbered paragraph by
`cite_a_paragraph_as`, and give the address: it leads to the paragraph. Quote only what a tool
returned. An answer with "partial": true goes on: ask again with `start` set to its
`next`. Values such as outcomes were read by a program; compare the words at `address` before you
rely on one."""

_MEMO = """\
Write a short memo on this question from the orders of this archive alone: {question}

Search first, with several wordings; read the passages that decide. Support every statement with a
quotation that a tool returned, its citation with the page, and its address. Say what you looked
for and did not find. Do not add authorities from memory."""


def _text(most: int, said: str, pattern: str | None = None) -> Any:
    return Field(max_length=most, description=said, pattern=pattern)


_Start = Annotated[int, Field(ge=0, description="Where to go on: `next` of the answer before.")]
_Room = Annotated[
    int, Field(ge=500, le=LARGEST, description="Bytes that the answer may take, about.")
]
_QUERY = (
    'Words, "exact phrases", AND, OR, NOT, /5 /s /p, fields such as judge:roe court:cand '
    "motion:dismiss outcome:granted after:2020, citations, docket numbers; in: and an order's "
    "address for a search within it."
)
_ORDER = "An order's address (with #p-12, from there on), docket number, citation or case name."
_DAY = r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
_DAYS = "day, month or year: 2019-06-30, 2019-06, 2019."
_LONGEST = 400_000
"""Characters of a text that is checked: some 200 pages."""
_SECONDS = 60
"""How long an answer may take."""
_AT_ONCE = 4 if sqlite3.threadsafety == 3 else 1
"""Answers that are worked on at once."""
_Tool = Callable[..., Awaitable[str]]
_READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)


class Desk:
    """Answers questions on a site in threads, so that a long one does not block others."""

    def __init__(self, site: api.PublishedSite) -> None:
        self._site = site
        self._places = Semaphore(_AT_ONCE)
        self._renewing = Lock()

    async def answer(self, make: Callable[..., dict[str, Any]], room: int, **asked: Any) -> str:
        """Return an answer as JSON, the notice first, of about `room` bytes. The work stops when no
        client waits for it any more. Raises ToolError, with the notice too.
        """
        deadline = api.Deadline(_SECONDS)
        notice = api.t("assistant.notice")
        room -= count_bytes({"notice": notice})
        try:
            work = partial(self._work, deadline, make, room=room, **asked)
            found = await to_thread.run_sync(work, abandon_on_cancel=True)
        except (
            api.ArchiveError
        ) as error:  # where the server keeps its files is none of the client's
            said = str(error).replace(self._site.place, "the site")
            raise ToolError(f"{said[: room // 4]} {notice}") from error
        except (ValueError, LookupError, TypeError, sqlite3.Error) as error:
            kind = type(error).__name__
            raise ToolError(f"The site's files can't be read ({kind}). {notice}") from error
        finally:
            deadline.stop()
        return json.dumps({"notice": notice, **found}, ensure_ascii=False)

    def _work(
        self, deadline: api.Deadline, make: Callable[..., dict[str, Any]], **asked: Any
    ) -> dict[str, Any]:
        with self._places, deadline.hold():
            with self._renewing:
                self._site = site = self._site.renew()
            return make(site, **asked)

    def load_text(self, path: str) -> str:
        """Return a text file of the site. Raises SiteError."""
        return self._site.load_text(path)


class _Server(MCPServer[Any]):
    async def call_tool(self, name: str, arguments: dict[str, Any], *context: Any) -> Any:
        """Answer a call. What is wrong with its arguments is a sentence, as every error is; one
        that a tool lacks would be left out unsaid, and counts answer another question.
        """
        known = {tool.name: tool.input_schema["properties"] for tool in await self.list_tools()}
        has = known.get(name, arguments)
        if unknown := [argument for argument in arguments if argument not in has]:
            said = f"{unknown[0][:80]}: {name} has no such argument; it has {', '.join(has)}"
            raise ToolError(f"{said}. {api.t('assistant.notice')}")
        try:
            return await super().call_tool(name, arguments, *context)
        except ToolError as error:
            if not isinstance(wrong := error.__cause__, ValidationError):
                raise
            said = "; ".join(f"{one['loc'][0]}: {one['msg']}" for one in wrong.errors())
            raise ToolError(f"{said}. {api.t('assistant.notice')}") from wrong

    async def run_stdio_async(self) -> None:
        """Serve standard input and output; a line that is no request has an answer too."""
        begin, requests = create_memory_object_stream[Any](0)
        async with stdio_server() as (lines, answers), create_task_group() as tasks:

            async def pass_on() -> None:
                async with begin:
                    async for line in lines:
                        if isinstance(line, Exception):
                            await answers.send(_refuse_line(line))
                        else:
                            await begin.send(line)

            tasks.start_soon(pass_on)
            served = self._lowlevel_server
            await served.run(requests, answers, served.create_initialization_options())


def _refuse_line(error: Exception) -> SessionMessage:
    """Return the answer to a line that is no request: JSON-RPC 2.0 asks for one, without an id."""
    is_json = not (
        isinstance(error, ValidationError) and error.errors()[0]["type"] == "json_invalid"
    )
    code, said = (INVALID_REQUEST, "no request") if is_json else (PARSE_ERROR, "not JSON")
    what = ErrorData(code=code, message=f"The line is {said}.")
    return SessionMessage(JSONRPCError(jsonrpc="2.0", id=None, error=what))


def make_server(site: api.PublishedSite) -> MCPServer[Any]:
    """Return a server of the tools over a site; it reads each file on first use."""
    server = _Server(
        "orders-archive",
        instructions=_INSTRUCTIONS.format(notice=api.t("assistant.notice")),
        version=version("orders-archive"),
        log_level="WARNING",
    )

    desk = Desk(site)
    tool = partial(server.tool, annotations=_READS, structured_output=False)

    @tool()
    async def search(
        query: Annotated[str, _text(4000, _QUERY)],
        sort: Annotated[str, Field(pattern="^(relevance|newest|oldest)$")] = "relevance",
        start: _Start = 0,
        room: _Room = SMALL,
    ) -> str:
        """Find orders: each with its citation and the passages that match, by page and line. A
        docket number finds all orders of the same case.
        """
        return await desk.answer(answer_search, room, query=query, sort=sort, start=start)

    @tool()
    async def read(
        order: Annotated[str, _text(500, _ORDER)],
        page: Annotated[str, _text(20, "Begin at this page.")] = "",
        start: _Start = 0,
        room: _Room = SMALL,
    ) -> str:
        """Read an order, passage by passage, with page and line of each; and what became of it:
        later orders here that affirmed, vacated or amended it. An empty list proves nothing.
        """
        return await desk.answer(answer_read, room, order=order, page=page, start=start)

    @tool()
    async def rulings(
        judge: Annotated[str, _text(200, "A judge's name.")] = "",
        motion: Annotated[str, _text(200, 'What was asked: "dismiss", "seal".')] = "",
        outcome: Annotated[str, _text(200, '"granted", "denied", "granted in part" …')] = "",
        court: Annotated[str, _text(200, "CourtListener's id: cand, ca9.")] = "",
        after: Annotated[str, _text(10, f"The first {_DAYS}", _DAY)] = "",
        before: Annotated[str, _text(10, f"The last {_DAYS}", _DAY)] = "",
        start: _Start = 0,
        room: _Room = SMALL,
    ) -> str:
        """List rulings: counts by outcome of the confirmed ones, and the words that decide each,
        with their address.
        """
        wanted = {"judge": judge, "motion": motion, "outcome": outcome, "court": court}
        days = {"after": after, "before": before}
        return await desk.answer(answer_rulings, room, **wanted, **days, start=start)

    @tool()
    async def cited_by(
        authority: Annotated[
            str, _text(500, '"550 U.S. 544", "28 U.S.C. § 1404", "Rule 56", a name.')
        ],
        start: _Start = 0,
        room: _Room = SMALL,
    ) -> str:
        """List the places where orders of the archive cite a case, statute or rule."""
        return await desk.answer(answer_cited_by, room, authority=authority, start=start)

    _add_checks(tool, desk)

    @tool()
    async def similar(order: Annotated[str, _text(500, _ORDER)], room: _Room = SMALL) -> str:
        """List up to five orders of other cases that an order is like, and what both have."""
        return await desk.answer(answer_similar, room, order=order)

    @tool()
    async def same_case(
        order: Annotated[str, _text(500, _ORDER)], start: _Start = 0, room: _Room = SMALL
    ) -> str:
        """List the other orders of an order's case, the oldest first."""
        return await desk.answer(answer_same_case, room, order=order, start=start)

    @server.resource("orders://{+address}", mime_type="text/markdown")
    def order(address: str) -> str:
        """An order's clean text as Markdown, facts on top; `address` as tools give it."""
        try:
            return desk.load_text(f"{address.strip('/')}/order.md")
        except api.ArchiveError as error:
            notice = api.t("assistant.notice")
            raise ResourceNotFoundError(f"There is no order at {address}. {notice}") from error

    @server.prompt()
    def memo(question: str) -> str:
        """A memo on a question, from this archive alone, with page citations."""
        return _MEMO.format(question=question)

    return server


def _add_checks(tool: Callable[[], Callable[[_Tool], _Tool]], desk: Desk) -> None:
    """Add the tools of the extension `checking`, if it is installed."""
    checking = api.load_extension("checking")
    if checking is None:
        return
    longest = checking.LONGEST_QUOTATION
    check_quotation = partial(answer_check, checking.check_quote)
    check_text = partial(answer_check, checking.check_citations)

    @tool()
    async def check_quote(
        quotation: Annotated[str, _text(longest, "Words as quoted: four at least.")],
        room: _Room = SMALL,
    ) -> str:
        """Say whether an order has these words: exactly, nearly and what differs, or not at all."""
        return await desk.answer(check_quotation, room, quotation=quotation)

    @tool()
    async def check_citations(
        text: Annotated[str, _text(_LONGEST, "A brief, or a part of one.")],
        start: _Start = 0,
        room: _Room = SMALL,
    ) -> str:
        """Check the citations of a text against the archive: whether names, courts and years
        agree, and whether what is quoted from it is in it, on the page cited.
        """
        return await desk.answer(check_text, room, text=text, start=start)
